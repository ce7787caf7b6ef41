"""The folded state of one visit: what the coder, the screen and the paper read.

Instants are aware UTC datetimes; doses are `Decimal`; minutes are `int`; collections are tuples.
A *line* is one bag or syringe and is one administration per drug in it (they share `line` and `bag`).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from nursedesk.record.header import ADDED_LATER

SEPARATE_EM = "25"
"""The modifier that says a visit is separately identifiable (§10)."""


class Setting(StrEnum):
    OUTPATIENT_FACILITY = "outpatient_facility"
    OFFICE = "office"
    INPATIENT = "inpatient"


class Family(StrEnum):
    THERAPEUTIC = "therapeutic"
    CHEMOTHERAPY = "chemotherapy"
    COMPLEX_BIOLOGIC = "complex_biologic"
    HORMONAL_ANTINEOPLASTIC = "hormonal_antineoplastic"
    HYDRATION = "hydration"


class Purpose(StrEnum):
    TREATMENT = "treatment"
    PROPHYLAXIS = "prophylaxis"
    DIAGNOSTIC = "diagnostic"
    HYDRATION = "hydration"
    CARRIER = "carrier"
    FLUSH = "flush"
    KEEP_OPEN = "keep_open"
    INTEGRAL = "integral"


class Route(StrEnum):
    IV_INFUSION = "iv_infusion"
    IV_PUSH = "iv_push"
    IM = "im"
    SC = "sc"
    SC_INFUSION = "sc_infusion"
    ON_BODY_INJECTOR = "on_body_injector"
    PUMP = "pump"
    PORT_FLUSH = "port_flush"
    ORAL = "oral"


class Device(StrEnum):
    PERIPHERAL = "peripheral"
    MIDLINE = "midline"
    PICC = "picc"
    PORT = "port"
    TUNNELED_CVC = "tunneled_cvc"
    NONTUNNELED_CVC = "nontunneled_cvc"
    DIALYSIS_CATHETER = "dialysis_catheter"
    SUBCUTANEOUS = "subcutaneous"
    UNKNOWN = "unknown"


class StopSource(StrEnum):
    OBSERVED = "observed"
    CORRECTED = "corrected"
    CALCULATED = "calculated"


class StopReason(StrEnum):
    COMPLETED = "completed"
    REACTION = "reaction"
    ACCESS_FAILURE = "access_failure"
    PATIENT_REQUEST = "patient_request"
    ORDERED = "ordered"
    EMERGENCY = "emergency"
    OTHER = "other"


class Container(StrEnum):
    SINGLE_DOSE = "single_dose"
    MULTI_DOSE = "multi_dose"
    UNKNOWN = "unknown"


class Label(StrEnum):
    """How a time that was not pressed as it happened is labelled on screen and paper."""

    LATE_ENTRY = "LATE ENTRY"
    CORRECTION = "CORRECTION"
    CALCULATED = "CALCULATED"
    CLOCK_SUSPECT = "CLOCK SUSPECT"
    """Pressed while the station's clock could not be trusted, and nobody has confirmed it since."""


class Status(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    SIGNED = "signed"


class LineState(StrEnum):
    PREPARED = "prepared"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    GIVEN = "given"
    """A push, injection or flush: complete the moment it is charted."""


class Press(StrEnum):
    """What can be pressed before it is known who presses."""

    START = "start"
    STOP = "stop"
    PUSH = "push"


class SecondSign(StrEnum):
    """What a second person signs for."""

    WASTE = "waste"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Amount:
    """A decimal number of a UCUM unit (`mg`, `ug`, `g`, `mL`, `[iU]`, `meq`, `mL/h`)."""

    amount: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class RateStep:
    """One rate of a line that is changed by plan; `minutes` is None for the last, and where none is told."""

    rate: Amount
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    name: str = ""
    mrn: str = ""
    birth_date: date | None = None
    sex: str | None = None
    allergies: tuple[str, ...] | None = None
    """None: not recorded; empty: none known. Not in the contract's JSON, nor is the weight."""
    weight: Amount | None = None


@dataclass(frozen=True, slots=True)
class Access:
    id: str
    device: Device = Device.UNKNOWN
    site: str | None = None
    separate_reason: str | None = None
    """Why a second access was medically necessary; gives it its own initial code (R8.1)."""
    placed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of running time; a pause is the gap between two."""

    start: datetime | None
    stop: datetime | None = None
    stop_source: StopSource = StopSource.OBSERVED
    unreal: bool = False
    """A time was given that no clock of the zone ever showed (the spring hour): not codable (R2.1, R9.4).
    That time is None here."""
    start_event: str | None = None
    stop_event: str | None = None


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier a person adds to what is charged, and why (§10)."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Administration:
    """One drug given by one route: the contract's `administration`, and what the desk adds to it below."""

    id: str
    drug: str
    route: Route
    segments: tuple[Segment, ...] = ()
    family: Family | None = None
    """None: the drug table's, with the site's payer policy, else therapeutic."""
    purpose: Purpose = Purpose.TREATMENT
    access: str | None = None
    bag: str | None = None
    hcpcs: str | None = None
    ndc: str | None = None
    ordered_minutes: int | None = None
    order_on_file: bool | None = None
    stop_reason: StopReason = StopReason.COMPLETED
    dose: Amount | None = None
    opened: Amount | None = None
    container: Container = Container.UNKNOWN
    hcpcs_unit: Amount | None = None
    volume: Amount | None = None
    rate: Amount | None = None
    lot: str | None = None
    expiry: date | None = None
    started_by: str | None = None
    stopped_by: str | None = None
    waste_witness: str | None = None
    response: str | None = None
    additional_pump_setups: int = 0
    clinic_supplied_pump: bool = False
    # The desk's own; not in the contract's JSON.
    line: str = ""
    state: LineState = LineState.STOPPED
    prepared: datetime | None = None
    prepared_event: str | None = None
    diluent: str | None = None
    steps: tuple[RateStep, ...] = ()
    """The rates planned one after the other; empty where there is one rate."""
    rate_since: datetime | None = None
    """When `rate` was charted as changed last; None: it is the one the line began with."""
    wasted: Amount | None = None
    waste_event: str | None = None
    waste_signed: datetime | None = None
    """When the witness signed for the waste with her own PIN or badge; None: only named, or nobody."""
    checked_by: str | None = None
    checked_at: datetime | None = None
    """The second person who signed for the check of what was hung, and when."""
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationAndManagement:
    code: str
    separately_identifiable: bool = False
    modifiers: tuple[Modifier, ...] = field(default=(), metadata=ADDED_LATER)
    """Not in the contract's JSON."""

    @property
    def separate(self) -> bool:
        """Whether a person says it is separately identifiable: marked so, or modifier 25 with a reason (§10)."""
        added = (m.code.strip() == SEPARATE_EM and m.reason.strip() for m in self.modifiers)
        return self.separately_identifiable or any(added)


@dataclass(frozen=True, slots=True)
class TimeNote:
    """A time that was not observed as it happened, for the Times box of the ticket and the event list."""

    line: str | None
    what: str
    """The event's kind: Started, Paused, Resumed, Stopped, Pushed …"""
    label: Label
    was: datetime | None
    """The time first charted, when this is a correction."""
    now: datetime
    by: str
    recorded: datetime
    reason: str | None
    step_ms: int | None = None
    """How far the clock had been set, when that is what makes the time suspect."""


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """A line was up when the station's clock was set; somebody may have confirmed its times since."""

    line: str
    step_ms: int
    recorded: datetime
    confirmed_by: str | None = None
    confirmed: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two events that cannot both count (two stops of one segment); `kept` counts, `other` is shown."""

    kind: str
    line: str | None
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class WaitingPress:
    """A press at a locked station that nobody has claimed or discarded."""

    event: str
    press: Press
    line: str | None
    segment: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Encounter:
    id: str
    setting: Setting
    time_zone: str = "UTC"
    earlier_visit_same_day: bool = False
    primary_administration: str | None = None
    payer: str | None = None
    authorization: str | None = None
    ordering_provider: str | None = None
    supervising_provider: str | None = None
    patient: Patient | None = None
    accesses: tuple[Access, ...] = ()
    administrations: tuple[Administration, ...] = ()
    evaluation_and_management: tuple[EvaluationAndManagement, ...] = ()
    diagnoses: tuple[str, ...] = ()
    # The desk's own; not in the contract's JSON.
    site: str = ""
    chair: str | None = None
    """The chair it is or was in."""
    freed: datetime | None = None
    """When the chair was freed."""
    nurse: str | None = None
    opened: datetime | None = None
    closed: datetime | None = None
    status: Status = Status.OPEN
    ticket_number: str | None = None
    version: int = 0
    """How many times this encounter's ticket has been signed."""
    signed_ticket: str | None = None
    """Canonical JSON of the ticket as last signed; reprints use it, nothing recomputes it."""
    signed_by: str | None = None
    signed_at: datetime | None = None
    signed_meaning: str | None = None
    """What the signer put the name to."""
    signed_attestation: str | None = None
    """Why the signature is an attestation: `late`, `other`, `late other`; None when it is not."""
    copies: int = 0
    """Times the current version was printed or saved."""
    sent_to_printer: datetime | None = None
    """When the last paper was sent that nobody has seen come out."""
    notes: tuple[str, ...] = ()
    time_notes: tuple[TimeNote, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    clock_doubts: tuple[ClockDoubt, ...] = ()
    """In order of recording, confirmed ones too."""
    dismissed: tuple[str, ...] = ()
    """Notices a person has dismissed, as `kind:line`."""
    shown: tuple[str, ...] = ()
    """Notices that have come on screen, as `kind:line`."""
    expected: str | None = None
    """The entry of the day's expected list it is of."""
    presses: tuple[WaitingPress, ...] = ()
    """Presses that wait for a name, in the order they were pressed."""
