"""Text that is painted in runs of several weights on one baseline, and repainted only when it changes.

It stays a QLabel, so assistive tools read its plain text; it pays for no style sheet and never asks the
layout to move while it ticks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nursedesk.ui import theme


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `role` names a colour of the theme; `gap` px stand before it."""

    text: str
    size: float = 15
    weight: int = theme.REGULAR
    role: str = "ink"
    gap: float = 0
    struck: bool = False

    def face(self) -> QFont:
        """Its font at the current text scale."""
        if not self.struck:
            return theme.shared_font(self.size, self.weight)
        face = theme.font(self.size, self.weight)
        face.setStrikeOut(True)
        return face

    def width(self) -> float:
        """How wide its text is, px."""
        return theme.advance(self.text, self.size, self.weight)


def runs_width(runs: Sequence[Run]) -> float:
    """How wide the runs are on one line, in px."""
    return sum(run.width() + theme.px(run.gap) for run in runs)


def paint_runs(painter: QPainter, at: QPointF, runs: Sequence[Run], room: float = 1e9) -> float:
    """Paint runs on a baseline; what does not fit in `room` px ends in an ellipsis. Returns where it ended."""
    colours = theme.current()
    x, end = at.x(), at.x() + room
    for run in runs:
        face = run.face()
        x += theme.px(run.gap)
        text, width = run.text, run.width()
        if x + width > end + 0.5:
            text = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, max(end - x, 0))
            width = QFontMetricsF(face).horizontalAdvance(text)
        painter.setFont(face)
        painter.setPen(QColor(getattr(colours, run.role)))
        painter.drawText(QPointF(x, at.y()), text)
        x += width
        if text != run.text:
            break
    return x


class Text(QLabel):
    """One line of runs; elided at the right when the room is short (give drug names room, never this)."""

    def __init__(
        self,
        runs: Sequence[Run] | str = (),
        size: float = 15,
        weight: int = theme.REGULAR,
        role: str = "ink",
        parent: QWidget | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._size, self._weight, self._role = size, weight, role
        self._runs: tuple[Run, ...] = ()
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run] | str) -> bool:
        """Show these runs; False, and nothing is repainted, when they are the same as before."""
        wanted = (Run(runs, self._size, self._weight, self._role),) if isinstance(runs, str) else tuple(runs)
        if wanted == self._runs:
            return False
        self._runs = wanted
        self.setText(" ".join(run.text for run in wanted if run.text))
        self.update()
        return True

    def runs(self) -> tuple[Run, ...]:
        """What is shown."""
        return self._runs

    def _tallest(self) -> Run:
        return max(self._runs, key=lambda run: run.size, default=Run("", self._size, self._weight))

    def sizeHint(self) -> QSize:
        height = QFontMetricsF(self._tallest().face()).height()
        return QSize(round(runs_width(self._runs) + 1.5), round(height + 0.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetricsF(self._tallest().face())
        base = (self.height() - metrics.height()) / 2 + metrics.ascent()
        width = runs_width(self._runs)
        spare = max(self.width() - width, 0.0)
        left = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            left = spare
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            left = spare / 2
        paint_runs(painter, QPointF(left, base), self._runs, self.width() - left)


class Paragraph(QLabel):
    """Words that wrap, in one face and colour role."""

    def __init__(
        self,
        text: str = "",
        size: float = 15,
        weight: int = theme.REGULAR,
        role: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, weight))
        self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(theme.current(), self._role)))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextWordWrap), self.text())

    def set_role(self, role: str) -> None:
        """Another colour role: quiet, or that of something to put right."""
        if role != self._role:
            self._role = role
            self.update()

    def show_text(self, text: str) -> None:
        """Change the words, when they are others."""
        if text != self.text():
            self.setText(text)


def plain_tip(text: str) -> str:
    """What somebody typed, as a tool tip that shows it as it is: Qt takes a text with marks for HTML."""
    return f"<p>{escape(text, quote=False)}</p>" if "<" in text else text
