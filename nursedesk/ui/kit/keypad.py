"""A keypad for gloved hands; it never takes the focus from the field it types into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.buttons import Button, Kind


class Keypad(QWidget):
    """`digit_pressed(str)`, `back_pressed` and `enter_pressed`."""

    digit_pressed = Signal(str)
    back_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, name: str = "keypad", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._digit(digit), place // 3, place % 3)
        grid.addWidget(self._digit("0"), 3, 1)
        back = self._key("", "backspace", "keypadBack", self.tr("Remove the last digit"))
        back.clicked.connect(self.back_pressed)
        grid.addWidget(back, 3, 0)
        enter = self._key("", "close", "keypadEnter", self.tr("Enter"))
        enter.clicked.connect(self.enter_pressed)
        grid.addWidget(enter, 3, 2)

    def _digit(self, digit: str) -> Button:
        key = Button(digit, Kind.QUIET, name=f"keypad_{digit}", size=20, height=48, parent=self)
        key.clicked.connect(lambda: self.digit_pressed.emit(digit))
        return self._sized(key)

    def _key(self, text: str, icon: str, name: str, spoken: str) -> Button:
        return self._sized(Button(text, Kind.PLAIN, icon=icon, name=name, spoken=spoken, size=17, parent=self))

    def _sized(self, key: Button) -> Button:
        key.setFixedSize(theme.px(64), max(theme.px(40), 48))
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key
