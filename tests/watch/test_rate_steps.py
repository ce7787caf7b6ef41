"""The next planned rate: from what is charted, moved by a late step and by pauses, said once and quietly."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.record.encounter import Administration, Amount, LineState, RateStep, Segment
from nursedesk.watch.lines import lines_of
from nursedesk.watch.look import Kind
from nursedesk.watch.notices import look
from nursedesk.watch.rate_steps import next_rate

from tests.watch.suite import at, drug, visit

BOOK = load_rulebook("cpt")


def rate(amount: int) -> Amount:
    return Amount(Decimal(amount), "mL/h")


PLAN = (RateStep(rate(10), 15), RateStep(rate(20), 15), RateStep(rate(40)))


def hung(now: Amount, since: int | None = None, **more: object) -> Administration:
    """A line that began at minute 0."""
    begun = at(since) if since is not None else None
    one = drug("vancomycin", (0, None))
    return replace(one, rate=now, steps=PLAN, rate_since=begun, **more)  # type: ignore[arg-type] # fields of it


def planned(one: Administration, minute: int) -> tuple[Amount, object] | None:
    return next_rate(lines_of(visit(one))[0], at(minute))


@pytest.mark.parametrize(
    ("now", "since", "minute", "then", "due"),
    [
        (10, None, 0, 20, 15),
        (10, None, 14, 20, 15),
        (10, None, 22, 20, 15),
        (20, 15, 16, 40, 30),
        (20, 20, 21, 40, 35),
    ],
)
def test_the_next_step_and_its_minute(now: int, since: int | None, minute: int, then: int, due: int) -> None:
    assert planned(hung(rate(now), since), minute) == (rate(then), at(due))


def test_after_the_last_step_or_off_the_plan_there_is_none() -> None:
    assert planned(hung(rate(40), 30), 40) is None
    assert planned(hung(rate(33), 10), 12) is None
    assert planned(replace(hung(rate(10)), steps=()), 12) is None


def test_a_pause_moves_the_step_and_a_paused_line_has_none() -> None:
    paused = (Segment(at(0), at(5)),)
    still = hung(rate(10), segments=paused, state=LineState.PAUSED)
    assert planned(still, 10) is None
    again = hung(rate(10), segments=(*paused, Segment(at(12))))
    assert planned(again, 13) == (rate(20), at(22))


def test_of_equal_rates_the_one_that_is_due_counts() -> None:
    plan = (RateStep(rate(10), 15), RateStep(rate(20), 15), RateStep(rate(10), 30), RateStep(rate(50)))
    assert planned(replace(hung(rate(10)), steps=plan), 3) == (rate(20), at(15))
    assert planned(replace(hung(rate(10), 31), steps=plan), 35) == (rate(50), at(61))


def kinds(one: Administration, minute: int) -> list[Kind]:
    return [notice.kind for notice in look(visit(one), at(minute), BOOK).notices]


def test_it_is_said_from_five_minutes_before_and_until_it_is_charted() -> None:
    assert Kind.RATE_STEP not in kinds(hung(rate(10)), 9)
    assert Kind.RATE_STEP in kinds(hung(rate(10)), 10)
    assert Kind.RATE_STEP in kinds(hung(rate(10)), 19)
    assert Kind.RATE_STEP not in kinds(hung(rate(20), 19), 20)
    seen = look(visit(hung(rate(10))), at(3), BOOK).lines[0]
    assert (seen.next_rate, seen.next_rate_at) == (rate(20), at(15)), "a quiet fact from the start on"


def test_dismissed_it_stays_dismissed() -> None:
    one = visit(hung(rate(10)))
    name = lines_of(one)[0].id
    told = replace(one, dismissed=frozenset({f"{Kind.RATE_STEP}:{name}"}))
    assert Kind.RATE_STEP not in [notice.kind for notice in look(told, at(12), BOOK).notices]
