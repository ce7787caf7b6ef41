"""A payer's policy says what a drug is taken for, and the line says whose policy it was (R1.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from nursedesk.coding.engine import code
from nursedesk.coding.rule_tables import PayerFamily
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import Administration, Encounter, Family, Route, Segment, Setting

from tests.coding.books import book

COMPLEX = PayerFamily(Family.COMPLEX_BIOLOGIC, "policy 12", date(2026, 1, 1), date(2026, 6, 30))
BOOK = replace(book(), payer_families={("blue ridge", "infliximab"): (COMPLEX,)})


def ticket(payer: str | None, family: Family | None = None, month: int = 3) -> ChargeTicket:
    start = datetime(2026, month, 2, 15, tzinfo=UTC)
    bag = Administration(
        "1",
        " Infliximab",
        Route.IV_INFUSION,
        (Segment(start, start.replace(hour=16)),),
        family=family,
        order_on_file=True,
    )
    return code(Encounter("E", Setting.OFFICE, administrations=(bag,), payer=payer), BOOK)


@pytest.mark.parametrize(
    ("payer", "family", "month", "expected"),
    [
        (" BLUE Ridge", None, 3, "96413"),
        ("Blue Ridge", Family.THERAPEUTIC, 3, "96365"),
        ("Blue Ridge", None, 7, "96365"),
        ("Medicare", None, 3, "96365"),
        (None, None, 3, "96365"),
    ],
)
def test_the_policy_in_force_decides_unless_a_family_is_charted(
    payer: str | None, family: Family | None, month: int, expected: str
) -> None:
    made = ticket(payer, family, month)
    assert [line.code for line in made.lines] == [expected]
    whys = [why.params for why in made.lines[0].why if why.key == "payer-family"]
    own = {"drug": "Infliximab", "family": "complex_biologic", "payer": payer, "reason": "policy 12"}
    assert whys == ([own] if expected == "96413" else [])


def test_a_start_that_is_not_recorded_in_a_visit_that_was_not_opened_has_no_policy() -> None:
    bag = Administration("1", "Infliximab", Route.IV_INFUSION, (Segment(None, None),), order_on_file=True)
    made = code(Encounter("E", Setting.OFFICE, administrations=(bag,), payer="Blue Ridge"), BOOK)
    assert made.lines == ()
    assert "not-codable" in [f.code for f in made.findings]
