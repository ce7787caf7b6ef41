"""Asked when the keyring has no key: the passphrase or the recovery key opens the record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Paragraph, PrimaryButton, Text


class PassphrasePanel(QWidget):
    """Emits what was typed; never empty."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(theme.px(16))
        column.addWidget(Text(self.tr("The record is locked"), 26, theme.STRONG))
        words = self.tr(
            "This computer’s keyring does not have the suite’s key. The passphrase opens the record, and so does "
            "the recovery key. Nothing is lost."
        )
        column.addWidget(Paragraph(words, 15, role="quiet"))
        self._typed = Field(self.tr("Passphrase or recovery key"), name="passphraseField", secret=True)
        self._typed.edit.setMaxLength(400)
        self._typed.entered.connect(lambda _: self._give())
        column.addWidget(self._typed)
        self._open = PrimaryButton(self.tr("Open the record"), name="openRecordButton", size=17, height=56)
        self._open.clicked.connect(self._give)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def begin(self, sentence: str) -> None:
        """Ask, or say why the one given did not open the record."""
        self._typed.edit.clear()
        self._typed.set_error(sentence)
        self._typed.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self._typed.edit.text():
            self.given.emit(self._typed.edit.text())
