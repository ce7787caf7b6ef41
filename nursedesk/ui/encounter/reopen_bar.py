"""Reopen a closed visit: asks for the reason in one line under the banner, never in a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, EdgePanel, Field, Kind, PrimaryButton, Text


class ReopenBar(EdgePanel):
    """Emits `reopened(reason)`."""

    reopened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("action_fill", "reopenBar", parent)
        self.reason = Field("", name="reopenReason", hint=self.tr("Reason"), spoken=self.tr("Reason to reopen"))
        save = PrimaryButton(self.tr("Reopen"), name="reopenSave", spoken=self.tr("Reopen the visit"))
        leave = Button(self.tr("Not now"), Kind.PLAIN, name="reopenLeave")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(10), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(Text(self.tr("The signed ticket stands; the next signature is a new version."), 14))
        row.addWidget(self.reason, 1)
        row.addWidget(leave)
        row.addWidget(save)
        save.clicked.connect(self._save)
        leave.clicked.connect(self.hide)
        self.reason.entered.connect(lambda _: self._save())

    def hasHeightForWidth(self) -> bool:
        return False

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
