"""Menus in the hand of everything else: round, one column that scrolls, beside the button that opened it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import RADIUS, hairline, paint_ground

GAP, AIR = 4, 16
"""Between the button and its menu, and left of the words, px."""
SCROLLER = 24
"""Where a menu that is too high goes on, px at 100 %; `theme.qss` says the same."""
BAR = "topBar"
"""What no menu covers: the clock is in it. A menu that would scrolls instead."""
FRAME = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint


class Menu(QMenu):
    """A menu that goes away when it is closed, unless it is `kept`.

    Rows are measured by the style sheet (`theme.qss`), so that Qt's own keys, scrolling and roles stay; only
    the painting is ours.
    """

    def __init__(self, name: str, parent: QWidget, *, kept: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowFlags(self.windowFlags() | FRAME)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not _masked())
        self.setFont(theme.font(14, theme.MEDIUM))
        if not kept:
            self.aboutToHide.connect(self.deleteLater)

    def add(self, word: str, press: Callable[[], object], name: str = "") -> QAction:
        """A row that does something."""
        action = self.addAction(word)
        action.setObjectName(name)
        action.triggered.connect(lambda: press())
        return action

    def add_choice(self, word: str, chosen: bool, press: Callable[[], object], name: str = "") -> QAction:
        """A row that is one of several; the chosen one has a tick."""
        action = self.add(word, press, name)
        action.setCheckable(True)
        action.setChecked(chosen)
        return action

    def add_heading(self, word: str) -> None:
        """Quiet words over the rows that follow; nothing to press."""
        self.addAction(word).setEnabled(False)

    def add_menu(self, word: str, name: str) -> "Menu":
        """A row that opens another menu beside it."""
        inner = Menu(name, self, kept=True)
        inner.setTitle(word)
        self.addMenu(inner)
        return inner

    def open_under(self, button: QWidget) -> None:
        """Below a button, or above it where there is more room; never over the bar, never out to the right."""
        self.setAccessibleName(button.accessibleName())
        screen = button.screen().availableGeometry()
        window = _on_screen(button.window())
        bar = button.window().findChild(QWidget, BAR)
        if bar is not None and not bar.isAncestorOf(button):
            window.setTop(_on_screen(bar).bottom() + 1)
        self.popup(placed(_on_screen(button), window, screen, self.sizeHint().toTuple()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On X11 round by a mask: without a compositor a see-through window has black corners."""
        super().resizeEvent(event)
        if not _masked():
            return
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        if _masked():
            painter.fillRect(self.rect(), QColor(colours.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = QColor(colours.line_strong)
        paint_ground(painter, QRectF(self.rect()), QColor(colours.surface), border, 1, RADIUS)
        painter.setClipRect(self.rect().adjusted(1, RADIUS // 2, -1, -(RADIUS // 2)))
        for action in self.actions():
            row = self.actionGeometry(action)
            if not event.rect().intersects(row):
                continue
            if action.isSeparator():
                hairline(painter, row.left() + AIR / 2, row.right() - AIR / 2, row.center().y(), colours)
            else:
                self._paint_row(painter, QRectF(row), action, colours)
        self._paint_more(painter, colours)

    def _paint_more(self, painter: QPainter, colours: theme.Theme) -> None:
        """An arrow where rows lie beyond the menu's end: hover, wheel, arrow keys and a press there scroll."""
        if not self.actions():
            return
        rows = [self.actionGeometry(action) for action in self.actions()]
        tall, side = theme.px(SCROLLER), theme.px(16)
        ends = (
            (rows[0].top() < 0, 0, "chevron_up"),
            (rows[-1].bottom() > self.height(), self.height() - tall, "chevron"),
        )
        for beyond, top, mark in ends:
            if beyond:
                area = QRectF(1, top + 1, self.width() - 2, tall - 2)
                painter.fillRect(area, QColor(colours.surface))
                at = area.center()
                box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
                paint_icon(painter, box, mark, QColor(colours.quiet))

    def _paint_row(self, painter: QPainter, row: QRectF, action: QAction, colours: theme.Theme) -> None:
        live, at = action.isEnabled(), action is self.activeAction()
        if at and live:
            edge = QColor(colours.action_fill) if colours.outlined else None
            paint_ground(painter, row, QColor(colours.action_tint), edge, 2, RADIUS - 3)
        ink = QColor(theme.hint(colours) if not live else colours.action_text if at else colours.ink)
        painter.setPen(ink)
        painter.setFont(theme.shared_font(14, theme.MEDIUM))
        words = row.adjusted(theme.px(AIR), 0, -theme.px(AIR), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, action.text())
        side = theme.px(18)
        mark = QRectF(row.right() - theme.px(12) - side, row.center().y() - side / 2, side, side)
        if action.menu() is not None:
            paint_icon(painter, mark, "chevron_right", ink if at or not live else QColor(colours.quiet))
        elif action.isChecked():
            paint_icon(painter, mark, "close", QColor(colours.action_text), 2.25)


def placed(button: QRect, window: QRect, screen: QRect, size: tuple[int, int]) -> QPoint:
    """Where a menu of `size` (width, height) stands: whole on the screen, if it can be; px of the screen."""
    wide, tall = size
    left, below, above = button.left(), button.bottom() + 1 + GAP, button.top() - GAP - tall
    if left + wide > min(window.right(), screen.right()):
        left = button.right() - wide + 1
    highest, lowest = max(screen.top(), window.top()), screen.bottom() + 1 - GAP - tall
    rightmost = screen.right() + 1 - wide
    top = below if below <= lowest or above < highest else above
    return QPoint(max(min(left, rightmost), screen.left()), max(min(top, lowest), highest))


def _masked() -> bool:
    return QGuiApplication.platformName() == "xcb"


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
