"""A row of tabs with a painted underline; what has no room stands behind one press at its end."""

from functools import partial
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, FocusRing, Kind, Menu

HEIGHT, LOW = 52, 44
_LEAST, _MOST = 8, 14
"""Clear ground beside a word at either side, px before text scale: two words are never nearer than 16."""


class Tabs(QTabBar):
    """Words, the chosen one in action colour with a line under it; a count may stand behind a word.

    Not every tab is offered everywhere, and of those offered not every one has room: the rest is in a menu.
    """

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = float(theme.px(_MOST))
        self._tall = HEIGHT
        self._withheld: set[int] = set()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._ring = FocusRing(self, 6, 8)
        self.more = Button(
            "", Kind.PLAIN, icon="more", name=f"{name}More", spoken=self.tr("More tabs"), pad=12, parent=self
        )
        self.more.hide()
        self.more.clicked.connect(self.open_menu)
        self.currentChanged.connect(lambda _: self.fit())

    def offer(self, index: int, offered: bool) -> None:
        """Whether a tab is there at all."""
        if offered == (index not in self._withheld):
            return
        self._withheld ^= {index}
        self.fit()

    def offered(self) -> list[int]:
        """The tabs that are there, in order, with room or without."""
        return [n for n in range(self.count()) if n not in self._withheld]

    def set_low(self, low: bool) -> None:
        """As low as a press may be, for a low window."""
        tall = LOW if low else HEIGHT
        if tall != self._tall:
            self._tall = tall
            self._lay_out_again()

    def fit(self) -> None:
        """Spend the room there is on the space between the words; what has none goes into the menu."""
        metrics = QFontMetricsF(theme.font(14, theme.STRONG))
        words = {n: metrics.horizontalAdvance(self.tabText(n)) for n in self.offered()}
        if not words:
            return
        shown = self._with_room(words)
        room = self.width() - (0 if len(shown) == len(words) else self._more_width())
        pad = (room - sum(words[n] for n in shown)) / (2 * len(shown))
        pad = min(max(pad, float(theme.px(_LEAST))), float(theme.px(_MOST)))
        changed = abs(pad - self._pad) > 0.5
        self._pad = pad
        # The one that is shown first: a bar never turns to another tab because the chosen one went.
        for index in sorted(range(self.count()), key=lambda n: n not in shown):
            if self.isTabVisible(index) != (index in shown):
                self.setTabVisible(index, index in shown)
                changed = True
        self.more.setVisible(len(shown) < len(words))
        if changed:
            self._lay_out_again()

    def _with_room(self, words: dict[int, float]) -> list[int]:
        """All that fit, from the left; the chosen one is always among them."""
        wide = {n: word + 2 * theme.px(_LEAST) for n, word in words.items()}
        if sum(wide.values()) <= self.width():
            return list(wide)
        room, current = self.width() - self._more_width(), self.currentIndex()
        order = list(wide)
        kept = [n for n, end in zip(order, accumulate(wide.values()), strict=True) if end <= room]
        if current in wide and current not in kept:
            while kept and sum(wide[n] for n in kept) + wide[current] > room:
                kept.pop()
            kept.append(current)
        return kept or [current if current in wide else order[0]]

    def _more_width(self) -> int:
        return self.more.sizeHint().width()

    def _lay_out_again(self) -> None:
        """The bar lays its tabs out again only when told that a text changed."""
        self.updateGeometry()
        self.setTabText(0, self.tabText(0))
        self._place_more()
        self.update()

    def _place_more(self) -> None:
        wide = self._more_width()
        self.more.setGeometry(self.width() - wide, 0, wide, self.height())

    def open_menu(self) -> None:
        """The tabs that have no room."""
        menu = Menu(f"{self.objectName()}Menu", self)
        for index in self.offered():
            if not self.isTabVisible(index):
                menu.add(self.tabText(index), partial(self.setCurrentIndex, index), f"{self.objectName()}_{index}")
        menu.open_under(self.more)

    def setCurrentIndex(self, index: int) -> None:
        """Turn to a tab that is offered; any other is left alone."""
        if index not in self._withheld:
            super().setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through every tab, also those in the menu."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        offered = self.offered()
        if step is None or self.currentIndex() not in offered:
            super().keyPressEvent(event)
            return
        place = offered.index(self.currentIndex()) + step
        if 0 <= place < len(offered):
            self.setCurrentIndex(offered[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self._place_more()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def _height(self) -> int:
        return max(theme.px(self._tall), 44)

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetricsF(theme.font(14, theme.STRONG))
        width = metrics.horizontalAdvance(self.tabText(index)) + 2 * self._pad
        return QSize(int(width), self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(24, self.tabSizeHint(index).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._tab(painter, QRectF(self.tabRect(index)), index, colours)

    def _tab(self, painter: QPainter, rect: QRectF, index: int, colours: theme.Theme) -> None:
        chosen = index == self.currentIndex()
        face = theme.font(14, theme.STRONG if chosen else theme.MEDIUM)
        metrics = QFontMetricsF(face)
        text = metrics.elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, rect.width() - 4)
        painter.setFont(face)
        painter.setPen(QColor(colours.action_text if chosen else colours.quiet))
        x = rect.center().x() - metrics.horizontalAdvance(text) / 2
        painter.drawText(QPointF(x, rect.center().y() + metrics.capHeight() / 2), text)
        if chosen:
            line = QRectF(rect.left() + 4, rect.bottom() - 2, rect.width() - 8, 3)
            painter.fillRect(line, QColor(colours.action_fill))
