"""Who may sign in, as the sign-in and lock pages show them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entrant:
    """A person of the suite."""

    sign_in: str
    name: str
    credential: str = ""
    signature: str = ""
    """`J. Doe RN`."""
    pin_serves: bool = False
    """True: the password was given this shift, the PIN is enough."""


@dataclass(frozen=True, slots=True)
class TapRow:
    """One line that can be pressed before it is known who presses. Nothing of the patient is in it."""

    encounter: str
    line: str
    chair: str
    drug: str
    facts: str
    """`since 13:02`, `planned end passed 13:50`."""
    word: str
    """Stop, Start, Push."""
    stop: bool
    name: str
    """`3_1`: chair and place, for objectName."""
    pressed: str = ""
    """`14:07` once it was pressed and waits for a name."""
    press: str = ""
    """The event of that press."""
    overdue: bool = False
    """Its planned end has passed, as on the board."""
    outline: bool = False
    """Keep open, carrier, flush: its Stop is the lighter one."""


def initials(name: str) -> str:
    """`Jordan Doe` → `JD`."""
    words = [w for w in name.split() if w[:1].isalpha()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "·"
