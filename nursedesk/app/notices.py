"""What the screen said of its own accord is recorded once, so that anybody can see later what was shown."""

from nursedesk.app.core import Core
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, LineId, NoticeShown
from nursedesk.ui.board.card_words import notice_text
from nursedesk.watch.look import Look, Notice
from nursedesk.watch.policy import Policy, apply_policy


def record_shown(core: Core, visit: Encounter, look: Look) -> None:
    """Record each notice of this look that has not come on screen before; nothing is shown to nobody."""
    if visit.status is not Status.OPEN or not core.daybook.session.id:
        return
    encounter = EncounterId(visit.id)
    known = {one.body for one in core.daybook.events(encounter) if isinstance(one.body, NoticeShown)}
    policy = Policy(core.daybook.suite.facts.boundary_policy)
    said = (_said(core, notice) for notice in apply_policy(look, policy).notices)
    fresh = tuple(dict.fromkeys(body for body in said if body not in known))
    if not fresh:
        return
    try:
        core.daybook.write(encounter, *fresh)
    except Refused:
        return  # somebody who only looks: nothing was shown to a nurse
    core.lookout.keep(visit, core.daybook.encounter(encounter))


def _said(core: Core, notice: Notice) -> NoticeShown:
    line = LineId(notice.line) if notice.line else None
    return NoticeShown(notice.kind.value, line, notice_text(notice, core.zone))
