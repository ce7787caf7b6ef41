"""Presses that wait for a name: each is claimed with one press, or discarded with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import Button, DialogFrame, Field, Hairline, Kind, PrimaryButton, Text
from nursedesk.ui.kit.scroll import ScrollArea

SIZE = QSize(760, 560)


@dataclass(frozen=True, slots=True)
class PressRow:
    """`14:07`, `Stop`, `3 · ROE, Jane`, `inFLIXimab`."""

    encounter: str
    press: str
    time: str
    word: str
    where: str
    drug: str


class PressesDialog(DialogFrame):
    """Emits what was said of a press; what is left alone waits on."""

    claimed = Signal(str, str)
    """(encounter, event of the press)"""
    discarded = Signal(str, str, str)
    """(encounter, event of the press, reason)"""

    def __init__(self, host: QWidget, rows: Sequence[PressRow]) -> None:
        super().__init__(
            host, name="pressesDialog", title="", size=SIZE * min(theme.scale(), 1.5), clear_top=bar_height()
        )
        self.title.set_runs(self.tr("Whose presses were these?"))
        self.setAccessibleName(self.tr("Whose presses were these?"))
        self.note.set_runs(self.tr("Made while the station was locked. They count once somebody says so."))
        self.note.show()
        self._reasons: dict[str, Field] = {}
        self._held = QVBoxLayout()
        self.body.addLayout(self._held, 1)
        later = Button(self.tr("Leave them for now"), Kind.PLAIN, name="pressesLater")
        later.clicked.connect(self.cancelled)
        self.foot.addStretch()
        self.foot.addWidget(later)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[PressRow]) -> None:
        """Show what waits."""
        while (item := self._held.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._reasons.clear()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, row in enumerate(rows, 1):
            column.addWidget(self._row(row, number))
            column.addWidget(Hairline())
        column.addStretch(1)
        self._held.addWidget(ScrollArea(body))

    def _row(self, row: PressRow, number: int) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(28, 10, 20, 10)
        line = QHBoxLayout()
        line.setSpacing(theme.px(16))
        line.addWidget(Text(row.time, 26, theme.STRONG))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(f"{row.word} · {row.drug}", 17, theme.STRONG))
        words.addWidget(Text(row.where, 14, role="quiet"))
        line.addLayout(words, 1)
        away = Button(self.tr("Discard…"), Kind.PLAIN, name=f"discardPress_{number}")
        mine = PrimaryButton(self.tr("It was me"), name=f"claimPress_{number}")
        mine.clicked.connect(lambda: self.claimed.emit(row.encounter, row.press))
        line.addWidget(away)
        line.addWidget(mine)
        column.addLayout(line)
        why = Field(self.tr("Why it did nothing"), name=f"discardReason_{number}")
        why.hide()
        away.clicked.connect(lambda: self._open_reason(why))
        why.entered.connect(lambda text: self.discarded.emit(row.encounter, row.press, text))
        column.addWidget(why)
        self._reasons[row.press] = why
        return whole

    def _open_reason(self, why: Field) -> None:
        why.show()
        why.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, press: str, sentence: str) -> None:
        """Say why it was not taken."""
        why = self._reasons.get(press)
        if why is not None:
            why.show()
            why.set_error(sentence)
