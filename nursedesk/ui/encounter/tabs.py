"""A row of tabs with a painted underline."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import FocusRing

HEIGHT = 52


class Tabs(QTabBar):
    """Words, the chosen one in action colour with a line under it; a count may stand behind a word."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = 12.0
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

    def fit(self, width: int) -> None:
        """Spend the room there is on the space between the words."""
        metrics = QFontMetricsF(theme.font(14, theme.STRONG))
        shown = [n for n in range(self.count()) if self.isTabVisible(n)]
        words = sum(metrics.horizontalAdvance(self.tabText(n)) for n in shown)
        pad = min(max((width - words) / (2 * max(len(shown), 1)), 4.0), theme.px(14))
        if abs(pad - self._pad) > 0.5:
            self._pad = pad
            self.updateGeometry()
            # The bar lays its tabs out again only when told that a text changed.
            self.setTabText(0, self.tabText(0))

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetricsF(theme.font(14, theme.STRONG))
        width = metrics.horizontalAdvance(self.tabText(index)) + 2 * self._pad
        return QSize(round(width), max(theme.px(HEIGHT), 44))

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
