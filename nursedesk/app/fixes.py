"""The things a visit still wants, in words, each with the press that mends it; and what the press does."""

from nursedesk.coding.ticket import Finding
from nursedesk.desk import correct, run
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.outputs.words import finding_text
from nursedesk.record.encounter import Administration, Amount, Encounter, LineState
from nursedesk.record.events import EventId, LineId
from nursedesk.ui.close.model import Fix, FixButton, FixKind, Missing
from nursedesk.ui.hang.quantities import Quantity, quantity
from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

NEVER_RAN = "never_ran"


def still_up(one: Administration, name: str) -> Missing:
    """A line that is up: running, paused, or prepared and never started."""
    key = f"up:{one.line}"
    if one.state is LineState.PREPARED:
        return Missing(
            key,
            translate("Close", "{drug} was prepared and not started").format(drug=name),
            translate("Close", "Start it at the chair, or say that it never ran."),
            True,
            (FixButton(translate("Close", "It never ran"), Fix(FixKind.STOP_LINE, one.line, NEVER_RAN)),),
        )
    return Missing(
        key,
        translate("Close", "{drug} is still running").format(drug=name),
        translate("Close", "Stop it now, or chart when it came down."),
        True,
        (
            FixButton(translate("Close", "Stop now"), Fix(FixKind.STOP_LINE, one.line)),
            FixButton(translate("Close", "Chart the stop…"), Fix(FixKind.OPEN, one.line)),
        ),
    )


def no_response(drugs: list[Administration], names: str) -> Missing:
    """How the patient took it is not recorded."""
    lines = " ".join(dict.fromkeys(one.line for one in drugs))
    key = f"response:{lines}"
    return Missing(
        key,
        translate("Close", "Response to {drug}").format(drug=names),
        translate("Close", "Not recorded. The site’s charting policy asks for it · R13"),
        False,
        (
            FixButton(translate("Close", "Tolerated, no reaction"), Fix(FixKind.TOLERATED, lines)),
            FixButton(
                translate("Close", "Reaction…"),
                Fix(FixKind.REACTION, lines),
                translate("Close", "What happened, and what was done"),
            ),
            FixButton(translate("Close", "Close without it"), Fix(FixKind.LEAVE, key)),
        ),
    )


def of_finding(finding: Finding, drugs: list[Administration]) -> Missing:
    """A finding that blocks: its sentence, and the press that mends it when there is one."""
    key = f"{finding.code}:{' '.join(finding.administrations)}"
    return Missing(key, finding_text(finding), finding.rule, True, _buttons(finding, drugs))


def _buttons(finding: Finding, drugs: list[Administration]) -> tuple[FixButton, ...]:
    first = drugs[0] if drugs else None
    open_it = FixButton(translate("Close", "Open the visit"), Fix(FixKind.OPEN))
    if first is not None and finding.code == "no-order":
        return (FixButton(translate("Close", "Order is on file"), Fix(FixKind.ORDER_ON_FILE, first.line)), open_it)
    if first is not None and finding.code == "no-dose":
        hint = translate("Close", "400 mg")
        return (FixButton(translate("Close", "Chart the dose…"), Fix(FixKind.CHART_DOSE, first.id), hint),)
    return (open_it,)


def apply(daybook: Daybook, visit: Encounter, fix: Fix) -> None:
    """Do what was pressed. Raises `Refused`, also when a typed amount cannot be read."""
    match fix.kind:
        case FixKind.STOP_LINE if fix.value == NEVER_RAN:
            prepared = next(one for one in visit.administrations if one.line == fix.target).prepared_event
            correct.void(daybook, visit, EventId(prepared or ""), translate("Close", "never ran"))
        case FixKind.STOP_LINE:
            run.stop(daybook, visit, LineId(fix.target))
        case FixKind.ORDER_ON_FILE:
            correct.chart_order(daybook, visit, LineId(fix.target), True)
        case FixKind.CHART_DOSE:
            correct.chart_dose(daybook, visit, fix.target, _amount(fix.text))
        case FixKind.TOLERATED | FixKind.REACTION:
            text = fix.text or translate("Close", "tolerated, no reaction")
            for line in fix.target.split():
                correct.chart_response(daybook, visit, LineId(line), text)
        case _:
            raise ValueError(fix.kind)


def _amount(text: str) -> Amount:
    read = quantity(text)
    if not isinstance(read, Quantity) or read.unit is None:
        raise Refused("amount_unread")
    return Amount(read.amount, read.unit)
