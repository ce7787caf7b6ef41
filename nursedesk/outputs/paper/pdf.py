"""The charge ticket as a PDF: text that can be copied out, fonts inside, no patient in its properties."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from nursedesk import __version__
from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import UNITS_PER_INCH, Paper
from nursedesk.outputs.paper.paint import Layout, lay_out, paint_page
from nursedesk.outputs.safe_files import FileNotWritten, check_target, write_file

_TITLE = "Charge ticket"
"""The same for every ticket: file properties are read by indexers and shown in mail."""


def ticket_pdf(sheet: Sheet, path: Path, paper: Paper | str = Paper.LETTER, *, overwrite: bool = False) -> int:
    """Write the form to `path` and return its number of pages. Raises `FileNotWritten` with a sentence."""
    check_target(path, overwrite=overwrite)
    layout = lay_out(sheet, Paper(paper))
    write_file(path, pdf_bytes(layout), overwrite=overwrite)
    return len(layout.pages)


def pdf_bytes(layout: Layout) -> bytes:
    """A laid-out form as the bytes of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_TITLE)
    writer.setCreator(f"NurseDesk {__version__}")
    # A unit of the form is a dot of the page, so that nothing is rounded.
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(page_layout(layout.paper))
    painter = QPainter()
    if not painter.begin(writer):
        raise FileNotWritten("The PDF could not be begun. The record is safe; try again or print the ticket.")
    for number in range(1, len(layout.pages) + 1):
        if number > 1:
            writer.newPage()
        paint_page(painter, layout, number)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def page_layout(paper: Paper) -> QPageLayout:
    """The paper in upright format without margins: the form has its own."""
    width, height = paper.size
    points = QSizeF(width / 20, height / 20)
    size = QPageSize(QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4)
    if not size.isValid():
        size = QPageSize(points, QPageSize.Unit.Point)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
