"""Beside the lock: what is up, one press each. The press fixes the time; who pressed is asked after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Hairline, Kind, Panel, Paragraph, StartButton, StopButton, Text
from nursedesk.ui.kit.scroll import ScrollArea
from nursedesk.ui.sign_in.model import TapRow

WIDTH, ROW = 440, 76


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
        self._panel = Panel("tapPanelGround")
        self._inside = QVBoxLayout(self._panel)
        self._inside.setContentsMargins(1, 18, 1, 8)
        self._inside.setSpacing(0)
        heading = QVBoxLayout()
        heading.setContentsMargins(24, 0, 24, 12)
        heading.setSpacing(4)
        heading.addWidget(Text(self.tr("Press now, say who after"), 17, theme.STRONG))
        heading.addWidget(Paragraph(self.tr("The time is kept from the press on."), 14, role="quiet"))
        self._inside.addLayout(heading)
        self._held = QVBoxLayout()
        self._inside.addLayout(self._held, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 24)
        column.addWidget(self._panel, 1)
        self.setFixedWidth(theme.px(WIDTH))

    def show_rows(self, rows: Sequence[TapRow]) -> None:
        """Show these lines; nothing is rebuilt when they are the ones shown."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self._rows = wanted
        while (item := self._held.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in wanted:
            column.addWidget(Hairline())
            column.addWidget(self._row(row))
        column.addStretch(1)
        self._held.addWidget(ScrollArea(body))

    def _row(self, row: TapRow) -> QWidget:
        widget = QWidget()
        widget.setMinimumHeight(theme.px(ROW))
        line = QHBoxLayout(widget)
        line.setContentsMargins(24, 8, 16, 8)
        line.setSpacing(theme.px(14))
        line.addWidget(Text(row.chair, 34, theme.STRONG))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(Text(row.drug, 17, theme.STRONG))
        words.addWidget(self._facts(row))
        words.addStretch()
        line.addLayout(words, 1)
        line.addWidget(self._button(row), 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def _facts(self, row: TapRow) -> Text:
        if not row.pressed:
            return Text(row.facts, 14, role="quiet")
        said = self.tr("{word} pressed {time}, no name yet").format(word=row.word, time=row.pressed)
        shown = Text(said, 14, theme.MEDIUM, "attention_text")
        shown.setObjectName(f"tapWaits_{row.name}")
        return shown

    def _button(self, row: TapRow) -> Button:
        if row.pressed:
            spoken = self.tr("Say who pressed {word}, chair {chair}").format(word=row.word, chair=row.chair)
            button = Button(self.tr("Say who"), Kind.TINT, name=f"tapWho_{row.name}", spoken=spoken)
            button.clicked.connect(lambda: self.who_asked.emit(row.encounter, row.press))
            return button
        spoken = self.tr("{word} {drug}, chair {chair}")
        spoken = spoken.format(word=row.word, drug=row.drug, chair=row.chair)
        name = f"tapButton_{row.name}"
        kind = StopButton if row.stop else StartButton
        press = kind(row.word, name=name, spoken=spoken)
        press.clicked.connect(lambda: self.tapped.emit(row.encounter, row.line))
        return press
