"""Nothing of a person or of the table of roles is cut where the window is small."""

from dataclasses import fields

import pytest
from nursedesk.ui import theme
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonView
from nursedesk.ui.people.page import PeoplePage
from nursedesk.ui.people.staff_list import StaffList
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

AVERY = PersonView("admin", "Avery Stone", roles=("administrator",))


BLAIR = PersonView("bking", "Blair King", "RN", roles=("nurse",))


@pytest.mark.parametrize(("width", "field"), [(928, True), (1184, False), (1824, False)])
def test_who_is_shown_is_chosen_from_a_field_where_a_list_takes_too_much(
    qtbot: QtBot, width: int, field: bool
) -> None:
    page = PeoplePage(PeopleActions(**{field.name: lambda *said: "" for field in fields(PeopleActions)}))
    qtbot.addWidget(page)
    page.resize(width, 704)
    page.show_model(PeopleModel((AVERY, BLAIR), "admin", may_change=True))
    with qtbot.waitExposed(page):
        page.show()
    chosen = page.findChild(QComboBox, "staffField")
    assert chosen.isVisible() == field
    assert page.findChild(QWidget, "staffPanel").isVisible() != field
    assert chosen.currentText() == "Avery Stone"
    chosen.setCurrentIndex(1)
    chosen.activated.emit(1)
    assert page.findChild(QLineEdit, "editNameField").text() == "Blair King"


def test_fields_end_under_each_other_and_are_of_one_height(qtbot: QtBot) -> None:
    page = PeoplePage(PeopleActions(**{field.name: lambda *said: "" for field in fields(PeopleActions)}))
    qtbot.addWidget(page)
    page.resize(1824, 960)
    page.show_model(PeopleModel((AVERY, BLAIR), "admin", may_change=True))
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    buttons = [page.findChild(QWidget, f"{name}Button") for name in ("resetPassword", "resetPin", "giveBadge")]
    assert len({one.width() for one in buttons}) == 1
    boxes = [page.findChild(QLineEdit, f"{name}Field").parentWidget() for name in ("resetPassword", "resetPin")]
    assert len({one.size() for one in boxes}) == 1


LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(PeopleActions(**{field.name: lambda *said: "" for field in fields(PeopleActions)}))
    qtbot.addWidget(made)
    made.resize(1184, 600)
    made.show_model(PeopleModel((AVERY, BLAIR), "admin", may_change=True))
    with qtbot.waitExposed(made):
        made.show()
    return made


def asked_to_leave(qtbot: QtBot, page: PeoplePage) -> QAbstractButton:
    leave = page.findChild(QAbstractButton, "leaveButton")
    qtbot.mouseClick(leave, LEFT)
    assert leave.text() == "Yes, leaves the suite"
    assert page.findChild(QLabel, "personAnswer").isVisible()
    return leave


def test_what_was_asked_is_taken_back_when_the_page_is_left(qtbot: QtBot, page: PeoplePage) -> None:
    leave = asked_to_leave(qtbot, page)
    page.answer("That is not your password.", good=False)
    page.hide()
    page.show()
    assert leave.text() == "Leaves the suite…"
    assert not page.findChild(QLabel, "personAnswer").isVisible()
    assert not page.findChild(QLabel, "secretsAnswer").isVisible()


@pytest.mark.parametrize("pressed", ["resetPinButton", "resetPasswordButton", "savePersonButton"])
def test_another_press_takes_back_what_was_asked(qtbot: QtBot, page: PeoplePage, pressed: str) -> None:
    leave = asked_to_leave(qtbot, page)
    page.findChild(QAbstractButton, pressed).click()
    assert leave.text() == "Leaves the suite…"
    assert "Press once more" not in page.findChild(QLabel, "personAnswer").text()


def test_whoever_signs_in_next_sees_her_own_card_from_its_top(qtbot: QtBot, page: PeoplePage) -> None:
    asked_to_leave(qtbot, page)
    bar = page.findChild(QScrollArea, "personArea").verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.show_model(PeopleModel((AVERY, BLAIR), "bking", may_change=False))
    assert page.findChild(QLineEdit, "editNameField").text() == "Blair King"
    assert bar.value() == 0
    assert not page.findChild(QLabel, "personAnswer").isVisible()


def test_the_answer_to_a_new_pin_comes_into_view(qtbot: QtBot, page: PeoplePage) -> None:
    said = page.findChild(QLabel, "secretsAnswer")
    page.answer("The PIN is easy to guess, so nothing was changed.", good=False)
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())


def test_a_long_name_in_the_list_is_whole(qtbot: QtBot) -> None:
    person = PersonView(
        "mr", "Margarita Rodriguez-Villanueva de los Santos", "RN, BSN, CRNI", roles=("nurse", "charge_nurse")
    )
    shown = StaffList()
    qtbot.addWidget(shown)
    shown.resize(360, 400)
    shown.show_people((AVERY, person), "admin")
    with qtbot.waitExposed(shown):
        shown.show()
    delegate = shown.itemDelegate()
    room = shown.viewport().width() - 48
    lines = delegate.name_lines(person, room)
    assert len(lines) == 2 and " ".join(lines) == f"{person.name} {person.credential}"
    face = QFontMetricsF(theme.font(16, theme.STRONG))
    assert all(face.horizontalAdvance(line) <= room for line in lines)
    heights = [shown.visualItemRect(shown.item(at)).height() for at in (0, 1)]
    assert heights[0] == theme.px(64) and heights[1] >= 2 * face.height() + 16 + 12
