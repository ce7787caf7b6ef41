"""The left list of the dialog: last visit, favourites, or what was found; one row is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.record.encounter import Purpose
from nursedesk.ui import theme, words
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.form import Choice
from nursedesk.ui.hang.reading import PUSHES
from nursedesk.ui.kit import ListRow, Run, hairline, paint_icon, paint_list_row, paint_runs, runs_width
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.kit.surface import paint_ground

ROW, HEAD, HEAD_LOW = 60, 40, 30
_SIGN = 14
WITH_WORD = 280
"""Width of the list, before text scale, from which the Start of a row has its word beside its sign."""
SETTLE_MS = 400
"""So long after the list has come up none of its rows is started."""
LEAST_TOGETHER = 14
"""Size under which a dose goes to the second line rather than make drug and dose smaller."""
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading (choice None) or a row."""

    title: str
    choice: Choice | None = None
    facts: str = ""
    favourite: bool = False
    dose: str = ""
    start: str = ""
    """What the press at the end of the row says: it hangs and starts this at once. Empty: the row only chooses."""


def entry(choice: Choice, display: str, *, favourite: bool = False, start: str = "") -> Entry:
    """A row in words: `500 mL · 40 to 200 mL/h in steps · 3 h 30 min`."""
    shown = words.dose(choice.dose) if choice.dose else ""
    return Entry(display, choice, " · ".join(_facts(choice)), favourite, shown, start)


def _facts(choice: Choice) -> list[str]:
    facts = []
    if choice.purpose in (Purpose.HYDRATION, Purpose.CARRIER, Purpose.KEEP_OPEN):
        facts.append(own_words.purpose(choice.purpose).lower())
    if choice.volume is not None:
        facts.append(f"{words.number(choice.volume)}{words.NBSP}mL")
    if choice.rate is not None:
        speed = words.number(choice.rate)
        if choice.then:
            facts.append(own_words.steps(speed, words.number(choice.then[-1]), choice.every))
        elif choice.minutes is None:
            facts.append(f"{speed}{words.NBSP}mL/h")
    if choice.minutes is not None:
        facts.append(words.duration(choice.minutes))
    return facts or [own_words.route(choice.route)]


DRUG = Run("", 17, theme.STRONG)


def whole(shown: Entry, room: float, face: Run = DRUG) -> tuple[Run, ...]:
    """Drug and dose, smaller where they would be cut: half a dose is a wrong dose."""
    size = face.size
    while True:
        first = Run(shown.title, size, face.weight, face.role)
        runs = (first, *((Run(shown.dose, size, gap=9),) if shown.dose else ()))
        if size <= 10 or runs_width(runs) <= room:
            return runs
        size -= 0.5


def start_box(area: QRectF, shown: Entry) -> QRectF:
    """Where the press at the end of a row stands: its sign alone where the drug's name wants room."""
    tall = theme.px(44)
    worded = area.width() >= theme.px(WITH_WORD)
    width = runs_width((_start_run(shown),)) + theme.px(_SIGN + 5 + 26) if worded else tall
    edge = theme.px(14 if worded else 8)
    return QRectF(area.right() - edge - width, area.center().y() - tall / 2, width, tall)


def _start_run(shown: Entry) -> Run:
    return Run(shown.start, 14, theme.STRONG, "action_text")


def paint_start(painter: QPainter, area: QRectF, shown: Entry) -> None:
    """As the board's Start: tinted, with a border, so that it is seen on the tint of a chosen row too."""
    colours, box, run = theme.current(), start_box(area, shown), _start_run(shown)
    paint_ground(painter, box, QColor(colours.action_tint), QColor(colours.action_text), 1.5, 10)
    worded = box.width() > box.height()
    size = theme.px(_SIGN if worded else _SIGN + 4)
    left = box.left() + theme.px(13) if worded else box.center().x() - size / 2
    sign = QRectF(left, box.center().y() - size / 2, size, size)
    push = shown.choice is not None and shown.choice.route in PUSHES
    paint_icon(painter, sign, "push" if push else "play", QColor(colours.action_text), 2)
    if worded:
        cap = QFontMetricsF(run.face()).capHeight()
        paint_runs(painter, QPointF(sign.right() + theme.px(5), box.center().y() + cap / 2), (run,))


def two_lines(shown: Entry, room: float) -> ListRow:
    """Drug and dose over the facts; where both would get small, the dose goes down to the facts, their last off.

    So does what tells two codes of one drug apart. Half a drug or half a dose is never shown, and neither under
    the smallest size there is.
    """
    first, facts = whole(shown, room), shown.facts.split(" · ")
    if shown.dose and first[0].size < LEAST_TOGETHER:
        first, facts = whole(Entry(shown.title), room), [shown.dose, *facts]
    elif " (" in shown.title and first[0].size < LEAST_TOGETHER:
        name, _, told = shown.title.partition(" (")
        first, facts = whole(Entry(name), room), [f"({told}", *facts]
    quiet = Run("", 13, role="quiet")
    while len(facts) > 1 and runs_width((replace(quiet, text=" · ".join(facts)),)) > room:
        facts.pop()
    return ListRow(first, whole(Entry(" · ".join(facts)), room, quiet))


class ChoiceDelegate(QStyledItemDelegate):
    """Headings in quiet; rows with the drug strong, its dose beside it and the facts below."""

    head = HEAD
    """Height of a heading, px at 100 %."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        shown: Entry = index.data(_ENTRY)
        return QSize(200, theme.px(self.head if shown.choice is None else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Entry = index.data(_ENTRY)
        area = QRectF(option.rect)
        if shown.choice is None:
            base = QPointF(area.left() + 24, area.bottom() - theme.px(11))
            paint_runs(painter, base, (Run(shown.title, 13, theme.STRONG, "quiet"),), area.width() - 48)
            hairline(painter, area.left(), area.right(), area.bottom() - 1, theme.current())
            return
        chosen, over = row_state(option)
        end = float(theme.px(44))
        if shown.start:
            end = area.right() - start_box(area, shown).left() + theme.px(26 if chosen else 2)
        room = area.adjusted(0, 0, -end, 0)
        row = two_lines(shown, room.width() - 2 * 24)
        if chosen or over:
            colours = theme.current()
            painter.fillRect(area, QColor(colours.action_tint if chosen else colours.tint))
        paint_list_row(painter, room, row, pad=24, selected=chosen, hovered=over)
        self._mark(painter, area, shown, chosen)

    def _mark(self, painter: QPainter, area: QRectF, shown: Entry, chosen: bool) -> None:
        colours = theme.current()
        hairline(painter, area.left(), area.right(), area.bottom() - 1, colours)
        if shown.start:
            paint_start(painter, area, shown)
            if chosen:
                x = start_box(area, shown).left() - theme.px(26)
                check = QRectF(x, area.center().y() - theme.px(9), theme.px(18), theme.px(18))
                paint_icon(painter, check, "close", QColor(colours.action_text), 2.2)
            return
        if not (chosen or shown.favourite):
            return
        size = theme.px(22 if chosen else 18)
        box = QRectF(area.right() - 20 - size, area.center().y() - size / 2, size, size)
        ink = colours.action_text if chosen else colours.quiet
        paint_icon(painter, box, "close" if chosen else "star", QColor(ink), 2.2 if chosen else 1.75)


class ChoiceList(QListWidget):
    """Emits `chosen(Choice)`; arrows pass over headings, Enter chooses and `entered` moves on.

    A row that says so at its end is started there by one press: `started(Choice)`.
    """

    chosen = Signal(object)
    started = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = QElapsedTimer()
        self._pressed: QListWidgetItem | None = None
        self.setObjectName("choiceList")
        self.setAccessibleName(self.tr("Last visit, favourites and drugs found"))
        self._painter = ChoiceDelegate(self)
        self.setItemDelegate(self._painter)
        as_plain_list(self)
        self.itemClicked.connect(self._take)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_low(self, low: bool) -> None:
        """In a low window a heading is lower."""
        head = HEAD_LOW if low else HEAD
        if head != self._painter.head:
            self._painter.head = head
            self.scheduleDelayedItemsLayout()

    def show_entries(self, entries: Sequence[Entry], chosen: Choice | None) -> None:
        """Show these rows; the chosen one is marked when it is among them."""
        self.clear()
        marked = None
        for shown in entries:
            item = QListWidgetItem(f"{shown.title} {shown.dose} {shown.facts}".strip())
            item.setData(_ENTRY, shown)
            if shown.choice is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
            if marked is None and shown.choice is not None and shown.choice == chosen:
                marked = item
        if marked is not None:
            self.setCurrentItem(marked)

    def first(self) -> Choice | None:
        """The choice of the first row."""
        rows = (self.item(row).data(_ENTRY).choice for row in range(self.count()))
        return next((choice for choice in rows if choice is not None), None)

    def enter(self) -> None:
        """The keyboard comes from the search: take the row that is marked, else the first."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        item = self.currentItem()
        if item is None or item.data(_ENTRY).choice is None:
            first = self.first()
            if first is not None:
                self.chosen.emit(first)

    def mark(self, choice: Choice | None) -> None:
        """Mark a choice's row, without announcing it; None: no row is marked."""
        if choice is None:
            self.setCurrentRow(-1)
            return
        for row in range(self.count()):
            if self.item(row).data(_ENTRY).choice == choice:
                self.setCurrentRow(row)
                return

    def start_of(self, item: QListWidgetItem) -> QRectF:
        """Where a row's own Start is; empty where it has none."""
        shown: Entry = item.data(_ENTRY)
        area = QRectF(self.visualItemRect(item))
        return start_box(area, shown) if shown.start else QRectF()

    def lets_start(self) -> bool:
        """Whether a row can be started yet: the second press of a double one on Hang must not land on a drug."""
        return self._shown.isValid() and self._shown.elapsed() >= SETTLE_MS

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown.start()

    def _start_at(self, event: QMouseEvent) -> QListWidgetItem | None:
        """The row whose own Start lies there."""
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return None
        return item if self.start_of(item).contains(event.position()) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._start_at(event)
        self._pressed = found if self.lets_start() else None
        if found is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found, pressed = self._start_at(event), self._pressed
        self._pressed = None
        if found is None:
            super().mouseReleaseEvent(event)
        elif found is pressed:
            self.setCurrentItem(found)
            self.started.emit(found.data(_ENTRY).choice)

    def _take(self, item: QListWidgetItem) -> None:
        shown: Entry = item.data(_ENTRY)
        if shown.choice is not None:
            self.chosen.emit(shown.choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentItem() is not None:
                self._take(self.currentItem())
                self.entered.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.currentItem() is not None:
            self._take(self.currentItem())
