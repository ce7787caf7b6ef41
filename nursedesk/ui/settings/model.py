"""What the settings page shows and gives back, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass, field

from nursedesk.ui.settings.kept import Kept, KeptActions
from nursedesk.ui.settings.site_rules import SiteActions, SiteRules

ROLES = ("nurse", "charge_nurse", "biller", "auditor", "administrator")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who may sign in."""

    sign_in: str
    name: str
    credential: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPersonForm:
    sign_in: str
    name: str
    credential: str
    role: str
    password: str
    pin: str


@dataclass(frozen=True, slots=True)
class SettingsModel:
    """The suite's and the station's choices; `may_change` tells whether this person changes the suite's."""

    people: tuple[PersonRow, ...]
    boundary_policy: str
    profile: str
    text_percent: str
    paper: str
    printers: tuple[str, ...]
    printer: str
    """The station's own, also when it is not among those that are there."""
    may_change: bool
    site: SiteRules = field(default_factory=SiteRules)
    language: str = "en"
    screen_language: str = "en"
    kept: Kept = field(default_factory=Kept)
    shift_ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsActions:
    add_person: Callable[[NewPersonForm], str]
    """Answers with the sentence that refuses it, or an empty one."""
    set_policy: Callable[[str], None]
    set_profile: Callable[[str], None]
    set_text: Callable[[str], None]
    set_paper: Callable[[str], None]
    set_printer: Callable[[str], None]
    set_language: Callable[[str], None]
    set_screen_language: Callable[[str], None]
    site: SiteActions
    kept: KeptActions
    set_shift_ends: Callable[[str], str]
    """Answers with the sentence that refuses it, or an empty one."""
    open_people: Callable[[], None]
    """Shows the page where people are changed, get new secrets and leave."""
    change_pin: Callable[[str, str], None]
    """(own password, new PIN); answered through `SettingsPage.pin_answer`."""
