"""The strip that shows how far a log is written, with the press that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui.kit import Panel, Paragraph, QuietButton


class Exporting(Panel):
    """Hidden until something is written; `cancelled` when it is no longer wanted."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("shiftExporting", parent=parent)
        self._said = Paragraph("", 15)
        self._said.setObjectName("shiftExportingSaid")
        cancel = QuietButton(self.tr("Cancel"), name="cancelExportButton")
        cancel.clicked.connect(lambda: self.cancelled.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.addWidget(self._said, 1)
        row.addWidget(cancel)
        self.hide()

    def show_progress(self, what: str, done: int, total: int) -> None:
        """`Writing the shift log: 1,200 of 25,000 visits`."""
        said = self.tr("{what}: {done} of {total} visits").format(what=what, done=f"{done:,}", total=f"{total:,}")
        self._said.show_text(said if total else what)
        self.setVisible(True)
