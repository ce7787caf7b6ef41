"""The search of the top bar: patient, chair, drug, ticket, action; and the window as it was left."""

from pathlib import Path

import pytest
from nursedesk.app import finding, window_state
from nursedesk.app.commands import Command, Commands
from nursedesk.app.looks import look_of
from nursedesk.desk import station_file
from nursedesk.ui import theme
from nursedesk.ui.frame.model import Look
from nursedesk.ui.frame.shortcuts import ShortcutSheet, groups
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.app.suite import Suite
from tests.app.test_lines import running


def choose(suite: Suite, text: str) -> None:
    """Type into the search and take the first answer."""
    suite.shell.window.bar.focus_search()
    suite.hands.type("searchField", text)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("hand", ["Hand over"]),
        ("dark", ["Dark look", "High contrast dark look"]),
        ("high con da", ["High contrast dark look"]),
        ("x", []),
        ("", []),
    ],
)
def test_actions_are_found_by_the_beginnings_of_their_words(typed: str, titles: list[str]) -> None:
    words = ("Hand over", "Dark look", "High contrast look", "High contrast dark look")
    commands = Commands(Command(word, word, "", lambda: None) for word in words)
    assert [hit.title for hit in commands.find(typed)] == titles


def test_everything_can_be_found(suite: Suite) -> None:
    visit = running(suite)
    shell = suite.shell

    def first(text: str) -> str:
        hits = finding.find(shell.core, shell.commands, text)
        return hits[0].title if hits else ""

    assert first("roe") == "ROE, Jane"
    assert first("1") == "ROE, Jane"
    assert first("j") == "ROE, Jane"
    assert first("inflxmab") == "inFLIXimab"
    assert first("hand") == "Hand over"
    assert first("rituxim") == "riTUXimab"
    assert first("expected") == "Expected today"
    assert first("settings") == "Settings"
    choose(suite, "rituxim")
    assert shell.window.page() == "drugs"
    suite.hands.wait(lambda: suite.hands.find("drugsPage").name() == "rituximab", "the drug is shown")
    choose(suite, "roe")
    assert (shell.window.page(), shell.encounter.shown) == ("encounter", visit)
    choose(suite, "show chairs free")
    assert shell.window.page() == "board"
    assert shell.board.page.card("1") is None


def test_the_sheet_of_keys_comes_by_key_and_goes_by_escape(suite: Suite) -> None:
    suite.sign_in()
    window = suite.shell.window
    window.show_keys()
    window.show_keys()
    assert len(window.findChildren(ShortcutSheet)) == 1
    sheet = window.findChild(ShortcutSheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert {"S", "Ctrl K", "-5m"} <= {key for _, keys in groups() for key, _ in keys}


@pytest.mark.parametrize("look", ["contrast", "contrast_dark", "dark", "light"])
def test_the_look_is_kept(suite: Suite, look: str) -> None:
    suite.sign_in()
    try:
        suite.shell.choose_look(Look(look))
        kept = station_file.read(suite.folder).theme
        assert (theme.current().name, look_of(kept)) == (kept, Look(look))
    finally:
        suite.shell.choose_look(Look.LIGHT)


def test_the_window_opens_where_it_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    first, another = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(another)
    first.setGeometry(20, 30, 511, 377)
    window_state.keep(first, tmp_path)
    assert window_state.restore(another, tmp_path)
    assert (another.width(), another.height()) == (511, 377)


def test_leaving_remembers_where_the_window_stood(suite: Suite) -> None:
    suite.close()
    assert station_file.read(suite.folder).window


@pytest.mark.parametrize("text", ["", "not base64 at all!", "AAAA", "é", "A" * 500])
def test_a_damaged_place_changes_nothing(tmp_path: Path, qtbot: QtBot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    station_file.change(tmp_path, window=text)
    before = window.size()
    assert not window_state.restore(window, tmp_path)
    assert window.size() == before
