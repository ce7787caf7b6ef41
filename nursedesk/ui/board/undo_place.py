"""The one place for Undo: what was pressed last, the seconds left, and after a stop its reason."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.reasons import SMALLEST, ReasonPlace
from nursedesk.ui.kit import Button, Kind, Run, Text, paint_ground, plain_tip, runs_width

FRAME = 6
"""Round the button, px."""


def fitting(strong: Run, pieces: Sequence[str], role: str, room: float) -> tuple[Run, ...]:
    """A strong word and as many whole pieces after it, apart by dots, as there is room for."""
    runs: tuple[Run, ...] = (strong,)
    text = ""
    for place, piece in enumerate(pieces):
        text += (" · " if place or role == "quiet" else " ") + piece
        longer = (strong, Run(text, strong.size, role=role))
        if runs_width(longer) > room:
            break
        runs = longer
    return runs


class UndoPlace(QWidget):
    """What was pressed last and the button that takes it back; its place never moves, and may be empty."""

    keyboard_lost = Signal()
    """The button goes away and has the keyboard: it must not fall to whatever comes next."""

    def __init__(self, parent: QWidget | None = None, name: str = "undoButton") -> None:
        super().__init__(parent)
        self._strong, self._rest = "", ""
        self.words = Text(parent=self)
        self.button = Button(
            self.tr("Undo"), Kind.SOFT, icon="undo", name=name, spoken=self.tr("Undo the last press"),
            pad=12, inset=5, parent=self,
        )  # fmt: skip
        # A press by hand leaves the keyboard on the card it was on.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.seconds(10)
        self.button.hide()
        self.reasons = ReasonPlace(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(44), 44))

    def offer(self, strong: str, rest: str, seconds: int) -> None:
        """Show what can be taken back."""
        self.reasons.hide()
        self._strong, self._rest = strong, rest
        self.button.setAccessibleDescription(f"{strong} {rest}")
        self.button.setToolTip(plain_tip(f"{strong} {rest}"))
        self.seconds(seconds)
        self.button.show()
        self._place()

    def seconds(self, left: int) -> None:
        """How long it is still offered."""
        self.button.set_note(self.tr("{seconds} s").format(seconds=f"{left:2d}"))

    def clear(self) -> None:
        """Nothing to take back."""
        if self._strong:
            self._strong, self._rest = "", ""
            if self.button.hasFocus():
                self.keyboard_lost.emit()
            self.button.hide()
            self._place()

    def _place(self) -> None:
        """Words and button at the right end; words give way piece by piece, the drug's name last."""
        wide = self.button.sizeHint().width()
        self.button.setGeometry(self.width() - wide - FRAME, 0, wide, self.height())
        room = self.width() - wide - theme.px(34)
        strong = Run(self._strong, 14, theme.STRONG)
        while strong.size > SMALLEST and strong.width() > room:
            strong = replace(strong, size=strong.size - 0.5)
        # Where not even the drug has room the button alone stands; what it takes back is in its description.
        fits = bool(self._strong) and strong.width() <= room
        runs = fitting(strong, self._rest.split(" · "), "ink", room) if fits else ()
        self.words.set_runs(runs)
        width = self.words.sizeHint().width()
        self.words.setGeometry(self.button.x() - width - theme.px(10), 0, width, self.height())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.reasons.resize(self.size())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(494), max(theme.px(44), 44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(0), self.height())

    def least_width(self, words: int) -> int:
        """The button with its frame and so much for words beside it (px at 100 %), px."""
        return self.button.sizeHint().width() + 2 * FRAME + theme.px(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._strong:
            colours = theme.current()
            left = self.words.x() - theme.px(14) if self.words.runs() else self.button.x() - FRAME
            box = QRectF(left, 0, self.width() - left, self.height())
            paint_ground(QPainter(self), box, QColor(colours.surface), QColor(colours.line_strong))
