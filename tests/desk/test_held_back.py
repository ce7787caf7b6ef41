"""Which charge lines a missing order or dose holds back, and that they come once it is charted."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.ticket import System
from nursedesk.desk import close, correct, run
from nursedesk.desk.hang import hang_and_start
from nursedesk.desk.held_back import HeldLine, held_back
from nursedesk.record.encounter import Amount, Encounter

from tests.desk.station import Station, infliximab

BOOK = load_rulebook("cpt")


class Given:
    """Infliximab for an hour."""

    def __init__(self, order: bool | None = None, dose: bool = True) -> None:
        self.station = Station()
        self.book = self.station.daybook
        self.id = self.station.seat()
        form = infliximab(order=order)
        drug = form.drugs[0] if dose else replace(form.drugs[0], dose=None, opened=None)
        self.line = hang_and_start(self.book, self.visit, replace(form, drugs=(drug,)))
        self.station.pass_(60)
        run.stop(self.book, self.visit, self.line)

    @property
    def visit(self) -> Encounter:
        return self.station.encounter(self.id)

    def held(self) -> tuple[HeldLine, ...]:
        return held_back(self.visit, close.draft(self.visit, BOOK), BOOK)

    def charged(self) -> list[tuple[str, int]]:
        ticket = close.draft(self.visit, BOOK)
        return [(line.code, line.units) for line in ticket.lines if line.system is System.HCPCS]


@pytest.mark.parametrize(
    ("order", "dose", "told"),
    [
        (None, True, [("J1745", 40, ("no-order",))]),
        (True, False, [("J1745", None, ("no-dose",))]),
        (None, False, [("J1745", None, ("no-order", "no-dose"))]),
        (True, True, []),
        (False, True, []),
    ],
)
def test_what_is_not_charted_holds_the_drug_back(order: bool | None, dose: bool, told: list[object]) -> None:
    given = Given(order, dose)
    assert [(one.code, one.units, one.lacks) for one in given.held()] == told
    assert all(one.administrations == (given.line,) for one in given.held())


def test_the_line_comes_with_what_it_lacked() -> None:
    given = Given()
    (held,) = given.held()
    assert given.charged() == []
    correct.chart_order(given.book, given.visit, given.line, True)
    assert given.held() == ()
    assert (held.code, held.units) in given.charged()


def test_a_second_bag_without_an_order_holds_back_its_units_only() -> None:
    given = Given(order=True)
    drug = replace(infliximab().drugs[0], dose=Amount(Decimal(100), "mg"), opened=Amount(Decimal(100), "mg"))
    second = hang_and_start(given.book, given.visit, replace(infliximab(order=None), drugs=(drug,)))
    given.station.pass_(20)
    run.stop(given.book, given.visit, second)
    assert [(one.code, one.units, one.administrations) for one in given.held()] == [("J1745", 10, (second,))]
