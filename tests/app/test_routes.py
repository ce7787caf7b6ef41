"""What goes another way than into a vein: pumps for home, under the skin, on the body, a port that is flushed."""

import pytest
from nursedesk.record.encounter import LineState, Route
from PySide6.QtWidgets import QComboBox

from tests.app.suite import Suite


def hang_as(suite: Suite, route: Route) -> None:
    hands = suite.hands
    hands.press("hangButton_1")
    hands.type("drugField", "fluorouracil")
    hands.type("doseField", "4000 mg", enter=False)
    combo = hands.find("runsAsField")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(route.value))
    combo.activated.emit(combo.currentIndex())
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
