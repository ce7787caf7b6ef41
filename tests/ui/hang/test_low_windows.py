"""At large text in a small window the presses of the dialogs are whole, and the fields have room."""

from collections.abc import Iterator

import pytest
from nursedesk.app.language import speak
from nursedesk.catalog import resources
from nursedesk.outputs.languages import Language
from nursedesk.ui import theme
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import Typed
from nursedesk.ui.kit import Button
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_dialogs import USES, hang_context
from tests.ui.frame.sample_window import window

ROOMS = [(1.0, 1280, 800), (1.5, 1280, 800), (1.5, 1024, 768), (2.0, 1280, 800), (2.0, 1920, 1080)]
LANGUAGES = list(Language)
KEPT = Typed("ocrelizumab", "300", "mg", "sodium chloride 0.9 %", "250", "60", minutes=250, access="A")


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts(resources.path("fonts"))
    yield
    theme.apply(qapp, theme.LIGHT)
    speak(qapp, Language.ENGLISH)


def shown(qtbot: QtBot, room: tuple[float, int, int], language: Language, **more: object) -> HangDialog:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    scale, width, height = room
    speak(app, language)
    theme.apply(app, theme.LIGHT, scale)
    desk = window()
    qtbot.addWidget(desk)
    desk.resize(width, height)
    desk.show()
    dialog = HangDialog(desk.dialog_host(), hang_context(), USES, **more)  # type: ignore[arg-type]
    dialog.show()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("draft", [None, KEPT], ids=["fresh", "kept"])
def test_the_foot_is_whole(
    qtbot: QtBot, room: tuple[float, int, int], language: Language, draft: Typed | None
) -> None:
    dialog = shown(qtbot, room, language, draft=draft)
    foot = dialog.start.parentWidget()
    assert foot is not None
    buttons = [one for one in foot.findChildren(Button) if one.isVisible()]
    names = {one.objectName() for one in buttons}
    assert names >= {"startNowButton", "prepareButton"} | ({"afreshButton"} if draft else {"hangCancelButton"})
    for one in buttons:
        assert one.width() >= one.sizeHint().width(), one.text()
        assert one.height() >= 44
        assert foot.rect().contains(one.geometry().adjusted(-6, -6, 6, 6)), f"room for a whole ring: {one.text()}"
        assert one.width() <= max(one.sizeHint().width(), one.minimumWidth()), "room nobody needs stays free"
    said = dialog.findChild(QLabel, "hangKept")
    assert said is not None
    if draft is not None:
        narrowest = (room[0], room[1], language) == (2.0, 1280, Language.SPANISH)
        assert said.isVisible() != narrowest, "it is said wherever it has room; else Start afresh says it"
        assert narrowest or said.heightForWidth(said.width()) <= foot.height()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_row_that_is_known_has_its_start(
    qtbot: QtBot, room: tuple[float, int, int], language: Language
) -> None:
    rows = shown(qtbot, room, language).list
    for place in range(rows.count()):
        item = rows.item(place)
        box, area = rows.start_of(item), rows.visualItemRect(item)
        if item.flags():
            assert box.width() >= theme.px(44)
            assert area.left() <= box.left()
            assert box.right() <= area.right()


@pytest.mark.parametrize("room", ROOMS)
def test_at_least_a_row_of_the_list_and_the_dose_are_in_sight(qtbot: QtBot, room: tuple[float, int, int]) -> None:
    dialog = shown(qtbot, room, Language.ENGLISH)
    rows = dialog.list
    first = next(rows.item(n) for n in range(rows.count()) if rows.item(n).flags())
    assert rows.viewport().rect().contains(rows.visualItemRect(first))
    dose = dialog.findChild(QWidget, "doseField")
    assert dose is not None
    assert dose.visibleRegion().boundingRect().height() == dose.height()
    if room[0] == 1.5 and room[1] == 1280:
        diluent = dialog.findChild(QWidget, "diluentField")
        assert diluent is not None
        tops = {one.mapTo(dialog, one.rect().center()).y() for one in (dose, diluent)}
        assert max(tops) - min(tops) <= 4, "dose, unit and diluent share a line"
