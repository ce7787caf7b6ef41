"""Any picture of the desk as a file: PNG, SVG or PDF, by the hand that paints it on the screen."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

Paint = Callable[[QPainter, QRectF], None]
MARGIN = 24.0


class PictureKind(StrEnum):
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def picture_bytes(paint: Paint, width: int, height: int, kind: PictureKind, title: str) -> bytes:
    """The picture in design pixels (PNG twice as fine), on white with a margin. Needs a QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = QSize(width + 2 * round(MARGIN), height + 2 * round(MARGIN))
    inside = QRectF(MARGIN, MARGIN, width, height)
    if kind is PictureKind.PNG:
        _png(buffer, paint, size, inside)
    elif kind is PictureKind.SVG:
        _svg(buffer, paint, size, inside, title)
    else:
        _pdf(buffer, paint, size, inside, title)
    buffer.close()
    return bytes(buffer.data().data())


def _png(buffer: QBuffer, paint: Paint, size: QSize, inside: QRectF) -> None:
    image = QImage(size * 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(2, 2)
    paint(painter, inside)
    painter.end()
    QImageWriter(buffer, QByteArray(b"png")).write(image)


def _svg(buffer: QBuffer, paint: Paint, size: QSize, inside: QRectF, title: str) -> None:
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(size)
    svg.setViewBox(QRectF(0, 0, size.width(), size.height()))
    svg.setTitle(title)
    painter = QPainter(svg)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor("white"))
    paint(painter, inside)
    painter.end()


def _pdf(buffer: QBuffer, paint: Paint, size: QSize, inside: QRectF, title: str) -> None:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(72)
    page = QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    paint(painter, inside)
    painter.end()
