"""The queue with real presses: send, send one, leave one, keep settings, and what is not allowed."""

from dataclasses import replace

import pytest
from nursedesk.record.posting_events import PostOutcome
from nursedesk.ui import theme
from nursedesk.ui.posting.model import PostingModel, count_of, facts_of, state_of, title_of
from nursedesk.ui.posting.page import PostingPage
from nursedesk.ui.posting_words import message_word, posting_word, standing_word
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_window import NEW_YORK
from tests.ui.frame.test_every_page import LOOKS, SMALLEST, controls
from tests.ui.posting.samples import MODEL, ROWS, SETTINGS, Pressed, page


def shown(qtbot: QtBot, pressed: Pressed, model: PostingModel = MODEL) -> PostingPage:
    made = page(model, pressed)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def press(qtbot: QtBot, made: PostingPage, name: str) -> None:
    qtbot.mouseClick(made.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_rows_say_what_who_when_and_why() -> None:
    waits, refused, silent = ROWS
    assert title_of(waits) == "A-261124-004, version 1 · Charges (DFT)"
    assert (state_of(waits), facts_of(waits, NEW_YORK)) == ("Waits", "ABBOTT, Grace")
    assert state_of(refused) == "Refused"
    assert facts_of(refused, NEW_YORK).endswith("waits for a person · 204 Unknown account")
    assert "3 attempts, the last at" in facts_of(silent, NEW_YORK)
    assert "again at" in facts_of(silent, NEW_YORK)
    assert count_of(ROWS) == "3 wait, 1 of them refused"
    assert count_of(ROWS[:1]) == "1 wait"
    assert count_of(()) == "nothing waits"


@pytest.mark.parametrize("outcome", PostOutcome)
def test_every_outcome_has_its_word(outcome: PostOutcome) -> None:
    assert posting_word(outcome)


def test_every_message_and_standing_has_its_word() -> None:
    from nursedesk.desk.posting.facts import Kind
    from nursedesk.desk.posting.post import Standing

    assert all(message_word(kind) != kind.value for kind in Kind)
    assert all(standing_word(one) or one is Standing.NOTHING for one in Standing)


def test_everything_and_one_can_be_sent_and_one_left(qtbot: QtBot) -> None:
    pressed = Pressed()
    made = shown(qtbot, pressed)
    press(qtbot, made, "postingSendButton")
    made.findChild(QListView, "postingList").setCurrentIndex(
        made.findChild(QListView, "postingList").model().index(1, 0)
    )
    press(qtbot, made, "postingAgainButton")
    press(qtbot, made, "postingLeaveButton")
    press(qtbot, made, "postingBack")
    assert pressed.told == [("send", ""), ("again", "QK2"), ("leave", "QK2"), ("back", "")]


def test_settings_are_kept_as_typed_and_a_refusal_stays_in_sight(qtbot: QtBot) -> None:
    pressed = Pressed("“out” is not a whole path: nothing was changed.")
    made = shown(qtbot, pressed)
    field = made.findChild(QLineEdit, "postingDestination")
    field.clear()
    qtbot.keyClicks(field, "out")
    press(qtbot, made, "postingKeepButton")
    assert pressed.told == [("keep", SETTINGS | {"destination": "out"})]
    refusal = made.findChild(QLabel, "postingRefusal")
    assert refusal.isVisible()
    made.refuse("")
    assert not refusal.isVisible()


def test_who_may_not_change_settings_sees_them(qtbot: QtBot) -> None:
    made = shown(qtbot, Pressed(), replace(MODEL, may_change=False))
    assert not made.findChild(QLineEdit, "postingDestination").isEnabled()
    assert not made.findChild(QComboBox, "postingSet").isEnabled()
    assert not made.findChild(QAbstractButton, "postingKeepButton").isVisible()


@pytest.mark.parametrize("busy", [True, False])
def test_nothing_is_sent_twice_or_by_who_may_not(qtbot: QtBot, busy: bool) -> None:
    pressed = Pressed()
    made = shown(qtbot, pressed, replace(MODEL, may_post=busy))
    made.show_busy(busy)
    for name in ("postingSendButton", "postingAgainButton", "postingLeaveButton"):
        press(qtbot, made, name)
    assert pressed.told == []


def test_an_empty_queue_says_so(qtbot: QtBot) -> None:
    made = shown(qtbot, Pressed(), replace(MODEL, rows=()))
    assert made.findChild(QLabel, "postingNothing").isVisible()
    assert not made.findChild(QAbstractButton, "postingSendButton").isEnabled()


def test_the_marked_message_stays_marked(qtbot: QtBot) -> None:
    made = shown(qtbot, Pressed())
    view = made.findChild(QListView, "postingList")
    view.setCurrentIndex(view.model().index(2, 0))
    made.show_model(replace(MODEL, rows=ROWS[1:]))
    assert view.currentIndex().row() == 1


@pytest.mark.parametrize(("look", "scale"), LOOKS)
def test_the_page_opens_in_every_look_with_named_controls(
    qtbot: QtBot, qapp: QApplication, look: theme.Theme, scale: float
) -> None:
    theme.apply(qapp, look, scale)
    made = shown(qtbot, Pressed())
    assert not made.grab().isNull()
    for control in controls(made):
        assert control.objectName()
        assert control.accessibleName() or isinstance(control, QComboBox)
    small = [one for one in controls(made) if isinstance(one, QAbstractButton) and one.height() < SMALLEST]
    assert small == []
    theme.apply(qapp, theme.LIGHT)


def sized(qtbot: QtBot, width: int, height: int) -> PostingPage:
    made = shown(qtbot, Pressed())
    # As in the window, which asks no page how small it may be.
    made.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    made.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return made


def top_of(made: PostingPage, name: str) -> int:
    return made.findChild(QWidget, name).mapTo(made, QPoint()).y()


@pytest.mark.parametrize(("width", "rows"), [(1200, 1), (700, 2)])
def test_fields_stand_in_two_columns_where_four_would_be_squeezed(qtbot: QtBot, width: int, rows: int) -> None:
    made = sized(qtbot, width, 700)
    names = ("postingApplication", "postingFacility", "postingDepartment", "postingChargeMaster")
    assert len({top_of(made, name) for name in names}) == rows


@pytest.mark.parametrize(("height", "first"), [(700, False), (460, True)])
def test_where_the_page_is_low_the_queue_comes_first_and_no_field_is_squeezed(
    qtbot: QtBot, height: int, first: bool
) -> None:
    made = sized(qtbot, 1000, height)
    assert (top_of(made, "postingPanel") < top_of(made, "postingSettings")) == first
    assert made.findChild(QLineEdit, "postingDestination").parentWidget().height() == 48
    assert top_of(made, "postingAgainButton") + 44 <= height


def test_what_a_receiver_said_is_never_cut_the_row_grows(qtbot: QtBot) -> None:
    heights = []
    for width in (1200, 500):
        view = sized(qtbot, width, 700).findChild(QListView, "postingList")
        heights.append(view.visualRect(view.model().index(2, 0)).height())
    assert heights[1] > heights[0] > 0


def test_what_cannot_be_typed_shows_no_example_as_if_it_were_kept(qtbot: QtBot) -> None:
    made = shown(qtbot, Pressed(), replace(MODEL, settings={}, may_change=False))
    field = made.findChild(QLineEdit, "postingDestination")
    assert field.text() == "" and field.placeholderText() == "not set"
    made.show_model(replace(MODEL, settings={}))
    assert field.placeholderText() == "a folder, or mllp://host:port"
