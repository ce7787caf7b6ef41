"""The published examples: the reference card gives them literally, the coding rules differ where they say."""

import json
from typing import Any

import pytest
from nursedesk.catalog.resources import path
from nursedesk.cli import main
from nursedesk.cli.examples import coded_examples, units_by_code


def test_the_reference_card_gives_what_was_published() -> None:
    for example in coded_examples():
        card = units_by_code(example.tickets["reference-card"])
        assert example.published.items() <= card.items()
        assert all(code in example.published or code.startswith("J") for code in card)


def test_differences_are_exactly_those_explained() -> None:
    for example in coded_examples():
        cpt, card = (units_by_code(example.tickets[name]) for name in ("cpt", "reference-card"))
        assert {code for code in cpt | card if cpt.get(code) != card.get(code)} == set(example.because)


def test_the_coding_rules_on_the_examples() -> None:
    administration = [
        {code: n for code, n in units_by_code(x.tickets["cpt"]).items() if code.startswith("96")}
        for x in coded_examples()
    ]
    assert administration == [{"96365": 1}, {"96365": 1, "96366": 1}, {"96365": 1, "96367": 1}]


def test_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples"]) == 0
    out = capsys.readouterr().out
    for words in (
        "Example 3",
        "published",
        "cpt  reference-card",
        "differs",
        "90 minutes",
        "Saline beside a drug",
    ):
        assert words in out
    assert max(len(line) for line in out.splitlines()) <= 110


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first["tickets"]) == {"cpt", "reference-card"}
    assert first["tickets"]["cpt"]["schema"] == "nursedesk.ticket/1"


EVERYTHING = [
    ("96413", 1, [], 125, ["4"]),
    ("96415", 1, [], 125, ["4"]),
    ("96417", 1, [], 30, ["7"]),
    ("96367", 1, [], 20, ["3"]),
    ("96368", 1, [], 120, ["5"]),
    ("96375", 1, [], 0, ["2"]),
    ("96411", 1, [], 4, ["8"]),
    ("96361", 2, [], 95, ["1", "9"]),
    ("96365", 1, ["59"], 94, ["6"]),
    ("96366", 1, [], 94, ["6"]),
    ("J0640", 14, [], None, ["5"]),
    ("J1100", 12, [], None, ["3"]),
    ("J2469", 10, [], None, ["2"]),
    ("J3475", 4, [], None, ["6"]),
    ("J7040", 1, [], None, ["1"]),
    ("J7050", 1, [], None, ["9"]),
    ("J9035", 35, [], None, ["7"]),
    ("J9035", 5, ["JW"], None, ["7"]),
    ("J9190", 2, [], None, ["8"]),
    ("J9263", 300, [], None, ["4"]),
    ("G0463", 1, ["25"], None, []),
]
FOUND = ["late-entry", "add-on-boundary", "add-on-boundary", "bundled", "second-initial"]


def ticket_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(list(arguments)) == 0
    ticket: dict[str, Any] = json.loads(capsys.readouterr().out)
    return ticket


def test_the_visit_with_everything(capsys: pytest.CaptureFixture[str]) -> None:
    ticket = ticket_of(capsys, "examples", "--everything", "--json")
    parts = ("code", "units", "modifiers", "minutes", "administrations")
    assert [tuple(line[part] for part in parts) for line in ticket["lines"]] == EVERYTHING
    assert [finding["code"] for finding in ticket["findings"]] == FOUND
    assert all(why["rule"].startswith("R") and why["text"] for line in ticket["lines"] for why in line["why"])
    assert all(line["why"] and line["diagnoses"] == ["C18.7"] for line in ticket["lines"])


def test_code_gives_the_same_but_for_the_late_entry(capsys: pytest.CaptureFixture[str]) -> None:
    shown = ticket_of(capsys, "examples", "--everything", "--json")
    coded = ticket_of(capsys, "code", str(path("examples", "everything.json")))
    assert coded["lines"] == shown["lines"]
    assert [finding["code"] for finding in coded["findings"]] == FOUND[1:]


def test_every_line_of_it_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "--everything"]) == 0
    out = capsys.readouterr().out
    text = " ".join(out.split())
    for words in (
        "for oxaliplatin initial: complex infusion, earliest start (R3.5)",
        "for dexAMETHasone another drug, at no time beside one already placed: 20 min (R4.1)",
        "110 of 120 min shared with oxaliplatin (R4.6)",
        "5 whole units of 10 mg left of 400 mg after 350 mg (R11.3)",
        "09:40 - 11:14 late entry",
        "magnesium sulfate: times charted late or corrected: 1 (R18, late-entry)",
        "access left forearm is separate",
        "charted as separately identifiable: modifier 25 (R10)",
    ):
        assert words in text
    assert max(len(line) for line in out.splitlines()) <= 140
