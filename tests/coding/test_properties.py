"""What holds for every visit, orderly or not (R12.5)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.coding.engine import code
from nursedesk.coding.keys import FINDING_PARAMS, WHY_PARAMS
from nursedesk.coding.rulebook import Drug, DrugCode, Rulebook, TieBreak
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    Family,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book
from tests.coding.strange import DAY, anything, far_instants, orderly, sane_segments

MG = Amount(Decimal(10), "mg")
LISTED = Drug(
    name="listed",
    display="LISted",
    brands=(),
    family=Family.COMPLEX_BIOLOGIC,
    family_basis="",
    payer_variable=True,
    container=Container.SINGLE_DOSE,
    codes=(
        DrugCode("J0001", MG, True, effective_to=date(2026, 1, 1), successor="J0002"),
        DrugCode("J0002", MG, True, effective_from=date(2026, 1, 2)),
        DrugCode("J0003", MG, False, effective_from=date(2030, 1, 2)),
    ),
)
CHOICES = {
    "tie_break": ["earliest", "longest"],
    "overlap": ["majority", "net", "mac16", "any"],
    "hydration_split": ["sum", "contiguous_only"],
    "missing_stop": ["push", "hold"],
    "reaction_under_16": ["actual", "53"],
    "repeat_infusion": ["over_30", "from_16"],
    "visit_modifier": ["59", "XE"],
    "site_modifier": ["59", "XS", "XU"],
}
books = st.builds(
    lambda profile, settings: book(profile, settings, [LISTED]),
    st.sampled_from(["cpt", "reference-card"]),
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()}),
)
INITIAL = {c.code for c in book().codes.values() if c.role in ("initial", "push_initial") and c.family != "sc"}
CONCURRENT = next(c.code for c in book().codes.values() if c.role == "concurrent")


def sound(ticket: ChargeTicket) -> None:
    """What any ticket must be."""
    assert all(line.why and line.units >= 1 for line in ticket.lines)
    assert all(line.administrations for line in ticket.lines if line.code in book().codes)
    equal = [(line.code, line.modifiers, line.date) for line in ticket.lines]
    assert len(set(equal)) == len(equal)
    for line in ticket.lines:
        for why in line.why:
            assert set(why.params) == set(WHY_PARAMS[why.key])  # type: ignore[index]  # keys are WhyKey
    for finding in ticket.findings:
        assert set(finding.params) == set(FINDING_PARAMS[finding.code])  # type: ignore[index]  # codes are FindingCode


@given(anything, books)
def test_no_visit_raises_and_every_line_has_a_reason(visit: Encounter, rulebook: Rulebook) -> None:
    sound(code(visit, rulebook))


@given(anything, books, far_instants)
def test_no_moment_raises(visit: Encounter, rulebook: Rulebook, now: datetime) -> None:
    sound(code(visit, rulebook, now))


@given(far_instants, far_instants, books)
def test_no_year_raises(start: datetime, stop: datetime, rulebook: Rulebook) -> None:
    one = Administration("1", "alpha", Route.IV_INFUSION, (Segment(start, stop),), access="A", order_on_file=True)
    visit = Encounter("E", Setting.OFFICE, "America/New_York", administrations=(one,))
    sound(code(visit, rulebook))


@given(anything, books, st.randoms())
def test_the_order_of_arrival_never_changes_a_ticket(
    visit: Encounter, rulebook: Rulebook, chance: st.DrawFn
) -> None:
    shuffled = list(visit.administrations)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random
    shuffled = [replace(a, segments=a.segments[::-1]) for a in shuffled]
    assert code(replace(visit, administrations=tuple(shuffled)), rulebook) == code(visit, rulebook)


@given(orderly, books)
def test_one_initial_for_each_group_and_one_concurrent(visit: Encounter, rulebook: Rulebook) -> None:
    lines = code(visit, rulebook).lines
    separate = {a.id for a in visit.accesses if a.separate_reason}
    groups = {a.access if a.access in separate else None for a in visit.administrations}
    assert sum(line.units for line in lines if line.code in INITIAL) <= len(groups)
    assert sum(line.units for line in lines if line.code == CONCURRENT) <= 1


@given(orderly, books)
def test_no_add_on_stands_alone_and_one_without_its_primary_is_told(visit: Encounter, rulebook: Rulebook) -> None:
    ticket = code(visit, rulebook)
    codes = {line.code for line in ticket.lines}
    told = {c for f in ticket.findings if f.code == "add-on-without-primary" for c in f.lines}
    for add_on in (rulebook.codes[c] for c in codes if c in rulebook.codes and rulebook.codes[c].primaries):
        assert codes & (INITIAL | {rulebook.by_role["sc", "initial"].code})
        assert (add_on.code in told) == codes.isdisjoint(add_on.primaries)


@given(sane_segments(), st.sampled_from(Family), books, st.sampled_from([Route.IV_INFUSION, Route.SC_INFUSION]))
def test_a_pause_never_raises_the_units_of_a_lone_infusion(
    times: tuple[Segment, ...], family: Family, rulebook: Rulebook, route: Route
) -> None:
    paused = Administration("1", "alpha", route, times, family, access="A", order_on_file=True)
    through = replace(paused, segments=(Segment(times[0].start, times[-1].stop),))

    def units(one: Administration) -> int:
        access = (Access("A", Device.PORT),)
        visit = Encounter("E", Setting.OFFICE, accesses=access, administrations=(one,))
        return sum(line.units for line in code(visit, rulebook).lines)

    assert units(paused) <= units(through)


@given(orderly, books)
def test_the_tie_break_is_told_exactly_when_it_changes_the_ticket(visit: Encounter, rulebook: Rulebook) -> None:
    earliest = replace(rulebook, settings=replace(rulebook.settings, tie_break=TieBreak.EARLIEST))
    longest = replace(rulebook, settings=replace(rulebook.settings, tie_break=TieBreak.LONGEST))
    one, other = code(visit, earliest), code(visit, longest)
    for ticket in (one, other):
        told = "tie-break-changes-ticket" in {f.code for f in ticket.findings}
        assert told == (one.units() != other.units())


@given(orderly)
def test_the_reference_card_names_each_line_cpt_would_not_give(visit: Encounter) -> None:
    card, cpt = code(visit, book("reference-card")), code(visit, book())
    theirs = {(x.code, x.modifiers, x.date): x.units for x in cpt.lines}
    differing = sorted(x.code for x in card.lines if theirs.get((x.code, x.modifiers, x.date)) != x.units)
    assert sorted(c for f in card.findings if f.code == "differs-from-cpt" for c in f.lines) == differing


@given(orderly, books)
def test_what_stopped_before_now_is_coded_as_it_stands(visit: Encounter, rulebook: Rulebook) -> None:
    later = DAY + timedelta(days=30)
    assert code(visit, rulebook, later) == code(visit, rulebook)


def test_an_open_infusion_is_coded_to_now_without_a_finding() -> None:
    start = datetime(2026, 3, 2, 14, tzinfo=UTC)
    one = Administration("1", "alpha", Route.IV_INFUSION, (Segment(start),), access="A", order_on_file=True)
    visit = Encounter("E", Setting.OFFICE, accesses=(Access("A", Device.PORT),), administrations=(one,))
    now = start + timedelta(minutes=91, seconds=30)
    ticket = code(visit, book(), now)
    assert [(line.code, line.units) for line in ticket.lines] == [("96365", 1), ("96366", 1)]
    assert "missing-stop" not in {f.code for f in ticket.findings}
