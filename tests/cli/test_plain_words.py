"""What commands say of wrong files and options: plain words, none of the system's or the language's."""

import json
from pathlib import Path
from typing import Any

import pytest
from nursedesk.cli import main

from tests.cli.signed import make
from tests.cli.test_record import ENCOUNTER, SECRETS


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return make(tmp_path_factory.mktemp("plain"))


@pytest.fixture
def strange(tmp_path: Path) -> str:
    """A file that is not UTF-8."""
    file = tmp_path / "strange"
    file.write_bytes(b"a,\xff")
    return str(file)


@pytest.mark.parametrize("option", ["code", "mapping", "secrets"])
def test_a_file_that_is_not_text_is_refused_in_plain_words(
    option: str, record: list[str], strange: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit = tmp_path / "visit.json"
    visit.write_text(json.dumps(ENCOUNTER), encoding="utf-8")
    words = {
        "code": ["code", str(visit), "--payer-policy", strange],
        "mapping": ["charges", "--ticket", _signed(record, capsys), "--mapping", strange, "-o", "-", *record],
        "secrets": ["tickets", "--secrets", strange, *record[:2], *record[4:]],
    }[option]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "not UTF-8 text: byte" in said
    assert "codec" not in said


@pytest.mark.parametrize("option", ["code", "mapping"])
def test_a_file_that_is_not_there_is_said_without_the_systems_number(
    option: str, record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit, away = tmp_path / "visit.json", str(tmp_path / "away.csv")
    visit.write_text(json.dumps(ENCOUNTER), encoding="utf-8")
    words = {
        "code": ["code", str(visit), "--payer-policy", away],
        "mapping": ["charges", "--ticket", _signed(record, capsys), "--mapping", away, "-o", "-", *record],
    }[option]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "away.csv cannot be read: there is no such file" in said
    assert "Errno" not in said


def test_a_file_that_is_there_is_refused_with_the_option_that_replaces_it(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"theirs")
    number = _signed(record, capsys)
    commands = (
        ["ticket", number, "--format", "csv"],
        ["downtime-sheet"],
        ["shift-log", "--from", "2026-11-10", "--to", "2026-11-12", "--format", "csv"],
    )
    for words in commands:
        assert main([*words, "-o", str(out), *record]) == 2
        assert "add --force to replace it" in capsys.readouterr().err
        for option in ("--force", "--overwrite"):
            assert main([*words, "-o", str(out), option, *record]) == 0
            assert out.read_bytes() != b"theirs"


def test_an_unsigned_ticket_has_the_same_version_everywhere(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = _tickets(record, capsys)
    draft = next(one for one in rows if one["encounter"] == "V-DRAFT")
    assert draft["version"] == 0
    assert {one["version"] for one in rows if one["status"] == "signed"} == {1}


def test_what_waits_is_said_also_when_nothing_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    where = ["--data", str(tmp_path / "suite"), "--secrets", str(secrets)]
    site = ("--site", "Elm Street", "--zone", "America/New_York", "--setting", "office", "--chairs", "1")
    assert main(["init", *site, "--admin", "admin", "--no-keyring", *where]) == 0
    capsys.readouterr()
    assert main(["post", "--list", "--user", "admin", *where]) == 0
    assert capsys.readouterr().out == "Nothing waits.\n"


def test_messages_go_to_a_folder_said_from_where_one_stands(
    record: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    main(["post", "--pending", "--to", "out", *record])
    capsys.readouterr()
    assert list((tmp_path / "out").iterdir())


def _tickets(record: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["tickets", "--json", *record]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def _signed(record: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    return str(next(one["number"] for one in _tickets(record, capsys) if one["status"] == "signed"))
