"""The reference coder gives the published cases, and the program's coder agrees with it on random visits."""

import json
from pathlib import Path

import pytest

from tests.oracle import compare, reference

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "cases" / "published.json"


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published cases are not beside this checkout")
def test_reference_gives_every_published_case() -> None:
    wrong = []
    for case in json.loads(PUBLISHED.read_text(encoding="utf-8")):
        lines, findings = reference.code(case["encounter"], case["profile"], case["settings"])
        answer = sorted((code, units, list(modifiers)) for code, units, modifiers, _ in lines)
        wanted = sorted((x["code"], x["units"], x["modifiers"]) for x in case["lines"])
        if answer != wanted or not {code for code, _ in findings} >= set(case["findings"]):
            wrong.append((case["name"], answer, wanted, findings))
    assert not wrong


@pytest.mark.parametrize("seed", range(4))
def test_program_and_reference_agree(seed: int) -> None:
    found = next(iter(compare.disagreements(150, seed)), None)
    assert found is None, compare.shown(compare.shrunk(found))


def test_a_wrong_boundary_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: a reference that gives the additional hour at 30 past is caught."""
    monkeypatch.setattr(reference.Visit, "additional", lambda _, m: (max(0, m - 60) + 30) // 60)
    assert next(iter(compare.disagreements(150, 0)), None) is not None
