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


def initials(name: str) -> str:
    """`Jordan Doe` → `JD`."""
    words = [w for w in name.split() if w[:1].isalpha()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "·"
