"""One sentence to the person at the desk, in the top bar; it asks nothing and covers no chair."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.navigation import width
from nursedesk.ui.frame.search import Search
from nursedesk.ui.kit import IconButton, Paragraph, paint_ground, paint_icon

STAYS_MS = 12_000
WIDTH, LEAST, GAP = 760, 420, 16
NARROW = 180
"""Words are not squeezed into less than this, px at 100 %."""
LARGEST, SMALLEST = 14.0, 10.0


class Message(QWidget):
    """Shown when the desk could not do what was asked; goes away by itself or when put away.

    It never lies over a search in use: it waits for its end. Over an idle one it has a button for it.
    """

    find_pressed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("messageStrip")
        self._words = Paragraph("", LARGEST, theme.MEDIUM)
        self._search = host.findChild(Search)
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
        self._waits = self._beside = False
        host.installEventFilter(self)
        if self._search is not None:
            self._search.edit.installEventFilter(self)
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
        """Whether the search, a field or a button here, lies under it."""
        return self._search is not None and not self._beside

    def _place(self) -> None:
        """Between the search and the clock where that is enough; else over the names and the idle search.

        No press of a chair lies under it, and no time. With large text that may be too little: then it covers the
        bar, and can be put away.
        """
        clock = self._host.findChild(QWidget, "clock")
        end = (clock.x() if clock is not None else self._host.width()) - GAP
        after = self._after_search()
        over_the_names = (False, width(), min(end, width() + theme.px(WIDTH)))
        over_the_bar = (False, width(), self._host.width() - GAP)
        beside = ((True, after, end),) if end - after >= theme.px(LEAST) else ()
        for self._beside, left, right in (*beside, over_the_names, over_the_bar):
            self._find.setVisible(self._covers())
            self._row.setContentsMargins(4 if self._covers() else 10, 2, 4, 2)
            self.setGeometry(left, 5, min(right - left, theme.px(WIDTH)), self._host.height() - 10)
            if self._fit():
                return

    def _after_search(self) -> int:
        """Where the search ends in the bar; its left end when there is none to be covered."""
        if self._search is None or not self._search.isVisible():
            return self._host.width()
        return self._search.mapTo(self._host, self._search.rect().topRight()).x() + 3 * GAP

    def _fit(self) -> bool:
        """All of the sentence, smaller where it is long; False when it is cut even so."""
        margins = self._row.contentsMargins()
        buttons = self._away.width() + (self._find.width() + 4 if self._covers() else 0)
        wide = self.width() - margins.left() - margins.right() - buttons - theme.px(30) - 8 - theme.px(8)
        if wide < theme.px(NARROW):
            return False
        size = LARGEST
        while True:
            self._words.setFont(theme.font(size, theme.MEDIUM))
            fits = self._words.heightForWidth(wide) <= self.height() - 4
            if fits or size <= SMALLEST:
                return fits
            size -= 0.5

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is not self._host and event.type() == QEvent.Type.FocusIn and self.isVisible():
            self._waits = self._covers()
            self.setVisible(not self._waits)
        elif watched is not self._host and event.type() == QEvent.Type.FocusOut and self._waits:
            self._place()
            self._show()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_ground(painter, box, QColor(colours.attention_tint), QColor(colours.attention_fill))
        size = theme.px(20)
        left = self._find.geometry().right() + 4 if self._covers() else 14
        mark = QRectF(left, (self.height() - size) / 2, size, size)
        paint_icon(painter, mark, "warn", QColor(colours.attention_text))
