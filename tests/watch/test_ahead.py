"""The next change is the coder's own: at that minute the ticket differs, and at none before it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.record.encounter import Administration, Encounter, Family, LineState, Purpose, Route, Segment
from nursedesk.watch.ahead import Ahead, next_change
from nursedesk.watch.lines import MINUTE, lines_of, without_prepared

from tests.watch.suite import at, drug, fluid, visit

CPT = load_rulebook()
CARD = load_rulebook("reference-card")

X, Y, SALINE = "line of x", "line of y", "line of saline"


@pytest.mark.parametrize(
    ("given_", "now", "minute", "lines"),
    [
        ([drug("x", (0, None))], 0, 16, (X,)),
        ([drug("x", (0, None))], 15.9, 16, (X,)),
        ([drug("x", (0, None))], 16, 91, (X,)),
        ([drug("x", (0, None))], 90.9, 91, (X,)),
        ([drug("x", (0, None))], 91, 151, (X,)),
        # A pause of 20 minutes moves everything by 20.
        ([drug("x", (0, 40), (60, None))], 60, 111, (X,)),
        ([fluid("saline", (0, None))], 0, 31, (SALINE,)),
        ([fluid("saline", (0, None))], 31, 91, (SALINE,)),
        # Both started together: the second is concurrent from its 16th minute, and never changes again.
        ([drug("x", (0, None)), drug("y", (0, None))], 0, 16, (X, Y)),
        ([drug("x", (0, None)), drug("y", (2, None))], 16, 18, (Y,)),
        ([drug("x", (0, None)), drug("y", (2, None))], 18, 91, (X,)),
        # Fluid beside a drug earns nothing while the drug runs.
        ([drug("x", (0, None)), fluid("saline", (0, None))], 16, 91, (X,)),
        ([drug("x", (0, 30)), fluid("saline", (0, None))], 30, 61, (SALINE,)),
        ([drug("x", (0, None), route=Route.SC_INFUSION)], 0, 16, (X,)),
        ([drug("x", (0, None), family=Family.CHEMOTHERAPY)], 20, 91, (X,)),
    ],
)
def test_the_next_change_and_whose_it_is(
    given_: list[Administration], now: float, minute: int, lines: tuple[str, ...]
) -> None:
    ahead = next_change(visit(*given_), at(now), CPT)
    assert (ahead.at, ahead.lines) == (at(minute), lines)


def test_the_reference_card_changes_a_minute_sooner() -> None:
    assert next_change(visit(drug("x", (0, None))), at(60), CARD).at == at(90)


@pytest.mark.parametrize(
    "given_",
    [
        [],
        [drug("x")],
        [drug("x", (0, 45))],
        [drug("x", (0, 45), state=LineState.PAUSED)],
        [drug("x", (0, None), purpose=Purpose.KEEP_OPEN)],
        [drug("x", (0, None), purpose=Purpose.CARRIER)],
        [drug("x", (0, 0), route=Route.IV_PUSH)],
    ],
)
def test_nothing_changes_without_a_line_that_counts(given_: list[Administration]) -> None:
    ahead = next_change(visit(*given_), at(50), CPT)
    assert (ahead.at, ahead.lines, dict(ahead.by_line)) == (None, (), {})


def test_each_line_has_its_own_next_change() -> None:
    ahead = next_change(visit(drug("x", (0, None)), drug("y", (10, None))), at(20), CPT)
    assert dict(ahead.by_line) == {Y: at(26), X: at(91)}


def test_an_answer_is_good_until_its_minute() -> None:
    ahead = next_change(visit(drug("x", (0, None))), at(0), CPT)
    assert ahead.holds(at(15.9))
    assert not ahead.holds(at(16))
    nothing = next_change(visit(drug("x", (0, None), purpose=Purpose.KEEP_OPEN)), at(0), CPT)
    assert nothing.holds(at(80.9))
    assert not nothing.holds(at(81))


def test_all_lines_are_named_when_no_single_one_decides() -> None:
    """Two bags of one fluid run side by side: either alone would do."""
    one, two = fluid("saline", (0, None)), fluid("saline2", (0, None))
    assert next_change(visit(one, two), at(5), CPT).lines == (SALINE, "line of saline2")


# --- any visit ---------------------------------------------------------------------------------------


@st.composite
def any_drug(draw: st.DrawFn, number: int) -> Administration:
    cut = sorted(draw(st.lists(st.integers(0, 150), min_size=1, max_size=5, unique=True)))
    pairs = [(a, b) for a, b in zip(cut[::2], [*cut[1::2], None], strict=False)]
    return drug(
        f"d{number}",
        *pairs,
        drug=draw(st.sampled_from(["x", "y", "z"])),
        route=draw(st.sampled_from([Route.IV_INFUSION] * 4 + [Route.SC_INFUSION])),
        purpose=draw(st.sampled_from([Purpose.TREATMENT] * 4 + [Purpose.HYDRATION] * 2 + [Purpose.KEEP_OPEN])),
        family=draw(st.sampled_from([None, None, Family.CHEMOTHERAPY, Family.THERAPEUTIC])),
        bag=draw(st.sampled_from([None, None, "one bag"])),
    )


visits = st.integers(1, 4).flatmap(lambda n: st.tuples(*(any_drug(i) for i in range(n)))).map(lambda x: visit(*x))
books = st.sampled_from(
    [CPT, CARD, load_rulebook("cpt", {"overlap": "net"}), load_rulebook("cpt", {"tie_break": "longest"})]
)


@given(visits, st.integers(150, 160), books)
@settings(deadline=None, max_examples=60)
def test_the_ticket_differs_at_that_minute_and_at_none_before(
    encounter: Encounter, now: int, book: Rulebook
) -> None:
    ahead = next_change(encounter, at(now), book)
    units = code(encounter, book, at(now)).units()
    minute, last = at(now) + MINUTE, ahead.at or ahead.looked_to
    assert last is not None
    while minute < last:
        assert code(encounter, book, minute).units() == units
        minute += MINUTE
    assert (code(encounter, book, last).units() != units) is (ahead.at is not None)
    assert bool(ahead.lines) is (ahead.at is not None)
    running = {line.id for line in lines_of(encounter) if line.running}
    assert set(ahead.lines) <= set(ahead.by_line) <= running
    assert all(ahead.by_line[name] == ahead.at for name in ahead.lines)


def test_what_is_prepared_takes_no_part() -> None:
    encounter = visit(drug("x", (0, None)), drug("y"))
    assert [a.id for a in without_prepared(encounter).administrations] == ["x"]
    alone = visit(drug("x", (0, None)))
    assert without_prepared(alone) is alone
    assert next_change(encounter, at(5), CPT) == next_change(alone, at(5), CPT)


def test_seconds_are_cut_to_the_clock_minute() -> None:
    started = replace(drug("x", (0, None)), segments=(Segment(at(0.99)),))
    assert next_change(visit(started), at(15.5), CPT).at == at(16)
    assert isinstance(next_change(visit(started), at(15.5), CPT), Ahead)
