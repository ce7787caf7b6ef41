"""The frame of a dialog: a frameless child over a flat scrim, so that the clock above stays in sight."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.buttons import PAD, Button, IconButton, Kind
from nursedesk.ui.kit.panel import HEAD, Panel
from nursedesk.ui.kit.surface import hairline
from nursedesk.ui.kit.text import Paragraph, Text

EDGE = 28
"""Where words, fields and buttons begin and end, left and right, px."""
SCRIM, DARK_SCRIM = QColor(18, 33, 46, 107), QColor(0, 0, 0, 150)


class DialogFrame(QWidget):
    """A scrim with one panel in it: `head` and `foot` rows, `body` between. Esc emits `cancelled`.

    It covers its parent (`clear_top` px of it stay free) and follows its size; the caller shows and hides it.
    """

    cancelled = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        title: str,
        size: QSize,
        lead: str = "",
        note: str = "",
        clear_top: int = 0,
    ) -> None:
        super().__init__(parent)
        self._host, self._size, self._clear = parent, QSize(size), clear_top
        self._hugged: QWidget | None = None
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.panel = Panel(f"{name}_panel", parent=self)
        head, body, foot = QWidget(self.panel), QWidget(self.panel), QWidget(self.panel)
        self.head, self.foot, self.body = QHBoxLayout(head), QHBoxLayout(foot), QVBoxLayout(body)
        self._ends = head, foot
        head.setFixedHeight(max(theme.px(HEAD), HEAD))
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._titles(name, title, lead, note)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row, margins in ((self.head, (EDGE, 0, 16, 0)), (self.foot, (EDGE, 14, EDGE, 14))):
            row.setContentsMargins(*margins)
            row.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        column.addWidget(foot)
        self.body.setContentsMargins(0, 0, 0, 0)
        parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cover()

    def _titles(self, name: str, title: str, lead: str, note: str) -> None:
        if lead:
            self.head.addWidget(Text(lead, 34, theme.STRONG))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(title, 20, theme.STRONG)
        self.note = Paragraph(note, 13, role="quiet")
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.note)
        self.note.setVisible(bool(note))
        words.addStretch()
        self.head.addLayout(words, 1)
        away = IconButton("cross", name=f"{name}_away", spoken=self.tr("Close without saving"), plain=True)
        away.clicked.connect(self.cancelled)
        self.head.addWidget(away)

    def _cover(self) -> None:
        self.setGeometry(0, self._clear, self._host.width(), self._host.height() - self._clear)
        width = min(self._size.width(), self.width() - 32)
        head, foot = self._ends
        if self.note.isVisibleTo(self):  # it wraps where it is long
            words = self.head.totalHeightForWidth(width)
            one_line = self.title.sizeHint().height() + 1.5 * self.note.fontMetrics().lineSpacing()
            if words > one_line:
                head.setFixedHeight(words + theme.px(20))
        if self._hugged is not None:
            around = head.minimumHeight() + foot.sizeHint().height()
            self._size.setHeight(around + _tall(self._hugged, width))
        height = min(self._size.height(), self.height() - 24)
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def wish_height(self, height: int) -> None:
        """Be another height, px, as far as the host has it."""
        if height != self._size.height():
            self._size.setHeight(height)
            self._cover()

    def hug(self, content: QWidget) -> None:
        """Be as high as `content`, which fills the body, asks for; to be called again when it asks for more."""
        self._hugged = content
        self._cover()

    def showEvent(self, event: QShowEvent) -> None:
        """Words at the foot's left begin where the fields do, so a button without a ground stands further out."""
        super().showEvent(event)
        margins = self.foot.contentsMargins()
        if margins.left() == EDGE and _starts_plain(self.foot):
            margins.setLeft(EDGE - theme.px(PAD))
            self.foot.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the dialog: what lies under the scrim is not to be reached."""
        at: QWidget | None = self.focusWidget() or self
        start = at
        while at is not None:
            at = at.nextInFocusChain() if forward else at.previousInFocusChain()
            if at is start:
                return False
            if at is not None and at is not self and self.isAncestorOf(at) and _takes_tab(at):
                at.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press beside the panel must not reach the page below, and must not lose what was typed

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the dark a panel is as dark as what it covers: there it has an edge, and the page is darker."""
        painter, colours = QPainter(self), theme.current()
        dark = QColor(colours.surface).lightnessF() < 0.5
        painter.fillRect(self.rect(), DARK_SCRIM if dark else SCRIM)
        if dark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours.line_strong))
            painter.setBrush(QColor(colours.line_strong))
            painter.drawRoundedRect(self.panel.geometry().adjusted(-1, -1, 0, 0), 11, 11)


def _tall(content: QWidget, width: int) -> int:
    """What a widget asks for at a width, px."""
    layout = content.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return content.sizeHint().height()


def _starts_plain(row: QLayout) -> bool:
    """Whether a row of a foot begins with a button of words alone."""
    first = row.itemAt(0)
    if first is None:
        return False
    inner, button = first.layout(), first.widget()
    return (
        _starts_plain(inner) if inner is not None else isinstance(button, Button) and button.kind() is Kind.PLAIN
    )


def _takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can land on a widget; one that passes the focus on is reached through its proxy."""
    if widget.focusProxy() is not None or not (widget.isVisible() and widget.isEnabled()):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


class Foot(QWidget):
    """A row with a hairline above it, for the foot of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 16, 24, 16)
        self.row.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), QRectF(self.rect()).left(), self.width(), 0, theme.current())
