"""What a card shows, as plain frozen values: strings and flags, nothing that needs a screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from nursedesk.outputs.pictures.ruler import RulerModel
from nursedesk.outputs.pictures.strip import StripModel
from nursedesk.record.encounter import Encounter, LineState
from nursedesk.ui.kit.chip import Tone
from nursedesk.ui.kit.pill import State
from nursedesk.watch.look import Look
from nursedesk.watch.policy import Policy


@dataclass(frozen=True, slots=True)
class Names:
    """How people and drugs are called on screen; what is missing is shown as recorded."""

    people: Mapping[str, str] = field(default_factory=dict)
    """Sign-in name → `J. Doe RN`."""
    drugs: Mapping[str, str] = field(default_factory=dict)
    """Lower-case drug name → its display form, tall-man where listed."""

    def person(self, who: str | None) -> str:
        """A person's name and credential; empty for nobody."""
        return self.people.get(who, who) if who else ""

    def drug(self, name: str) -> str:
        """A drug as it is written on labels."""
        return self.drugs.get(name.strip().lower(), name)


@dataclass(frozen=True, slots=True)
class EarlierVisit:
    """A visit that was in this chair earlier today."""

    name: str
    start: datetime
    stop: datetime
    ticket: str
    outcome: str = ""
    """`Signed · printed`."""


@dataclass(frozen=True, slots=True)
class ChairDay:
    """What else is known about a chair today."""

    visits: tuple[EarlierVisit, ...] = ()
    """Latest first."""
    free_since: datetime | None = None
    expected: str = ""
    """`VANCE, Tomas · 14:30 · iron sucrose`."""
    entry: str = ""
    """The list's entry that is expected."""
    out: str = ""
    """Why the chair is out of service; empty when it can be used."""
    last_visit: str = ""
    """Of the patient in the chair: `27-Oct-2026`."""
    last_hung: tuple[str, str] = ("", "")
    """(drug, rest) of that visit: `ocrelizumab`, `600 mg in 500 mL`."""
    missing: tuple[str, ...] | None = None
    """What closing would ask for, most pressing first: `response to zoledronic acid`; None: count the findings."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a sentence; strong ones are what changes or matters."""

    text: str
    strong: bool = False


Sentence = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ChipModel:
    kind: str
    line: str | None
    text: str
    tone: Tone
    action: str = ""


@dataclass(frozen=True, slots=True)
class LineModel:
    """One bag or syringe on the card."""

    line: str
    number: int
    """From 1, in the order shown."""
    drug: str
    dose: str
    state: LineState
    elapsed: tuple[tuple[str, str], ...]
    """(number, unit) pairs; empty when it has not started."""
    elapsed_text: str
    facts: tuple[Sentence, ...]
    """Up to two, for my chairs."""
    fact: Sentence
    """The one that room has space for."""
    ruler: RulerModel | None
    note: str = ""
    """Said in the ruler's place."""
    short_note: str = ""
    chip: ChipModel | None = None
    more_notices: tuple[str, ...] = ()
    overdue: bool = False
    outline: bool = False
    """Keep-open or carrier: recorded, never charged."""


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    detail: str
    middle: str
    right: str
    short: str
    """The one fact room has space for."""


@dataclass(frozen=True, slots=True)
class ListModel:
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class StepModel:
    """The one-line next step; `button` names what does it, if anything.

    It is `check_in`, `check_in_other` (somebody is expected), `hang`, `arrive` or `put_back`.
    """

    text: Sentence
    note: Sentence = ()
    button: str = ""
    quiet: bool = False


Slot = LineModel | ListModel | StepModel


@dataclass(frozen=True, slots=True)
class Source:
    """What a card was made from, so that a tick can make it again at another minute."""

    chair: str
    encounter: Encounter | None
    look: Look | None
    zone: ZoneInfo
    names: Names
    policy: Policy
    day: ChairDay


@dataclass(frozen=True, slots=True)
class CardModel:
    chair: str
    encounter: str | None
    state: State
    word: str
    name: str
    facts: str
    """For my chairs: day of birth, sex, MRN, access."""
    short_facts: str
    """For room: day of birth, nurse."""
    lines: tuple[LineModel, ...]
    slots: tuple[Slot, ...]
    """At least two: the lines first, then what fills the skeleton."""
    strip: StripModel
    spoken: str
    urgency: int
    """Lower sorts first when order by urgency is asked for."""
    source: Source = field(compare=False, repr=False)

    @property
    def hidden_lines(self) -> int:
        """Lines beyond the two a card shows at once."""
        return max(len(self.lines) - 2, 0)
