"""The list of today over the page: a row per patient with one press to check in, and a line to type another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.expected.form import ExpectedEntry
from nursedesk.ui.expected.model import ExpectedActions, ExpectedForm, ExpectedRow
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import (
    Button,
    DialogFrame,
    Kind,
    Menu,
    Paragraph,
    QuietButton,
    ScrollArea,
    Text,
    hairline,
)
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.kit.panel import HEAD
from nursedesk.ui.kit.scroll import Fluid

SIZE = QSize(860, 680)
ROW = 64
"""A row's height, px at 100 %."""
TREMBLE_MS = 400
"""A press so soon after the rows have moved up was meant for who was there before."""


class ExpectedItem(QWidget):
    """Time, name, facts, and the two presses."""

    def __init__(self, row: ExpectedRow, number: int, reasons: Sequence[str], side: int) -> None:
        super().__init__()
        self._side = side
        self.setObjectName(f"expectedRow_{number}")
        self.setAccessibleName(", ".join(part for part in (row.time, row.name, row.facts) if part))
        line = QHBoxLayout(self)
        line.setContentsMargins(side, theme.px(8), side, theme.px(8))
        line.setSpacing(theme.px(14))
        time = Text(row.time or "–", 17, theme.STRONG)
        time.setFixedWidth(theme.px(62))
        line.addWidget(time)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(Paragraph(row.name, 15, theme.STRONG))
        if facts := self._facts(row):
            words.addWidget(Paragraph(facts, 13, role="quiet"))
        words.addStretch()
        line.addLayout(words, 1)
        spoken = self.tr("{name} is not coming").format(name=row.name)
        self.drop = Button(self.tr("Not coming"), Kind.PLAIN, name=f"dropExpected_{number}", spoken=spoken, pad=10)
        self.arrive = Button(self._word(row), Kind.START, name=f"arriveExpected_{number}", weight=theme.STRONG)
        self.arrive.setAccessibleName(f"{self._word(row)}, {row.name}")
        self.arrive.setEnabled(bool(row.chair))
        self.reasons = tuple(reasons)
        line.addWidget(self.drop)
        line.addWidget(self.arrive)

    def _word(self, row: ExpectedRow) -> str:
        if not row.chair:
            return self.tr("No free chair")
        return self.tr("Check in · chair {chair}").format(chair=row.chair)

    def _facts(self, row: ExpectedRow) -> str:
        if not row.meant:
            return row.facts
        taken = self.tr("chair {chair} is not free").format(chair=row.meant)
        return " · ".join(part for part in (row.facts, taken) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), self._side, self.width() - self._side, self.height() - 1, theme.current())


class ExpectedDialog(DialogFrame):
    """Stays open until it is closed; a row that was checked in is gone from it."""

    def __init__(self, host: QWidget, actions: ExpectedActions, chairs: Sequence[str]) -> None:
        super().__init__(
            host, name="expectedDialog", title="", size=SIZE * theme.scale(), note=" ", clear_top=bar_height()
        )
        self._actions, self._side = actions, self.head.contentsMargins().left()
        self.title.set_runs(self.tr("Expected today"))
        self.setAccessibleName(self.tr("Expected today"))
        self._rows: tuple[ExpectedRow, ...] | None = None
        self._moved = QElapsedTimer()
        self._list = Fluid()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        inside = Fluid()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._list, 1)
        self._said = Paragraph("", 14, theme.MEDIUM, "quiet")
        self._said.setObjectName("expectedSaid")
        self._said.setContentsMargins(self._side, theme.px(8), self._side, theme.px(8))
        self._scroll = ScrollArea(inside)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._said)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self._form = ExpectedEntry(tuple(chairs), self._side)
        self._form.added.connect(self._add)
        self.foot.addWidget(self._form)
        file = QuietButton(self.tr("Take a CSV file"), icon="folder", name="expectedFileButton")
        file.clicked.connect(self._take_file)
        self.head.insertWidget(self.head.count() - 1, file)
        self._said.hide()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The form below the list; where it would leave the list no two rows, it scrolls with it."""
        self._form.lay_for(self.panel.width())
        tall = self._form.sizeHint().height()
        low = self.panel.height() - theme.px(HEAD) - tall < theme.px(2 * ROW)
        into: QBoxLayout = self._inside if low else self.foot
        if self._form.parentWidget() is not into.parentWidget():
            self._inside.removeWidget(self._form)
            self.foot.removeWidget(self._form)
            into.addWidget(self._form)

    def show_rows(self, rows: Sequence[ExpectedRow], day: str) -> None:
        """Who is not here yet, by time."""
        one, many = self.tr("{day} · 1 not here yet"), self.tr("{day} · {count} not here yet")
        words = many if len(rows) > 1 else one if rows else self.tr("{day} · nobody is expected")
        self.note.show_text(words.format(day=day, count=len(rows)))
        self.note.show()
        if tuple(rows) == self._rows:
            return
        held = self.focusWidget()
        first, fewer = self._rows is None, len(rows) < len(self._rows or ())
        self._rows = tuple(rows)
        if fewer:
            self._moved.start()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, row in enumerate(rows, 1):
            self._column.addWidget(self._item(row, number))
        if not rows:
            self._column.addWidget(self._nobody(), 1)
        else:
            self._column.addStretch(1)
        if not first and held is not None and not held.isVisible():
            self.setFocus()  # never the next row's press: that is somebody else

    def _nobody(self) -> Empty:
        empty = Empty("check_in", name="expectedEmpty")
        empty.say(
            self.tr("Nobody is on the list"), self.tr("Type a name below, or take a CSV file with the day’s list.")
        )
        return empty

    def begin(self) -> None:
        """The keyboard to the name where nobody is on the list; else nowhere: a press checks somebody in."""
        if self._rows:
            self.setFocus()
        else:
            self._form.begin()

    def _item(self, row: ExpectedRow, number: int) -> ExpectedItem:
        item = ExpectedItem(row, number, self._reasons(), self._side)
        item.arrive.clicked.connect(lambda: self._arrive(row))
        item.drop.clicked.connect(lambda: self._offer_reasons(item, row))
        return item

    def _arrive(self, row: ExpectedRow) -> None:
        if not self._moved.isValid() or self._moved.elapsed() >= TREMBLE_MS:
            self._answer(self._actions.arrive(row.entry, row.chair))

    def _reasons(self) -> tuple[str, ...]:
        return self.tr("did not come"), self.tr("moved to another day"), self.tr("on the list by mistake")

    def _offer_reasons(self, item: ExpectedItem, row: ExpectedRow) -> None:
        menu = Menu("dropReasons", self)
        for reason in item.reasons:
            menu.add(reason, partial(self._drop, row.entry, reason))
        menu.open_under(item.drop)

    def _drop(self, entry: str, why: str) -> None:
        self._answer(self._actions.drop(entry, why))

    def _add(self, form: ExpectedForm) -> None:
        refusal = self._actions.add(form)
        self._answer(refusal)
        if not refusal:
            self._form.clear()
        self._form.begin()

    def _take_file(self) -> None:
        self._answer(self._actions.take_file())

    def _answer(self, sentence: str) -> None:
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))
