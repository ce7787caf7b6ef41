"""What kind of charge a line is, over all worked cases: drugs, visit services, and what was given."""

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.outputs.ticket_lines import is_drug, is_visit

from tests.coding.cases import load

# HCPCS Level II codes that are no drugs: pumps started, and the hospital's clinic visit.
SERVICES = {"G0498": False, "C8957": False, "G0463": True}


@pytest.mark.parametrize("name", ["published.toml", "teaching.toml", "sentences.toml", "clauses.toml"])
def test_every_line_of_the_worked_cases_is_of_its_kind(name: str) -> None:
    kinds = set()
    for case in load(name):
        for line in code(case.encounter, load_rulebook(case.profile, case.settings)).lines:
            told = {"why": [{"rule": why.rule} for why in line.why]}
            visit = SERVICES.get(line.code, line.code < "960" or line.code.startswith("99"))
            drug = line.code[0].isalpha() and line.code not in SERVICES and line.system == "HCPCS"
            visit = visit and not drug and line.system != "ICD-10-PCS"
            assert (is_visit(told), is_drug(told)) == (visit, drug), (case.name, line.code)
            kinds.add((visit, drug))
    assert (False, False) in kinds


def test_a_line_without_reasons_is_neither() -> None:
    assert not is_visit({}) and not is_drug({"why": []})
