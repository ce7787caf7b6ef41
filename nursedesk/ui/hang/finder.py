"""The left side of the dialog: one field for the scanner and for names, below it what can be chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.catalog.scans import Candidate, NotADrug, Scan, WrongField
from nursedesk.catalog.scans import Field as Wanted
from nursedesk.ui import theme
from nursedesk.ui.hang import scan_words
from nursedesk.ui.hang.arrange import Arrange
from nursedesk.ui.hang.asking import Answer, Asking
from nursedesk.ui.hang.choice_list import ChoiceList
from nursedesk.ui.hang.form import Choice
from nursedesk.ui.hang.offers import Offers
from nursedesk.ui.hang.scan import Taken, taken
from nursedesk.ui.hang.scanner_keys import keep_separator
from nursedesk.ui.hang.search import find, surely
from nursedesk.ui.kit import IconButton, Paragraph, SearchField

LONGEST = 400
LARGE = 1.25
Read = Callable[[str, Wanted], Scan | WrongField]


class Finder(QWidget):
    """Takes a scan or a name; what it is about is for the dialog."""

    seeking = Signal(bool)
    """Something is typed here that is not chosen yet, or asked that is not answered; False: no more."""
    doubted = Signal()
    """A scan told of no drug that could be filled in."""
    chosen = Signal(object)
    """A `Choice` of the list."""
    started = Signal(object)
    """A `Choice` of the list whose own Start was pressed."""
    picked = Signal(object, object)
    """A scanned package: its `Label` and its `Candidate`."""
    labelled = Signal(object)
    """The `Label` of a package that is not in the table: a name is still to come."""
    lot_chosen = Signal(str)
    """The lot on the label; empty: none of those offered, it is to be typed."""
    wristband_checked = Signal()
    moved_on = Signal()
    """Nothing is left to choose here."""
    arranged = Signal(object)
    """The favourites of this kind in another order, or fewer: tuple of `Choice`."""

    def __init__(self, offers: Offers, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers, self._read = offers, read
        self._asked: Taken | None = None
        self._marked: Choice | None = None
        self._make()
        self._lay_out()

    def _make(self) -> None:
        whole = self.tr("Scan the bag, or type a drug")
        if self._offers.push:
            whole = self.tr("Scan the vial or syringe, or type a drug")
        words = (whole, self.tr("Scan or type a drug"), self.tr("Drug"))
        # At larger text the words that say what to do have the room.
        key = "NDC · GS1" if theme.scale() < LARGE else ""
        self.search = SearchField(words[0], name="drugField", key=key, icon="scan")
        self.search.box.set_hints(*words)
        self.search.edit.setMaxLength(LONGEST)
        self.search.edit.textEdited.connect(self._look)
        self.search.entered.connect(self.enter)
        self.search.edit.installEventFilter(self)
        spoken = self.tr("Arrange the favourites")
        self._order = IconButton("edit", name="arrangeFavouritesButton", spoken=spoken, plain=True)
        self._order.clicked.connect(self._arrange)
        self._error = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._error.setObjectName("drugField_error")
        self._error.hide()
        self.list = ChoiceList()
        self.list.chosen.connect(self.chosen)
        self.list.started.connect(self.started)
        self.list.entered.connect(self.moved_on)
        self.asking = Asking()
        self.asking.answered.connect(self._answer)
        self.arrange = Arrange()
        self.arrange.arranged.connect(self.arranged)
        self.arrange.done.connect(self._back_to_list)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        top = QHBoxLayout()
        top.setContentsMargins(24, 0, 12, 0)
        top.setSpacing(4)
        top.addWidget(self.search, 1)
        top.addWidget(self._order)
        error = QHBoxLayout()
        error.setContentsMargins(24, 0, 20, 0)
        error.addWidget(self._error)
        column.addLayout(top)
        column.addLayout(error)
        for part in (self.list, self.asking, self.arrange):
            column.addWidget(part, 1)
        self._show_only(self.list)
        self.set_low(False)

    # --- showing ---

    def set_low(self, low: bool) -> None:
        """In a low window the list begins higher, and its headings are lower."""
        self._column.setContentsMargins(0, 8 if low else 16, 0, 0)
        self.list.set_low(low)

    def begin(self, offers: Offers, marked: Choice | None) -> None:
        """Last visit and favourites, one of them marked; the search is empty."""
        self._offers, self._marked, self._asked = offers, marked, None
        self.search.set_text("")
        self._order.setVisible(bool(offers.liked()))
        self.list.show_entries(offers.at_first(), marked)
        self._show_only(self.list)
        self.seeking.emit(False)

    def offer(self, offers: Offers) -> None:
        """Other favourites; what stands here stays."""
        self._offers = offers
        self._order.setVisible(bool(offers.liked()))

    def mark(self, choice: Choice | None) -> None:
        """Mark a line of the list, when it is there; none with None."""
        self._marked = choice
        self.list.mark(choice)

    def say(self, sentence: str) -> None:
        """One sentence under the field; an empty one takes it away."""
        self._error.show_text(sentence)
        self._error.setVisible(bool(sentence))

    def take_focus(self) -> None:
        """The keyboard goes into the field."""
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_only(self, shown: QWidget) -> None:
        for part in (self.list, self.asking, self.arrange):
            part.setVisible(part is shown)

    def _back_to_list(self) -> None:
        self.begin(self._offers, self._marked)
        self.take_focus()

    def _arrange(self) -> None:
        if self.arrange.isVisible():
            self._back_to_list()
            return
        shown = [(one, self._offers.display(one.drug)) for one in self._offers.liked()]
        self.arrange.show_favourites(shown)
        self._show_only(self.arrange)

    # --- names ---

    def _look(self, text: str) -> None:
        self.say("")
        self._show_only(self.list)
        entries = self._offers.found(text) if text.strip() else self._offers.at_first()
        self.list.show_entries(entries, self._marked)
        self.seeking.emit(bool(text.strip()))

    def enter(self, text: str) -> None:
        """Enter in the field: a scan fills in, a name chooses the first found, nothing moves on to the button."""
        if not text.strip():
            self.moved_on.emit()
            return
        read = self._read(text, Wanted.DRUG)
        if isinstance(read, WrongField) and read.got is Wanted.WRISTBAND and self._is_theirs(text):
            return
        result = taken(read)
        if result.search is None:
            self.take(result)
        else:
            self._enter_name(result.search)

    def _enter_name(self, text: str) -> None:
        first, drugs = self.list.first(), self._offers.context.drugs
        if first is not None and find(text, drugs) and not surely(text, drugs):
            self.say(self.tr("No drug is called that: choose one below with the arrows, or the name as typed."))
        elif first is not None:
            self.chosen.emit(first)
            self.moved_on.emit()
        else:
            self.say(
                self.tr("This is neither a drug’s name nor a code that can be read. Scan again, or type the drug.")
            )

    # --- scans ---

    def _is_theirs(self, text: str) -> bool:
        """A wristband here checks the patient; True when that has been said."""
        read, context = self._read(text, Wanted.WRISTBAND), self._offers.context
        if not (isinstance(read, NotADrug) and context.mrn):
            return False
        self.begin(self._offers, self._marked)
        if _digits(read.number) == _digits(context.mrn):
            self.say("")
            self.wristband_checked.emit()
        else:
            self.say(scan_words.other_patient(context.name))
        return True

    def take(self, result: Taken) -> None:
        """Fill in what a scan is sure of, and ask for the rest."""
        self.begin(self._offers, self._marked)
        self.say(result.sentence)
        self._asked = result
        if result.candidate is None:
            self.doubted.emit()
        if result.label is None:
            self.seeking.emit(False)
            self.take_focus()
        elif result.candidates:
            self._ask_package(result)
        elif result.candidate is not None:
            self.picked.emit(result.label, result.candidate)
            self._ask_lot(result.lots)
            self.say("" if result.lots else result.sentence)
        else:
            self.labelled.emit(result.label)
            self._ask_lot(result.lots)
            self.say(result.sentence)

    def _ask_package(self, result: Taken) -> None:
        answers = [
            Answer(scan_words.candidate(one), scan_words.candidate_facts(one), one) for one in result.candidates
        ]
        answers.append(Answer(self.tr("None of these"), self.tr("choose the drug by its name"), None))
        self._show_only(self.asking)
        self.asking.ask(result.sentence, answers)
        self.say("")

    def _ask_lot(self, lots: tuple[str, ...]) -> None:
        if not lots:
            # The keyboard stays here: a second vial can be scanned, and a scanner's second Enter starts nothing.
            self.take_focus()
            return
        answers = [Answer(lot, self.tr("lot on the label"), lot) for lot in lots]
        answers.append(Answer(self.tr("None of these"), self.tr("type the lot from the label"), ""))
        self._show_only(self.asking)
        self.asking.ask(scan_words.missing_separator(lots), answers)

    def _answer(self, value: object) -> None:
        result = self._asked
        self._back_to_list()
        if isinstance(value, str):
            self.lot_chosen.emit(value)
            return
        if result is None or result.label is None:
            return
        self._asked = result
        if isinstance(value, Candidate):
            self.picked.emit(result.label, value)
            self._ask_lot(result.lots)
        else:
            self.labelled.emit(result.label)
            self.say(self.tr("Type the drug’s name; what the label says is kept."))

    # --- keys ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if keep_separator(self.search.edit, event):
                return True
            down = event.key() == Qt.Key.Key_Down and self.list.isVisible() and self.list.count() > 0
            if down:
                self.list.enter()
            return down
        return super().eventFilter(watched, event)

    def type_on(self, text: str) -> None:
        """A letter that was typed elsewhere, as by a scanner: it begins what belongs here."""
        self.take_focus()
        self.search.edit.setText(text)
        self.search.edit.textEdited.emit(self.search.edit.text())


def _digits(number: str) -> str:
    """A person's number without the spaces and dashes it may be written with."""
    return "".join(c for c in number if c.isalnum()).casefold()
