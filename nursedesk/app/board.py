"""The board's wiring: cards from visits and looks, presses to use cases."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt

from nursedesk.app.core import Core
from nursedesk.desk import close, correct, expected, run
from nursedesk.desk.daybook import UNDO_FOR, Action, Daybook
from nursedesk.desk.hand_over import open_lines
from nursedesk.record.encounter import Administration, Amount, Encounter, Status, StopReason
from nursedesk.record.events import LineId
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_model import CardModel, ChairDay, EarlierVisit, Names, card
from nursedesk.ui.board.last_press import Offered
from nursedesk.ui.board.page import BoardPage
from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.close.missing import missing_items
from nursedesk.ui.words import clock_time, day, dose
from nursedesk.watch.policy import Policy

translate = QCoreApplication.translate

UseLine = Callable[[Daybook, Encounter, LineId], None]

FEWEST_MINE = 4
"""A nurse who has no patient yet still sees this many chairs."""
TIMED = (run.start, run.stop)
"""Presses whose time stands before it is known who pressed."""
REASONS_FOR = timedelta(minutes=2)
"""After a stop its reason can be said on the board for so long; then the place is empty again."""


class BoardWiring:
    """Keeps one card model per chair; `page` shows them."""

    def __init__(self, core: Core, actions: BoardActions) -> None:
        self._core = core
        self._cards: dict[str, CardModel] = {}
        self._last: dict[str, ChairDay] = {}
        self.page = BoardPage(actions)

    # --- showing ---

    def show_all(self) -> None:
        """Every chair anew, and who has which."""
        for chair in self._core.daybook.suite.facts.chairs:
            self._cards[chair] = self._card(chair)
        self.page.show_cards(list(self._cards.values()))
        self.page.set_my_chairs(self._mine())
        self.page.head.show_expected(len(expected.still_expected(self._core.daybook)))

    def show_chair(self, chair: str) -> None:
        """One chair anew, with the look it has; nothing slow."""
        if chair in self._core.daybook.suite.facts.chairs:
            self._cards[chair] = self._card(chair)
            self.page.show_card(self._cards[chair])

    def turn_to(self, chair: str) -> None:
        """The keyboard is on this chair's card, when the board is looked at and the card is shown."""
        card = self.page.card(chair)
        if card is not None and card.isVisible():
            card.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_undo(self) -> None:
        """The last press that can still be taken back."""
        last, now = self._core.daybook.last_action, self._core.now()
        if last is None or last.encounter not in self._core.daybook.known():
            self.page.withdraw_undo()
            return
        press, stopped = last_press(self._core, last)
        self.page.last.offer(press, now)
        if stopped is not None:
            self.page.last.offer_reasons(stopped, now)

    def _card(self, chair: str) -> CardModel:
        core = self._core
        facts = core.daybook.suite.facts
        visit = core.daybook.in_chair(chair)
        look = core.lookout.known(visit) if visit else None
        names = Names(core.daybook.suite.signatures(), core.drug_names())
        policy = Policy(facts.boundary_policy)
        return card(chair, visit, look, core.now(), core.zone, names, policy, self._day(chair, visit))

    def _mine(self) -> list[str]:
        chairs = self._core.daybook.suite.facts.chairs
        me = self._core.daybook.session.person.id
        mine = [chair for chair in chairs if (visit := self._core.daybook.in_chair(chair)) and visit.nurse == me]
        free = [chair for chair in chairs if self._core.daybook.in_chair(chair) is None]
        wanted = {*mine, *free[: max(0, FEWEST_MINE - len(mine))]}
        return [chair for chair in chairs if chair in wanted]

    def _day(self, chair: str, visit: Encounter | None) -> ChairDay:
        since = self._core.now() - timedelta(hours=14)
        earlier = [
            one
            for one in self._core.daybook.encounters()
            if one.chair == chair and one.freed is not None and one.freed > since
        ]
        earlier.sort(key=lambda one: one.freed or since, reverse=True)
        visits = tuple(self._earlier(one) for one in earlier)
        if visit is None:
            return self._empty_day(chair, visits, earlier[0].freed if earlier else None)
        if visit.administrations == ():
            last_visit, last_hung = self._last_visit(visit)
            return ChairDay(visits, last_visit=last_visit, last_hung=last_hung)
        return ChairDay(visits, missing=self._missing(visit))

    def _empty_day(self, chair: str, visits: tuple[EarlierVisit, ...], since: datetime | None) -> ChairDay:
        """A chair nobody is in: who is expected next, or why it cannot be used."""
        book = self._core.daybook
        out, coming = book.suite.room.why_out(chair), expected.expected_in(book, chair)
        if out or coming is None:
            return ChairDay(visits, free_since=since, out=out)
        words = " · ".join(part for part in (coming.patient.name, coming.at, coming.planned) if part)
        return ChairDay(visits, free_since=since, expected=words, entry=coming.id)

    def _missing(self, visit: Encounter) -> tuple[str, ...]:
        """What the visit still wants, once all its lines are down."""
        look = self._core.lookout.known(visit)
        if look is None or open_lines(visit):
            return ()
        lacks = close.missing(visit, look.ticket, self._core.daybook.suite.facts)
        return tuple(
            one.title for one in missing_items(lacks, visit, self._core.display, self._core.wording.finding)
        )

    def _earlier(self, one: Encounter) -> EarlierVisit:
        signed = translate("Board", "Signed") if one.status is Status.SIGNED else translate("Board", "Not signed")
        printed = translate("Board", "printed") if one.copies else translate("Board", "not printed")
        start = one.opened or self._core.now()
        name = one.patient.name if one.patient else ""
        stop = one.freed or start
        return EarlierVisit(name, start, stop, one.ticket_number or "", f"{signed} · {printed}")

    def _last_visit(self, visit: Encounter) -> tuple[str, tuple[str, str]]:
        last = last_visit(self._core, visit)
        if last is None or last.opened is None or not last.administrations:
            return "", ("", "")
        first = last.administrations[0]
        return day(last.opened.astimezone(self._core.zone).date()), (self._core.display(first.drug), _given(first))


def last_press(core: Core, last: Action) -> tuple[Offered, StoppedLine | None]:
    """What the place for Undo says of a press, and when it was a stop, the line whose reason may be asked."""
    visit = core.daybook.encounter(last.encounter)
    drug = next((one for one in visit.administrations if one.line == last.line), None)
    at = clock_time(last.at, core.zone)
    where = translate("Board", "chair {chair}").format(chair=visit.chair)
    strong = core.display(drug.drug) if drug else (visit.patient.name if visit.patient else "")
    amount = dose(drug.dose) + " " if drug and drug.dose else ""
    press = Offered(strong, f"{amount}{action_word(last.kind)} · {where} · {at}", last.at + UNDO_FOR)
    if last.kind != "stopped" or last.line is None:
        return press, None
    return press, StoppedLine(last.encounter, last.line, strong, last.at + REASONS_FOR)


def action_word(kind: str) -> str:
    """What was pressed last, in one or two words."""
    return {
        "checked_in": translate("Board", "checked in"),
        "prepared": translate("Board", "prepared"),
        "started": translate("Board", "started"),
        "paused": translate("Board", "paused"),
        "resumed": translate("Board", "resumed"),
        "stopped": translate("Board", "stopped"),
        "pushed": translate("Board", "pushed"),
        "moved": translate("Board", "moved"),
        "freed": translate("Board", "chair freed"),
        "assigned": translate("Board", "given to another nurse"),
        "rate": translate("Board", "rate changed"),
        "bag": translate("Board", "new bag"),
        "access": translate("Board", "access changed"),
        "sequential": translate("Board", "was down when the next began"),
    }[kind]


def _given(one: Administration) -> str:
    amount = dose(one.dose) if one.dose else ""
    volume = dose(one.volume) if isinstance(one.volume, Amount) else ""
    return translate("Board", "{dose} in {volume}").format(dose=amount, volume=volume) if volume else amount


def last_visit(core: Core, visit: Encounter) -> Encounter | None:
    """The visit before this one of the same patient, by MRN."""
    if visit.patient is None or not visit.patient.mrn:
        return None
    listed = core.desk.ledger.visits(mrn=visit.patient.mrn, limit=5)
    before = next((one for one in listed if one.id != visit.id), None)
    return core.visit(before.id) if before else None


def press_line(core: Core, use: UseLine) -> Callable[[str, str], None]:
    """Start, stop, pause or resume, as the board and the encounter page press them."""

    def pressed(encounter: str, line: str) -> None:
        if use in TIMED and core.tap_first(encounter, line):
            return
        core.press(encounter, lambda one: use(core.daybook, one, LineId(line)))

    return pressed


def say_stop_reason(core: Core, encounter: str, line: str, reason: str) -> None:
    """Why a line came down, said after its stop."""
    core.press(encounter, lambda one: run.say_stop_reason(core.daybook, one, LineId(line), StopReason(reason)))


def dismiss_notice(core: Core, encounter: str, notice: str, line: str | None) -> None:
    """A chip was put away; it does not come back."""
    core.press(encounter, lambda one: correct.dismiss(core.daybook, one, notice, LineId(line) if line else None))
