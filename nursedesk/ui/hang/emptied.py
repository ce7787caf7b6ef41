"""A layout without what stood in it."""

from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Take every widget out; it is deleted at the next turn, and until then no name finds it."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            for part in (old, *old.findChildren(QWidget)):
                part.setObjectName("")
            old.deleteLater()
