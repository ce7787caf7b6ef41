"""Reopen a closed visit: asks for the reason in one line under the banner, never in a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, EdgePanel, Field, Kind, PrimaryButton, Text

_BESIDE = 520
"""Room for the field and its two presses, px before text scale."""


class ReopenBar(EdgePanel):
    """Emits `reopened(reason)`."""

    reopened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("action_fill", "reopenBar", parent)
        self.reason = Field("", name="reopenReason", hint=self.tr("Reason"), spoken=self.tr("Reason to reopen"))
        save = PrimaryButton(self.tr("Reopen"), name="reopenSave", spoken=self.tr("Reopen the visit"))
        leave = Button(self.tr("Not now"), Kind.PLAIN, name="reopenLeave")
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(theme.px(24), theme.px(10), theme.px(16), theme.px(12))
        self._whole.setSpacing(theme.px(12))
        self._said = Text(self.tr("The signed ticket stands; the next signature is a new version."), 14)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.reason, 1)
        row.addWidget(leave)
        row.addWidget(save)
        self._whole.addWidget(self._said)
        self._whole.addLayout(row, 1)
        save.clicked.connect(self._save)
        leave.clicked.connect(self.hide)
        self.reason.entered.connect(lambda _: self._save())

    def hasHeightForWidth(self) -> bool:
        return False

    def fit(self, width: int) -> None:
        """In a bar of a width: the sentence over the field where both have no room beside each other."""
        beside = width >= self._said.sizeHint().width() + theme.px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._whole.direction():
            self._whole.setDirection(direction)

    def open(self) -> None:
        """Ask for the reason."""
        self.show()
        self.reason.set_error("")
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.reason.text():
            self.reason.set_error(self.tr("Say why in a few words."))
            return
        text = self.reason.text()
        self.reason.set_text("")
        self.hide()
        self.reopened.emit(text)
