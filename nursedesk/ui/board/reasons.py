"""After a stop, and once it can no longer be undone: why it came down, one press, in the place of Undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.record.encounter import StopReason
from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Kind, Menu, Run, Text, paint_ground, runs_width

translate = QCoreApplication.translate

ASKED = (
    StopReason.REACTION, StopReason.ACCESS_FAILURE, StopReason.PATIENT_REQUEST, StopReason.ORDERED,
    StopReason.EMERGENCY, StopReason.OTHER,
)  # fmt: skip
"""A stop is recorded as completed; only another end is said."""

SMALLEST = 11
"""A drug's name gets no smaller than this in the head, px at 100 %; where that has no room it is left out."""


@dataclass(frozen=True, slots=True)
class StoppedLine:
    """A line that came down, and until when its reason is asked."""

    encounter: str
    line: str
    drug: str
    until: datetime


def reason_word(reason: StopReason) -> str:
    """A reason in one or two words."""
    return {
        StopReason.COMPLETED: translate("StopReasons", "Completed"),
        StopReason.REACTION: translate("StopReasons", "Reaction"),
        StopReason.ACCESS_FAILURE: translate("StopReasons", "Access failed"),
        StopReason.PATIENT_REQUEST: translate("StopReasons", "Patient’s wish"),
        StopReason.ORDERED: translate("StopReasons", "Ordered"),
        StopReason.EMERGENCY: translate("StopReasons", "Emergency"),
        StopReason.OTHER: translate("StopReasons", "Other"),
    }[reason]


class ReasonPlace(QWidget):
    """Emits `chosen(str)`, a `StopReason`; reasons without room are in a menu. Hidden, it takes no press."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stopReasons")
        self._drug = ""
        self._words = Text(parent=self)
        self._chips = {reason: self._chip(reason_word(reason), f"stopReason_{reason}") for reason in ASKED}
        for reason, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, said=reason: self.chosen.emit(said.value))
        self._more = self._chip(self.tr("More"), "stopReasonMore", tail="chevron")
        self._more.clicked.connect(self._offer_rest)
        self.hide()

    def _chip(self, word: str, name: str, tail: str | None = None) -> Button:
        return Button(word, Kind.SOFT, name=name, size=13, pad=10, inset=7, tail=tail, parent=self)

    def ask(self, drug: str) -> None:
        """Ask about a drug that was stopped; nobody has to answer."""
        self._drug = drug
        self.setAccessibleName(self.tr("{drug} is recorded as completed. Another reason?").format(drug=drug))
        for reason, chip in self._chips.items():
            chip.setAccessibleName(
                self.tr("{drug} stopped: {reason}").format(drug=drug, reason=reason_word(reason))
            )
        self._more.setAccessibleName(self.tr("More reasons why {drug} was stopped").format(drug=drug))
        self.show()
        self._place()

    def _place(self) -> None:
        """From the right: the menu, then whole chips; the drug's name is never cut."""
        if not self._drug:
            return
        self._more.set_text(self.tr("More"), self._more.accessibleName())
        more, gap = self._more.sizeHint().width(), theme.px(6)
        first = next(iter(self._chips.values())).sizeHint().width() + gap
        room: float = self.width() - more - theme.px(40)
        words = _told(self._drug, self.tr("stopped:"), room - first)
        room = room - runs_width(words) if words else 0
        shown: list[Button] = []
        for chip in self._chips.values():
            room -= chip.sizeHint().width() + gap
            chip.setVisible(room >= 0)
            if room >= 0:
                shown.append(chip)
        self._more.setVisible(len(shown) < len(self._chips))
        if not shown:
            # Alone, “More” would not say of what.
            self._more.set_text(self.tr("Why stopped?"), self._more.accessibleName())
            words = _told(self._drug, "", self.width() - self._more.sizeHint().width() - theme.px(40))
        left = self._row([*shown, *([self._more] if len(shown) < len(self._chips) else [])])
        self._words.set_runs(words)
        width = self._words.sizeHint().width()
        self._words.setGeometry(left - width - theme.px(10), 0, width, self.height())
        self.update()

    def _row(self, buttons: Sequence[Button]) -> int:
        """Set buttons against the right end; returns where they begin."""
        x = self.width() - 6
        for button in reversed(buttons):
            wide = button.sizeHint().width()
            x -= wide
            button.setGeometry(x, 0, wide, self.height())
            x -= theme.px(6)
        return x + theme.px(6)

    def _offer_rest(self) -> None:
        menu = Menu("stopReasonMenu", self)
        for reason, chip in self._chips.items():
            if chip.isHidden():
                menu.add(reason_word(reason), partial(self.chosen.emit, reason.value))
        menu.open_under(self._more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        left = self._words.x() - theme.px(14) if self._words.runs() else self._more.x() - 6
        box = QRectF(left, 0, self.width() - left, self.height())
        paint_ground(QPainter(self), box, QColor(colours.surface), QColor(colours.line))


def _told(drug: str, stopped: str, room: float) -> tuple[Run, ...]:
    """The drug and what became of it; in a narrow place the drug alone, smaller before it would be cut."""
    whole = (Run(drug, 14, theme.STRONG), Run(stopped, 14, role="quiet", gap=5))
    if stopped and runs_width(whole) <= room:
        return whole
    alone = whole[0]
    while alone.size > SMALLEST and alone.width() > room:
        alone = replace(alone, size=alone.size - 0.5)
    return (alone,) if alone.width() <= room else ()
