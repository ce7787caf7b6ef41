"""Where the keyboard goes: with Tab round everything inside a dialog or a window, and onto a page turned to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def next_inside(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next (or previous) field of `root` that takes it by Tab; False when there is none."""
    start = root.focusWidget() or root
    step = start
    for _ in range(2000):
        found = step.nextInFocusChain() if forward else step.previousInFocusChain()
        if found is None or found is start:
            return False
        step = found
        if _takes_tab(root, step):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            step.setFocus(reason)
            _reveal(step)
            return True
    return False


def keyboard_of(page: QWidget) -> QWidget | None:
    """What a page puts the keyboard on when it is turned to; None when nothing of it can have it.

    Qt gives the focus of what is hidden or cannot be pressed to whatever comes next, were it the search.
    """
    for wanted in (page.focusWidget(), page.focusProxy(), page):
        if wanted is not None and _has_keyboard(page, wanted):
            return wanted
    return None


def _has_keyboard(page: QWidget, widget: QWidget) -> bool:
    takes = widget
    while (proxy := takes.focusProxy()) is not None:
        takes = proxy
    live = takes.isEnabled() and (takes is page or takes.isVisibleTo(page))
    return live and takes.focusPolicy() != Qt.FocusPolicy.NoFocus


def _reveal(widget: QWidget) -> None:
    """What has the keyboard is in sight, also where it was come to from outside what scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _takes_tab(root: QWidget, widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget is not root and root.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible()
