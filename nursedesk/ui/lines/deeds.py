"""The deeds a line offers, by its state, and their words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from nursedesk.record.encounter import LineState
from nursedesk.ui.kit import Menu

translate = QCoreApplication.translate


class Deed(StrEnum):
    PAUSE = "pause"
    RESUME = "resume"
    RATE = "rate"
    BAG = "bag"
    ACCESS = "access"
    WASTE = "waste"
    STOP_AT = "stop_at"
    REASON = "reason"
    TAKE_BACK = "take_back"
    WRONG_DRUG = "wrong_drug"
    WRONG_DOSE = "wrong_dose"
    FAMILY = "family"
    """What kind of drug it is charged as."""
    NEVER_RAN = "never_ran"
    ELSEWHERE = "elsewhere"
    WRONG_PATIENT = "wrong_patient"
    """Of the visit, as is the next; no line is named with them."""
    WRONG_CHAIR = "wrong_chair"
    PART = "part"
    """Two lines overlap and did not: done at once, offered where the overlap is told."""
    TIMES_RIGHT = "times_right"
    """A person stands by times that a set clock made doubtful: done at once, offered where the doubt is told."""


@dataclass(frozen=True, slots=True)
class MenuLine:
    """A line as the menu names it; `pump`: it goes home in a pump."""

    line: str
    drug: str
    state: LineState
    pump: bool = False


CORRECTIONS = (Deed.WRONG_DOSE, Deed.WRONG_DRUG, Deed.FAMILY, Deed.ELSEWHERE, Deed.NEVER_RAN)
"""What a line offers when it was charted wrongly; a wrong time is edited in the list of events."""
OF_THE_VISIT = (Deed.WRONG_PATIENT, Deed.WRONG_CHAIR)

UP_FIRST = (LineState.RUNNING, LineState.PAUSED, LineState.PREPARED, LineState.STOPPED, LineState.GIVEN)
"""The order of lines in a menu."""
_RUNS = (Deed.PAUSE, Deed.RATE, Deed.BAG, Deed.ACCESS, Deed.STOP_AT, Deed.WASTE)
_OFFERED: dict[LineState, tuple[Deed, ...]] = {
    LineState.PREPARED: (Deed.RATE, Deed.ACCESS, Deed.WASTE),
    LineState.RUNNING: _RUNS,
    LineState.PAUSED: (Deed.RESUME, *_RUNS[1:]),
    LineState.STOPPED: (Deed.REASON, Deed.TAKE_BACK, Deed.WASTE),
    LineState.GIVEN: (Deed.WASTE,),
}


def offered(line: MenuLine) -> tuple[Deed, ...]:
    """What can be done to a line now. A pump at home is not paused, and gets no new bag here."""
    deeds = _OFFERED[line.state]
    return tuple(one for one in deeds if one not in (Deed.PAUSE, Deed.BAG)) if line.pump else deeds


def deed_word(deed: Deed, *, pump: bool = False) -> str:
    """The deed as a menu says it; dots mean that something is asked."""
    if pump and deed is Deed.STOP_AT:
        return translate("Lines", "Disconnected at…")
    return {
        Deed.PAUSE: translate("Lines", "Pause"),
        Deed.RESUME: translate("Lines", "Resume"),
        Deed.RATE: translate("Lines", "Change the rate…"),
        Deed.BAG: translate("Lines", "New bag…"),
        Deed.ACCESS: translate("Lines", "Change the access…"),
        Deed.WASTE: translate("Lines", "Waste…"),
        Deed.STOP_AT: translate("Lines", "Stopped earlier…"),
        Deed.REASON: translate("Lines", "Why it was stopped…"),
        Deed.TAKE_BACK: translate("Lines", "Take the stop back…"),
        Deed.WRONG_DRUG: translate("Lines", "It was another drug…"),
        Deed.WRONG_DOSE: translate("Lines", "It was another dose…"),
        Deed.FAMILY: translate("Lines", "It is another kind of drug…"),
        Deed.ELSEWHERE: translate("Lines", "It hung with another patient…"),
        Deed.NEVER_RAN: translate("Lines", "It never ran here…"),
        Deed.WRONG_PATIENT: translate("Lines", "Another patient sits here…"),
        Deed.WRONG_CHAIR: translate("Lines", "It was another chair…"),
        Deed.PART: translate("Lines", "No overlap"),
        Deed.TIMES_RIGHT: translate("Lines", "Times are right"),
    }[deed]


def add_lines(menu: Menu, lines: Sequence[MenuLine], press: Callable[[str, Deed], None]) -> None:
    """A submenu for each line, those that are up first."""
    for number, line in enumerate(lines, 1):
        sub = menu.add_menu(line.drug, f"lineMenu_{number}")
        for deed in (*offered(line), *CORRECTIONS):
            if deed is CORRECTIONS[0]:
                sub.addSeparator()
            word, name = deed_word(deed, pump=line.pump), f"{deed.value}Action_{number}"
            sub.add(word, partial(press, line.line, deed), name)


def add_visit(menu: Menu, press: Callable[[str, Deed], None]) -> None:
    """What puts the visit itself right; the line is left empty."""
    menu.addSeparator()
    for deed in OF_THE_VISIT:
        menu.add(deed_word(deed), partial(press, "", deed), f"{deed.value}Action")
