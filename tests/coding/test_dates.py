"""Codes, pairs and limits are those in force on the date of service; a second initial says where and why."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from nursedesk.coding.engine import code
from nursedesk.coding.rule_tables import PairEdit, UnitLimit, in_force
from nursedesk.coding.rulebook import AdminCode, Rulebook
from nursedesk.coding.ticket import ChargeTicket, Finding
from nursedesk.record.encounter import (
    Access,
    Administration,
    Device,
    Encounter,
    EvaluationAndManagement,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)
DAY = timedelta(days=1)


def visit(start: datetime = NINE, second: datetime | None = None) -> Encounter:
    """An infusion of an hour, perhaps another drug at a separate access."""
    hour = timedelta(hours=1)
    given = [Administration("1", "one", Route.IV_INFUSION, (Segment(start, start + hour),), access="A")]
    if second is not None:
        given.append(Administration("2", "two", Route.IV_INFUSION, (Segment(second, second + hour),), access="B"))
    accesses = (Access("A", Device.PORT), Access("B", Device.PICC, "left arm", "incompatible"))
    return Encounter("E", Setting.OFFICE, accesses=accesses, administrations=tuple(given))


def told(ticket: ChargeTicket, finding: str) -> list[Finding]:
    return [f for f in ticket.findings if f.code == finding]


def renamed(day: date) -> Rulebook:
    """A rule book in which the first hour has another code from a day on, listed in any order."""
    ours = book()
    first = ours.codes["96365"]
    ended = replace(first, effective_to=day - DAY)
    later = AdminCode("99998", first.system, first.family, first.role, (), "made up", day)
    rest = tuple(c for c in ours.dated_codes if c.code != first.code)
    return replace(ours, dated_codes=(later, ended, *rest))


def test_a_role_has_the_code_of_the_day() -> None:
    for day, expected in ((date(2026, 3, 2), "99998"), (date(2026, 3, 3), "96365")):
        assert [line.code for line in code(visit(), renamed(day)).lines] == [expected]
    before_all = visit(datetime(1999, 1, 4, 14, tzinfo=UTC))
    assert [line.code for line in code(before_all, renamed(date(2026, 3, 2))).lines] == ["96365"]
    assert renamed(date(2026, 3, 2)).by_role["therapeutic", "initial"].code == "99998"
    assert renamed(date(2026, 3, 2)).roles_on(None)["therapeutic", "initial"].code == "99998"


def test_in_force_takes_both_ends_in() -> None:
    row = UnitLimit("x", 1, date(2026, 3, 2), date(2026, 3, 4))
    days = [date(2026, 3, n) for n in range(1, 6)]
    assert [in_force([row], day) is row for day in days] == [False, True, True, True, False]
    assert in_force([UnitLimit("x", 1)], days[0]) is not None
    assert in_force([UnitLimit("x", 1)], None) is None


def test_pairs_and_limits_are_those_of_the_day_and_the_setting() -> None:
    today = NINE.date()
    for begins, setting, expected in ((today, False, 1), (today + DAY, False, 0), (today, True, 0)):
        pair = PairEdit("96365", "99213", False, begins)
        limit = UnitLimit("96365", 0, begins)
        rules = replace(book(), pair_edits={setting: (pair,)}, unit_limits={setting: (limit,)})
        seen = replace(visit(), evaluation_and_management=(EvaluationAndManagement("99213", True),))
        ticket = code(seen, rules)
        assert len(told(ticket, "ncci-pair")) == expected
        assert len(told(ticket, "mue-exceeded")) == expected


def test_units_of_two_days_are_two_sums_and_codes_of_two_days_no_pair() -> None:
    limit, pair = UnitLimit("96365", 1), PairEdit("96365", "99213", True)
    rules = replace(book(), pair_edits={False: (pair,)}, unit_limits={False: (limit,)})
    together, apart = visit(NINE, NINE), visit(NINE, NINE + DAY)
    (found,) = told(code(together, rules), "mue-exceeded")
    assert (found.params["units"], found.params["limit"], found.administrations) == (2, 1, ("1", "2"))
    assert not told(code(apart, rules), "mue-exceeded")
    asked = replace(apart, evaluation_and_management=(EvaluationAndManagement("99213"),))
    (pairs,) = told(code(asked, rules), "ncci-pair")
    assert (pairs.administrations, pairs.lines) == (("1",), ("96365", "99213"))


def test_a_second_initial_names_its_access_and_its_reason() -> None:
    (found,) = told(code(visit(NINE, NINE), book()), "second-initial")
    assert dict(found.params) == {"code": "96365", "access": "B", "reason": "incompatible"}
    assert (found.administrations, found.lines) == (("2",), ("96365",))
    second = next(line for line in code(visit(NINE, NINE), book()).lines if line.modifiers)
    why = next(w for w in second.why if w.key == "site-modifier")
    assert dict(why.params) == {"modifier": "59", "access": "left arm", "reason": "incompatible"}
