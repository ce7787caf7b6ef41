"""What stands where there is nothing to list: a sign, what the place is for, and what to do next."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.text import Paragraph

DISC, SIGN, COLUMN = 56, 26, 440
"""The ground of the sign, the sign, and the widest that the words are; design pixels."""
LOW, NARROW = 210, 240
"""Lower or narrower than this, px at 100 %, the words stand alone."""


class _Sign(QWidget):
    """An icon on a quiet disc."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(theme.px(DISC), theme.px(DISC)))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line) if colours.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        size = theme.px(SIGN)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_icon(painter, box, self._name, QColor(colours.quiet))


class Empty(QWidget):
    """Sign, title and sentence in the middle of the room there is; `name` is the sentence's objectName."""

    def __init__(self, sign: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(sign)
        self._title, self._sentence = Paragraph("", 17, theme.STRONG), Paragraph("", 15, role="quiet")
        self._title.setObjectName(f"{name}_title")
        self._sentence.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 12, 20, 12)
        self._column.setSpacing(0)
        self._column.addStretch(2)
        self._column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(theme.px(12))
        for part in (self._title, self._sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._column.addWidget(part)
        self._column.insertSpacing(4, theme.px(6))
        self._column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def say(self, title: str, sentence: str) -> None:
        """Say it in other words; either may be empty."""
        self._title.show_text(title)
        self._title.setVisible(bool(title))
        self._sentence.show_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(part for part in (title, sentence) if part))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words are a column in the middle; where there is no room for a sign they stand alone."""
        super().resizeEvent(event)
        side = max((self.width() - theme.px(COLUMN)) // 2, 20)
        self._column.setContentsMargins(side, 12, side, 12)
        self._sign.setVisible(self.height() >= theme.px(LOW) and self.width() >= theme.px(NARROW))
