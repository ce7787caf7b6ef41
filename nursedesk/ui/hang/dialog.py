"""Hang a bag, or give a push: the list is press one, Start now is press two; leaving loses nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.coding.rulebook import Drug
from nursedesk.outputs.pictures.shapes import Shape
from nursedesk.ui import theme, words
from nursedesk.ui.frame.focus import next_inside
from nursedesk.ui.frame.indicators import Rule
from nursedesk.ui.frame.scrolled import scrolled
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.hang import reading, scan
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.choice_list import ChoiceList, Entry, entry
from nursedesk.ui.hang.fields import HangFields
from nursedesk.ui.hang.form import Choice, HangContext, Now, Typed
from nursedesk.ui.hang.search import find, named, surely
from nursedesk.ui.kit import Button, DialogFrame, Hairline, Kind, Paragraph, PrimaryButton, SearchField, Text

SIZE = QSize(1100, 712)


class HangDialog(DialogFrame):
    """One visit's hang or push. It keeps nothing: the caller keeps `draft()` and gives it back next time."""

    line_hung = Signal(object, bool)
    """(HangForm, start now)."""
    push_given = Signal(object)
    """HangForm."""
    left = Signal(object)
    """Put away with Esc or Cancel: the `Typed` that stood here, None when nothing was typed."""

    def __init__(
        self,
        host: QWidget,
        context: HangContext,
        clock: Callable[[], datetime],
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
        self._context, self._clock, self._push = context, clock, push
        self._chosen: Choice | None = None
        self._touched = draft is not None
        title = self.tr("Push for {name}") if push else self.tr("Hang for {name}")
        self.title.set_runs(title.format(name=context.name))
        self.setAccessibleName(title.format(name=context.name))
        self._make()
        self._begin(draft)

    def _make(self) -> None:
        self.search = SearchField(
            self.tr("Scan the bag, or type a drug"), name="drugField", key="NDC · GS1", icon="scan"
        )
        self.search.box.set_hints(
            self.tr("Scan the bag, or type a drug"), self.tr("Scan or type a drug"), self.tr("Drug")
        )
        self.search.edit.setMaxLength(400)
        self.search.edit.textEdited.connect(self._look)
        self.search.entered.connect(self._enter_search)
        self.search.edit.installEventFilter(self)
        self._drug_error = Paragraph("", 13, theme.MEDIUM, "needs_stop_text")
        self._drug_error.setObjectName("drugField_error")
        self._drug_error.hide()
        self.list = ChoiceList()
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._to_start)
        self.fields = HangFields(self._context, self._push)
        self.fields.edited.connect(self._on_edited)
        self.fields.left.connect(self._on_left)
        self._lay_out()
        self._foot()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 16, 0, 0)
        left.setSpacing(0)
        for part in (self.search, self._drug_error):
            row = QHBoxLayout()
            row.setContentsMargins(24, 0, 20, 0)
            row.addWidget(part)
            left.addLayout(row)
        left.addWidget(self.list, 1)
        rule = Rule()
        rule.setMinimumHeight(0)
        rule.setMaximumHeight(16777215)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 40)
        row.addWidget(rule)
        row.addWidget(scrolled(self.fields), 60)
        self.body.setSpacing(0)
        self.body.addWidget(Hairline())
        self.body.addLayout(row, 1)
        self.body.addWidget(Hairline())

    def _foot(self) -> None:
        spoken = self.tr("Cancel, keep what is typed")
        cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="hangCancelButton", spoken=spoken)
        cancel.set_note("Esc")
        cancel.clicked.connect(self._leave)
        self.cancelled.connect(self._leave)
        self._kept = Text("", 14, role="quiet")
        self._afresh = Button(self.tr("Start afresh"), Kind.PLAIN, name="afreshButton")
        self._afresh.clicked.connect(lambda: self._begin(None))
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._kept, 1)
        self.foot.addWidget(self._afresh)
        if not self._push:
            self._prepare = Button(
                self.tr("Prepare"), shape=Shape.DIAMOND, name="prepareButton", size=17, height=76, pad=36
            )
            self._prepare.clicked.connect(lambda: self._press(False))
            self.foot.addWidget(self._prepare)
        shape = None if self._push else Shape.START
        icon = "push" if self._push else None
        self.start = PrimaryButton("", name="startNowButton", shape=shape, icon=icon, size=20, height=76)
        self.start.setMinimumWidth(theme.px(264))
        self.start.clicked.connect(lambda: self._press(True))
        self.foot.addWidget(self.start)

    def _begin(self, draft: Typed | None) -> None:
        """Preselect the last visit's drug, or put back what was typed."""
        self._touched = draft is not None
        self._kept.set_runs(self.tr("Kept from before.") if draft else "")
        self._afresh.setVisible(draft is not None)
        first = self._known()[0] if draft is None and self._known() else None
        self._chosen = next((c for c in self._known() if draft and c.drug == draft.drug), first)
        typed = draft or (reading.typed_for(first, self._context, self._push) if first else self._blank())
        self.search.set_text("")
        self._list_known()
        self._show(typed)
        self.fields.show_problems(())
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _known(self) -> tuple[Choice, ...]:
        """The last visit's lines of this kind: only those may be preselected, a favourite must be pressed."""
        return tuple(c for c in self._context.last_visit if (c.route in reading.PUSHES) == self._push)

    def _blank(self) -> Typed:
        access = self._context.accesses[0].id if self._context.accesses else ""
        return Typed(access=access, route=reading.PUSHES[0] if self._push else Typed().route)

    def _list_known(self) -> None:
        known = self._known()
        entries = [Entry(self._last_visit_title())] if known else []
        entries += [entry(c, self._display(c.drug)) for c in known]
        liked = [c for c in self._context.favourites if (c.route in reading.PUSHES) == self._push]
        entries += [Entry(self.tr("Favourites"))] if liked else []
        entries += [entry(c, self._display(c.drug), favourite=True) for c in liked]
        self.list.show_entries(entries, self._chosen)

    def _last_visit_title(self) -> str:
        on = self._context.last_visit_on
        return self.tr("Last visit, {day}").format(day=words.day(on)) if on else self.tr("Last visit")

    def _display(self, name: str) -> str:
        drug = named(name, self._context.drugs)
        return drug.display if drug else name

    def _choice_of(self, drug: Drug) -> Choice:
        """A drug found by its name, as it was given last or as a favourite, else bare."""
        every = (*self._known(), *self._context.favourites)
        like = (
            c for c in every if c.drug.lower() == drug.name.lower() and (c.route in reading.PUSHES) == self._push
        )
        route = reading.PUSHES[0] if self._push else Choice("").route
        return next(like, Choice(drug.name, route=route))

    def _look(self, text: str) -> None:
        self._drug_error.hide()
        if not text.strip():
            self._list_known()
            return
        found = [self._choice_of(d) for d in find(text, self._context.drugs)]
        entries = [Entry(self.tr("Found") if found else self.tr("Not in the drug table"))]
        entries += [entry(c, self._display(c.drug)) for c in found]
        if named(text, self._context.drugs) is None and _may_be_a_name(text):
            route = reading.PUSHES[0] if self._push else Choice("").route
            as_typed = Choice(" ".join(text.split()), route=route)
            entries.append(Entry(as_typed.drug, as_typed, self.tr("as typed, without a drug code")))
        self.list.show_entries(entries, self._chosen)

    def _enter_search(self, text: str) -> None:
        """Enter in the search: a scan fills in, a name chooses the first found, nothing moves on to the button."""
        if not text.strip():
            self._to_start()
            return
        scanned = scan.read(text)
        if scanned is not None:
            self._take_scan(scanned)
            return
        first = self.list.first()
        if first is not None and find(text, self._context.drugs) and not surely(text, self._context.drugs):
            self._say(self.tr("No drug is called that: choose one below with the arrows, or the name as typed."))
        elif first is not None:
            self._choose(first)
            self._to_start()
        else:
            self._say(
                self.tr("This is neither a drug’s name nor a code that can be read. Scan again, or type the drug.")
            )

    def _take_scan(self, scanned: scan.Scan) -> None:
        every = (*self._known(), *self._context.favourites)
        match = next((c for c in every if scan.same_ndc(c.ndc, scanned.ndc)), None)
        self.search.set_text("")
        self._list_known()
        if match is not None:
            self._choose(match)
        else:
            self._say(self.tr("This package is not known here yet. Choose its drug; the label is filled in."))
        day = words.day(scanned.expiry) if scanned.expiry else ""
        typed = replace(self.fields.typed(), ndc=scanned.ndc, lot=scanned.lot, expiry=day)
        self._touched = True
        self._show(typed)
        self._judge()

    def _say(self, sentence: str) -> None:
        self._drug_error.show_text(sentence)
        self._drug_error.setVisible(bool(sentence))

    def _choose(self, choice: Choice) -> None:
        before = self.fields.typed()
        self._chosen = choice
        self._say("")
        typed = reading.typed_for(choice, self._context, self._push)
        if before.access == reading.NEW:
            kept = ("access", "device", "site", "separate_reason")
            typed = replace(typed, **{part: getattr(before, part) for part in kept})
        if before.lot and not before.drug:
            typed = replace(typed, lot=before.lot, expiry=before.expiry, ndc=before.ndc)
        self._touched = True
        self.list.mark(choice)
        self._show(typed)
        self.fields.show_problems(())

    def _to_start(self) -> None:
        if self.fields.typed().drug:
            self.start.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self, part: str) -> None:
        self._touched = True
        self._show(reading.follow(self.fields.typed(), part, self._now()))

    def _on_left(self, part: str) -> None:
        typed = self.fields.typed()
        if part == "planned_end" and typed.minutes and typed.planned_end:
            self._show(replace(typed, planned_end=""))
        self._judge()

    def _judge(self) -> bool:
        """Show what cannot be taken, and what deserves a look; True when nothing is in the way."""
        typed, now = self.fields.typed(), self._now()
        found = reading.problems(typed, self._context, now, self._push)
        self.fields.show_problems((*found, *reading.warnings(typed, self._context, now)))
        return not found

    def _now(self) -> Now:
        return Now(self._clock(), self._context.zone)

    def _show(self, typed: Typed) -> None:
        now = self._now()
        minutes = typed.minutes
        end = words.clock_time(now.at + timedelta(minutes=minutes), now.zone) if minutes else ""
        self.fields.show_typed(typed, end, words.duration(minutes) if minutes else "")
        drug = named(typed.drug, self._context.drugs)
        self._title(typed, drug)
        self.fields.show_note(own_words.family_note(drug, typed.purpose, self._push) if typed.drug else "")
        self._label_start(now)

    def _title(self, typed: Typed, drug: Drug | None) -> None:
        chosen = self._chosen if self._chosen and self._chosen.drug == typed.drug else None
        signed = (chosen.order_signed if chosen else None) or self._context.order_signed
        tags = []
        if signed is not None and typed.drug:
            day = f"{signed.day:02d}-{words.month(signed.month)}"
            tags.append(self.tr("order signed {day}").format(day=day))
            if chosen and chosen.dose:
                tags.append(self.tr("ordered {dose}").format(dose=words.dose(chosen.dose)))
        display = (drug.display if drug else typed.drug) or self.tr("Choose a drug")
        self.fields.show_title(display, tags, ask_order=signed is None and bool(typed.drug))

    def tick(self) -> None:
        """The minute has passed: the button says the time a press would write, the planned end moves with it."""
        self._show(self.fields.typed())

    def _label_start(self, now: Now) -> None:
        time = words.clock_time(now.at, now.zone)
        verb = self.tr("Give now") if self._push else self.tr("Start now")
        drug = self._display(self.fields.typed().drug)
        chair = self.tr("chair {chair}").format(chair=self._context.chair)
        self.start.set_text(f"{verb} · {time}", f"{verb}, {drug}, {chair}" if drug else verb)

    def _press(self, start_now: bool) -> None:
        typed = self.fields.typed()
        if not self._judge():
            first = reading.problems(typed, self._context, self._now(), self._push)[0]
            if first.field == "drugField":
                self._say(first.sentence)
                self.search.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self.fields.focus_on(first.field)
            return
        form = reading.form(typed, self._context, self._push)
        self.hide()
        if self._push:
            self.push_given.emit(form)
        else:
            self.line_hung.emit(form, start_now)

    def refuse(self, sentence: str) -> None:
        """The desk could not take it: say why, with everything still in place."""
        self.show()
        self._say(sentence)
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Typed | None:
        """What a person typed or chose here; None when the dialog stands as it was opened."""
        return self.fields.typed() if self._touched else None

    def _leave(self) -> None:
        self.hide()
        self.left.emit(self.draft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() == Qt.Key.Key_Down and self.list.count() > 0
            if down:
                self.list.enter()
            return down
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)


def _may_be_a_name(text: str) -> bool:
    """Whether typed text can stand as a drug's name: a misread barcode must not."""
    text = text.strip()
    letters = sum(c.isalpha() for c in text)
    return 2 < len(text) <= 80 and text.isprintable() and letters * 2 > len(text)
