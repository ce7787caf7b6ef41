"""What the hang and push dialogs hand back, and what they are told about the visit, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Amount, Device, Purpose, Route
from nursedesk.record.events import AccessId, DrugHung


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the left list: a drug as it was given last time, or as this suite likes it."""

    drug: str
    dose: Amount | None = None
    purpose: Purpose = Purpose.TREATMENT
    route: Route = Route.IV_INFUSION
    diluent: str | None = None
    volume: Decimal | None = None
    """mL."""
    rate: Decimal | None = None
    """mL/h; the first step when `rate_to` is set."""
    rate_to: Decimal | None = None
    minutes: int | None = None
    ndc: str | None = None
    order_signed: date | None = None
    """The day the order on file was signed."""


@dataclass(frozen=True, slots=True)
class HangContext:
    """Everything the dialog shows about one visit; nothing in it changes while the dialog is open."""

    encounter: str
    chair: str
    name: str
    facts: str
    """Birth date, sex and MRN in one line."""
    zone: ZoneInfo
    accesses: tuple[Access, ...] = ()
    """The visit's accesses, the one last used first."""
    last_visit: tuple[Choice, ...] = ()
    last_visit_on: date | None = None
    favourites: tuple[Choice, ...] = ()
    drugs: tuple[Drug, ...] = ()
    order_signed: date | None = None
    payer: str | None = None


@dataclass(frozen=True, slots=True)
class HangForm:
    """One bag or syringe as typed; ids are minted by the desk (`DrugHung.administration` is empty here)."""

    encounter: str
    route: Route
    drugs: tuple[DrugHung, ...]
    purpose: Purpose = Purpose.TREATMENT
    access: AccessId | None = None
    """An access of the visit, None: not charted yet, or a new one."""
    new_access: Access | None = None
    """Placed with it; its id is the next free letter."""
    diluent: str | None = None
    volume: Amount | None = None
    rate: Amount | None = None
    rate_to: Amount | None = None
    """The last step of a rate that is raised in steps; the record takes `rate` at the start."""
    ordered_minutes: int | None = None
    order_on_file: bool | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the dialog, as text: kept when it is left, put back when it is opened again."""

    drug: str = ""
    dose: str = ""
    unit: str = "mg"
    diluent: str = ""
    volume: str = ""
    rate: str = ""
    planned_end: str = ""
    """As typed; empty while it follows from volume and rate."""
    minutes: int | None = None
    """The planned length that follows from the fields, None when nothing is planned."""
    access: str = ""
    """An access id, `new`, or empty."""
    device: Device = Device.PERIPHERAL
    site: str = ""
    separate_reason: str = ""
    purpose: Purpose = Purpose.TREATMENT
    route: Route = Route.IV_INFUSION
    lot: str = ""
    expiry: str = ""
    ndc: str = ""
    order_on_file: bool | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One field that cannot be taken as it stands: the field's objectName and the sentence under it."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Now:
    """The instant a form is read at, and the zone its clock times are typed in."""

    at: datetime
    zone: ZoneInfo
