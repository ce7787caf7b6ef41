"""Events of what is charged: modifiers a person adds, and times a clock made doubtful."""

from dataclasses import dataclass

from nursedesk.record.encounter import Modifier
from nursedesk.record.header import LineId


@dataclass(frozen=True, slots=True)
class ModifiersSet:
    """The modifiers a person wants on what an administration gives, each with its reason; the latest counts."""

    administration: str
    modifiers: tuple[Modifier, ...]


@dataclass(frozen=True, slots=True)
class ClockDoubted:
    """The station's clock was set by this much while the line was up: a person has to look at its times."""

    line: LineId
    step_ms: int


@dataclass(frozen=True, slots=True)
class TimesConfirmed:
    """A person looked at the times of a line and stands by them as they are charted; the header has the reason."""

    line: LineId
