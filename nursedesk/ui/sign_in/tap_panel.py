"""Beside the lock: what is up, one press each. The press fixes the time; who pressed is asked after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Hairline, Kind, Panel, Paragraph, StartButton, StopButton, Text
from nursedesk.ui.kit.scroll import ScrollArea
from nursedesk.ui.sign_in.model import TapRow

ROW, PAD, EDGE, BAR = 76, 24, 6, 14
CHAIR, NAMED = 34, 17
"""Size of a chair's number, and of a chair that has a name; design pixels."""


class TapPanel(QWidget):
    """Emits `tapped` for a press and `who_asked` for a press that waits; each with what it is about."""

    tapped = Signal(str, str)
    """(encounter, line)"""
    who_asked = Signal(str, str)
    """(encounter, event of the press)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tapPanel")
        self._rows: tuple[TapRow, ...] = ()
        self._lines: tuple[TapLine, ...] = ()
        panel = Panel("tapPanelGround")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 18, 1, 8)
        inside.setSpacing(0)
        heading = QVBoxLayout()
        heading.setContentsMargins(PAD, 0, PAD, 12)
        heading.setSpacing(4)
        heading.addWidget(Paragraph(self.tr("Press now, say who after"), 17, theme.STRONG))
        heading.addWidget(Paragraph(self.tr("The time is kept from the press on."), 14, role="quiet"))
        inside.addLayout(heading)
        self._held = QVBoxLayout()
        inside.addLayout(self._held, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel, 1)

    def rows(self) -> tuple[TapRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[TapRow]) -> None:
        """Show these lines; nothing is rebuilt when they are the ones shown, and the list stays where it was."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self._rows = wanted
        at = 0
        while (item := self._held.takeAt(0)) is not None:
            if isinstance(old := item.widget(), ScrollArea):
                at = old.verticalScrollBar().value()
                old.hide()
                old.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = tuple(TapLine(row, self) for row in wanted)
        for line in self._lines:
            column.addWidget(Hairline())
            column.addWidget(line)
        column.addStretch(1)
        area = ScrollArea(body)
        self._held.addWidget(area)
        self._fit()
        body.adjustSize()
        area.verticalScrollBar().setValue(at)

    def _fit(self) -> None:
        """Where a drug's longest word has no room beside a button, every button stands below the words."""
        room = self.width() - 2 - BAR
        # Drugs stand under each other whatever their chairs are called, where that breaks no line.
        chair = max((line.chair_width() for line in self._lines), default=0)
        under = all(line.needs_whole(chair) <= room for line in self._lines)
        for line in self._lines:
            line.set_chair_width(chair if under else line.chair_width())
        below = any(line.needs() > room for line in self._lines)
        for line in self._lines:
            line.set_below(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class TapLine(QWidget):
    """One line: chair, drug and facts, and its press; a planned end that has passed shows at the edge too."""

    def __init__(self, row: TapRow, panel: TapPanel) -> None:
        super().__init__()
        self.setMinimumHeight(theme.px(ROW))
        self._overdue = row.overdue and not row.pressed
        self._panel = panel
        self._chair = Text(row.chair, CHAIR if len(row.chair) <= 3 else NAMED, theme.STRONG)
        self._drug, self._facts = Paragraph(row.drug, 17, theme.STRONG), self._said(row)
        self._button = self._press(row)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._drug)
        words.addWidget(self._facts)
        words.addStretch()
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(PAD, 8, 16, 8)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self.set_chair_width(self.chair_width())
        grid.addWidget(self._chair, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(words, 0, 1)
        self.set_below(False)

    def chair_width(self) -> int:
        """How wide the chair's number or name is, px."""
        return self._chair.sizeHint().width()

    def set_chair_width(self, width: int) -> None:
        """The width that all chairs of the list have."""
        self._chair.setMinimumWidth(width)

    def needs(self) -> int:
        """Width with the button beside the words, px: a word is never broken."""
        words = max(self._drug.minimumSizeHint().width(), self._facts.minimumSizeHint().width())
        return self._across(self._chair.minimumWidth(), words)

    def needs_whole(self, chair: int) -> int:
        """Width beside a chair of so many px with drug and facts in one line each, px."""
        said = (part.fontMetrics().horizontalAdvance(part.text()) for part in (self._drug, self._facts))
        return self._across(chair, max(said) + 1)

    def _across(self, chair: int, words: int) -> int:
        parts = chair + words + self._button.sizeHint().width()
        return parts + 2 * self._grid.horizontalSpacing() + PAD + 16

    def set_below(self, below: bool) -> None:
        """The button below the words, or beside them."""
        self._grid.removeWidget(self._button)
        if below:
            self._grid.addWidget(self._button, 1, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._button, 0, 2, Qt.AlignmentFlag.AlignVCenter)

    def _said(self, row: TapRow) -> Paragraph:
        if not row.pressed:
            return Paragraph(row.facts, 14, role="needs_stop_text" if row.overdue else "quiet")
        said = self.tr("{word} pressed {time}, no name yet").format(word=row.word, time=row.pressed)
        shown = Paragraph(said, 14, theme.MEDIUM, "attention_text")
        shown.setObjectName(f"tapWaits_{row.name}")
        return shown

    def _press(self, row: TapRow) -> Button:
        panel = self._panel
        if row.pressed:
            spoken = self.tr("Say who pressed {word}, chair {chair}").format(word=row.word, chair=row.chair)
            button = Button(self.tr("Say who"), Kind.TINT, name=f"tapWho_{row.name}", spoken=spoken)
            button.clicked.connect(lambda: panel.who_asked.emit(row.encounter, row.press))
            return button
        spoken = self.tr("{word} {drug}, chair {chair}")
        spoken = spoken.format(word=row.word, drug=row.drug, chair=row.chair)
        name = f"tapButton_{row.name}"
        press: StopButton | StartButton
        if row.stop:
            press = StopButton(row.word, name=name, spoken=spoken)
            press.set_state(overdue=row.overdue, outline=row.outline)
        else:
            press = StartButton(row.word, name=name, spoken=spoken)
        press.clicked.connect(lambda: panel.tapped.emit(row.encounter, row.line))
        return press

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._overdue:
            QPainter(self).fillRect(0, 0, EDGE, self.height(), theme.current().needs_stop_fill)
