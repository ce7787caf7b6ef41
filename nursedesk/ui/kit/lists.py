"""What all lists have in common: no frame of their own, quiet scrolling, an edge while they have the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem

from nursedesk.ui import theme

EDGE = 3


def as_plain_list(view: QAbstractItemView) -> None:
    """Let the page's ground show through, scroll by pixels, never sideways; rows know where the pointer is."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.viewport().setAutoFillBackground(False)


def paint_keyboard_edge(view: QAbstractItemView) -> None:
    """Mark a list that has the keyboard, at its left; to be called when its rows are painted."""
    if view.hasFocus():
        edge = QColor(theme.current().action_fill)
        QPainter(view.viewport()).fillRect(0, 0, EDGE, view.viewport().height(), edge)


def row_state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether a row is chosen, and whether the pointer is over a row that is not."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return chosen, bool(option.state & QStyle.StateFlag.State_MouseOver) and not chosen
