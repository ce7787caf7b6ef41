"""Nothing of a person or of the table of roles is cut where the window is small."""

from dataclasses import fields

import pytest
from nursedesk.ui import theme
from nursedesk.ui.kit.scroll import ScrollArea
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonView
from nursedesk.ui.people.page import PeoplePage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

AVERY = PersonView("admin", "Avery Stone", roles=("administrator",))


@pytest.mark.parametrize(("width", "above"), [(928, True), (1184, False), (1824, False)])
def test_the_list_stands_above_where_the_table_would_be_cut(qtbot: QtBot, width: int, above: bool) -> None:
    page = PeoplePage(PeopleActions(**{field.name: lambda *said: "" for field in fields(PeopleActions)}))
    qtbot.addWidget(page)
    page.resize(width, 704)
    page.show_model(PeopleModel((AVERY,), "admin", may_change=True))
    with qtbot.waitExposed(page):
        page.show()
    page.layout().activate()
    area = page.findChild(ScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    listed = page.findChild(object, "staffPanel")
    assert (listed.geometry().bottom() < area.geometry().top()) == above


def test_with_large_text_the_person_keeps_more_room_than_the_list(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    try:
        page = PeoplePage(PeopleActions(**{field.name: lambda *said: "" for field in fields(PeopleActions)}))
        qtbot.addWidget(page)
        page.resize(928, 704)
        page.show()
        qapp.processEvents()
        assert page._listed.maximumHeight() <= 704 // 3
    finally:
        theme.apply(qapp, theme.LIGHT)
