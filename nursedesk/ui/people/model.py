"""What the people page shows and gives back, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody of the suite."""

    sign_in: str
    name: str
    credential: str = ""
    roles: tuple[str, ...] = ()
    active: bool = True
    until: str = ""
    """`24-Nov-2026`, the last day; empty without an end."""
    facts: tuple[str, ...] = ()
    """What there is to know: `left`, `last day 24-Nov-2026`, `badge`, `last administrator`."""
    badge: bool = False


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What was typed for somebody known."""

    sign_in: str
    name: str
    credential: str
    roles: tuple[str, ...]
    until: str


@dataclass(frozen=True, slots=True)
class PeopleModel:
    people: tuple[PersonView, ...]
    me: str
    """Whoever is at the desk; her own password is changed with the old one."""
    may_change: bool


@dataclass(frozen=True, slots=True)
class PeopleActions:
    """Each answers with the sentence that refuses it, or an empty one; what is slow is told by `answer`."""

    save: Callable[[PersonForm], str]
    leave: Callable[[str], str]
    come_back: Callable[[str], str]
    set_badge: Callable[[str, str], str]
    """(sign-in name, number); an empty number takes it away."""
    set_password: Callable[[str, str, str], None]
    """(sign-in name, own old password, new one); answered through `PeoplePage.answer`."""
    set_pin: Callable[[str, str, str], None]
    """(sign-in name, own password, new PIN); answered through `PeoplePage.answer`."""
    back: Callable[[], None]
