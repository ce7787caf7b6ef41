"""The published examples: the reference card gives them literally, the coding rules differ where they say."""

import json

import pytest
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
