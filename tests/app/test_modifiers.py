"""A modifier chosen at the ticket is stored as an event with its reason, and both stand on the line."""

from nursedesk.record.encounter import Modifier
from nursedesk.record.events import EncounterId, ModifiersSet
from PySide6.QtWidgets import QComboBox

from tests.app.suite import Suite


def test_a_modifier_is_stored_and_shown_with_its_reason(suite: Suite) -> None:
    suite.sign_in()
    hands, core = suite.hands, suite.shell.core
    hands.press("checkInButton_1")
    hands.type("nameField", "ROE, Jane", enter=False)
    hands.press("firstAccessField_peripheral")
    hands.press("checkInButton")
    suite.settle()
    visit = EncounterId(core.daybook.in_chair("1").id)
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.press("orderField")
    hands.press("startNowButton")
    suite.pass_(60)
    suite.settle()
    suite.shell.encounter.open(str(visit))
    suite.settle()
    hands.press("modifiersButton")
    page = suite.shell.encounter.page
    combo = page.findChild(QComboBox, "modifierField")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("GY"))
    hands.type("modifierReason", "not covered", enter=False)
    hands.press("addModifier")
    suite.settle()
    (given,) = core.visit(visit).administrations
    assert given.modifiers == (Modifier("GY", "not covered"),)
    stored = [e.body for e in core.daybook.events(visit) if isinstance(e.body, ModifiersSet)]
    assert stored == [ModifiersSet(given.id, (Modifier("GY", "not covered"),))]
    line = next(row for row in page.ticket.list.rows() if row.code == "96365")
    assert line.modifiers == "GY"
    assert "not covered" in line.why
    hands.press("removeModifier_GY")
    suite.settle()
    assert core.visit(visit).administrations[0].modifiers == ()
