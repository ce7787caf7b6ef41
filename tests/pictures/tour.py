"""The whole program led through a demo suite: `python -m tests.pictures.tour OUT LANGUAGE PERCENT THEMES SIZES`.

What it takes of each look and size goes on a sheet; the main pages are kept singly too.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.language import speak
from nursedesk.app.looks import look_of
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.desk import station_file
from nursedesk.outputs.languages import Language
from nursedesk.record.events import PersonId
from nursedesk.ui import theme
from nursedesk.ui.kit import DialogFrame, StopButton
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QWidget

from tests.desk.station import Clocks
from tests.monkey.seams import outside
from tests.pictures.sheets import sheets_of

NOW = datetime(2026, 11, 24, 19, 7, tzinfo=UTC)
MAIN = ("room", "mine", "encounter", "hang", "close", "tickets", "messages", "shift", "shift-charts", "people",
        "settings", "audit", "codes", "drugs", "help", "lock", "sign-in")  # fmt: skip
"""Kept singly at 100 %."""


class Tour:
    """One language and size of text; `take` draws every page at one look and size."""

    def __init__(self, folder: Path, language: str, percent: int) -> None:
        self._folder = folder
        self._app = application(folder)
        speak(self._app, Language(language))
        theme.apply(self._app, theme.LIGHT, percent / 100)
        self.station = Station(self._app, folder, None, Clocks(wall=NOW))
        self.station.begin_demo()
        station_file.change(
            folder, theme="light", text_percent=percent, screen_language=language, language=language
        )
        self._hands = Hands(self.station.frame)
        self._into = folder
        self._number = 0

    @property
    def shell(self) -> Shell:
        assert self.station.shell is not None
        return self.station.shell

    def take(self, look: str, size: tuple[int, int], into: Path) -> None:
        """Every page into a folder."""
        into.mkdir(parents=True, exist_ok=True)
        self._into, self._number = into, 0
        self.station.frame.resize(*size)
        self._come("jdoe")
        self.shell.choose_look(look_of(look))
        self._board()
        self._dialogs()
        self._visit()
        self._pages()
        self._come("admin")
        for page in ("settings", "people", "audit"):
            self._page(page)
        self._doors()

    # --- what is shown ---

    def _board(self) -> None:
        board = self.shell.board.page
        self._go("board")
        board.set_density("room")
        self._shot("room")
        board.set_density("mine")
        board.set_my_chairs(["3", "4", "5", "6"])
        self._shot("mine")
        board.set_density("room")
        self.shell.message.say(self.shell.core.wording.refusal("chair_taken", {"chair": "3"}))
        self._shot("message")
        self._hands.press("messageAway")
        self.shell.window.bar.focus_search()
        shown = [one for one in self.station.frame.findChildren(QWidget, "searchField") if one.isVisible()]
        if shown:
            # Where room is short it is a button, which shows the field only in a window that has the keyboard.
            self._hands.type("searchField", "3", enter=False)
            self._shot("search")
            for _ in range(2):
                QTest.keyClick(shown[0], Qt.Key.Key_Escape)
        self._menu("chairMenu_3", "chair-menu")
        self._menu("chairMenu_12", "free-chair-menu")

    def _dialogs(self) -> None:
        shell = self.shell
        visit = self._in_chair("6")
        running = self._in_chair("3")
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
            self._shot(name)
            self._put_away()

    def _hang(self, visit: str) -> None:
        """A favourite is chosen: the second press would start it."""
        self.shell.dialogs.hang(visit)
        rows = self._hands.find("choiceList")
        assert isinstance(rows, QListWidget)
        place = next(n for n in range(rows.count()) if rows.item(n).text().casefold().startswith("inflix"))
        rows.setCurrentRow(place)
        QTest.keyClick(rows, Qt.Key.Key_Space)

    def _visit(self) -> None:
        shell = self.shell
        shell.encounter.open(self._in_chair("2"))
        tabs = shell.encounter.page.record.tabs
        for place in range(tabs.count()):
            if tabs.isTabVisible(place):
                tabs.setCurrentIndex(place)
                self._shot("encounter" if place == 0 else f"encounter-tab-{place}")
        tabs.setCurrentIndex(0)
        self._go("board")
        shell.closing.open(self._in_chair("8"))
        self._shot("close")
        shell.closing.open(self._in_chair("3"))
        self._shot("close-blocked")

    def _pages(self) -> None:
        for page in ("tickets", "posting", "shift", "drugs", "codes", "help"):
            self._page(page)
            if page == "shift":
                # The charts of the room are for the nurse in charge.
                self._come("mruiz")
                self._go("shift")
                for view in ("room", "charts"):
                    self._hands.press(f"shiftView_{view}")
                    self._shot(f"shift-{view}")
                self._hands.press("shiftView_lines")
                self._come("jdoe")
        tickets = self.shell.core.desk.ledger.tickets()
        if tickets:
            self.shell.printing.open(tickets[0].encounter)
            self._shot("print-dialog")
            self.shell.printing.close()

    def _page(self, page: str) -> None:
        self._go(page)
        self._shot("messages" if page == "posting" else page)

    def _doors(self) -> None:
        self._come("jdoe")
        self.station.lock()
        self._shot("lock")
        self._show_at_the_door("press", "lock-presses")
        taps = [one.objectName() for one in self.station.frame.findChildren(StopButton) if one.isVisible()]
        self._hands.press(next(name for name in taps if name.startswith("tapButton_")))
        self._shot("whose-press")
        self._hands.press("whoLaterButton")
        self._shot("press-waits")
        self._show_at_the_door("ask", "")
        self._hands.press("otherPersonButton")
        self._shot("sign-in")
        self._come("jdoe")
        self._shot("presses-that-wait")
        self._hands.press("discardPress_1")
        self._hands.type("discardReason_1", "leant on the screen")
        self._settle()

    def _show_at_the_door(self, part: str, name: str) -> None:
        """Where PIN and presses share their place, the one or the other."""
        switch = self.station.frame.findChildren(QWidget, f"doorSwitch_{part}")
        if any(one.isVisible() for one in switch):
            self._hands.press(f"doorSwitch_{part}")
            if name:
                self._shot(name)

    def paper(self, file: Path) -> None:
        """A signed ticket as it is printed."""
        signed = self.shell.core.desk.ledger.tickets(status="signed")
        visit = next(one.encounter for one in signed if one.number == "A-261124-001")
        self.shell.closing._preview(visit, 850).save(str(file))

    # --- how ---

    def _come(self, person: str) -> None:
        """Somebody is at the desk, by password."""
        entrance = self.station.entrance
        assert entrance is not None and entrance.door is not None
        entrance.door.enter(PersonId(person), "password")
        entrance._come_in()
        self._settle()

    def _in_chair(self, chair: str) -> str:
        visit = self.shell.core.daybook.in_chair(chair)
        assert visit is not None
        return visit.id

    def _go(self, page: str) -> None:
        self.shell.window.show_page(page)
        self._settle()

    def _menu(self, button: str, name: str) -> None:
        self._hands.press(button)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        frame = self.station.frame
        under = frame.grab()
        painter = QPainter(under)
        painter.drawPixmap(frame.mapFromGlobal(menu.pos()), menu.grab())
        painter.end()
        menu.hide()
        self._keep(under, name)

    def _shot(self, name: str) -> None:
        self._settle()
        self._keep(self.station.frame.grab(), name)

    def _keep(self, picture: QPixmap, name: str) -> None:
        self._number += 1
        picture.save(str(self._into / f"{self._number:02}-{name}.png"))

    def _settle(self) -> None:
        shell = self.station.shell
        if shell is not None:
            self._hands.wait(lambda: shell.core.daybook.waiting() == 0 and shell.looked(), "all is saved")
        self._hands.wait(lambda: not self.station.tasks.busy(), "nothing runs beside the window")
        for _ in range(3):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _put_away(self) -> None:
        for one in self.station.frame.findChildren(DialogFrame):
            if one.isVisible():
                one.cancelled.emit()
        self._settle()


def main() -> None:
    """Draw every look and size asked for, a sheet of each, and keep the main pages."""
    out, language, percent = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    looks, sizes = sys.argv[4].split(","), sys.argv[5].split(",")
    (out / "main").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, outside(Path(folder)):
        tour = Tour(Path(folder) / "suite", language, percent)
        for look in looks:
            for size in sizes:
                stem = f"{language}-{look}-{size}-{percent}"
                into = Path(folder) / stem
                width, height = (int(side) for side in size.split("x"))
                tour.take(look, (width, height), into)
                sheets_of(into, out / f"sheet-{stem}")
                _keep_main(into, out / "main", stem, percent)
        if percent == 100:
            tour.paper(out / "main" / f"paper-{language}.png")
        tour.station.close()


def _keep_main(into: Path, kept: Path, stem: str, percent: int) -> None:
    for file in into.glob("*.png"):
        name = file.stem.split("-", 1)[1]
        if name in MAIN and percent == 100:
            file.replace(kept / f"{name}-{stem}.png")


if __name__ == "__main__":
    main()
