"""IV pushes of one group: the initial one, those of a new drug, and repeats (R5)."""

from nursedesk.coding.durations import Measure
from nursedesk.coding.givings import COMPLEX
from nursedesk.coding.initial import Choice
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import NO_MARKS, Marks
from nursedesk.coding.services import Group, Service, Visit
from nursedesk.coding.sheet import Charge, Outcome, Params, Sheet, about, found
from nursedesk.coding.ticket import Role, Why
from nursedesk.record.encounter import Route


def place(group: Group, choice: Choice | None, marks: Marks, visit: Visit) -> Sheet:
    """All pushes of a group, the initial first, the others in order of time."""
    sheet = Sheet.blank()
    if not group.pushes:
        return sheet
    initial = choice.service if choice is not None else None
    if choice is not None and initial is not None and initial.push:
        _charged(initial, "push_initial", Role.INITIAL, (choice.why,), marks, sheet, visit)
    given = (*group.coded, *group.uncoded)
    for push in group.pushes:
        if push is not initial:
            _other(push, given, sheet, visit)
    return sheet


def _other(push: Service, given: tuple[Service, ...], sheet: Sheet, visit: Visit) -> None:
    key, drugs = push.key, push.drugs
    mine = set(drugs)
    earlier = [s for s in given if s.key < key and not mine.isdisjoint(s.drugs)]
    if not earlier or (len(drugs) > 1 and not {drug for s in earlier for drug in s.drugs}.issuperset(drugs)):
        why = Why("R5.1", WhyKey.PUSH_NEW, {"drug": push.display})
        _charged(push, "push", Role.PUSH, (why,), NO_MARKS, sheet, visit)
        return
    since = push.start - max([s.end for s in earlier])
    reason = _barred(push, since, visit)
    if reason:
        params: Params = {"drug": push.display, "reason": reason}
        rule = "R5.2" if reason == "too-soon" else "R5.3"
        sheet.findings.append(
            found(visit.rulebook, FindingCode.SAME_DRUG_PUSH_UNCODED, rule, push.ids, (), params)
        )
        sheet.outcomes.append(Outcome(push, Role.UNCODED))
        return
    over = visit.parameters.repeat_push_over
    why = Why("R5.2", WhyKey.PUSH_REPEAT, {"drug": push.display, "since": since, "over": over})
    _charged(push, "push_repeat", Role.PUSH, (why,), NO_MARKS, sheet, visit)


def _barred(push: Service, since: int, visit: Visit) -> str:
    """Why a repeat has no code, "" when it has one (R5.2, R5.3)."""
    if push.family == COMPLEX:
        return "complex"
    if not visit.facility:
        return "office"
    return "" if since > visit.parameters.repeat_push_over else "too-soon"


def _charged(
    push: Service,
    role: str,
    became: Role,
    reasons: tuple[Why, ...],
    marks: Marks,
    sheet: Sheet,
    visit: Visit,
) -> None:
    code = visit.roles[push.family, role]
    why = (*reasons, _kind(push, visit), *about(push, visit), *marks.why)
    sheet.charges.append(Charge(code, 1, push.start, push.own, push.ids, why, marks.modifiers))
    sheet.outcomes.append(Outcome(push, became, Measure.NONE, (code.code,), push.own))


def _kind(push: Service, visit: Visit) -> Why:
    if push.route is Route.IV_PUSH:
        return Why("R1.4", WhyKey.PUSH_DOCUMENTED, {"minutes": push.own})
    if push.open:
        return Why("R9.1", WhyKey.PUSH_NO_STOP, {"minutes": push.own})
    params: Params = {"minutes": push.own, "under": visit.parameters.infusion_from}
    return Why("R2.2", WhyKey.PUSH_SHORT_INFUSION, params)
