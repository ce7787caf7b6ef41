"""A monkey at the desk: it presses, types, scans and waits at random, on whatever is there to be pressed."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from nursedesk.ui.kit import DialogFrame
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

SCANS = (
    "]d201003578940300101727093010AB12C",
    "]d2010030409672924172706301061288\x1d2199",
    "57894-030-01",
    "NDC 0409-6729-24",
    "00417733",
    "MRN4021877",
    "]C1 nonsense \N{REPLACEMENT CHARACTER}",
)
WORDS = (
    "infliximab", "vedoliz", "salin", "400", "0", "-5", "1e9", "250", "-5m", "14:02", "25:61", "99:99",
    "ROE, Jane", "O'Neill; DROP TABLE", "=1+1", "\N{RIGHT-TO-LEFT OVERRIDE}x", "tolerated", "K50.90", "99213",
    "118/72", "02-Feb-1961", "10 20 40 every 15 min", "2 g", "06/2027", "", " ", "x" * 500, "flushing", "96365",
    "135", "\N{DROPLET}",
)  # fmt: skip
KEYS = (
    *(Qt.Key(Qt.Key.Key_A + n) for n in range(26)),
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F1,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Menu,
)  # fmt: skip
PLACES = (QAbstractButton, QLineEdit, QAbstractItemView, QTabBar, QComboBox)


class Place(Protocol):
    """What the monkey is let loose on."""

    def top(self) -> QWidget: ...
    def pass_(self, seconds: float) -> None: ...
    def come_in(self) -> bool: ...


class Monkey:
    """`act()` does one thing; `done` counts what it did, by kind and by what it was done to."""

    def __init__(self, place: Place, seed: int) -> None:
        self._place = place
        self._draw = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.touched: Counter[str] = Counter()
        self.last = ""

    def act(self) -> None:
        """One act, and what comes of it."""
        kinds: tuple[tuple[Callable[[], None], int], ...] = (
            (self._press, 58),
            (self._type, 14),
            (self._key, 14),
            (self._scan, 5),
            (self._wait, 6),
            (self._page, 2),
            (self._wheel, 1),
        )
        (kind,) = self._draw.choices([one for one, _ in kinds], [weight for _, weight in kinds])
        self.done[kind.__name__.strip("_")] += 1
        if not self._place.come_in():
            kind()
        self._menu()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _say(self, what: str, widget: QWidget | QAction | None) -> None:
        name = widget.objectName() if widget is not None else ""
        self.last = f"{what} {name}"
        self.touched[name.split("_")[0]] += 1

    # --- what there is ---

    def _there(self, *kinds: type[QWidget]) -> list[QWidget]:
        """Visible and enabled, in the dialog that lies on top when there is one."""
        top = self._place.top()
        dialogs = [one for one in top.findChildren(DialogFrame) if one.isVisible()]
        over = dialogs[-1] if dialogs and self._draw.random() < 0.9 else top
        found = [one for kind in kinds for one in over.findChildren(kind)]
        return [one for one in found if one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty()]

    # --- acts ---

    def _press(self) -> None:
        there = self._there(*PLACES)
        if not there:
            return
        widget = self._draw.choice(there)
        self._say("press", widget)
        target = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        if isinstance(widget, QComboBox):
            self._choose(widget)
            return
        where = QPoint(self._draw.randrange(max(target.width(), 1)), self._draw.randrange(max(target.height(), 1)))
        twice = self._draw.random() < 0.06
        button = Qt.MouseButton.RightButton if self._draw.random() < 0.04 else Qt.MouseButton.LeftButton
        if isinstance(widget, QAbstractButton) and not twice:
            where = widget.rect().center()
        (QTest.mouseDClick if twice else QTest.mouseClick)(target, button, pos=where)

    def _choose(self, box: QComboBox) -> None:
        if box.count():
            box.setCurrentIndex(self._draw.randrange(box.count()))
            box.activated.emit(box.currentIndex())

    def _type(self) -> None:
        fields = self._there(QLineEdit)
        if not fields:
            return
        field = self._draw.choice(fields)
        self._say("type", field)
        field.setFocus()
        if self._draw.random() < 0.5 and isinstance(field, QLineEdit):
            field.selectAll()
        self._typed(field, self._draw.choice(WORDS))

    def _typed(self, field: QWidget, text: str) -> None:
        if isinstance(field, QLineEdit) and len(text) > 30:
            field.insert(text)
            return
        for sign in text:
            self._sign(field, sign)
        if self._draw.random() < 0.6 and field.isVisible():
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _scan(self) -> None:
        held = QApplication.focusWidget() or self._place.top()
        self._say("scan", held)
        for sign in self._draw.choice(SCANS):
            self._sign(QApplication.focusWidget() or held, sign)
        QTest.keyClick(QApplication.focusWidget() or held, Qt.Key.Key_Return)

    def _sign(self, held: QWidget, sign: str) -> None:
        """One character; QTest itself knows only those of ASCII."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key(ord(sign.upper())) if " " <= sign <= "~" else Qt.Key.Key_unknown
            QApplication.sendEvent(held, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign))

    def _key(self) -> None:
        held = QApplication.focusWidget() or self._place.top()
        key = self._draw.choice(KEYS)
        self._say(f"key {key.name}", held)
        control = self._draw.random() < 0.12 and key not in (Qt.Key.Key_Q, Qt.Key.Key_W)
        QTest.keyClick(
            held, key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        )

    def _wait(self) -> None:
        seconds = self._draw.choice((1, 5, 20, 60, 60, 300, 300, 900, 3600))
        self.last = f"wait {seconds} s"
        self._place.pass_(seconds)

    def _page(self) -> None:
        key = Qt.Key(Qt.Key.Key_1 + self._draw.randrange(9))
        self.last = f"page {key.name}"
        QTest.keyClick(self._place.top(), key, Qt.KeyboardModifier.ControlModifier)

    def _wheel(self) -> None:
        self._say("resize", self._place.top())
        self._place.top().resize(*self._draw.choice(((1280, 800), (1600, 1000), (1024, 768), (1920, 1080))))

    def _menu(self) -> None:
        """A menu that is open: one of its actions, a menu in it, or nothing."""
        for _ in range(4):
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                if menu is not None:
                    menu.hide()
                return
            actions = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
            menu.hide()
            if not actions or self._draw.random() < 0.2:
                return
            self._take(self._draw.choice(actions))

    def _take(self, action: QAction) -> None:
        self._say("menu", action)
        inner = action.menu()
        if isinstance(inner, QMenu):
            actions = [one for one in inner.actions() if one.isEnabled() and not one.isSeparator()]
            if actions:
                self._take(self._draw.choice(actions))
        else:
            action.trigger()
