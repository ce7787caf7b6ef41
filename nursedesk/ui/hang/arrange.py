"""The favourites one below the other, to be moved up, moved down or taken out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang.choice_list import entry
from nursedesk.ui.hang.emptied import empty
from nursedesk.ui.hang.form import Choice
from nursedesk.ui.kit import Button, Hairline, IconButton, Kind, Paragraph, ScrollArea

Shown = tuple[Choice, str]
"""A favourite and its drug as it is written."""
NARROW = 310


class Arrange(QWidget):
    """Emits `arranged(tuple of Choice)` at each press; the caller keeps it."""

    arranged = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrangeFavourites")
        self.setAccessibleName(self.tr("Arrange the favourites"))
        self._shown: list[Shown] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._done = Button(self.tr("Done"), Kind.TINT, icon="close", name="arrangeDoneButton")
        self._done.clicked.connect(self.done)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, theme.px(10), 12, 16)
        column.setSpacing(theme.px(12))
        column.addWidget(Paragraph(self.tr("Favourites of the suite, for everybody"), 13, theme.MEDIUM, "quiet"))
        column.addLayout(self._rows)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside))

    def show_favourites(self, shown: Sequence[Shown]) -> None:
        """Show these, in this order."""
        self._shown = list(shown)
        empty(self._rows)
        for place in range(len(self._shown)):
            self._rows.addWidget(self._row(place))
            self._rows.addWidget(Hairline())

    def _row(self, place: int) -> QWidget:
        choice, display = self._shown[place]
        said = entry(choice, display)
        row = _Row(f"{said.title} {said.dose}".strip(), said.facts)
        for name, icon, spoken, by in (
            ("favouriteUp", "chevron_up", self.tr("Move {drug} up"), -1),
            ("favouriteDown", "chevron", self.tr("Move {drug} down"), 1),
        ):
            move = IconButton(icon, name=f"{name}_{place + 1}", spoken=spoken.format(drug=display), plain=True)
            move.setEnabled(0 <= place + by < len(self._shown))
            move.clicked.connect(lambda _=False, by=by: self._move(place, by))
            row.buttons.addWidget(move)
        spoken = self.tr("Take {drug} out of the favourites").format(drug=display)
        out = IconButton("cross", name=f"favouriteOut_{place + 1}", spoken=spoken, plain=True)
        out.clicked.connect(lambda: self._remove(place))
        row.buttons.addWidget(out)
        return row

    def _move(self, place: int, by: int) -> None:
        moved = self._shown.pop(place)
        self._shown.insert(place + by, moved)
        self._tell()
        name = "favouriteUp" if by < 0 else "favouriteDown"
        again = self.findChild(QWidget, f"{name}_{place + by + 1}")
        if again is not None and again.isEnabled():
            again.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, place: int) -> None:
        del self._shown[place]
        self._tell()

    def _tell(self) -> None:
        self.show_favourites(self._shown)
        self.arranged.emit(tuple(choice for choice, _ in self._shown))


class _Row(QWidget):
    """A favourite at the left and its buttons at the right; below it where both would be cut."""

    def __init__(self, name: str, facts: str) -> None:
        super().__init__()
        self.setMinimumHeight(max(theme.px(60), 60))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        self._line.setSpacing(theme.px(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(name, 15, theme.STRONG))
        words.addWidget(Paragraph(facts, 13, role="quiet"))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(4))
        self._line.addLayout(words, 1)
        self._line.addLayout(self.buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else across)
