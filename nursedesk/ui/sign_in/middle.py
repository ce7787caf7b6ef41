"""The middle of sign-in and lock: one panel, as large as wished where there is room, scrolled where not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme

BAR, SLIVER = 14, 64
"""What a scroll bar takes of the width; less than this beside the panel and it takes the whole width; px."""


class Middle(QWidget):
    """Keeps a panel a little above the middle."""

    roomed = Signal(int, int)
    """(width, height) px there are now, before the panel takes of them what it wishes."""

    def __init__(self, panel: QWidget, wished: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel, self._wished, self._scrolls = panel, wished, False
        self._room = QWidget()
        column = QVBoxLayout(self._room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._room)
        panel.installEventFilter(self)

    def wish(self, sides: tuple[int, int]) -> None:
        """How wide and tall the panel would be, px at 100 %."""
        self._wished = sides
        self._fit()

    def _fit(self) -> None:
        """Never wider than the screen; never lower than what it asks."""
        wide, tall = (theme.px(side) for side in self._wished)
        if wide < self.width() < wide + SLIVER:
            wide = self.width()
        width, room = min(wide, self.width()), self.height()
        least = self._least(width)
        if least > room > 0:
            width = min(wide, self.width() - BAR)
            least = self._least(width)
        self._panel.setFixedSize(width, max(min(tall, room), least))
        if least > room > 0 and not self._scrolls and self.isVisible():
            self._scroll()

    def _least(self, width: int) -> int:
        """What is asked, with its sentences wrapped as they are at this width."""
        least, inside = self._panel.minimumSizeHint().height(), self._panel.layout()
        if inside is not None and inside.hasHeightForWidth():
            least = max(least, inside.minimumHeightForWidth(width))
        return least

    def _scroll(self) -> None:
        """Made only where it is needed: a scroll area would cost the first page a tenth of its time."""
        from nursedesk.ui.frame.scrolled import scrolled

        self._scrolls = True
        self._whole.removeWidget(self._room)
        self._whole.addWidget(scrolled(self._room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is asked has changed, as from a password to a PIN with its keypad."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._panel:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.roomed.emit(self.width(), self.height())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
