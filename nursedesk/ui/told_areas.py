"""What assistive tools are told of scroll areas: their parts, and nothing where a part has gone.

Qt's own answer reads past the end of its list of parts when it is asked for one that is no longer there, and the
desk would end: a tool that counted a scroll bar before the page changed asks for exactly that.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QWidget

KINDS = ("QScrollArea", "QAbstractScrollArea")
"""The classes for which Qt asks; tables, lists and texts have answers of their own."""


class ToldArea(QAccessibleWidget):
    """A scroll area's viewport and the scroll bars that are shown."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area, QAccessible.Role.Client)
        self._area = area

    def _parts(self) -> tuple[QWidget, ...]:
        bars = (self._area.horizontalScrollBar(), self._area.verticalScrollBar())
        held = (bar.parentWidget() for bar in bars if bar.isVisible())
        return (self._area.viewport(), *(one for one in held if one is not None))

    def childCount(self) -> int:
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # None is Qt's null
        parts = self._parts()
        return QAccessible.queryAccessibleInterface(parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        held, parts = child.object(), self._parts()
        return parts.index(held) if isinstance(held, QWidget) and held in parts else -1


def install() -> None:
    """Answer for every scroll area from now on; costs nothing while no assistive tool listens."""
    QAccessible.installFactory(_answer_for)


def _answer_for(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    return ToldArea(thing) if kind in KINDS and isinstance(thing, QAbstractScrollArea) else None
