"""A desk that is open for days keeps in memory what one opened now would; what it let go is read again."""

from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.desk import hang, run
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.daybook import Session
from nursedesk.desk.open_desk import LOOK_BACK, OpenDesk
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.encounter import Patient, Setting
from nursedesk.record.events import ChairFreed, Closed, EncounterId

from tests.desk.station import DOE, Clocks, infliximab

DAYS = 3


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def desk(tmp_path: Path, clocks: Clocks) -> OpenDesk:
    facts = SuiteFacts(site="Elm Street", zone="America/New_York", chairs=("1", "2", "3"))
    people = (NewPerson(DOE, "start and stop"),)
    made = set_up(tmp_path / "suite", facts, people, "a quiet place", use_keyring=False, read_clock=clocks)
    made.desk.daybook.session = Session(DOE, "s", "pin")
    return made.desk


def _visit(desk: OpenDesk, clocks: Clocks, chair: str, *, closed: bool) -> EncounterId:
    book = desk.daybook
    visit = check_in(book, CheckIn(chair, Patient(f"ROE, {chair}"), Setting.OUTPATIENT_FACILITY))
    line = hang.hang_and_start(book, book.encounter(visit), infliximab())
    clocks.pass_(minutes=90)
    if closed:
        run.stop(book, book.encounter(visit), line)
        book.write(visit, Closed(f"A-{visit[-7:]}"), ChairFreed())
    return visit


def test_closed_visits_of_days_ago_go_and_open_ones_stay(desk: OpenDesk, clocks: Clocks) -> None:
    book = desk.daybook
    open_one = _visit(desk, clocks, "3", closed=False)
    closed = []
    for _ in range(DAYS):
        closed.append(_visit(desk, clocks, "1", closed=True))
        clocks.pass_(minutes=60 * 22)
    assert len(book.known()) == DAYS + 1
    assert book.let_go(book.clock() - LOOK_BACK) == DAYS
    assert book.known() == {open_one}
    assert book.let_go(book.clock() - LOOK_BACK) == 0
    assert book.in_chair("3") is not None


def test_a_visit_that_was_let_go_is_read_again_when_it_is_asked_for(desk: OpenDesk, clocks: Clocks) -> None:
    book = desk.daybook
    visit = _visit(desk, clocks, "1", closed=True)
    before = book.encounter(visit)
    clocks.pass_(minutes=60 * 30)
    assert book.let_go(book.clock() - LOOK_BACK) == 1
    assert book.encounter(visit) == before
    with pytest.raises(KeyError):
        book.encounter(EncounterId("nobody's"))


def test_what_the_writer_still_has_is_not_let_go(desk: OpenDesk, clocks: Clocks) -> None:
    book = desk.daybook
    visit = _visit(desk, clocks, "1", closed=True)
    book.submit = lambda events: None
    clocks.pass_(minutes=60 * 30)
    book.write(visit, Closed("A-1"))
    assert book.let_go(book.clock() + timedelta(days=1)) == 0
    assert visit in book.known()
