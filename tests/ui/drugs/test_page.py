"""The drugs page with real presses: search, list, arrows, favourites, the drug in full."""

from datetime import date

import pytest
from nursedesk.catalog import resources
from nursedesk.catalog.favourites import favourites
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.ui import theme
from nursedesk.ui.drugs.drug_list import DrugList
from nursedesk.ui.drugs.model import rows_of
from nursedesk.ui.drugs.page import DrugsPage
from nursedesk.ui.hang.form import Choice
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

ROWS = rows_of(load_rulebook().drugs.values(), favourites(), date(2026, 11, 24))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> DrugsPage:
    made = DrugsPage()
    qtbot.addWidget(made)
    made.resize(1184, 736)
    made.show_rows(ROWS)
    made.show()
    return made


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> object:
    yield
    theme.apply(qapp, theme.LIGHT)


def search(page: DrugsPage) -> QLineEdit:
    return page.findChild(QLineEdit, "drugsSearch")


def said(page: DrugsPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def listed(page: DrugsPage) -> list[str]:
    return [row.drug.name for row in page.findChild(DrugList).rows()]


def test_the_whole_table_is_there_and_the_first_drug_shown(page: DrugsPage) -> None:
    assert len(listed(page)) == len(ROWS)
    assert page.name() == ROWS[0].drug.name
    assert said(page, "drugName") == ROWS[0].drug.display
    assert said(page, "drugsCount") == f"{len(ROWS)} of {len(ROWS)} drugs"


def test_typing_shows_the_best_hit(qtbot: QtBot, page: DrugsPage) -> None:
    with qtbot.waitSignal(page.shown):
        qtbot.keyClicks(search(page), "remicad")
    assert page.name() == "infliximab"
    assert said(page, "drugName") == "inFLIXimab"
    assert "Remicade" in said(page, "drugBrands")
    assert said(page, "drugCode_J1745") == "J1745"
    assert said(page, "drugCodeDays_J1745").startswith("in force since")


def test_arrows_in_the_search_walk(qtbot: QtBot, page: DrugsPage) -> None:
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.name() == ROWS[1].drug.name
    qtbot.keyClick(search(page), Qt.Key.Key_Up)
    qtbot.keyClick(search(page), Qt.Key.Key_Up)
    assert page.name() == ROWS[0].drug.name


def test_a_press_on_a_row_shows_it(qtbot: QtBot, page: DrugsPage) -> None:
    view = page.findChild(DrugList)
    place = view.visualRect(view.model().index(3, 0)).center()
    with qtbot.waitSignal(page.shown) as told:
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert told.args == [ROWS[3].drug.name]


def test_favourites_are_a_press_away(qtbot: QtBot, page: DrugsPage) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, "drugsFilter_favourites"), LEFT)
    assert listed(page) == [row.drug.name for row in ROWS if row.given]
    assert said(page, "drugFavourites") != "not a favourite"


def test_nothing_found_is_said_and_no_drug_stands_beside_it(qtbot: QtBot, page: DrugsPage) -> None:
    page.open_drug("infliximab")
    search(page).setText("zzqqxx")
    search(page).textEdited.emit("zzqqxx")
    assert page.findChild(QLabel, "drugsNothing").isVisible()
    assert not page.findChild(DrugList).isVisible()
    assert page.name() == "" and page.findChild(QLabel, "drugName") is None
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.name() == ""
    search(page).clear()
    search(page).textEdited.emit("")
    assert page.name() == "infliximab", "what was looked at comes back"


def test_without_favourites_it_is_said_how_one_is_made(qtbot: QtBot, page: DrugsPage) -> None:
    page.show_rows(rows_of(load_rulebook().drugs.values(), (), date(2026, 11, 24)))
    qtbot.mouseClick(page.findChild(QAbstractButton, "drugsFilter_favourites"), LEFT)
    assert said(page, "drugsNothing_title") == "No favourites yet"
    assert page.findChild(QLabel, "drugsNothing").isVisible()


def test_a_drug_is_opened_past_a_search(qtbot: QtBot, page: DrugsPage) -> None:
    qtbot.keyClicks(search(page), "ondansetron")
    assert page.open_drug("infliximab")
    assert page.name() == "infliximab"
    assert not page.open_drug("no such drug")


def test_showing_the_same_table_again_moves_nothing(page: DrugsPage) -> None:
    page.open_drug("infliximab")
    page.show_rows(ROWS)
    assert page.name() == "infliximab"


@pytest.mark.parametrize("size", [(864, 576), (1184, 736), (1824, 1016)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_the_right(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    page = DrugsPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_rows(ROWS)
    page.show()
    longest = max(ROWS, key=lambda row: len(row.drug.display) + len(row.drug.codes) * 5)
    page.open_drug(longest.drug.name)
    qapp.processEvents()
    area = page.findChild(QScrollArea, "drugArea")
    assert page.width() == size[0]
    assert area.widget().width() <= area.viewport().width()


def test_who_hangs_keeps_and_takes_out_favourites(qtbot: QtBot, page: DrugsPage) -> None:
    assert page.findChild(QAbstractButton, "favourDrugButton") is None
    liked = [(Choice("ceftriaxone"), "cefTRIAXone"), (Choice("methylprednisolone"), "methylPREDNISolone")]
    page.show_favourites(liked, may_change=True)
    page.open_drug("vedolizumab")
    with qtbot.waitSignal(page.favourites_changed) as kept:
        qtbot.mouseClick(page.findChild(QAbstractButton, "favourDrugButton"), LEFT)
    assert kept.args[0] == (Choice("ceftriaxone"), Choice("methylprednisolone"), Choice("vedolizumab"))
    page.open_drug("ceftriaxone")
    with qtbot.waitSignal(page.favourites_changed) as out:
        qtbot.mouseClick(page.findChild(QAbstractButton, "favourDrugButton"), LEFT)
    assert out.args[0] == (Choice("methylprednisolone"),)


def test_favourites_are_moved_up_and_down(qtbot: QtBot, page: DrugsPage) -> None:
    liked = [(Choice("ceftriaxone"), "cefTRIAXone"), (Choice("methylprednisolone"), "methylPREDNISolone")]
    page.show_favourites(liked, may_change=True)
    qtbot.mouseClick(page.findChild(QAbstractButton, "drugsFilter_favourites"), LEFT)
    qtbot.mouseClick(page.findChild(QAbstractButton, "arrangeButton"), LEFT)
    assert not page.findChild(DrugList).isVisible()
    with qtbot.waitSignal(page.favourites_changed) as moved:
        qtbot.mouseClick(page.findChild(QAbstractButton, "favouriteDown_1"), LEFT)
    assert [one.drug for one in moved.args[0]] == ["methylprednisolone", "ceftriaxone"]
    qtbot.mouseClick(page.findChild(QAbstractButton, "arrangeDoneButton"), LEFT)
    assert page.findChild(DrugList).isVisible()


def test_no_word_of_a_drug_is_cut_and_its_code_stays(qapp: QApplication, qtbot: QtBot) -> None:
    theme.load_fonts(resources.path("fonts"))
    theme.apply(qapp, theme.LIGHT, 2.0)
    made = DrugsPage()
    qtbot.addWidget(made)
    made.resize(890, 650)
    made.show_rows(ROWS)
    made.show()
    qapp.processEvents()
    listed = made.findChild(DrugList)
    delegate, width = listed.itemDelegate(), listed.viewport().width()
    for row in ROWS:
        room = delegate._room(row, width)
        for word in row.drug.display.replace("-", "- ").split():
            assert theme.advance(word, delegate._size(row, room), theme.STRONG) <= room, word
    assert any(not delegate._is_beside(row, width) for row in ROWS)


def test_where_the_head_is_short_the_search_stands_over_the_list(
    qapp: QApplication, qtbot: QtBot, page: DrugsPage
) -> None:
    assert search(page).mapTo(page, QPoint()).y() < page.findChild(DrugList).mapTo(page, QPoint()).y() - 60
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1184, 736)
    page.setParent(host)
    page.setMinimumSize(0, 0)
    page.resize(480, 650)
    host.show()
    page.show()
    qapp.processEvents()
    assert page.findChild(QWidget, "drugsPanel").isAncestorOf(search(page))
    count = page.findChild(QLabel, "drugsCount")
    assert count.isHidden() or count.width() >= count.sizeHint().width()
    qtbot.keyClicks(search(page), "remic")
    assert listed(page)[0] == "infliximab"
    page.resize(1184, 736)
    qapp.processEvents()
    assert page.findChild(QWidget, "drugsHead").isAncestorOf(search(page))
    assert page.findChild(QLabel, "drugsCount").isVisible()
    page.setParent(None)
