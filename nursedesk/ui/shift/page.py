"""The shift: today's visits and lines, what is open, what was charted late; the log as CSV."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.kit import PageHead, Panel, Paragraph, QuietButton, Run, Text
from nursedesk.ui.shift.model import Shift
from nursedesk.ui.shift.rows import ShiftDelegate, ShiftRows


class Figure(Panel):
    """One number with its word."""

    def __init__(self, word: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._word = word
        self._number = Text("", 28, theme.STRONG)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addWidget(Paragraph(word, 15, role="quiet"), 1)
        self.setFixedHeight(theme.px(68))

    def show_number(self, number: int, role: str = "ink") -> None:
        """Show a count, in a colour role when it wants somebody."""
        self._number.set_runs((Run(str(number), 28, theme.STRONG, role),))
        self.setAccessibleName(f"{number} {self._word}")


class ShiftPage(QWidget):
    """Shows a `Shift`; emits where its log should go, and the visit a person wants to see."""

    export_chosen = Signal(str)
    """A path for the CSV."""
    opened = Signal(str)
    """An encounter."""

    def __init__(
        self,
        zone: ZoneInfo,
        display: Callable[[str], str],
        choose_path: Callable[[str], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shiftPage")
        self._zone = zone
        self._choose_path = choose_path or self._ask_path
        self._shift: Shift | None = None
        self._model = ShiftRows(zone, display, self)
        self._view = QListView()
        self._view.setObjectName("shiftRows")
        self._view.setAccessibleName(self.tr("Visits and lines of the shift"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(ShiftDelegate(self._view, zone, display))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.viewport().setAutoFillBackground(False)
        self._view.activated.connect(self._open)
        self.setFocusProxy(self._view)
        self._lay_out()

    def _lay_out(self) -> None:
        head = PageHead("shiftHead")
        self._period = Text("", 15, role="quiet")
        head.left.addWidget(Text(self.tr("Shift"), 20, theme.STRONG))
        head.left.addWidget(self._period, 1)
        self._export = QuietButton(self.tr("Export CSV"), icon="pdf", name="exportShiftButton")
        self._export.clicked.connect(self._pick)
        head.right.addWidget(self._export)
        figures = QHBoxLayout()
        figures.setSpacing(14)
        self._visits = Figure(self.tr("visits"), "shiftVisits")
        self._open_lines = Figure(self.tr("lines still up"), "shiftOpenLines")
        self._late = Figure(self.tr("lines with a late or corrected time"), "shiftLate")
        self._unsigned = Figure(self.tr("tickets not signed"), "shiftUnsigned")
        for figure, share in ((self._visits, 2), (self._open_lines, 3), (self._late, 4), (self._unsigned, 3)):
            figures.addWidget(figure, share)
        panel = Panel("shiftPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 9, 1, 9)
        self._nothing = Paragraph(
            self.tr("No visits in this shift yet. The first one is checked in on the board."), 15, role="quiet"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._view)
        inside.addWidget(self._nothing)
        held = QVBoxLayout()
        held.setContentsMargins(24, 4, 24, 24)
        held.setSpacing(14)
        held.addLayout(figures)
        held.addWidget(panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(held, 1)

    def show_shift(self, shown: Shift) -> None:
        """Show a period."""
        self._shift = shown
        day = words.local_day(shown.start, self._zone)
        period = (
            f"{day} · {words.span(shown.start, shown.end, self._zone)} {words.zone_name(shown.start, self._zone)}"
        )
        self._period.set_runs(period)
        self._visits.show_number(len(shown.visits))
        self._open_lines.show_number(shown.running())
        self._late.show_number(shown.labelled(), "attention_text" if shown.labelled() else "ink")
        self._unsigned.show_number(shown.unsigned(), "attention_text" if shown.unsigned() else "ink")
        self._model.show_visits(shown.visits)
        self._view.setVisible(bool(shown.visits))
        self._nothing.setVisible(not shown.visits)
        self._export.setEnabled(bool(shown.visits))

    def _open(self, index: QModelIndex) -> None:
        visit = self._model.visit_of(index.row())
        if visit is not None:
            self.opened.emit(visit.encounter)

    def _pick(self) -> None:
        if self._shift is None:
            return
        name = f"shift-{self._shift.start.astimezone(self._zone):%Y-%m-%d}.csv"
        path = self._choose_path(name)
        if path:
            self.export_chosen.emit(path)

    def _ask_path(self, name: str) -> str | None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the shift log"), name, "CSV (*.csv)")
        return path or None
