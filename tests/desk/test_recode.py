"""Signed visits coded again: what is listed, why, and what is left alone."""

import gc
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.rule_tables import PayerFamily
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import correct, hang, run
from nursedesk.desk.close import close_unsigned, reopen, sign
from nursedesk.desk.recode import (
    CHARTED_WITHIN,
    Charged,
    Difference,
    Reason,
    Recoded,
    Totals,
    compare,
    date_of_service,
    recode,
    visits_on,
)
from nursedesk.outputs.ticket_json import canonical_json
from nursedesk.record.encounter import Encounter, Family, Status
from nursedesk.record.events import EncounterId, Event, Started
from nursedesk.record.fold import fold

from tests.desk.station import Station, infliximab
from tests.watch.suite import drug, fluid, visit

CPT, CARD = load_rulebook("cpt"), load_rulebook("reference-card")


def signed(encounter: Encounter, rulebook: Rulebook = CPT) -> Encounter:
    """The visit with its ticket signed under these rules."""
    ticket = canonical_json(code(encounter, rulebook), rulebook)
    return replace(encounter, status=Status.SIGNED, signed_ticket=ticket, version=1, signed_by="jdoe")


def again(encounter: Encounter, rulebook: Rulebook, site: Rulebook = CPT) -> Recoded:
    found = recode(encounter, rulebook, site)
    assert found is not None
    return found


def shown(found: Recoded) -> list[tuple[str, str, str]]:
    """Each difference as (was, would be, rule)."""
    return [
        (
            f"{one.was.code} x {one.was.units}" if one.was else "",
            f"{one.would_be.code} x {one.would_be.units}" if one.would_be else "",
            one.rule,
        )
        for one in found.differences
    ]


# An hour and a half counts as a second hour from minute 90 by the reference card and from 91 by CPT.
CASES: list[tuple[str, Encounter, list[tuple[str, str, str]]]] = [
    ("a first hour is the same by both", visit(drug("vancomycin", (0, 60))), []),
    ("one line more", visit(drug("vancomycin", (0, 90))), [("", "96366 x 1", "R2.3")]),
    ("one unit more", visit(drug("vancomycin", (0, 150))), [("96366 x 1", "96366 x 2", "R2.3")]),
    (
        "fluid beside a drug",
        visit(drug("vancomycin", (0, 60)), fluid("saline", (0, 60))),
        [("", "96368 x 1", "R15")],
    ),
]


@pytest.mark.parametrize(("encounter", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_line_that_differs_is_listed_with_the_rule(
    encounter: Encounter, expected: list[tuple[str, str, str]]
) -> None:
    found = again(signed(encounter), CARD)
    assert shown(found) == expected
    assert found.differs == bool(expected)
    assert (found.version, found.profile, found.rules_digest) == (1, "cpt", CPT.digest)


def test_the_other_way_round_a_line_would_be_gone_and_a_finding_or_reason_says_why() -> None:
    found = again(signed(visit(drug("vancomycin", (0, 90))), CARD), CPT, CARD)
    ((was, would, rule),) = shown(found)
    assert (was, would) == ("96366 x 1", "")
    assert rule == "R2.3"


def test_the_same_service_under_another_code_is_one_difference() -> None:
    families = {("acme", "rituximab"): (PayerFamily(Family.THERAPEUTIC, "its bulletin"),)}
    policy = replace(CPT, payer_families=families)
    found = again(signed(visit(drug("rituximab", (0, 150)), payer="Acme")), policy)
    assert [(was, would) for was, would, _ in shown(found)] == [
        ("96413 x 1", "96365 x 1"),
        ("96415 x 1", "96366 x 1"),
    ]


@pytest.mark.parametrize("rulebook", [CPT, CARD], ids=["cpt", "reference-card"])
def test_what_was_signed_by_the_same_rules_does_not_differ(rulebook: Rulebook) -> None:
    for _, encounter, _ in CASES:
        assert not again(signed(encounter, rulebook), rulebook).differs


def test_an_open_visit_has_nothing_to_compare() -> None:
    assert recode(visit(drug("vancomycin", (0, None))), CARD, CPT) is None


def test_an_unsigned_visit_is_compared_to_the_sites_draft() -> None:
    closed = replace(visit(drug("vancomycin", (0, 90))), status=Status.CLOSED)
    assert not again(closed, CPT).differs
    found = again(closed, CARD)
    assert (found.version, shown(found)) == (0, [("", "96366 x 1", "R2.3")])


def test_what_was_signed_counts_and_not_what_the_rules_would_have_given() -> None:
    """A ticket signed with another figure differs under the very rules it names."""
    encounter = signed(visit(drug("vancomycin", (0, 150))))
    other = (encounter.signed_ticket or "").replace(
        '"units":1,"why":[{"rule":"R2.3"', '"units":7,"why":[{"rule":"R2.3"'
    )
    found = again(replace(encounter, signed_ticket=other), CPT)
    assert shown(found) == [("96366 x 7", "96366 x 1", "")]


def test_a_finding_that_would_block_now_is_a_difference() -> None:
    strict = replace(CPT, severities={**CPT.severities, "no-order": "block"})
    encounter = visit(drug("vancomycin", (0, 60), order_on_file=None))
    found = again(signed(encounter), strict)
    assert [reason.rule for reason in found.blocks] == ["R9.4"]
    assert found.differs
    assert found.differences == ()


# --- comparing -------------------------------------------------------------------------------------

LINES = st.builds(
    Charged,
    code=st.sampled_from(["96365", "96366", "96367", "J1745"]),
    units=st.integers(1, 3),
    modifiers=st.sampled_from([(), ("59",), ("JZ",)]),
    date=st.sampled_from(["2026-03-02", "2026-03-03", None]),
    system=st.sampled_from(["CPT", "HCPCS"]),
    administrations=st.sampled_from([(), ("1",), ("2",), ("1", "2")]),
)
TICKETS = st.lists(LINES, max_size=6)


@given(TICKETS)
def test_a_ticket_does_not_differ_from_itself_in_any_order(lines: list[Charged]) -> None:
    assert compare(lines, list(reversed(lines))) == ()


@given(TICKETS, TICKETS)
def test_the_differences_make_one_ticket_of_the_other(was: list[Charged], would_be: list[Charged]) -> None:
    differences = compare(was, would_be)
    left = Counter(line.payer for line in was)
    left.subtract(one.was.payer for one in differences if one.was)
    left.update(one.would_be.payer for one in differences if one.would_be)
    assert +left == Counter(line.payer for line in would_be)
    assert all(count >= 0 for count in left.values())


@given(TICKETS, TICKETS)
def test_no_difference_says_the_same_on_both_sides(was: list[Charged], would_be: list[Charged]) -> None:
    for one in compare(was, would_be):
        assert (one.was and one.was.payer) != (one.would_be and one.would_be.payer)


def line(code: str, units: int = 1, *why: tuple[str, str], **more: Any) -> Charged:
    return Charged(code, units, why=tuple(Reason(*each) for each in why), **more)


def test_the_rule_is_that_of_the_first_reason_that_differs() -> None:
    same, before, after = ("R2.2", "a"), ("R2.3", "one"), ("R4.1", "two")
    one = Difference(line("96366", 1, same, before), line("96366", 2, same, after))
    assert one.rule == "R4.1"
    assert one.reasons == (Reason(*before), Reason(*after))
    assert Difference(line("96366", 1, same, before), line("96366", 2, same)).rule == "R2.3"
    assert Difference(line("96366", 1, same), line("96366", 2, same)).rule == ""


def test_a_changed_code_pairs_by_what_was_given_within_one_system() -> None:
    was = [line("96365", administrations=("1",), system="CPT"), line("J1", administrations=("1",), system="HCPCS")]
    now = [line("J2", administrations=("1",), system="HCPCS"), line("96413", administrations=("1",), system="CPT")]
    assert [(x.was.code, x.would_be.code) for x in compare(was, now) if x.was and x.would_be] == [
        ("96365", "96413"),
        ("J1", "J2"),
    ]


def test_a_finding_about_the_line_itself_says_why_it_would_be_gone() -> None:
    gone = line("J3370", 4, ("R11.1", "4 units"), administrations=("1",))
    remark = {"rule": "R1", "text": "x", "severity": "info", "administrations": ["1"], "lines": []}
    about = {"rule": "R11.6", "text": "J3370 ended", "severity": "warn", "administrations": ["1"], "lines": []}
    named = {"rule": "R15", "text": "J3370", "severity": "info", "administrations": ["9"], "lines": ["J3370"]}
    assert [one.rule for one in compare([gone], [], [remark])] == ["R11.1"]
    assert [one.rule for one in compare([gone], [], [remark, about])] == ["R11.6"]
    assert [one.rule for one in compare([gone], [], [about, named])] == ["R15"]


def test_totals_count_units_by_code() -> None:
    totals = Totals()
    for encounter in (visit(drug("vancomycin", (0, 90))), visit(drug("vancomycin", (0, 150)))):
        totals.add(recode(signed(encounter), CARD, CPT))
    totals.add(None)
    totals.add(recode(replace(visit(drug("x", (0, 60))), status=Status.CLOSED), CARD, CPT))
    assert (totals.signed, totals.drafts, totals.still_open, totals.differing) == (2, 1, 1, 2)
    assert {name: figures for name, *figures in totals.by_code() if name.startswith("96")} == {
        "96365": [3, 3],
        "96366": [1, 3],
    }


# --- from the record's events ----------------------------------------------------------------------


class Record:
    """What the reader gives, from a station's events."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.asked: list[tuple[datetime, datetime]] = []

    def encounters_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[EncounterId, tuple[Event, ...]]]:
        self.asked.append((start, end))
        for name in sorted(self.station.daybook.known()):
            events = self.station.daybook.events(name)
            opened = fold(events).opened
            if opened is not None and opened < end:
                yield name, events


def _ran(station: Station, minutes: int = 150) -> EncounterId:
    """A visit with one infusion, down again."""
    name = station.seat()
    line_id = hang.hang_and_start(station.daybook, station.encounter(name), infliximab())
    station.pass_(minutes)
    run.stop(station.daybook, station.encounter(name), line_id)
    return name


def test_a_visit_signed_at_the_desk_is_found_and_compared_to_its_signature() -> None:
    station = Station()
    name = _ran(station)
    sign(station.daybook, station.encounter(name), CPT)
    (found,) = visits_on(Record(station), date(2026, 11, 24), date(2026, 11, 24), "America/New_York")
    assert found.id == name
    assert shown(again(found, CARD)) == [("96366 x 1", "96366 x 2", "R2.3")]
    assert again(found, CARD).signed_by == "jdoe"


def test_reopened_corrected_and_closed_is_compared_to_the_signature_and_says_so() -> None:
    station = Station()
    name = _ran(station)
    sign(station.daybook, station.encounter(name), CPT)
    reopen(station.daybook, station.encounter(name), "stop was later")
    assert recode(station.encounter(name), CPT, CPT) is None
    stop = next(event for event in station.saved if event.kind == "Stopped").header
    when = stop.occurred + timedelta(minutes=5)
    station.pass_(10)
    correct.correct_time(station.daybook, station.encounter(name), stop.event_id, when, "seen at bedside")
    close_unsigned(station.daybook, station.encounter(name))
    found = again(station.encounter(name), CPT)
    assert found.reopened
    assert shown(found) == [("96366 x 1", "96366 x 2", "R2.3")]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [("2026-11-24", "2026-11-24", 1), ("2026-11-23", "2026-11-23", 0), ("2026-11-25", "2026-12-24", 0)],
)
def test_the_day_is_the_one_of_the_first_start_however_late_it_was_typed(
    first: str, last: str, found: int
) -> None:
    station = Station()
    began = station.daybook.clock()
    station.pass_(minutes=9 * 24 * 60)
    name = station.seat()
    encounter = station.encounter(name)
    line_id = hang.prepare(station.daybook, encounter, infliximab())
    correct.chart_late(station.daybook, encounter, Started(line_id, 1), began, "paper")
    stop = correct.missing_stop(station.encounter(name), line_id)
    correct.chart_late(station.daybook, station.encounter(name), stop, began + timedelta(hours=1), "paper")
    days = (date.fromisoformat(first), date.fromisoformat(last))
    assert len(list(visits_on(Record(station), *days, "America/New_York"))) == found


def test_the_day_is_the_zones_and_not_that_of_utc() -> None:
    late = visit(drug("vancomycin", (13 * 60, 14 * 60)))
    assert date_of_service(late) == date(2026, 3, 2)
    assert date_of_service(replace(late, time_zone="UTC")) == date(2026, 3, 3)
    assert date_of_service(visit()) == date(2026, 3, 2)


def test_any_days_of_the_calendar_can_be_asked_for() -> None:
    record = Record(Station())
    assert list(visits_on(record, date.min, date.max, "Pacific/Kiritimati")) == []
    ((start, end),) = record.asked
    assert end - start > CHARTED_WITHIN


def test_memory_does_not_grow_with_the_number_of_visits() -> None:
    station = Station()
    sign(station.daybook, station.encounter(name := _ran(station)), CPT)
    events = station.daybook.events(name)

    class Many:
        def encounters_between(self, start: datetime, end: datetime) -> Iterator[tuple[EncounterId, Any]]:
            return ((name, events) for _ in range(count))

    def peak() -> int:
        totals = Totals()
        tracemalloc.start()
        for number, one in enumerate(
            visits_on(Many(), date(2026, 11, 24), date(2026, 11, 24), "America/New_York")
        ):
            totals.add(recode(one, CARD, CPT))
            if number % 10 == 0:
                gc.collect()
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert totals.differing == count
        return highest

    count = 100
    peak()
    few = peak()
    count = 700
    one_visit = 2_000
    assert peak() - few < 600 * one_visit / 20
