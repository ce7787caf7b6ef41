"""Allergies and weight at the head of the dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.form import HangContext
from nursedesk.ui.kit import Text, plain_tip


class PatientFacts(QWidget):
    """Allergies and weight, where the eye goes before a bag is hung."""

    def __init__(self, context: HangContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patientFacts")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.px(2))
        column.addStretch()
        for runs in own_words.patient_facts(context):
            fact = Text(runs, 14, align=Qt.AlignmentFlag.AlignRight)
            fact.setToolTip(plain_tip(fact.text()))
            column.addWidget(fact)
        column.addStretch()
