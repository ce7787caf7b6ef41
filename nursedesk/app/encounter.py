"""The encounter page's wiring: one visit at a time, with its events, its look and its use cases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from nursedesk.app import fixes
from nursedesk.app.board import TIMED, UseLine, last_press, say_stop_reason
from nursedesk.app.core import Core
from nursedesk.app.hang_context import doubt_sentence
from nursedesk.coding.added import addable
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.desk import close, correct, observe, run
from nursedesk.desk.held_back import held_back
from nursedesk.record.encounter import Access, Amount, Container, Encounter, EvaluationAndManagement, Modifier
from nursedesk.record.events import EncounterId, EventId, LineId, ReactionNoted, VitalsNoted
from nursedesk.ui.close.model import Fix, FixKind
from nursedesk.ui.encounter.actions import EncounterActions, EncounterContext
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.lines.deeds import Deed
from nursedesk.watch.lines import without_prepared
from nursedesk.watch.look import Look, Notice
from nursedesk.watch.policy import Policy


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a visit's page leaves to others."""

    hang: Callable[[str], None]
    push: Callable[[str], None]
    close: Callable[[str], None]
    back: Callable[[], None]
    line_deed: Callable[[str, str, str], None]
    undo: Callable[[], None]


class EncounterWiring:
    """Shows one visit."""

    def __init__(self, core: Core, elsewhere: Elsewhere) -> None:
        self._core = core
        self.shown = ""
        self.page = EncounterPage(self._actions(elsewhere))

    def open(self, encounter_id: str) -> None:
        """Show a visit."""
        self.shown = encounter_id
        visit = self._core.visit(encounter_id)
        self._core.lookout.look(visit, self._core.now())
        self.show()
        self._core.show("encounter")

    def changed(self, encounter_id: str) -> None:
        """The visit changed; painted anew when it is the one shown."""
        if encounter_id == self.shown:
            self.show()

    def show_undo(self) -> None:
        """The last press, when it was this visit's and can still be taken back."""
        last = self._core.daybook.last_action
        if last is None or last.encounter != self.shown:
            self.page.withdraw_undo()
            return
        press, stopped = last_press(self._core, last)
        self.page.offer_undo(press, stopped, self._core.now())

    def turned_to(self) -> None:
        """The page is shown: paint it, and note who looks at whose visit."""
        if self.shown:
            self.show()
            self._core.looker.look("encounter", EncounterId(self.shown))

    def show(self) -> None:
        """Paint the visit with the look there is."""
        if not self.shown:
            return
        core = self._core
        visit = core.visit(self.shown)
        look = core.lookout.known(visit) or core.lookout.look(visit, core.now())
        events = core.daybook.events(EncounterId(self.shown))
        self.page.show_encounter(visit, events, look, core.now(), self._context(visit, look))
        self.show_undo()

    def _context(self, visit: Encounter, look: Look) -> EncounterContext:
        core = self._core
        rulebook = core.rulebook()
        facts = core.daybook.suite.facts
        return EncounterContext(
            zone=core.zone,
            label=lambda code: core.wording.label(code, rulebook),
            why=core.wording.why,
            finding=core.wording.finding,
            rules=f"{rulebook.profile} · {rulebook.digest[:8]}",
            names=core.drug_names(),
            people=core.daybook.suite.signatures(),
            boundaries=Policy(facts.boundary_policy),
            doubt=partial(doubt_sentence, core, visit.id),
            held=held_back(without_prepared(visit), look.ticket, rulebook, look.now),
            modifiers=addable(rulebook, visit.setting, core.now().astimezone(core.zone).date()),
        )

    def _actions(self, elsewhere: Elsewhere) -> EncounterActions:
        return EncounterActions(
            stop=self._line(run.stop),
            pause=self._line(run.pause),
            resume=self._line(run.resume),
            start=self._line(run.start),
            hang=lambda: elsewhere.hang(self.shown),
            push=lambda: elsewhere.push(self.shown),
            close=lambda: elsewhere.close(self.shown),
            correct_time=self._correct_time,
            void=self._void,
            chart_dose=self._chart_dose,
            chart_order=self._chart_order,
            place_access=self._place_access,
            set_diagnoses=self._set_diagnoses,
            note=self._note,
            tolerated=self._tolerated,
            reopen=self._reopen,
            dismiss=self._dismiss,
            act_on_notice=lambda notice: elsewhere.line_deed(self.shown, notice.line or "", Deed.PART.value),
            back=elsewhere.back,
            line_deed=lambda line, deed: elsewhere.line_deed(self.shown, line, deed),
            undo=elsewhere.undo,
            say_stop_reason=partial(say_stop_reason, self._core),
            note_vitals=self._note_vitals,
            note_reaction=self._note_reaction,
            what_if=self._what_if,
            set_services=self._set_services,
            set_modifiers=self._set_modifiers,
        )

    def _line(self, use: UseLine) -> Callable[[str], None]:
        def pressed(line: str) -> None:
            if use in TIMED and self._core.tap_first(self.shown, line):
                return
            self._core.press(self.shown, lambda one: use(self._core.daybook, one, LineId(line)))

        return pressed

    def _correct_time(self, event: str, when: datetime, reason: str) -> None:
        book = self._core.daybook
        self._core.press(self.shown, lambda one: correct.correct_time(book, one, EventId(event), when, reason))

    def _void(self, event: str, reason: str) -> None:
        book = self._core.daybook
        self._core.press(self.shown, lambda one: correct.void(book, one, EventId(event), reason))

    def _chart_dose(
        self, administration: str, dose: Amount | None, opened: Amount | None, container: Container
    ) -> None:
        book = self._core.daybook
        self._core.press(
            self.shown, lambda one: correct.chart_dose(book, one, administration, dose, opened, container)
        )

    def _chart_order(self, line: str, on_file: bool, minutes: int | None) -> None:
        book = self._core.daybook
        self._core.press(self.shown, lambda one: correct.chart_order(book, one, LineId(line), on_file, minutes))

    def _place_access(self, access: Access) -> None:
        self._core.press(self.shown, lambda one: correct.place_access(self._core.daybook, one, access))

    def _set_diagnoses(self, codes: tuple[str, ...]) -> None:
        self._core.press(self.shown, lambda one: correct.set_diagnoses(self._core.daybook, one, codes))

    def _note(self, text: str, line: str | None, response: bool) -> None:
        book = self._core.daybook
        if response and line is not None:
            self._core.press(self.shown, lambda one: correct.chart_response(book, one, LineId(line), text))
        else:
            self._core.press(self.shown, lambda one: correct.note(book, one, text))

    def _tolerated(self, administrations: tuple[str, ...]) -> None:
        """As on the page that closes the visit: one press for all of them."""
        fix, book = Fix(FixKind.TOLERATED, administrations), self._core.daybook
        self._core.press(self.shown, lambda one: fixes.apply(book, one, fix))

    def _note_vitals(self, vitals: VitalsNoted) -> bool:
        return self._core.press(self.shown, lambda one: observe.note_vitals(self._core.daybook, one, vitals))

    def _note_reaction(self, reaction: ReactionNoted) -> bool:
        return self._core.press(self.shown, lambda one: observe.note_reaction(self._core.daybook, one, reaction))

    def _what_if(self, when: datetime) -> ChargeTicket:
        return code(without_prepared(self._core.visit(self.shown)), self._core.rulebook(), when)

    def _set_services(self, services: tuple[EvaluationAndManagement, ...]) -> None:
        self._core.press(self.shown, lambda one: correct.set_services(self._core.daybook, one, services))

    def _set_modifiers(self, administration: str, modifiers: tuple[Modifier, ...]) -> bool:
        book = self._core.daybook
        return self._core.press(
            self.shown, lambda one: correct.set_modifiers(book, one, administration, modifiers)
        )

    def _reopen(self, reason: str) -> None:
        self._core.press(self.shown, lambda one: close.reopen(self._core.daybook, one, reason))

    def _dismiss(self, notice: Notice) -> None:
        line = LineId(notice.line) if notice.line else None
        self._core.press(self.shown, lambda one: correct.dismiss(self._core.daybook, one, notice.kind.value, line))
