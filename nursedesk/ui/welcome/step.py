"""What every step of the first run is laid out with: a title, words, fields in columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Paragraph, Text

BAR = 16
"""Kept free at the right of a step, px: a scroll bar stands there, beside the fields."""


def titled(page: QWidget, title: str, words: str) -> QVBoxLayout:
    """The page's column, with its title and one quiet paragraph in it."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, BAR, 0)
    column.setSpacing(theme.px(14))
    column.addWidget(Text(title, 26, theme.STRONG))
    column.addWidget(Paragraph(words, 15, role="quiet"))
    column.addSpacing(theme.px(4))
    return column


def row(*parts: QWidget) -> QHBoxLayout:
    """Parts side by side, of one width."""
    made = QHBoxLayout()
    made.setSpacing(12)
    for part in parts:
        made.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return made


def labelled(label: str, part: QWidget) -> QWidget:
    """A label over a choice, like the label of a field."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(5))
    column.addWidget(Text(label, 13, theme.MEDIUM, "quiet"))
    column.addWidget(part)
    return box


def heal(*fields: Field) -> None:
    """A sentence under one of these goes with the next key in any of them: they are judged together."""

    def quiet(_: str) -> None:
        for field in fields:
            field.set_error("")

    for field in fields:
        field.changed.connect(quiet)


def judged(sentences: Sequence[tuple[Field, str]]) -> bool:
    """Put each sentence under its field and the keyboard into the first that has one; True when none has."""
    for field, sentence in sentences:
        field.set_error(sentence)
    wrong = [field for field, sentence in sentences if sentence]
    if wrong:
        wrong[0].edit.setFocus(Qt.FocusReason.TabFocusReason)
    return not wrong
