"""The demo's shift without a display: real widgets are pressed, the real record is written, pictures are left."""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands, NothingCameOfIt
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.desk.demo.people import DOE, PEOPLE, SECRETS
from nursedesk.desk.shift import LogFormat, Wish, save_log
from nursedesk.outputs.shift_log import Period
from nursedesk.record.encounter import Encounter

SIZE = (1600, 1000)


def play(out: Path) -> int:
    """Play the shift and list the files in `out`: board.png, encounter.png, ticket.pdf, shift-log.csv."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="nursedesk-demo-") as throw_away:
        folder = Path(throw_away) / "suite"
        app = application(folder)
        station = Station(app, folder, None)
        station.begin_demo()
        station.frame.resize(*SIZE)
        try:
            files = _Shift(station, out).run()
        finally:
            station.close()
    for file in files:
        sys.stdout.write(f"{file}\n")
    return 0


class _Shift:
    """What is pressed, in order."""

    def __init__(self, station: Station, out: Path) -> None:
        self._station, self._out = station, out
        self._hands = Hands(station.frame)

    def run(self) -> tuple[Path, ...]:
        """Sign in, stop a bag that is over, look at a visit, close and sign another."""
        self._sign_in()
        self._hands.press("stopButton_5_1")
        self._settle()
        board = self._picture("board.png")
        self._shell.encounter.open(self._visit("2").id)
        self._settle()
        encounter = self._picture("encounter.png")
        return board, encounter, self._sign_ticket(), self._write_shift_log()

    def _sign_in(self) -> None:
        """As J. Doe, by name and password."""
        hands = self._hands
        hands.press("typeNameButton")
        hands.type("signInNameField", DOE.id, enter=False)
        hands.type("passwordField", SECRETS["password"])
        hands.wait(lambda: self._station.shell is not None, "the desk opens")

    def _sign_ticket(self) -> Path:
        """The visit whose lines are all down: response, PIN, signature, PDF."""
        shell, hands = self._shell, self._hands
        shell.window.show_page("board")
        visit = self._visit("8")
        hands.press("closeButton_8")
        hands.press_first("fix_tolerated_")
        hands.type("pinField", next(one.pin or "" for one in PEOPLE if one.person.id == DOE.id))
        hands.wait(lambda: shell.core.visit(visit.id).version == 1, "the ticket is signed")
        self._settle()
        path = self._out / "ticket.pdf"
        shell.closing.write_pdf(visit.id, path)
        self._settle()
        return path

    def _write_shift_log(self) -> Path:
        """The last twelve hours."""
        core = self._shell.core
        now = core.now()
        period = Period(now - timedelta(hours=12), now + timedelta(minutes=1))
        path = self._out / "shift-log.csv"
        wish = Wish(period, LogFormat.CSV, core.daybook.session.person.id, now)
        save_log(path, core.desk.ledger.reader, core.daybook.suite, core.rulebook(), wish)
        return path

    @property
    def _shell(self) -> Shell:
        if self._station.shell is None:
            raise NothingCameOfIt("nobody is signed in")
        return self._station.shell

    def _visit(self, chair: str) -> Encounter:
        visit = self._shell.core.daybook.in_chair(chair)
        if visit is None:
            raise NothingCameOfIt(f"chair {chair} has no patient")
        return visit

    def _settle(self) -> None:
        """Everything saved, every look computed, everything painted."""
        shell = self._shell
        self._hands.wait(lambda: shell.core.daybook.waiting() == 0 and shell.looked(), "everything is saved")

    def _picture(self, name: str) -> Path:
        path = self._out / name
        self._station.frame.grab().save(str(path))
        return path
