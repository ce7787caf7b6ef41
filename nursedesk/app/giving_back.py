"""The keyboard goes back to where it was before a dialog lay over the desk."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_back(before: QWidget | None, host: QWidget) -> None:
    """The keyboard goes back to what had it before a dialog; when that is gone, to what held it (its card)."""
    there = before if before is not None and shiboken6.isValid(before) else None
    while there is not None and not (there.isVisible() and there.isEnabled() and _takes_keyboard(there)):
        there = there.parentWidget()
    (there or host).setFocus(Qt.FocusReason.PopupFocusReason)


def _takes_keyboard(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
