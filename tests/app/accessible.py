"""What assistive tools are told of a window: a walk over the accessibility tree, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
PRESSED = frozenset(
    {
        Role.Button, Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
        Role.PageTab, Role.ButtonMenu, Role.ButtonDropDown, Role.SpinBox, Role.Slider, Role.Link,
    }
)  # fmt: skip
"""What a person works with: each has a name and can be reached, unless it is switched off."""
LISTS = frozenset({Role.List, Role.Tree, Role.Table, Role.PageTabList})


@dataclass(frozen=True)
class Told:
    """One thing as an assistive tool hears it."""

    role: Role
    name: str
    where: str
    focusable: bool
    disabled: bool

    @property
    def wrong(self) -> str:
        """What is missing, or nothing."""
        if self.role is Role.NoRole:
            return f"{self.where}: no role"
        if self.role in PRESSED | LISTS and not self.name.strip():
            return f"{self.where}: a {self.role.name} without a name"
        if self.role in PRESSED - {Role.PageTab} and not (self.focusable or self.disabled):
            return f"{self.where}: {self.name!r} cannot be reached"
        return ""


def walk(top: QWidget) -> Iterator[Told]:
    """Everything visible below a widget."""
    face = QAccessible.queryAccessibleInterface(top)
    if face is not None:
        yield from _below(face, top.objectName())


def _below(face: QAccessibleInterface, where: str) -> Iterator[Told]:
    state = face.state()
    if state.invisible:
        return
    thing = face.object()
    name = thing.objectName() if thing is not None else ""
    here = f"{where}/{name}" if name else where
    yield Told(face.role(), face.text(QAccessible.Text.Name), here, bool(state.focusable), bool(state.disabled))
    for number in range(face.childCount()):
        child = face.child(number)
        if child is not None and child.isValid():
            yield from _below(child, here)
