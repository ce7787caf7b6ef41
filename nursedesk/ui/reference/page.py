"""The reference: codes and topics with a search on the left, the chosen page on the right."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from nursedesk.coding.reference import Reference
from nursedesk.coding.rulebook import Rulebook
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.reference_page import Page
from nursedesk.ui import theme
from nursedesk.ui.kit import Panel, Paragraph, ScrollArea, SearchField, Text
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.reference.document import document_of
from nursedesk.ui.reference.minutes import MinutesStrip
from nursedesk.ui.reference.page_list import PageList
from nursedesk.ui.reference.rows import Row, found, rows_of

LIST, COLUMN, MARGIN = 350, 1000, 32
NARROW = 540
"""Below this width, px at 100 % text, tables become lines."""
_LEFT_TO_THE_AREA = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageText(QTextBrowser):
    """The sections of a page at their full height: the area around it scrolls."""

    looked_at = Signal(QRect)
    """Where the keyboard has gone to a link."""
    stepped = Signal(int)
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referenceText")
        self._shown: tuple[Page, frozenset[str]] | None = None
        self._narrow = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionChanged.connect(lambda: self.looked_at.emit(self.cursorRect()))

    def show_page(self, page: Page, linked: frozenset[str]) -> None:
        """Show the sections of a page."""
        self._shown = (page, linked)
        self.setAccessibleName(f"{page.key}, {page.title}")
        self._write(self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.viewport().width() < theme.px(NARROW)

    def _write(self, narrow: bool) -> None:
        if self._shown is not None:
            page, linked = self._shown
            self._narrow = narrow
            self.setDocument(document_of(page, linked, narrow=narrow, parent=self))
            self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow() != self._narrow:
            self._write(self._is_narrow())
        elif event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _LEFT_TO_THE_AREA:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)


class ReferencePage(QWidget):
    """Works out every page from the reference and the rule book it is given."""

    shown = Signal(str)
    """The key of the page now on the right."""

    def __init__(
        self, reference: Reference, rulebook: Rulebook, say: Say = english, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("referencePage")
        self._say = say
        self._rows: tuple[Row, ...] = ()
        self._rulebook = rulebook
        self._key = ""
        self._search = SearchField(self.tr("Code, word or topic"), name="referenceSearch")
        self._search.changed.connect(lambda _: self._refresh())
        self._search.entered.connect(lambda _: self._read())
        self._search.edit.installEventFilter(self)
        self._list = PageList()
        self._list.chosen.connect(self.open_page)
        self._nothing = Empty("search", name="referenceNothing")
        self._nothing.say(self.tr("Nothing found"), self.tr("Try a code, or fewer letters."))
        self._code, self._title = Text(size=34, weight=theme.STRONG), Paragraph("", 20, theme.STRONG)
        self._facts = Paragraph("", 14, role="quiet")
        self._minutes = MinutesStrip(say)
        self._text: PageText = PageText()
        self._text.anchorClicked.connect(lambda link: self.open_page(QUrl(link).toString()))
        self._area = self._make_area()
        self._text.looked_at.connect(self._follow)
        self._text.stepped.connect(self._scroll)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 24)
        row.setSpacing(16)
        self._left = self._make_left()
        row.addWidget(self._left)
        right = Panel("referencePanel")
        self._text.focus_changed.connect(lambda has: right.set_edge("action_fill" if has else None))
        inside = QVBoxLayout(right)
        inside.setContentsMargins(1, 2, 2, 2)
        inside.addWidget(self._area)
        row.addWidget(right, 1)
        self.setFocusProxy(self._search)
        self.show_rules(reference, rulebook)

    def _make_left(self) -> QWidget:
        left = Panel("referenceIndex")
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 16, 1, 1)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(19, 0, 19, 0)
        head.setSpacing(12)
        head.addWidget(Text(self.tr("Reference"), 20, theme.STRONG))
        head.addWidget(self._search)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        return left

    def _make_area(self) -> ScrollArea:
        body = QWidget()
        body.setMaximumWidth(theme.px(COLUMN) + 2 * MARGIN)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, 24, MARGIN, MARGIN)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self._code)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addSpacing(theme.px(8))
        column.addWidget(self._minutes)
        column.addSpacing(theme.px(18))
        column.addWidget(self._text)
        column.addStretch(1)
        area = ScrollArea(body)
        area.setObjectName("referenceArea")
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        return area

    def show_rules(self, reference: Reference, rulebook: Rulebook) -> None:
        """Work every page out again, for another profile or newer rule data; the page shown stays."""
        self._rulebook = rulebook
        self._rows = rows_of(reference, rulebook, self._say)
        self._refresh()
        self.open_page(self._key or self._rows[0].page.key)

    def open_page(self, key: str) -> bool:
        """Show a code's or a topic's page; False when there is none of that name."""
        page = next((row.page for row in self._rows if row.page.key == key), None)
        if page is None:
            return False
        self._key = key
        self._list.mark(key)
        self._show(page)
        self._area.verticalScrollBar().setValue(0)
        self.shown.emit(key)
        return True

    def key(self) -> str:
        """The page that is shown."""
        return self._key

    def _show(self, page: Page) -> None:
        code = self._rulebook.codes.get(page.key)
        self._code.set_runs(page.key if code is not None else "")
        self._code.setVisible(code is not None)
        self._title.show_text(page.title)
        self._facts.show_text("\n".join(" · ".join(part) for part in (page.facts[:2], page.facts[2:])))
        self._facts.setVisible(bool(page.facts))
        self._minutes.show_code(code, self._rulebook)
        self._text.show_page(page, frozenset(self._rulebook.codes))

    def _refresh(self) -> None:
        rows = found(self._rows, self._search.text())
        self._list.show_rows(rows, self._key)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows and self._search.text() and self._key not in {row.page.key for row in rows}:
            self.open_page(rows[0].page.key)

    def _read(self) -> None:
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, place: QRect) -> None:
        body = self._text.parentWidget()
        if body is None:
            return
        at = self._text.mapTo(body, place.center())
        self._area.ensureVisible(at.x(), at.y(), 0, theme.px(60))

    def _scroll(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * theme.px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list grows a little with the text, and never takes more than its share of a small window."""
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(LIST * (1 + (theme.scale() - 1) * 0.3), self.width() * 0.4)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search walk through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None:
                self._list.step(by)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Links and lines of the text carry the theme's colours, so another theme writes it again."""
        if event.type() == QEvent.Type.PaletteChange and self._key:
            self._show(next(row.page for row in self._rows if row.page.key == self._key))
        super().changeEvent(event)
