"""Every control of every page and dialog has a role, a name and a state that assistive tools are told."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.app.accessible import PRESSED, Told, walk
from tests.app.suite import Suite
from tests.app.test_lines import running

PAGES = ("board", "encounter", "tickets", "shift", "drugs", "codes", "settings", "help", "audit")
DIALOGS = ("check_in", "hang", "push", "hand_over", "rate", "stop_at", "waste", "expected", "keys", "out")


def told(suite: Suite) -> list[Told]:
    QApplication.processEvents()
    return list(walk(suite.station.frame))


def wrong(suite: Suite) -> list[str]:
    return [one.wrong for one in told(suite) if one.wrong]


def test_every_page_tells_what_it_is(suite: Suite) -> None:
    suite.hands.wait(lambda: suite.station.entrance.desk is not None, "the record is open")
    assert wrong(suite) == []
    visit = running(suite)
    suite.shell.encounter.open(visit)
    bad: dict[str, list[str]] = {}
    counted: dict[str, int] = {}
    for page in PAGES:
        suite.shell.core.show(page)
        suite.settle()
        heard = told(suite)
        counted[page] = sum(one.role in PRESSED for one in heard)
        if found := [one.wrong for one in heard if one.wrong]:
            bad[page] = found
    assert bad == {}
    assert min(counted.values()) >= 12, counted


@pytest.mark.parametrize("density", ["mine", "room"])
def test_the_board_is_heard_chair_by_chair(suite: Suite, density: str) -> None:
    running(suite)
    suite.shell.board.page.set_density(density)
    names = [one.name for one in told(suite)]
    for spoken in ("Chair 1, ROE Jane, running", "Stop inFLIXimab, chair 1", "Hang, chair 1", "More, chair 1"):
        assert spoken in names
    boxes = [one for one in told(suite) if one.name == "Show all: 4" or one.name.startswith("Show all")]
    assert boxes and boxes[0].role in (QAccessible.Role.CheckBox, QAccessible.Role.Button)


def test_every_tab_of_a_visit(suite: Suite) -> None:
    visit = running(suite)
    suite.shell.encounter.open(visit)
    record = suite.shell.encounter.page.record
    for tab in range(record.tabs.count()):
        record.tabs.setCurrentIndex(tab)
        assert wrong(suite) == [], record.tabs.tabText(tab)


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_dialog_tells_what_it_is(suite: Suite, dialog: str) -> None:
    visit = running(suite)
    shell = suite.shell
    line = shell.core.visit(visit).administrations[0].line
    {
        "check_in": lambda: shell.dialogs.check_in("2"),
        "hang": lambda: shell.dialogs.hang(visit),
        "push": lambda: shell.dialogs.push(visit),
        "hand_over": lambda: shell.handing.open(),
        "rate": lambda: shell.lines.do(visit, line, "rate"),
        "stop_at": lambda: shell.lines.do(visit, line, "stop_at"),
        "waste": lambda: shell.lines.do(visit, line, "waste"),
        "expected": lambda: shell.room.open_list(),
        "keys": lambda: shell.window.show_keys(),
        "out": lambda: shell.room.take_out("3"),
    }[dialog]()
    assert wrong(suite) == []
