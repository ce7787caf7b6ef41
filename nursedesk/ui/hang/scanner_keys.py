"""Keys of a scanner that types: the separator between two parts of a code is no letter, and must not be lost."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_SEPARATOR, _SHOWN = "\x1d", "\u241d"
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def keep_separator(edit: QLineEdit, event: QKeyEvent) -> bool:
    """Put the separator into the field as a sign that can be seen; False when the key is another one."""
    if event.text() != _SEPARATOR:
        return False
    edit.insert(_SHOWN)
    edit.textEdited.emit(edit.text())
    return True


def is_typed(event: QKeyEvent) -> bool:
    """Whether the key types a letter or figure, as a scanner does wherever the keyboard happens to be."""
    text = event.text()
    return bool(text) and text.isprintable() and not text.isspace() and not event.modifiers() & _COMMANDS
