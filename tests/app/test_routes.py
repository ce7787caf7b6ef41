"""What goes another way than into a vein: pumps for home, under the skin, on the body, a port that is flushed."""

import pytest
from nursedesk.desk.close import draft
from nursedesk.outputs.words_why import why_text
from nursedesk.record.encounter import LineState, Route
from nursedesk.record.events import Prepared
from nursedesk.ui.kit import CheckBox
from PySide6.QtWidgets import QComboBox

from tests.app.suite import Suite


def hang_as(suite: Suite, route: Route, *ticks: str) -> None:
    hands = suite.hands
    hands.press("hangButton_1")
    hands.type("drugField", "fluorouracil")
    hands.type("doseField", "4000 mg", enter=False)
    combo = hands.find("runsAsField")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(route.value))
    combo.activated.emit(combo.currentIndex())
    for tick in ticks:
        hands.press(tick)
    hands.press("startNowButton")
    suite.settle()


def test_a_pump_is_connected_and_its_visit_is_signed_while_it_runs_at_home(suite: Suite) -> None:
    visit = suite.seat()
    hang_as(suite, Route.PUMP)
    suite.pass_(5)
    (one,) = suite.shell.core.visit(visit).administrations
    assert (one.route, one.state) == (Route.PUMP, LineState.RUNNING)
    suite.shell.closing.open(visit)
    suite.settle()
    missing = suite.shell.closing._model().missing
    assert not [row for row in missing if row.key.startswith("up:")], "a pump is not taken down to close"
    assert "96416 × 1" in [line.replace("\N{NO-BREAK SPACE}", " ") for line in suite.shell.closing._model().lines]


def test_a_pump_that_the_clinic_supplies_is_in_the_record_and_its_reason_on_the_ticket(suite: Suite) -> None:
    visit = suite.seat()
    hang_as(suite, Route.PUMP, "clinicPumpField")
    core = suite.shell.core
    events = core.desk.ledger.events_of(visit)
    assert [one.body.clinic_supplied_pump for one in events if isinstance(one.body, Prepared)] == [True]
    (line,) = (one for one in draft(core.visit(visit), core.rulebook()).lines if one.code == "G0498")
    assert "the clinic supplied the pump" in [why_text(why) for why in line.why]


def test_only_a_pump_is_asked_who_supplies_it(suite: Suite) -> None:
    visit = suite.seat()
    hang_as(suite, Route.PUMP, "clinicPumpField", "clinicPumpField")
    hands = suite.hands
    hands.press("hangButton_1")
    tick = suite.shell.window.findChild(CheckBox, "clinicPumpField")
    assert tick is not None
    assert not tick.isVisible()
    events = suite.shell.core.desk.ledger.events_of(visit)
    assert [one.body.clinic_supplied_pump for one in events if isinstance(one.body, Prepared)] == [False]


def test_an_infusion_under_the_skin_asks_for_no_vein(suite: Suite) -> None:
    visit = suite.seat()
    hang_as(suite, Route.SC_INFUSION)
    (one,) = suite.shell.core.visit(visit).administrations
    assert (one.route, one.access) == (Route.SC_INFUSION, None)


@pytest.mark.parametrize("route", [Route.ON_BODY_INJECTOR, Route.PORT_FLUSH])
def test_what_is_given_at_once_can_be_that_too(suite: Suite, route: Route) -> None:
    visit = suite.seat()
    hands = suite.hands
    hands.press("pushButton_1")
    hands.type("drugField", "pegfilgrastim")
    hands.type("doseField", "6 mg", enter=False)
    hands.press(f"routeField_{route.value}")
    hands.press("startNowButton")
    suite.settle()
    (one,) = suite.shell.core.visit(visit).administrations
    assert (one.route, one.state) == (route, LineState.GIVEN)
