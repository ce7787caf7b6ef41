"""A page that is made when it is first shown: the desk opens with the board, most pages are never asked for."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui.kit.focus import ring_views


class Wiring(Protocol):
    """A page with its use cases."""

    @property
    def page(self) -> QWidget:
        """The page."""

    def show(self) -> None:
        """Bring the page up to date."""


class Later(QWidget):
    """Holds the place of a page until then."""

    def __init__(self, make: Callable[[], Wiring]) -> None:
        super().__init__()
        self._make = make
        self._made: Wiring | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def _there(self) -> Wiring:
        """The page, made if it is not there yet."""
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made.page)
            self.setFocusProxy(self._made.page)
            ring_views(self._made.page)
        return self._made

    def show_now(self) -> None:
        """Make the page if it is not there yet, and bring it up to date."""
        self._there().show()

    def showEvent(self, event: QShowEvent) -> None:
        """Before the window gives it the keyboard."""
        self._there()
        super().showEvent(event)
