"""The shift: visits and lines of a period, the room over time, the charge nurse's charts; the log as a file."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.kit import PageHead, Panel, Paragraph, QuietButton, Run, Segmented, Text
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.shift.choosing import Choosing, Wanted
from nursedesk.ui.shift.exporting import Exporting
from nursedesk.ui.shift.model import Shift
from nursedesk.ui.shift.pictures import ChartsView, RoomView
from nursedesk.ui.shift.rows import ShiftDelegate, ShiftRows


class Figure(Panel):
    """One number with its word."""

    def __init__(self, word: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._word = word
        self._number = Text("", 28, theme.STRONG)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._number)
        row.addWidget(Paragraph(word, 15, role="quiet"), 1)
        self.setFixedHeight(theme.px(68))
        self.set_close(False)

    def set_close(self, close: bool) -> None:
        """Less air around number and word, where four of them share a narrow row; neither is ever cut."""
        side, between = (12, 8) if close else (20, 12)
        self._row.setContentsMargins(side, 8, side, 8)
        self._row.setSpacing(between)
        longest = max(theme.advance(part, 15) for part in self._word.split())
        self.setMinimumWidth(round(2 * side + between + self._number.sizeHint().width() + longest) + 4)
        self._close = close

    def show_number(self, number: int, role: str = "ink") -> None:
        """Show a count, in a colour role when it wants somebody."""
        self._number.set_runs((Run(str(number), 28, theme.STRONG, role),))
        self._number.setMinimumWidth(self._number.sizeHint().width())
        self.set_close(self._close)
        self.setAccessibleName(f"{number} {self._word}")


class FigureLine(Text):
    """The figures in one line, where the page is low: numbers strong, words short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", 15, parent=parent)
        self.setObjectName("shiftFigureLine")

    def show_shift(self, shown: Shift) -> None:
        """`12 visits · 13 lines still up · 4 late or corrected · 10 to sign`."""
        said = (
            (len(shown.visits), self.tr("visits"), False),
            (shown.running(), self.tr("lines still up"), False),
            (shown.labelled(), self.tr("late or corrected"), True),
            (shown.unsigned(), self.tr("to sign"), True),
        )
        runs = []
        for at, (number, word, wants) in enumerate(said):
            role = "attention_text" if wants and number else "ink"
            runs += [
                Run("·", 15, role="quiet", gap=8) if at else Run(""),
                Run(str(number), 17, theme.STRONG, role, gap=8 if at else 0),
                Run(word, 15, role="quiet", gap=5),
            ]
        self.set_runs(runs)


class View(StrEnum):
    LINES = "lines"
    ROOM = "room"
    CHARTS = "charts"


_GAP = 16
LOW, CLOSE = 600, 900
"""A page lower than the first, or narrower than the second, has no air to give away; px at 100 %."""
ONE_DAY = timedelta(hours=36)
"""A longer period is named by its days alone."""


class ShiftPage(QWidget):
    """Shows a `Shift`; emits which one is wanted, where its log or a picture should go, the visit to open."""

    wanted_changed = Signal()
    """Another period, nurse or chair: see `wanted`."""
    view_changed = Signal(str)
    export_chosen = Signal(str)
    """A path whose ending says the format: pdf, xlsx, csv, json."""
    export_cancelled = Signal()
    sign_off_pressed = Signal()
    """The shift that is shown was looked through."""
    picture_chosen = Signal(str)
    """A path for the picture that is shown: png, svg, pdf."""
    opened = Signal(str)
    """An encounter."""

    def __init__(
        self,
        zone: ZoneInfo,
        display: Callable[[str], str],
        choose_path: Callable[[str, str], str | None] | None = None,
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
        # Rows are of two lines where it is narrow.
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.viewport().setAutoFillBackground(False)
        self._view.activated.connect(self._open)
        self.setFocusProxy(self._view)
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = head = PageHead("shiftHead")
        self._period = Text("", 15, role="quiet")
        self._period.setObjectName("shiftPeriod")
        self._title = Text(self.tr("Shift"), 20, theme.STRONG)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        head.left.addWidget(self._title)
        head.left.addWidget(self._period)
        head.left.addStretch(1)
        self._views = Segmented(
            (
                (View.LINES, self.tr("Lines")),
                (View.ROOM, self.tr("Chairs")),
                (View.CHARTS, self.tr("Charts")),
            ),
            name="shiftView",
            spoken=self.tr("What is shown"),
        )
        self._views.choose(View.LINES)
        self._views.chosen.connect(self._show_view)
        self._export = QuietButton(self.tr("Export…"), icon="pdf", name="exportShiftButton")
        self._export.clicked.connect(self._pick)
        self._sign_off = QuietButton(self.tr("Sign off"), icon="close", name="signShiftOffButton")
        self._sign_off.clicked.connect(lambda: self.sign_off_pressed.emit())
        # In the order in which they lose their words where the room is short.
        self._short = tuple((one, one.text()) for one in (self._export, self._sign_off))
        head.right.addWidget(self._views)
        head.right.addWidget(self._sign_off)
        head.right.addWidget(self._export)
        self._choosing = Choosing()
        self._choosing.changed.connect(lambda: self.wanted_changed.emit())
        self._exporting = Exporting()
        self._exporting.cancelled.connect(lambda: self.export_cancelled.emit())
        self._figures = QWidget()
        figures = QHBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(14)
        self._visits = Figure(self.tr("visits"), "shiftVisits")
        self._open_lines = Figure(self.tr("lines still up"), "shiftOpenLines")
        self._late = Figure(self.tr("lines with a late or corrected time"), "shiftLate")
        self._unsigned = Figure(self.tr("tickets not signed"), "shiftUnsigned")
        for figure, share in ((self._visits, 2), (self._open_lines, 3), (self._late, 4), (self._unsigned, 3)):
            figures.addWidget(figure, share)
        self._line = FigureLine()
        self._line.hide()
        panel = Panel("shiftPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 9, 1, 9)
        self._nothing = Empty("shift", name="shiftNothing")
        inside.addWidget(self._make_views())
        self._held = held = QVBoxLayout()
        held.setContentsMargins(24, 4, 24, 24)
        held.setSpacing(14)
        self._signed_off = Paragraph("", 14, role="running_text")
        self._signed_off.setObjectName("shiftSignedOff")
        self._signed_off.hide()
        held.addWidget(self._choosing)
        held.addWidget(self._signed_off)
        held.addWidget(self._exporting)
        held.addWidget(self._figures)
        held.addWidget(self._line)
        held.addWidget(panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(held, 1)

    def _make_views(self) -> QStackedWidget:
        self.room, self.charts = RoomView(), ChartsView()
        self.room.save_pressed.connect(lambda: self._pick_picture("chairs"))
        self.charts.save_pressed.connect(lambda: self._pick_picture(self.charts.name()))
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._nothing)
        self._stack = QStackedWidget()
        for view in (lines, self.room, self.charts):
            self._stack.addWidget(view)
        return self._stack

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit(self) -> None:
        """The page's name is whole: first the period goes to a line of its own, then the buttons lose their words.

        Where the page is low the figures are one line, and a picture has the room of that too.
        """
        room = self.width() - 2 * max(theme.px(24), 24)
        for button, said in self._short:
            button.set_compact(False, said)
        parts = (self._title, self._views, self._sign_off, self._export)

        def needed() -> int:
            return sum(part.sizeHint().width() + _GAP for part in parts)

        for button, said in self._short:
            if needed() > room:
                button.set_compact(True, said)
        beside = needed() + self._period.sizeHint().width() <= room
        if beside != (self._head.left.indexOf(self._period) >= 0):
            if beside:
                self._head.left.insertWidget(1, self._period)
            else:
                self._held.insertWidget(0, self._period)
        low, lines = self.height() < LOW * theme.scale(), self._stack.currentIndex() == 0
        self._figures.setVisible(not low)
        self._line.setVisible(low and lines)
        self._held.setSpacing(8 if low else 14)
        self._held.setContentsMargins(24, 4, 24, 12 if low else 24)
        for figure in (self._visits, self._open_lines, self._late, self._unsigned):
            figure.set_close(room < theme.px(CLOSE))

    def _show_view(self, key: str) -> None:
        self._stack.setCurrentIndex(list(View).index(View(key)))
        self._fit()
        self.view_changed.emit(key)

    def view(self) -> View:
        """What is shown of the period."""
        return View(self._views.choice())

    def wanted(self) -> Wanted:
        """Which period, nurse and chair a person has chosen."""
        return self._choosing.wanted()

    def show_choices(self, nurses: tuple[tuple[str, str], ...], chairs: tuple[str, ...]) -> None:
        """Offer these nurses and chairs."""
        self._choosing.show_choices(nurses, chairs)

    def show_signed_off(self, words: str) -> None:
        """Who signed the shift off, or an empty text."""
        self._signed_off.show_text(words)
        self._signed_off.setVisible(bool(words))

    def show_progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """A file is being written; nothing else is exported meanwhile."""
        self._exporting.show_progress(what, done, total)
        self._export.setEnabled(False)

    def end_progress(self) -> None:
        """It is written, was given up, or could not be."""
        self._exporting.hide()
        self._export.setEnabled(self._shift is not None and bool(self._shift.visits))

    def show_shift(self, shown: Shift) -> None:
        """Show a period."""
        self._shift = shown
        zone = self._zone
        day = words.local_day(shown.start, zone)
        period = f"{day} · {words.span(shown.start, shown.end, zone)} {words.zone_name(shown.start, zone)}"
        if shown.end - shown.start > ONE_DAY:
            period = f"{day} – {words.local_day(shown.end - timedelta(minutes=1), zone)}"
        self._period.set_runs(period)
        self._fit()
        self._visits.show_number(len(shown.visits))
        self._open_lines.show_number(shown.running())
        self._late.show_number(shown.labelled(), "attention_text" if shown.labelled() else "ink")
        self._unsigned.show_number(shown.unsigned(), "attention_text" if shown.unsigned() else "ink")
        self._line.show_shift(shown)
        self._model.show_visits(shown.visits)
        self._view.setVisible(bool(shown.visits))
        self._nothing.setVisible(not shown.visits)
        self._say_nothing()
        self._export.setEnabled(bool(shown.visits) and self._exporting.isHidden())

    def _say_nothing(self) -> None:
        said = self.tr(
            "Check a patient in on the board: every visit stands here then, with what was hung and pushed and its "
            "minutes."
        )
        if self.wanted() != Wanted():
            said = self.tr("Choose another period, nurse or chair above.")
        self._nothing.say(self.tr("No visits in this time"), said)

    def _open(self, index: QModelIndex) -> None:
        visit = self._model.visit_of(index.row())
        if visit is not None:
            self.opened.emit(visit.encounter)

    def _pick(self) -> None:
        if self._shift is None:
            return
        name = f"shift-{self._shift.start.astimezone(self._zone):%Y-%m-%d}.pdf"
        kinds = "PDF (*.pdf);;{sheet} (*.xlsx);;CSV (*.csv);;JSON (*.json)".format(sheet=self.tr("Spreadsheet"))
        path = self._choose_path(name, kinds)
        if path:
            self.export_chosen.emit(path)

    def _pick_picture(self, what: str) -> None:
        day = f"{self._shift.start.astimezone(self._zone):%Y-%m-%d}" if self._shift else ""
        path = self._choose_path(f"{what}-{day}.png", "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)")
        if path:
            self.picture_chosen.emit(path)

    def _ask_path(self, name: str, kinds: str) -> str | None:
        dialog = QFileDialog(self, self.tr("Save as"), name, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The ending says the format, so a name typed without one gets that of the kind picked, and is asked about.
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
        dialog.setDefaultSuffix(_ending(kinds))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return chosen[0] if chosen else None


def _ending(kind: str) -> str:
    """`pdf` of `PDF (*.pdf)`."""
    return kind[kind.index("*.") + 2 : kind.index(")")]
