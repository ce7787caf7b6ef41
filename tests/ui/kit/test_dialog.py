"""The frame of a dialog: one edge for words, fields and buttons, no more height than what it asks, nothing cut."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.kit.dialog import EDGE
from nursedesk.ui.lines.ask import AskDialog
from nursedesk.ui.lines.question import Asked, Offer, Question
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

LONG = "What is opened here is read by the auditor, and ends when the desk locks or at the end of the shift"


@pytest.fixture(params=[1.0, 1.5])
def dialog(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[AskDialog]:
    theme.apply(qapp, theme.LIGHT, request.param)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    question = Question(
        "ask", "It never ran here", LONG, (Asked("why", "Why"),), "Take the line off",
        offers=(Offer("wrong", "charted on the wrong patient", {"why": "wrong patient"}),),
    )  # fmt: skip
    made = AskDialog(host, question)
    made.show()
    QApplication.processEvents()
    yield made
    theme.apply(qapp, theme.LIGHT)


def left(dialog: AskDialog, part: QWidget) -> int:
    return part.mapTo(dialog.panel, QPoint(0, 0)).x()


def right(dialog: AskDialog, part: QWidget) -> int:
    return dialog.panel.width() - left(dialog, part) - part.width()


def named(dialog: AskDialog, name: str) -> QWidget:
    part = dialog.findChild(QWidget, name)
    assert isinstance(part, QWidget), name
    return part


def test_words_fields_and_buttons_share_their_edges(dialog: AskDialog) -> None:
    field = named(dialog, "whyField").parentWidget()
    assert field is not None
    assert left(dialog, dialog.title) == left(dialog, field) == EDGE
    assert left(dialog, named(dialog, "askCancel")) + theme.px(16) == EDGE, "its words begin where the field does"
    assert right(dialog, field) == right(dialog, dialog.done_button) == EDGE


def test_a_dialog_is_as_high_as_what_it_asks_and_grows_with_a_refusal(dialog: AskDialog) -> None:
    def air() -> int:
        last = named(dialog, "askSentence")
        last = last if last.isVisible() else named(dialog, "whyField")
        button = dialog.done_button.mapTo(dialog.panel, QPoint(0, 0)).y()
        return button - last.mapTo(dialog.panel, QPoint(0, last.height())).y()

    assert air() <= theme.px(48)
    before = dialog.panel.height()
    dialog.refuse("Nothing was changed: say why in a few words.")
    QApplication.processEvents()
    assert dialog.panel.height() > before
    assert 0 < air() <= theme.px(48)


def test_a_long_note_wraps(dialog: AskDialog) -> None:
    note = dialog.note
    assert note.heightForWidth(note.width()) <= note.height()
    head = dialog.head.parentWidget()
    assert head is not None and note.mapTo(head, QPoint(0, note.height())).y() <= head.height()
