"""What sign-in and lock stand in: the clock above, beside it what can be pressed before anybody is known."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Clock, Rule
from nursedesk.ui.frame.marks import Drop
from nursedesk.ui.frame.model import ClockFace
from nursedesk.ui.kit import Paragraph, Run, Text
from nursedesk.ui.sign_in.middle import Middle
from nursedesk.ui.sign_in.model import TapRow

if TYPE_CHECKING:
    from nursedesk.ui.kit import Segmented
    from nursedesk.ui.sign_in.tap_panel import TapPanel

MARGIN = 24
ASKS = 400
"""Width the panel that asks is left beside the presses."""
PRESSES = (320, 440)
"""Narrowest and widest list of presses; where the narrowest leaves no room, one of the two is shown at a time."""
ASK, PRESS = "ask", "press"
NO_LIMIT = 16_777_215


class DoorFrame(QWidget):
    """Holds the panel that asks; `tapped` and `who_asked` come from the presses beside it."""

    tapped = Signal(str, str)
    """(encounter, line): pressed before it is known who presses."""
    who_asked = Signal(str, str)
    """(encounter, event of the press)."""
    asked = Signal()
    """The panel that asks is shown again after the presses: the keyboard goes there."""

    def __init__(self, site: str, middle: Middle, verb: str, parent: QWidget | None = None) -> None:
        """`verb` names what the panel is for where it shares its place with the presses."""
        super().__init__(parent)
        self._middle, self._verb, self._shown = middle, verb, ASK
        self._taps: TapPanel | None = None
        self._switch: Segmented | None = None
        self._clock, self._site = Clock(), Paragraph(site, 15, role="quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._body = QHBoxLayout()
        self._body.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        self._body.setSpacing(MARGIN)
        self._body.addWidget(middle, 1)
        self._column.addLayout(self._body, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 20, MARGIN, 12)
        row.setSpacing(12)
        row.addWidget(Drop(32))
        row.addWidget(Text((Run("NurseDesk", 17, theme.STRONG),)))
        row.addWidget(Rule(20))
        row.addWidget(self._site, 1)
        row.addWidget(self._clock)
        return row

    def show_clock(self, shown: ClockFace) -> bool:
        """Show the wall clock; False when it showed that already."""
        return self._clock.show_face(shown)

    def show_site(self, site: str) -> None:
        """Name the suite."""
        self._site.show_text(site)

    def show_taps(self, rows: Sequence[TapRow]) -> None:
        """What can be pressed before anybody has signed in; the list is there only when there is something."""
        if self._taps is None and rows:
            from nursedesk.ui.sign_in.tap_panel import TapPanel  # not before the first paint

            self._taps = TapPanel()
            self._taps.tapped.connect(self.tapped)
            self._taps.who_asked.connect(self.who_asked)
            self._body.insertWidget(0, self._taps)
        if self._taps is not None:
            self._taps.show_rows(rows)
            self._arrange()

    def show_asking(self) -> None:
        """Show the panel that asks, where it shares its place with the presses."""
        self._shown = ASK
        self._arrange()

    def _choose(self, shown: str) -> None:
        self._shown = shown
        self._arrange()
        if shown == ASK:
            self.asked.emit()

    def _arrange(self) -> None:
        taps = self._taps
        if taps is None:
            return
        narrowest, widest = PRESSES
        spare = self.width() / theme.scale() - ASKS - 3 * MARGIN / theme.scale()
        there, shared = bool(taps.rows()), spare < narrowest
        if not (there and shared):
            self._shown = ASK
        self._show_switch(there and shared)
        taps.setVisible(there and (not shared or self._shown == PRESS))
        self._middle.setVisible(self._shown == ASK)
        wide = theme.px(min(max(spare, narrowest), widest))
        taps.setMinimumWidth(0 if shared else wide)
        taps.setMaximumWidth(NO_LIMIT if shared else wide)

    def _show_switch(self, shown: bool) -> None:
        if self._switch is None:
            if not shown:
                return
            from nursedesk.ui.kit import Segmented  # not before the first paint

            press = QCoreApplication.translate("DoorFrame", "Press now")
            spoken = QCoreApplication.translate("DoorFrame", "What is shown")
            self._switch = Segmented(((ASK, self._verb), (PRESS, press)), name="doorSwitch", spoken=spoken)
            self._switch.chosen.connect(self._choose)
            row = QHBoxLayout()
            row.setContentsMargins(MARGIN, 8, MARGIN, 12)
            row.addWidget(self._switch)
            self._column.insertLayout(1, row)
        self._switch.setVisible(shown)
        self._switch.choose(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits typed or scanned over the presses are for the PIN, which is brought back for them."""
        if not (self._shown == PRESS and event.text().isdigit()):
            super().keyPressEvent(event)
            return
        self._choose(ASK)
        asked = QApplication.focusWidget()
        if asked is not None and self._middle.isAncestorOf(asked):
            QApplication.sendEvent(asked, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().canvas))
