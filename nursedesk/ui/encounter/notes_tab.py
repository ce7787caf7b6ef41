"""Notes with their time: words about the visit, how the patient took each drug, vital signs, reactions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.events_list import EventsList
from nursedesk.ui.encounter.observe_forms import ReactionForm, VitalsForm
from nursedesk.ui.encounter.pane import Pane
from nursedesk.ui.kit import Button, ComboField, Field, Kind, PrimaryButton, Segmented

_VISIT = ""
_NOTE, _VITALS, _REACTION = "note", "vitals", "reaction"


class NotesTab(QWidget):
    """Emits `noted(text, line or None, is a response)`, `vitals_noted` and `reaction_noted`."""

    noted = Signal(str, object, bool)
    vitals_noted = Signal(object)
    reaction_noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesTab")
        self.list = EventsList("notesList")
        self.list.setAccessibleName(self.tr("Notes of the visit"))
        self.list.say_nothing(self.tr("Nothing is noted yet."))
        self.about = ComboField("", name="noteAboutField", spoken=self.tr("What the note is about"))
        self.text = Field("", name="noteField", hint=self.tr("Write a note"), spoken=self.tr("Note"))
        self.save = PrimaryButton(self.tr("Add"), name="saveNote", spoken=self.tr("Add the note"))
        self._quick: list[Button] = []
        self._visit = ""
        self._drafts: dict[str, str] = {}
        chips = QHBoxLayout()
        chips.setSpacing(theme.px(6))
        for number, words in enumerate(self._offers(), 1):
            button = Button(words, Kind.QUIET, name=f"responseOffer_{number}", size=13, pad=10)
            button.clicked.connect(lambda _=False, text=words: self._offer(text))
            chips.addWidget(button)
            self._quick.append(button)
        chips.addStretch(1)
        row, form = QHBoxLayout(), QWidget()
        foot = QVBoxLayout(form)
        row.setSpacing(theme.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.save)
        foot.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(8))
        self.kinds = Segmented(
            ((_NOTE, self.tr("Note")), (_VITALS, self.tr("Vitals")), (_REACTION, self.tr("Reaction"))),
            name="noteKind", spoken=self.tr("What is noted"),
        )  # fmt: skip
        self.vitals, self.reaction = VitalsForm(), ReactionForm()
        written = QWidget()
        own = QVBoxLayout(written)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(theme.px(8))
        own.addLayout(chips)
        own.addLayout(row)
        self._forms: dict[str, QWidget] = {_NOTE: written, _VITALS: self.vitals, _REACTION: self.reaction}
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        # As high with the list of drugs as without: the kinds stand still.
        kept = self.about.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.about.setSizePolicy(kept)
        head.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.about, 1)
        foot.addLayout(head)
        for each in self._forms.values():
            foot.addWidget(each)
        self.kinds.chosen.connect(self.show_kind)
        self.vitals.noted.connect(self.vitals_noted)
        self.reaction.noted.connect(self.reaction_noted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The kinds stand first and still: a longer form only moves what was noted before.
        self.pane = Pane("notesPane", self.list, self.list.needed_height, head=form)
        column.addWidget(self.pane)
        # Only what has its parent is shown: a form of its own would be a window that takes the keyboard.
        self.show_kind(_NOTE)
        self.save.clicked.connect(self._add)
        self.text.entered.connect(lambda _: self._add())
        self.about.changed.connect(lambda _: self._say_what())
        self._say_what()

    def show_kind(self, kind: str) -> None:
        """Which form is open: a note, vital signs or a reaction."""
        self.kinds.choose(kind)
        for name, form in self._forms.items():
            form.setVisible(name == kind)
        self.about.setVisible(kind == _NOTE)
        # Not the form: what was pressed stays where it is.
        self.pane.reveal(self.kinds)

    def open_vitals(self) -> None:
        """Start typing vital signs."""
        self.show_kind(_VITALS)
        self.vitals.fields["pressure"].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pane.reveal(self.vitals.fields["pressure"])

    def observed(self) -> None:
        """What was measured or seen is recorded: its form is empty again."""
        self.vitals.clear()
        self.reaction.clear()

    def _offers(self) -> tuple[str, ...]:
        return self.tr("tolerated well"), self.tr("no reaction"), self.tr("reaction, see note")

    def show_notes(self, rows: Sequence[EventRow], lines: Sequence[tuple[str, str]]) -> None:
        """Notes so far; `lines` are (line, drug) a response can be about."""
        self.list.show_rows(rows)
        self.pane.share()
        options = [(_VISIT, self.tr("About the visit"))]
        options += [(line, self.tr("Response to {drug}").format(drug=drug)) for line, drug in lines]
        if options != self._options():
            self.about.set_options(options)
            self.reaction.show_lines(lines)
            self._say_what()

    def set_open(self, allowed: bool) -> None:
        """Whether anything may be written."""
        for part in (self.about, self.text, self.save, self.vitals, self.reaction, *self._quick):
            part.setEnabled(allowed)

    def turn_to(self, encounter: str) -> None:
        """Another visit: its own draft comes back, the other's is kept for it."""
        self._drafts[self._visit] = self.text.text()
        self._visit = encounter
        self.text.set_text(self._drafts.pop(encounter, ""))
        self.about.choose(_VISIT)
        self.observed()
        self._say_what()

    def _options(self) -> list[tuple[str, str]]:
        combo = self.about.combo
        return [(str(combo.itemData(n)), combo.itemText(n)) for n in range(combo.count())]

    def open_response(self, line: str) -> None:
        """Start writing how the patient took a line."""
        self.show_kind(_NOTE)
        self.about.choose(line)
        self._say_what()
        self.text.edit.setFocus()
        self.pane.reveal(self.text)

    def _say_what(self) -> None:
        response = bool(self.about.choice())
        for button in self._quick:
            button.setVisible(response)
        self.text.edit.setPlaceholderText(
            self.tr("How did the patient take it?") if response else self.tr("Write a note")
        )

    def _offer(self, text: str) -> None:
        self.text.set_text(text)
        self._add()

    def _add(self) -> None:
        if not self.text.text():
            self.text.edit.setFocus()
            return
        text, line = self.text.text(), self.about.choice() or None
        self.text.set_text("")
        self.noted.emit(text, line, line is not None)
