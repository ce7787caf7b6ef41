"""Print a ticket: what it will look like, where it goes, how many, on which paper and in which language."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import (
    Button,
    ComboField,
    DialogFrame,
    IconButton,
    Kind,
    Paragraph,
    PrimaryButton,
    QuietButton,
    Text,
)
from nursedesk.ui.kit.scroll import Fluid, ScrollArea

SIZE = QSize(1080, 800)
MOST_COPIES = 5
_PREVIEW = 560
"""Design pixels of a page's width."""


@dataclass(frozen=True, slots=True)
class PrintForm:
    """What was chosen."""

    printer: str = ""
    copies: int = 1
    paper: str = "letter"
    language: str = "en"


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
        # A printer that this station prints on stays in the list when it is not there: it is said, not replaced.
        names = printers if form.printer in ("", *printers) else (form.printer, *printers)
        self._printer = ComboField(
            self.tr("Printer"), [(name, name) for name in names], name="printPrinter", hint=self.tr("No printer")
        )
        copies = [(str(count), str(count)) for count in range(1, MOST_COPIES + 1)]
        self._copies = ComboField(self.tr("Copies"), copies, name="printCopies")
        papers = (("letter", self.tr("US Letter")), ("a4", self.tr("A4")))
        self._paper = ComboField(self.tr("Paper"), papers, name="printPaper")
        self._language = ComboField(
            self.tr("Language"), (("en", "English"), ("es", "Español")), name="printLanguage"
        )
        for field, value in (
            (self._printer, form.printer),
            (self._copies, str(form.copies)),
            (self._paper, form.paper),
            (self._language, form.language),
        ):
            field.choose(value)
        self._said = Paragraph("", 15, role="needs_stop_text")
        self._said.setObjectName("printSaid")
        self._lay_out()
        self._printer.changed.connect(lambda _: self._look_at_queue())
        for field in (self._paper, self._language):
            field.changed.connect(lambda _: self._show_page(1))
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
        # With large text on a small screen the fields scroll: none is squeezed below its height.
        fields = Fluid()
        left = QVBoxLayout(fields)
        left.setContentsMargins(0, 0, 8, 0)
        left.setSpacing(12)
        for field in (self._printer, self._copies, self._paper, self._language):
            left.addWidget(field)
        left.addStretch(1)
        # Below the page that it turns, in sight however far the fields are scrolled.
        turning = QHBoxLayout()
        turning.setSpacing(12)
        turning.addStretch(1)
        for part in (self._before, self._number, self._after):
            turning.addWidget(part)
        turning.addStretch(1)
        held = QHBoxLayout()
        held.setContentsMargins(28, 16, 28, 12)
        held.setSpacing(24)
        self._frame = ScrollArea(self._picture)
        # Always there: one that came and went would change the width it depends on.
        self._frame.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._frame.viewport().installEventFilter(self)
        held.addWidget(ScrollArea(fields), 2)
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
        return PrintForm(
            self._printer.choice(),
            int(self._copies.choice() or 1),
            self._paper.choice() or "letter",
            self._language.choice() or "en",
        )

    def say(self, sentence: str) -> None:
        """What became of it, or what is wrong."""
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))

    def _look_at_queue(self) -> None:
        printer = self._printer.choice()
        self.print_button.setEnabled(bool(printer))
        self.say(self._actions.trouble(printer) if printer else self.tr("No printer: the PDF always works."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is as wide as its frame, so that nothing of it is out of sight at the right."""
        if event.type() is QEvent.Type.Resize and self._width() != self._picture.pixmap().width():
            self._show_page(self._page)
        return super().eventFilter(watched, event)

    def _width(self) -> int:
        room = self._frame.viewport().width()
        return min(theme.px(_PREVIEW), room) if self.isVisible() and room > 0 else theme.px(_PREVIEW)

    def _show_page(self, page: int) -> None:
        width = self._width()
        image, self._pages = self._actions.render(self.form(), page, width)
        self._page = min(max(page, 1), self._pages)
        self._picture.setPixmap(QPixmap.fromImage(image))
        said = self.tr("Page {page} of {of}").format(page=self._page, of=self._pages)
        self._picture.setAccessibleName(self.tr("Preview, {page}").format(page=said))
        self._number.set_runs(said)
        self._before.setEnabled(self._page > 1)
        self._after.setEnabled(self._page < self._pages)
