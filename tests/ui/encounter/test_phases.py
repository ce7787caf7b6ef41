"""The five phases of the charting checklist, and where a press on each leads."""

from dataclasses import replace

from nursedesk.record.events import VitalsNoted
from nursedesk.record.fold import fold
from nursedesk.ui.encounter.charting_model import Column, charting
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.phases import Phase, phases
from nursedesk.ui.encounter.record_panel import Tab
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder


def of(*more: object) -> dict[Phase, tuple[str, ...]]:
    events = (*moreno.EVENTS, *more)
    visit = fold(events)
    rows = charting(visit, moreno.look(), context())
    return {row.phase: tuple(lack.words for lack in row.lacks) for row in phases(visit, events, rows)}


def test_what_each_phase_lacks() -> None:
    found = of()
    assert found[Phase.ASSESS] == ("order for magnesium sulfate", "vital signs")
    assert found[Phase.ACCESS] == found[Phase.PREPARE] == found[Phase.INFUSE] == ()
    assert found[Phase.COMPLETE] == ("response to inFLIXimab",) or found[Phase.COMPLETE] == ()


def test_vital_signs_are_part_of_the_assessment() -> None:
    noted = moreno.event(300, "11:00", VitalsNoted(118, 72), actor="jdoe")
    assert of(noted)[Phase.ASSESS] == ("order for magnesium sulfate",)


def test_an_empty_visit_has_only_its_assessment_to_chart() -> None:
    visit = replace(moreno.encounter(), administrations=(), accesses=())
    begun = {row.phase for row in phases(visit, (), ()) if row.begun}
    assert begun == {Phase.ASSESS}


def test_a_press_leads_to_the_first_thing(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    assert button(page, "phase_assess").text() == "Assess 2"
    assert "vital signs" in button(page, "phase_assess").accessibleName()
    button(page, "phase_assess").click()
    assert recorder.calls == [("chart_order", "L2", True, None)]
    button(page, "phase_access").click()
    assert len(recorder.calls) == 1, "nothing is lacking there"


def test_vital_signs_are_one_press_away(page: EncounterPage) -> None:
    page.checklist.phases.pressed.emit(replace(_assess(page), lacks=_assess(page).lacks[-1:]))
    assert page.record.tabs.currentIndex() == Tab.NOTES
    assert page.record.notes.vitals.isVisible()


def _assess(page: EncounterPage) -> object:
    rows = charting(moreno.encounter(), moreno.look(), context())
    assert rows[0].cells[tuple(Column).index(Column.ORDER)]
    return next(row for row in phases(moreno.encounter(), (), rows) if row.phase is Phase.ASSESS)
