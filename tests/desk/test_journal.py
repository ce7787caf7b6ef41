"""The desk and the emergency journal: taken at the next good start before anything is read, noted, and told."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.app.entrance import recovered_words
from nursedesk.desk import run, station_file
from nursedesk.desk.daybook import NOBODY, Session, Settled
from nursedesk.desk.hang import hang_and_start
from nursedesk.desk.open_desk import OpenDesk, journal_place, leave, open_checked
from nursedesk.desk.set_up import set_up
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.codec import event_bytes
from nursedesk.record.encounter import LineState
from nursedesk.record.events import Event, Recovered
from nursedesk.store.journal import Journal, Kept
from nursedesk.store.keys import Keys

from tests.desk.station import DOE, Clocks, Station, infliximab


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def suite(tmp_path: Path, clocks: Clocks) -> tuple[Path, Keys]:
    facts = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=("1", "2", "3"))
    desk = set_up(tmp_path / "suite", facts, (), "a quiet place", use_keyring=False, read_clock=clocks).desk
    station_file.change(tmp_path / "suite", journal=str(tmp_path / "second disk"))
    assert leave(desk) == ""
    return tmp_path / "suite", desk.ledger.keys


def _pressed(clocks: Clocks) -> list[Event]:
    """Presses of a morning that only the journal has: a patient sits down and a line is started."""
    station = Station(clocks=clocks)
    visit = station.seat()
    hang_and_start(station.daybook, station.encounter(visit), infliximab())
    return station.saved


def test_what_only_the_journal_has_is_there_at_the_next_start_and_its_line_goes_on(
    suite: tuple[Path, Keys], clocks: Clocks
) -> None:
    folder, keys = suite
    pressed = _pressed(clocks)
    journal = Journal.of(folder, keys, journal_place(folder))
    for event in pressed:
        journal.append([event_bytes(event)])
    clocks.pass_(minutes=47)
    desk = open_checked(folder, keys, clocks)
    assert (desk.recovered, desk.unusable, desk.problems) == (len(pressed), 0, ())
    (visit,) = desk.daybook.encounters()
    assert visit.administrations[0].state is LineState.RUNNING
    assert desk.daybook.clock() - visit.administrations[0].segments[0].start == timedelta(minutes=47)
    (note,) = desk.ledger.station_events(("Recovered",))
    assert isinstance(note.body, Recovered)
    assert note.body.events == len(pressed)
    assert note.body.first == pressed[0].header.recorded.isoformat()
    assert journal.read() == Kept()
    desk.daybook.session = Session(DOE, "s", "pin")
    run.stop(desk.daybook, visit, visit.administrations[0].line)
    assert leave(desk) == ""
    assert open_checked(folder, keys, clocks).recovered == 0


def test_a_start_that_ended_before_the_journal_was_emptied_adds_nothing_the_second_time(
    suite: tuple[Path, Keys], clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, keys = suite
    pressed = _pressed(clocks)
    journal = Journal.of(folder, keys, journal_place(folder))
    journal.append([event_bytes(event) for event in pressed])
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "clear", lambda *_: None)
        leave(open_checked(folder, keys, clocks))
    desk = open_checked(folder, keys, clocks)
    assert len(desk.ledger.events_of(pressed[0].header.encounter_id)) == len(pressed)  # type: ignore[arg-type] it has one
    assert desk.problems == ()
    desk.ledger.close()


def test_a_torn_end_is_told_and_its_file_kept(suite: tuple[Path, Keys], clocks: Clocks) -> None:
    folder, keys = suite
    journal = Journal.of(folder, keys, journal_place(folder))
    for event in _pressed(clocks)[:2]:
        journal.append([event_bytes(event)])
    (file,) = journal.folder.iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    desk = open_checked(folder, keys, clocks)
    assert (desk.recovered, desk.unusable) == (1, 1)
    assert [path.name[:6] for path in journal.folder.iterdir()] == ["aside-"]
    assert "1 entries" not in recovered_words(1, 1)
    desk.ledger.close()


Settle = Callable[[OpenDesk], None]


def test_what_is_in_the_journal_counts_on_the_screen_and_waits(clocks: Clocks) -> None:
    station = Station(clocks=clocks)
    station.daybook.submit = lambda events: station.daybook.settle(events, Settled.JOURNALLED)
    visit = station.seat()
    assert station.daybook.in_chair("1") is not None
    assert station.daybook.waiting() > 0
    station.daybook.settle(station.daybook.events(visit), Settled.SAVED)
    assert station.daybook.waiting() == 0


@pytest.mark.parametrize(
    ("count", "unusable", "words"),
    [
        (0, 0, ()),
        (1, 0, ("One entry that the disk had refused is in the record now",)),
        (3, 0, ("3 entries that the disk had refused are in the record now", "do not enter them again")),
        (
            3,
            1,
            ("3 entries that the disk had refused", "One entry of the emergency journal was not written whole"),
        ),
    ],
)
def test_the_words(count: int, unusable: int, words: tuple[str, ...]) -> None:
    said = recovered_words(count, unusable)
    assert bool(said) == bool(words)
    assert all(one in said for one in words)


def test_the_stations_own_lines_are_nobodys(clocks: Clocks) -> None:
    station = Station(clocks=clocks)
    (event,) = station.daybook.write_of_itself(Recovered(1))
    assert event.header.actor == NOBODY.person.id
    assert station.daybook.session.person == DOE
