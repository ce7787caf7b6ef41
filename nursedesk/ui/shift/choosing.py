"""Which part of the record the shift page is about: a stretch of days, one nurse, one chair."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import ComboField

EVERYBODY = ""


class Stretch(StrEnum):
    SHIFT = "shift"
    """Since the site's last shift end."""
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Wanted:
    stretch: Stretch = Stretch.SHIFT
    nurse: str | None = None
    chair: str | None = None


class Choosing(QWidget):
    """Three lists in a row; `changed` when a person picks from one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretch = ComboField("", self._stretches(), name="shiftStretch", spoken=self.tr("Period"))
        self._nurse = ComboField("", name="shiftNurse", spoken=self.tr("Nurse"))
        self._chair = ComboField("", name="shiftChair", spoken=self.tr("Chair"))
        self.show_choices((), ())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field in (self._stretch, self._nurse, self._chair):
            field.setMaximumWidth(theme.px(260))
            # Where room is short they share it: none lies outside the window.
            field.combo.setMinimumWidth(0)
            field.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.changed.connect(lambda _: self._picked())
            row.addWidget(field, 260)
        row.addStretch(1)

    def _picked(self) -> None:
        self._share()
        self.changed.emit()

    def _share(self) -> None:
        """Each list has the room that its words want before what is over is shared."""
        wanted = [
            round(theme.advance(field.combo.currentText(), 17, theme.MEDIUM)) + theme.px(45) + 8
            for field in (self._stretch, self._nurse, self._chair)
        ]
        fits = sum(wanted) + 2 * 12 <= self.width()
        for field, room in zip((self._stretch, self._nurse, self._chair), wanted, strict=True):
            field.setMinimumWidth(room if fits else 0)
            field.setMaximumWidth(max(theme.px(260), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _stretches(self) -> tuple[tuple[str, str], ...]:
        return (
            (Stretch.SHIFT, self.tr("This shift")),
            (Stretch.YESTERDAY, self.tr("Yesterday")),
            (Stretch.WEEK, self.tr("Last 7 days")),
            (Stretch.MONTH, self.tr("Last 31 days")),
            (Stretch.QUARTER, self.tr("Last 92 days")),
        )

    def show_choices(self, nurses: Sequence[tuple[str, str]], chairs: Sequence[str]) -> None:
        """Offer these nurses (sign-in name, name) and chairs; what was chosen stays when it is still there."""
        self._nurse.set_options(((EVERYBODY, self.tr("Every nurse")), *nurses))
        every = (EVERYBODY, self.tr("Every chair"))
        self._chair.set_options(
            (every, *((chair, self.tr("Chair {name}").format(name=chair)) for chair in chairs))
        )
        self._share()

    def wanted(self) -> Wanted:
        """What is chosen now."""
        stretch = Stretch(self._stretch.choice() or Stretch.SHIFT)
        return Wanted(stretch, self._nurse.choice() or None, self._chair.choice() or None)
