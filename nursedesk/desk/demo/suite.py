"""Make the demo: a real, encrypted suite in a folder, its day told up to the present."""

from pathlib import Path

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.clock import Reading, StationClock
from nursedesk.desk.demo import day
from nursedesk.desk.demo.people import FACTS, PEOPLE, SECRETS
from nursedesk.desk.demo.teller import GivenClock, tell
from nursedesk.desk.open_desk import OpenDesk, ReadClock, on_ledger
from nursedesk.desk.set_up import set_up


def make_demo(folder: Path, rulebook: Rulebook, read_clock: ReadClock) -> OpenDesk:
    """The demo suite in an empty folder, open at this station, the present being what `read_clock` gives now."""
    present: Reading = read_clock()
    clock = GivenClock(present)
    clock.ago = day.BEFORE
    made = set_up(folder, FACTS, PEOPLE, SECRETS["passphrase"], use_keyring=False, read_clock=clock)
    book = made.desk.daybook
    book.clock = StationClock(clock)
    tell(clock, day.visits(book, rulebook))
    return on_ledger(made.desk.ledger, read_clock)
