"""What the presses beside a finding, a held line and a missing cell do: chart it at once, or open its place."""

from nursedesk.record.encounter import Administration, Encounter, LineState, Status
from nursedesk.ui.encounter.actions import EncounterActions
from nursedesk.ui.encounter.charting_model import Column
from nursedesk.ui.encounter.finding_rows import FindingRow, Fix, FixKind
from nursedesk.ui.encounter.phases import PhaseRow
from nursedesk.ui.encounter.record_panel import RecordPanel
from nursedesk.ui.encounter.ticket_rows import TicketRow
from nursedesk.ui.encounter.ticket_view import TicketList
from nursedesk.ui.lines.deeds import Deed

_OF_COLUMN = {
    Column.ORDER: FixKind.ORDER_ON_FILE,
    Column.ACCESS: FixKind.CHART_ACCESS,
    Column.DOSE: FixKind.CHART_DOSE,
    Column.START: FixKind.CORRECT_TIME,
    Column.STOP: FixKind.CORRECT_TIME,
    Column.RESPONSE: FixKind.CHART_RESPONSE,
}


class Helping:
    """Knows the visit that is shown; the page turns it to another."""

    def __init__(self, actions: EncounterActions, record: RecordPanel, tickets: TicketList) -> None:
        self._actions, self._record, self._tickets = actions, record, tickets
        self._encounter: Encounter | None = None

    def turn_to(self, encounter: Encounter) -> None:
        """The visit as it stands now."""
        self._encounter = encounter

    def fix_row(self, row: FindingRow) -> None:
        """The press beside a finding."""
        if row.fix is not None:
            self.fix(row.fix)

    def fix(self, fix: Fix) -> None:
        """Do it, or open the place where it is done."""
        record, actions = self._record, self._actions
        match fix.kind:
            case FixKind.CHART_OPENED if fix.vials:
                dose = next((a.dose for a in self._administrations() if a.id == fix.administration), None)
                actions.chart_dose(fix.administration, dose, fix.vials.opened, fix.vials.container)
            case FixKind.TOLERATED:
                actions.tolerated(fix.administrations)
            case FixKind.ORDER_ON_FILE:
                for line in self._lines(fix):
                    actions.chart_order(line, True, self._ordered(line))
            case FixKind.CHART_DOSE | FixKind.CHART_OPENED:
                record.open_dose(fix.administration)
            case FixKind.CHART_ACCESS:
                record.open_access()
            case FixKind.CHART_RESPONSE:
                record.open_response(fix.line)
            case FixKind.CHART_DIAGNOSIS:
                record.open_diagnosis()
            case FixKind.STOP_AT:
                actions.line_deed(fix.line, Deed.STOP_AT.value)
            case FixKind.CHART_FAMILY:
                actions.line_deed(fix.line, Deed.FAMILY.value)
            case FixKind.TIMES_RIGHT:
                actions.line_deed(fix.line, FixKind.TIMES_RIGHT.value)
            case FixKind.CORRECT_CHECK_IN:
                record.open_check_in()
            case FixKind.CORRECT_TIME:
                record.open_time(fix.line, fix.labelled)
            case FixKind.SHOW_LINE:
                self._tickets.point_at(fix.code)

    def held(self, row: TicketRow) -> None:
        """What a held line lacks: its order is charted at once, its dose in the form."""
        about = [one for one in self._administrations() if one.id in row.about]
        if row.lacks == "no-order":
            for line in dict.fromkeys(one.line for one in about):
                self._actions.chart_order(line, True, self._ordered(line))
        elif about:
            self._record.open_dose(about[0].id)

    def phase(self, row: PhaseRow) -> None:
        """The first thing a phase lacks."""
        lack = row.lacks[0]
        if lack.column is not None:
            self.missing(lack.administration, lack.column)
        elif self._is_open():
            self._record.open_vitals()

    def missing(self, administration: str, column: Column) -> None:
        """A missing cell of the matrix was pressed: chart it, or open the place where it is charted."""
        if not self._is_open():
            return
        line = next((a.line for a in self._administrations() if a.id == administration), "")
        if column is Column.STOP and self._is_up(line):
            self.fix(Fix(FixKind.STOP_AT, "", line, administration))
            return
        kind = _OF_COLUMN.get(column)
        if kind is not None:
            self.fix(Fix(kind, "", line, administration))

    def _lines(self, fix: Fix) -> list[str]:
        """All a press is about."""
        about = [one.line for one in self._administrations() if one.id in fix.administrations]
        return list(dict.fromkeys(about)) or [fix.line]

    def _is_open(self) -> bool:
        return self._encounter is not None and self._encounter.status is Status.OPEN

    def _is_up(self, line: str) -> bool:
        up = (LineState.RUNNING, LineState.PAUSED)
        return any(a.line == line and a.state in up for a in self._administrations())

    def _administrations(self) -> tuple[Administration, ...]:
        return self._encounter.administrations if self._encounter else ()

    def _ordered(self, line: str) -> int | None:
        return next((a.ordered_minutes for a in self._administrations() if a.line == line), None)
