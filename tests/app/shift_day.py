"""A day at twelve chairs, played through the window with a hand-turned clock: `python -m tests.app.shift_day`.

Thirty patients, nine hours, four nurses at one desk; interruptions, forgotten stops, colleagues' stops, two
reactions, a locked station. Presses and unasked questions are counted; at the end the record is walked.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nursedesk.app.taps import tap_rows
from nursedesk.desk.close import TOLD
from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.set_up import set_up
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import EncounterId
from nursedesk.ui.sign_in.model import TapRow
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from tests.app.shift_day_hands import Counted, Deed
from tests.app.shift_day_people import FACTS, HOURS, LISTED, NURSES, PEOPLE, Bag, Patient, patients
from tests.app.shift_day_record import differences
from tests.app.suite import MORNING, PASSPHRASE, PASSWORD, Suite
from tests.desk.station import Clocks
from tests.monkey.seams import outside

LIMITS = {
    "start a favourite": 2,
    "start what is typed": 4,
    "push a favourite": 2,
    "stop": 1,
    "stop a colleague's line": 1,
    "stop at the locked station": 2,
    "last stop to signed and printed": 4,
}
"""The most presses, counted from the board: the Hang or Push that opens the dialog is one of them."""
TURNS = 24
"""Every so many minutes another nurse is at the desk."""


@dataclass
class Played:
    """What came of the day."""

    deeds: list[Deed]
    prompts: list[tuple[str, str]]
    caught: list[str]
    """How each missing stop was caught, before the chair was free."""
    missed: list[str]
    printed: int
    told: set[str] = field(default_factory=set)
    """Visits whose closing named something that it asked no press for."""
    wrong: list[str] = field(default_factory=list)
    """Where the stored record is not what was done."""
    clean: bool = False
    encounters: int = 0

    def presses(self, what: str) -> list[int]:
        """Of every time this was done."""
        return [one.presses for one in self.deeds if one.what == what]

    def most_prompts(self) -> int:
        """In one encounter."""
        visits = [visit for visit, _ in self.prompts]
        return max((visits.count(one) for one in set(visits)), default=0)


def _is_fix(one: QWidget) -> bool:
    return one.objectName().startswith("fix_")


class Day:
    """Plays the day; `run` returns what came of it."""

    def __init__(self, suite: Suite, sent: list[str]) -> None:
        self.suite, self.sent = suite, sent
        self.count = Counted(suite)
        self.minute = 0
        self.ahead = 0.0
        """Minutes that passed already within this one."""
        self.at_desk = ""
        self.known: set[str] = set()
        self.told: set[str] = set()
        self.visits: dict[str, EncounterId] = {}
        self.lines: dict[tuple[str, str], str] = {}
        self.caught: list[str] = []
        self.missed: list[str] = []
        self.stopped_by: dict[tuple[str, str], str] = {}
        self.everybody = patients()

    # --- the clock and who is at the desk ---

    def run(self) -> Played:
        """Every act at its minute."""
        acts = [act for one in self.everybody for act in self._acts(one)]
        acts.append((270, partial(self._hand_over, "jdoe", "mruiz")))
        for minute, act in sorted(acts, key=lambda one: one[0]):
            self._turn_to(minute)
            act()
        self._turn_to(HOURS * 60)
        return Played(self.count.deeds, self.count.prompts, self.caught, self.missed, len(self.sent), self.told)

    def _turn_to(self, minute: int) -> None:
        while self.minute < minute:
            by = min(minute - self.minute, 12)
            self.minute += by
            # The event loop would: dialogs that were put away are let go.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.suite.pass_(by - self.ahead)
            self.ahead = 0.0
        nurse = tuple(NURSES)[(minute // TURNS) % len(NURSES)]
        if nurse != self.at_desk:
            self._come(nurse)

    def _come(self, nurse: str) -> None:
        """Another nurse takes the desk over: by name and PIN, the first time by password."""
        hands = self.suite.hands
        if self.at_desk:
            hands.press("lockButton")
            hands.press("otherPersonButton")
        else:
            hands.wait(lambda: self.suite.station.entrance.desk is not None, "the record is open")
        with self.count.deed("come to the desk", ""):
            self.count.row("peopleList", LISTED[nurse])
            known = nurse in self.known
            self.count.entered("pinField" if known else "passwordField", NURSES[nurse] if known else PASSWORD)
        hands.wait(lambda: self._is_at_desk(nurse), f"{nurse} is at the desk")
        self.at_desk = nurse
        self.known.add(nurse)
        self.suite.settle()

    def _is_at_desk(self, nurse: str) -> bool:
        station, shell = self.suite.station, self.suite.station.shell
        shown = shell is not None and station.frame.currentWidget() is shell.window
        return shown and shell is not None and shell.core.daybook.session.person.id == nurse

    # --- a patient's acts ---

    def _acts(self, one: Patient) -> Iterable[tuple[int, Callable[[], None]]]:
        yield one.arrives, partial(self._check_in, one)
        for bag in one.bags:
            yield bag.at, partial(self._give, one, bag)
            if bag.stop is not None and not self._forgets(one, bag):
                yield bag.stop, partial(self._stop, one, bag)
        yield max(bag.at for bag in one.bags) + 1, partial(self._orders, one)
        yield one.leaves, partial(self._leave, one)

    def _forgets(self, one: Patient, bag: Bag) -> bool:
        return one.trouble in ("forgotten", "unseen", "left") and bag is self._last(one)

    def _last(self, one: Patient) -> Bag:
        return max((bag for bag in one.bags if bag.stop is not None), key=lambda bag: bag.stop or 0)

    def _check_in(self, one: Patient) -> None:
        count = self.count
        with count.deed("check in", one.name, "checkInDialog"):
            count.press(f"checkInButton_{one.chair}")
            count.write("nameField", one.name)
            count.press("firstAccessField_peripheral")
            count.press("checkInButton")
        self.suite.settle()
        visit = self.suite.shell.core.daybook.in_chair(one.chair)
        assert visit is not None, one
        self.visits[one.name] = EncounterId(visit.id)
        if visit.nurse != one.nurse:
            with count.deed("give the visit to its nurse", one.name):
                count.menu(f"chairMenu_{one.chair}", "nurseMenu", f"assign_{one.nurse}")

    def _give(self, one: Patient, bag: Bag) -> None:
        push = bag.stop is None
        if one.trouble == "interrupted" and not push:
            self._interrupted(one, bag)
        verb = "push a favourite" if push else "start what is typed" if bag.typed else "start a favourite"
        with self.count.deed(verb, one.name, "hangDialog"):
            self.count.press(f"{'push' if push else 'hang'}Button_{one.chair}")
            if bag.typed:
                self.count.entered("drugField", bag.drug)
                self.count.write("doseField", bag.typed)
                self.count.press("startNowButton")
            else:
                self.count.row_start("choiceList", bag.drug)
        self.suite.settle()
        self.lines[one.name, bag.drug] = self._visit(one).administrations[-1].line

    def _interrupted(self, one: Patient, bag: Bag) -> None:
        """Half a dialog is typed when a colleague calls: it is left, and stands there as it was."""
        hands = self.suite.hands
        hands.press(f"hangButton_{one.chair}")
        hands.type("drugField", bag.drug[:4], enter=False)
        hands.press("hangCancelButton")
        assert self.suite.shell.window.page() == "board"

    def _stop(self, one: Patient, bag: Bag) -> None:
        if one.trouble == "locked":
            self._stop_locked(one, bag)
        else:
            colleagues = self._visit(one).nurse != self.at_desk
            with self.count.deed("stop a colleague's line" if colleagues else "stop", one.name):
                self.count.press(self._stop_button(one, bag))
            self.suite.settle()
        if one.trouble == "undo":
            self.suite.hands.press("undoButton")
            self.suite.settle()
            with self.count.deed("stop", one.name):
                self.count.press(self._stop_button(one, bag))
            self.suite.settle()
        if one.trouble == "reaction" and bag is self._last(one):
            self._react(one)
        self.stopped_by[one.name, bag.drug] = self.at_desk

    def _stop_button(self, one: Patient, bag: Bag) -> str:
        card = self.suite.shell.board.page.card(one.chair)
        assert card is not None
        line = self.lines[one.name, bag.drug]
        shown = [row.model().line for row in card.rows()]
        assert line in shown, f"minute {self.minute}, {one}: {line} is not among {shown}"
        place = shown.index(line) + 1
        return f"stopButton_{one.chair}_{place}"

    def _stop_locked(self, one: Patient, bag: Bag) -> None:
        """Nobody is signed in: the press counts from its moment, then she says who she is."""
        hands = self.suite.hands
        hands.press("lockButton")
        line = self.lines[one.name, bag.drug]
        name = next(row.name for row in self._taps() if (row.encounter, row.line) == (self.visits[one.name], line))
        with self.count.deed("stop at the locked station", one.name, "whoDialog"):
            self.count.press(f"tapButton_{name}")
            self.count.entered("pinField", NURSES[self.at_desk], within="whoDialog")
        hands.wait(lambda: self._is_at_desk(self.at_desk), "the desk opens")
        self.suite.settle()

    def _taps(self) -> tuple[TapRow, ...]:
        return tap_rows(self.suite.shell.core.daybook)

    def _react(self, one: Patient) -> None:
        """The stop's reason on the board, then what was seen and done, on the visit's page."""
        count = self.count
        # While Undo is offered the reason waits.
        self.ahead = 0.3
        self.suite.pass_(self.ahead)
        with count.deed("chart a reaction", one.name):
            count.press("stopReason_reaction")
            count.key(f"chairCard_{one.chair}", Qt.Key.Key_Return)
            count.tab("encounterTabs", "Notes")
            count.press("noteKind_reaction")
            count.press("sign_1")
            count.write("reactionDoneField", "stopped, saline, antihistamine")
            count.press("saveReaction")
        self.suite.settle()
        self.suite.shell.window.show_page("board")

    def _orders(self, one: Patient) -> None:
        """In a quiet minute: the orders are on file."""
        count = self.count
        with count.deed("chart the orders of a visit", one.name):
            count.key(f"chairCard_{one.chair}", Qt.Key.Key_Return)
            count.tab("encounterTabs", "Orders")
            for number in range(1, len(one.bags) + 1):
                count.press(f"orderOnFile_{number}")
        self.suite.settle()
        self.suite.shell.window.show_page("board")

    # --- the end of a visit ---

    def _leave(self, one: Patient) -> None:
        if one.trouble == "forgotten":
            self._stop_from_volume(one)
        elif one.trouble == "left":
            self._gone(one)
        self._close(one)
        visit = self._visit(one)
        if visit.freed is None or visit.signed_ticket is None:
            self.missed.append(f"{one.name}: not signed, or the chair is not free")

    def _stop_from_volume(self, one: Patient) -> None:
        """The chip says that the planned end has passed; the stop is charted from volume and rate."""
        card = self.suite.shell.board.page.card(one.chair)
        assert card is not None
        with self.count.deed("chart a forgotten stop", one.name, "stopAtDialog"):
            self.count.menu(f"chairMenu_{one.chair}", "lineMenu_1", "stop_atAction_1")
            self.count.press("calculatedStop")
            self.count.press("askDone")
        self.suite.settle()
        self.caught.append("by the nurse, from volume and rate")

    def _gone(self, one: Patient) -> None:
        """Somebody says that the patient has left, and a line is still up."""
        with self.count.deed("free a chair with a line up", one.name):
            self.count.menu(f"chairMenu_{one.chair}", "freeChairAction")
            if self._visit(one).freed is not None:
                self.missed.append(f"{one.name}: the chair was freed with a line up")
                return
            self.count.press("askDone")
        self.suite.settle()
        self.caught.append("when the chair was to be freed")
        self._respond(one)

    def _respond(self, one: Patient) -> None:
        """How it was taken, on the visit's page, when the chair is somebody else's already."""
        self.suite.shell.encounter.open(self.visits[one.name])
        with self.count.deed("chart how it was taken", one.name):
            self.count.tab("encounterTabs", "Notes")
            self.count.press("noteKind_note")
            for visit_line in dict.fromkeys(drug.line for drug in self._visit(one).administrations):
                self.count.choose("noteAboutField", visit_line)
                self.count.press("responseOffer_1")
        self.suite.settle()
        self.suite.shell.window.show_page("board")

    def _close(self, one: Patient) -> None:
        """From Close to the printed ticket; what is missing is asked there, once."""
        hands, count, visit = self.suite.hands, self.count, self.visits[one.name]
        already = self._visit(one).freed is not None
        if already:
            self.suite.shell.closing.open(visit)
        with count.deed("last stop to signed and printed", one.name) as deed:
            if not already:
                count.press(f"closeButton_{one.chair}")
            count.visit = one.name
            found = self._fixes()
            # What is only told (no diagnosis, no amount opened) waits for nobody: no question, and counted apart.
            questions = [name for name in found if not any(code in name for code in TOLD)]
            self.told.update({one.name} if len(questions) < len(found) else ())
            if questions:
                count.prompt("close: " + ", ".join(questions))
            if any(name.startswith("fix_stop_line_") for name in found):
                deed.what = "close with a line still up"
                self.caught.append("on the closing page")
                self._press_fix("fix_stop_line_")
            if any(name.startswith("fix_tolerated_") for name in self._fixes()):
                self._press_fix("fix_tolerated_")
            count.entered("pinField", NURSES[self.at_desk])
        hands.wait(lambda: self._visit(one).copies > 0, f"{one.name} is signed and printed")
        self.suite.settle()
        with count.deed("say that the paper came out", one.name):
            count.press("cameOutButton")
        hands.press("notNowButton")
        self.suite.settle()

    def _fixes(self) -> list[str]:
        page = self.suite.hands.find("signDialog")
        return [one.objectName() for one in page.findChildren(QWidget) if one.isVisible() and _is_fix(one)]

    def _press_fix(self, beginning: str) -> None:
        self.count.press(next(name for name in self._fixes() if name.startswith(beginning)))
        self.suite.settle()

    def _hand_over(self, giver: str, taker: str) -> None:
        """Half-way one nurse goes: her lines are a colleague's."""
        back = self.at_desk
        if back != giver:
            self._come(giver)
        if any(self._is_open(one) and self._visit(one).nurse == giver for one in self.everybody):
            with self.count.deed("hand over all lines", "", "handOverDialog"):
                self.count.press("handOverButton")
                self.count.choose("handOverTo", taker)
                self.count.press("handOverNowButton")
            self.suite.settle()
        if back != giver:
            self._come(back)

    def _is_open(self, one: Patient) -> bool:
        return one.name in self.visits and bool(open_lines(self._visit(one)))

    def _visit(self, one: Patient) -> Encounter:
        return self.suite.shell.core.visit(self.visits[one.name])


def play(folder: Path) -> Played:
    """Make the suite, play the day in its window, shut it, and walk the record."""
    clocks = Clocks(wall=MORNING)
    made = set_up(folder, FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=clocks)
    made.desk.ledger.close()
    suite = Suite.open(folder, clocks)
    suite.station.frame.resize(1280, 800)
    try:
        with outside(folder.parent) as sent:
            day = Day(suite, sent)
            played = day.run()
    finally:
        suite.close()
    played.wrong, played.clean = differences(folder, day.visits, day.everybody)
    played.encounters = len(day.visits)
    return played


def table(played: Played) -> str:
    """The presses of the day for the README."""
    rows = ["| done | times | presses, most (limit) |", "|---|---|---|"]
    for what in sorted({one.what for one in played.deeds}, key=lambda what: (what not in LIMITS, what)):
        presses = played.presses(what)
        limit = f" ({LIMITS[what]})" if what in LIMITS else ""
        rows.append(f"| {what} | {len(presses)} | {max(presses)}{limit} |")
    visits = len({visit for visit, _ in played.prompts})
    rows.append(f"| visits asked anything that nobody had asked for | {visits} of {played.encounters} | |")
    rows.append(f"| … most questions in one visit | | {played.most_prompts()} (1) |")
    rows.append(
        f"| visits told of something at closing, no press asked | {len(played.told)} of {played.encounters} | |"
    )
    rows.append(f"| missing stops caught before the chair was free | {len(played.caught)} | |")
    rows.append(f"| missing stops not caught | {len(played.missed)} | 0 (0) |")
    return "\n".join(rows)


def main() -> int:
    """Play it, print the table; 1 when a limit was passed or the record is not what was done."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        played = play(Path(folder) / "suite")
    said = [*played.missed, *played.wrong, *([] if played.clean else ["verify: not clean"])]
    sys.stdout.write(
        table(played) + "\n\n" + "\n".join(said or ["The record is what was done; verify: clean."]) + "\n"
    )
    over = any(max(played.presses(what), default=0) > limit for what, limit in LIMITS.items())
    return int(bool(said) or over or played.most_prompts() > 1)


if __name__ == "__main__":
    sys.exit(main())
