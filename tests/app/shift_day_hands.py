"""Hands that count: every press, every PIN as one, and every question nobody had asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from nursedesk.app.hands import Hands, NothingCameOfIt
from nursedesk.ui.hang.choice_list import ChoiceList
from nursedesk.ui.kit import DialogFrame
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QTabBar, QWidget

from tests.app.suite import Suite


@dataclass
class Deed:
    """Something a nurse did, and the presses it took."""

    what: str
    visit: str
    presses: int = 0


@dataclass
class Counted:
    """Hands on the desk's window, with a tally."""

    suite: Suite
    deeds: list[Deed] = field(default_factory=list)
    prompts: list[tuple[str, str]] = field(default_factory=list)
    """(visit, what was asked) for every question that came by itself."""
    visit: str = ""
    _now: list[Deed] = field(default_factory=list)
    _asked: set[str] = field(default_factory=set)

    @property
    def hands(self) -> Hands:
        return self.suite.hands

    @contextmanager
    def deed(self, what: str, visit: str, *opens: str) -> Iterator[Deed]:
        """Count what happens inside; `opens` are the dialogs it is meant to open."""
        one = Deed(what, visit)
        self._now.append(one)
        self.visit, self._asked = visit, {*opens}
        yield one
        self._now.pop()
        self.deeds.append(one)
        self._asked = set()

    def press(self, name: str, within: str = "") -> None:
        """One press of a button."""
        self._count()
        (Hands(self.hands.find(within)) if within else self.hands).press(name)
        self._look()

    def write(self, name: str, text: str) -> None:
        """Words typed into a field count as one press, however long."""
        self._count()
        self.hands.type(name, text, enter=False)
        self._look()

    def entered(self, name: str, text: str, within: str = "") -> None:
        """A PIN, a scan or a name with the Enter behind it counts as one."""
        self._count()
        (Hands(self.hands.find(within)) if within else self.hands).type(name, text)
        self._look()

    def choose(self, name: str, wanted: str) -> None:
        """Open a list of choices and press one: two presses."""
        self._count()
        self._count()
        box = self.hands.find(name)
        assert isinstance(box, QComboBox)
        place = box.findData(wanted)
        box.setCurrentIndex(place)
        box.activated.emit(place)
        QApplication.processEvents()

    def key(self, name: str, key: Qt.Key) -> None:
        """One key on a widget that has the keyboard."""
        self._count()
        widget = self.hands.find(name)
        widget.setFocus()
        QTest.keyClick(widget, key)
        QApplication.processEvents()
        self._look()

    def row(self, name: str, starting: str) -> None:
        """One press on the row of a list that begins so."""
        rows = self.hands.find(name)
        assert isinstance(rows, QListWidget)
        texts = [rows.item(n).text().casefold().replace("\N{NO-BREAK SPACE}", " ") for n in range(rows.count())]
        found = next((n for n, text in enumerate(texts) if text.startswith(starting)), None)
        if found is None:
            raise NothingCameOfIt(f"no row {starting} among {texts}")
        rows.scrollToItem(rows.item(found))
        self._click(rows.viewport(), rows.visualItemRect(rows.item(found)))

    def row_start(self, name: str, starting: str) -> None:
        """One press on the Start at the end of a row that begins so."""
        rows = self.hands.find(name)
        assert isinstance(rows, ChoiceList)
        texts = [rows.item(n).text().casefold().replace("\N{NO-BREAK SPACE}", " ") for n in range(rows.count())]
        found = next((n for n, text in enumerate(texts) if text.startswith(starting)), None)
        if found is None:
            raise NothingCameOfIt(f"no row {starting} among {texts}")
        rows.scrollToItem(rows.item(found))
        self.hands.wait(rows.lets_start, "the list has settled")
        self._click(rows.viewport(), rows.start_of(rows.item(found)).toRect())

    def tab(self, name: str, word: str) -> None:
        """One press on a tab."""
        tabs = self.hands.find(name)
        assert isinstance(tabs, QTabBar)
        found = next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(word))
        self._click(tabs, tabs.tabRect(found))

    def menu(self, button: str, *actions: str) -> None:
        """Open a menu and press down to an action; every level is a press."""
        self.press(button)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        self._count()
        menu.hide()
        for place, name in enumerate(actions):
            action = next(one for one in menu.actions() if _named(one) == name)
            if place < len(actions) - 1:
                self._count()
                menu = action.menu()
            else:
                action.trigger()
        QApplication.processEvents()
        self._look()

    def prompt(self, what: str) -> None:
        """Something was asked that the nurse had not asked for."""
        self.prompts.append((self.visit, what))

    def _click(self, widget: QWidget, where: QRect) -> None:
        self._count()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where.center())
        QApplication.processEvents()
        self._look()

    def _count(self) -> None:
        for one in self._now:
            one.presses += 1

    def _look(self) -> None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        station = self.suite.station
        hosts = [station.frame, *([station.shell.window.dialog_host()] if station.shell else [])]
        for one in (found for host in hosts for found in host.findChildren(DialogFrame, options=direct)):
            if one.isVisible() and one.objectName() not in self._asked:
                self._asked.add(one.objectName())
                self.prompt(one.objectName())


def _named(action: object) -> str:
    menu = action.menu()  # type: ignore[attr-defined]
    return str(menu.objectName() if menu is not None else action.objectName())  # type: ignore[attr-defined]
