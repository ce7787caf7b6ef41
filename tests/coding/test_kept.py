"""What a rule book remembers is what it would work out again, and never grows beyond its limit."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.rule_tables import UnitLimit, in_force
from nursedesk.coding.rulebook import MOST_KEPT, Rulebook
from nursedesk.record.encounter import Administration, Encounter, Route, Segment, Setting

LIMITS = (
    UnitLimit("96365", 1, date(2024, 7, 1), date(2025, 12, 31)),
    UnitLimit("96365", 2, date(2026, 1, 1)),
    UnitLimit("96366", 9),
)
BOOK = replace(load_rulebook(), unit_limits={True: LIMITS, False: ()})


@given(st.dates(date(2023, 1, 1), date(2027, 12, 31)) | st.none(), st.booleans())
def test_the_rules_of_a_day_are_those_in_force(day: date | None, facility: bool) -> None:
    rules = BOOK.on(day, facility)
    for code_ in ("96365", "96366"):
        row = in_force([limit for limit in LIMITS if limit.code == code_], day) if facility else None
        assert rules.limits.get(code_) == (row.units if row else None)
    assert rules.parameters == BOOK.parameters_on(day)
    assert rules.roles == BOOK.roles_on(day)
    for first, beside in BOOK.pairs[facility].items():
        edits = {other: in_force(rows, day) for other, rows in beside.items()}
        assert rules.pairs[first] == {other: edit.allowed for other, edit in edits.items() if edit}


def test_days_between_two_changes_are_one_answer() -> None:
    assert BOOK.on(date(2026, 1, 1), True) is BOOK.on(date(2026, 6, 1), True)
    assert BOOK.on(date(2025, 12, 31), True) is not BOOK.on(date(2026, 1, 1), True)


def visit(number: int, name: str = "") -> Encounter:
    start = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(days=number)
    bag = Administration(
        "1", name or f"drug {number}", Route.IV_INFUSION, (Segment(start, start + timedelta(hours=1)),)
    )
    return Encounter("E", Setting.OFFICE, administrations=(bag,), diagnoses=(f"K50.{number % 10}",))


def fresh() -> Rulebook:
    return replace(load_rulebook())


def test_what_is_kept_does_not_grow_without_end() -> None:
    book = fresh()
    for number in range(MOST_KEPT):
        book.keep(("x", number), number)
    for number in range(50):
        code(visit(number), book)
    assert len(book.kept) <= MOST_KEPT


def test_a_very_long_name_is_not_kept() -> None:
    book = fresh()
    name = "x" * 100_000
    code(visit(1, name), book)
    assert not any(name in part for asked in book.kept for part in asked if isinstance(part, str))


def test_the_second_ticket_is_the_first() -> None:
    book = fresh()
    for number in (1, 2, 1):
        assert code(visit(number), book) == code(visit(number), fresh())
