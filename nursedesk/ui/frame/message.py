"""One sentence to the person at the desk, in the top bar; it asks nothing and covers no chair."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import IconButton, Paragraph, paint_ground, paint_icon

STAYS_MS = 12_000
WIDTH, LEFT, GAP = 760, 96, 16
LARGEST, SMALLEST = 14.0, 10.0


class Message(QWidget):
    """Shown when the desk could not do what was asked; goes away by itself or when put away."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("messageStrip")
        self._words = Paragraph("", LARGEST, theme.MEDIUM)
        self._away = IconButton("cross", name="messageAway", spoken=self.tr("Put this message away"), plain=True)
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + theme.px(30), 2, 4, 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._away)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(STAYS_MS)
        self._gone.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; the one before it goes."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._gone.start()

    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return self.accessibleName() if self.isVisible() else ""

    def _place(self) -> None:
        """Over the names at the left, up to the clock: no press of a chair lies under it, and no time.

        With large text that may be too little: then it covers the bar, and can be put away.
        """
        clock = self._host.findChild(QWidget, "clock")
        room = (clock.x() if clock is not None else self._host.width()) - LEFT - GAP
        self.setGeometry(LEFT, 5, min(theme.px(WIDTH), room), self._host.height() - 10)
        if not self._fit():
            self.setGeometry(LEFT, 5, self._host.width() - LEFT - GAP, self._host.height() - 10)
            self._fit()

    def _fit(self) -> bool:
        """All of the sentence, smaller where it is long; False when it is cut even so."""
        row = self.layout()
        beside = row.contentsMargins() if row is not None else self.contentsMargins()
        wide = self.width() - beside.left() - beside.right() - self._away.width() - theme.px(8)
        size = LARGEST
        while True:
            self._words.setFont(theme.font(size, theme.MEDIUM))
            fits = self._words.heightForWidth(wide) <= self.height() - 4
            if fits or size <= SMALLEST:
                return fits
            size -= 0.5

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_ground(painter, box, QColor(colours.attention_tint), QColor(colours.attention_fill))
        size = theme.px(20)
        mark = QRectF(16, (self.height() - size) / 2, size, size)
        paint_icon(painter, mark, "warn", QColor(colours.attention_text))
