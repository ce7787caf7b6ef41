"""The manual at every size of text: nothing lies beside the page, and blocks keep their distance."""

from collections.abc import Iterator

import pytest
from nursedesk.catalog import resources
from nursedesk.ui import theme
from nursedesk.ui.frame.help_page import HelpPage
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

SIZES = [(1.0, 1184, 736), (1.5, 1136, 640), (1.5, 890, 600), (2.0, 1130, 600), (2.0, 830, 560), (1.0, 3744, 2080)]


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.LIGHT)


def opened(qtbot: QtBot, text: str, size: tuple[int, int]) -> HelpPage:
    page = HelpPage(text)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    return page


def browser(page: HelpPage) -> QTextBrowser:
    return page.findChild(QTextBrowser, "helpText")


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
@pytest.mark.parametrize("name", ["help.md", "help.es.md"])
def test_help_never_scrolls_sideways(
    qtbot: QtBot, qapp: QApplication, name: str, scale: float, width: int, height: int
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    page = opened(qtbot, resources.path("manual", name).read_text("utf-8"), (width, height))
    shown = browser(page)
    assert not shown.horizontalScrollBar().isVisible()
    assert shown.horizontalScrollBar().maximum() == 0
    document = shown.document()
    assert document.size().width() <= shown.viewport().width()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            assert document.documentLayout().frameBoundingRect(frame).right() <= shown.viewport().width()


def test_a_word_wider_than_the_page_breaks(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    text = f"Type `nursedesk {'x' * 200}`.\n\n| a | b |\n| --- | --- |\n| {'y' * 90} | c |\n"
    page = opened(qtbot, text, (830, 560))
    assert browser(page).document().size().width() <= browser(page).viewport().width()


def test_words_after_a_list_or_a_table_stand_apart_from_it(qtbot: QtBot) -> None:
    text = "- one\n- two\n\nafter the list\n\n| a |\n| --- |\n| b |\n\nafter the table\n"
    page = opened(qtbot, text, (900, 600))
    block, air = browser(page).document().begin(), {}
    while block.isValid():
        air[block.text()] = block.blockFormat().topMargin()
        block = block.next()
    assert min(air["after the list"], air["after the table"]) >= 12


def test_what_is_to_be_typed_stands_out(qtbot: QtBot) -> None:
    page = opened(qtbot, "Type `nursedesk doctor` there.", (900, 600))
    at = browser(page).document().begin().begin()
    pieces = []
    while not at.atEnd():
        pieces.append((at.fragment().text(), at.fragment().charFormat().background().color().name().upper()))
        at += 1
    assert ("nursedesk doctor", theme.LIGHT.tint) in pieces
