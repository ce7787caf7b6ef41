"""Grounds of a page: panels with a hairline, panels with a state's edge, and the head of a page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.surface import hairline, paint_panel

HEAD, MARGIN = 68, 24


class Panel(QFrame):
    """Surface, radius 10, hairline; `sunk` for a ground behind paper or a picture."""

    def __init__(self, name: str = "", *, ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._edge: str | None = None
        self.setObjectName(name)

    def set_edge(self, role: str | None) -> None:
        """Paint 6 px at the left in a colour role of the theme, or none."""
        if role != self._edge:
            self._edge = role
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        edge = QColor(getattr(colours, self._edge)) if self._edge else None
        paint_panel(painter, QRectF(self.rect()), colours, edge)
        if self._ground != "surface":
            inner = QRectF(self.rect()).adjusted(6 if edge else 1, 1, -1, -1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(getattr(colours, self._ground)))
            painter.setPen(QColor(colours.line))
            painter.drawRoundedRect(inner.adjusted(-0.5, -0.5, 0.5, 0.5), 9, 9)


class EdgePanel(Panel):
    """A panel whose left edge says a state: `role` is a colour role such as `attention_fill`."""

    def __init__(self, role: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.set_edge(role)


class Hairline(QWidget):
    """A 1 px line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), 0, theme.current())


class PageHead(QWidget):
    """The 68 px head of a page: `left` and `right` are rows to put widgets in."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.row = whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(MARGIN) if theme.scale() < 1.5 else MARGIN, 0, MARGIN, 0)
        whole.setSpacing(16)
        self.left = QHBoxLayout()
        self.left.setSpacing(16)
        self.right = QHBoxLayout()
        self.right.setSpacing(16)
        whole.addLayout(self.left, 1)
        whole.addLayout(self.right)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(HEAD), HEAD))
