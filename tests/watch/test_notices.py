"""What the chairside says, minute by minute, as facts; and what a site's policy takes away."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import Administration, Amount, Family, LineState, Purpose, Route, Segment
from nursedesk.watch.ahead import next_change
from nursedesk.watch.look import Kind, LineLook, Look, Step
from nursedesk.watch.notices import look
from nursedesk.watch.policy import Policy, apply_policy

from tests.watch.suite import at, drug, fluid, mg, visit

CPT = load_rulebook()
INFUSION = (Step(16, 1), Step(91, 2), Step(151, 3), Step(211, 4), Step(271, 5))


def seen(minute: float, *drugs: Administration, **more: Any) -> Look:
    return look(visit(*drugs, **more), at(minute), CPT)


def of_line(found: Look, name: str) -> LineLook:
    return next(line for line in found.lines if line.line == f"line of {name}")


def kinds(found: Look, name: str) -> list[Kind]:
    return [notice.kind for notice in found.notices if notice.line == f"line of {name}"]


X = drug("x", (0, None))


@pytest.mark.parametrize(
    ("minute", "expected"),
    [
        (0, [Kind.UNDER]),
        (11, [Kind.UNDER]),
        (15.98, [Kind.UNDER]),
        (16, [Kind.JUST_CROSSED]),
        (17.98, [Kind.JUST_CROSSED]),
        (18, []),
        (85.98, []),
        (86, [Kind.BOUNDARY]),
        (90.98, [Kind.BOUNDARY]),
        (91, [Kind.JUST_CROSSED]),
        (93, []),
        (146, [Kind.BOUNDARY]),
    ],
)
def test_a_drug_infusion_minute_by_minute(minute: float, expected: list[Kind]) -> None:
    assert kinds(seen(minute, X), "x") == expected


@pytest.mark.parametrize(
    ("minute", "expected"),
    [(0, [Kind.UNDER]), (30.98, [Kind.UNDER]), (31, [Kind.JUST_CROSSED]), (33, []), (86, [Kind.BOUNDARY])],
)
def test_hydration_minute_by_minute(minute: float, expected: list[Kind]) -> None:
    assert kinds(seen(minute, fluid("saline", (0, None))), "saline") == expected


def test_notices_name_their_minute_and_their_number() -> None:
    (under,) = seen(10, X).notices
    assert (under.at, dict(under.params)) == (at(16), {"minutes": 16})
    (under,) = seen(10, fluid("x", (0, None))).notices
    assert (under.at, dict(under.params)) == (at(31), {"minutes": 31})
    (coming,) = seen(88, X).notices
    assert coming.at == at(91)
    (crossed,) = seen(92, X).notices
    assert crossed.at == at(91)


def test_a_start_just_now_or_a_resume_has_crossed_nothing() -> None:
    assert kinds(seen(0, X), "x") == [Kind.UNDER]
    assert kinds(seen(60, drug("x", (0, 16), (60, None))), "x") == []


@pytest.mark.parametrize(
    ("ordered", "minute", "passed"),
    [(60, 69.9, False), (60, 70, True), (None, 200, False), (0, 200, False)],
)
def test_planned_end_passed_ten_minutes_ago(ordered: int | None, minute: float, passed: bool) -> None:
    found = seen(minute, drug("x", (0, None), ordered_minutes=ordered))
    assert (Kind.PLANNED_END_PASSED in kinds(found, "x")) is passed
    assert of_line(found, "x").planned_end == (at(60) if ordered else None)


@pytest.mark.parametrize(
    ("volume", "rate", "end"),
    [
        (("250", "mL"), ("125", "mL/h"), 120),
        (("100", "mL"), ("90", "mL/h"), 67),
        (("250", "mL"), ("125", "mL/min"), None),
        (("250", "mg"), ("125", "mL/h"), None),
        (("250", "mL"), ("0", "mL/h"), None),
        (("250", "mL"), ("-1", "mL/h"), None),
        (("1e14", "mL"), ("1e-20", "mL/h"), None),
    ],
)
def test_planned_end_from_volume_and_rate(volume: tuple[str, str], rate: tuple[str, str], end: int | None) -> None:
    bag = {name: Amount(Decimal(x[0]), x[1]) for name, x in (("volume", volume), ("rate", rate))}
    found = seen(10, drug("x", (0, None), **bag))
    assert of_line(found, "x").planned_end == (None if end is None else at(end))


def test_a_pause_moves_the_planned_end() -> None:
    found = seen(70, drug("x", (0, 30), (50, None), ordered_minutes=60))
    assert of_line(found, "x").planned_end == at(80)
    paused = seen(70, drug("x", (0, 30), ordered_minutes=60, state=LineState.PAUSED))
    assert of_line(paused, "x").planned_end is None


# --- still running, overlap, shift end ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ({}, drug("y", (30, None)), True),
        ({}, drug("y", (30, 30), route=Route.IV_PUSH), False),
        ({}, drug("y"), True),
        ({}, drug("y", (30, None), access="B"), False),
        ({}, drug("y", (30, None), purpose=Purpose.KEEP_OPEN), False),
        ({"purpose": Purpose.KEEP_OPEN}, drug("y", (30, None)), False),
        ({"ordered_minutes": 60}, drug("y", (30, None)), False),
        ({"ordered_minutes": 35}, drug("y", (30, None)), True),
        ({"access": None}, drug("y", (30, None), access=None), False),
    ],
)
def test_still_running_when_the_next_drug_is_hung(
    first: dict[str, Any], second: Administration, asked: bool
) -> None:
    found = seen(40, drug("x", (0, None), **first), second)
    assert (Kind.STILL_RUNNING in kinds(found, "x")) is asked
    assert Kind.STILL_RUNNING not in kinds(found, "y")


def test_still_running_when_the_chair_is_freed() -> None:
    freed = {"chair": "3", "freed": at(29)}
    assert kinds(seen(30, X, **freed), "x") == [Kind.STILL_RUNNING]
    assert kinds(seen(30, X, chair="", freed=at(29)), "x") == []
    assert kinds(seen(30, drug("x", (0, 20)), **freed), "x") == []


@pytest.mark.parametrize(
    ("stopped", "now", "said"),
    [(15, 15, True), (15, 16.5, True), (15, 17, False), (16, 16, False), (1, 1, True)],
)
def test_what_is_charged_as_a_push_is_said_at_the_stop(stopped: int, now: float, said: bool) -> None:
    found = seen(now, drug("x", (0, stopped)))
    notices = [one for one in found.notices if one.kind is Kind.CHARGED_AS_PUSH]
    assert [(one.line, one.params["minutes"]) for one in notices] == ([("line of x", stopped)] if said else [])


def test_overlap_is_stated() -> None:
    found = seen(87, drug("oxaliplatin", (0, None), family=Family.CHEMOTHERAPY), drug("leucovorin", (2, None)))
    assert Kind.OVERLAP in kinds(found, "leucovorin")
    assert Kind.OVERLAP not in kinds(found, "oxaliplatin")
    second = of_line(found, "leucovorin")
    assert (second.role, second.shared, second.shared_with, second.minutes) == (
        Role.CONCURRENT,
        85,
        ("oxaliplatin",),
        85,
    )
    assert second.steps == (Step(16, 1),)
    assert of_line(found, "oxaliplatin").next_change == found.next_change == at(91)


def test_open_at_shift_end() -> None:
    encounter = visit(X, drug("y", (0, 20)))
    assert [n.kind for n in look(encounter, at(39.9), CPT, at(40)).notices] == []
    (notice,) = look(encounter, at(40), CPT, at(40)).notices
    assert (notice.kind, notice.line, notice.at) == (Kind.OPEN_AT_SHIFT_END, "line of x", at(40))


def test_a_line_that_began_after_the_shift_ended_is_not_open_at_its_end() -> None:
    assert look(visit(drug("y", (20, None))), at(45), CPT, at(20)).notices == ()
    (notice,) = look(visit(drug("y", (20, None))), at(45), CPT, at(21)).notices
    assert notice.kind is Kind.OPEN_AT_SHIFT_END


def test_a_clock_that_is_not_trusted_is_said_of_the_visit() -> None:
    (notice,) = look(visit(X), at(40), CPT, clock_trusted=False).notices
    assert (notice.kind, notice.line) == (Kind.CLOCK_NOT_TRUSTED, None)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"dose": None}, Kind.NO_DOSE),
        ({"order_on_file": None}, Kind.NO_ORDER),
        ({"access": None}, Kind.NO_ACCESS),
    ],
)
def test_what_is_missing_is_said_running_or_prepared(facts: dict[str, Any], kind: Kind) -> None:
    assert kind in kinds(seen(40, drug("x", (0, None), **facts)), "x")
    assert kinds(seen(40, drug("x", **facts)), "x") == [kind]
    assert kind not in kinds(seen(40, X), "x")


def test_dismissed_stays_dismissed() -> None:
    assert kinds(seen(10, X, dismissed=("under:line of x",)), "x") == []
    assert kinds(seen(10, X, dismissed=("under:line of y", "boundary:line of x")), "x") == [Kind.UNDER]


# --- the look ----------------------------------------------------------------------------------------


def test_the_ticket_is_the_one_if_all_stopped_now() -> None:
    found = seen(135.5, X)
    stopped = replace(X, segments=(Segment(at(0), at(135.5)),))
    assert found.ticket.units() == code(visit(stopped), CPT).units()
    assert [(line.code, line.units) for line in found.ticket.lines if line.code.startswith("96")] == [
        ("96365", 1),
        ("96366", 1),
    ]
    assert of_line(found, "x").minutes == 135


@pytest.mark.parametrize(
    ("drugs", "steps"),
    [
        ([X], INFUSION),
        ([fluid("x", (0, None))], (Step(31, 1), *INFUSION[1:])),
        ([drug("x", (0, None), purpose=Purpose.KEEP_OPEN)], ()),
        ([drug("x", (0, None), purpose=Purpose.CARRIER)], ()),
        ([drug("x", (0, 0), route=Route.IV_PUSH)], ()),
        ([drug("x")], INFUSION),
        ([fluid("x")], (Step(31, 1), *INFUSION[1:])),
        ([drug("x", route=Route.IV_PUSH)], ()),
        ([drug("x", (0, 8))], INFUSION),
    ],
)
def test_rulers(drugs: list[Administration], steps: tuple[Step, ...]) -> None:
    assert of_line(seen(10, *drugs), "x").steps == steps


def test_a_ruler_is_moved_by_minutes_that_do_not_count() -> None:
    """30 minutes of fluid ran beside a drug: the tick stands where the ticket changes."""
    found = seen(40, drug("y", (0, 30)), fluid("x", (0, None)))
    assert of_line(found, "x").steps[0] == Step(61, 1)
    assert of_line(found, "x").next_change == at(61)
    assert kinds(found, "x") == [Kind.UNDER]


def test_a_step_and_the_next_change_are_the_same_minute() -> None:
    for minute in range(0, 200, 7):
        line = of_line(seen(minute, X), "x")
        coming = next(step.minute for step in line.steps if step.minute > line.minutes)
        assert line.next_change == at(coming)


def test_a_prepared_bag_is_not_on_the_ticket() -> None:
    found = seen(10, drug("x"))
    assert found.ticket.lines == found.ticket.findings == ()
    assert (of_line(found, "x").minutes, of_line(found, "x").role) == (0, Role.INITIAL)


def test_one_bag_of_two_drugs_is_one_line() -> None:
    two = [replace(drug(n, (0, None)), line="bag 1", bag="bag 1") for n in ("ondansetron", "dexamethasone")]
    found = seen(20, *two)
    assert [(line.line, line.minutes) for line in found.lines] == [("bag 1", 20)]


def test_a_kept_answer_gives_the_same_look() -> None:
    encounter = visit(X, drug("y", (3, None), dose=mg(5)))
    ahead = next_change(encounter, at(20), CPT)
    assert ahead.holds(at(60))
    assert look(encounter, at(60), CPT, ahead=ahead) == look(encounter, at(60), CPT)


@pytest.mark.parametrize(
    ("policy", "kinds_left", "steps", "coming"),
    [
        (Policy.SHOWN, [Kind.UNDER, Kind.BOUNDARY, Kind.JUST_CROSSED], INFUSION, True),
        (Policy.AFTER, [Kind.JUST_CROSSED], (Step(16, 1),), False),
        (Policy.HIDDEN, [], (), False),
    ],
)
def test_policy(policy: Policy, kinds_left: list[Kind], steps: tuple[Step, ...], coming: bool) -> None:
    shown = [apply_policy(seen(minute, X), policy) for minute in (10, 88, 16)]
    assert [notice.kind for found in shown for notice in found.notices] == kinds_left
    assert of_line(shown[1], "x").steps == steps
    assert (shown[1].next_change is not None) is coming
    assert (of_line(shown[1], "x").next_change is not None) is coming
    assert shown[1].ticket == seen(88, X).ticket


def test_policy_keeps_what_is_no_boundary() -> None:
    found = apply_policy(seen(10, drug("x", (0, None), dose=None)), Policy.HIDDEN)
    assert [notice.kind for notice in found.notices] == [Kind.NO_DOSE]
