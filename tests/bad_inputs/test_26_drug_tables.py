"""A drug removed or renamed while it runs, and a mapping file with a double or missing code."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from nursedesk.catalog.drugs import COLUMNS, BadTable, drug_files, load_drugs
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.desk import hang, run
from nursedesk.outputs.words_findings import finding_text
from nursedesk.record.contract import parse_encounter
from nursedesk.record.encounter import LineState
from nursedesk.record.events import DrugHung, EncounterId

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit
from tests.desk.station import Station, infliximab


def test_a_line_whose_drug_the_table_does_not_know_is_stopped_like_any_other(suite: Suite) -> None:
    window.check_in(suite)
    core, visit_id = suite.shell.core, EncounterId(window.seated(suite).id)
    gone = replace(infliximab(), drugs=(DrugHung("", "a drug of yesterday"),))
    core.press(visit_id, lambda one: hang.hang_and_start(core.daybook, one, gone))
    suite.pass_(40)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    (line,) = window.seated(suite).administrations
    assert (line.drug, line.state) == ("a drug of yesterday", LineState.STOPPED)
    look = suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall)
    assert "no-hcpcs" in [finding.code.value for finding in look.ticket.findings]
    said = [finding_text(one) for one in look.ticket.findings if one.code.value == "no-hcpcs"]
    assert said == ["a drug of yesterday: no drug line; no drug code is known"]
    assert look.ticket.lines[0].code == "96365"
    assert window.is_clean(suite)


def test_a_drug_taken_from_the_table_keeps_its_times_and_loses_its_line() -> None:
    book = load_rulebook("cpt", {})
    encounter = parse_encounter(json.dumps(visit()))
    with_drug = code(encounter, book)
    without = code(encounter, replace(book, drugs=MappingProxyType({})))
    times = [(line.code, line.units) for line in with_drug.lines if line.code.startswith("96")]
    assert [(line.code, line.units) for line in without.lines] == times
    assert "no-hcpcs" in [finding.code.value for finding in without.findings]


def test_what_was_hung_is_kept_by_name_whatever_the_table_says() -> None:
    station = Station()
    visit_id = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit_id), infliximab())
    station.pass_(20)
    run.stop(station.daybook, station.encounter(visit_id), line)
    (one,) = station.encounter(visit_id).administrations
    assert one.drug == "infliximab"
    assert one.dose is not None
    assert one.dose.amount == Decimal(400)


@pytest.mark.parametrize("hcpcs", ["", "J17", "j1745 ", "=1+1", "J9999999", "'; DROP TABLE event;--"])
def test_an_imported_code_the_table_lacks_is_not_charged(record: Record, hcpcs: str) -> None:
    said = record.code(visit(first={"hcpcs": hcpcs}))
    assert said.code == 0
    assert hcpcs not in [line["code"] for line in json.loads(said.out)["lines"]]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows + rows[:1], "line 3"),
        (lambda rows: [rows[0] | {"hcpcs": ""}], "hcpcs is missing"),
        (lambda rows: [rows[0] | {"name": ""}], "name is missing"),
    ],
    ids=["a code twice", "no code", "no name"],
)
def test_a_table_with_a_double_or_missing_code_is_refused_whole(
    tmp_path: Path, change: Callable[[list[dict[str, str]]], list[dict[str, str]]], reason: str
) -> None:
    with drug_files()[0].open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    table = tmp_path / "site.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(change([row]))
    with pytest.raises(BadTable, match=reason):
        load_drugs(table)
