"""What is not whole on a page: words that are cut, and widgets that leave what they stand in."""

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Combo, Paragraph, Text
from nursedesk.ui.kit.focus import Ring
from nursedesk.ui.kit.segmented import Segment
from nursedesk.ui.kit.text import runs_width
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollArea, QWidget


def not_whole(top: QWidget) -> set[str]:
    """Each as a line that says which and by how much; empty when all is well."""
    shown = [one for one in top.findChildren(QWidget) if one.isVisibleTo(top) and not isinstance(one, Ring)]
    return {said for one in shown for said in (*_cut(one), *_left(one, top)) if said}


def _cut(one: QWidget) -> tuple[str, ...]:
    """Words that are wider than they have room for; a field of input scrolls by itself."""
    name = f"{type(one).__name__} {one.objectName()}"
    if isinstance(one, Text):
        return _more(name, one.text(), runs_width(one.runs()), one.width())
    if isinstance(one, Button):
        return _more(name, one.text(), one._content_width(one._fitted()), one.width())
    if isinstance(one, Segment):
        words = theme.advance(one.text(), one._whole.size_of_all(), theme.STRONG)
        return _more(name, one.text(), words, one.width() - 12)
    if isinstance(one, Combo):
        words = theme.advance(one.currentText(), 17, theme.MEDIUM)
        return _more(name, one.currentText(), words, one.width() - theme.px(15 + 12 + 18) - 4)
    if isinstance(one, Paragraph) and one.text():
        tall = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        inside = one.contentsRect().width()
        longest = max(one.fontMetrics().horizontalAdvance(word) for word in one.text().split() or [""])
        return (*_more(f"{name} down", one.text(), tall, one.height()), *_more(name, one.text(), longest, inside))
    return ()


def _more(name: str, words: str, needed: float, there: float) -> tuple[str, ...]:
    return (f"{name} “{words}”: {needed:.0f} in {there:.0f}",) if needed > there + 1.5 else ()


def _left(one: QWidget, top: QWidget) -> tuple[str, ...]:
    """A widget beyond the next one around it that shows no more than it is: only down, in what scrolls down."""
    around = one.parentWidget()
    if around is None or one is top or _inside_of_input(one):
        return ()
    place, room = QRect(one.mapTo(around, QPoint()), one.size()), around.rect()
    scrolls = isinstance(around.parentWidget(), QAbstractScrollArea)
    beyond = max(place.right() - room.right(), -place.left())
    if not scrolls:
        beyond = max(beyond, place.bottom() - room.bottom(), -place.top())
    name = f"{type(one).__name__} {one.objectName()}"
    return (f"{name} leaves {type(around).__name__} {around.objectName()} by {beyond}",) if beyond > 1 else ()


def _inside_of_input(one: QWidget) -> bool:
    """Qt's own parts of an input or of a list."""
    parent = one.parentWidget()
    return isinstance(parent, QLineEdit) or (
        isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea)
    )
