"""What all lists have in common: no frame of their own, quiet scrolling, a ring while they have the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem

from nursedesk.ui.kit.focus import ring_view


def as_plain_list(view: QAbstractItemView) -> None:
    """Let the page's ground show through, scroll by pixels, never sideways; rows know where the pointer is."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.viewport().setAutoFillBackground(False)
    ring_view(view)


def row_state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether a row is chosen, and whether the pointer is over a row that is not."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return chosen, bool(option.state & QStyle.StateFlag.State_MouseOver) and not chosen
