"""A part that scrolls when its room is too small and shows no frame of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(part: QWidget) -> QScrollArea:
    """The part in a scroll area on the ground that lies below."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    area.viewport().setAutoFillBackground(False)
    part.setAutoFillBackground(False)
    return area
