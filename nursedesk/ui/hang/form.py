"""What the hang and push dialogs hand back, and what they are told about the visit, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from nursedesk.catalog.scans import Field, Scan, WrongField
from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Amount, Device, Family, Purpose, Route
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
    """mL/h; the first step when others follow."""
    then: tuple[Decimal, ...] = ()
    """The rates that follow, in mL/h."""
    every: int | None = None
    """Minutes of each step but the last."""
    minutes: int | None = None
    ndc: str | None = None
    hcpcs: str | None = None
    """The code charted with it: which manufacturer, which bag."""
    order_signed: date | None = None
    """The day the order on file was signed."""
    clinic_pump: bool = False
    """The clinic supplies the pump it goes home in."""
    others: tuple["Choice", ...] = ()
    """Further drugs of the same bag; of each only drug, dose, NDC and code count."""


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
    families: tuple[tuple[str, Family, str], ...] = ()
    """What this payer takes a drug for by the site's policy: its name casefolded, the family, the reason."""
    checked_by: tuple[tuple[str, str], ...] = ()
    """Colleagues who may do the second check, as (sign-in name, name)."""
    mrn: str = ""
    allergies: tuple[str, ...] | None = None
    """None: not recorded; empty: none known."""
    weight: Amount | None = None
    checked_families: frozenset[Family] = frozenset()
    """Drugs of these families want a second check before they start."""


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
    """The rate at the start."""
    then: tuple[Amount, ...] = ()
    """The rates that follow in steps, on the same line."""
    every: int | None = None
    """Minutes of each step but the last."""
    ordered_minutes: int | None = None
    order_on_file: bool | None = None
    clinic_supplied_pump: bool = False
    """It goes home in a pump of the clinic's."""
    checked_by: str | None = None
    """Who did the second check, with her own PIN or badge."""
    checked_auth: str = ""
    """pin | badge: how it is known that it was she."""


@dataclass(frozen=True, slots=True)
class TypedDrug:
    """One drug of the bag or syringe, as text; `each` is what one container of the scanned package holds."""

    drug: str = ""
    dose: str = ""
    unit: str = "mg"
    lot: str = ""
    expiry: str = ""
    ndc: str = ""
    hcpcs: str = ""
    """Of the scanned package or the last visit; empty: it follows from the drug and the bag."""
    opened: str = ""
    """Total content of the containers opened, in the dose's unit: `400` or `4 x 100`."""
    each: Amount | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the dialog, as text: kept when it is left, put back when it is opened again."""

    drug: str = ""
    dose: str = ""
    unit: str = "mg"
    diluent: str = ""
    volume: str = ""
    rate: str = ""
    """`125`, or steps: `10 to 20 to 40`."""
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
    hcpcs: str = ""
    opened: str = ""
    each: Amount | None = None
    every: str = ""
    """Minutes of each step but the last."""
    clinic_pump: bool = False
    """The clinic supplies the pump; of no other route than a pump."""
    others: tuple[TypedDrug, ...] = ()
    """The drugs of the same bag that do not stand in the fields now."""

    def one(self) -> TypedDrug:
        """The drug that stands in the fields."""
        return TypedDrug(**{part.name: getattr(self, part.name) for part in fields(TypedDrug)})

    def with_one(self, drug: TypedDrug) -> "Typed":
        """The same bag with another drug in the fields."""
        return replace(self, **{part.name: getattr(drug, part.name) for part in fields(TypedDrug)})


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


@dataclass(frozen=True, slots=True)
class HangUses:
    """What the dialogs may ask of the desk."""

    clock: Callable[[], datetime]
    read: Callable[[str, Field], Scan | WrongField]
    """What a scanned or typed text is, for a field that wants one sort."""
    check: Callable[[str, str, Callable[[str], None]], None] = lambda person, pin, answer: answer("")
    """Whether a colleague's PIN is right (sign-in name, PIN, answer): answered later, with the sentence that
    refuses it or an empty one."""
    badge: Callable[[str], tuple[str, str]] = lambda badge: ("", "")
    """Whose badge was scanned for the second check (sign-in name), or the sentence that refuses it."""
