"""What the page may do, and what it is told beside the record: callables and plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.ticket import ChargeTicket, Finding, Why
from nursedesk.desk.held_back import HeldLine
from nursedesk.record.encounter import Access, Amount, Container, EvaluationAndManagement, Modifier
from nursedesk.record.events import ReactionNoted, VitalsNoted
from nursedesk.watch.look import Notice
from nursedesk.watch.policy import Policy


@dataclass(frozen=True, slots=True)
class EncounterActions:
    """The use cases of one visit, bound to it; lines and events are named by their ids."""

    stop: Callable[[str], None]
    pause: Callable[[str], None]
    resume: Callable[[str], None]
    start: Callable[[str], None]
    hang: Callable[[], None]
    push: Callable[[], None]
    close: Callable[[], None]
    correct_time: Callable[[str, datetime, str], None]
    """Event, aware UTC instant, reason."""
    void: Callable[[str, str], None]
    """Event, reason."""
    chart_dose: Callable[[str, Amount | None, Amount | None, Container], None]
    """Administration, dose given, total content opened, container."""
    chart_order: Callable[[str, bool, int | None], None]
    """Line, on file, ordered minutes."""
    place_access: Callable[[Access], None]
    """A new access, or the same id with other facts."""
    set_diagnoses: Callable[[tuple[str, ...]], None]
    note: Callable[[str, str | None, bool], None]
    """Text, line or None for the visit, whether it is the patient's response."""
    tolerated: Callable[[tuple[str, ...]], None]
    """Administrations: every one was tolerated, no reaction."""
    reopen: Callable[[str], None]
    """Reason."""
    dismiss: Callable[[Notice], None]
    act_on_notice: Callable[[Notice], None]
    """The second word of its chip was pressed."""
    back: Callable[[], None]
    line_deed: Callable[[str, str], None]
    """Line, a `Deed` of its menu."""
    undo: Callable[[], None]
    """Take the last press back."""
    say_stop_reason: Callable[[str, str, str], None]
    """Visit, line, a `StopReason`: said after the stop."""
    note_vitals: Callable[[VitalsNoted], bool]
    """False when it was refused."""
    note_reaction: Callable[[ReactionNoted], bool]
    what_if: Callable[[datetime], ChargeTicket | None]
    """The ticket if everything stopped at that instant."""
    set_services: Callable[[tuple[EvaluationAndManagement, ...]], None]
    set_modifiers: Callable[[str, tuple[Modifier, ...]], bool | None]
    """Administration, every modifier a person wants on what it gives; False when it was refused."""


@dataclass(frozen=True, slots=True)
class VialHint:
    """What the favourites say is opened for a dose: offered as one press, never assumed."""

    opened: Amount
    container: Container
    text: str
    """`4 × 100 mg, no waste`."""


@dataclass(frozen=True, slots=True)
class EncounterContext:
    """Names, words of the coder, and the site's choices."""

    zone: ZoneInfo
    label: Callable[[str], str]
    """Code → our label, the drug table bound to it."""
    why: Callable[[Why], str]
    finding: Callable[[Finding], str]
    rules: str = ""
    """`cpt · 2026-10 · facility`."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Lower-case drug → as shown (tall-man)."""
    people: Mapping[str, str] = field(default_factory=dict)
    """Sign-in name → `J. Doe RN`."""
    boundaries: Policy = Policy.SHOWN
    vials: Mapping[str, VialHint] = field(default_factory=dict)
    """By administration."""
    held: tuple[HeldLine, ...] = ()
    """What the draft lacks until an order or a dose is charted."""
    doubt: Callable[[str, Amount], str] = lambda drug, dose: ""
    """(drug, dose): what looks wrong about a dose that is about to be charted; empty when nothing does."""
    modifiers: tuple[str, ...] = ()
    """What may be added to a line of this visit, by the rules of its setting."""

    def drug(self, drug: str) -> str:
        """The drug as it is shown."""
        return self.names.get(drug.strip().lower(), drug)

    def person(self, person: str) -> str:
        """The person as shown; the station for what nobody pressed, the sign-in name of somebody not known."""
        if person == "station":
            return QCoreApplication.translate("EncounterEvents", "station")
        return self.people.get(person, person)
