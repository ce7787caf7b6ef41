"""Minutes to units at every boundary, on the ticket and in the steps a ruler shows."""

from datetime import UTC, datetime, timedelta

import pytest
from nursedesk.coding.durations import Measure, first_minute, next_minute, units
from nursedesk.coding.engine import code
from nursedesk.coding.steps import steps
from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import (
    Access,
    Administration,
    Device,
    Encounter,
    Family,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book

START = datetime(2026, 3, 2, 14, tzinfo=UTC)
PORT = Access("A", Device.PORT)


def given(
    ident: str, minutes: int, family: Family, route: Route = Route.IV_INFUSION, after: int = 0
) -> Administration:
    start = START + timedelta(minutes=after)
    return Administration(
        id=ident,
        drug=f"drug {ident}",
        route=route,
        segments=(Segment(start, start + timedelta(minutes=minutes)),),
        family=family,
        access="A",
        order_on_file=True,
    )


def codes(*administrations: Administration, card: bool = False) -> dict[str, int]:
    visit = Encounter("E", Setting.OUTPATIENT_FACILITY, accesses=(PORT,), administrations=administrations)
    return {line.code: line.units for line in code(visit, book("reference-card" if card else "cpt")).lines}


THERAPEUTIC = {
    1: {"96374": 1},
    15: {"96374": 1},
    16: {"96365": 1},
    30: {"96365": 1},
    31: {"96365": 1},
    60: {"96365": 1},
    90: {"96365": 1},
    91: {"96365": 1, "96366": 1},
    150: {"96365": 1, "96366": 1},
    151: {"96365": 1, "96366": 2},
    210: {"96365": 1, "96366": 2},
    211: {"96365": 1, "96366": 3},
}
COMPLEX_CODES = {"96374": "96409", "96365": "96413", "96366": "96415"}


@pytest.mark.parametrize("minutes", THERAPEUTIC)
def test_therapeutic_infusion_alone(minutes: int) -> None:
    assert codes(given("1", minutes, Family.THERAPEUTIC)) == THERAPEUTIC[minutes]


@pytest.mark.parametrize("family", [Family.CHEMOTHERAPY, Family.COMPLEX_BIOLOGIC, Family.HORMONAL_ANTINEOPLASTIC])
@pytest.mark.parametrize("minutes", THERAPEUTIC)
def test_complex_infusion_alone(minutes: int, family: Family) -> None:
    expected = {COMPLEX_CODES[c]: n for c, n in THERAPEUTIC[minutes].items()}
    assert codes(given("1", minutes, family)) == expected


@pytest.mark.parametrize("minutes", THERAPEUTIC)
def test_a_second_drug_has_the_same_boundaries(minutes: int) -> None:
    sequential = {"96374": "96375", "96365": "96367", "96366": "96366"}
    expected = {"96365": 1} | {sequential[c]: n for c, n in THERAPEUTIC[minutes].items()}
    first, second = given("1", 60, Family.THERAPEUTIC), given("2", minutes, Family.THERAPEUTIC, after=100)
    assert codes(first, second) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, {}),
        (16, {}),
        (30, {}),
        (31, {"96360": 1}),
        (90, {"96360": 1}),
        (91, {"96360": 1, "96361": 1}),
        (150, {"96360": 1, "96361": 1}),
        (151, {"96360": 1, "96361": 2}),
    ],
)
def test_hydration_alone(minutes: int, expected: dict[str, int]) -> None:
    assert codes(given("1", minutes, Family.HYDRATION)) == expected


@pytest.mark.parametrize(("minutes", "more"), [(15, 0), (30, 0), (31, 1), (90, 1), (91, 2), (150, 2), (151, 3)])
def test_hydration_beside_a_drug(minutes: int, more: int) -> None:
    expected = {"96365": 1} | ({"96361": more} if more else {})
    fluid = given("2", minutes, Family.HYDRATION, after=100)
    assert codes(given("1", 60, Family.THERAPEUTIC), fluid) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, {"96372": 1}),
        (16, {"96369": 1}),
        (30, {"96369": 1}),
        (31, {"96369": 1}),
        (90, {"96369": 1}),
        (91, {"96369": 1, "96370": 1}),
        (150, {"96369": 1, "96370": 1}),
        (151, {"96369": 1, "96370": 2}),
    ],
)
def test_subcutaneous_infusion(minutes: int, expected: dict[str, int]) -> None:
    assert codes(given("1", minutes, Family.THERAPEUTIC, Route.SC_INFUSION)) == expected


@pytest.mark.parametrize(
    ("minutes", "hours"), [(89, 0), (90, 1), (91, 1), (149, 1), (150, 2), (151, 2)], ids=lambda n: str(n)
)
def test_the_reference_card_counts_from_thirty_minutes_past(minutes: int, hours: int) -> None:
    assert codes(given("1", minutes, Family.THERAPEUTIC), card=True).get("96366", 0) == hours


CPT = book()
PARAMETERS = CPT.parameters[0]


@pytest.mark.parametrize(
    ("role", "family", "expected"),
    [
        (Role.INITIAL, Family.THERAPEUTIC, ((16, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.SEQUENTIAL, Family.CHEMOTHERAPY, ((16, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.PUSH, Family.THERAPEUTIC, ((16, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.INITIAL, Family.HYDRATION, ((31, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.HYDRATION, Family.HYDRATION, ((31, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.CONTINUED, Family.THERAPEUTIC, ((31, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.SC_INFUSION, Family.THERAPEUTIC, ((16, 1), (91, 2), (151, 3), (211, 4), (271, 5))),
        (Role.CONCURRENT, Family.THERAPEUTIC, ((16, 1),)),
        (Role.UNCODED, Family.HYDRATION, ()),
        (Role.INJECTION, Family.THERAPEUTIC, ()),
    ],
)
def test_steps(role: Role, family: Family, expected: tuple[tuple[int, int], ...]) -> None:
    assert steps(role, family, PARAMETERS, CPT.settings) == expected


@pytest.mark.parametrize("profile", ["cpt", "reference-card"])
@pytest.mark.parametrize("measure", Measure)
def test_the_next_minute_is_where_units_really_change(measure: Measure, profile: str) -> None:
    settings = book(profile).settings
    counted = [units(measure, m, PARAMETERS, settings) for m in range(600)]
    assert counted == sorted(counted)
    for minute in range(400):
        found = next((m for m in range(minute + 1, 600) if counted[m] > counted[minute]), 0)
        assert next_minute(measure, minute, PARAMETERS, settings) == found
    if any(counted):
        assert counted.index(1) == first_minute(measure, PARAMETERS, settings)


@pytest.mark.parametrize(
    ("chosen", "minutes", "expected"),
    [
        *(("over_30", 16, 0), ("over_30", 30, 0), ("over_30", 31, 1), ("over_30", 91, 2)),
        *(("from_16", 15, 0), ("from_16", 16, 1), ("from_16", 30, 1), ("from_16", 90, 1), ("from_16", 91, 2)),
    ],
)
def test_a_repeated_infusion_counts_from_where_the_site_says(chosen: str, minutes: int, expected: int) -> None:
    rules = book("cpt", {"repeat_infusion": chosen})
    assert units(Measure.CONTINUED, minutes, rules.parameters[0], rules.settings) == expected
