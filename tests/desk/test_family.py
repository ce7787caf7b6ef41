"""What kind of drug it is, said afterwards: a correction with its reason, and what it is charged as then."""

from dataclasses import replace

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk import close, mistakes, run
from nursedesk.desk.hang import hang_and_start
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Encounter, Family
from nursedesk.record.events import Corrected, DrugHung

from tests.desk.station import Station, infliximab

BOOK = load_rulebook("cpt")
UNKNOWN = DrugHung("", "newdrugimab", hcpcs="J9999")


class Given:
    """A drug that no table knows, for an hour."""

    def __init__(self, drug: DrugHung = UNKNOWN) -> None:
        self.station = Station()
        self.book = self.station.daybook
        self.id = self.station.seat()
        self.line = hang_and_start(self.book, self.visit, replace(infliximab(), drugs=(drug,)))
        self.station.pass_(60)
        run.stop(self.book, self.visit, self.line)

    @property
    def visit(self) -> Encounter:
        return self.station.encounter(self.id)

    def asked(self) -> bool:
        ticket = close.draft(self.visit, BOOK)
        return any("family" in str(one.params.get("missing", "")).split("+") for one in ticket.findings)

    def first(self) -> str:
        return close.draft(self.visit, BOOK).lines[0].code


@pytest.mark.parametrize(
    ("family", "code"),
    [
        (Family.THERAPEUTIC, "96365"),
        (Family.CHEMOTHERAPY, "96413"),
        (Family.COMPLEX_BIOLOGIC, "96413"),
        (Family.HYDRATION, "96360"),
    ],
)
def test_what_it_is_decides_what_is_charged_and_is_asked_no_longer(family: Family, code: str) -> None:
    given = Given()
    assert given.asked()
    mistakes.chart_family(given.book, given.visit, given.line, family, "in no drug table")
    assert not given.asked()
    assert given.first() == code


def test_it_is_a_correction_by_whom_and_why() -> None:
    given = Given()
    mistakes.chart_family(given.book, given.visit, given.line, Family.CHEMOTHERAPY, "ordered as such")
    last = given.station.saved[-1]
    assert isinstance(last.body, Corrected)
    assert (last.header.actor, last.header.reason) == ("jdoe", "ordered as such")
    assert given.visit.administrations[0].segments[0].start is not None


def test_over_a_table_it_wants_a_reason() -> None:
    given = Given(infliximab().drugs[0])
    with pytest.raises(Refused):
        mistakes.chart_family(given.book, given.visit, given.line, Family.COMPLEX_BIOLOGIC, " ")
    mistakes.chart_family(given.book, given.visit, given.line, Family.COMPLEX_BIOLOGIC, "as the payer wants it")
    assert given.first() == "96413"
