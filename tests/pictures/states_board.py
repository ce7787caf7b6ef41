"""States of the board and of what lies over every page: undo, filters, order, search, a full card, curtain."""

from collections.abc import Callable

from nursedesk.ui.board.filters import Show
from nursedesk.ui.board.head import Order
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from tests.pictures.led import Led


def undo(led: Led) -> None:
    """A stop that can be taken back for ten seconds; then, quietly, why it came down."""
    _room(led)
    led.hands.press_first("stopButton_5_")
    led.shot("undo")
    led.pass_(12 / 60)
    led.shot("why-it-was-stopped")


def undone(led: Led) -> None:
    """What was taken back is said."""
    _room(led)
    led.hands.press_first("stopButton_9_")
    led.hands.press("undoButton")
    led.shot("undone")


def filters(led: Led) -> None:
    """Each filter, and one that nothing answers to."""
    board = led.shell.board.page
    _room(led)
    for show in (Show.RUNNING, Show.NEEDS_STOP, Show.READY, Show.MINE, Show.FREE):
        board.set_filter(show)
        led.shot(f"filter-{show.replace('_', '-')}")
    board.set_density("mine")
    board.set_my_chairs(["3", "4"])
    board.set_filter(Show.NEEDS_STOP)
    led.shot("filter-that-finds-nothing")
    board.set_filter(Show.ALL)


def order(led: Led) -> None:
    """The menu of the order, and the chairs by urgency."""
    _room(led)
    head = led.shell.board.page.head
    led.menu("orderButton", "order-menu")
    head._chosen(Order.URGENCY)
    led.shot("by-urgency")
    head._chosen(Order.CHAIR)
    if led.is_shown("filterButton"):
        led.menu("filterButton", "filter-menu")


def menus(led: Led) -> None:
    """Who is signed in; a chair's menu with the deeds of a line and its corrections unfolded."""
    _room(led)
    led.menu("nurseMenuButton", "user-menu")
    led.hands.press("chairMenu_3")
    menu = led.station.frame.findChild(QMenu, "chairMenu")
    assert menu is not None, "the chair's menu"
    inside = [one for one in menu.actions() if one.menu() is not None]
    for action in (inside[0], inside[-1]):
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Right)
        led.shot("chair-menu-unfolded" if action is inside[0] else "chair-menu-unfolded-last")
        action.menu().hide()
    menu.hide()


def search(led: Led) -> None:
    """Several kinds of hits, a drug typed wrongly, and nothing found."""
    _room(led)
    for typed, name in (("o", "several-kinds"), ("inflxmab", "typed-wrongly"), ("qqqq", "nothing")):
        field = _search_field(led)
        QTest.keyClicks(field, typed)
        led.shot(f"search-{name}")
        for _ in range(2):
            QTest.keyClick(field, Qt.Key.Key_Escape)


def expected(led: Led) -> None:
    """Today's list with entries, a time that cannot be read, why one is not coming, and a chair that waits."""
    hands = led.hands
    _room(led)
    led.shell.room.open_list()
    for name, at, planned in (
        ("VANCE, Tomas", "14:30", "iron sucrose 200 mg"),
        ("BJORNSTAD-OYELARAN, Guinevere Alexandra", "15:00", "pembrolizumab 200 mg, then carboplatin"),
    ):
        hands.type("expectedNameField", name, enter=False)
        hands.type("expectedTimeField", at, enter=False)
        hands.type("expectedPlannedField", planned, enter=False)
        if at == "14:30":
            hands.type("expectedChairField", "12", enter=False)
        hands.type("expectedBornField", "2-Feb-1961")
    led.shot("expected-list")
    hands.type("expectedNameField", "NOBODY, Time", enter=False)
    hands.type("expectedTimeField", "26:00")
    led.shot("expected-refused")
    hands.press("dropExpected_2")
    led.shot("expected-why-not")
    led.put_away()
    led.bring("12")
    led.shot("a-chair-that-waits")


def out_of_service(led: Led) -> None:
    """Asked why, then the card that says so."""
    _room(led)
    led.shell.room.take_out("12")
    led.hands.press("askDone")
    led.shot("out-of-service-without-a-reason")
    led.hands.press("outReason_1")
    led.hands.press("askDone")
    led.bring("12")
    led.shot("out-of-service-card")


def full_card(led: Led) -> None:
    """Four lines at one chair, in both densities."""
    _room(led)
    for drug, dose in (("magnesium sulfate", "2 g"), ("normal saline", "")):
        led.hands.press("hangButton_3")
        if led.is_shown("afreshButton"):
            led.hands.press("afreshButton")
        led.hands.type("drugField", drug)
        if dose:
            led.hands.type("doseField", dose, enter=False)
        led.hands.press("startNowButton")
        led.settle()
    led.pass_(2)
    led.bring("3")
    led.shot("four-lines-room")
    led.shell.board.page.set_density("mine")
    led.shell.board.page.set_my_chairs(["3", "4", "5", "6"])
    led.bring("3")
    led.shot("four-lines-mine")
    led.shell.board.page.set_density("room")


def keyboard(led: Led) -> None:
    """The ring on a card, on a Stop, on a page's button and in the navigation."""
    _room(led)
    for name in ("chairCard_1", "stopButton_2_1", "handOverButton", "lockButton"):
        shown = next((w for w in led.station.frame.findChildren(QWidget, name) if w.isVisible()), None)
        if shown is None:
            continue
        shown.setFocus(Qt.FocusReason.TabFocusReason)
        led.shot(f"keyboard-on-{name.partition('_')[0]}")


def curtain(led: Led) -> None:
    """Left alone: names are hidden, and the next press asks whose it was."""
    _room(led)
    led.clocks.pass_(2.2)
    led.station.idle.look()
    led.shot("curtain")
    QTest.mouseClick(led.station.frame.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    led.hands.press_first("stopButton_2_")
    led.shot("whose-press-was-it")
    led.hands.press("whoLaterButton")
    led.come("jdoe")
    led.shot("a-press-without-a-name")
    led.put_away()


def glass(led: Led) -> None:
    """A house supervisor is asked why she charts."""
    from nursedesk.desk.demo.people import SECRETS
    from nursedesk.desk.set_up import NewPerson, add_person
    from nursedesk.desk.suite import Person, Role
    from nursedesk.record.events import PersonId

    led.come("admin")
    core = led.shell.core
    supervisor = Person(PersonId("house"), "Sam House", "RN", (Role.BREAK_GLASS,))
    add_person(core.daybook, core.desk.ledger, NewPerson(supervisor, SECRETS["password"]))
    led.come("house")
    led.hands.find("glassDialog")
    led.shot("break-glass")
    led.hands.press("askDone")
    led.shot("break-glass-without-a-reason")
    led.hands.press("glassReason_1")
    led.hands.press("askDone")
    led.shot("glass-broken")
    led.come("jdoe")


def _room(led: Led) -> None:
    led.shell.board.page.set_density("room")
    led.go("board")


def _search_field(led: Led) -> QLineEdit:
    """The field of the search; in a narrow bar it comes when the keyboard does."""
    led.shell.window.bar.focus_search()
    fields = [one for one in led.station.frame.findChildren(QLineEdit, "searchField") if one.isVisible()]
    assert fields, "the search is shown"
    return fields[0]


STATES: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("filters", filters),
    ("order of the chairs", order),
    ("menus", menus),
    ("search", search),
    ("keyboard", keyboard),
    ("undo", undo),
    ("what was undone", undone),
    ("expected today", expected),
    ("a chair out of service", out_of_service),
    ("more lines than a card shows", full_card),
    ("curtain", curtain),
    ("break-glass", glass),
)
