"""Section 3: the PIN with its keypad, what a signature means, and whether to print."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.close.model import CloseModel
from nursedesk.ui.close.sections import SectionHead
from nursedesk.ui.kit import CheckBox, Field, Keypad, Paragraph, PinField, Text

translate = QCoreApplication.translate

PIN_DIGITS = 6


class SignSection(QWidget):
    """Emits `sign_entered` on Enter; the page knows what to do with it."""

    sign_entered = Signal()
    print_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead(3, self.tr("Sign"))
        self._by_password = False
        self._pin = PinField("")
        self._password = Field("", name="signPasswordField", secret=True)
        self._label = Text("", 15, theme.MEDIUM)
        self._keypad = Keypad()
        self._keypad.digit_pressed.connect(self._pin.add)
        self._keypad.back_pressed.connect(self._pin.take_back)
        self._keypad.enter_pressed.connect(self.sign_entered)
        self._pin.entered.connect(lambda _: self.sign_entered.emit())
        self._pin.changed.connect(lambda _: self.show_sentence(""))
        self._password.entered.connect(lambda _: self.sign_entered.emit())
        self._wrong = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._wrong.setObjectName("signSentence")
        self._wrong.hide()
        self._meaning = Paragraph("", 14, role="quiet")
        self._meaning.setObjectName("signMeaning")
        self._why = Paragraph("", 14, theme.MEDIUM, "attention_text")
        self._why.setObjectName("attestationSentence")
        self._print = CheckBox(self.tr("Print 1 copy"), name="printBox", size=14)
        self._print.toggled.connect(self.print_toggled)
        self._printer = Paragraph("", 14, role="quiet")
        self._attests = False
        self._asked: tuple[str, str | None] = ("", None)
        self._lay_out()

    def _lay_out(self) -> None:
        self.entry = QWidget()
        self._asks = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._asks.setSpacing(theme.px(6))
        for asked in (self._label, self._pin, self._password):
            self._asks.addWidget(asked)
        entry = QVBoxLayout(self.entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(theme.px(6))
        entry.addLayout(self._asks)
        entry.addWidget(self._wrong)
        self._left = left = QVBoxLayout()
        left.setSpacing(theme.px(6))
        for part in (self.entry, self._why, self._meaning):
            left.addWidget(part)
        copies = QHBoxLayout()
        copies.setSpacing(0)
        copies.addWidget(self._print)
        copies.addWidget(self._printer, 1)
        left.addLayout(copies)
        left.addStretch(1)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(theme.px(36), 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addWidget(self._keypad, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(theme.px(14))
        column.addWidget(self.head)
        column.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def lend_entry(self, foot: QBoxLayout | None) -> None:
        """Where the page is low the PIN stands in the page's foot, beside what it is for; None: here again."""
        held = self.entry.isAncestorOf(self.window().focusWidget() or self)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._asks.setDirection(down if foot is None else across)
        self._asks.setSpacing(theme.px(6 if foot is None else 12))
        if foot is None:
            self._left.insertWidget(0, self.entry)
        else:
            foot.addWidget(self.entry)
        if held:
            self.begin()

    def show_model(self, model: CloseModel) -> None:
        """Who signs what, and on which printer."""
        version = self.tr("version {version}").format(version=model.version)
        number = model.number or self.tr("number at the signature")
        self.head.fact.set_runs(f"{number} · {version}")
        self._by_password = model.asks_password
        self._attests = bool(model.attestation)
        why, meaning = attestation_words(model.attestation)
        self._why.show_text(why)
        self._why.setVisible(bool(why))
        self._meaning.show_text(meaning)
        what = self.tr("Password of {name}") if model.asks_password else self.tr("PIN of {name}")
        label = what.format(name=model.signer)
        self._label.set_runs(label)
        for field in (self._pin, self._password):
            field.edit.setAccessibleName(label)
        self._pin.setVisible(not model.asks_password)
        self._keypad.setVisible(not model.asks_password)
        self._password.setVisible(model.asks_password)
        self._show_print(model)

    def _show_print(self, model: CloseModel) -> None:
        self._print.setVisible(bool(model.printer))
        self._printer.setVisible(True)
        chosen, default = self.tr("on {printer}"), self.tr("on {printer} (default)")
        words = (chosen if model.printer_chosen else default).format(printer=model.printer)
        none = self.tr("No printer is set up; the PDF always works.")
        self._printer.show_text(words if model.printer else none)
        if (model.encounter, model.printer) != self._asked:
            self._asked = (model.encounter, model.printer)
            # Nobody wants the paper of a visit without a charge; who does ticks it.
            self._print.setChecked(bool(model.printer) and not model.nothing_given)

    def show_signed(self, time: str, signer: str) -> None:
        """After the signature: who and when stand where the PIN was asked; an empty time asks again."""
        signed = bool(time)
        self.head.badge.show_tone("done" if signed else "ink")
        done = self.tr("Signed by {name} at {time}").format(name=signer, time=time)
        asked = self.tr("Attest") if self._attests else self.tr("Sign")
        self.head.title.set_runs(done if signed else asked)
        self._body.setVisible(not signed)
        self.entry.setVisible(not signed)

    def secret(self) -> str:
        """The PIN or password as typed."""
        field = self._password if self._by_password else self._pin
        return field.edit.text()

    def complete(self) -> bool:
        """Whether enough is typed to be tried."""
        return bool(self.secret()) if self._by_password else len(self.secret()) == PIN_DIGITS

    def prints(self) -> bool:
        """Whether a copy is wanted."""
        return self._print.isChecked() and self._print.isVisibleTo(self)

    def show_sentence(self, sentence: str) -> None:
        """Say why it was not signed; the statement makes room for it."""
        self._wrong.show_text(sentence)
        self._wrong.setVisible(bool(sentence))
        self._meaning.setVisible(not sentence)

    def clear(self) -> None:
        """Forget the PIN."""
        self._pin.clear()
        self._password.edit.clear()

    def begin(self) -> None:
        """Put the keyboard into the PIN."""
        field = self._password if self._by_password else self._pin
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def attestation_words(kind: str) -> tuple[str, str]:
    """Why a signature now is an attestation (empty when it is not), and what it means, as it is recorded."""
    why = {
        "late": translate("Close", "The day of this care is over: this is an attestation, dated now."),
        "other": translate("Close", "You charted none of this care: this is an attestation."),
        "late other": translate(
            "Close", "The day is over and you charted none of this care: this is an attestation, dated now."
        ),
    }
    meaning = {
        "late": translate(
            "Close",
            "“I was responsible for this care. I attest its times after the day, from the record as it stands.”",
        ),
        "other": translate(
            "Close", "“Others charted this care. I attest from the record that it was given as charted.”"
        ),
        "late other": translate(
            "Close",
            "“Others charted this care. After the day I attest from the record that it was given as charted.”",
        ),
    }
    plain = translate(
        "Close", "“I was responsible for this care and the times are true to the best of my knowledge.”"
    )
    return why.get(kind, ""), meaning.get(kind, plain)
