"""The reference with real presses: list, search, links, minutes, other rules, other colours."""

import pytest
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.outputs.reference_minutes import courses
from nursedesk.ui import theme
from nursedesk.ui.reference.minutes import MinutesStrip, ruler_of
from nursedesk.ui.reference.page import PageText, ReferencePage
from nursedesk.ui.reference.page_list import PageList
from nursedesk.ui.reference.rows import found, rows_of
from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

BOOK = load_rulebook()
REFERENCE = load_reference(BOOK.codes)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> ReferencePage:
    made = ReferencePage(REFERENCE, BOOK)
    qtbot.addWidget(made)
    made.resize(1184, 736)
    made.show()
    return made


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> object:
    yield
    theme.apply(qapp, theme.LIGHT)


def search(page: ReferencePage) -> QLineEdit:
    return page.findChild(QLineEdit, "referenceSearch")


def text(page: ReferencePage) -> PageText:
    return page.findChild(PageText, "referenceText")


def listed(page: ReferencePage) -> PageList:
    return page.findChild(PageList, "referenceList")


def labels(page: ReferencePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_codes_come_by_family_then_topics() -> None:
    rows = rows_of(REFERENCE, BOOK)
    assert [row.page.key for row in rows[:3]] == ["96360", "96361", "96365"]
    assert {row.page.key for row in rows if row.group} == set(BOOK.codes)
    assert [row.page.key for row in rows if not row.group][-2:] == ["rules", "corrections"]


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("96366", "96366", 1),
        ("initial push", "96374", 2),
        ("PCS", "pcs", 1),
        ("platelet", "pcs", None),
        ("", "96360", None),
    ],
)
def test_a_search_looks_at_names_first_and_then_at_pages(words: str, first: str, count: int | None) -> None:
    rows = found(rows_of(REFERENCE, BOOK), words)
    assert rows[0].page.key == first
    assert count in (None, len(rows))
    assert found(rows_of(REFERENCE, BOOK), "qqq") == ()


def test_the_first_code_is_shown_at_once(page: ReferencePage) -> None:
    assert page.key() == "96360"
    assert "Hydration, first hour" in labels(page)
    assert "What it is for" in text(page).toPlainText()


def test_typing_finds_and_shows_and_arrows_walk(qtbot: QtBot, page: ReferencePage) -> None:
    with qtbot.waitSignal(page.shown) as told:
        qtbot.keyClicks(search(page), "962")
        qtbot.keyClick(search(page), Qt.Key.Key_Backspace)
        qtbot.keyClicks(search(page), "413")
    assert told.args
    assert page.key() == "96413"
    search(page).clear()
    search(page).textEdited.emit("")
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.key() == "96415"
    qtbot.keyClick(search(page), Qt.Key.Key_Up)
    qtbot.keyClick(search(page), Qt.Key.Key_Up)
    assert page.key() == "96411"


def test_an_arrow_passes_over_a_heading_and_stays_at_the_ends(qtbot: QtBot, page: ReferencePage) -> None:
    page.open_page("96361")
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.key() == "96365"
    page.open_page("corrections")
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.key() == "corrections"


def test_what_is_not_there_is_said(qtbot: QtBot, page: ReferencePage) -> None:
    qtbot.keyClicks(search(page), "qqq")
    assert {"Nothing found", "Try a code, or fewer letters."} <= set(labels(page))
    assert not listed(page).isVisible()
    before = page.key()
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    assert page.key() == before


def test_a_press_on_a_row_shows_it(qtbot: QtBot, page: ReferencePage) -> None:
    item = next(
        listed(page).item(n)
        for n in range(listed(page).count())
        if listed(page).item(n).text().startswith("96366")
    )
    place = listed(page).visualItemRect(item).center()
    with qtbot.waitSignal(page.shown) as told:
        qtbot.mouseClick(listed(page).viewport(), LEFT, pos=place)
    assert told.args == ["96366"]
    assert item.text() == "96366, IV infusion, each further hour, further hours"


def test_a_code_in_the_text_leads_to_its_page(qtbot: QtBot, page: ReferencePage) -> None:
    page.open_page("96361")
    document = text(page).document()
    links = {
        block.text() for block in _blocks(document) for part in _fragments(block) if part.charFormat().anchorHref()
    }
    assert links
    text(page).anchorClicked.emit(QUrl("96365"))
    assert page.key() == "96365"
    assert not page.open_page("99999")
    assert page.key() == "96365"


def _blocks(document: object) -> list[object]:
    block, made = document.begin(), []  # type: ignore[attr-defined]
    while block.isValid():
        made.append(block)
        block = block.next()
    return made


def _fragments(block: object) -> list[object]:
    at, made = block.begin(), []  # type: ignore[attr-defined]
    while not at.atEnd():
        made.append(at.fragment())
        at += 1
    return made


def test_minutes_show_what_they_give_and_when_it_changes(qtbot: QtBot, page: ReferencePage) -> None:
    page.open_page("96365")
    field = page.findChild(QLineEdit, "referenceMinutesField")
    gives = [page.findChild(QWidget, f"referenceGives_{n}") for n in range(1, 5)]
    assert [label.text() for label in gives] == ["96365 × 1", "96367 × 1", "96368 × 1", "96366 × 1"]
    qtbot.keyClicks(field, "135")
    assert [label.text() for label in gives] == [
        "96365 × 1 + 96366 × 1", "96367 × 1 + 96366 × 1", "96368 × 1", "96366 × 2",
    ]  # fmt: skip
    assert page.findChild(QLabel, "referenceNext_1").text() == "next at 151"
    page.open_page("96360")
    assert [label.text() for label in gives[:2]] == ["96360 × 1 + 96361 × 1", "96361 × 2"]
    assert not gives[2].isVisible()
    page.open_page("96372")
    assert not page.findChild(MinutesStrip).isVisible()


def test_the_ruler_marks_every_change_up_to_its_end() -> None:
    course = courses(BOOK.codes["96365"], BOOK)[0]
    assert [tick.minute for tick in ruler_of(course, None, BOOK).ticks] == [16, 91, 151]
    assert [tick.minute for tick in ruler_of(course, 200, BOOK).ticks] == [16, 91, 151, 211, 271]


def test_the_whole_page_scrolls_together(qtbot: QtBot, page: ReferencePage) -> None:
    page.open_page("96365")
    bar = page.findChild(QScrollArea, "referenceArea").verticalScrollBar()
    assert text(page).height() >= text(page).document().size().height()
    text(page).setFocus()
    qtbot.keyClick(text(page), Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    qtbot.keyClick(text(page), Qt.Key.Key_PageDown)
    assert bar.value() > 300
    page.open_page("96366")
    assert bar.value() == 0


def test_enter_in_the_search_gives_the_page_the_keyboard(qtbot: QtBot, page: ReferencePage) -> None:
    page.activateWindow()
    search(page).setFocus()
    qtbot.keyClick(search(page), Qt.Key.Key_Return)
    assert page.focusWidget() is text(page)


def test_other_rules_are_shown_on_the_same_page(page: ReferencePage) -> None:
    card = load_rulebook("reference-card")
    page.open_page("96366")
    page.show_rules(load_reference(card.codes), card)
    assert page.key() == "96366"
    assert "begins with 90" in text(page).toPlainText()


@pytest.mark.parametrize("look", theme.THEMES.values(), ids=lambda look: look.name)
def test_the_text_wears_the_theme(qapp: QApplication, page: ReferencePage, look: theme.Theme) -> None:
    theme.apply(qapp, look)
    qapp.processEvents()
    first = _fragments(_blocks(text(page).document())[0])[0]
    assert first.charFormat().foreground().color().name().upper() == look.ink.upper()


@pytest.mark.parametrize("size", [(864, 576), (1184, 736), (1824, 1016)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_the_right(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    page = ReferencePage(REFERENCE, BOOK)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for key in ("96365", "diagnoses"):
        page.open_page(key)
        qapp.processEvents()
        area = page.findChild(QScrollArea, "referenceArea")
        assert area.widget().width() <= area.viewport().width()
        room = text(page).mapTo(area.viewport(), QPoint(text(page).width(), 0)).x()
        assert room <= area.viewport().width()
        assert text(page).document().size().width() <= text(page).viewport().width() + 1
        assert text(page).height() >= text(page).document().size().height()


def test_tab_goes_from_search_to_list_to_minutes_to_the_page(qtbot: QtBot, page: ReferencePage) -> None:
    page.activateWindow()
    search(page).setFocus()
    reached = []
    for _ in range(4):
        reached.append(page.focusWidget().objectName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert reached == ["referenceSearch", "referenceList", "referenceMinutesField", "referenceText"]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1184), (1.5, 1136), (2.0, 1130), (2.0, 830)])
def test_a_familys_name_is_whole_however_narrow_the_list(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    try:
        page = ReferencePage(REFERENCE, BOOK)
        qtbot.addWidget(page)
        page.resize(width, 640)
        with qtbot.waitExposed(page):
            page.show()
        rows = page.findChild(QListWidget, "referenceList")
        headings = [rows.item(at) for at in range(rows.count()) if not rows.item(at).flags()]
        face = QFontMetricsF(theme.font(13, theme.STRONG))
        for heading in headings:
            place = rows.visualItemRect(heading)
            room = QRectF(0, 0, place.width() - 40, 1000)
            words = face.boundingRect(room, Qt.TextFlag.TextWordWrap, heading.text())
            assert words.height() + 8 <= place.height(), heading.text()
    finally:
        theme.apply(qapp, theme.LIGHT)
