"""What if everything stopped at another minute: a row under the ticket's head, asked for and put away again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, IconButton, Kind, Text

STEP, MOST = 5, 180
"""Minutes of one press, and how far from now one may ask."""


class WhatIfBar(QWidget):
    """Emits `asked(minutes from now)`; `left` when the ticket is to be as it is."""

    asked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whatIfBar")
        self._minutes = 0
        self._words = Text("", 14, theme.MEDIUM, align=Qt.AlignmentFlag.AlignHCenter)
        self._words.setObjectName("whatIfWords")
        earlier = IconButton("minus", name="whatIfEarlier", spoken=self.tr("Five minutes earlier"))
        later = IconButton("plus", name="whatIfLater", spoken=self.tr("Five minutes later"))
        away = Button(self.tr("As it is"), Kind.PLAIN, name="whatIfLeave", pad=10)
        earlier.clicked.connect(lambda: self.ask(self._minutes - STEP))
        later.clicked.connect(lambda: self.ask(self._minutes + STEP))
        away.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(earlier)
        row.addWidget(self._words, 1)
        row.addWidget(later)
        row.addWidget(away)

    def ask(self, minutes: int) -> None:
        """Ask for another minute, this many from now."""
        self._minutes = max(-MOST, min(MOST, minutes))
        self.asked.emit(self._minutes)

    def minutes(self) -> int:
        """Minutes from now that are asked for."""
        return self._minutes

    def show_time(self, time: str) -> None:
        """Name the minute."""
        self._words.set_runs(self.tr("If all stopped {time}").format(time=time))
