"""The rows of the shift page: a visit, and under it the lines hung or pushed in it."""

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nursedesk.record.encounter import LineState, Purpose, Status
from nursedesk.ui import theme, words
from nursedesk.ui.hang import words as hang_words
from nursedesk.ui.kit import Run, hairline, paint_ground, paint_runs, runs_width
from nursedesk.ui.shift.model import ShiftLine, ShiftVisit

translate = QCoreApplication.translate

VISIT, LINE, FOLDED_LINE = 64, 42, 60
FOLDED = 900
"""In a list narrower than this, design pixels, each row is of two lines: times stand under the name."""
LEFT, AIR = 72, 12
ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Row = ShiftVisit | ShiftLine


class ShiftRows(QAbstractListModel):
    """Visits and lines in one list; each row has its words for assistive tools."""

    def __init__(self, zone: ZoneInfo, display: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._display = zone, display
        self._rows: tuple[Row, ...] = ()

    def show_visits(self, visits: tuple[ShiftVisit, ...]) -> None:
        """Show these visits with their lines."""
        rows: list[Row] = []
        for visit in visits:
            rows += [visit, *visit.lines]
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, ShiftVisit):
                return f"{row.chair}, {row.name}, {span_words(row, self._zone)}"
            return f"{self._display(row.drug)}, {', '.join(line_words(row, self._zone))}"
        return None

    def visit_of(self, number: int) -> ShiftVisit | None:
        """The visit a row belongs to."""
        for row in reversed(self._rows[: number + 1]):
            if isinstance(row, ShiftVisit):
                return row
        return None


def span_words(visit: ShiftVisit, zone: ZoneInfo) -> str:
    """`11:02 – 14:29`, or since when the visit is open."""
    came = words.clock_time(visit.came, zone)
    if visit.closed:
        return f"{came} – {words.clock_time(visit.closed, zone)}"
    return translate("Shift", "since {time}").format(time=came)


def line_words(line: ShiftLine, zone: ZoneInfo) -> tuple[str, str, str]:
    """(dose or purpose, start and stop, minutes) of a line."""
    dose = words.dose(line.dose) if line.dose else ""
    if line.purpose not in (Purpose.TREATMENT, Purpose.PROPHYLAXIS, Purpose.DIAGNOSTIC):
        dose = " · ".join(part for part in (dose, hang_words.purpose(line.purpose).lower()) if part)
    if line.state is LineState.PREPARED:
        return dose, translate("Shift", "not started"), ""
    start = words.clock_time(line.start, zone)
    if line.minutes is None:
        return dose, f"{hang_words.route(line.route)} {start}", ""
    if line.state is LineState.RUNNING:
        return (
            dose,
            translate("Shift", "since {time}").format(time=start),
            words.duration(line.minutes),
        )
    if line.state is LineState.PAUSED:
        return (
            dose,
            translate("Shift", "paused, since {time}").format(time=start),
            words.duration(line.minutes),
        )
    return dose, f"{start} – {words.clock_time(line.stop, zone)}", words.duration(line.minutes)


class ShiftDelegate(QStyledItemDelegate):
    """A visit on a sunk ground with its chair large; its lines below, minutes at the right."""

    def __init__(self, parent: QAbstractScrollArea, zone: ZoneInfo, display: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._list, self._zone, self._display = parent, zone, display

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        visit = isinstance(index.data(ROLE), ShiftVisit)
        return QSize(300, theme.px(VISIT if visit else FOLDED_LINE if _folded(self._list.viewport()) else LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROLE)
        area, folded = QRectF(option.rect), _folded(self._list.viewport())
        if isinstance(row, ShiftVisit):
            painter.fillRect(area, QColor(theme.current().sunk))
            _run(painter, area, 24, Run(row.chair, 26, theme.STRONG), theme.px(LEFT - 8))
            (self._folded_visit if folded else self._visit)(painter, area, row)
        else:
            (self._folded_line if folded else self._line)(painter, area, row)
        hairline(painter, area.left(), area.right() + 1, area.bottom(), theme.current())

    def _visit(self, painter: QPainter, area: QRectF, visit: ShiftVisit) -> None:
        times = _times_at(area)
        left = _run(painter, area, 24 + theme.px(LEFT), Run(visit.name, 16, theme.STRONG)) - area.left()
        times = max(times, left + theme.px(AIR))
        end = _run(painter, area, times, Run(span_words(visit, self._zone), 15))
        number = (Run(visit.ticket, 15, theme.MEDIUM),) if visit.ticket else ()
        edge = _right(painter, area, (*number, _state(visit, 12 if number else 0)))
        nurse = Run(visit.nurse or "", 14, role="quiet")
        at = max(end - area.left() + theme.px(16), times + theme.px(172))
        if at + nurse.width() < edge - area.left() - theme.px(AIR):
            _run(painter, area, at, nurse)

    def _folded_visit(self, painter: QPainter, area: QRectF, visit: ShiftVisit) -> None:
        above, below = _halves(area)
        edge = _right(painter, above, (_state(visit, 0),))
        left = 24 + theme.px(LEFT)
        room = edge - area.left() - left - theme.px(AIR)
        _run(painter, above, left, Run(visit.name, 16, theme.STRONG), room)
        number = (Run(visit.ticket, 14, theme.MEDIUM),) if visit.ticket else ()
        edge = _right(painter, below, number)
        end = _run(painter, below, left, Run(span_words(visit, self._zone), 14, role="quiet")) - area.left()
        nurse = Run(visit.nurse or "", 14, role="quiet")
        if end + theme.px(16) + nurse.width() < edge - area.left() - theme.px(AIR):
            _run(painter, below, end + theme.px(16), nurse)

    def _drug(self, line: ShiftLine) -> tuple[Run, ...]:
        dose, _, _ = line_words(line, self._zone)
        return Run(self._display(line.drug), 15, theme.STRONG), Run(dose, 15, gap=8)

    def _line(self, painter: QPainter, area: QRectF, line: ShiftLine) -> None:
        _, times, minutes = line_words(line, self._zone)
        drug, left = self._drug(line), 24 + theme.px(LEFT)
        paint_runs(painter, QPointF(area.left() + left, _base(area)), drug)
        # A long name moves the times of its row to the right: it is neither cut nor made smaller.
        at = max(_times_at(area), left + runs_width(drug) + theme.px(AIR))
        end = _run(painter, area, at, Run(times, 15))
        for label in line.labels:
            end = self._label(painter, area, end + theme.px(AIR), words.time_label(label))
        _right(painter, area, (Run(minutes, 15, theme.MEDIUM),))

    def _folded_line(self, painter: QPainter, area: QRectF, line: ShiftLine) -> None:
        _, times, minutes = line_words(line, self._zone)
        above, below = _halves(area)
        edge = _right(painter, above, (Run(minutes, 15, theme.MEDIUM),))
        drug, left = self._drug(line), 24 + theme.px(LEFT)
        room, at = edge - area.left() - left - theme.px(AIR), float(left)
        if runs_width(drug) > room:
            # Name and dose do not fit on one line: the dose stands before the times.
            at = _run(painter, below, left, replace(drug[1], size=14, gap=0)) - area.left() + theme.px(AIR)
            drug = drug[:1]
        paint_runs(painter, QPointF(area.left() + left, _base(above)), drug)
        end = _run(painter, below, at, Run(times, 14, role="quiet"))
        for label in line.labels:
            end = self._label(painter, below, end + theme.px(AIR), words.time_label(label))

    def _label(self, painter: QPainter, area: QRectF, left: float, label: str) -> float:
        colours = theme.current()
        face = theme.font(12, theme.STRONG)
        width = QFontMetricsF(face).horizontalAdvance(label) + theme.px(14)
        box = QRectF(left, area.center().y() - theme.px(10), width, theme.px(20))
        border = QColor(colours.attention_text) if colours.name.startswith("contrast") else None
        paint_ground(painter, box, QColor(colours.attention_tint), border, 1, 4)
        painter.setFont(face)
        painter.setPen(QColor(colours.attention_text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        return box.right()


def _folded(view: QWidget) -> bool:
    """Whether rows of this list are of two lines."""
    return view.width() < theme.px(FOLDED)


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    """Where the two lines of a row stand."""
    inner = area.adjusted(0, theme.px(7), 0, -theme.px(7))
    middle = inner.center().y()
    return (
        QRectF(inner.left(), inner.top(), inner.width(), middle - inner.top()),
        QRectF(inner.left(), middle, inner.width(), inner.bottom() - middle),
    )


def _state(visit: ShiftVisit, gap: float) -> Run:
    state = {
        Status.OPEN: translate("Shift", "open"),
        Status.CLOSED: translate("Shift", "to sign"),
        Status.SIGNED: translate("Shift", "signed"),
    }[visit.status]
    return Run(state, 14, theme.MEDIUM, "running_text" if visit.status is Status.SIGNED else "quiet", gap=gap)


def _times_at(area: QRectF) -> float:
    """Where the times begin, px from the left: what is left of it keeps the drug's name whole."""
    left = 24 + theme.px(LEFT)
    return left + min((area.width() - left) * 0.4, theme.px(384))


def _base(area: QRectF) -> float:
    return area.center().y() + QFontMetricsF(theme.font(15)).capHeight() / 2


def _run(painter: QPainter, area: QRectF, left: float, run: Run, room: float = 1e9) -> float:
    base = area.center().y() + QFontMetricsF(run.face()).capHeight() / 2
    return paint_runs(painter, QPointF(area.left() + left, base), (run,), room)


def _right(painter: QPainter, area: QRectF, runs: tuple[Run, ...]) -> float:
    """Paint against the right edge; returns where it begins."""
    left = area.right() - 24 - runs_width(runs)
    paint_runs(painter, QPointF(left, _base(area)), runs)
    return left
