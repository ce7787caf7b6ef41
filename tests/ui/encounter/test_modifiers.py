"""A modifier is added where the coder looks: the ticket's line, the table's modifiers, a reason."""

from dataclasses import replace

from nursedesk.record.encounter import Modifier, Status
from nursedesk.ui.encounter.modifiers_bar import ModifiersBar, modifier_words
from nursedesk.ui.encounter.page import EncounterPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, edit, press
from tests.ui.encounter.moreno import NOW
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder


def choose(page: EncounterPage, name: str, key: str) -> None:
    combo = page.findChild(QComboBox, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_a_modifier_of_the_line_pointed_at_is_added_with_its_reason(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    row = next(row for row in page.ticket.list.rows() if row.about)
    assert page.ticket.list.point_at(row.code)
    press(qtbot, page, "modifiersButton")
    assert page.ticket.modifiers.drug.choice() == row.about[0]
    choose(page, "modifierField", "59")
    qtbot.keyClicks(edit(page, "modifierReason"), "other arm")
    press(qtbot, page, "addModifier")
    assert recorder.calls == [("set_modifiers", row.about[0], (Modifier("59", "other arm"),))]
    assert edit(page, "modifierReason").text() == ""


def test_without_a_modifier_or_a_reason_nothing_is_added(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    press(qtbot, page, "modifiersButton")
    reason = edit(page, "modifierReason")
    qtbot.keyClicks(reason, "other arm")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert "modifier first" in reason.accessibleDescription()
    reason.clear()
    choose(page, "modifierField", "XS")
    press(qtbot, page, "addModifier")
    assert "Say why" in reason.accessibleDescription()
    assert recorder.calls == []


def test_what_is_there_is_shown_and_taken_off(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    visit = moreno.encounter()
    first, *rest = visit.administrations
    both = (Modifier("59", "other arm"), Modifier("GY", "not covered"))
    marked = replace(visit, administrations=(replace(first, modifiers=both), *rest))
    page.show_encounter(marked, moreno.EVENTS, moreno.look(), NOW, context())
    press(qtbot, page, "modifiersButton")
    choose(page, "modifierDrugField", first.id)
    there = page.findChild(QWidget, "modifierThere_GY")
    assert there is not None
    qtbot.waitUntil(there.isVisible)
    press(qtbot, page, "removeModifier_59")
    choose(page, "modifierField", "GY")
    qtbot.keyClicks(edit(page, "modifierReason"), "by law")
    press(qtbot, page, "addModifier")
    assert recorder.calls == [
        ("set_modifiers", first.id, (Modifier("GY", "not covered"),)),
        ("set_modifiers", first.id, (Modifier("59", "other arm"), Modifier("GY", "by law"))),
    ]


def test_a_refused_modifier_keeps_what_was_typed(qtbot: QtBot) -> None:
    bar = ModifiersBar(lambda one, all_of_it: False)
    qtbot.addWidget(bar)
    bar.show_visit(moreno.encounter(), context())
    bar.open(())
    bar.modifier.choose("59")
    bar.reason.set_text("other arm")
    qtbot.mouseClick(button(bar, "addModifier"), Qt.MouseButton.LeftButton)
    assert (bar.modifier.choice(), bar.reason.text()) == ("59", "other arm")


def test_what_is_never_charged_is_not_offered(qtbot: QtBot, page: EncounterPage) -> None:
    press(qtbot, page, "modifiersButton")
    combo = page.ticket.modifiers.drug.combo
    assert [combo.itemText(n) for n in range(combo.count())] == [
        *("diphenhydrAMINE", "methylPREDNISolone", "inFLIXimab", "magnesium sulfate"),
    ]


def test_escape_puts_it_away_first(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    press(qtbot, page, "modifiersButton")
    qtbot.keyClicks(edit(page, "modifierReason"), "other")
    qtbot.keyClick(edit(page, "modifierReason"), Qt.Key.Key_Escape)
    assert not page.ticket.modifiers.isVisible()
    assert recorder.calls == []
    press(qtbot, page, "modifiersButton")
    assert edit(page, "modifierReason").text() == "other"
    press(qtbot, page, "leaveModifiers")
    assert not page.ticket.modifiers.isVisible()


def test_another_visit_forgets_it_and_a_signed_one_does_not_ask(qtbot: QtBot, page: EncounterPage) -> None:
    press(qtbot, page, "modifiersButton")
    edit(page, "modifierReason").setText("other")
    page.show_encounter(replace(moreno.encounter(), id="E-other"), (), moreno.look(), NOW, context())
    assert edit(page, "modifierReason").text() == ""
    assert not page.ticket.modifiers.isVisible()
    signed = replace(moreno.encounter(), status=Status.SIGNED)
    page.show_encounter(signed, moreno.EVENTS, moreno.look(), NOW, context())
    assert button(page, "modifiersButton").isHidden()


def test_every_modifier_is_said_in_our_own_words() -> None:
    assert modifier_words("59") == "59 · a separate service"
    assert modifier_words("ZZ") == "ZZ"
