"""A quiet notice: drawn 30, 26 or 22 px tall with a hit area of 44; a press dismisses it, a second word acts."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.surface import CHIP, paint_ground

HIT = 44


class Tone(StrEnum):
    FACT = "fact"
    """A hairline: a fact about the minutes."""
    ATTENTION = "attention"
    """Something is not charted."""
    NEEDS_STOP = "needs_stop"


class Chip(QToolButton):
    """Emits `dismissed` when pressed, and `action_pressed` when its second word is."""

    dismissed = Signal()
    action_pressed = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.FACT,
        *,
        action: str = "",
        name: str = "",
        drawn: int = 26,
        size: float = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._drawn, self._size = tone, drawn, size
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.dismissed)
        self._ring = FocusRing(self, CHIP, (HIT - theme.px(drawn)) // 2)
        self._action = ChipAction(self)
        self._action.clicked.connect(self.action_pressed)
        self.set_notice(text, tone, action)

    def set_notice(self, text: str, tone: Tone, action: str = "") -> bool:
        """Say something else; False when it is what is said already."""
        if (text, tone, action) == (self.text(), self._tone, self._action.text()) and self._action.objectName():
            return False
        self.setText(text)
        self.setAccessibleName(text)
        self._tone = tone
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setObjectName(f"{self.objectName()}_action")
        self._action.setVisible(bool(action))
        self.updateGeometry()
        self._place()
        self.update()
        return True

    def face(self) -> QFont:
        """Its font at the current text scale."""
        return theme.font(self._size, theme.MEDIUM)

    def _pad(self) -> int:
        return theme.px(10 if self._drawn > 22 else 8)

    def _text_width(self) -> float:
        return QFontMetricsF(self.face()).horizontalAdvance(self.text())

    def _action_width(self) -> float:
        if not self._action.text():
            return 0.0
        return QFontMetricsF(theme.font(self._size, theme.STRONG)).horizontalAdvance(
            self._action.text()
        ) + theme.px(18)

    def sizeHint(self) -> QSize:
        width = self._text_width() + self._action_width() + 2 * self._pad()
        return QSize(round(width + 0.5), max(HIT, theme.px(self._drawn)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _place(self) -> None:
        width = round(self._action_width() + self._pad())
        self._action.setGeometry(self.width() - width, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        tall = theme.px(self._drawn)
        box = QRectF(0, (self.height() - tall) / 2, self.width(), tall)
        ground, ink, border = {
            Tone.FACT: (colours.surface, colours.ink, colours.line_strong),
            Tone.ATTENTION: (colours.attention_tint, colours.attention_text, None),
            Tone.NEEDS_STOP: (colours.needs_stop_tint, colours.needs_stop_text, None),
        }[self._tone]
        if colours.name.startswith("contrast"):
            border = ink
        fill = theme.hovered(ground) if self.underMouse() else QColor(ground)
        painter = QPainter(self)
        paint_ground(painter, box, fill, QColor(border) if border else None, 1, CHIP)
        metrics = QFontMetricsF(self.face())
        painter.setFont(self.face())
        painter.setPen(QColor(ink))
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(self._pad(), base), self.text())
        if self._action.text():
            x = self._pad() + self._text_width() + theme.px(9)
            painter.fillRect(QRectF(round(x), box.top() + 5, 1, tall - 10), QColor(colours.line_strong))


class ChipAction(QToolButton):
    """The second word of a chip, in the action colour."""

    def __init__(self, chip: Chip) -> None:
        super().__init__(chip)
        self._chip = chip
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ring = FocusRing(self, CHIP, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        face = QFont(self._chip.face())
        face.setWeight(QFont.Weight(theme.STRONG))
        metrics = QFontMetricsF(face)
        painter = QPainter(self)
        painter.setFont(face)
        painter.setPen(QColor(theme.current().action_text))
        painter.drawText(QPointF(theme.px(18), (self.height() + metrics.capHeight()) / 2), self.text())
