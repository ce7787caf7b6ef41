"""The manual as a page: short, typeset in the desk's own face and colours."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Panel

COLUMN, MARGIN = 920, 40
NARROW = 560
"""Below this width of the column, px at 100 %, half the air stands around the words and in the tables."""
_SIZES = {0: 15, 1: 30, 2: 20, 3: 17}
_ABOVE = {0: 0, 1: 0, 2: 26, 3: 18}


class HelpPage(QWidget):
    """Renders Markdown given from outside; scrolls with the wheel and the keyboard."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPage")
        self._markdown = markdown
        self._text = QTextBrowser()
        self._text.setObjectName("helpText")
        self._text.setAccessibleName(self.tr("Help"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt sets this range by the width the document had before: nothing lies there.
        aside = self._text.horizontalScrollBar()
        aside.rangeChanged.connect(lambda *_: aside.setRange(0, 0))
        # A command longer than the column breaks inside: nothing of it lies outside.
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self._text)
        panel = Panel("helpPanel")
        panel.setMaximumWidth(theme.px(COLUMN))
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.addStretch(1)
        row.addWidget(panel, 1000)
        row.addStretch(1)
        self._narrow = False
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() - 48 < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._render()

    def _render(self) -> None:
        document = QTextDocument(self._text)
        document.setDefaultFont(theme.font(15))
        document.setMarkdown(self._markdown)
        document.setDocumentMargin(theme.px(MARGIN) / (2 if self._narrow else 1))
        _set_words(document)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame, 5 if self._narrow else 9)
        self._text.setDocument(document)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._render()
        super().changeEvent(event)


def _set_words(document: QTextDocument) -> None:
    """Sizes by heading, strong words in the desk's weight, lines a little apart."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        air = QTextBlockFormat()
        air.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if not block.textList() and QTextCursor(block).currentTable() is None:
            after = block.previous().isValid() and not level and _in_rows(block.previous())
            air.setTopMargin(theme.px(16 if after else _ABOVE.get(level, 18)))
            air.setBottomMargin(theme.px(8))
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(air)
        for bold, typed, start, end in _stretches(block):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_letters(level, bold, typed))
        block = block.next()


def _in_rows(block: QTextBlock) -> bool:
    """Whether a block belongs to a list, or is the empty one that Qt keeps after a table."""
    return block.textList() is not None or not block.text()


def _stretches(block: object) -> list[tuple[bool, bool, int, int]]:
    """(strong, to be typed, from, to) of each run of a block, read before anything changes."""
    found = []
    at = block.begin()  # type: ignore[attr-defined] # QTextBlock.iterator is not in the stubs
    while not at.atEnd():
        piece = at.fragment()
        form, first = piece.charFormat(), piece.position()
        found.append((form.fontWeight() > theme.MEDIUM, form.fontFixedPitch(), first, first + piece.length()))
        at += 1
    return found


def _letters(level: int, bold: bool, typed: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    weight = theme.STRONG if bold or level else theme.MEDIUM if typed else theme.REGULAR
    made.setFont(theme.font(_SIZES.get(level, 15), weight))
    if typed:
        made.setBackground(QBrush(QColor(theme.current().tint)))
    made.setForeground(QBrush(QColor(theme.current().ink)))
    return made


def _set_table(table: QTextTable, air: float) -> None:
    colours = theme.current()
    form = table.format()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setCellPadding(theme.px(air))
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(colours.line)))
    table.setFormat(form)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        shape = head.format()
        shape.setBackground(QBrush(QColor(colours.tint)))
        head.setFormat(shape)
