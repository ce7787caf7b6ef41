"""Nothing of a person or of the table of roles is cut where the window is small."""

from dataclasses import fields

import pytest
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonView
from nursedesk.ui.people.page import PeoplePage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
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
