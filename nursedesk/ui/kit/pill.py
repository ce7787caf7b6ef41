"""The state pill: a shape and a word on the state's tint, never colour alone."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nursedesk.outputs.pictures.shapes import Shape, paint_shape
from nursedesk.ui import theme
from nursedesk.ui.kit.surface import LABEL, PILL, paint_ground


class State(StrEnum):
    FREE = "free"
    CHECKED_IN = "checked_in"
    PREPARED = "prepared"
    RUNNING = "running"
    PAUSED = "paused"
    NEEDS_STOP = "needs_stop"
    READY = "ready"
    """Ready to close."""
    OUT = "out"
    """Out of service."""


_SHAPES = {
    State.FREE: Shape.RING, State.CHECKED_IN: Shape.SQUARE, State.PREPARED: Shape.DIAMOND,
    State.RUNNING: Shape.DISC, State.PAUSED: Shape.HALF, State.NEEDS_STOP: Shape.TRIANGLE,
    State.READY: Shape.CHECK, State.OUT: Shape.BAR,
}  # fmt: skip
_EDGES = {
    State.FREE: "line", State.CHECKED_IN: "line_strong", State.PREPARED: "prepared_fill",
    State.RUNNING: "running_fill", State.PAUSED: "attention_fill", State.NEEDS_STOP: "needs_stop_fill",
    State.READY: "action_fill", State.OUT: "line_strong",
}  # fmt: skip
_INKS = {
    State.FREE: ("quiet", "tint"), State.CHECKED_IN: ("ink", "tint"),
    State.PREPARED: ("prepared_text", "prepared_tint"), State.RUNNING: ("running_text", "running_tint"),
    State.PAUSED: ("attention_text", "attention_tint"), State.NEEDS_STOP: ("needs_stop_text", "needs_stop_tint"),
    State.READY: ("action_text", "action_tint"), State.OUT: ("quiet", "tint"),
}  # fmt: skip


def edge_colour(state: State, colours: theme.Theme) -> QColor:
    """The colour of a card's edge in that state."""
    return QColor(getattr(colours, _EDGES[state]))


class StatePill(QLabel):
    """Shape and word; a label to assistive tools."""

    def __init__(self, state: State, word: str, size: float = 14, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._state, self._size = state, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: State, word: str) -> bool:
        """Show a state; False when it is the one shown."""
        if (state, word) == (self._state, self.text()):
            return False
        self._state = state
        self.setText(word)
        self.update()
        return True

    def set_size(self, size: float) -> None:
        """Another type size."""
        if size != self._size:
            self._size = size
            self.updateGeometry()

    def _face(self) -> QFont:
        return theme.font(self._size, theme.STRONG)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._face())
        width = metrics.horizontalAdvance(self.text()) + theme.px(self._size * 0.9) * 1.75 + 2 * theme.px(12)
        return QSize(round(width + 0.5), round(theme.px(self._size) * 1.45 + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        ink, ground = (getattr(colours, role) for role in _INKS[self._state])
        painter = QPainter(self)
        border = QColor(ink) if colours.name.startswith("contrast") else None
        paint_ground(painter, QRectF(self.rect()), QColor(ground), border, 1, PILL)
        mark, metrics = theme.px(self._size * 0.9), QFontMetricsF(self._face())
        left = theme.px(12)
        paint_shape(
            painter, QRectF(left, (self.height() - mark) / 2, mark, mark), _SHAPES[self._state], QColor(ink)
        )
        painter.setFont(self._face())
        painter.setPen(QColor(ink))
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left + mark * 1.75, base), self.text())


class Tag(QLabel):
    """A small capital label such as LATE ENTRY, CORRECTION, DRAFT; `tone` attention, tint or action."""

    def __init__(self, text: str, tone: str = "attention", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font(12, theme.STRONG))
        return QSize(
            round(metrics.horizontalAdvance(self.text()) + theme.px(14)), round(metrics.height() + theme.px(5))
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        ground = {"attention": colours.attention_tint, "action": colours.action_tint}.get(self._tone, colours.tint)
        ink = {"attention": colours.attention_text, "action": colours.action_text}.get(self._tone, colours.ink)
        painter = QPainter(self)
        border = QColor(ink) if colours.name.startswith("contrast") else None
        paint_ground(painter, QRectF(self.rect()), QColor(ground), border, 1, LABEL)
        metrics = QFontMetricsF(theme.font(12, theme.STRONG))
        painter.setFont(theme.font(12, theme.STRONG))
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(theme.px(7), (self.height() + metrics.capHeight()) / 2), self.text())
