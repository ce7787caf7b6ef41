"""The keys of the record: passphrase, backup folder, and the recovery key written down and typed back."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Field, Paragraph, QuietButton, paint_ground
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import Refusal, passphrase, same_key
from nursedesk.ui.welcome.step import judged, row, titled


class KeysStep(QWidget):
    """A passphrase typed twice, and where backups go."""

    def __init__(self, choose_folder: Callable[[], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose_folder
        about = self.tr(
            "The record is encrypted. This computer’s keyring opens it every day; the passphrase opens it when "
            "the keyring cannot, on a new computer for instance."
        )
        column = titled(self, self.tr("Passphrase and backups"), about)
        self._words = Field(self.tr("Passphrase"), name="passphraseField", secret=True)
        self._again = Field(self.tr("Passphrase again"), name="passphraseAgainField", secret=True)
        for field in (self._words, self._again):
            field.edit.setMaxLength(400)
        self._folder = Field(self.tr("Folder for backups"), name="backupField", hint=self.tr("None for now"))
        self._folder.edit.setMaxLength(300)
        self._button: Button = QuietButton(self.tr("Choose…"), icon="folder", name="chooseBackupButton", height=48)
        self._button.clicked.connect(self._pick)
        column.addLayout(row(self._words, self._again))
        rules = self.tr("Four or five words are strong and easy to keep. It is asked seldom, so write it down.")
        column.addWidget(Paragraph(rules, 13, role="quiet"))
        backup = row(self._folder)
        backup.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(backup)
        column.addWidget(Paragraph(self.tr("Best on another disk. It can be set later."), 13, role="quiet"))
        column.addStretch(1)
        self.setFocusProxy(self._words)

    def _pick(self) -> None:
        chosen = self._choose()
        if chosen:
            self._folder.set_text(chosen)

    def check(self) -> bool:
        """Say what is wrong; True when nothing is."""
        read = passphrase(self._words.edit.text(), self._again.edit.text())
        sentence = own_words.refusal(read) if isinstance(read, Refusal) else ""
        second = read is Refusal.PASSPHRASE_OTHER
        return judged([(self._words, "" if second else sentence), (self._again, sentence if second else "")])

    def passphrase(self) -> str:
        """The passphrase as typed."""
        return self._words.edit.text()

    def backup_folder(self) -> str | None:
        """The folder, or None."""
        return self._folder.text() or None


class KeySheet(QLabel):
    """The recovery key in large groups on a sunk ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryKey")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def sizeHint(self) -> QSize:
        return QSize(400, theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), QColor(colours.sunk), QColor(colours.line_strong))
        painter.setFont(theme.font(24, theme.STRONG))
        painter.setPen(QColor(colours.ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        shown = self.text().replace("-", " - ") if len(self.text()) < 28 else self.text().replace("-", "   ")
        painter.drawText(self.rect().adjusted(24, 8, -24, -8), int(flags), shown)


class RecoveryStep(QWidget):
    """Shown once; typed back so that it stands on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = self.tr(
            "The last way into the record when keyring and passphrase are lost. Write it on paper and keep it "
            "away from this computer. It is not shown again."
        )
        column = titled(self, self.tr("Recovery key"), about)
        self._sheet = KeySheet()
        self._typed = Field(self.tr("Type it back from your paper"), name="recoveryField")
        self._typed.edit.setMaxLength(200)
        self._note = Paragraph("", 13, theme.MEDIUM, "attention_text")
        self._note.setObjectName("keyringNote")
        for part in (self._sheet, self._typed, self._note):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self._typed)

    def show_key(self, key: str, in_keyring: bool) -> None:
        """The key that was just made; `in_keyring` False: the passphrase will be asked at each start."""
        self._sheet.setText(key)
        self._sheet.setAccessibleName(" ".join(key))
        without = self.tr("This computer has no keyring: the passphrase is asked once at each start.")
        self._note.show_text("" if in_keyring else without)
        self._note.setVisible(not in_keyring)
        self._typed.edit.clear()

    def check(self) -> bool:
        """Say what is wrong; True when it was typed back."""
        right = same_key(self._typed.text(), self._sheet.text())
        return judged([(self._typed, "" if right else own_words.refusal(Refusal.RECOVERY_OTHER))])
