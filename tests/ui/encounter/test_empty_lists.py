"""A list in which nothing stands says so."""

from nursedesk.ui.encounter.record_panel import RecordPanel
from pytestqt.qtbot import QtBot


def test_notes_and_notices_say_that_there_are_none(qtbot: QtBot) -> None:
    panel = RecordPanel()
    qtbot.addWidget(panel)
    assert panel.notes.list.nothing() == "Nothing is noted yet."
    assert panel.notices.nothing() == "No notice has been shown yet."
    panel.notices.resize(400, 300)
    before = panel.notices.grab().toImage()
    panel.notices.say_nothing("")
    assert panel.notices.grab().toImage() != before, "it is painted"
