"""The middle of sign-in and lock: one panel, as large as wished where there is room, scrolled where not."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nursedesk.ui import theme

_AIR = 12


class Middle(QScrollArea):
    """Keeps a panel a little above the middle."""

    def __init__(self, panel: QWidget, wished: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel, self._wished = panel, wished
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(_AIR, 0, _AIR, _AIR)
        column.addStretch(2)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(room)
        self.viewport().setAutoFillBackground(False)
        room.setAutoFillBackground(False)
        panel.installEventFilter(self)

    def wish(self, sides: tuple[int, int]) -> None:
        """How wide and tall the panel would be, px at 100 %."""
        self._wished = sides
        self._fit()

    def _fit(self) -> None:
        """Never wider than the screen; never lower than what it asks."""
        wide, tall = (theme.px(side) for side in self._wished)
        room = self.viewport().size()
        least = self._panel.minimumSizeHint().height()
        self._panel.setFixedSize(min(wide, room.width() - 2 * _AIR), max(min(tall, room.height() - _AIR), least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is asked has changed, as from a password to a PIN with its keypad."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._panel:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
