"""The steps down the left side: done, here, still to come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import paint_icon

WIDTH, ROW, TOP = 264, 52, 28


class Rail(QWidget):
    """Paints the steps; says nothing and is pressed by nobody."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._here = tuple(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._name_it()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), 200)

    def show_step(self, here: int) -> None:
        """Mark a step, counted from 0."""
        self._here = here
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        words = self.tr("Step {here} of {all}: {step}")
        self.setAccessibleName(
            words.format(here=self._here + 1, all=len(self._steps), step=self._steps[self._here])
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(1, 1, self.width() + 12, self.height() - 2), 9, 9)
        painter.setClipRect(self.rect())
        painter.fillPath(ground, QColor(colours.sunk))
        painter.fillRect(self.width() - 1, 1, 1, self.height() - 2, QColor(colours.line))
        for number, step in enumerate(self._steps):
            self._paint_step(painter, colours, number, step)

    def _paint_step(self, painter: QPainter, colours: theme.Theme, number: int, step: str) -> None:
        middle = theme.px(TOP) + theme.px(ROW) * (number + 0.5)
        size = theme.px(26)
        disc = QRectF(theme.px(24), middle - size / 2, size, size)
        done, here = number < self._here, number == self._here
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.running_tint if done else colours.action_fill if here else colours.tint))
        painter.drawEllipse(disc)
        if done:
            paint_icon(painter, disc.adjusted(5, 5, -5, -5), "close", QColor(colours.running_text), 2.4)
        else:
            painter.setPen(QColor(colours.on_action if here else colours.quiet))
            painter.setFont(theme.font(13, theme.STRONG))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        face = theme.font(15, theme.STRONG if here else theme.REGULAR)
        painter.setFont(face)
        painter.setPen(QColor(colours.ink if here or done else colours.quiet))
        base = middle + QFontMetricsF(face).capHeight() / 2
        painter.drawText(QPointF(disc.right() + theme.px(14), base), step)
