"""What a downtime sheet says: every line that is up, as this station knows it, presses not yet saved included."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.suite import Suite
from nursedesk.outputs.formats import amount
from nursedesk.outputs.languages import Language, Say
from nursedesk.outputs.paper.downtime import DowntimeSheet, UpLine
from nursedesk.outputs.paper.given import ROUTES
from nursedesk.outputs.words_paper import say_in
from nursedesk.record.encounter import Administration, Encounter


def downtime_sheet(
    visits: tuple[Encounter, ...],
    suite: Suite,
    now: datetime,
    made_by: str,
    display: Callable[[str], str] = str,
    not_saved: int = 0,
    language: Language = Language.ENGLISH,
) -> DowntimeSheet:
    """The sheet of the room, by chair in the suite's order; `display` gives a drug as it is written."""
    say = say_in(language)
    chairs = suite.facts.chairs
    there = [one for one in visits if one.freed is None]
    there.sort(key=lambda one: (chairs.index(one.chair) if one.chair in chairs else len(chairs), one.chair or ""))
    lines = tuple(_line(visit, line, display, say) for visit in there for line in open_lines(visit))
    taken = {one.chair for one in there}
    free = tuple(chair for chair in chairs if chair not in taken)
    made_by = made_by or say("nobody")
    return DowntimeSheet(suite.facts.site, ZoneInfo(suite.facts.zone), now, made_by, lines, free, not_saved, say)


def _line(visit: Encounter, line: Administration, display: Callable[[str], str], say: Say) -> UpLine:
    drugs = [one for one in visit.administrations if one.line == line.line]
    names = (f"{display(one.drug)} {amount(one.dose, say)}" if one.dose else display(one.drug) for one in drugs)
    access = next((one for one in visit.accesses if one.id == line.access), None)
    device = access.device.value.replace("_", " ") if access else ""
    where = f"{say(device)} {access.site or ''}".strip() if access else ""
    return UpLine(
        chair=visit.chair or "",
        patient=visit.patient.name if visit.patient else "",
        mrn=(visit.patient.mrn or "") if visit.patient else "",
        drug=", ".join(names),
        route=say(ROUTES[line.route]),
        access=where,
        state=say(line.state.value),
        started=line.segments[0].start if line.segments else None,
    )
