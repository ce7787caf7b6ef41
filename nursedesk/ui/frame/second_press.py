"""The second half of a double press belongs to what was there at the first: for a moment nothing else takes it."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme

QUIET_MS = 400
"""So long after a dialog came or went a press there is the second of a double one, or a touch that bounced."""
NEAR = 40
"""How far from the first press that reaches, px at 100 %; beside it every press counts, as of another Stop."""
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)


class SecondPress(QWidget):
    """Lies unseen for a moment where a press made a dialog come or go, and keeps what is pressed there.

    Nothing is kept after a key or a scan.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("secondPress")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.hide)
        # It may be made after the press it is to know of: until there is another, that is where the pointer is.
        self._at: QPoint | None = host.window().mapFromGlobal(QCursor.pos())
        self._since = QElapsedTimer()
        self._since.start()
        self._window: QWindow | None = None
        self._watch()
        self.hide()

    def _watch(self) -> None:
        """Presses are seen where they reach the window, before any widget has them."""
        top = self.window().windowHandle()
        if top is not None and top is not self._window:
            self._window = top
            top.installEventFilter(self)

    def keep(self) -> None:
        """From now on, over whatever lies there by now."""
        self._watch()
        host = self.parentWidget()
        if host is None or self._at is None or self._since.elapsed() >= QUIET_MS:
            return
        reach = theme.px(NEAR)
        centre = host.mapFrom(host.window(), self._at)
        self.setGeometry(QRect(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach))
        self.show()
        self.raise_()
        self._over.start(QUIET_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(event, QMouseEvent):
            self._at = event.position().toPoint()
            self._since.start()
        elif event.type() == QEvent.Type.KeyPress:
            self._at = None
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
