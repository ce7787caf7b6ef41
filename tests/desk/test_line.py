"""Rate, bag, access, a stop said later, and a stop taken back; what is stored, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from nursedesk.desk import correct, line, run
from nursedesk.desk.check_in import free_chair
from nursedesk.desk.hang import hang_and_start, prepare
from nursedesk.desk.line import Bag
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Device,
    Encounter,
    Label,
    LineState,
    Route,
    StopSource,
)
from nursedesk.record.events import AccessId, BagChanged, LineId, Source

from tests.desk.station import Station, infliximab

START = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


def amount(number: int | str, unit: str) -> Amount:
    return Amount(Decimal(number), unit)


class Hung:
    """An infliximab of 250 mL that runs since 14:00 at 125 mL/h."""

    def __init__(self, volume: Amount | None = None, rate: Amount | None = None) -> None:
        self.station = Station()
        self.id = self.station.seat()
        form = replace(
            infliximab(), volume=volume or amount(250, "mL"), rate=rate or amount(125, "mL/h"), ordered_minutes=180
        )
        self.line = hang_and_start(self.station.daybook, self.visit, form)

    @property
    def visit(self) -> Encounter:
        return self.station.encounter(self.id)

    @property
    def drug(self) -> Administration:
        return self.visit.administrations[0]

    def calculated(self) -> datetime | None:
        return line.calculated_stop(self.visit, self.station.daybook.events(self.id), self.line)


def test_the_rate_is_changed_and_can_be_undone() -> None:
    hung = Hung()
    line.change_rate(hung.station.daybook, hung.visit, hung.line, amount(20, "mL/h"))
    assert hung.drug.rate == amount(20, "mL/h")
    assert run.undo(hung.station.daybook)
    assert hung.drug.rate == amount(125, "mL/h")


@pytest.mark.parametrize("rate", [amount(0, "mL/h"), amount(-5, "mL/h")])
def test_no_rate_of_nothing(rate: Amount) -> None:
    hung = Hung()
    with pytest.raises(Refused) as refused:
        line.change_rate(hung.station.daybook, hung.visit, hung.line, rate)
    assert refused.value.key == "rate_nothing"


def test_a_new_bag_adds_its_volume_and_its_lot() -> None:
    hung = Hung()
    line.new_bag(hung.station.daybook, hung.visit, hung.line, Bag(amount(100, "mL"), " B7 "))
    assert hung.station.saved[-1].body == BagChanged(hung.line, amount(100, "mL"), "B7", None)
    assert hung.drug.volume == amount(350, "mL")


def test_another_access_of_the_visit() -> None:
    hung = Hung()
    with pytest.raises(Refused) as refused:
        line.change_access(hung.station.daybook, hung.visit, hung.line, AccessId("B"))
    assert refused.value.key == "no_such_access"
    correct.place_access(hung.station.daybook, hung.visit, Access("B", Device.PERIPHERAL, "right hand"))
    line.change_access(hung.station.daybook, hung.visit, hung.line, AccessId("B"))
    assert hung.drug.access == "B"
    line.change_access(hung.station.daybook, hung.visit, hung.line, AccessId("B"))
    assert hung.station.kinds().count("AccessChanged") == 1


def test_a_stopped_line_is_changed_no_more() -> None:
    hung = Hung()
    run.stop(hung.station.daybook, hung.visit, hung.line)
    for change in (
        lambda: line.change_rate(hung.station.daybook, hung.visit, hung.line, amount(20, "mL/h")),
        lambda: line.new_bag(hung.station.daybook, hung.visit, hung.line, Bag()),
        lambda: line.change_access(hung.station.daybook, hung.visit, hung.line, AccessId("A")),
        lambda: line.stop_at(hung.station.daybook, hung.visit, hung.line, START, "x"),
    ):
        with pytest.raises(Refused) as refused:
            change()
        assert refused.value.key == "line_down"


def test_a_stop_that_was_forgotten_is_charted_late() -> None:
    hung = Hung()
    hung.station.pass_(minutes=150)
    when = START + timedelta(minutes=120)
    with pytest.raises(Refused) as refused:
        line.stop_at(hung.station.daybook, hung.visit, hung.line, when, "")
    assert refused.value.key == "reason_needed"
    line.stop_at(hung.station.daybook, hung.visit, hung.line, when, "bag empty, seen later")
    assert (hung.drug.state, hung.drug.segments[0].stop) == (LineState.STOPPED, when)
    assert [note.label for note in hung.visit.time_notes] == [Label.LATE_ENTRY]


def test_a_calculated_stop_is_labelled_so() -> None:
    hung = Hung()
    hung.station.pass_(minutes=150)
    when = hung.calculated()
    assert when == START + timedelta(minutes=120)
    line.stop_at(hung.station.daybook, hung.visit, hung.line, when, "from volume and rate", Source.CALCULATED)
    assert hung.drug.segments[0].stop_source is StopSource.CALCULATED
    assert [note.label for note in hung.visit.time_notes] == [Label.CALCULATED]


@pytest.mark.parametrize(("minutes", "key"), [(-5, "stop_before_start"), (200, "time_ahead")])
def test_a_stop_lies_between_start_and_now(minutes: int, key: str) -> None:
    hung = Hung()
    hung.station.pass_(minutes=60)
    with pytest.raises(Refused) as refused:
        line.stop_at(hung.station.daybook, hung.visit, hung.line, START + timedelta(minutes=minutes), "x")
    assert refused.value.key == key


def test_what_never_started_has_no_stop() -> None:
    station = Station()
    visit = station.seat()
    made = prepare(station.daybook, station.encounter(visit), infliximab())
    with pytest.raises(Refused) as refused:
        line.stop_at(station.daybook, station.encounter(visit), made, START, "x")
    assert refused.value.key == "not_started"


def test_a_stop_is_taken_back_with_a_reason() -> None:
    hung = Hung()
    hung.station.pass_(minutes=30)
    run.stop(hung.station.daybook, hung.visit, hung.line)
    hung.station.pass_(minutes=5)
    with pytest.raises(Refused):
        line.take_stop_back(hung.station.daybook, hung.visit, hung.line, " ")
    line.take_stop_back(hung.station.daybook, hung.visit, hung.line, "wrong line")
    assert hung.drug.state is LineState.RUNNING
    assert hung.station.saved[-1].header.reason == "wrong line"
    with pytest.raises(Refused) as refused:
        line.take_stop_back(hung.station.daybook, hung.visit, hung.line, "again")
    assert refused.value.key == "not_stopped"


def test_an_unknown_line_is_refused() -> None:
    hung = Hung()
    with pytest.raises(Refused):
        line.new_bag(hung.station.daybook, hung.visit, LineId("A9"), Bag())


def _at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def test_calculated_over_a_pause_and_a_change_of_rate() -> None:
    hung = Hung()
    hung.station.pass_(minutes=60)  # 125 mL are in
    run.pause(hung.station.daybook, hung.visit, hung.line)
    hung.station.pass_(minutes=20)
    run.resume(hung.station.daybook, hung.visit, hung.line)
    hung.station.pass_(minutes=30)  # 62.5 mL more
    line.change_rate(hung.station.daybook, hung.visit, hung.line, amount(250, "mL/h"))
    assert hung.calculated() == _at(60 + 20 + 30 + 15)


def test_calculated_with_a_second_bag() -> None:
    hung = Hung()
    line.new_bag(hung.station.daybook, hung.visit, hung.line, Bag(amount(125, "mL")))
    assert hung.calculated() == _at(180)


@pytest.mark.parametrize(
    ("volume", "rate"),
    [(amount(1, "L"), amount(125, "mL/h")), (amount(250, "mL"), amount(2, "mL/min"))],
)
def test_nothing_is_calculated_from_other_units(volume: Amount, rate: Amount) -> None:
    assert Hung(volume, rate).calculated() is None


def test_nothing_is_calculated_from_the_planned_length_alone() -> None:
    station = Station()
    visit = station.seat()
    form = replace(infliximab(), volume=None, rate=None, ordered_minutes=120)
    made = hang_and_start(station.daybook, station.encounter(visit), form)
    assert line.calculated_stop(station.encounter(visit), station.daybook.events(visit), made) is None


def test_a_pump_goes_home_and_is_disconnected_two_days_later() -> None:
    """Connected in the chair, running when the chair is freed, its stop charted at another visit."""
    station = Station()
    visit_id = station.seat()
    form = replace(infliximab(), route=Route.PUMP, volume=amount(96, "mL"), rate=amount(2, "mL/h"))
    hung = hang_and_start(station.daybook, station.encounter(visit_id), form)
    assert line.is_pump(station.encounter(visit_id).administrations[0])
    station.pass_(minutes=5)
    free_chair(station.daybook, station.encounter(visit_id))
    at_home = station.encounter(visit_id)
    assert (at_home.administrations[0].state, at_home.freed is not None) == (LineState.RUNNING, True)
    station.pass_(minutes=46 * 60)
    when = START + timedelta(hours=46)
    line.stop_at(station.daybook, station.encounter(visit_id), hung, when, "disconnected at 46 h")
    gone = station.encounter(visit_id).administrations[0]
    assert (gone.state, gone.segments[0].stop) == (LineState.STOPPED, when)
