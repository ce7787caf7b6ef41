"""The two sides of the dialog: what can be chosen, and what is charted."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui.frame.indicators import Rule
from nursedesk.ui.frame.scrolled import scrolled


def beside(left: QWidget, right: QWidget) -> QWidget:
    """Both with a line between them; the right one scrolls."""
    rule = Rule()
    rule.setMinimumHeight(0)
    rule.setMaximumHeight(16777215)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left, 40)
    row.addWidget(rule)
    row.addWidget(scrolled(right), 60)
    return whole
