"""Choose a new PIN: asked twice, its rules said, nothing changed by leaving."""

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.focus import next_inside
from nursedesk.ui.frame.scrolled import scrolled
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import Button, DialogFrame, Hairline, Kind, Paragraph, PinField, PrimaryButton
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import Refusal, pin

SIZE = QSize(480, 460)


class PinDialog(DialogFrame):
    """Emits the PIN as chosen; `refuse` says why it was not taken."""

    pin_chosen = Signal(str)
    left = Signal()

    def __init__(self, host: QWidget, signature: str) -> None:
        super().__init__(
            host, name="pinDialog", title="", size=SIZE * theme.scale(), note=signature, clear_top=bar_height()
        )
        self.title.set_runs(self.tr("New PIN"))
        self.setAccessibleName(self.tr("New PIN for {name}").format(name=signature))
        self._pin = self._field(self.tr("New PIN"), "newPinField")
        self._again = self._field(self.tr("New PIN again"), "newPinAgainField")
        self._pin.entered.connect(lambda _: self._again.edit.setFocus(Qt.FocusReason.TabFocusReason))
        self._again.entered.connect(lambda _: self._press())
        rules = self.tr("Six digits. Not a run like 123456, not a repeat like 121212.")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(theme.px(14))
        for part in (self._pin, self._again, Paragraph(rules, 14, role="quiet")):
            column.addWidget(part)
        column.addStretch(1)
        self.body.setSpacing(0)
        self.body.addWidget(Hairline())
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(Hairline())
        self._make_foot()
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, label: str, name: str) -> PinField:
        field = PinField(label, name=name)
        field.edit.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), field))
        return field

    def _make_foot(self) -> None:
        cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="pinCancelButton")
        cancel.set_note("Esc")
        cancel.clicked.connect(self._leave)
        self.cancelled.connect(self._leave)
        self._go = PrimaryButton(self.tr("Set the PIN"), name="setPinButton", size=17, height=56)
        self._go.clicked.connect(self._press)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._go)

    def _press(self) -> None:
        digits, again = self._pin.edit.text(), self._again.edit.text()
        alone, both = pin(digits, digits), pin(digits, again)
        self._pin.set_error(own_words.refusal(alone) if isinstance(alone, Refusal) else "")
        self._again.set_error(own_words.refusal(both) if both is Refusal.PIN_OTHER else "")
        if isinstance(both, Refusal):
            wrong = self._again if both is Refusal.PIN_OTHER else self._pin
            wrong.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._go.setEnabled(False)
        self.pin_chosen.emit(both)

    def refuse(self, sentence: str) -> None:
        """It was not taken: say why. The PIN before still stands."""
        self._go.setEnabled(True)
        self._pin.set_error(sentence)
        self._pin.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)
