"""New bags, changed accesses, notices and the expected list, folded."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.record.codec import decode_event, event_bytes
from nursedesk.record.encounter import Amount, Patient, Setting
from nursedesk.record.events import AccessChanged, AccessId, BagChanged, LineId, NoticeShown, Opened, RateChanged
from nursedesk.record.fold import fold

from tests.record.visit import Visit

LINE = LineId("L1")


def millilitres(number: int) -> Amount:
    return Amount(Decimal(number), "mL")


@pytest.mark.parametrize(
    ("bags", "volume"),
    [
        ((BagChanged(LINE, millilitres(250)),), millilitres(250)),
        ((BagChanged(LINE, millilitres(250)), BagChanged(LINE, millilitres(100))), millilitres(350)),
        ((BagChanged(LINE),), None),
        ((BagChanged(LINE, millilitres(250)), BagChanged(LINE, Amount(Decimal(1), "L"))), millilitres(250)),
    ],
)
def test_volumes_of_bags_add_up(bags: tuple[BagChanged, ...], volume: Amount | None) -> None:
    visit = Visit().open().hang("L1", "infliximab")
    for bag in bags:
        visit.say(bag, "09:30")
    assert fold(visit.events).administrations[0].volume == volume


def test_every_lot_stays_named() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.say(BagChanged(LINE, lot="A1", expiry=date(2027, 1, 31)), "09:30")
    visit.say(BagChanged(LINE, lot="B2", expiry=date(2028, 1, 31)), "10:30")
    drug = fold(visit.events).administrations[0]
    assert (drug.lot, drug.expiry) == ("A1 + B2", date(2027, 1, 31))


def test_a_line_runs_through_its_last_access() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.say(AccessChanged(LINE, AccessId("B")), "09:30")
    visit.say(RateChanged(LINE, Amount(Decimal(20), "mL/h")), "09:31")
    assert fold(visit.events).administrations[0].access == "B"


def test_what_was_shown_is_kept() -> None:
    visit = Visit().open()
    visit.say(NoticeShown("boundary", LINE, "boundary 10:31"), "10:26")
    visit.hang("L1", "infliximab")
    assert fold(visit.events).shown == ("boundary:L1",)


def test_a_visit_knows_its_place_on_the_list() -> None:
    visit = Visit()
    visit.say(Opened("Elm", Setting.OUTPATIENT_FACILITY, "4", Patient("VANCE, Tomas"), expected="X1"))
    assert fold(visit.events).expected == "X1"


def test_an_opening_without_it_has_the_bytes_it_always_had() -> None:
    event = Visit().open().events[0]
    assert b"expected" not in event_bytes(event)
    assert decode_event(event_bytes(event)) == event
