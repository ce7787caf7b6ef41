"""Print a ticket: what it will look like, where it goes, how many, on which paper and in which language."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import (
    Button,
    DialogFrame,
    IconButton,
    Kind,
    Paragraph,
    PrimaryButton,
    QuietButton,
    Text,
)
from nursedesk.ui.kit.scroll import ScrollArea
from nursedesk.ui.tickets.print_fields import PrintFields, PrintForm

SIZE = QSize(1080, 800)
_PREVIEW = 560
"""Design pixels of a page's width."""
_SIDE, _BETWEEN = 28, 24
"""Margin of the dialog, and between fields and page, px."""


@dataclass(frozen=True, slots=True)
class PrintActions:
    """What the dialog asks of the desk."""

    render: Callable[[PrintForm, int, int], tuple[QImage, int]]
    """(form, page, width in px) → the page and how many there are."""
    trouble: Callable[[str], str]
    """What is wrong with a printer's queue right now; empty when nothing is known to be."""


class PrintDialog(DialogFrame):
    """Emits what is to be printed, or that a PDF is wanted; the chosen printer is remembered by the caller."""

    print_pressed = Signal(object)
    """A `PrintForm`."""
    pdf_pressed = Signal(object)

    def __init__(
        self, host: QWidget, title: str, printers: tuple[str, ...], form: PrintForm, actions: PrintActions
    ) -> None:
        super().__init__(host, name="printDialog", title=title, size=SIZE * theme.scale(), clear_top=bar_height())
        self._actions, self._page, self._pages = actions, 1, 1
        self._fields = PrintFields(printers, form)
        self._said = Paragraph("", 15, role="needs_stop_text")
        self._said.setObjectName("printSaid")
        self._lay_out()
        self._fields.printer_changed.connect(self._look_at_queue)
        self._fields.page_changed.connect(lambda: self._show_page(1))
        self._look_at_queue()
        self._show_page(1)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._picture = QLabel()
        self._picture.setObjectName("printPreview")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._before = IconButton("back", name="printPageBefore", spoken=self.tr("Page before"))
        self._after = IconButton("forward", name="printPageAfter", spoken=self.tr("Page after"))
        self._before.clicked.connect(lambda: self._show_page(self._page - 1))
        self._after.clicked.connect(lambda: self._show_page(self._page + 1))
        self._number = Text("", 14, role="quiet")
        # Below the page that it turns, in sight however far the fields are scrolled.
        turning = QHBoxLayout()
        turning.setSpacing(12)
        turning.addStretch(1)
        for part in (self._before, self._number, self._after):
            turning.addWidget(part)
        turning.addStretch(1)
        self._held = held = QHBoxLayout()
        held.setContentsMargins(_SIDE, 16, _SIDE, 12)
        held.setSpacing(_BETWEEN)
        self._frame = ScrollArea(self._picture)
        # Always there: one that came and went would change the width it depends on.
        self._frame.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._frame.viewport().installEventFilter(self)
        self._area = ScrollArea(self._fields)
        self._area.setObjectName("printFieldsArea")
        self._area.installEventFilter(self)
        held.addWidget(self._area, 2)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._frame, 1)
        right.addLayout(turning)
        held.addLayout(right, 4)
        self.body.addLayout(held, 1)
        # Over the press it is about, in sight also where the fields scroll.
        self._said.setContentsMargins(28, 0, 28, 0)
        self.body.addWidget(self._said)
        cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="printCancel")
        cancel.clicked.connect(self.cancelled)
        pdf = QuietButton(self.tr("Save as PDF"), icon="pdf", name="printPdfButton")
        pdf.clicked.connect(lambda: self.pdf_pressed.emit(self.form()))
        self.print_button = PrimaryButton(
            self.tr("Print"), name="printNowButton", icon="print", size=17, height=60
        )
        self.print_button.clicked.connect(lambda: self.print_pressed.emit(self.form()))
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.foot.addWidget(pdf)
        self.foot.addWidget(self.print_button)

    def form(self) -> PrintForm:
        """What is chosen now."""
        return self._fields.form()

    def say(self, sentence: str) -> None:
        """What became of it, or what is wrong."""
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))

    def _look_at_queue(self) -> None:
        printer = self.form().printer
        self.print_button.setEnabled(bool(printer))
        self.say(self._actions.trouble(printer) if printer else self.tr("No printer: the PDF always works."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is as wide as its frame, so that nothing of it is out of sight at the right."""
        if event.type() is QEvent.Type.Resize and watched is self._area:
            self._place_fields()
        elif event.type() is QEvent.Type.Resize and self._width() != self._picture.pixmap().width():
            self._show_page(self._page)
        return super().eventFilter(watched, event)

    def _place_fields(self) -> None:
        """Where the height does not have four fields they have half the width, and stand beside each other."""
        height = self._area.height()
        low = self._fields.tall(4) > height
        self._held.setStretch(0, 3 if low else 2)
        self._held.setStretch(1, 3 if low else 4)
        half = (self.panel.width() - 2 * _SIDE - _BETWEEN) // 2
        self._fields.place(half if low else self._area.width(), height)

    def _width(self) -> int:
        room = self._frame.viewport().width()
        return min(theme.px(_PREVIEW), room) if self.isVisible() and room > 0 else theme.px(_PREVIEW)

    def _show_page(self, page: int) -> None:
        width = self._width()
        image, self._pages = self._actions.render(self.form(), page, width)
        self._page = min(max(page, 1), self._pages)
        self._picture.setPixmap(_edged(QPixmap.fromImage(image)))
        said = self.tr("Page {page} of {of}").format(page=self._page, of=self._pages)
        self._picture.setAccessibleName(self.tr("Preview, {page}").format(page=said))
        self._number.set_runs(said)
        self._before.setEnabled(self._page > 1)
        self._after.setEnabled(self._page < self._pages)


def _edged(page: QPixmap) -> QPixmap:
    """The page with a line around it: paper is as white as the dialog."""
    painter = QPainter(page)
    painter.setPen(QColor(theme.current().line_strong))
    painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return page
