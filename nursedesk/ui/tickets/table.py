"""The worklist as a table: one ticket a row, its state as a shape and a word."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nursedesk.outputs.pictures.shapes import Shape, paint_shape
from nursedesk.ui import theme, words
from nursedesk.ui.kit import Run, hairline, paint_ground, paint_runs, runs_width
from nursedesk.ui.kit.folding import folded
from nursedesk.ui.tickets.model import TicketRow, TicketState

translate = QCoreApplication.translate

ROW, PAD = 60, 14
_MEASURED = 200
NUMBER, DAY, PATIENT, LINES, FINDINGS, STATE = range(6)
ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_LOOKS = {
    TicketState.TO_SIGN: (Shape.DIAMOND, "attention_text", "attention_tint"),
    TicketState.AMENDED: (Shape.TRIANGLE, "needs_stop_text", "needs_stop_tint"),
    TicketState.SENT: (Shape.HALF, "attention_text", "attention_tint"),
    TicketState.SIGNED: (Shape.CHECK, "action_text", "action_tint"),
    TicketState.PRINTED: (Shape.DISC, "running_text", "running_tint"),
    TicketState.SAVED: (Shape.DISC, "running_text", "running_tint"),
}


class TicketTable(QAbstractTableModel):
    """Rows as they are given; every cell has its words for assistive tools."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TicketRow, ...] = ()

    def show_rows(self, rows: tuple[TicketRow, ...]) -> None:
        """Show other rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, number: int) -> TicketRow | None:
        """The ticket in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ROLE:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self._rows[index.row()], index.column())
        return None

    def _words(self, row: TicketRow, column: int) -> str:
        version = (
            self.tr("version {version}").format(version=row.version) if row.version else self.tr("not signed")
        )
        return {
            NUMBER: ", ".join(part for part in (row.number, version, row.posted) if part),
            DAY: words.day(row.date),
            PATIENT: f"{row.patient}, MRN {row.mrn}" if row.mrn else row.patient,
            LINES: " · ".join(row.lines) or self.tr("no charge lines"),
            FINDINGS: str(row.findings) if row.findings else self.tr("none"),
            STATE: state_word(row.state),
        }[column]

    def headerData(self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if across != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Ticket"), self.tr("Date of service"), self.tr("Patient"),
            self.tr("Charges"), self.tr("Findings"), self.tr("State"),
        )[section]  # fmt: skip


def state_word(state: TicketState) -> str:
    """A state in two or three words."""
    return {
        TicketState.TO_SIGN: translate("Tickets", "To sign"),
        TicketState.AMENDED: translate("Tickets", "Amended: to sign"),
        TicketState.SENT: translate("Tickets", "Sent: did it come out?"),
        TicketState.SIGNED: translate("Tickets", "Signed"),
        TicketState.PRINTED: translate("Tickets", "Printed"),
        TicketState.SAVED: translate("Tickets", "Saved as PDF"),
    }[state]


class TicketDelegate(QStyledItemDelegate):
    """Two lines where a cell has two facts; the whole row is marked, never one cell."""

    def __init__(self, parent: QWidget, zone: ZoneInfo) -> None:
        super().__init__(parent)
        self._zone = zone
        self.folded = False
        """Number and day have no column of their own: they stand under the patient's name."""

    def patient_width(self, model: QAbstractItemModel) -> int:
        """What the patient's column wants, px, by the rows on top; the facts of one further down may leave it."""
        rows = (model.index(at, PATIENT).data(ROLE) for at in range(min(model.rowCount(), _MEASURED)))
        widest = max((runs_width((run,)) for row in rows for run in self._patient(row, 1e9)), default=0.0)
        return round(widest) + 2 * theme.px(PAD) + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TicketRow = index.data(ROLE)
        area, colours = QRectF(option.rect), theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(colours.action_tint))
        first = index.column() == (PATIENT if self.folded else NUMBER)
        if chosen and first:
            painter.fillRect(QRectF(area.left(), area.top(), 6, area.height()), QColor(colours.action_fill))
        hairline(painter, area.left(), area.right() + 1, area.bottom(), colours)
        pad = theme.px(PAD)
        inner = area.adjusted(24 if first else pad, 0, -pad, 0)
        if index.column() == STATE:
            self._paint_state(painter, inner, row)
            return
        _paint_lines(painter, inner, *self._runs(row, index.column(), inner.width()))

    def _runs(self, row: TicketRow, column: int, room: float) -> tuple[Run, ...]:
        if column == NUMBER:
            below = [self._version(row), row.posted]
            return (Run(row.number, 15, theme.STRONG), _facts(below, room))
        if column == DAY:
            signed = words.clock_time(row.signed_at, self._zone) if row.signed_at else ""
            second = (Run(self.tr("signed {time}").format(time=signed), 13, role="quiet"),) if signed else ()
            return (Run(words.day(row.date), 15), *second)
        if column == PATIENT:
            return self._patient(row, room)
        if column == FINDINGS:
            return (Run(str(row.findings) if row.findings else "–", 15, role="ink" if row.findings else "quiet"),)
        if not row.lines:
            return (Run(self.tr("no charge lines"), 14, role="quiet"),)
        rest = " · ".join(row.lines[2:])
        second = (Run(rest, 13, role="quiet"),) if rest else ()
        return (Run(" · ".join(row.lines[:2]), 14), *second)

    def _patient(self, row: TicketRow, room: float) -> tuple[Run, ...]:
        named = [f"MRN {row.mrn}" if row.mrn else "", self._chair(row), row.nurse]
        day = [row.number, words.day(row.date), self._version(row), row.posted]
        lines = (Run(line, 15, theme.STRONG) for line in folded(row.patient, 15, theme.STRONG, room))
        return (*lines, _facts((day if self.folded else []) + named, room))

    def _version(self, row: TicketRow) -> str:
        version = self.tr("version {version}").format(version=row.version)
        return version if row.version else self.tr("not signed")

    def _chair(self, row: TicketRow) -> str:
        return self.tr("chair {chair}").format(chair=row.chair) if row.chair else ""

    def _paint_state(self, painter: QPainter, area: QRectF, row: TicketRow) -> None:
        colours = theme.current()
        shape, ink_role, ground_role = _LOOKS[row.state]
        ink, face = QColor(getattr(colours, ink_role)), theme.font(14, theme.STRONG)
        metrics = QFontMetricsF(face)
        mark, pad = theme.px(11), theme.px(10)
        word = metrics.elidedText(
            state_word(row.state), Qt.TextElideMode.ElideRight, area.width() - mark - pad * 2 - theme.px(8)
        )
        width, tall = mark + theme.px(8) + metrics.horizontalAdvance(word) + pad * 2, theme.px(28)
        pill = QRectF(area.left(), area.center().y() - tall / 2, width, tall)
        border = ink if colours.name.startswith("contrast") else None
        paint_ground(painter, pill, QColor(getattr(colours, ground_role)), border, 1, 8)
        paint_shape(painter, QRectF(pill.left() + pad, pill.center().y() - mark / 2, mark, mark), shape, ink)
        painter.setFont(face)
        painter.setPen(ink)
        base = pill.center().y() + metrics.capHeight() / 2
        painter.drawText(QPointF(pill.left() + pad + mark + theme.px(8), base), word)


def _facts(facts: Sequence[str], room: float) -> Run:
    """The facts there are, each whole: one that has no room is left out with those after it."""
    said = ""
    for fact in filter(None, facts):
        longer = f"{said} · {fact}" if said else fact
        if said and theme.advance(longer, 13) > room:
            break
        said = longer
    return Run(said, 13, role="quiet")


def _paint_lines(painter: QPainter, area: QRectF, *runs: Run) -> None:
    """One run in the middle, or several below each other; cut at the cell's edge."""
    heights = [QFontMetricsF(run.face()).height() for run in runs]
    top = area.center().y() - sum(heights) / 2
    for run, height in zip(runs, heights, strict=True):
        base = top + QFontMetricsF(run.face()).ascent()
        paint_runs(painter, QPointF(area.left(), base), (run,), min(area.width(), runs_width((run,)) + 1))
        top += height
