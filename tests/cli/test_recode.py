"""`nursedesk recode`: what it lists, that it changes nothing, and how it refuses."""

import io
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from nursedesk.cli import main
from nursedesk.desk.open_desk import open_desk
from nursedesk.store import keys as keys_of

from tests.cli import signed

NOVEMBER = ["--from", "2026-11-01", "--to", "2026-11-30"]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return signed.make(tmp_path_factory.mktemp("recode"))


def plain(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = main(["recode", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_by_the_rules_they_were_signed_under_nothing_differs(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = plain(capsys, *NOVEMBER, *record)
    assert (status, found["visits"]) == (0, [])
    assert found["schema"] == "nursedesk.recode/1"
    totals = found["totals"]
    assert {name: totals[name] for name in ("signed", "unsigned", "open", "differing")} == {
        "signed": 3,
        "unsigned": 1,
        "open": 1,
        "differing": 0,
    }
    assert all(code["was"] == code["would_be"] for code in totals["codes"])
    assert main(["recode", *NOVEMBER, *record]) == 0
    assert "No difference." in capsys.readouterr().out


def test_by_another_profile_every_line_that_differs_is_listed(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = plain(capsys, *NOVEMBER, "--profile", "reference-card", *record)
    assert status == 1
    assert found["profile"]["name"] == "reference-card"
    listed = {
        one["encounter"]: [
            (x["was"] and x["was"]["units"], x["would_be"]["units"], x["rule"]) for x in one["lines"]
        ]
        for one in found["visits"]
    }
    assert listed == {
        "V-90": [(None, 1, "R2.3")],
        "V-150": [(1, 2, "R2.3")],
        "V-DRAFT": [(None, 1, "R2.3")],
    }
    about = {one["encounter"]: (one["signed"], one["version"], one["profile_was"]) for one in found["visits"]}
    assert about["V-90"] == (True, 1, "cpt")
    assert about["V-DRAFT"] == (False, 0, "cpt")
    totals = {one["code"]: (one["was"], one["would_be"], one["difference"]) for one in found["totals"]["codes"]}
    assert totals["96366"] == (1, 4, 3)
    assert totals["96365"] == (4, 4, 0)


def test_the_table_is_for_people(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["recode", *NOVEMBER, "--profile", "reference-card", *record]) == 1
    text = capsys.readouterr().out
    assert "96366 x 1 -> 96366 x 2" in text
    assert "none -> 96366 x 1" in text
    assert "version 1, signed by" in text
    assert "3 signed, 1 unsigned; 3 differ. Still open and left out: 1." in text
    (total,) = [line.split() for line in text.splitlines() if line.strip().startswith("96366 ") and "+3" in line]
    assert total[-3:] == ["1", "4", "+3"]
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--set", "additional_hour_from=30"], 1),
        (["--set", "tie_break=longest"], 0),
        (["--profile", "cpt"], 0),
    ],
)
def test_settings_are_changed_by_name(
    options: list[str], status: int, record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert plain(capsys, *NOVEMBER, *options, *record)[0] == status


def test_a_sites_own_profile_file_serves(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text("[settings]\nadditional_hour_from = 30\n", encoding="utf-8")
    status, found = plain(capsys, *NOVEMBER, "--profile", str(file), *record)
    assert (status, len(found["visits"])) == (1, 3)


def test_only_the_days_that_were_asked_for(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for first, last, expected in (("12", "12", ["V-150"]), ("11", "11", []), ("10", "12", ["V-90", "V-150"])):
        days = ["--from", f"2026-11-{first}", "--to", f"2026-11-{last}"]
        _, found = plain(capsys, *days, "--profile", "reference-card", *record)
        assert [one["encounter"] for one in found["visits"]] == expected


def test_nothing_is_changed_but_that_somebody_looked_is_noted(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(record[1])
    before = Counter(signed.kinds(folder))
    main(["recode", *NOVEMBER, "--profile", "reference-card", *record])
    after = Counter(signed.kinds(folder))
    after.subtract(before)
    assert +after == {("Viewed", None): 1, ("SignedIn", None): 1} or +after == {("Viewed", None): 1}
    assert main(["verify", *record[:4]]) == 0


def test_it_reads_beside_an_open_desk(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(record[1])
    desk = open_desk(folder, keys_of.open_with_passphrase(folder, signed.PASSPHRASE))
    try:
        assert plain(capsys, *NOVEMBER, *record)[0] == 0
    finally:
        desk.ledger.close()


@pytest.mark.parametrize("command", ["recode", "boundaries"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "soon", "--to", "2026-11-30"], "--from soon is not a day"),
        (["--from", "2026-11-30", "--to", "2026-11-32"], "--to 2026-11-32 is not a day"),
        (["--from", "2026-11-30", "--to", "2026-11-01"], "--to comes before --from"),
        (["--from", "2026-11-30"], "--to"),
    ],
)
def test_wrong_days_are_one_clear_line(
    command: str, words: list[str], said: str, record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    one_line(capsys, said, command, *words, *record)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--profile", "medicare"], "no profile 'medicare'"),
        (["--profile", "/nowhere/ours.toml"], "cannot be read"),
        (["--set", "tie_break"], "not a setting"),
        (["--set", "tie_break=best"], "tie_break cannot be 'best'"),
        (["--user", "nobody"], "do not belong together"),
    ],
)
def test_wrong_rules_and_people_are_one_clear_line(
    words: list[str], said: str, record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    one_line(capsys, said, "recode", *NOVEMBER, *record, *words)


def test_without_a_name_nothing_is_shown(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    one_line(capsys, "--user", "recode", *NOVEMBER, *record[:4])


def one_line(capsys: pytest.CaptureFixture[str], said: str, *words: str) -> None:
    capsys.readouterr()
    assert main([*words]) == 2
    found = capsys.readouterr()
    assert said in found.err
    assert found.out == ""
    assert len(found.err.strip().splitlines()) == 1


def test_on_a_terminal_it_shows_how_far_it_has_come(
    record: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr("nursedesk.cli.days._TOLD_EVERY", 2)
    monkeypatch.setattr(sys, "stderr", shown)
    assert main(["recode", *NOVEMBER, *record]) == 0
    assert "\r2 visits\r4 visits" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")
    assert "visits\r" not in capsys.readouterr().out
