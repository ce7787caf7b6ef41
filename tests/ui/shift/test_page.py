"""The shift page: figures, rows in words, the export, the way to a visit."""

import pytest
from nursedesk.ui.shift.page import ShiftPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import VISITS, display, shift_of
from tests.ui.frame.sample_window import NEW_YORK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, asked: list[str]) -> ShiftPage:
    def choose(name: str) -> str | None:
        asked.append(name)
        return "/tmp/log.csv" if len(asked) == 1 else None  # noqa: S108 - a path that nothing opens

    made = ShiftPage(NEW_YORK, display, choose)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_shift(shift_of(*VISITS))
    made.show()
    return made


def rows(page: ShiftPage) -> list[str]:
    model = page.findChild(QListView, "shiftRows").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_figures(page: ShiftPage) -> None:
    names = ("shiftVisits", "shiftOpenLines", "shiftLate", "shiftUnsigned")
    said = [page.findChild(QWidget, name).accessibleName() for name in names]
    assert said == [
        "3 visits",
        "2 lines still up",
        "2 lines with a late or corrected time",
        "2 tickets not signed",
    ]


def test_rows_in_words(page: ShiftPage) -> None:
    told = [row.replace("\u00a0", " ") for row in rows(page)]
    assert told[0] == "4, ABBOTT, Grace, 08:05 – 10:58"
    assert told[1] == "cefTRIAXone, 2 g, 08:20 – 08:55, 35 min"
    assert told[2] == "ondansetron, 4 mg, IV push 08:14, "
    assert told[4] == "2, MORENO, Luisa, since 11:02"
    assert told[6] == "inFLIXimab, 400 mg, since 11:30, 2 h 15 min"


def test_the_export_asks_where(qtbot: QtBot, page: ShiftPage, asked: list[str]) -> None:
    button = page.findChild(QAbstractButton, "exportShiftButton")
    with qtbot.waitSignal(page.export_chosen) as chosen:
        qtbot.mouseClick(button, LEFT)
    assert chosen.args == ["/tmp/log.csv"]  # noqa: S108 - a path that nothing opens
    assert asked == ["shift-2026-11-24.csv"]
    with qtbot.assertNotEmitted(page.export_chosen):
        qtbot.mouseClick(button, LEFT)


def test_a_row_leads_to_its_visit(qtbot: QtBot, page: ShiftPage) -> None:
    view = page.findChild(QListView, "shiftRows")
    view.setCurrentIndex(view.model().index(6, 0))
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["e2"]


def test_an_empty_shift_says_so_and_exports_nothing(page: ShiftPage) -> None:
    page.show_shift(shift_of())
    assert rows(page) == []
    assert not page.findChild(QAbstractButton, "exportShiftButton").isEnabled()
