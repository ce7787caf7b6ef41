"""Settings: panels in as many columns as the window has room for; the people first, one's own PIN last."""

from collections.abc import Callable, Sequence
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import (
    ComboField,
    Field,
    Hairline,
    PageHead,
    Panel,
    Paragraph,
    PinField,
    PrimaryButton,
    QuietButton,
    Segmented,
    Text,
)
from nursedesk.ui.kit.scroll import Fluid, ScrollArea
from nursedesk.ui.settings.kept import KeptPanel
from nursedesk.ui.settings.model import NewPersonForm, PersonRow, SettingsActions, SettingsModel
from nursedesk.ui.settings.shifts import ShiftsPanel
from nursedesk.ui.settings.site_rules import SiteRulesPanels

TWO, THREE = 2 * 430 + 68, 3 * 500 + 88
"""Least page width of two and of three columns, px at 100 %: what a panel of choices wants, with its margins."""


LEFT, RIGHT = ("scanning", "charting", "payers", "idle"), ("suite", "shifts", "second", "station", "kept", "pin")
COLUMNS = {
    1: (("people", *LEFT, *RIGHT),),
    2: (("people", *LEFT), RIGHT),
    3: (
        ("people", "kept", "pin"),
        ("suite", "shifts", "charting", "payers"),
        ("station", "second", "scanning", "idle"),
    ),
}
"""Which panels stand in which column, by the number of columns, so that they end at about one height."""


class SettingsPage(QWidget):
    """Each choice takes effect and is recorded at once."""

    def __init__(self, actions: SettingsActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        self.setAccessibleName(self.tr("Settings"))
        self._actions = actions
        head = PageHead("settingsHead")
        head.left.addWidget(Text(self.tr("Settings"), 20, theme.STRONG))
        head.left.addStretch()
        columns = Fluid()
        row = self._row = QHBoxLayout(columns)
        row.setContentsMargins(24, 4, 24, 24)
        row.setSpacing(20)
        self._site = SiteRulesPanels(actions.site, self)
        self._shifts, self.kept = ShiftsPanel(actions.set_shift_ends), KeptPanel(actions.kept)
        self._panels = {
            "people": self._people_panel(),
            "scanning": self._site.scanning,
            "charting": self._site.charting,
            "payers": self._site.payers,
            "idle": self._site.idle,
            "suite": self._suite_panel(),
            "shifts": self._shifts,
            "second": self._site.second,
            "station": self._station_panel(),
            "kept": self.kept,
            "pin": self._pin_panel(),
        }
        self._boxes = [QVBoxLayout() for _ in COLUMNS[3]]
        for box in self._boxes:
            box.setSpacing(20)
            box.addStretch(1)
            row.addLayout(box, 1)
        self._count = 0
        self._place(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(ScrollArea(columns), 1)

    def _place(self, count: int) -> None:
        """The panels in so many columns."""
        if count == self._count:
            return
        self._count = count
        # Taken out by the layout itself: an item that stays behind would keep the sizes a panel once had.
        for panel, box in product(self._panels.values(), self._boxes):
            box.removeWidget(panel)
        for place, box in enumerate(self._boxes):
            names = COLUMNS[count][place] if place < count else ()
            for number, name in enumerate(names):
                box.insertWidget(number, self._panels[name])
            self._row.setStretch(place, 1 if names else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as keep every choice whole."""
        super().resizeEvent(event)
        room = self.width() / theme.scale()
        self._place(3 if room >= THREE else 2 if room >= TWO else 1)

    # --- people ---

    def _people_panel(self) -> QWidget:
        panel = Panel("peoplePanel")
        column = _column(panel, self.tr("People"))
        column.setSpacing(0)
        column.addSpacing(theme.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(theme.px(14))
        more = QuietButton(self.tr("Roles, passwords, badges, leaving…"), name="peopleButton")
        more.clicked.connect(lambda: self._actions.open_people())
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._newcomer = QWidget()
        form = QGridLayout(self._newcomer)
        form.setContentsMargins(0, theme.px(20), 0, 0)
        form.setSpacing(theme.px(12))
        self._fields = {
            "name": Field(self.tr("Name"), name="personNameField", hint=self.tr("Jordan Doe")),
            "credential": Field(self.tr("Credential"), name="personCredentialField", hint=self.tr("RN")),
            "sign_in": Field(self.tr("Sign-in name"), name="personSignInField", hint=self.tr("jdoe")),
            "password": Field(self.tr("First password"), name="personPasswordField", secret=True),
            "pin": PinField(self.tr("First PIN, six digits"), name="personPinField"),
        }
        self._role = ComboField(self.tr("Role"), self._role_words(), name="personRoleField")
        form.addWidget(Text(self.tr("Somebody new"), 15, theme.STRONG), 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        places = ((1, 0), (1, 1), (2, 0), (3, 0), (3, 1))
        for field, place in zip(self._fields.values(), places, strict=True):
            form.addWidget(field, *place, top)
        form.addWidget(self._role, 2, 1, top)
        self._refusal = Paragraph("", 13, theme.MEDIUM, "needs_stop_text")
        self._refusal.setObjectName("personRefusal")
        self._refusal.hide()
        form.addWidget(self._refusal, 4, 0, 1, 2)
        add = PrimaryButton(self.tr("Add this person"), name="addPersonButton", icon="check_in")
        add.clicked.connect(self._add)
        form.addWidget(add, 5, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._newcomer)
        self._only_admin = Paragraph(
            self.tr("An administrator takes people in and changes the suite’s choices."), 14, role="quiet"
        )
        self._only_admin.setContentsMargins(0, theme.px(16), 0, 0)
        column.addWidget(self._only_admin)
        return panel

    def _role_words(self) -> Sequence[tuple[str, str]]:
        return (
            ("nurse", self.tr("Nurse")),
            ("charge_nurse", self.tr("Charge nurse")),
            ("biller", self.tr("Biller")),
            ("auditor", self.tr("Auditor")),
            ("administrator", self.tr("Administrator")),
            ("break_glass", self.tr("Break-glass")),
        )

    def _add(self) -> None:
        said = {name: field.text() for name, field in self._fields.items()}
        form = NewPersonForm(
            said["sign_in"], said["name"], said["credential"], self._role.choice(), said["password"], said["pin"]
        )
        refusal = self._actions.add_person(form)
        self._refusal.show_text(refusal)
        self._refusal.setVisible(bool(refusal))
        if not refusal:
            for field in self._fields.values():
                field.set_text("")

    # --- choices ---

    def _suite_panel(self) -> QWidget:
        panel = Panel("suitePanel")
        column = _column(panel, self.tr("This suite"))
        policies = (
            ("shown", self.tr("Shown")),
            ("after", self.tr("After crossing")),
            ("hidden", self.tr("Hidden")),
        )
        self._policy = self._choice(
            column, self.tr("Boundaries at the chair"), policies, "policyField", self._actions.set_policy
        )
        _explain(column, self.tr("The minutes at which the ticket changes, on the card and the timeline."))
        profiles = (("cpt", self.tr("CPT")), ("reference-card", self.tr("Reference card")))
        self._profile = self._choice(
            column, self.tr("Rules the tickets are coded by"), profiles, "profileField", self._actions.set_profile
        )
        _explain(column, self.tr("For tickets from now on; a signed ticket keeps the rules it was coded by."))
        return panel

    def _station_panel(self) -> QWidget:
        panel = Panel("stationPanel")
        column = _column(panel, self.tr("This station"))
        sizes = tuple((size, f"{size} %") for size in ("100", "125", "150", "200"))
        self._text = self._choice(column, self.tr("Text size"), sizes, "textSizeField", self._actions.set_text)
        # Each by its own name: whoever cannot read the screen still finds hers.
        languages = (("en", "English"), ("es", "Español"))
        spoken = self.tr("Language of the screen")
        self._screen = self._choice(
            column, spoken, languages, "screenLanguageField", self._actions.set_screen_language
        )
        _explain(column, self.tr("From the next time NurseDesk is opened."))
        papers = (("letter", self.tr("Letter")), ("a4", self.tr("A4")))
        self._paper = self._choice(column, self.tr("Paper"), papers, "paperField", self._actions.set_paper)
        self._language = self._choice(
            column,
            self.tr("Language of printed forms"),
            languages,
            "formLanguageField",
            self._actions.set_language,
        )
        self._printer = ComboField(self.tr("Printer"), name="printerField", hint=self.tr("No printer: PDF only"))
        self._printer.changed.connect(self._actions.set_printer)
        column.addSpacing(theme.px(16))
        column.addWidget(self._printer)
        self._printer_gone = Paragraph("", 13, theme.MEDIUM, "needs_stop_text")
        self._printer_gone.setObjectName("printerGone")
        self._printer_gone.setContentsMargins(0, theme.px(6), 0, 0)
        self._printer_gone.hide()
        column.addWidget(self._printer_gone)
        return panel

    def _pin_panel(self) -> QWidget:
        panel = Panel("ownPinPanel")
        column = _column(panel, self.tr("Your PIN"))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._own_password = Field(self.tr("Your password"), name="ownPasswordField", secret=True)
        self._new_pin = PinField(self.tr("New PIN, six digits"), name="newPinField")
        row.addWidget(self._own_password, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._new_pin, 1, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(theme.px(12))
        column.addLayout(row)
        self._pin_answer = Paragraph("", 14, theme.MEDIUM)
        self._pin_answer.setObjectName("pinAnswer")
        self._pin_answer.setContentsMargins(0, theme.px(10), 0, 0)
        self._pin_answer.hide()
        column.addWidget(self._pin_answer)
        column.addSpacing(theme.px(16))
        change = PrimaryButton(self.tr("Change the PIN"), name="changePinButton")
        change.clicked.connect(
            lambda: self._actions.change_pin(self._own_password.edit.text(), self._new_pin.text())
        )
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _choice(
        self,
        column: QVBoxLayout,
        words: str,
        options: Sequence[tuple[str, str]],
        name: str,
        chosen: Callable[[str], None],
    ) -> Segmented:
        column.addSpacing(theme.px(16))
        column.addWidget(Text(words, 13, theme.MEDIUM, "quiet"))
        column.addSpacing(theme.px(5))
        part = Segmented(options, name=name, spoken=words)
        part.chosen.connect(chosen)
        column.addWidget(part)
        return part

    # --- showing ---

    def showEvent(self, event: QShowEvent) -> None:
        """What was refused or typed in secret belongs to the visit of the page it was said in."""
        super().showEvent(event)
        if not event.spontaneous():
            self._forget()

    def _forget(self) -> None:
        for field in (*self._fields.values(), self._own_password, self._new_pin):
            field.set_text("")
        for field in self.findChildren(Field):
            field.set_error("")
        self._refusal.hide()
        self._pin_answer.hide()

    def show_model(self, model: SettingsModel) -> None:
        """Show the suite and the station as they are."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        words = dict(self._role_words())
        for person in model.people:
            self._rows.addWidget(_person_row(person, words))
            self._rows.addWidget(Hairline())
        self._newcomer.setVisible(model.may_change)
        self._only_admin.setVisible(not model.may_change)
        self._policy.choose(model.boundary_policy)
        self._profile.choose(model.profile)
        self._policy.setEnabled(model.may_change)
        self._profile.setEnabled(model.may_change)
        self._text.choose(model.text_percent)
        self._paper.choose(model.paper)
        self._language.choose(model.language)
        self._screen.choose(model.screen_language)
        self._site.show_rules(model.site, model.may_change)
        self._show_printer(model)
        self.kept.show_kept(model.kept, model.may_change)
        self._shifts.show_ends(model.shift_ends, model.may_change)

    def _show_printer(self, model: SettingsModel) -> None:
        """A printer that vanished stays named: another would give a patient's name to strangers."""
        gone = bool(model.printer) and model.printer not in model.printers
        lost = ((model.printer, self.tr("{printer} (not there)").format(printer=model.printer)),) if gone else ()
        self._printer.set_options([*lost, *((name, name) for name in model.printers)])
        self._printer.choose(model.printer)
        said = self.tr("This printer is not there: nothing is printed until it is back or another is chosen.")
        self._printer_gone.show_text(said)
        self._printer_gone.setVisible(gone)

    def pin_answer(self, sentence: str) -> None:
        """What came of changing the PIN."""
        self._pin_answer.show_text(sentence)
        self._pin_answer.setVisible(bool(sentence))
        self._own_password.set_text("")
        self._new_pin.set_text("")


def _column(panel: Panel, title: str) -> QVBoxLayout:
    column = QVBoxLayout(panel)
    column.setContentsMargins(24, 18, 24, 22)
    column.setSpacing(0)
    column.addWidget(Text(title, 17, theme.STRONG))
    return column


def _explain(column: QVBoxLayout, sentence: str) -> None:
    column.addSpacing(theme.px(6))
    column.addWidget(Paragraph(sentence, 13, role="quiet"))


def _person_row(person: PersonRow, words: dict[str, str]) -> QWidget:
    """Name over sign-in name at the left, what the person may do at the right."""
    row = QWidget()
    row.setMinimumHeight(theme.px(60))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(16))
    who = QVBoxLayout()
    who.setSpacing(0)
    who.addStretch()
    who.addWidget(Paragraph(f"{person.name} {person.credential}".strip(), 15, theme.MEDIUM))
    who.addWidget(Paragraph(person.sign_in, 13, role="quiet"))
    who.addStretch()
    line.addLayout(who, 3)
    roles = Paragraph(", ".join(words.get(role, role) for role in person.roles), 14, role="quiet")
    roles.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(roles, 2)
    return row
