"""Modifiers a person adds to what a drug's giving is charged with: chosen from the table, each with its reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.record.encounter import Administration, Encounter, Modifier
from nursedesk.ui import theme
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.line_names import UNCHARGED
from nursedesk.ui.kit import Button, ComboField, Field, Kind, Paragraph, PrimaryButton, QuietButton

translate = QCoreApplication.translate
Keep = Callable[[str, tuple[Modifier, ...]], bool | None]
"""Administration and all modifiers it is to have; False when it was refused."""


def modifier_words(code: str) -> str:
    """Our own short words for a modifier, the bare code where there are none."""
    words = {
        "59": translate("EncounterModifiers", "a separate service"),
        "XE": translate("EncounterModifiers", "another visit that day"),
        "XP": translate("EncounterModifiers", "another practitioner"),
        "XS": translate("EncounterModifiers", "another site"),
        "XU": translate("EncounterModifiers", "nothing in common with the other"),
        "76": translate("EncounterModifiers", "repeated by the same person"),
        "77": translate("EncounterModifiers", "repeated by somebody else"),
        "52": translate("EncounterModifiers", "less than the whole service"),
        "53": translate("EncounterModifiers", "stopped for the patient’s sake"),
        "GY": translate("EncounterModifiers", "excluded by law"),
        "GA": translate("EncounterModifiers", "notice of liability on file"),
        "GZ": translate("EncounterModifiers", "no notice on file"),
        "GX": translate("EncounterModifiers", "voluntary notice"),
        "JA": translate("EncounterModifiers", "given into a vein"),
        "JB": translate("EncounterModifiers", "given under the skin"),
        "JG": translate("EncounterModifiers", "bought under 340B"),
        "TB": translate("EncounterModifiers", "bought under 340B"),
        "EA": translate("EncounterModifiers", "anaemia from chemotherapy"),
        "EB": translate("EncounterModifiers", "anaemia from radiotherapy"),
        "EC": translate("EncounterModifiers", "another anaemia"),
        "PO": translate("EncounterModifiers", "department off campus"),
        "PN": translate("EncounterModifiers", "department off campus, not excepted"),
        "KX": translate("EncounterModifiers", "what the policy asks is on file"),
        "CR": translate("EncounterModifiers", "disaster"),
        "Q0": translate("EncounterModifiers", "under trial itself"),
        "Q1": translate("EncounterModifiers", "routine care in a trial"),
    }
    return f"{code} · {words[code]}" if code in words else code


class ModifiersBar(QWidget):
    """Under the ticket's head: the drug, the modifier, why; and those it has already, each off by a press."""

    def __init__(self, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modifiersBar")
        self.setAccessibleName(self.tr("Modifiers"))
        self._keep = keep
        self._given: tuple[Administration, ...] = ()
        self._visit = ""
        self._offered: tuple[tuple[tuple[str, str], ...], ...] = ()
        self._shown: tuple[Modifier, ...] = ()
        self.drug = ComboField(self.tr("Drug"), name="modifierDrugField")
        self.modifier = ComboField(self.tr("Modifier"), name="modifierField", hint=self.tr("Choose one"))
        self.reason = Field("", name="modifierReason", hint=self.tr("Reason"), spoken=self.tr("Reason for it"))
        self._there = QVBoxLayout()
        self._lay_out()
        self.drug.changed.connect(lambda _: self._show_there())
        self.reason.entered.connect(lambda _: self._add())

    def _lay_out(self) -> None:
        add = PrimaryButton(self.tr("Add"), name="addModifier", spoken=self.tr("Add the modifier"))
        leave = Button(self.tr("Not now"), Kind.PLAIN, name="leaveModifiers", pad=10)
        add.clicked.connect(self._add)
        leave.clicked.connect(self.hide)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.drug, 1)
        first.addWidget(self.modifier, 1)
        second.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignTop)
        second.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(10))
        column.setSpacing(theme.px(8))
        for row in (first, second):
            row.setSpacing(theme.px(8))
            column.addLayout(row)
        column.addLayout(self._there)

    def show_visit(self, encounter: Encounter, context: EncounterContext) -> None:
        """Offer this visit's drugs and the modifiers of its setting; another visit forgets what was typed."""
        if encounter.id != self._visit:
            self._visit = encounter.id
            self.reason.set_text("")
            self.modifier.choose("")
            self.hide()
        self._given = tuple(a for a in encounter.administrations if a.purpose not in UNCHARGED or a.modifiers)
        drugs = tuple((a.id, context.drug(a.drug)) for a in self._given)
        offered = tuple((code, modifier_words(code)) for code in context.modifiers)
        if (drugs, offered) != self._offered:  # a list that is open stays open while the page is painted anew
            self._offered = drugs, offered
            self.drug.set_options(drugs)
            self.modifier.set_options(offered)
        if not self.drug.choice() and self._given:
            self.drug.choose(self._given[0].id)
        self._show_there()

    def open(self, about: Sequence[str]) -> None:
        """Ask for one, about the first of these administrations where any is named."""
        self.show()
        if about:
            self.drug.choose(about[0])
        self._show_there()
        self.modifier.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """Put it away with what is typed in it; False when it was not open."""
        was_open = not self.isHidden()
        self.hide()
        return was_open

    def _one(self) -> Administration | None:
        return next((a for a in self._given if a.id == self.drug.choice()), None)

    def _add(self) -> None:
        one, code, why = self._one(), self.modifier.choice(), self.reason.text().strip()
        if one is None or not code:
            self.reason.set_error(self.tr("Choose a modifier first."))
            return
        if not why:
            self.reason.set_error(self.tr("Say why in a few words."))
            return
        self.reason.set_error("")
        others = tuple(m for m in one.modifiers if m.code != code)
        if self._keep(one.id, (*others, Modifier(code, why))) is not False:
            self.reason.set_text("")
            self.modifier.choose("")

    def _remove(self, code: str) -> None:
        one = self._one()
        if one is not None:
            self._keep(one.id, tuple(m for m in one.modifiers if m.code != code))

    def _show_there(self) -> None:
        one = self._one()
        there = one.modifiers if one is not None else ()
        if there == self._shown:
            return
        self._shown = there
        while (item := self._there.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for modifier in there:
            self._there.addWidget(self._row(modifier))

    def _row(self, modifier: Modifier) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = Paragraph(f"{modifier_words(modifier.code)}: {modifier.reason}", 14)
        words.setObjectName(f"modifierThere_{modifier.code}")
        spoken = self.tr("Take {modifier} off").format(modifier=modifier.code)
        away = QuietButton(self.tr("Take off"), name=f"removeModifier_{modifier.code}", spoken=spoken)
        away.clicked.connect(lambda: self._remove(modifier.code))
        line.addWidget(words, 1)
        line.addWidget(away)
        return row
