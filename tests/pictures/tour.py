"""The whole program led through a demo suite: `python -m tests.pictures.tour OUT LANGUAGE PERCENT LOOKS SIZE`.

What it takes of each look goes on sheets; the main pages are kept singly too, and with `--keep` all of them.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit import StopButton
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from tests.monkey.seams import outside
from tests.pictures.led import Led, View, reached
from tests.pictures.mistakes import overhear
from tests.pictures.screen import screen, size_of
from tests.pictures.sheets import sheets_of

MAIN = ("room", "mine", "encounter", "hang", "close", "tickets", "messages", "shift", "shift-charts", "people",
        "settings", "audit", "codes", "drugs", "help", "lock", "sign-in")  # fmt: skip
"""Kept singly at 100 %."""
WHOLE = 100


class Tour:
    """Every page of the demo suite in one look, by whoever may see it."""

    def __init__(self, led: Led) -> None:
        self._led, self._hands = led, led.hands

    def take(self, size: tuple[int, int], view: View) -> list[str]:
        """Every page into the view's folder; what could not be reached."""
        self._led.look_at(size, (view,))
        self._led.come("jdoe")
        parts = (self._board, self._dialogs, self._visit, self._pages, self._of_administrator, self._doors)
        return reached(self._led, ((part.__name__.strip("_"), lambda _, way=part: way()) for part in parts))

    # --- what is shown ---

    def _board(self) -> None:
        board = self._led.shell.board.page
        self._led.go("board")
        board.set_density("room")
        self._led.shot("room")
        board.set_density("mine")
        board.set_my_chairs(["3", "4", "5", "6"])
        self._led.shot("mine")
        board.set_density("room")
        self._led.shell.message.say(self._led.shell.core.wording.refusal("chair_taken", {"chair": "3"}))
        self._led.shot("message")
        self._hands.press("messageAway")
        self._led.shell.window.bar.focus_search()
        shown = [one for one in self._led.station.frame.findChildren(QWidget, "searchField") if one.isVisible()]
        if shown:
            # Where room is short it is a button, which shows the field only in a window that has the keyboard.
            self._hands.type("searchField", "3", enter=False)
            self._led.shot("search")
            for _ in range(2):
                QTest.keyClick(shown[0], Qt.Key.Key_Escape)
        self._led.menu("chairMenu_3", "chair-menu")
        self._led.bring("12")
        self._led.menu("chairMenu_12", "free-chair-menu")

    def _dialogs(self) -> None:
        shell = self._led.shell
        visit = self._led.in_chair("6")
        running = self._led.in_chair("3")
        line = next(one.line for one in shell.core.visit(running).administrations if one.drug == "oxaliplatin")
        shows: tuple[tuple[str, Callable[[], object]], ...] = (
            ("check-in", lambda: shell.dialogs.check_in("12")),
            ("hang-empty", lambda: shell.dialogs.hang(visit)),
            ("hang", lambda: self._hang(visit)),
            ("push", lambda: shell.dialogs.push(visit)),
            ("hand-over", shell.handing.open),
            ("expected", shell.room.open_list),
            ("out-of-service", lambda: shell.room.take_out("12")),
            ("shortcuts", shell.window.show_keys),
            *(
                (deed.replace("_", "-"), lambda what=deed: shell.lines.do(running, line, what))
                for deed in ("rate", "bag", "access", "waste", "stop_at", "wrong_drug", "wrong_dose", "never_ran")
            ),
            ("wrong-patient", lambda: shell.lines.do(running, "", "wrong_patient")),
            ("wrong-chair", lambda: shell.lines.do(running, "", "wrong_chair")),
            ("leaving", lambda: shell.room.free(running)),
        )
        for name, show in shows:
            show()
            self._led.shot(name)
            self._led.put_away()

    def _hang(self, visit: str) -> None:
        """A favourite is chosen: the second press would start it."""
        self._led.shell.dialogs.hang(visit)
        rows = self._hands.find("choiceList")
        assert isinstance(rows, QListWidget)
        place = next(n for n in range(rows.count()) if rows.item(n).text().casefold().startswith("inflix"))
        rows.setCurrentRow(place)
        QTest.keyClick(rows, Qt.Key.Key_Space)

    def _visit(self) -> None:
        shell = self._led.shell
        shell.encounter.open(self._led.in_chair("2"))
        self._led.shot("encounter")
        record = shell.encounter.page.record
        first = record.tabs.currentIndex()
        for tab in Tab:
            if tab != first and tab in record.tabs.offered():
                record.show_tab(tab)
                self._led.shot(f"encounter-{tab.name.lower()}")
        record.show_tab(Tab(first))
        self._led.go("board")
        shell.closing.open(self._led.in_chair("8"))
        self._led.shot("close")
        shell.closing.open(self._led.in_chair("3"))
        self._led.shot("close-blocked")

    def _pages(self) -> None:
        for page in ("tickets", "posting", "shift", "drugs", "codes", "help"):
            self._page(page)
            if page == "shift":
                # The charts of the room are for the nurse in charge.
                self._led.come("mruiz")
                self._led.go("shift")
                for view in ("room", "charts"):
                    self._hands.press(f"shiftView_{view}")
                    self._led.shot(f"shift-{view}")
                self._hands.press("shiftView_lines")
                self._led.come("jdoe")
        tickets = self._led.shell.core.desk.ledger.tickets()
        if tickets:
            self._led.shell.printing.open(tickets[0].encounter)
            self._led.shot("print-dialog")
            self._led.shell.printing.close()

    def _of_administrator(self) -> None:
        self._led.come("admin")
        for page in ("settings", "people", "audit"):
            self._page(page)

    def _page(self, page: str) -> None:
        self._led.go(page)
        self._led.shot("messages" if page == "posting" else page)

    def _doors(self) -> None:
        self._led.come("jdoe")
        self._led.station.lock()
        self._led.shot("lock")
        self._show_at_the_door("press", "lock-presses")
        taps = [one.objectName() for one in self._led.station.frame.findChildren(StopButton) if one.isVisible()]
        self._hands.press(next(name for name in taps if name.startswith("tapButton_")))
        self._led.shot("whose-press")
        self._hands.press("whoLaterButton")
        self._led.shot("press-waits")
        self._show_at_the_door("ask", "")
        self._hands.press("otherPersonButton")
        self._led.shot("sign-in")
        self._led.come("jdoe")
        self._led.shot("presses-that-wait")
        self._hands.press("discardPress_1")
        self._hands.type("discardReason_1", "leant on the screen")
        self._led.settle()

    def _show_at_the_door(self, part: str, name: str) -> None:
        """Where PIN and presses share their place, the one or the other."""
        switch = self._led.station.frame.findChildren(QWidget, f"doorSwitch_{part}")
        if any(one.isVisible() for one in switch):
            self._hands.press(f"doorSwitch_{part}")
            if name:
                self._led.shot(name)

    def paper(self, file: Path) -> None:
        """A signed ticket as it is printed."""
        signed = self._led.shell.core.desk.ledger.tickets(status="signed")
        visit = next(one.encounter for one in signed if one.number == "A-261124-001")
        self._led.shell.closing._preview(visit, 850).save(str(file))


def main() -> int:
    """Draw every look asked for, a sheet of each, and keep the main pages; 1 when something was not reached."""
    said = _asked()
    size = size_of(said.size)
    wrong: list[str] = []
    (said.out / "main").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, outside(Path(place)):
        screen(size, Path(place))
        overhear(wrong)
        led = Led(Path(place) / "suite", said.language, said.percent)
        led.station.begin_demo()
        led.keep_words()
        led.come("jdoe")
        tour = Tour(led)
        for look in said.looks.split(","):
            stem = f"{said.language}-{look}-{said.size}-{said.percent}"
            into = (said.out / "singly" if said.keep else Path(place)) / stem
            wrong += [f"{stem}: {one}" for one in tour.take(size, View(look, into))]
            sheets_of(into, said.out / f"sheet-{stem}")
            if said.percent == WHOLE:
                _keep_main(into, said.out / "main", stem)
        if said.percent == WHOLE:
            tour.paper(said.out / "main" / f"paper-{said.language}.png")
        led.close()
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    return int(bool(wrong))


def _keep_main(into: Path, kept: Path, stem: str) -> None:
    for file in into.glob("*.png"):
        name = file.stem.split("-", 1)[1]
        if name in MAIN:
            shutil.copyfile(file, kept / f"{name}-{stem}.png")


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.pictures.tour")
    asked.add_argument("out", type=Path)
    asked.add_argument("language", choices=("en", "es"))
    asked.add_argument("percent", type=int)
    asked.add_argument("looks", help="with commas")
    asked.add_argument("size", help="WIDTHxHEIGHT")
    asked.add_argument("--keep", action="store_true", help="every picture singly too")
    return asked.parse_args()


if __name__ == "__main__":
    sys.exit(main())
