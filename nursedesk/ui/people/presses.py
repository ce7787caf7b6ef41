"""Presses that wait for a name: each is claimed with one press, or discarded with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import Button, DialogFrame, Field, Hairline, Kind, Paragraph, PrimaryButton, Text
from nursedesk.ui.kit.scroll import ScrollArea

WIDTH, LEAST, BAR = 760, 240, 14
"""Width, least height, and what a scroll bar takes of a row, px at 100 %."""


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
            host,
            name="pressesDialog",
            title="",
            size=QSize(WIDTH, LEAST) * min(theme.scale(), 1.5),
            clear_top=bar_height(),
        )
        self.title.set_runs(self.tr("Whose presses were these?"))
        self.setAccessibleName(self.tr("Whose presses were these?"))
        note = Paragraph(
            self.tr("Made while the station was locked. They count once somebody says so."), 14, role="quiet"
        )
        note.setContentsMargins(28, 0, 28, 8)
        self.body.addWidget(note)
        self._reasons: dict[str, Field] = {}
        self._rows: list[_Row] = []
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
        self._rows = []
        for number, row in enumerate(rows, 1):
            shown = _Row(row)
            self._fill(shown, row, number)
            self._rows.append(shown)
            column.addWidget(Hairline())
            column.addWidget(shown)
        column.addWidget(Hairline())
        column.addStretch(1)
        body.installEventFilter(self)
        self._held.addWidget(ScrollArea(body))
        self._fit()

    def _fill(self, shown: "_Row", row: PressRow, number: int) -> None:
        away = Button(self.tr("Discard…"), Kind.PLAIN, name=f"discardPress_{number}")
        mine = PrimaryButton(self.tr("It was me"), name=f"claimPress_{number}")
        mine.clicked.connect(lambda: self.claimed.emit(row.encounter, row.press))
        shown.buttons.addWidget(away)
        shown.buttons.addWidget(mine)
        why = Field(self.tr("Why it did nothing"), name=f"discardReason_{number}")
        why.hide()
        away.clicked.connect(lambda: self._open_reason(why))
        why.entered.connect(lambda text: self.discarded.emit(row.encounter, row.press, text))
        shown.column.addWidget(why)
        self._reasons[row.press] = why

    def _fit(self) -> None:
        """As high as its rows, and no higher: a blank half of a dialog asks for nothing."""
        width = self.panel.width() - BAR
        tall = sum(row.fit(width) + 1 for row in self._rows) + 1
        inside = self.panel.layout()
        around = inside.minimumHeightForWidth(self.panel.width()) if inside is not None else 0
        held = self._held.minimumSize().height()
        self.wish_height(max(around - held + tall, round(LEAST * theme.scale())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A reason was opened or refused, or the window is another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and watched is not self.parent():
            self._fit()
        return super().eventFilter(watched, event)

    def _open_reason(self, why: Field) -> None:
        why.show()
        why.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, press: str, sentence: str) -> None:
        """Say why it was not taken."""
        why = self._reasons.get(press)
        if why is not None:
            why.show()
            why.set_error(sentence)


class _Row(QWidget):
    """The time, what was pressed and where, and the two answers: beside the words, or below where they are cut."""

    def __init__(self, row: PressRow) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 10, 20, 10)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.px(12))
        said = QHBoxLayout()
        said.setSpacing(theme.px(16))
        time = Text(row.time, 26, theme.STRONG)
        time.setMinimumWidth(time.sizeHint().width())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(f"{row.word} · {row.drug}", 17, theme.STRONG))
        words.addWidget(Paragraph(row.where, 14, role="quiet"))
        said.addWidget(time)
        said.addLayout(words, 1)
        self._line.addLayout(said, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch()
        self._line.addLayout(self.buttons)
        self.column.addLayout(self._line)

    def fit(self, width: int) -> int:
        """Stand as this width allows, px; answers with the height that takes."""
        self._line.setDirection(QBoxLayout.Direction.LeftToRight)
        if self.minimumSizeHint().width() > width:
            self._line.setDirection(QBoxLayout.Direction.TopToBottom)
        return max(self.heightForWidth(width), self.minimumSizeHint().height())
