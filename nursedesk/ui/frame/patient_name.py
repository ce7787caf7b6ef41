"""A patient's name at the head of a page: whole in one line, or the surname over the rest; never cut."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.text import Run, paint_runs

SIZE, BROKEN, LEAST = 20.0, 15.0, 11.0
"""px at 100 %: one line, two lines, and the smallest two lines."""


def name_lines(name: str, room: float) -> tuple[Run, ...]:
    """`BJORNSTAD-OYELARAN,` over `Guinevere` where one line is wider than `room` px, smaller only then."""
    whole = Run(name, SIZE, theme.STRONG)
    if whole.width() <= room:
        return (whole,)
    surname, comma, given = name.partition(", ")
    parts = (surname + comma.strip(), given) if given else (name,)
    size = BROKEN if given else SIZE
    while size > LEAST and max(theme.advance(part, size, theme.STRONG) for part in parts) > room:
        size -= 0.5
    return tuple(Run(part, size, theme.STRONG) for part in parts)


class PatientName(QLabel):
    """Painted in one line or two; to assistive tools it is the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str, room: float = 1e9) -> None:
        """Show a name in a width of `room` px."""
        lines = name_lines(name, room)
        if (name, lines) != (self.text(), self._lines):
            self._lines = lines
            self.setText(name)
            self.updateGeometry()
            self.update()

    def lines(self) -> tuple[Run, ...]:
        """As it is painted, line by line."""
        return self._lines

    def whole_width(self) -> int:
        """Width of the name in one line at full size, px."""
        return round(theme.advance(self.text(), SIZE, theme.STRONG) + 1.5)

    def sizeHint(self) -> QSize:
        wide = max((run.width() for run in self._lines), default=0.0)
        tall = sum(QFontMetricsF(run.face()).height() for run in self._lines)
        return QSize(round(wide + 1.5), round(tall + 0.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0.0
        for run in self._lines:
            metrics = QFontMetricsF(run.face())
            paint_runs(painter, QPointF(0, top + metrics.ascent()), (run,), self.width())
            top += metrics.height()
