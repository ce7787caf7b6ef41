"""The keys of the record: passphrase, backup folder, and the recovery key written down and typed back."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Field, Paragraph, QuietButton, paint_ground
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import Refusal, passphrase, same_key
from nursedesk.ui.welcome.printer_row import PrinterRow, Printing
from nursedesk.ui.welcome.step import heal, judged, row, titled

KEY, _LINE, _BETWEEN, _SIDE = 24, 44, 28, 24
"""The recovery key's size, the height of its rows, and between its groups: design pixels; its margin, px."""


class KeysStep(QWidget):
    """A passphrase typed twice, where backups go, and the printer."""

    def __init__(
        self, choose_folder: Callable[[], str | None], printing: Printing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choose = choose_folder
        self._printer = PrinterRow(printing)
        about = self.tr(
            "The record is encrypted. This computer’s keyring opens it every day; the passphrase opens it when "
            "the keyring cannot, on a new computer for instance."
        )
        column = titled(self, self.tr("Passphrase and backups"), about)
        self._words = Field(self.tr("Passphrase"), name="passphraseField", secret=True)
        self._again = Field(self.tr("Passphrase again"), name="passphraseAgainField", secret=True)
        for field in (self._words, self._again):
            field.edit.setMaxLength(400)
        heal(self._words, self._again)
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
        column.addWidget(self._printer)
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

    def printer(self) -> str:
        """The station's printer, or an empty string."""
        return self._printer.printer()

    def backup_folder(self) -> str | None:
        """The folder, or None."""
        return self._folder.text() or None


class KeySheet(QLabel):
    """The recovery key on a sunk ground: its groups apart from each other, in rows as even as can be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryKey")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def groups(self) -> tuple[QRectF, ...]:
        """Where each group of the key stands, px."""
        words = self.text().split("-")
        wide = max(theme.advance(word, KEY, theme.STRONG) for word in words)
        gap, line = theme.px(_BETWEEN), theme.px(_LINE)
        fits = max(int((self.width() - 2 * _SIDE + gap) // (wide + gap)), 1)
        rows = -(-len(words) // fits)
        across = -(-len(words) // rows)
        left = (self.width() - across * wide - (across - 1) * gap) / 2
        top = (self.height() - rows * line) / 2
        places = (divmod(at, across) for at in range(len(words)))
        return tuple(QRectF(left + at * (wide + gap), top + row * line, wide, line) for row, at in places)

    def show_key(self, key: str) -> None:
        """Show a key, its groups with dashes between."""
        self.setText(key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = {place.top() for place in self.groups()}
        self.setFixedHeight(len(rows) * theme.px(_LINE) + theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), QColor(colours.sunk), QColor(colours.line_strong))
        painter.setFont(theme.font(KEY, theme.STRONG))
        painter.setPen(QColor(colours.ink))
        for word, place in zip(self.text().split("-"), self.groups(), strict=True):
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)


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
        heal(self._typed)
        self._note = Paragraph("", 13, theme.MEDIUM, "attention_text")
        self._note.setObjectName("keyringNote")
        for part in (self._sheet, self._typed, self._note):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self._typed)

    def show_key(self, key: str, in_keyring: bool) -> None:
        """The key that was just made; `in_keyring` False: the passphrase will be asked at each start."""
        self._sheet.show_key(key)
        self._sheet.setAccessibleName(" ".join(key))
        without = self.tr("This computer has no keyring: the passphrase is asked once at each start.")
        self._note.show_text("" if in_keyring else without)
        self._note.setVisible(not in_keyring)
        self._typed.edit.clear()

    def check(self) -> bool:
        """Say what is wrong; True when it was typed back."""
        right = same_key(self._typed.text(), self._sheet.text())
        return judged([(self._typed, "" if right else own_words.refusal(Refusal.RECOVERY_OTHER))])
