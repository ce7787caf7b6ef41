"""Every kind of event: one frozen dataclass each. Bodies are hashed, so they are never migrated.

An event is a header (who, when, how we know) and a body (what). The ledger adds the station's sequence
number and the hash chain when it commits; see `chain.py`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from nursedesk.record.bedside_events import AccessChanged as AccessChanged
from nursedesk.record.bedside_events import BagChanged as BagChanged
from nursedesk.record.bedside_events import NoticeShown as NoticeShown
from nursedesk.record.bedside_events import ReactionNoted as ReactionNoted
from nursedesk.record.bedside_events import VitalsNoted as VitalsNoted
from nursedesk.record.charge_events import ClockDoubted as ClockDoubted
from nursedesk.record.charge_events import ModifiersSet as ModifiersSet
from nursedesk.record.charge_events import TimesConfirmed as TimesConfirmed
from nursedesk.record.closing_events import Closed as Closed
from nursedesk.record.closing_events import Exported as Exported
from nursedesk.record.closing_events import PrintConfirmed as PrintConfirmed
from nursedesk.record.closing_events import Printed as Printed
from nursedesk.record.closing_events import Reopened as Reopened
from nursedesk.record.closing_events import Signed as Signed
from nursedesk.record.encounter import (
    Access,
    Amount,
    Container,
    EvaluationAndManagement,
    Family,
    Label,
    Patient,
    Purpose,
    RateStep,
    Route,
    Setting,
    StopReason,
)
from nursedesk.record.header import SCHEMA_VERSION as SCHEMA_VERSION
from nursedesk.record.header import AccessId as AccessId
from nursedesk.record.header import EncounterId as EncounterId
from nursedesk.record.header import EventId as EventId
from nursedesk.record.header import Header as Header
from nursedesk.record.header import LineId as LineId
from nursedesk.record.header import PersonId as PersonId
from nursedesk.record.header import Source as Source
from nursedesk.record.header import StationId as StationId
from nursedesk.record.identity_events import Claimed as Claimed
from nursedesk.record.identity_events import Discarded as Discarded
from nursedesk.record.identity_events import Tapped as Tapped
from nursedesk.record.identity_events import Witnessed as Witnessed
from nursedesk.record.posting_events import Posted as Posted
from nursedesk.record.posting_events import QueueCleared as QueueCleared
from nursedesk.record.room_events import ChairInService as ChairInService
from nursedesk.record.room_events import ChairOutOfService as ChairOutOfService
from nursedesk.record.room_events import ExpectedDropped as ExpectedDropped
from nursedesk.record.room_events import PatientExpected as PatientExpected
from nursedesk.record.station_events import BackedUp as BackedUp
from nursedesk.record.station_events import ClockStepped as ClockStepped
from nursedesk.record.station_events import CredentialSet as CredentialSet
from nursedesk.record.station_events import GlassBroken as GlassBroken
from nursedesk.record.station_events import Locked as Locked
from nursedesk.record.station_events import LockedOut as LockedOut
from nursedesk.record.station_events import PersonChanged as PersonChanged
from nursedesk.record.station_events import Recovered as Recovered
from nursedesk.record.station_events import Restored as Restored
from nursedesk.record.station_events import SettingChanged as SettingChanged
from nursedesk.record.station_events import ShiftSignedOff as ShiftSignedOff
from nursedesk.record.station_events import SignedIn as SignedIn
from nursedesk.record.station_events import SignedOut as SignedOut
from nursedesk.record.station_events import Viewed as Viewed

# --- the visit -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    site: str
    setting: Setting
    chair: str
    patient: Patient
    payer: str | None = None
    authorization: str | None = None
    ordering_provider: str | None = None
    supervising_provider: str | None = None
    earlier_visit_same_day: bool = False
    nurse: PersonId | None = None
    expected: str | None = None
    """The entry of the day's expected list this visit is of."""


@dataclass(frozen=True, slots=True)
class PatientCorrected:
    patient: Patient


@dataclass(frozen=True, slots=True)
class ChairMoved:
    chair: str


@dataclass(frozen=True, slots=True)
class ChairFreed:
    pass


@dataclass(frozen=True, slots=True)
class NurseAssigned:
    nurse: PersonId


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The open lines of a visit go to a named nurse, who is then its nurse."""

    to: PersonId
    lines: tuple[LineId, ...]


@dataclass(frozen=True, slots=True)
class AccessPlaced:
    access: Access


@dataclass(frozen=True, slots=True)
class DiagnosesSet:
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmCharted:
    services: tuple[EvaluationAndManagement, ...]


@dataclass(frozen=True, slots=True)
class PrimarySet:
    administration: str | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A free note about the visit (line None) or how the patient took a line's drugs (`response`)."""

    text: str
    line: LineId | None = None
    response: bool = False


# --- a line ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DrugHung:
    """One drug in a bag or syringe; `administration` is its id in the contract's JSON."""

    administration: str
    drug: str
    hcpcs: str | None = None
    ndc: str | None = None
    family: Family | None = None
    dose: Amount | None = None
    opened: Amount | None = None
    container: Container = Container.UNKNOWN
    hcpcs_unit: Amount | None = None
    lot: str | None = None
    expiry: date | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bag or syringe is ready. Its line id is minted here."""

    line: LineId
    route: Route
    drugs: tuple[DrugHung, ...]
    purpose: Purpose = Purpose.TREATMENT
    access: AccessId | None = None
    bag: str | None = None
    diluent: str | None = None
    volume: Amount | None = None
    rate: Amount | None = None
    ordered_minutes: int | None = None
    order_on_file: bool | None = None
    additional_pump_setups: int = 0
    clinic_supplied_pump: bool = False
    steps: tuple[RateStep, ...] | None = None
    """Rates planned one after the other, the first is `rate`; each that is set is a RateChanged of its own."""


@dataclass(frozen=True, slots=True)
class OrderCharted:
    line: LineId
    on_file: bool
    ordered_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class DoseCharted:
    """Dose given and containers opened of one drug; the latest recorded counts."""

    administration: str
    dose: Amount | None
    opened: Amount | None = None
    container: Container = Container.UNKNOWN


@dataclass(frozen=True, slots=True)
class Started:
    line: LineId
    segment: int = 1
    by: PersonId | None = None
    """Who did it, when somebody else charts it."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Ends a segment; the line stays up."""

    line: LineId
    segment: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """Begins the next segment."""

    line: LineId
    segment: int


@dataclass(frozen=True, slots=True)
class RateChanged:
    line: LineId
    rate: Amount


@dataclass(frozen=True, slots=True)
class Stopped:
    """Ends a segment and the line."""

    line: LineId
    segment: int
    reason: StopReason = StopReason.COMPLETED
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class StopReasonSet:
    """Said quietly after the stop: completed, reaction, …"""

    line: LineId
    reason: StopReason


@dataclass(frozen=True, slots=True)
class Pushed:
    """A push, injection or flush was given: complete at once."""

    line: LineId
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Wasted:
    administration: str
    wasted: Amount | None
    witness: str | None = None


# --- changes to the record -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Corrected:
    """Replaces the instant and/or the body of an earlier event, which stays visible. The header has the reason."""

    target: EventId
    label: Label
    occurred: datetime | None = None
    body: "Body | None" = None


@dataclass(frozen=True, slots=True)
class Voided:
    """An earlier event does not count. Reason `undo` within ten seconds, else the person's words."""

    target: EventId


@dataclass(frozen=True, slots=True)
class NoticeDismissed:
    notice: str
    line: LineId | None = None


Body = (
    Opened
    | PatientCorrected
    | ChairMoved
    | ChairFreed
    | NurseAssigned
    | HandedOver
    | AccessPlaced
    | DiagnosesSet
    | EmCharted
    | PrimarySet
    | Noted
    | Prepared
    | OrderCharted
    | DoseCharted
    | Started
    | Paused
    | Resumed
    | RateChanged
    | Stopped
    | StopReasonSet
    | Pushed
    | Wasted
    | ModifiersSet
    | ClockDoubted
    | TimesConfirmed
    | Corrected
    | Voided
    | Closed
    | Reopened
    | Signed
    | Printed
    | PrintConfirmed
    | Exported
    | Posted
    | QueueCleared
    | NoticeDismissed
    | BagChanged
    | AccessChanged
    | VitalsNoted
    | ReactionNoted
    | NoticeShown
    | PatientExpected
    | ExpectedDropped
    | ChairOutOfService
    | ChairInService
    | SignedIn
    | SignedOut
    | Locked
    | Viewed
    | SettingChanged
    | PersonChanged
    | ClockStepped
    | BackedUp
    | Restored
    | ShiftSignedOff
    | Recovered
    | Tapped
    | Claimed
    | Discarded
    | Witnessed
    | CredentialSet
    | LockedOut
    | GlassBroken
)


@dataclass(frozen=True, slots=True)
class Event:
    header: Header
    body: Body

    @property
    def kind(self) -> str:
        return type(self.body).__name__
