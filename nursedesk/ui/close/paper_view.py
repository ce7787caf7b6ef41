"""The paper as it will print, drawn by the painter that prints it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme

WAIT_MS = 120


class PaperView(QWidget):
    """A whole page, as large as the room allows; drawn anew when the room has settled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketPreview")
        self.setAccessibleName(self.tr("Preview of the ticket"))
        self.setMinimumSize(QSize(200, 260))
        self._render: Callable[[int], QImage] | None = None
        self._image = QImage()
        self._shape = 11 / 8.5
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(WAIT_MS)
        self._settled.timeout.connect(self._draw)

    def show_paper(self, render: Callable[[int], QImage]) -> None:
        """Draw with this painter: width in device pixels → a page."""
        self._render = render
        if self.isVisible():
            self._draw()

    def _page(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        width = min(room.width(), room.height() / self._shape)
        return QRectF(room.center().x() - width / 2, room.top(), width, width * self._shape)

    def _draw(self) -> None:
        if self._render is None:
            return
        self._image = self._render(max(round(self._page().width() * self.devicePixelRatioF()), 200))
        if self._image.width():
            self._shape = self._image.height() / self._image.width()
        self.update()

    def showEvent(self, event: object) -> None:
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settled.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page()
        painter.fillRect(page, Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawImage(page, self._image)
        painter.setPen(QColor(colours.line_strong))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))
