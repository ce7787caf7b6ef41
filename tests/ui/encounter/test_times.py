"""A time is edited in the list: typed, moved, refused, explained; the first one stays."""

from dataclasses import replace

import pytest
from nursedesk.record.fold import fold
from nursedesk.ui.encounter.page import EncounterPage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, edit, open_editor, press
from tests.ui.encounter.moreno import at
from tests.ui.encounter.recorder import Recorder

LEFT = Qt.MouseButton.LeftButton


def test_a_time_is_corrected_and_the_struck_one_stays(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    open_editor(qtbot, page, "e-11")
    field, reason = edit(page, "timeField"), edit(page, "timeReason")
    assert field.text() == "11:30"
    field.selectAll()
    qtbot.keyClicks(field, "-5m")
    assert page.record.editor.sentence() == "11:25, 5 min earlier"
    qtbot.keyClicks(reason, "pressed late")
    with qtbot.waitSignal(page.time_corrected) as told:
        press(qtbot, page, "timeSave")
    assert told.args == ["e-11", at("11:25"), "pressed late"]
    assert recorder.named("correct_time") == [("correct_time", "e-11", at("11:25"), "pressed late")]
    row = next(r for r in page.record.events.rows() if r.event_id == "e-11")
    assert (row.time, row.was, row.label) == ("11:25", "11:30", "CORRECTION")
    stored = fold(recorder.events)
    assert stored.administrations[3].segments[0].start == at("11:25")
    assert not page.record.editor.isVisible()


def test_a_correction_needs_a_reason(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    open_editor(qtbot, page, "e-11")
    field = edit(page, "timeField")
    field.selectAll()
    qtbot.keyClicks(field, "11:25")
    press(qtbot, page, "timeSave")
    assert recorder.calls == []
    assert "Say why" in edit(page, "timeReason").accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("15:00", "still to come"), ("nonsense", "Not a time"), ("13:00 CST", "zone"), ("", "Type -5m")],
)
def test_nonsense_is_refused_with_a_sentence(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder, typed: str, words: str
) -> None:
    open_editor(qtbot, page, "e-18")
    field = edit(page, "timeField")
    field.clear()
    qtbot.keyClicks(field, typed or " ")
    assert words in page.record.editor.sentence()
    assert not button(page, "timeSave").isEnabled()
    assert recorder.calls == []


def test_arrows_move_the_time_by_a_minute(qtbot: QtBot, page: EncounterPage) -> None:
    open_editor(qtbot, page, "e-11")
    field = edit(page, "timeField")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    press(qtbot, page, "timeEarlier")
    assert field.text() == "11:28"


def test_arrows_do_not_go_into_the_future(qtbot: QtBot, page: EncounterPage) -> None:
    open_editor(qtbot, page, "e-18")
    field = edit(page, "timeField")
    field.selectAll()
    qtbot.keyClicks(field, "14:07")
    for _ in range(5):
        press(qtbot, page, "timeLater")
    assert field.text() == "14:08"


def test_the_same_minute_again_is_no_correction_and_is_said_to_be_none(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    open_editor(qtbot, page, "e-11")
    qtbot.keyClicks(edit(page, "timeReason"), "no reason")
    press(qtbot, page, "timeSave")
    assert recorder.calls == []
    assert page.record.editor.isVisible()
    assert says(page) == "Nothing changed: 11:30 is what is charted."


def says(page: EncounterPage) -> str:
    return next(one.text() for one in page.findChildren(QLabel) if one.objectName() == "timeSays")


def test_a_start_before_the_check_in_is_said_to_be_so(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    open_editor(qtbot, page, "e-11")
    field = edit(page, "timeField")
    field.selectAll()
    qtbot.keyClicks(field, "10:40")
    assert page.record.editor.sentence().endswith("; before the check-in, 11:02")
    qtbot.keyClicks(edit(page, "timeReason"), "came early")
    press(qtbot, page, "timeSave")
    (row,) = [one for one in page.findings.rows() if one.code == "before-check-in"]
    assert row.title == "inFLIXimab: started 10:40, before the check-in 11:02"
    assert row.detail == "charted so: “came early”"
    page.helping.fix_row(row)
    assert edit(page, "timeField").text() == "11:02"
    assert not button(page, "timeVoid").isVisible(), "a check-in cannot be taken out of its visit"
    field.selectAll()
    qtbot.keyClicks(field, "10:35")
    qtbot.keyClicks(edit(page, "timeReason"), "pressed late")
    press(qtbot, page, "timeSave")
    assert not [one for one in page.findings.rows() if one.code == "before-check-in"]
    assert fold(recorder.events).opened == at("10:35")


def test_escape_keeps_what_was_typed(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    open_editor(qtbot, page, "e-11")
    field = edit(page, "timeField")
    field.selectAll()
    qtbot.keyClicks(field, "11:2")
    qtbot.keyClicks(edit(page, "timeReason"), "pump log")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.record.editor.isVisible()
    assert recorder.calls == []
    open_editor(qtbot, page, "e-11")
    assert (field.text(), edit(page, "timeReason").text()) == ("11:2", "pump log")


def test_an_event_that_does_not_count_is_voided_with_its_reason(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    open_editor(qtbot, page, "e-8")
    press(qtbot, page, "timeVoid")
    assert recorder.calls == []
    qtbot.keyClicks(edit(page, "timeReason"), "wrong patient")
    press(qtbot, page, "timeVoid")
    assert recorder.calls == [("void", "e-8", "wrong patient")]
    row = next(r for r in page.record.events.rows() if r.event_id == "e-8")
    assert row.voided


def test_the_pencil_opens_the_editor(qtbot: QtBot, page: EncounterPage) -> None:
    events = page.record.events
    assert events.select("e-18")
    rect = events.visualRect(events.currentIndex())
    at_pencil = QPoint(rect.right() - 20, rect.center().y())
    with qtbot.waitSignal(events.edit_asked):
        qtbot.mouseClick(events.viewport(), LEFT, pos=at_pencil)
    assert page.record.editor.row() is not None


def test_the_repeated_hour_asks_which(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    from datetime import UTC, datetime

    row = next(r for r in page.record.events.rows() if r.event_id == "e-11")
    autumn = replace(row, at=datetime(2026, 11, 1, 6, 40, tzinfo=UTC), time="01:40")
    page.record.edit(autumn, datetime(2026, 11, 1, 8, 0, tzinfo=UTC), moreno.ZONE)
    field = edit(page, "timeField")
    field.selectAll()
    qtbot.keyClicks(field, "1:30")
    first = button(page, "timeChoice_1")
    assert (first.text(), button(page, "timeChoice_2").text()) == ("01:30 EDT", "01:30 EST")
    qtbot.mouseClick(first, LEFT)
    qtbot.keyClicks(edit(page, "timeReason"), "late")
    press(qtbot, page, "timeSave")
    assert recorder.named("correct_time")[0][2] == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
