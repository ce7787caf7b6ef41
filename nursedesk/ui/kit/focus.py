"""The focus ring: 3 px of the action colour with a 2 px gap, around whatever the keyboard is on.

A widget cannot paint outside itself, so the ring is its sibling and follows it; it never takes a press.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from nursedesk.ui import theme

WIDTH, GAP = 3, 2
_NOT_BY_KEYBOARD = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_FOCUS_IN = QEvent.Type.FocusIn


class FocusRing(QObject):
    """Shows a ring while its widget has the keyboard focus; `inset` brings it in where there is a clear margin.

    The ring itself is made when it is first needed: most widgets never see the keyboard.
    """

    def __init__(self, target: QWidget, radius: float = 10, inset: int = 0) -> None:
        super().__init__(target)
        self._target, self._radius, self._inset = target, radius, inset
        self._ring: Ring | None = None
        target.installEventFilter(self)

    def ring(self) -> "Ring | None":
        """The painted ring, once there is one."""
        return self._ring

    def _follow(self) -> None:
        if self._ring is None:
            self._ring = Ring(self._radius)
            self._target.destroyed.connect(self._ring.deleteLater)
        if self._ring.parentWidget() is not self._target.parentWidget():
            self._ring.setParent(self._target.parentWidget())
        out = WIDTH + GAP + 1 - self._inset
        self._ring.setGeometry(self._target.geometry().adjusted(-out, -out, out, out))
        self._ring.raise_()
        self._ring.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == _FOCUS_IN:
            if isinstance(event, QFocusEvent) and event.reason() not in _NOT_BY_KEYBOARD:
                self._follow()
        elif self._ring is not None:
            if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self._ring.hide()
            elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and not self._ring.isHidden():
                self._follow()
        return False


def ring_view(view: QAbstractScrollArea) -> None:
    """A list, table or text that can be scrolled by keys shows a ring inside its border, once."""
    if view.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        FocusRing(view, radius=4, inset=WIDTH + GAP + 1)


def ring_views(page: QWidget) -> None:
    """The same for every one on a page."""
    for view in page.findChildren(QAbstractScrollArea):
        if view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            ring_view(view)


class Ring(QWidget):
    """The ring as painted; a sibling of what it surrounds, and never in the way of a press."""

    def __init__(self, radius: float) -> None:
        super().__init__()
        self._radius = radius
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().action_fill), WIDTH))
        half = WIDTH / 2 + 0.5
        radius = self._radius + GAP + WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
