"""Close and sign: what is missing, the ticket, the signature, in one column; the paper beside it."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.close.head import CloseHead
from nursedesk.ui.close.model import CloseActions, CloseModel, Fix, SignForm, blocking
from nursedesk.ui.close.paper_view import PaperView
from nursedesk.ui.close.sections import MissingSection, SectionHead
from nursedesk.ui.close.sign_section import SignSection
from nursedesk.ui.frame.scrolled import scrolled
from nursedesk.ui.frame.second_press import QUIET_MS
from nursedesk.ui.kit import (
    Button,
    Foot,
    Hairline,
    Kind,
    Panel,
    PrimaryButton,
    QuietButton,
    Text,
)

NARROW = 940
LOW = 560
"""Height of the page, px at 100 %, under which the PIN stands in the foot."""


class ClosePage(QWidget):
    """Named `signDialog`: the one place where a ticket is signed."""

    left = Signal()
    """Back or Not now: nothing was signed, nothing is lost."""

    def __init__(self, actions: CloseActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signDialog")
        self.setAccessibleName(self.tr("Close and sign"))
        self._actions = actions
        self._model: CloseModel | None = None
        self._warned, self._low, self._signed = "", False, QElapsedTimer()
        self._signs = ""
        """The visit in which nothing was given, and that is to be signed all the same."""
        self._head = CloseHead()
        self._head.back_pressed.connect(self.left)
        self._head.came_out_pressed.connect(actions.came_out)
        self._head.again_pressed.connect(actions.print_again)
        self._missing, self._sign = MissingSection(), SignSection()
        self._missing.fix_pressed.connect(self._fix)
        self._sign.sign_entered.connect(self._press_sign)
        self._sign.print_toggled.connect(lambda _: self._label())
        self._ticket = SectionHead(2, self.tr("Ticket"), wraps=True)
        self._ticket.badge.show_tone("done")
        self._paper = PaperView()
        self._lay_out()

    def _lay_out(self) -> None:
        self._panel = Panel("closePanel")
        sections = QWidget()
        column = QVBoxLayout(sections)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._missing)
        column.addWidget(Hairline())
        ticket = QHBoxLayout()
        ticket.setContentsMargins(20, 14, 20, 14)
        ticket.addWidget(self._ticket)
        column.addLayout(ticket)
        self._above_sign = Hairline()
        column.addWidget(self._above_sign)
        column.addWidget(self._sign)
        column.addStretch(1)
        held = QVBoxLayout(self._panel)
        held.setContentsMargins(6, 1, 1, 0)
        held.setSpacing(0)
        held.addWidget(scrolled(sections), 1)
        self._asked = QWidget()
        line = Hairline()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(0)
        asked.addWidget(line)
        self._beside = QVBoxLayout()
        self._beside.setContentsMargins(20, 8, 20, 8)
        asked.addLayout(self._beside)
        self._asked.hide()
        held.addWidget(self._asked)
        self._foot = self._make_foot()
        held.addWidget(self._foot)
        self._preview = Panel("previewPanel", ground="tint")
        inside = QVBoxLayout(self._preview)
        inside.setContentsMargins(16, 12, 16, 20)
        inside.setSpacing(theme.px(10))
        inside.addLayout(self._make_preview_head())
        inside.addWidget(self._paper, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 24, 24)
        row.setSpacing(20)
        row.addWidget(self._panel, 50)
        row.addWidget(self._preview, 50)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(row, 1)

    def _make_preview_head(self) -> QHBoxLayout:
        self._pages = Text("", 14, role="quiet")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Text(self.tr("Preview"), 15, theme.STRONG))
        row.addWidget(self._pages, 1)
        row.addWidget(Text(self.tr("whole page"), 14, role="quiet"))
        return row

    def _make_foot(self) -> Foot:
        foot = Foot()
        foot.row.setContentsMargins(20, 14, 20, 14)
        self._later = Button(self.tr("Not now"), Kind.PLAIN, name="notNowButton", height=52)
        self._later.clicked.connect(self.left)
        self._pdf = QuietButton(
            self.tr("PDF"), icon="pdf", name="pdfButton", spoken=self.tr("Save as PDF"), height=52
        )
        self._pdf.clicked.connect(self._save_pdf)
        self._free = PrimaryButton(self.tr("Free the chair"), name="freeChairButton", size=17, height=52)
        self._free.clicked.connect(self._press_free)
        self._go = PrimaryButton("", name="printButton", icon="print", size=17, height=52)
        self._go.clicked.connect(self._press_go)
        foot.row.addWidget(self._later)
        foot.row.addStretch(1)
        foot.row.addWidget(self._pdf)
        foot.row.addWidget(self._go)
        foot.row.addWidget(self._free)
        return foot

    def show_model(self, model: CloseModel) -> None:
        """Show a visit, or the same one after something changed; a PIN half typed stays."""
        before, self._model = self._model, model
        if before is not None and before.signed_at is None:
            self._signed.start()
        held = self._held()
        other = before is None or before.encounter != model.encounter
        if other:
            self._warned = self._signs = ""
            self._sign.clear()
            self._sign.show_sentence("")
        self._head.show_model(model)
        self._missing.show_missing(() if model.signed_at else model.missing)
        waits = bool(model.missing) and model.signed_at is None
        self._panel.set_edge("attention_fill" if waits else None)
        self._ticket.say(self._charges(model))
        self._ticket.badge.show_tone("attention" if model.held else "done")
        page = self.tr("page 1 of {pages} · {paper}").format(pages=model.pages, paper=model.paper)
        self._pages.set_runs(page)
        self._sign.show_model(model)
        self._paper.show_paper(
            (model.encounter, model.drawn), partial(self._actions.render_preview, model.encounter)
        )
        self._show_signed(model)
        self.show_busy(False)
        if other:
            self.begin()
        elif held is not None and self._held() is not held:
            self._go_on()

    def _charges(self, model: CloseModel) -> str:
        """The lines there are, and those that wait."""
        if model.nothing_given:
            said = self.tr("Nothing was given: there is no ticket to sign. Free the chair.")
            signed = self.tr("Nothing was given: the record is signed without charges.")
            return said if self._only_frees() else signed
        lines = list(model.lines) or ([] if model.held else [self.tr("no charge lines")])
        if model.held:
            lines.append(self.tr("held back: {lines}").format(lines=model.held))
        return " · ".join(lines)

    def _only_frees(self) -> bool:
        """Nothing was given, so the chair is all there is to see to; a signature is there for who wants one."""
        model = self._model
        if model is None or model.signed_at or blocking(model.missing):
            return False
        return model.nothing_given and model.in_chair and self._signs != model.encounter

    def _held(self) -> QWidget | None:
        """What has the keyboard in this page."""
        at = self.window().focusWidget()
        return at if at is not None and self.isAncestorOf(at) and at.isVisible() and at.isEnabled() else None

    def _go_on(self) -> None:
        """What had the keyboard is gone: on to what blocks, else to the PIN, and never to the field that follows.

        Once it is signed nothing is typed here: the page holds it, so that a second Enter presses nothing.
        """
        model = self._model
        if model is not None and model.signed_at:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._only_frees():
            self._free.setFocus(Qt.FocusReason.OtherFocusReason)
        elif model is None or not blocking(model.missing) or not self._missing.begin():
            self._sign.begin()

    def _show_signed(self, model: CloseModel) -> None:
        signed: datetime | None = model.signed_at
        self._sign.show_signed(words.clock_time(signed, ZoneInfo(model.zone)) if signed else "", model.signer)
        self._later.set_text(self.tr("Back to the board") if signed else self.tr("Not now"))
        self._show_way()

    def _label(self) -> None:
        model = self._model
        if model is None:
            return
        if model.signed_at:
            text = self.tr("Print")
        elif self._only_frees():
            text = self.tr("Sign without charges")
        else:
            attests = bool(model.attestation)
            alone = self.tr("Attest") if attests else self.tr("Sign")
            both = self.tr("Attest and print") if attests else self.tr("Sign and print")
            text = both if self._sign.prints() else alone
        self._go.set_text(text)
        # What would only say what blocks is not the strongest thing on the page.
        waits = self._only_frees() or (model.signed_at is None and blocking(model.missing) > 0)
        self._go.set_kind(Kind.QUIET if waits else Kind.PRIMARY)
        self._go.setVisible(model.signed_at is None or model.printer is not None)

    def begin(self) -> None:
        """Put the keyboard where the next press belongs: on what is missing, else into the PIN."""
        if self._only_frees():
            self._free.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        asks = self._model is None or any(one.asks_again for one in self._model.missing)
        if not asks or not self._missing.begin():
            self._sign.begin()

    def _save_pdf(self) -> None:
        if self._model is not None:
            self._actions.save_pdf(self._model.encounter)

    def _press_free(self) -> None:
        if self._model is not None:
            self._actions.free(self._model.encounter)

    def _fix(self, fix: Fix) -> None:
        if self._model is not None:
            self._actions.fix(self._model.encounter, fix)

    def _press_go(self) -> None:
        if self._model is not None and self._model.signed_at:
            # The second half of a double press on Sign is no further copy.
            if not self._signed.isValid() or self._signed.elapsed() >= QUIET_MS:
                self._actions.print_again(self._model.encounter)
        elif self._model is not None and self._only_frees():
            self._signs = self._model.encounter
            self.show_model(self._model)
            self._sign.begin()
        else:
            self._press_sign()

    def _press_sign(self) -> None:
        model = self._model
        if model is None or not self._go.isEnabled() or model.signed_at:
            return
        if blocking(model.missing):
            self._sign.show_sentence(self.tr("Something above blocks the signature. Nothing is lost."))
            self._missing.begin()
            return
        if not self._sign.complete():
            secret = (
                self.tr("Type the password.")
                if model.asks_password
                else self.tr("Type the six digits of the PIN.")
            )
            self._sign.show_sentence(secret)
            self._sign.begin()
            return
        asked = [one for one in model.missing if one.asks_again]
        if asked and self._warned != model.encounter:
            self._warned = model.encounter
            what = self.tr("{title}: not recorded. Sign once more to close without it.")
            self._sign.show_sentence(what.format(title=asked[0].title))
            return
        self.show_busy(True)
        self._actions.sign(SignForm(model.encounter, self._sign.secret(), self._sign.prints()))

    def show_busy(self, busy: bool) -> None:
        """While it is signed nothing can be pressed twice; what is typed meanwhile goes nowhere."""
        if busy and self._held() is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go.setEnabled(not busy)
        self._sign.setEnabled(not busy)
        self._sign.entry.setEnabled(not busy)
        if busy:
            self._go.set_text(self.tr("Signing…"))
        else:
            self._label()

    def refuse(self, sentence: str) -> None:
        """It was not signed: say why, and what is safe."""
        self.show_busy(False)
        self._sign.clear()
        self._sign.show_sentence(sentence)
        self._sign.begin()

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; at 0 tries left the PIN has ended (show a model that asks the password)."""
        words_left = self.tr("Wrong PIN. Nothing was signed. One try is left.")
        if left != 1:
            words_left = self.tr("Wrong PIN. Nothing was signed. {left} tries are left.").format(left=left)
        ended = self.tr("Ten wrong PINs: the PIN has ended. Sign with the password.")
        self.refuse(words_left if left > 0 else ended)

    def refuse_fix(self, key: str, sentence: str) -> None:
        """What was typed for a missing thing could not be taken; `key` is `Missing.key`."""
        self._missing.refuse(key, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the paper makes room for the presses; the PDF shows it."""
        super().resizeEvent(event)
        self._show_preview()
        self._set_low(self.height() < theme.px(LOW))

    def _set_low(self, low: bool) -> None:
        """In a low page the PIN is in the foot, in sight with its button; the keypad stays where it is."""
        if low != self._low:
            self._low = low
            self._sign.lend_entry(self._beside if low else None)
            self._foot.row.setContentsMargins(20, 8 if low else 14, 20, 8 if low else 14)
        self._show_asked()

    def _show_preview(self) -> None:
        self._preview.setVisible(self.width() >= theme.px(NARROW) and not self._only_frees())

    def _show_asked(self) -> None:
        signed = self._model is not None and self._model.signed_at is not None
        self._asked.setVisible(self._low and not signed and not self._only_frees())

    def _show_way(self) -> None:
        """What a visit needs: its ticket and a signature, or only its chair back."""
        frees = self._only_frees()
        for part in (self._sign, self._above_sign, self._pdf):
            part.setVisible(not frees)
        self._free.setVisible(frees)
        self._show_preview()
        self._show_asked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
