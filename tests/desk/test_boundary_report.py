"""Stops around the minutes where the ticket changes: which boundary, how far, and what is left out."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.durations import Measure
from nursedesk.coding.engine import code
from nursedesk.desk import correct, hang, run
from nursedesk.desk.boundary_report import WINDOW, Kind, Report, Spread, Stop, stops_of
from nursedesk.record.encounter import Access, Device, Encounter, Purpose, Route, Segment, StopSource

from tests.desk.station import Station, infliximab
from tests.watch.suite import at, drug, fluid, visit

CPT, CARD = load_rulebook("cpt"), load_rulebook("reference-card")


def near(encounter: Encounter, rulebook: Any = CPT) -> list[tuple[int, str, int]]:
    """Each stop by a boundary as (minute, measure, distance)."""
    stops = stops_of(encounter, rulebook)
    return [(stop.kind.minute, stop.kind.measure.value, stop.distance) for stop in stops if stop.kind]


def sc(name: str, *stretches: tuple[float, float]) -> Any:
    return drug(name, *stretches, route=Route.SC_INFUSION)


CASES: list[tuple[str, Encounter, list[tuple[int, str, int]]]] = [
    ("the first minute of an infusion", visit(drug("a", (0, 16))), [(16, "infusion", 0)]),
    ("a minute short is a push", visit(drug("a", (0, 15))), [(16, "infusion", -1)]),
    ("ten short", visit(drug("a", (0, 6))), [(16, "infusion", -10)]),
    ("eleven short is not near", visit(drug("a", (0, 5))), []),
    ("ten past", visit(drug("a", (0, 26))), [(16, "infusion", 10)]),
    ("eleven past is not near", visit(drug("a", (0, 27))), []),
    ("second hour", visit(drug("a", (0, 93))), [(91, "infusion", 2)]),
    ("third hour", visit(drug("a", (0, 148))), [(151, "infusion", -3)]),
    ("pauses are out", visit(drug("a", (0, 60), (80, 113))), [(91, "infusion", 2)]),
    ("a second drug after it", visit(drug("a", (0, 50)), drug("b", (60, 74))), [(16, "infusion", -2)]),
    ("hydration", visit(fluid("s", (0, 33))), [(31, "hydration_first", 2)]),
    ("hydration a minute short", visit(fluid("s", (0, 30))), [(31, "hydration_first", -1)]),
    (
        "hydration after a drug",
        visit(drug("a", (0, 50)), fluid("s", (50, 80))),
        [(31, "hydration_beside", -1)],
    ),
    (
        "hydration counts without what a drug took",
        visit(drug("a", (0, 50)), fluid("s", (20, 85))),
        [(31, "hydration_beside", 4)],
    ),
    (
        "fluids count together, at the last stop",
        visit(fluid("s", (0, 40)), fluid("t", (40, 92))),
        [(91, "hydration_first", 1)],
    ),
    (
        "fluids too short even together",
        visit(fluid("s", (0, 12)), fluid("t", (20, 32))),
        [(31, "hydration_first", -7)],
    ),
    ("the same drug again", visit(drug("a", (0, 50)), drug("a2", (60, 89), drug="a")), [(31, "continued", -2)]),
    ("beside another", visit(drug("a", (0, 120)), drug("b", (10, 28))), [(16, "concurrent", 2)]),
    ("beside another, too short", visit(drug("a", (0, 120)), drug("b", (10, 24))), [(16, "infusion", -2)]),
    ("a third beside it is not charged", visit(drug("a", (0, 120)), drug("b", (10, 70)), drug("c", (10, 28))), []),
    ("under the skin", visit(sc("a", (0, 92))), [(91, "sc", 1)]),
    ("under the skin, too short", visit(sc("a", (0, 14))), [(16, "sc", -2)]),
    ("a push is over at once", visit(drug("a", (0, 15), route=Route.IV_PUSH)), []),
    ("a carrier is nobody's", visit(drug("a", (0, 50)), drug("s", (0, 16), purpose=Purpose.CARRIER)), []),
    ("one still running has not stopped", visit(drug("a", (0, None))), []),
    ("one only prepared", visit(drug("a")), []),
]


@pytest.mark.parametrize(("encounter", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_stop_is_told_by_boundary_and_distance(encounter: Encounter, expected: list[Any]) -> None:
    assert near(encounter) == expected


def test_the_boundaries_are_those_of_the_profile() -> None:
    assert near(visit(drug("a", (0, 92))), CPT) == [(91, "infusion", 1)]
    assert near(visit(drug("a", (0, 92))), CARD) == [(90, "infusion", 2)]


def test_a_fluid_on_an_access_of_its_own_is_counted_by_itself() -> None:
    apart = Access("B", Device.PERIPHERAL, separate_reason="incompatible drugs")
    encounter = visit(
        fluid("s", (0, 33)), fluid("t", (0, 35), access="B"), accesses=(Access("A", Device.PORT), apart)
    )
    assert sorted(near(encounter)) == [(31, "hydration_first", 2), (31, "hydration_first", 4)]


def test_a_bag_of_two_drugs_is_one_stop() -> None:
    mixed = visit(drug("a", (0, 93), line="1", bag="1"), drug("b", (0, 93), line="1", bag="1"))
    assert near(mixed) == [(91, "infusion", 2)]


@settings(max_examples=200, deadline=None)
@given(
    minutes=st.integers(1, 280),
    hydration=st.booleans(),
    before=st.booleans(),
    route=st.sampled_from([Route.IV_INFUSION, Route.SC_INFUSION]),
)
def test_at_the_boundary_the_coder_gives_another_ticket(
    minutes: int, hydration: bool, before: bool, route: Route
) -> None:
    """One minute before it and at it, the tickets differ: the report's boundaries are the coder's."""
    one = fluid("s", (0, minutes)) if hydration else drug("a", (0, minutes), route=route)
    others = (drug("b", (-90, -20)),) if before else ()
    encounter = visit(*others, one)
    stops = [stop for stop in stops_of(encounter, CPT) if stop.kind]
    for stop in stops:
        boundary = minutes - stop.distance
        assert _units(others, one, boundary - 1) != _units(others, one, boundary)
    if not stops:
        assert len({_units(others, one, last) for last in _around(minutes)}) == 1


def _around(minutes: int) -> range:
    """The minutes at which a stop would have a boundary within the window, and none is."""
    return range(max(1, minutes - WINDOW - 1), minutes + WINDOW + 1)


def _units(others: tuple[Any, ...], one: Any, last: int) -> Any:
    return code(visit(*others, replace(one, segments=(Segment(at(0), at(last)),))), CPT).units()


# --- counted ---------------------------------------------------------------------------------------


def test_just_before_and_just_past_are_equally_wide_and_the_minute_itself_is_past() -> None:
    spread, kind = Spread(), Kind(91, Measure.INFUSION)
    for distance in (-6, -5, -1, 0, 0, 4, 5):
        spread.add(Stop("jdoe", distance == 0, kind, distance))
    assert spread.before(5) == (2, 0)
    assert spread.past(5) == (3, 2)
    assert spread.past(1) == (2, 2)
    assert sum(spread.at) == 7


def test_a_report_counts_by_boundary_and_by_nurse() -> None:
    report = Report(CPT)
    for minutes, nurse in ((91, "jdoe"), (92, "jdoe"), (89, "mruiz"), (120, "mruiz")):
        report.add(visit(drug("a", (0, minutes), stopped_by=nurse)))
    report.add(visit(drug("a", (0, 15))))
    assert (report.stops, report.near) == (5, 4)
    second = Kind(91, Measure.INFUSION)
    within = report.within
    assert within == CPT.parameters[-1].boundary_within
    assert (report.spreads[second].before(within)[0], report.spreads[second].past(within)[0]) == (1, 2)
    assert report.by_nurse["jdoe"][second].past(within) == (2, 0)
    assert report.by_nurse["mruiz"][second].before(within) == (1, 0)
    assert report.by_nurse[""].keys() == {Kind(16, Measure.INFUSION)}


@pytest.mark.parametrize("source", [StopSource.CORRECTED, StopSource.CALCULATED])
def test_a_time_that_was_not_pressed_is_told_apart(source: StopSource) -> None:
    one = replace(drug("a", (0, 91)), segments=(Segment(at(0), at(91), source),))
    assert [stop.typed for stop in stops_of(visit(one), CPT)] == [True]
    assert [stop.typed for stop in stops_of(visit(drug("a", (0, 91))), CPT)] == [False]


def test_a_stop_charted_late_at_the_desk_was_typed_and_a_pressed_one_was_not() -> None:
    station = Station()
    name = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(name), infliximab())
    station.pass_(100)
    when = station.daybook.clock() - timedelta(minutes=9)
    stop = correct.missing_stop(station.encounter(name), line)
    correct.chart_late(station.daybook, station.encounter(name), stop, when, "with another patient")
    (late,) = stops_of(station.encounter(name), CPT)
    assert (late.typed, late.distance, late.nurse) == (True, 0, "jdoe")
    other = station.seat("2", "DOE, John")
    line = hang.hang_and_start(station.daybook, station.encounter(other), infliximab())
    station.pass_(92)
    run.stop(station.daybook, station.encounter(other), line)
    (pressed,) = stops_of(station.encounter(other), CPT)
    assert (pressed.typed, pressed.distance) == (False, 1)
