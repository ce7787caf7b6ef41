"""One sentence to the person at the desk, in the top bar; it asks nothing and covers no chair."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.navigation import width
from nursedesk.ui.frame.search import Search
from nursedesk.ui.kit import IconButton, Paragraph, paint_ground, paint_icon
from nursedesk.ui.kit.panel import HEAD

STAYS_MS = 12_000
WIDTH, GAP = 760, 16
NARROW = 180
"""Words are not squeezed into less than this, px at 100 %."""
SIZE = 14.0


class Place(StrEnum):
    """Where a message stands, the first that holds it whole."""

    BESIDE = "beside"
    """Between the search and the clock: nothing is covered."""
    OVER = "over"
    """Over the names and the idle search, with a button for the search."""
    UNDER = "under"
    """Under the bar, as high as it must be: clock and Saved stay in sight however narrow the window."""


class Message(QWidget):
    """Shown when the desk could not do what was asked; goes away by itself or when put away.

    It never lies over the clock or what is said of saving, nor over a search in use: it waits for its end.
    """

    find_pressed = Signal()

    def __init__(self, bar: QWidget) -> None:
        super().__init__(bar.parentWidget() or bar)
        self._bar = bar
        self.setObjectName("messageStrip")
        self._words = Paragraph("", SIZE, theme.MEDIUM)
        self._search = bar.findChild(Search)
        self._clock = bar.findChild(QWidget, "clock")
        self._find = IconButton("search", name="messageFind", spoken=self.tr("Find"), plain=True)
        self._find.clicked.connect(self.find_pressed)
        self._away = IconButton("cross", name="messageAway", spoken=self.tr("Put this message away"), plain=True)
        self._away.clicked.connect(self.put_away)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self._find)
        row.addSpacing(theme.px(30) + 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._away)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(STAYS_MS)
        self._gone.timeout.connect(self.hide)
        self._waits, self._at = False, Place.BESIDE
        for watched in (bar, self._clock, self._search.edit if self._search is not None else None):
            if watched is not None:
                watched.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; the one before it goes."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self._waits = self._covers() and self._search is not None and self._search.edit.hasFocus()
        if not self._waits:
            self._show()

    def _show(self) -> None:
        self._waits = False
        self.show()
        self.raise_()
        self._gone.start()

    def put_away(self) -> None:
        """It was read."""
        self._waits = False
        self._gone.stop()
        self.hide()

    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return self.accessibleName() if self.isVisible() else ""

    def _covers(self) -> bool:
        """Whether the search, a field or a button here, or what it finds, lies under it."""
        return self._search is not None and self._at is not Place.BESIDE

    def _place(self) -> None:
        """No press of a chair lies under it, and neither the time nor what is said of saving."""
        bar, after = (
            self._bar.geometry() if self._bar is not self.parent() else self._bar.rect(),
            self._after_search(),
        )
        end = (self._clock.x() if self._clock is not None else bar.width()) - GAP
        over, under = min(end, width() + theme.px(WIDTH)), min(bar.width() - width() - 2 * GAP, theme.px(WIDTH))
        places = (
            (Place.BESIDE, after, min(end - after, theme.px(WIDTH))),
            (Place.OVER, width(), over - width()),
            (Place.UNDER, width() + GAP, under),
        )
        for self._at, left, wide in places:
            below = self._at is Place.UNDER
            tall = self._tall(wide)
            if below or (wide >= theme.px(NARROW) and tall <= bar.height() - 10):
                top = bar.bottom() + 1 + GAP // 2 if below else bar.top() + 5
                self.setGeometry(left, top, wide, max(tall, theme.px(HEAD) - GAP) if below else bar.height() - 10)
                self._row.activate()
                return

    def _tall(self, wide: int) -> int:
        """The height a width asks for with every word at full size, px."""
        self._find.setVisible(self._at is Place.OVER and self._search is not None)
        self._row.setContentsMargins(4 if not self._find.isHidden() else 10, 2, 4, 2)
        margins = self._row.contentsMargins()
        buttons = self._away.width() + (0 if self._find.isHidden() else self._find.width() + 4)
        room = wide - margins.left() - margins.right() - buttons - theme.px(30) - 8 - theme.px(8)
        if room < theme.px(NARROW) and self._at is not Place.UNDER:
            return self._bar.height()
        return max(self._words.heightForWidth(max(room, 1)) + theme.px(8), self._away.height() + 4)

    def _after_search(self) -> int:
        """Where the search ends in the bar; its right end when there is none to stand beside."""
        if self._search is None or not self._search.isVisible():
            return self._bar.width()
        return self._search.mapTo(self._bar, self._search.rect().topRight()).x() + 3 * GAP

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar folds when something new is said in it: then the clock moves, and this with it."""
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Move):
            if self.isVisible():
                self._place()
        elif kind == QEvent.Type.FocusIn and self.isVisible():
            self._waits = self._covers()
            self.setVisible(not self._waits)
        elif kind == QEvent.Type.FocusOut and self._waits:
            self._place()
            self._show()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_ground(painter, box, QColor(colours.attention_tint), QColor(colours.attention_fill))
        size = theme.px(20)
        left = 14 if self._find.isHidden() else self._find.geometry().right() + 4
        mark = QRectF(left, (self.height() - size) / 2, size, size)
        paint_icon(painter, mark, "warn", QColor(colours.attention_text))
