"""Hang a bag, or give a push: the list is press one, Start now is press two; leaving loses nothing."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nursedesk.catalog.scans import Candidate, Label
from nursedesk.ui import theme, words
from nursedesk.ui.frame.focus import next_inside
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.hang import judging, reading, scan_words
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.fields import HangFields
from nursedesk.ui.hang.finder import Finder
from nursedesk.ui.hang.foot import HangFoot
from nursedesk.ui.hang.form import Choice, HangContext, HangForm, HangUses, Now, Typed
from nursedesk.ui.hang.low import lower
from nursedesk.ui.hang.offers import Offers, choice_of, place_among
from nursedesk.ui.hang.packages import another_drug, bag_words, labelled, scanned, without
from nursedesk.ui.hang.patient_facts import PatientFacts
from nursedesk.ui.hang.scan import misplaced, taken
from nursedesk.ui.hang.scanner_keys import is_typed
from nursedesk.ui.hang.search import named
from nursedesk.ui.hang.second_check import SecondCheck
from nursedesk.ui.hang.sides import beside
from nursedesk.ui.kit import DialogFrame, Hairline

SIZE = QSize(1100, 712)


class HangDialog(DialogFrame):
    """One visit's hang or push. It keeps nothing: the caller keeps `draft()` and gives it back next time."""

    line_hung = Signal(object, bool)
    """(HangForm, start now)."""
    push_given = Signal(object)
    """HangForm."""
    left = Signal(object)
    """Put away with Esc or Cancel: the `Typed` that stood here, None when nothing was typed."""
    turned = Signal()
    """Something else stands where a press was a moment ago."""
    favourites_changed = Signal(object)
    """The suite's favourites of both kinds, as a tuple of `Choice`."""

    def __init__(
        self,
        host: QWidget,
        context: HangContext,
        uses: HangUses,
        *,
        push: bool = False,
        draft: Typed | None = None,
    ) -> None:
        super().__init__(
            host,
            name="hangDialog",
            title=context.name,
            size=SIZE * theme.scale(),
            lead=context.chair,
            note=context.facts,
            clear_top=bar_height(),
        )
        self._context, self._uses, self._push = context, uses, push
        self._offers = Offers(context, push)
        self._chosen: Choice | None = None
        self._label: Label | None = None
        self._touched = draft is not None
        self._preset: Choice | None = None
        self._seeking = self._aside = False
        self._asked: tuple[HangForm, bool] | None = None
        title = self.tr("Push for {name}") if push else self.tr("Hang for {name}")
        self.title.set_runs(title.format(name=context.name))
        self.setAccessibleName(title.format(name=context.name))
        self._make()
        self._begin(draft)

    def _make(self) -> None:
        self.head.insertWidget(self.head.count() - 1, PatientFacts(self._context))
        self.finder = Finder(self._offers, self._uses.read)
        self.search, self.list = self.finder.search, self.finder.list
        self.finder.chosen.connect(self._choose)
        self.finder.seeking.connect(self._seek)
        self.finder.doubted.connect(self._doubt)
        self.finder.started.connect(self._start_at_once)
        self.finder.picked.connect(self._pick)
        self.finder.labelled.connect(self._keep_label)
        self.finder.lot_chosen.connect(self._take_lot)
        self.finder.wristband_checked.connect(self._say_checked)
        self.finder.moved_on.connect(self._to_start)
        self.finder.arranged.connect(self._arranged)
        self.fields = HangFields(self._context, self._push)
        self.fields.edited.connect(self._on_edited)
        self.fields.left.connect(self._on_left)
        self.fields.entered.connect(self._on_entered)
        self.fields.pressed.connect(self._on_pressed)
        self.fields.bag.opened.connect(lambda place: self._swap(place))
        self.fields.bag.removed.connect(lambda place: self._put(without(self.fields.typed(), place)))
        self.check = SecondCheck(self._context.checked_by, self._uses.check, self._uses.badge)
        self.check.passed.connect(self._checked)
        self.check.back.connect(self._uncheck)
        self._lay_out()
        self._foot()

    def _lay_out(self) -> None:
        self._pages, self._sides = QStackedWidget(), beside(self.finder, self.fields)
        self._pages.addWidget(self._sides)
        self._pages.addWidget(self.check)
        self.body.setSpacing(0)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._pages, 1)
        self._line = Hairline()
        self.body.addWidget(self._line)

    def _foot(self) -> None:
        self._bottom = HangFoot(self._push)
        self.start = self._bottom.start
        self._bottom.cancel.clicked.connect(self._leave)
        self.cancelled.connect(self._leave)
        self._bottom.afresh.clicked.connect(lambda: self._begin(None))
        if self._bottom.prepare is not None:
            self._bottom.prepare.clicked.connect(lambda: self._press(False))
        self.start.clicked.connect(lambda: self._press(True))
        self.foot.addWidget(self._bottom, 1)

    def _begin(self, draft: Typed | None) -> None:
        """Preselect the last visit's drug, or put back what was typed."""
        self._touched, self._label = draft is not None, None
        self._bottom.say(self.tr("Kept from before.") if draft else "")
        self._bottom.offer_afresh(draft is not None)
        known = self._offers.known()
        first = known[0] if draft is None and known else None
        self._chosen = next((c for c in known if draft and c.drug == draft.drug), first)
        self._preset, self._seeking, self._aside = first, False, False
        typed = draft or (reading.typed_for(first, self._context, self._push) if first else self._blank())
        self.finder.begin(self._offers, self._chosen)
        self.finder.say("")
        self._show(typed)
        self.fields.settle()
        self.fields.show_problems(())
        self.finder.take_focus()

    def _blank(self) -> Typed:
        access = self._context.accesses[0].id if self._context.accesses else ""
        return Typed(access=access, route=self._offers.route())

    # --- a drug is chosen ---

    def _choose(self, choice: Choice) -> None:
        before = self.fields.typed()
        self._chosen = choice
        self.finder.say("")
        typed = reading.into(before, reading.typed_for(choice, self._context, self._push))
        if self._label is not None:
            typed = labelled(typed, self._label)
            self._label = None
        self.finder.mark(choice)
        self._put(typed)

    # --- what was chosen by itself ---

    def _seek(self, seeking: bool) -> None:
        """While something is typed or asked nothing starts, and what nobody chose steps aside."""
        self._seeking = seeking
        if self._preset is None or self._touched or seeking == self._aside:
            self._label_start(self._now())
            return
        self._aside = seeking
        self._chosen = None if seeking else self._preset
        self.finder.mark(self._chosen)
        preset = reading.typed_for(self._preset, self._context, self._push)
        self._show(self._blank() if seeking else preset)
        self.fields.settle()

    def _doubt(self) -> None:
        """A scan told of another drug than the one that stands here by itself: that one does not come back."""
        self._seek(True)
        if not self._touched:
            self._preset = None

    def _start_at_once(self, choice: Choice) -> None:
        """A line's own Start: as if it had been chosen, and Start now pressed."""
        self._choose(choice)
        self._press(True)

    def _pick(self, label: Label, candidate: Candidate) -> None:
        """A scanned package: its drug as it was given last, with what the label says."""
        choice = self._offers.of_scan(label, candidate)
        self._chosen, self._label = choice, None
        fresh = reading.typed_for(replace(choice, drug=candidate.drug.name), self._context, self._push)
        self.finder.mark(choice)
        self._put(scanned(self.fields.typed(), fresh, label, candidate, self._now()))

    def _keep_label(self, label: Label) -> None:
        """A package that is not in the table: what is known of it waits for the drug's name."""
        self._label = label
        self._touched = True
        self._put(labelled(reading.cleared(self.fields.typed()), label))
        self.finder.take_focus()

    def _take_lot(self, lot: str) -> None:
        self._put(replace(self.fields.typed(), lot=lot))
        if lot:
            self._to_start()
        else:
            self.fields.focus_on("lotField")

    def _say_checked(self) -> None:
        time = words.clock_time(self._now().at, self._context.zone)
        self._bottom.say(scan_words.wristband_checked(time, self._context.name))

    def _to_start(self) -> None:
        """A drug was chosen: the dose when there is none, else the button."""
        typed = self.fields.typed()
        if typed.drug and not typed.dose and typed.purpose not in reading.WITHOUT_DOSE:
            self.fields.focus_on("doseField")
        elif typed.drug:
            self.start.setFocus(Qt.FocusReason.TabFocusReason)

    # --- several drugs, favourites ---

    def _on_pressed(self, button: str) -> None:
        typed = self.fields.typed()
        if button == "another" and typed.drug.strip():
            self._put(another_drug(typed))
            self._chosen = None
            self.finder.begin(self._offers, None)
            self.finder.take_focus()
        elif button == "containers" and (found := reading.containers(typed.one(), self._context)):
            self._put(replace(typed, opened=f"{found[0]} x {found[1].amount:f}"))
        elif button == "star":
            self._toggle_favourite(typed)

    def _swap(self, place: int) -> None:
        typed = self.fields.typed()
        wanted = typed.others[place]
        self._put(without(another_drug(typed), place).with_one(wanted))

    def _toggle_favourite(self, typed: Typed) -> None:
        if (favourites := self._offers.toggled(typed)) is not None:
            self._favour(favourites)
            self.finder.begin(self._offers, self._chosen)
            self._show(typed)

    def _arranged(self, of_this_kind: tuple[Choice, ...]) -> None:
        others = tuple(one for one in self._context.favourites if one not in self._offers.liked())
        self._favour((*of_this_kind, *others))

    def _favour(self, favourites: tuple[Choice, ...]) -> None:
        self._context = replace(self._context, favourites=favourites)
        self._offers = Offers(self._context, self._push)
        self.finder.offer(self._offers)
        self.favourites_changed.emit(favourites)

    # --- fields ---

    def _put(self, typed: Typed) -> None:
        """Other values for the fields; what was wrong with the old ones is forgotten."""
        self._touched, self._seeking = True, False
        self._show(typed)
        self.fields.settle()
        self.fields.show_problems(judging.warnings(typed, self._context, self._now()))

    def _on_edited(self, part: str) -> None:
        self._touched = True
        self._show(reading.follow(self.fields.typed(), part, self._now()))

    def _on_left(self, part: str) -> None:
        typed = self.fields.typed()
        if part == "planned_end" and typed.minutes and typed.planned_end:
            self._show(replace(typed, planned_end=""))
        elif part == "rate":
            self._show(reading.with_steps(typed, typing=False))
        self._judge()

    def _on_entered(self, part: str, text: str) -> None:
        """Enter in a field: a scanner's code goes where it belongs, and the field is as it was."""
        read = misplaced(self._uses.read, text, part)
        if read is None:
            self.start.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._put(self.fields.settled())
        if self._preset is not None:
            preset = reading.typed_for(self._preset, self._context, self._push)
            self._touched = self.fields.typed() != preset
        self.finder.take(taken(read))

    def _judge(self) -> bool:
        """Show what cannot be taken, and what deserves a look; True when nothing is in the way."""
        typed, now = self.fields.typed(), self._now()
        found = judging.problems(typed, self._context, now, self._push)
        self.fields.show_problems((*found, *judging.warnings(typed, self._context, now)))
        return not found

    def _now(self) -> Now:
        return Now(self._uses.clock(), self._context.zone)

    def _show(self, typed: Typed) -> None:
        now = self._now()
        minutes = typed.minutes
        end = words.clock_time(now.at + timedelta(minutes=minutes), now.zone) if minutes else ""
        self.fields.show_typed(typed, end, words.duration(minutes) if minutes else "")
        drug = named(typed.drug, self._context.drugs)
        self.fields.head.show_title(*self._offers.title(typed, self._chosen))
        self.fields.bag.show_drugs(bag_words(typed, self._offers.display))
        found = reading.containers(typed.one(), self._context) if not typed.opened else None
        self.fields.show_containers(own_words.containers(*found) if found else "")
        self.fields.show_note(own_words.note(drug, typed, self._context, self._push))
        self.fields.head.show_star(bool(typed.drug), place_among(choice_of(typed), self._context.favourites) >= 0)
        self._label_start(now)

    def tick(self) -> None:
        """The minute has passed: the button says the time a press would write, the planned end moves with it."""
        self._show(self.fields.typed())

    def _label_start(self, now: Now) -> None:
        time, drug = words.clock_time(now.at, now.zone), self._offers.display(self.fields.typed().drug)
        self._bottom.name_start(*own_words.start(self._push, time, drug, self._context.chair))
        self._bottom.let(bool(reading.drugs_of(self.fields.typed())) and not self._seeking)

    # --- start, prepare, leave ---

    def _press(self, start_now: bool) -> None:
        typed = self.fields.typed()
        if not self._judge():
            first = judging.problems(typed, self._context, self._now(), self._push)[0]
            self.fields.focus_on(first.field)
            return
        form = reading.form(typed, self._context, self._now(), self._push)
        if reading.wants_check(typed, self._context):
            self._ask_check(form, start_now)
        else:
            self._hand_over(form, start_now)

    def _ask_check(self, form: HangForm, start_now: bool) -> None:
        self._asked = (form, start_now)
        self._show_page(self.check)
        verb = self.tr("Give now") if self._push else self.tr("Start now") if start_now else self.tr("Prepare")
        self.check.begin(own_words.check_facts(form, self._context, self._offers.display), verb)

    def _checked(self, person: str, auth: str) -> None:
        if self._asked is not None:
            form, start_now = self._asked
            self._hand_over(replace(form, checked_by=person or None, checked_auth=auth), start_now)

    def _uncheck(self) -> None:
        self._asked = None
        self._show_page(self._sides)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window head, foot and margins leave the lists and the fields what there is."""
        super().resizeEvent(event)
        low = lower(self)
        for part in (self._bottom, self.finder, self.fields):
            part.set_low(low)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        for part in (self.foot.parentWidget(), self._line):
            if part is not None:
                part.setVisible(page is not self.check)
        self.turned.emit()

    def _hand_over(self, form: HangForm, start_now: bool) -> None:
        self.hide()
        if self._push:
            self.push_given.emit(form)
        else:
            self.line_hung.emit(form, start_now)

    def refuse(self, sentence: str) -> None:
        """The desk could not take it: say why, with everything still in place."""
        self._show_page(self._sides)
        self.show()
        self.finder.say(sentence)
        self.finder.take_focus()

    def draft(self) -> Typed | None:
        """What a person typed or chose here; None when the dialog stands as it was opened."""
        return self.fields.typed() if self._touched else None

    def _leave(self) -> None:
        if self._pages.currentWidget() is self.check:
            self._uncheck()
            return
        self.hide()
        self.left.emit(self.draft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed beside a field, as by a scanner, belong to the search; Enter behind them too."""
        if is_typed(event) and self._pages.currentWidget() is not self.check:
            self.finder.type_on(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)
