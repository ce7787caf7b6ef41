"""Hands for the window: press and type by objectName, and wait until something has come of it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

PATIENCE_MS = 20_000


class NothingCameOfIt(Exception):
    """A widget that was to be pressed is not there, or nothing came of a press."""


class Hands:
    """Works the widgets of one top-level window as a person would."""

    def __init__(self, top: QWidget, patience_ms: int = PATIENCE_MS) -> None:
        self._top, self._patience_ms = top, patience_ms

    def find(self, name: str) -> QWidget:
        """The visible widget of this objectName."""
        self.wait(lambda: self._visible(name) is not None, f"{name} is shown")
        found = self._visible(name)
        if found is None:
            raise NothingCameOfIt(name)
        return found

    def press(self, name: str) -> None:
        """One click in the middle of a widget."""
        widget = self.find(name)
        self.wait(widget.isEnabled, f"{name} can be pressed")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press_first(self, start: str) -> None:
        """One click on the first visible widget whose objectName begins so."""
        self.wait(lambda: self._beginning(start) is not None, f"{start}… is shown")
        self.press(self._beginning(start) or start)

    def type(self, name: str, text: str, enter: bool = True) -> None:
        """Type into a field, and Enter."""
        field = self.find(name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.clear()
        QTest.keyClicks(field, text)
        if enter and self._visible(name) is not None:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so. Raises `NothingCameOfIt` when patience ends."""
        clock = QElapsedTimer()
        clock.start()
        beat = QTimer()
        beat.start(10)
        while not until():
            if clock.elapsed() > self._patience_ms:
                raise NothingCameOfIt(what)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _beginning(self, start: str) -> str | None:
        shown = (one for one in self._top.findChildren(QWidget) if one.isVisible())
        return next((one.objectName() for one in shown if one.objectName().startswith(start)), None)

    def _visible(self, name: str) -> QWidget | None:
        return next((one for one in self._top.findChildren(QWidget, name) if one.isVisible()), None)
