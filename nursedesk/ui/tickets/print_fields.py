"""What is chosen before a ticket is printed: printer, copies, paper and language, as the room has it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import ComboField
from nursedesk.ui.kit.scroll import Fluid

MOST_COPIES = 5
_GAP, _BAR = 12, 12
"""Between fields, and what a scroll bar takes beside them, px."""


@dataclass(frozen=True, slots=True)
class PrintForm:
    """What was chosen."""

    printer: str = ""
    copies: int = 1
    paper: str = "letter"
    language: str = "en"


class PrintFields(Fluid):
    """Four lists below each other; where the height is short two by two, or copies and paper in one row."""

    printer_changed = Signal()
    page_changed = Signal()
    """Another paper or language: the page looks otherwise."""

    def __init__(self, printers: tuple[str, ...], form: PrintForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A printer that this station prints on stays in the list when it is not there: it is said, not replaced.
        names = printers if form.printer in ("", *printers) else (form.printer, *printers)
        self._printer = ComboField(
            self.tr("Printer"), [(name, name) for name in names], name="printPrinter", hint=self.tr("No printer")
        )
        copies = [(str(count), str(count)) for count in range(1, MOST_COPIES + 1)]
        self._copies = ComboField(self.tr("Copies"), copies, name="printCopies")
        papers = (("letter", self.tr("US Letter")), ("a4", self.tr("A4")))
        self._paper = ComboField(self.tr("Paper"), papers, name="printPaper")
        self._language = ComboField(
            self.tr("Language"), (("en", "English"), ("es", "Español")), name="printLanguage"
        )
        self._fields = (self._printer, self._copies, self._paper, self._language)
        for field, value in zip(
            self._fields, (form.printer, str(form.copies), form.paper, form.language), strict=True
        ):
            field.choose(value)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setSpacing(_GAP)
        self._placed: tuple[tuple[int, ...], ...] = ()
        self.place(0, 1_000_000)
        self._printer.changed.connect(lambda _: self.printer_changed.emit())
        for field in (self._paper, self._language):
            field.changed.connect(lambda _: self.page_changed.emit())

    def form(self) -> PrintForm:
        """What is chosen now."""
        return PrintForm(
            self._printer.choice(),
            int(self._copies.choice() or 1),
            self._paper.choice() or "letter",
            self._language.choice() or "en",
        )

    def tall(self, rows: int) -> int:
        """How high so many rows of fields are, px."""
        return rows * self._printer.sizeHint().height() + (rows - 1) * _GAP

    def place(self, width: int, height: int) -> None:
        """Stand as the room (px) has it: no word cut, and as little out of sight as can be."""
        least = [_least(field) for field in self._fields]
        columns = max(least[0], least[2]), max(least[1], least[3])
        if self.tall(4) <= height:
            rows: tuple[tuple[int, ...], ...] = ((0,), (1,), (2,), (3,))
        elif sum(columns) + _GAP + 8 + (0 if self.tall(2) <= height else _BAR) <= width:
            rows = ((0, 1), (2, 3))
        else:
            rows = ((0,), (1, 2), (3,))
        if rows != self._placed:
            self._placed = rows
            self._put(rows)
        for column, least_of in enumerate(columns):
            self._grid.setColumnMinimumWidth(column, least_of if len(rows) == 2 else 0)

    def _put(self, rows: tuple[tuple[int, ...], ...]) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for field in self._fields:
            self._grid.removeWidget(field)
        for row, held in enumerate(rows):
            for column, number in enumerate(held):
                self._grid.addWidget(self._fields[number], row, column, 1, 2 if len(held) == 1 else 1, top)
        for row in range(5):
            self._grid.setRowStretch(row, 1 if row == len(rows) else 0)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)


def _least(field: ComboField) -> int:
    """The width in which the longest choice of a list is whole, px."""
    words = (field.combo.itemText(at) for at in range(field.combo.count()))
    widest = max((theme.advance(word, 17, theme.MEDIUM) for word in words), default=0.0)
    return round(widest) + theme.px(45) + 8
