"""The focus ring: 3 px of the action colour with a 2 px gap, around whatever the keyboard is on.

A widget cannot paint outside itself, so the ring is its sibling and follows it; it never takes a press.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme

WIDTH, GAP = 3, 2
_NOT_BY_KEYBOARD = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class FocusRing(QWidget):
    """Shown while its widget has the keyboard focus; `inset` brings it in where the widget has a clear margin."""

    def __init__(self, target: QWidget, radius: float = 10, inset: int = 0) -> None:
        super().__init__(target.parentWidget())
        self._target, self._radius, self._inset = target, radius, inset
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self.hide()

    def _follow(self) -> None:
        if self.parentWidget() is not self._target.parentWidget():
            self.setParent(self._target.parentWidget())
        out = WIDTH + GAP + 1 - self._inset
        self.setGeometry(self._target.geometry().adjusted(-out, -out, out, out))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in _NOT_BY_KEYBOARD:
            self._follow()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().action_fill), WIDTH))
        half = WIDTH / 2 + 0.5
        radius = self._radius + GAP + WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
