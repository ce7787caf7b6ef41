"""What stands where there is nothing: words that are whole, in the middle, and a sign where there is room."""

from collections.abc import Iterator

import pytest
from nursedesk.catalog import resources
from nursedesk.ui import theme
from nursedesk.ui.kit.empty import COLUMN, Empty
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

SENTENCE = "When a visit is closed on the board, its charge ticket comes here: to sign, to print or to send on."


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts(resources.path("fonts"))
    yield
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height", "sign"), [(1100, 600, True), (300, 300, True), (900, 150, False)])
def test_words_are_whole_and_in_the_middle(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int, height: int, sign: bool
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    made = Empty("tickets", name="nothing")
    qtbot.addWidget(made)
    made.say("No tickets yet", SENTENCE)
    made.resize(round(width * scale), round(height * scale))
    with qtbot.waitExposed(made):
        made.show()
    for name in ("nothing_title", "nothing"):
        words = made.findChild(QLabel, name)
        assert words.geometry() == words.geometry() & made.rect(), name
        assert words.heightForWidth(words.width()) <= words.height(), name
        assert words.width() <= theme.px(COLUMN) + 1
        assert abs(words.geometry().center().x() - made.rect().center().x()) <= 1
    drawn = [one for one in made.findChildren(QWidget) if not isinstance(one, QLabel)]
    assert [one.isVisible() for one in drawn] == [sign]
    assert made.accessibleName() == f"No tickets yet {SENTENCE}"


def test_what_has_no_words_takes_no_room(qtbot: QtBot) -> None:
    made = Empty("audit", name="nothing")
    qtbot.addWidget(made)
    made.say("", "Reading the record…")
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    assert not made.findChild(QLabel, "nothing_title").isVisible()
    assert made.accessibleName() == "Reading the record…"
