"""What one press on a missing thing of the close page does."""

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.app.hang_context import doubt_sentence
from nursedesk.desk import correct, run, tap
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.doubt import confirm_times
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Amount, Encounter
from nursedesk.record.events import EventId, LineId
from nursedesk.ui.close.model import Fix, FixKind
from nursedesk.ui.hang.quantities import Quantity, quantity

translate = QCoreApplication.translate


def apply(daybook: Daybook, visit: Encounter, fix: Fix) -> None:
    """Do what was pressed for each line it is about. Raises `Refused`, also when an amount cannot be read."""
    if fix.kind in (FixKind.CLAIM, FixKind.DISCARD):
        _name(daybook, visit, fix)
        return
    drugs = [one for one in visit.administrations if one.id in fix.administrations]
    if fix.kind is FixKind.CHART_DOSE:
        amount = _amount(fix.text)
        for drug in drugs:
            correct.chart_dose(daybook, visit, drug.id, amount, drug.opened, drug.container)
        return
    for line in dict.fromkeys(LineId(one.line) for one in drugs):
        _apply_to_line(daybook, visit, line, fix)


def doubt(core: Core, visit: Encounter, fix: Fix) -> str:
    """What looks wrong about a dose that was typed; asked once, empty when nothing does or it cannot be read."""
    read = quantity(fix.text) if fix.kind is FixKind.CHART_DOSE else None
    if not isinstance(read, Quantity) or read.unit is None:
        return ""
    dose = Amount(read.amount, read.unit)
    drugs = [one.drug for one in visit.administrations if one.id in fix.administrations]
    found = next((said for drug in drugs if (said := doubt_sentence(core, visit.id, drug, dose))), "")
    again = translate("Close", "{sentence} If it is right, press Enter once more.")
    return again.format(sentence=found) if found else ""


def _name(daybook: Daybook, visit: Encounter, fix: Fix) -> None:
    """A press at the locked station gets its name, or is discarded."""
    for press in map(EventId, fix.administrations):
        if fix.kind is FixKind.CLAIM:
            tap.claim(daybook, visit, press)
        else:
            tap.discard(daybook, visit, press, fix.text)


def _apply_to_line(daybook: Daybook, visit: Encounter, line: LineId, fix: Fix) -> None:
    match fix.kind:
        case FixKind.STOP_LINE:
            run.stop(daybook, visit, line)
        case FixKind.REMOVE_LINE:
            prepared = run.line_of(visit, line).prepared_event
            correct.void(daybook, visit, EventId(prepared or ""), translate("Close", "prepared, not given"))
        case FixKind.TIMES_RIGHT:
            confirm_times(daybook, visit, line, translate("Close", "times are right"))
        case FixKind.ORDER_ON_FILE:
            correct.chart_order(daybook, visit, line, True)
        case FixKind.TOLERATED:
            correct.chart_response(daybook, visit, line, translate("Close", "tolerated, no reaction"))
        case FixKind.REACTION:
            correct.chart_response(daybook, visit, line, fix.text)
        case _:
            raise ValueError(fix.kind)


def _amount(text: str) -> Amount:
    read = quantity(text)
    if not isinstance(read, Quantity) or read.unit is None:
        raise Refused("amount_unread")
    return Amount(read.amount, read.unit)
