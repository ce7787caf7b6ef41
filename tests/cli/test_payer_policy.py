"""`nursedesk code --payer-policy`: from a site's table and an encounter's JSON to the ticket and its text."""

import json
from pathlib import Path
from typing import Any

import pytest
from nursedesk.cli import main

POLICY = (
    "payer,drug,family,reason,effective_from,effective_to,source\n"
    "Blue Ridge PPO,Remicade,complex_biologic,complex since its bulletin of 2026,2026-01-01,,bulletin 7\n"
)
ENCOUNTER = {
    "schema": "nursedesk.encounter/1",
    "id": "E1",
    "setting": "outpatient_facility",
    "time_zone": "America/New_York",
    "payer": "Blue Ridge PPO",
    "accesses": [{"id": "A", "device": "port"}],
    "administrations": [
        {
            "id": "1",
            "drug": "infliximab",
            "route": "iv_infusion",
            "access": "A",
            "order_on_file": True,
            "segments": [{"start": "2026-03-02T09:00", "stop": "2026-03-02T11:05"}],
        }
    ],
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    policy, visit = tmp_path / "policy.csv", tmp_path / "visit.json"
    policy.write_text(POLICY, encoding="utf-8")
    visit.write_text(json.dumps(ENCOUNTER), encoding="utf-8")
    return str(policy), str(visit)


def ticket(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["code", *arguments]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_the_family_is_the_payers_and_the_reason_is_on_the_line(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    policy, visit = files
    plain, ruled = ticket(capsys, visit), ticket(capsys, visit, "--payer-policy", policy)
    assert [line["code"] for line in plain["lines"]] == ["96365", "96366"]
    assert [line["code"] for line in ruled["lines"]] == ["96413", "96415"]
    said = "inFLIXimab is complex biologic for Blue Ridge PPO, by this site's policy: "
    texts = [why["text"] for why in ruled["lines"][0]["why"] if why["rule"] == "R1.2"]
    assert texts == [said + "complex since its bulletin of 2026"]
    assert plain["profile"]["rules_digest"] != ruled["profile"]["rules_digest"]


def test_the_text_says_it_too(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    policy, visit = files
    assert main(["code", visit, "--text", "--payer-policy", policy]) == 0
    assert "complex since its bulletin of 2026 (R1.2)" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (POLICY.replace("Remicade", "Remicad"), 'policy.csv line 2: drug is "Remicad"'),
        (POLICY.replace("bulletin 7", ""), "policy.csv line 2: source is missing"),
        (None, "policy.csv cannot be read"),
    ],
)
def test_a_wrong_policy_is_refused_in_a_sentence(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], content: str | None, said: str
) -> None:
    policy, visit = files
    if content is None:
        Path(policy).unlink()
    else:
        Path(policy).write_text(content, encoding="utf-8")
    assert main(["code", visit, "--payer-policy", policy]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
