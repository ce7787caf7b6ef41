"""Commands on a record: made, filled, listed, given again, checked; and what they refuse."""

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from nursedesk.cli import main, unlock
from nursedesk.desk import import_encounters
from nursedesk.desk.correct import AHEAD
from nursedesk.desk.open_desk import open_desk
from nursedesk.record.events import EncounterId, Viewed
from nursedesk.store import keys as keys_of
from nursedesk.store.beside import take_beside
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

SECRETS = 'passphrase = "twelve quiet chairs"\nadmin_password = "stone and paper"\nadmin_pin = "618250"\n'

ENCOUNTER = {
    "schema": "nursedesk.encounter/1",
    "id": "PAPER-7",
    "setting": "outpatient_facility",
    "time_zone": "America/New_York",
    "patient": {"mrn": "40 21 877", "name": "ROE, Jane", "birth_date": "1961-02-02"},
    "accesses": [{"id": "A", "device": "peripheral", "site": "left forearm"}],
    "diagnoses": ["K50.90"],
    "administrations": [
        {
            "id": "1",
            "drug": "infliximab",
            "route": "iv_infusion",
            "access": "A",
            "order_on_file": True,
            "container": "single_dose",
            "dose": {"amount": "400", "unit": "mg"},
            "opened": {"amount": "400", "unit": "mg"},
            "segments": [{"start": "2026-11-20T09:00", "stop": "2026-11-20T11:15"}],
            "started_by": "night nurse",
            "response": "tolerated",
        }
    ],
}


def _init(tmp_path: Path) -> list[str]:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    where = ["--data", str(tmp_path / "suite"), "--secrets", str(secrets)]
    made = main(
        [
            *("init", "--site", "Elm Street", "--zone", "America/New_York", "--setting", "outpatient_facility"),
            *("--chairs", "4", "--admin", "admin", "--no-keyring", *where),
        ]
    )
    assert made == 0
    return where


@pytest.fixture
def record(tmp_path: Path) -> list[str]:
    """The options that name a new record and its secrets."""
    return _init(tmp_path)


def _import(record: list[str], tmp_path: Path, *lines: object) -> int:
    file = tmp_path / "encounters.jsonl"
    text = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text("\n".join(text) + "\n", encoding="utf-8")
    return main(["import", str(file), "--reason", "paper during downtime", "--user", "admin", *record])


def test_init_prints_the_recovery_key_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = _init(tmp_path)
    said = capsys.readouterr().out
    assert "Recovery key" in said
    key = said.strip().splitlines()[-1].strip()
    keys_of.open_with_recovery(Path(record[1]), key)


def test_what_was_imported_is_listed_given_again_and_verified(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(record, tmp_path, ENCOUNTER) == 0
    assert "1 added" in capsys.readouterr().out
    assert main(["tickets", "--json", "--user", "admin", *record]) == 0
    (ticket,) = json.loads(capsys.readouterr().out)
    assert (ticket["encounter"], ticket["status"]) == ("PAPER-7", "unsigned")
    out = tmp_path / "ticket.json"
    number = ticket["number"]
    assert main(["ticket", number, "--format", "json", "-o", str(out), "--user", "admin", *record]) == 0
    codes = {line["code"]: line["units"] for line in json.loads(out.read_text(encoding="utf-8"))["lines"]}
    assert codes == {"96365": 1, "96366": 1, "J1745": 40}
    assert main(["verify", *record]) == 0


def test_an_export_is_what_was_imported(record: list[str], tmp_path: Path) -> None:
    _import(record, tmp_path, ENCOUNTER)
    out = tmp_path / "again.json"
    assert main(["export", "PAPER-7", "--format", "json", "-o", str(out), "--user", "admin", *record]) == 0
    again = json.loads(out.read_text(encoding="utf-8"))
    (given,) = again["administrations"]
    (first,) = ENCOUNTER["administrations"]
    for name in ("drug", "route", "dose", "opened", "container", "started_by", "response", "order_on_file"):
        assert given[name] == first[name]
    assert given["segments"][0]["start"].startswith("2026-11-20T09:00")
    assert again["patient"] == ENCOUNTER["patient"]
    assert again["diagnoses"] == ENCOUNTER["diagnoses"]


def test_importing_twice_adds_nothing_and_changed_content_is_a_conflict(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(record, tmp_path, ENCOUNTER)
    capsys.readouterr()
    assert _import(record, tmp_path, ENCOUNTER) == 0
    assert "0 added, 1 already there" in capsys.readouterr().out
    changed = json.loads(json.dumps(ENCOUNTER))
    changed["administrations"][0]["segments"][0]["stop"] = "2026-11-20T12:15"
    assert _import(record, tmp_path, changed) == 1
    assert "other content" in capsys.readouterr().err


def test_a_bad_line_is_said_and_the_others_go_in(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unreal = json.loads(json.dumps(ENCOUNTER)) | {"id": "SPRING"}
    unreal["administrations"][0]["segments"] = [{"start": "2026-03-08T02:30", "stop": "2026-03-08T04:00"}]
    assert _import(record, tmp_path, "{not json", unreal, ENCOUNTER) == 1
    said = capsys.readouterr()
    assert "1 added" in said.out
    assert "2 skipped" in said.out
    assert len(said.err.splitlines()) == 2


def test_a_time_that_has_not_come_yet_is_a_bad_line(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_encounters, "AHEAD", AHEAD)
    later = json.loads(json.dumps(ENCOUNTER)) | {"id": "LATER"}
    later["administrations"][0]["segments"] = [{"start": "2020-11-20T09:00", "stop": "2126-11-20T11:15"}]
    past = json.loads(json.dumps(ENCOUNTER))
    past["administrations"][0]["segments"] = [{"start": "2020-11-20T09:00", "stop": "2020-11-20T11:15"}]
    assert _import(record, tmp_path, later, past) == 1
    said = capsys.readouterr()
    assert "1 added, 0 already there, 1 skipped" in said.out
    assert said.err == (
        "line 1: LATER, administration 1: 2126-11-20 11:15 is in the future: correct it and import again.\n"
    )


def test_every_imported_event_says_who_why_and_that_it_came_late(record: list[str], tmp_path: Path) -> None:
    _import(record, tmp_path, ENCOUNTER)
    desk = open_desk(Path(record[1]), keys_of.open_with_passphrase(Path(record[1]), "twelve quiet chairs"))
    events = desk.ledger.events_of("PAPER-7")
    desk.ledger.close()
    imported = [event for event in events if event.header.source == "imported"]
    assert {event.header.actor for event in imported} == {"admin"}
    assert {event.header.reason for event in imported} == {"paper during downtime"}
    assert {"Opened", "Prepared", "Started", "Stopped", "Closed"} <= {event.kind for event in imported}


def test_the_ticket_on_paper_says_that_times_came_late(record: list[str], tmp_path: Path) -> None:
    _import(record, tmp_path, ENCOUNTER)
    out = tmp_path / "ticket.pdf"
    number = _number(record, tmp_path)
    assert main(["ticket", number, "--format", "pdf", "-o", str(out), "--user", "admin", *record]) == 0
    text = subprocess.run(
        ["pdftotext", "-layout", str(out), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "09:00 – 11:15 · LATE ENTRY, imported" in text
    for word in ("DRAFT", "ROE, Jane", "96366", "LATE ENTRY", number):
        assert word in text


def _number(record: list[str], tmp_path: Path) -> str:
    desk = open_desk(Path(record[1]), keys_of.open_with_passphrase(Path(record[1]), "twelve quiet chairs"))
    number = desk.ledger.tickets()[0].number
    desk.ledger.close()
    return number


def test_the_shift_log_has_the_line(record: list[str], tmp_path: Path) -> None:
    _import(record, tmp_path, ENCOUNTER)
    out = tmp_path / "log.csv"
    period = ["--from", "2026-11-20T07:00", "--to", "2026-11-20T19:00"]
    assert main(["shift-log", *period, "--format", "csv", "-o", str(out), "--user", "admin", *record]) == 0
    (row,) = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    assert (row["drug"], row["minutes"], row["label"]) == ("infliximab", "135", "LATE ENTRY")
    assert row["start"] == "2026-11-20T09:00:00-05:00"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tickets"], "--user"),
        (["ticket", "X-1", "--format", "json", "-o", "-", "--user", "admin"], "no ticket X-1"),
        (["export", "X", "--format", "json", "-o", "-", "--user", "admin"], "no encounter X"),
        (["tickets", "--user", "nobody"], "do not belong together"),
        (["import", "/nowhere/file", "--user", "admin"], "There is no file"),
        (
            ["shift-log", "--from", "soon", "--to", "later", "--format", "csv", "-o", "-", "--user", "admin"],
            "--from",
        ),
    ],
)
def test_wrong_use_is_one_clear_line(
    record: list[str], words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([*words, *record]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
    assert "Traceback" not in error


def test_a_second_init_changes_nothing(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in Path(record[1]).iterdir()}
    words = ["init", "--site", "X", "--zone", "UTC", "--setting", "office", "--chairs", "1", "--admin", "admin"]
    assert main([*words, *record]) == 2
    assert "already" in capsys.readouterr().err
    after = {file.name: file.stat().st_mtime_ns for file in Path(record[1]).iterdir()}
    assert {name: after[name] for name in ("keys.json", "record.db")} == {
        name: before[name] for name in ("keys.json", "record.db")
    }


def test_reading_works_beside_an_open_desk_and_writing_does_not(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(record, tmp_path, ENCOUNTER)
    folder = Path(record[1])
    desk = open_desk(folder, keys_of.open_with_passphrase(folder, "twelve quiet chairs"))
    capsys.readouterr()
    try:
        assert main(["tickets", "--user", "admin", *record]) == 0
        assert "PAPER-7" in capsys.readouterr().out
        assert _import(record, tmp_path, ENCOUNTER) == 2
        assert "already open" in capsys.readouterr().err
        assert main(["verify", *record]) == 0
    finally:
        desk.ledger.close()


@pytest.mark.parametrize("while_open", [True, False], ids=["by the open desk", "by the next one"])
def test_a_look_beside_an_open_desk_is_in_its_record(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], while_open: bool
) -> None:
    _import(record, tmp_path, ENCOUNTER)
    folder = Path(record[1])
    keys = keys_of.open_with_passphrase(folder, "twelve quiet chairs")
    desk = open_desk(folder, keys)
    assert main(["tickets", "--user", "admin", *record]) == 0
    assert main(["export", "PAPER-7", "--format", "json", "-o", "-", "--user", "admin", *record]) == 0
    left = [one for one in (folder / "beside").rglob("*") if one.is_file()]
    assert left
    assert not any(b"PAPER-7" in one.read_bytes() for one in left), "sealed"
    if while_open:
        assert take_beside(desk.ledger) == 2
        assert take_beside(desk.ledger) == 0
    desk.ledger.close()
    if not while_open:
        open_desk(folder, keys).ledger.close()
    assert not list((folder / "beside").rglob("journal-*"))
    reader = open_reader(folder, keys)
    looks = [one for one in reader.station_events(("Viewed",)) if one.body == Viewed("tickets")]
    exported = [one for one in reader.events_of(EncounterId("PAPER-7")) if one.kind == "Exported"]
    reader.close()
    assert [(one.header.actor, one.header.auth) for one in (*looks[-1:], *exported)] == [("admin", "password")] * 2
    assert verify(folder, keys).clean


class Terminal(io.StringIO):
    """Somebody who looks."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_bringing_a_record_up_to_date_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    for done in (0, 500, 1000):
        unlock.tell(done, 1000)
    assert (
        seen.getvalue()
        == "".join(f"\rBringing the record up to date: {percent} %" for percent in (0, 50, 100)) + "\n"
    )
    unheard = io.StringIO()
    monkeypatch.setattr("sys.stderr", unheard)
    unlock.tell(500, 1000)
    assert unheard.getvalue() == ""
