"""Which of two doses is right: asked once, after the time was fixed and before the dose is charted."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.record.encounter import Amount
from nursedesk.ui import theme, words
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.hang.doubts import Doubt
from nursedesk.ui.kit import Button, DialogFrame, Kind, Paragraph, QuietButton

SIZE = QSize(600, 336)


class DoubtDialog(DialogFrame):
    """Emits the dose that is right; put away, the dose stays not charted."""

    chosen = Signal(object)
    """An Amount."""

    def __init__(self, host: QWidget, doubt: Doubt, drug: str, note: str, fixed: str) -> None:
        title = self.tr("{drug}: which dose is right?").format(drug=drug)
        super().__init__(
            host, name="doubtDialog", title=title, note=note, size=SIZE * theme.scale(), clear_top=bar_height()
        )
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(28, 12, 28, 16)
        column.setSpacing(theme.px(16))
        said = Paragraph(doubt.sentence, 17, theme.MEDIUM)
        said.setObjectName("doubtSentence")
        column.addWidget(said)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for name, amount in (("otherDose", doubt.other), ("typedDose", doubt.typed)):
            row.addWidget(self._answer(name, amount), 1)
        column.addLayout(row)
        column.addWidget(Paragraph(fixed, 14, role="quiet"))
        column.addStretch(1)
        self.body.addWidget(asked)
        later = Button(self.tr("Not now: the dose stays to be charted"), Kind.PLAIN, name="doubtLater", height=52)
        later.clicked.connect(self.cancelled)
        self.foot.addWidget(later)
        self.foot.addStretch(1)
        self.hug(asked)
        # Neither answer is under a stray Enter, of a scanner or of a hand that was quicker than the eye.
        later.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, name: str, amount: Amount) -> Button:
        button = QuietButton(words.dose(amount), name=f"{name}Button", size=20, height=64)
        button.clicked.connect(lambda: self.chosen.emit(amount))
        return button
