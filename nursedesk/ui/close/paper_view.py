"""The paper as it will print, drawn by the painter that prints it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme

WAIT_MS = 120
SHARPER = 2
"""The page is drawn so many times as large and then made smaller: at its own size fine print is a smear."""


class PaperView(QWidget):
    """A whole page, as large as the room allows; drawn once for what it shows and the width it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketPreview")
        self.setAccessibleName(self.tr("Preview of the ticket"))
        self.setMinimumSize(QSize(200, 260))
        self._render: Callable[[int], QImage] | None = None
        self._of: tuple[str, object] | None = None
        self._drawn: tuple[tuple[str, object] | None, int] = (None, 0)
        self._image = QImage()
        self._shape = 11 / 8.5
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._draw)

    def show_paper(self, of: tuple[str, object], render: Callable[[int], QImage]) -> None:
        """Draw with this painter (width in device pixels → a page), once for each `of` (visit, what it says).

        It is drawn after the page itself, so that no press waits for it; another visit's paper is gone at once.
        """
        if self._of is None or self._of[0] != of[0]:
            self._image = QImage()
            self.update()
        self._of, self._render = of, render
        if self.isVisible():
            self._settled.start(0)

    def drawing(self) -> bool:
        """Whether it is still to be drawn."""
        return self._settled.isActive()

    def _page(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        width = min(room.width(), room.height() / self._shape)
        return QRectF(room.center().x() - width / 2, room.top(), width, width * self._shape)

    def _draw(self) -> None:
        width = max(round(self._page().width() * self.devicePixelRatioF()), 200)
        if self._render is None or self._drawn == (self._of, width) or not self.isVisible():
            return
        image = self._render(width * SHARPER)
        if image.width():
            self._shape = image.height() / image.width()
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        self._drawn, self._image = (self._of, width), image
        self.update()

    def showEvent(self, event: object) -> None:
        self._settled.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settled.start(WAIT_MS)

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
