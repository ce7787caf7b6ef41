"""What is charted of each drug, as a matrix: order, access, dose, start, stop, response, signature."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nursedesk.record.encounter import Access, Administration, Device, Encounter, LineState, Route, Status
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.line_names import UNCHARGED
from nursedesk.watch.look import Look

translate = QCoreApplication.translate
_NO_ACCESS = frozenset({Route.IM, Route.SC, Route.ORAL, Route.ON_BODY_INJECTOR})


class Column(StrEnum):
    ORDER = "order"
    ACCESS = "access"
    DOSE = "dose"
    START = "start"
    STOP = "stop"
    RESPONSE = "response"
    SIGNED = "signed"


class Mark(StrEnum):
    DONE = "done"
    MISSING = "missing"
    """Not recorded, and wanted."""
    DASH = "dash"
    """Nothing to record, or not yet."""
    WORD = "word"
    """`running`, `paused`."""


@dataclass(frozen=True, slots=True)
class Cell:
    mark: Mark
    text: str
    """What assistive tools say and, for WORD, what is shown."""


@dataclass(frozen=True, slots=True)
class ChartingRow:
    administration: str
    line: str
    drug: str
    cells: tuple[Cell, ...]
    """In the order of `Column`."""


def column_word(column: Column) -> str:
    """A column's head."""
    return {
        Column.ORDER: translate("EncounterCharting", "order"),
        Column.ACCESS: translate("EncounterCharting", "access"),
        Column.DOSE: translate("EncounterCharting", "dose"),
        Column.START: translate("EncounterCharting", "start"),
        Column.STOP: translate("EncounterCharting", "stop"),
        Column.RESPONSE: translate("EncounterCharting", "response"),
        Column.SIGNED: translate("EncounterCharting", "signed"),
    }[column]


def charting(encounter: Encounter, look: Look | None, context: EncounterContext) -> tuple[ChartingRow, ...]:
    """A row for every drug that may be charged, infusions before pushes; keep-open and carriers have none."""
    accesses = {access.id: access for access in encounter.accesses}
    wanted = _responses_wanted(look)
    signed = encounter.status is Status.SIGNED
    rows = []
    for one in sorted(encounter.administrations, key=lambda a: a.state is LineState.GIVEN):
        if one.purpose in UNCHARGED:
            continue
        cells = (
            _yes_or_missing(bool(one.order_on_file)),
            _access(one, accesses),
            _yes_or_missing(one.dose is not None),
            _start(one),
            _stop(one),
            _response(one, wanted),
            _done() if signed else _dash(),
        )
        rows.append(ChartingRow(one.id, one.line, context.drug(one.drug), cells))
    return tuple(rows)


def _responses_wanted(look: Look | None) -> frozenset[str]:
    findings = look.ticket.findings if look else ()
    about = [f for f in findings if f.code == "charting-incomplete" and "response" in str(f.params.get("missing"))]
    return frozenset(a for f in about for a in f.administrations)


def _done() -> Cell:
    return Cell(Mark.DONE, translate("EncounterCharting", "recorded"))


def _dash() -> Cell:
    return Cell(Mark.DASH, translate("EncounterCharting", "nothing to record yet"))


def _missing() -> Cell:
    return Cell(Mark.MISSING, words.not_recorded())


def _yes_or_missing(recorded: bool) -> Cell:
    return _done() if recorded else _missing()


def _access(one: Administration, accesses: dict[str, Access]) -> Cell:
    if one.route in _NO_ACCESS:
        return _dash()
    access = accesses.get(one.access or "")
    return _yes_or_missing(access is not None and access.device is not Device.UNKNOWN)


def _start(one: Administration) -> Cell:
    if one.state is LineState.PREPARED:
        return _dash()
    return _yes_or_missing(any(s.start for s in one.segments))


def _stop(one: Administration) -> Cell:
    if one.state is LineState.RUNNING:
        return Cell(Mark.WORD, translate("EncounterCharting", "running"))
    if one.state is LineState.PAUSED:
        return Cell(Mark.WORD, translate("EncounterCharting", "paused"))
    if one.state in (LineState.GIVEN, LineState.PREPARED):
        return _dash()
    return _yes_or_missing(bool(one.segments) and all(s.stop for s in one.segments))


def _response(one: Administration, wanted: frozenset[str]) -> Cell:
    if one.response:
        return _done()
    over = one.state in (LineState.STOPPED, LineState.GIVEN)
    return _missing() if over or one.id in wanted else _dash()
