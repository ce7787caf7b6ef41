"""Check a patient in to a chair: a name is enough, everything else can come later."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.catalog.scans import Field as Wanted
from nursedesk.catalog.scans import Garbled, NotADrug, Plain, Scan, WrongField
from nursedesk.record.encounter import Patient, Setting
from nursedesk.ui import theme, words
from nursedesk.ui.check_in import words as own_words
from nursedesk.ui.check_in.form import (
    AccessChoice,
    CheckInForm,
    CheckInUses,
    Refusal,
    access,
    allergies,
    birth_date,
    name,
    plain_text,
    weight,
)
from nursedesk.ui.frame.focus import next_inside
from nursedesk.ui.frame.scrolled import scrolled
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.hang.scan_words import wrong_field
from nursedesk.ui.kit import Button, CheckBox, DialogFrame, Field, Hairline, Kind, PrimaryButton, Segmented, Text

SIZE = QSize(780, 712)
LONGEST = 200
Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class CheckInDraft:
    """What stands in the dialog, as text."""

    name: str = ""
    born: str = ""
    sex: str = ""
    mrn: str = ""
    payer: str = ""
    provider: str = ""
    setting: Setting = Setting.OUTPATIENT_FACILITY
    access: AccessChoice = AccessChoice.NONE_YET
    site: str = ""
    earlier_visit: bool = False
    allergies: str = ""
    weight: str = ""


class CheckInDialog(DialogFrame):
    """Emits the form, or what was typed when it is left."""

    checked_in = Signal(object)
    """CheckInForm."""
    left = Signal(object)
    """CheckInDraft, or None when nothing was typed."""

    def __init__(
        self,
        host: QWidget,
        chair: str,
        setting: Setting,
        uses: CheckInUses,
        *,
        draft: CheckInDraft | None = None,
        offered: CheckInDraft | None = None,
    ) -> None:
        """`draft` stands in it at once; `offered` was left here before and is taken only with a press."""
        super().__init__(
            host,
            name="checkInDialog",
            title="",
            size=SIZE * theme.scale(),
            lead=chair,
            note="",
            clear_top=bar_height(),
        )
        self._chair, self._uses, self._offered = chair, uses, offered
        self._fresh = CheckInDraft(setting=setting)
        title = self.tr("Check in")
        self.title.set_runs(title)
        self.setAccessibleName(self.tr("Check in to chair {chair}").format(chair=chair))
        note = self.tr("A name is enough to begin")
        scan = self.tr("Scan the wristband, or type the name: that is enough to begin")
        self.note.show_text(scan if uses.wristbands else note)
        self.note.show()
        self._make()
        self._lay_out()
        self._show(draft or self._fresh)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            press = QShortcut(QKeySequence(keys), self)
            press.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            press.activated.connect(self._press)
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        hint = self.tr("ROE, Jane")
        self._name = Field(self.tr("Name"), name="nameField", hint=hint, spoken=self.tr("Patient’s name"))
        self._born = Field(self.tr("Date of birth"), name="birthField", hint=self.tr("02-Feb-1961"))
        sexes = [("F", self.tr("F")), ("M", self.tr("M")), ("X", self.tr("X")), ("", self.tr("Not recorded"))]
        self._sex = Segmented(sexes, name="sexField", spoken=self.tr("Sex"), height=48)
        self._mrn = Field(self.tr("MRN"), name="mrnField")
        self._payer = Field(self.tr("Payer"), name="payerField")
        self._provider = Field(self.tr("Ordering provider"), name="providerField")
        settings = [
            (Setting.OUTPATIENT_FACILITY.value, self.tr("Facility, outpatient")),
            (Setting.OFFICE.value, self.tr("Office")),
            (Setting.INPATIENT.value, self.tr("Inpatient")),
        ]
        self._setting = Segmented(settings, name="settingField", spoken=self.tr("Setting"), height=48)
        choices = [
            (AccessChoice.PERIPHERAL.value, self.tr("PIV")),
            (AccessChoice.PORT.value, self.tr("Port")),
            (AccessChoice.PICC.value, self.tr("PICC")),
            (AccessChoice.NONE_YET.value, self.tr("None yet")),
        ]
        self._access = Segmented(choices, name="firstAccessField", spoken=self.tr("Access"), height=48)
        self._access.chosen.connect(lambda _: self._show_site())
        self._site = Field(self.tr("Where"), name="accessSiteField", hint=self.tr("22 g, left forearm"))
        self._allergies = Field(
            self.tr("Allergies"), name="allergiesField", hint=self.tr("penicillin, latex; or none")
        )
        self._weight = Field(self.tr("Weight"), name="weightField", suffix="kg")
        self._again = CheckBox(self.tr("Was here earlier today"), name="earlierVisitField")
        for choice in (self._sex, self._setting, self._access):
            for part in choice.findChildren(QAbstractButton):
                part.installEventFilter(self)
        self._again.installEventFilter(self)
        for field in self._texts():
            field.edit.setMaxLength(LONGEST)
            field.entered.connect(lambda _, field=field: self._entered(field))
            field.changed.connect(lambda _, field=field: field.set_error(""))
        self._name.edit.editingFinished.connect(lambda: self._judge_name(quiet=True))
        self._born.edit.editingFinished.connect(lambda: self._judge_born(quiet=True))
        self._allergies.edit.editingFinished.connect(self._judge_facts)
        self._weight.edit.editingFinished.connect(self._judge_facts)

    def _texts(self) -> tuple[Field, ...]:
        person = (self._name, self._born, self._mrn, self._payer, self._provider, self._site)
        return (*person, self._allergies, self._weight)

    def _lay_out(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(theme.px(14))
        for row, shares in (
            ((self._name, self._mrn), (2, 1)),
            ((self._born, _labelled(self.tr("Sex"), self._sex)), (1, 1)),
            ((self._allergies, self._weight), (2, 1)),
            ((self._payer, self._provider), (1, 1)),
            ((_labelled(self.tr("Setting"), self._setting), _labelled("", self._again)), (2, 1)),
            ((_labelled(self.tr("Access"), self._access), self._site), (1, 1)),
        ):
            column.addLayout(_row(row, shares))
        column.addStretch(1)
        self.body.addWidget(Hairline())
        self.body.addWidget(scrolled(form), 1)
        self.body.addWidget(Hairline())
        cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="checkInCancelButton")
        cancel.set_note("Esc")
        cancel.clicked.connect(self._leave)
        self.cancelled.connect(self._leave)
        self._take = Button(self._take_word(), Kind.PLAIN, name="takeTypedButton")
        self._take.setVisible(self._offered is not None)
        self._take.clicked.connect(self._take_typed)
        go = PrimaryButton(self.tr("Check in"), name="checkInButton", icon="check_in", size=18, height=64)
        go.setMinimumWidth(theme.px(220))
        go.clicked.connect(self._press)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._take)
        self.foot.addStretch(1)
        self.foot.addWidget(go)

    def _take_word(self) -> str:
        before = self._offered
        who = (before.name or before.mrn) if before is not None else ""
        return self.tr("Typed here before: {who}. Take it").format(who=who or self.tr("no name"))

    def _take_typed(self) -> None:
        """The same patient after all; somebody else never inherits an MRN."""
        if self._offered is not None:
            self._show(self._offered)
        self._offered = None
        self._take.hide()
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, draft: CheckInDraft) -> None:
        texts = (draft.name, draft.born, draft.mrn, draft.payer, draft.provider, draft.site)
        for field, text in zip(self._texts(), (*texts, draft.allergies, draft.weight), strict=True):
            field.set_text(text)
        self._sex.choose(draft.sex)
        self._setting.choose(draft.setting)
        self._access.choose(draft.access)
        self._again.setChecked(draft.earlier_visit)
        self._show_site()

    def _show_site(self) -> None:
        self._site.setEnabled(self._access.choice() != AccessChoice.NONE_YET)

    def draft(self) -> CheckInDraft:
        """What stands here now."""
        return CheckInDraft(
            name=self._name.text(),
            born=self._born.text(),
            sex=self._sex.choice(),
            mrn=self._mrn.text(),
            payer=self._payer.text(),
            provider=self._provider.text(),
            setting=Setting(self._setting.choice()),
            access=AccessChoice(self._access.choice()),
            site=self._site.text(),
            earlier_visit=self._again.isChecked(),
            allergies=self._allergies.text(),
            weight=self._weight.text(),
        )

    # --- scans ---

    def _entered(self, field: Field) -> None:
        """Enter: a wristband fills in whose it is, a drug's code is refused, anything else goes on."""
        if self._takes_scan(field) or QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        self._go_on(field)

    def _go_on(self, part: QWidget) -> None:
        """Enter: to what follows; on the last of all it checks in."""
        if part is (self._site if self._site.isEnabled() else self._access):
            self._press()
            return
        while next_inside(self, True):
            at = self.focusWidget()
            if at is None or not part.isAncestorOf(at):
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from a choice as it does from a field."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.type() != QEvent.Type.KeyPress or not isinstance(watched, QAbstractButton):
            return super().eventFilter(watched, event)
        whole = watched.parentWidget()
        self._go_on(whole if isinstance(whole, Segmented) else watched)
        return True

    def _takes_scan(self, field: Field) -> bool:
        """Whether what stands in a field was no text for it; then it is dealt with and gone from there."""
        text = field.text()
        read = self._uses.read(text, Wanted.WRISTBAND)
        if isinstance(read, Plain) or not text:
            return False
        if isinstance(read, Garbled) and (field is not self._name or read.damage not in own_words.GARBLED):
            return False
        if isinstance(read, NotADrug) and field is not self._mrn and field is not self._name and text.isdigit():
            return False
        field.set_text("")
        if isinstance(read, NotADrug):
            self._take_person(read.number)
        else:
            field.set_error(_why_not(read))
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _take_person(self, number: str) -> None:
        """The patient of a wristband: as he was here last, else his number and a name to be typed."""
        before = self._uses.known(number)
        draft = replace(self.draft(), mrn=before.mrn if before else number)
        if before is not None:
            born = words.day(before.birth_date) if before.birth_date else draft.born
            known = ", ".join(before.allergies) if before.allergies else draft.allergies
            none = self.tr("none") if before.allergies == () else known
            draft = replace(draft, name=before.name, born=born, sex=before.sex or draft.sex, allergies=none)
        self._show(draft)
        self._name.set_error("" if draft.name else own_words.scanned(number))
        target = self._payer if draft.name else self._name
        target.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- judging ---

    def _judge_facts(self) -> bool:
        """Say what is wrong with allergies and weight; nothing at all stays "Not recorded"."""
        good = True
        reads = ((self._allergies, allergies(self._allergies.text())), (self._weight, weight(self._weight.text())))
        for field, read in reads:
            wrong = isinstance(read, Refusal)
            field.set_error(own_words.refusal(read) if isinstance(read, Refusal) else "")
            good = good and not wrong
        return good

    def _judge_name(self, quiet: bool) -> bool:
        """Say what is wrong with the name; when `quiet`, an empty one is not yet wrong."""
        read = name(self._name.text())
        if quiet and read is Refusal.NAME_MISSING:
            return False
        self._name.set_error(own_words.refusal(read) if isinstance(read, Refusal) else "")
        return not isinstance(read, Refusal)

    def _judge_born(self, quiet: bool) -> bool:
        """Say what is wrong with the birth date; none at all is allowed and stays "Not recorded"."""
        read = birth_date(self._born.text(), self._uses.today())
        wrong = isinstance(read, Refusal) and read is not Refusal.DATE_MISSING
        self._born.set_error(own_words.refusal(read) if wrong and isinstance(read, Refusal) else "")
        return not wrong

    def _press(self) -> None:
        if any(self._takes_scan(field) for field in (self._name, self._mrn) if not self._is_number(field)):
            return
        good = (self._judge_name(quiet=False), self._judge_born(quiet=False), self._judge_facts())
        if not all(good):
            wrong = [self._name, self._born, self._allergies][good.index(False)]
            wrong.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.hide()
        self.checked_in.emit(self._form())

    def _is_number(self, field: Field) -> bool:
        """The MRN's own field may hold what a wristband holds."""
        return field is self._mrn and isinstance(self._uses.read(field.text(), Wanted.WRISTBAND), NotADrug)

    def _form(self) -> CheckInForm:
        born = birth_date(self._born.text(), self._uses.today())
        called = name(self._name.text())
        patient = Patient(
            called if not isinstance(called, Refusal) else "",
            plain_text(self._mrn.text()),
            born if isinstance(born, date) else None,
            self._sex.choice() or None,
            _read(allergies(self._allergies.text())),
            _read(weight(self._weight.text())),
        )
        return CheckInForm(
            chair=self._chair,
            patient=patient,
            setting=Setting(self._setting.choice()),
            payer=plain_text(self._payer.text()) or None,
            ordering_provider=plain_text(self._provider.text()) or None,
            access=access(AccessChoice(self._access.choice()), self._site.text()),
            earlier_visit_same_day=self._again.isChecked(),
        )

    def refuse(self, sentence: str) -> None:
        """The desk could not take it (the chair is taken): say why, with everything still in place."""
        self.show()
        self._name.set_error(sentence)

    def _leave(self) -> None:
        self.hide()
        self.left.emit(self.draft() if self.draft() != self._fresh else self._offered)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)


def _read(value: Known | Refusal) -> Known | None:
    """What was typed, None where it was refused."""
    return None if isinstance(value, Refusal) else value


def _why_not(read: Scan | WrongField) -> str:
    """Why what was scanned is no patient."""
    if isinstance(read, WrongField):
        return wrong_field(read.wanted, read.got)
    return own_words.garbled(read.damage) if isinstance(read, Garbled) else own_words.no_person()


def _row(parts: tuple[QWidget, ...], shares: tuple[int, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part, share in zip(parts, shares, strict=True):
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row


def _labelled(label: str, part: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(5))
    column.addWidget(Text(label, 13, theme.MEDIUM, "quiet"))
    column.addWidget(part)
    return box
