"""Where this station keeps backups and the emergency journal, and when the last backup was made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Panel, Paragraph, QuietButton, Text


@dataclass(frozen=True, slots=True)
class Kept:
    """The folders as the station's file names them; `said` is of the last backup, `trouble`: it is bad news."""

    backup: str = ""
    said: str = ""
    trouble: bool = False
    journal: str = ""
    journal_otherwise: str = ""
    """Where the journal lies while no folder is chosen."""


@dataclass(frozen=True, slots=True)
class KeptActions:
    set_backup: Callable[[str], str]
    """Answers with the sentence that refuses it, or an empty one; so does the journal's."""
    set_journal: Callable[[str], str]


class KeptPanel(Panel):
    """A folder is typed or chosen; it is taken when the field is left, and refused under it."""

    def __init__(self, actions: KeptActions) -> None:
        super().__init__("keptPanel")
        self._kept = Kept()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(0)
        column.addWidget(Text(self.tr("Backups and emergency journal"), 17, theme.STRONG))
        column.addSpacing(theme.px(12))
        backup, journal = self.tr("Folder for backups"), self.tr("Folder of the emergency journal")
        self._backup = Field(backup, name="backupFolderField", size=15)
        self._journal = Field(journal, name="journalFolderField", size=15)
        self._said = Paragraph("", 14, theme.MEDIUM)
        self._said.setObjectName("backupState")
        self._choose = (
            self._row(column, self._backup, "chooseBackupButton", actions.set_backup),
            self._row(column, self._journal, "chooseJournalButton", actions.set_journal),
        )
        column.insertSpacing(3, theme.px(6))
        column.insertWidget(4, self._said)
        column.insertSpacing(5, theme.px(14))
        column.addSpacing(theme.px(6))
        said = self.tr("Both best on another disk: what fails takes the record’s own disk with it.")
        column.addWidget(Paragraph(said, 13, role="quiet"))

    def _row(self, column: QVBoxLayout, field: Field, name: str, keep: Callable[[str], str]) -> QuietButton:
        field.edit.editingFinished.connect(lambda: self._keep(field, keep))
        button = QuietButton(self.tr("Choose…"), name=name, height=48)
        button.setAccessibleName(f"{button.text()} {field.edit.accessibleName()}")
        button.clicked.connect(lambda: self._ask(field, keep))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        # Beside the box, which stands below the label.
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(5))
        beside.addWidget(Text(" ", 13, theme.MEDIUM))
        beside.addWidget(button)
        beside.addStretch()
        row.addLayout(beside)
        column.addLayout(row)
        return button

    def _ask(self, field: Field, keep: Callable[[str], str]) -> None:
        chosen = QFileDialog.getExistingDirectory(self, field.edit.accessibleName(), field.text())
        if chosen:
            field.set_text(chosen)
            self._keep(field, keep)

    def _keep(self, field: Field, keep: Callable[[str], str]) -> None:
        before = self._kept.backup if field is self._backup else self._kept.journal
        if field is self._backup and not field.text():
            # To go without backups is nothing that happens by emptying a field.
            field.set_text(before)
        if field.isEnabled() and field.text() != before:
            field.set_error(keep(field.text()))
        else:
            field.set_error("")

    def show_kept(self, kept: Kept, may_change: bool) -> None:
        """The folders and the last backup as they are; a refused folder stays typed beside its sentence."""
        self._kept = kept
        for field, folder in ((self._backup, kept.backup), (self._journal, kept.journal)):
            if not field.edit.accessibleDescription():
                field.set_text(folder)
            field.setEnabled(may_change)
        self._journal.edit.setPlaceholderText(kept.journal_otherwise)
        for button in self._choose:
            button.setVisible(may_change)
        self.show_said(kept.said, kept.trouble)

    def show_said(self, said: str, trouble: bool) -> None:
        """What there is to say of the last backup; `trouble`: it is bad news."""
        self._said.show_text(said)
        self._said.set_role("needs_stop_text" if trouble else "ink")
        self._said.setVisible(bool(said))
