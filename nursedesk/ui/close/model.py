"""What the close page shows and asks, as plain values, and the use cases it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtGui import QImage


class FixKind(StrEnum):
    """What one press on a missing item does."""

    STOP_LINE = "stop_line"
    REMOVE_LINE = "remove_line"
    """Prepared and never started: it does not count."""
    ORDER_ON_FILE = "order_on_file"
    CHART_DOSE = "chart_dose"
    TOLERATED = "tolerated"
    REACTION = "reaction"
    CLAIM = "claim"
    """Says that a press at the locked station was one's own."""
    TIMES_RIGHT = "times_right"
    """A person stands by times that a set clock made doubtful."""
    SECOND_SIGN = "second_sign"
    """A colleague signs, known by her own PIN or badge."""
    DISCARD = "discard"
    """The press did nothing; the text is why."""
    OPEN = "open"
    """Shows the encounter, where the times and facts are corrected."""
    LEAVE = "leave"
    """Close without it; the finding stays on the ticket."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One press; `text` is the line a person typed for it."""

    kind: FixKind
    administrations: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class FixButton:
    label: str
    fix: Fix
    hint: str | None = None
    """Set: a field opens with this placeholder, and Enter in it does the fix."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing the record still wants."""

    key: str
    title: str
    why: str
    blocks: bool
    """True: the ticket cannot be signed while it stands."""
    buttons: tuple[FixButton, ...] = ()
    asks_again: bool = True
    """False: it is listed, and the signature goes without a second press."""


@dataclass(frozen=True, slots=True)
class SentJob:
    """A print job that nobody has confirmed yet."""

    encounter: str
    number: str
    sent: datetime


@dataclass(frozen=True, slots=True)
class CloseModel:
    encounter: str
    chair: str
    name: str
    birth_date: date | None
    sex: str | None
    mrn: str
    last_stop: datetime | None
    missing: tuple[Missing, ...]
    lines: tuple[str, ...]
    """`96365 × 1`, in the order of the ticket."""
    number: str | None
    """None: given at the signature."""
    version: int
    """The version a signature now would make."""
    signer: str
    """`J. Doe RN`."""
    zone: str
    printer: str | None
    """None: no printer is set up, the ticket goes into a PDF."""
    printer_chosen: bool = True
    """False: it is the computer's default, and nobody has chosen it for this station."""
    paper: str = "Letter"
    pages: int = 1
    job: SentJob | None = None
    signed_at: datetime | None = None
    """Set once this version is signed: the page then prints and saves only."""
    asks_password: bool = False
    """True once ten wrong PINs ended the PIN."""
    attestation: str = ""
    """Why a signature now is an attestation: `late`, `other`, `late other`; empty when it is not."""
    held: str = ""
    """`J1745 × 40`: what the draft lacks until an order or a dose is charted; empty when nothing is held back."""
    nothing_given: bool = False
    """True: no drug was hung or pushed in it, and no version of it was ever signed."""
    in_chair: bool = True
    """False: its chair was freed."""
    drawn: object = None
    """What the paper is drawn from: as long as it is equal, the paper is."""


@dataclass(frozen=True, slots=True)
class SignForm:
    encounter: str
    secret: str
    """The PIN, or the password when `asks_password`."""
    print_it: bool


@dataclass(frozen=True, slots=True)
class CloseActions:
    """The use cases behind the page; each answers through `ClosePage.show_model` or `ClosePage.refuse`."""

    fix: Callable[[str, Fix], None]
    """(encounter, what was pressed)."""
    sign: Callable[[SignForm], None]
    save_pdf: Callable[[str], None]
    print_again: Callable[[str], None]
    came_out: Callable[[str], None]
    """The person says that the encounter's paper lies in the tray."""
    free: Callable[[str], None]
    """The patient has left, and nothing was given."""
    render_preview: Callable[[str, int], QImage]
    """(encounter, width in device pixels) → the first page."""


def blocking(missing: tuple[Missing, ...]) -> int:
    """How many of the missing things stand in the way of a signature."""
    return sum(m.blocks for m in missing)
