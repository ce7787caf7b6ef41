"""The second half of a double press belongs to what was there at the first: for a moment nothing else takes it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

QUIET_MS = 400
"""So long after a dialog came or went a press is taken for the second of a double one, or a touch that bounced."""


class SecondPress(QWidget):
    """Lies unseen over a whole page for a moment and keeps every press; the keyboard is not held up."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("secondPress")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def keep(self) -> None:
        """From now on, and over whatever lies there by now."""
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())
            self.show()
            self.raise_()
            self._over.start(QUIET_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
