"""Stop from two windows at once: it counts once, and a second desk on the same record is not opened."""

import pytest
from nursedesk.desk import hang, run
from nursedesk.desk.open_desk import open_desk
from nursedesk.record.events import EncounterId, LineId
from nursedesk.store.errors import AlreadyRunning

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit
from tests.desk.station import Station, infliximab


def test_the_board_and_the_visit_page_stop_once(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(20)
    core, visit_id = suite.shell.core, EncounterId(window.seated(suite).id)
    line = LineId(window.seated(suite).administrations[0].line or "")
    suite.hands.press("stopButton_1_1")
    core.press(visit_id, lambda one: run.stop(core.daybook, one, line))
    suite.settle()
    assert window.stored(suite, visit_id).count("Stopped") == 1
    assert window.is_clean(suite)


def test_a_stop_that_was_true_when_it_was_pressed_counts_once() -> None:
    station = Station()
    visit_id = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit_id), infliximab())
    station.pass_(20)
    for _ in range(2):
        run.stop(station.daybook, station.encounter(visit_id), line)
    assert station.kinds().count("Stopped") == 1


def test_a_second_desk_on_the_same_record_is_refused_in_one_sentence(record: Record) -> None:
    assert record.take_in(visit()).code == 0
    before = record.events()
    desk = open_desk(record.folder, record.keys)
    try:
        with pytest.raises(AlreadyRunning) as refused:
            open_desk(record.folder, record.keys)
        said = record.take_in(visit("B-2"))
    finally:
        desk.ledger.close()
    assert "already open" in str(refused.value)
    assert said.code == 2
    assert "already open" in said.sentence
    assert record.events() == before
    assert record.events("B-2") == ()
    assert record.clean()
