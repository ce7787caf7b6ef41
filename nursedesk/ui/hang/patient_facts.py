"""Allergies and weight at the head of the dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.form import HangContext
from nursedesk.ui.kit import Text


class PatientFacts(QWidget):
    """Allergies and weight, where the eye goes before a bag is hung."""

    def __init__(self, context: HangContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patientFacts")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(theme.px(20))
        for runs in own_words.patient_facts(context):
            row.addWidget(Text(runs, 14, align=Qt.AlignmentFlag.AlignRight))
