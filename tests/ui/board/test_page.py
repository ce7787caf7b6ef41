"""The board on screen: names, one press one action, nothing repainted for nothing, the keyboard."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.record.encounter import LineState
from nursedesk.ui import theme
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_model import card
from nursedesk.ui.board.line_row import LineRow
from nursedesk.ui.board.metrics import PAGE_TOP
from nursedesk.ui.board.page import BoardPage
from nursedesk.ui.kit import Kind, StopButton, Text
from nursedesk.ui.words import NBSP
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.suite import NAMES, NOW, ZONE, cards, line, piv, visit

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


class Presses:
    """Actions that only remember what they were asked."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, ...]] = []
        self.actions = BoardActions(**{field.name: self._keep(field.name) for field in fields(BoardActions)})

    def _keep(self, name: str) -> object:
        return lambda *given: self.heard.append((name, *given))


@pytest.fixture
def presses() -> Presses:
    return Presses()


@pytest.fixture
def page(qtbot: QtBot, presses: Presses) -> Iterator[BoardPage]:
    theme.load_fonts(FONTS)
    made = BoardPage(presses.actions)
    qtbot.addWidget(made)
    made.resize(1824, 1016)
    made.set_my_chairs(("3", "4", "5", "6"))
    made.show_cards(cards())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.tick(NOW)
    yield made


def found(page: BoardPage, name: str) -> QWidget:
    """The visible widget of that name."""
    widgets = [widget for widget in page.findChildren(QWidget, name) if widget.isVisibleTo(page)]
    assert len(widgets) == 1, (name, widgets)
    return widgets[0]


def click(qtbot: QtBot, page: BoardPage, name: str) -> None:
    """One press with the pointer."""
    qtbot.mouseClick(found(page, name), Qt.MouseButton.LeftButton)


NAMES_ON_BOTH = {
    "chairCard_3": "Chair 3, ROE Jane, running",
    "stopButton_3_1": "Stop oxaliplatin, chair 3",
    "startButton_6_1": "Start inFLIXimab, chair 6",
    "hangButton_3": "Hang, chair 3",
    "pushButton_3": "Push, chair 3",
    "closeButton_3": "Close, chair 3",
    "checkInButton_4": "Check in, chair 4",
    "noticeChip_3_1": "boundary 14:11",
    "undoButton": "Undo the last press",
}


@pytest.mark.parametrize("density", ["mine", "room"])
def test_names_for_tests_and_assistive_tools(page: BoardPage, density: str) -> None:
    page.set_density(density)
    page.offer_undo("diphenhydrAMINE", "25 mg pushed · chair 6", NOW + timedelta(seconds=8), NOW)
    assert page.objectName() == "boardPage"
    for name, spoken in NAMES_ON_BOTH.items():
        assert found(page, name).accessibleName() == spoken, name
    assert found(page, "lineRow_3_2").isVisible()
    elapsed = found(page, "elapsedLabel_3_1")
    assert isinstance(elapsed, QLabel)
    assert elapsed.text() == "1 h 27 min"


@pytest.mark.parametrize("density", ["mine", "room"])
def test_every_button_has_a_name_and_can_be_hit(page: BoardPage, density: str) -> None:
    page.set_density(density)
    buttons = [b for b in page.findChildren(QPushButton) + page.findChildren(QToolButton) if b.isVisibleTo(page)]
    assert len(buttons) > 15
    for button in buttons:
        if button.metaObject().className().startswith("QScroll"):
            continue
        assert button.objectName(), button
        assert button.accessibleName(), button.objectName()
        assert button.height() >= 42 and button.width() >= 42, (button.objectName(), button.size())


def test_both_densities_show_their_chairs(page: BoardPage) -> None:
    assert len([c for c in range(1, 13) if page.card(str(c))]) == 12
    page.set_density("mine")
    assert [c for c in range(1, 13) if page.card(str(c))] == [3, 4, 5, 6]


PRESSES = [
    ("stopButton_3_1", ("stop", "E-3", "oxaliplatin")),
    ("stopButton_3_2", ("stop", "E-3", "leucovorin")),
    ("startButton_6_1", ("start", "E-6", "infliximab")),
    ("hangButton_3", ("hang", "E-3")),
    ("pushButton_5", ("push", "E-5")),
    ("closeButton_5", ("close", "E-5")),
    ("checkInButton_4", ("check_in", "4")),
    ("handOverButton", ("hand_over",)),
]


@pytest.mark.parametrize("density", ["mine", "room"])
@pytest.mark.parametrize(("name", "wanted"), PRESSES, ids=str)
def test_one_press_is_one_action(
    qtbot: QtBot, page: BoardPage, presses: Presses, density: str, name: str, wanted: tuple[object, ...]
) -> None:
    page.set_density(density)
    click(qtbot, page, name)
    assert presses.heard == [wanted]


def test_resume_stands_beside_stop(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    click(qtbot, page, "resumeButton_7_1")
    click(qtbot, page, "stopButton_7_1")
    click(qtbot, page, "hangLastButton_10")
    assert presses.heard == [("resume", "E-7", "rituximab"), ("stop", "E-7", "rituximab"), ("hang", "E-10")]


def test_notices_are_dismissed_or_corrected_with_one_press(
    qtbot: QtBot, page: BoardPage, presses: Presses
) -> None:
    click(qtbot, page, "noticeChip_3_1")
    page.set_density("mine")
    click(qtbot, page, "noticeChip_3_2_action")
    assert presses.heard == [
        ("dismiss_notice", "E-3", "boundary", "oxaliplatin"),
        ("act_on_notice", "E-3", "overlap", "leucovorin"),
    ]


def test_a_press_on_the_header_opens_the_visit(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    shown = page.card("3")
    assert shown is not None
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(120, 20))
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(120, 120))
    assert presses.heard == [("open_encounter", "E-3")]


def test_pause_lies_behind_the_second_button(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    row = found(page, "lineRow_3_1")
    assert isinstance(row, LineRow)
    row.menu().actions()[0].trigger()
    prepared = found(page, "lineRow_6_1")
    assert isinstance(prepared, LineRow)
    assert "Pause" not in [action.text() for action in prepared.menu().actions()]
    prepared.menu().actions()[0].trigger()
    assert presses.heard == [("pause", "E-3", "oxaliplatin"), ("line_deed", "E-6", "infliximab", "rate")]


def test_undo_is_offered_in_one_place_and_runs_out(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    before = found(page, "orderButton").geometry()
    page.offer_undo("oxaliplatin", "stopped · chair 3 · 14:07", NOW + timedelta(seconds=10), NOW)
    click(qtbot, page, "undoButton")
    assert presses.heard == [("undo",)]
    page.tick(NOW + timedelta(seconds=9))
    assert found(page, "undoButton").isVisible()
    page.tick(NOW + timedelta(seconds=10))
    assert page.findChild(QPushButton, "undoButton").isHidden()
    assert found(page, "orderButton").geometry() == before
    qtbot.keyClick(page, Qt.Key.Key_Z)
    assert presses.heard == [("undo",)]


class Paints(QObject):
    """Counts paint events of what it watches."""

    def __init__(self, root: QWidget) -> None:
        super().__init__()
        self.painted: list[str] = []
        for widget in [root, *root.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched.objectName() or type(watched).__name__)
        return False


def test_a_tick_within_the_minute_paints_nothing(page: BoardPage) -> None:
    QApplication.processEvents()
    paints = Paints(page)
    for second in range(1, 50):
        page.tick(NOW + timedelta(seconds=second))
        page.show_cards(cards(NOW + timedelta(seconds=second)))
        QApplication.processEvents()
    assert paints.painted == []


def test_a_new_minute_paints_minutes_rulers_and_strips_only(page: BoardPage) -> None:
    QApplication.processEvents()
    paints = Paints(page)
    places = {w.objectName(): w.geometry() for w in page.findChildren(QWidget) if w.objectName()}
    page.tick(NOW + timedelta(minutes=1))
    QApplication.processEvents()
    assert "elapsedLabel_3_1" in paints.painted
    assert "BoundaryRuler" in paints.painted
    assert not [
        name for name in paints.painted if name.startswith(("stopButton", "hangButton", "pushButton", "StatePill"))
    ]
    assert places == {w.objectName(): w.geometry() for w in page.findChildren(QWidget) if w.objectName()}


def test_a_stopped_line_changes_only_its_own_card(page: BoardPage) -> None:
    QApplication.processEvents()
    models = cards()
    source = models[4].source
    assert source.encounter is not None
    stopped = replace(source.encounter.administrations[0], state=LineState.STOPPED)
    after = replace(source.encounter, administrations=(stopped, *source.encounter.administrations[1:]))
    models[4] = card("5", after, source.look, NOW, ZONE, NAMES)
    others = [Paints(shown) for chair in "123" if (shown := page.card(chair))]
    page.show_cards(models)
    QApplication.processEvents()
    assert [paints.painted for paints in others] == [[], [], []]
    stop = found(page, "stopButton_5_1")
    assert isinstance(stop, StopButton)
    assert stop.accessibleName() == "Stop sodium chloride 0.9 %, chair 5"
    assert stop.kind() is Kind.STOP_OUTLINE


def test_the_keyboard_alone(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.focused_card() is page.card("1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.focused_card() is page.card("5")
    for key in (Qt.Key.Key_S, Qt.Key.Key_H, Qt.Key.Key_P, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert page.focused_card() is page.card("2")
    assert presses.heard == [
        ("stop", "E-5", "ceftriaxone"), ("hang", "E-5"), ("push", "E-5"), ("open_encounter", "E-5"),
        ("start", "E-6", "infliximab"),
    ]  # fmt: skip


def test_s_acts_on_the_row_the_keyboard_is_in(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    found(page, "stopButton_3_2").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert presses.heard == [("stop", "E-3", "leucovorin")] * 2


def test_enter_on_a_free_chair_checks_in(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    shown = page.card("4")
    assert shown is not None
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_H, Qt.Key.Key_S):
        qtbot.keyClick(shown, key)
    assert presses.heard == [("check_in", "4")]


def test_nothing_moves_unless_asked(qtbot: QtBot, page: BoardPage) -> None:
    first = page.card("1")
    assert first is not None
    with qtbot.assertNotEmitted(page.order_chosen):
        page.show_cards(list(cards()))
        assert first.pos().y() == PAGE_TOP
    page.set_order("urgency")
    overdue = page.card("5")
    assert overdue is not None
    assert overdue.pos().y() == PAGE_TOP and overdue.x() < first.x()
    page.set_order("chair")
    assert first.x() < overdue.x() or first.y() < overdue.y()


def test_the_curtain_hides_names_and_nothing_else(page: BoardPage, qtbot: QtBot, presses: Presses) -> None:
    page.set_curtain(True)
    shown = page.card("3")
    assert shown is not None
    assert "ROE" not in shown.accessibleName()
    click(qtbot, page, "stopButton_3_1")
    assert presses.heard == [("stop", "E-3", "oxaliplatin")]
    page.set_curtain(False)
    assert shown.accessibleName() == "Chair 3, ROE Jane, running"


@pytest.mark.parametrize("name", list(theme.THEMES))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1824, 1016), (1184, 736)], ids=str)
def test_every_theme_scale_and_size(
    qtbot: QtBot, qapp: QApplication, presses: Presses, name: str, scale: float, size: tuple[int, int]
) -> None:
    theme.apply(qapp, theme.THEMES[name], scale)
    page = BoardPage(presses.actions)
    qtbot.addWidget(page)
    page.resize(*size)
    page.set_my_chairs(("3", "4", "5", "6"))
    page.show_cards(cards())
    page.show()
    for density in ("mine", "room"):
        page.set_density(density)
        assert not page.grab().isNull()
        for chair in ("3", "5", "6"):
            shown = page.card(chair)
            assert shown is not None
            for button in shown.findChildren(QPushButton):
                if button.isVisibleTo(shown):
                    whole = button.rect().translated(button.mapTo(shown, QPoint(0, 0)))
                    assert shown.rect().contains(whole), (density, button.objectName())
    theme.apply(qapp, theme.LIGHT)


def test_more_than_two_lines_scroll_inside_the_card(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    given = [line(name, "1 mg", "13:00") for name in ("a", "b", "c")]
    encounter = visit("3", "ROE, Jane", "1961-02-02", "F", "1", "jdoe", piv("left hand"), *given)
    page.show_cards([card("3", encounter, None, NOW, ZONE, NAMES)])
    more = found(page, "moreLines_3")
    assert more.accessibleName() == "+ 1 line"
    shown = page.card("3")
    assert shown is not None
    third = found(page, "stopButton_3_3")
    assert third.visibleRegion().isEmpty()
    click(qtbot, page, "moreLines_3")
    QApplication.processEvents()
    assert not third.visibleRegion().isEmpty()
    click(qtbot, page, "stopButton_3_3")
    assert presses.heard == [("stop", "E-3", "c")]


LONG = ("trastuzumab and pertuzumab and hyaluronidase-zzxf", "immuneglobulinintravenoushumanwithrecombinant")


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("density", ["mine", "room"])
@pytest.mark.parametrize("width", [1824, 1184])
def test_drug_names_are_never_cut(page: BoardPage, name: str, density: str, width: int) -> None:
    page.resize(width, 900)
    page.set_density(density)
    paused = replace(line(name, "1200 mg", "12:00-13:00"), state=LineState.PAUSED)
    encounter = visit("3", "ROE, Jane", "1961-02-02", "F", "1", "jdoe", None, paused)
    page.show_cards([card("3", encounter, None, NOW, ZONE, NAMES)])
    labels = [label for label in found(page, "lineRow_3_1").findChildren(QLabel) if label.isVisibleTo(page)]
    drug = [label for label in labels if any(word in label.text() for word in (*name.split(), "1,200"))]
    assert " ".join(label.text() for label in drug).replace(NBSP, " ") == f"{name} 1,200 mg"
    for label in drug:
        assert label.sizeHint().width() <= label.width() + 2


def test_a_theme_is_changed_while_the_board_is_up(page: BoardPage, qapp: QApplication) -> None:
    light = page.grab().toImage()
    try:
        theme.apply(qapp, theme.DARK)
        assert page.grab().toImage() != light
    finally:
        theme.apply(qapp, theme.LIGHT)
    assert page.grab().toImage() == light


def test_a_nurse_without_chairs_is_told_so(page: BoardPage) -> None:
    page.set_density("mine")
    empty = page.findChild(QLabel, "boardEmpty")
    assert empty is not None
    assert empty.isHidden()
    page.set_my_chairs(())
    assert empty.isVisible()
    assert empty.text().startswith("No chair is yours yet.")


def test_one_card_can_be_shown_alone(page: BoardPage) -> None:
    QApplication.processEvents()
    source = cards()[2].source
    assert source.encounter is not None
    shown, other = page.card("3"), page.card("2")
    assert shown is not None and other is not None
    paints = Paints(other)
    page.show_card(card("3", None, None, NOW, ZONE, NAMES))
    page.show_card(card("no such chair", None, None, NOW, ZONE, NAMES))
    QApplication.processEvents()
    assert shown.accessibleName() == "Chair 3, free"
    assert paints.painted == []
    page.show_card(card("3", source.encounter, source.look, NOW, ZONE, NAMES))
    assert shown.accessibleName() == "Chair 3, ROE Jane, running"
    assert found(page, "stopButton_3_2").isVisible()


def test_a_line_goes_through_its_states_in_place(page: BoardPage) -> None:
    """Prepared, running, paused, running, stopped: the row stays, its buttons change."""
    source = cards()[5].source
    assert source.encounter is not None
    pushes, prepared = source.encounter.administrations[:2], source.encounter.administrations[2]
    running = replace(line("infliximab", "500 mg", "14:02"), prepared=prepared.prepared)
    paused = replace(running, state=LineState.PAUSED, segments=line("x", "1 mg", "14:02-14:05").segments)
    stopped = replace(paused, state=LineState.STOPPED)
    seen = []
    for drug in (prepared, running, paused, running, stopped):
        encounter = replace(source.encounter, administrations=(*pushes, drug))
        page.show_card(card("6", encounter, None, NOW, ZONE, NAMES))
        shown = page.card("6")
        assert shown is not None
        buttons = shown.findChildren(QPushButton)
        names = sorted(
            b.objectName().split("_")[0] for b in buttons if b.isVisible() and b.objectName().endswith("_6_1")
        )
        seen.append((shown.accessibleName().rpartition(", ")[2], names))
    assert seen == [
        ("prepared", ["startButton"]), ("running", ["stopButton"]), ("paused", ["resumeButton", "stopButton"]),
        ("running", ["stopButton"]), ("ready to close", []),
    ]  # fmt: skip


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [868, 1184, 1824])
def test_undo_names_the_drug_in_full(
    qtbot: QtBot, qapp: QApplication, presses: Presses, scale: float, width: int
) -> None:
    theme.load_fonts(FONTS)
    theme.apply(qapp, theme.LIGHT, scale)
    page = BoardPage(presses.actions)
    qtbot.addWidget(page)
    page.resize(width, 736)
    page.show_cards(cards())
    page.show()
    page.offer_undo("methylPREDNISolone", "125 mg pushed · chair 6 · 14:07", NOW + timedelta(seconds=8), NOW)
    QApplication.processEvents()
    label = next((label for label in page.findChildren(QLabel) if label.text().startswith("methyl")), None)
    assert page.width() == width
    narrow = (width, scale) in ((868, 1.5), (868, 2.0), (1184, 2.0))
    assert label is not None or narrow, "only there the filters' button takes the drug's room"
    if label is not None:
        assert label.sizeHint().width() <= label.width() + 2
        assert label.x() >= 0
    assert page.head.undo.button.accessibleDescription().startswith("methylPREDNISolone 125 mg")
    undo, order = page.head.undo.button, found(page, "orderButton")
    end = undo.mapTo(page, undo.rect().topRight()).x()
    assert end < order.mapTo(page, order.rect().topLeft()).x(), "nothing lies over Undo and its seconds"
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("stopButton_3_1", QAccessible.Role.PushButton, "Stop oxaliplatin, chair 3"),
        ("noticeChip_3_1", QAccessible.Role.PushButton, "boundary 14:11"),
        ("elapsedLabel_3_1", QAccessible.Role.StaticText, "1 h 27 min"),
        ("checkInButton_4", QAccessible.Role.PushButton, "Check in, chair 4"),
    ],
)
def test_assistive_tools_hear_role_and_name(page: BoardPage, name: str, role: QAccessible.Role, text: str) -> None:
    heard = QAccessible.queryAccessibleInterface(found(page, name))
    assert heard is not None
    assert heard.role() == role
    assert heard.text(QAccessible.Text.Name).replace(NBSP, " ") == text


def test_the_keyboard_stays_on_its_chair_when_cards_are_made_anew(page: BoardPage) -> None:
    page.set_density("room")
    card = page.card("5")
    assert card is not None
    card.setFocus(Qt.FocusReason.TabFocusReason)
    page.set_density("mine")
    assert page.card("5") is not card
    assert page.focusWidget() is page.card("5")


def test_a_filtered_card_does_not_leave_the_keyboard_on_another_patient(
    qtbot: QtBot, page: BoardPage, presses: Presses
) -> None:
    page.set_density("mine")
    card = page.card("5")
    assert card is not None
    card.setFocus(Qt.FocusReason.TabFocusReason)
    page.set_my_chairs(("3", "4"))
    assert page.focused_card() is None
    for key in (Qt.Key.Key_S, Qt.Key.Key_H, Qt.Key.Key_P):
        qtbot.keyClick(page.focusWidget(), key)
    assert presses.heard == []
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget() is page.card("3"), "an arrow leads back to the chairs"


def test_the_ring_of_a_card_in_the_first_row_is_whole(page: BoardPage) -> None:
    card = page.card("1")
    assert card is not None
    card.setFocus(Qt.FocusReason.TabFocusReason)
    ring = card._ring.ring()
    assert ring is not None
    assert ring.y() >= 0


def test_the_second_half_of_a_double_press_stops_no_other_line(
    qtbot: QtBot, page: BoardPage, presses: Presses
) -> None:
    """The line below moves up when one is stopped: its Stop stands where the finger still is."""
    five = next(model for model in cards() if model.chair == "5")
    visit = five.source.encounter
    assert visit is not None
    click(qtbot, page, "stopButton_5_1")
    ended = replace(
        visit.administrations[0],
        state=LineState.STOPPED,
        segments=(replace(visit.administrations[0].segments[0], stop=NOW),),
    )
    after = replace(visit, administrations=(ended, visit.administrations[1]))
    page.show_card(card("5", after, five.source.look, NOW, ZONE, NAMES))
    said = len(presses.heard)
    click(qtbot, page, "stopButton_5_1")
    assert len(presses.heard) == said


@pytest.mark.parametrize(("density", "width"), [("mine", 1184), ("mine", 1824), ("room", 1184), ("room", 1824)])
def test_facts_are_left_out_whole_and_none_is_cut(page: BoardPage, density: str, width: int) -> None:
    """A paused line has Resume and Stop: what else is said of it has less room."""
    page.resize(width, 736)
    page.set_density(density)
    page.set_my_chairs(("3", "5", "6", "7"))
    QApplication.processEvents()
    said = []
    for row in (row for row in page.findChildren(LineRow) if row.isVisibleTo(page)):
        for label in row.findChildren(Text, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if label.isVisibleTo(page) and label.text():
                assert label.sizeHint().width() <= label.width() + 2, label.text()
                assert label.runs()[0].size >= 10.5, label.text()
                said.append(label.text())
    assert any(text.startswith("paused") for text in said)
