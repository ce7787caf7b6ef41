"""A page of the reference as a text document in the desk's face and colours: sections, tables, marks, links."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from nursedesk.coding.reference import Entry, Grade, Section, Source
from nursedesk.outputs.reference_page import Page, sources_of
from nursedesk.outputs.reference_text import OWNERSHIP, corrections_of
from nursedesk.ui import theme
from nursedesk.ui.words import day

GAP, SHORT = 16, 26
"""Px between columns; characters of the longest cell of a column that is never broken."""
NBSP = "\u00a0"
translate = QCoreApplication.translate
_CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")


def document_of(
    page: Page, linked: frozenset[str], *, narrow: bool = False, parent: QObject | None = None
) -> QTextDocument:
    """The page's sections; codes in `linked` lead to their own pages; `narrow` has no room for columns."""
    made = QTextDocument(parent)
    made.setDocumentMargin(0)
    made.setDefaultFont(theme.font(15))
    writer = _Writer(made, page, linked - {page.key}, narrow)
    for section in page.sections:
        writer.section(section)
    writer.corrections()
    writer.sources()
    return made


class _Writer:
    """Writes at the end of a document; numbers sources as they come up."""

    def __init__(self, document: QTextDocument, page: Page, linked: frozenset[str], narrow: bool) -> None:
        self._cursor = QTextCursor(document)
        self._narrow = narrow
        self._page, self._linked = page, linked
        self._numbers = {source.key: number for number, source in enumerate(sources_of(page), 1)}
        self._begun = False

    def section(self, section: Section) -> None:
        self._heading(section.heading)
        if section.columns:
            self._table(section.columns, [(x.cells, x) for x in section.entries])
            return
        for entry in section.entries:
            self._paragraph(0, 5)
            self._words(entry.cells[0])
            self._marks(entry)

    def corrections(self) -> None:
        found = corrections_of(self._page)
        if not found:
            return
        self._heading(translate("Reference", "Corrected, against the fact sheet NurseDesk started from"))
        columns = ("", translate("Reference", "It said"), translate("Reference", "What holds"))
        rows = [((x.id, f"{x.about}: {x.said}", x.holds), Entry((), x.source)) for x in found]
        self._table(columns, rows)

    def sources(self) -> None:
        if self._numbers:
            self._heading(translate("Reference", "Sources"))
            columns = ("", translate("Reference", "Source"), translate("Reference", "As of"))
            rows = [
                (str(number), _titled(source), day(source.as_of))
                for number, source in enumerate(sources_of(self._page), 1)
            ]
            self._table(columns, [(cells, Entry(())) for cells in rows])
        self._paragraph(24, 0)
        self._put(OWNERSHIP, _letters(13, role="quiet"))

    def _heading(self, text: str) -> None:
        self._paragraph(26 if self._begun else 0, 8)
        self._put(text, _letters(17, theme.STRONG))

    def _paragraph(self, above: int, below: int) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(theme.px(above))
        form.setBottomMargin(theme.px(below))
        form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form, _letters(15))
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def _table(self, columns: Sequence[str], rows: Sequence[tuple[tuple[str, ...], Entry]]) -> None:
        if self._narrow:
            self._rows(columns, rows)
            return
        self._paragraph(0, 0)
        table = self._cursor.insertTable(len(rows) + 1, len(columns), _table_form(columns, [x for x, _ in rows]))
        for column, word in enumerate(columns):
            table.cellAt(0, column).setFormat(_cell_form(head=True))
            self._cursor = table.cellAt(0, column).firstCursorPosition()
            self._put(word, _letters(13, theme.STRONG, "quiet"))
        for number, (cells, entry) in enumerate(rows, 1):
            for column, text in enumerate(cells):
                table.cellAt(number, column).setFormat(_cell_form())
                self._cursor = table.cellAt(number, column).firstCursorPosition()
                self._words(text, theme.MEDIUM if column == 0 else theme.REGULAR)
            self._marks(entry)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _rows(self, columns: Sequence[str], rows: Sequence[tuple[tuple[str, ...], Entry]]) -> None:
        """Each row as a few lines: its first cell, then every other one after its column's name."""
        for cells, entry in rows:
            first = True
            for column, cell in zip(columns, cells, strict=True):
                if not cell:
                    continue
                self._paragraph(10 if first else 0, 2)
                if not first and column:
                    self._put(f"{column}:{NBSP}", _letters(13, theme.STRONG, "quiet"))
                self._words(cell, theme.STRONG if first else theme.REGULAR)
                first = False
            self._marks(entry)

    def _words(self, text: str, weight: int = theme.REGULAR) -> None:
        """Text in which codes with a page of their own are links."""
        at = 0
        for found in _CODE.finditer(text):
            if found.group() not in self._linked:
                continue
            self._put(text[at : found.start()], _letters(15, weight))
            self._put(found.group(), _link(found.group()))
            at = found.end()
        self._put(text[at:], _letters(15, weight))

    def _marks(self, entry: Entry) -> None:
        """Quiet after a fact: its rules, its source's number, and what it corrects."""
        rules = "  " + ", ".join(entry.rules) if entry.rules else ""
        source = f"  [{self._numbers[entry.source.key]}]" if entry.source else ""
        self._put(rules + source, _letters(12, theme.MEDIUM, "quiet"))
        if entry.corrects:
            ids = ", ".join(x.id for x in entry.corrects)
            words = translate("Reference", "corrected {ids}").format(ids=ids)
            self._put(f"  {words.replace(' ', NBSP)}", _letters(12, theme.STRONG, "attention_text"))

    def _put(self, text: str, letters: QTextCharFormat) -> None:
        if text:
            self._cursor.insertText(text, letters)


def _letters(size: float, weight: int = theme.REGULAR, role: str = "ink") -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(size, weight))
    made.setForeground(QBrush(QColor(getattr(theme.current(), role))))
    return made


def _link(code: str) -> QTextCharFormat:
    made = _letters(15, theme.STRONG, "action_text")
    made.setAnchor(True)
    made.setAnchorHref(code)
    return made


def _table_form(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setHeaderRowCount(1)
    form.setColumnWidthConstraints([_length([row[i] for row in (columns, *rows)]) for i in range(len(columns))])
    return form


def _length(cells: Sequence[str]) -> QTextLength:
    """A column of short cells is as wide as the longest; the others share what is left."""
    longest = max(cells, key=len)
    if len(longest) > SHORT / theme.scale():
        return QTextLength(QTextLength.Type.VariableLength, 0)
    width = max(theme.advance(cell, 15, theme.STRONG) for cell in cells)
    return QTextLength(QTextLength.Type.FixedLength, width + theme.px(GAP) + 2)


def _cell_form(head: bool = False) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(QBrush(QColor(theme.current().line)))
    form.setTopPadding(theme.px(4 if head else 8))
    form.setBottomPadding(theme.px(6 if head else 8))
    form.setRightPadding(theme.px(GAP))
    return form


def _titled(source: Source) -> str:
    words: Mapping[Grade, str] = {
        Grade.SECONDARY: translate("Reference", "quoted by another"),
        Grade.UNVERIFIED: translate("Reference", "not verified"),
    }
    word = words.get(source.grade)
    return f"{source.title} ({word})" if word else source.title
