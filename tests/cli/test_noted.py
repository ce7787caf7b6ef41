"""Every command that shows or changes patients' data leaves who gave it in the record; and roles are asked."""

import json
from pathlib import Path

import pytest
from nursedesk.cli import main
from nursedesk.desk.open_desk import open_desk
from nursedesk.desk.set_up import NewPerson, add_person
from nursedesk.desk.sign_in import Door
from nursedesk.desk.suite import Person, Role
from nursedesk.record.events import PersonId
from nursedesk.store import keys as keys_of

from tests.cli.test_record import ENCOUNTER, _import, _init

PASSWORD = "stone and paper"
NOTED = {"Viewed", "Exported", "Printed"}


@pytest.fixture
def record(tmp_path: Path) -> list[str]:
    """A record with one visit in it, an auditor and a nurse."""
    made = _init(tmp_path)
    assert _import(made, tmp_path, ENCOUNTER) == 0
    with _desk(made) as desk:
        Door.of(desk.daybook, desk.ledger).enter("admin", "password")
        for name, role in (("audit", Role.AUDITOR), ("jdoe", Role.NURSE)):
            add_person(desk.daybook, desk.ledger, NewPerson(Person(PersonId(name), name, "", (role,)), PASSWORD))
    return made


class _desk:  # noqa: N801 - reads as a word
    """The record opened and closed again."""

    def __init__(self, record: list[str]) -> None:
        keys = keys_of.open_with_passphrase(Path(record[1]), "twelve quiet chairs")
        self._desk = open_desk(Path(record[1]), keys)

    def __enter__(self):
        return self._desk

    def __exit__(self, *_: object) -> None:
        self._desk.ledger.close()


def _noted(record: list[str]) -> list[tuple[str, str]]:
    with _desk(record) as desk:
        events = list(desk.ledger.station_events(NOTED)) + list(desk.ledger.events_of("PAPER-7"))
    return [(one.header.actor, one.kind) for one in events if one.kind in NOTED]


def _number(record: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["tickets", "--json", "--user", "admin", *record]) == 0
    return str(json.loads(capsys.readouterr().out)[0]["number"])


DAYS = ("--from", "2026-11-01", "--to", "2026-11-30")
COMMANDS: dict[str, tuple[str, ...]] = {
    "tickets": (),
    "what-if": ("PAPER-7",),
    "ticket": ("NUMBER", "--format", "json", "-o", "OUT"),
    "export": ("PAPER-7", "--format", "json", "-o", "OUT"),
    "shift-log": ("--from", "2026-11-20T00:00", "--to", "2026-11-21T00:00", "--format", "csv", "-o", "OUT"),
    "recode": DAYS,
    "boundaries": DAYS,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_an_auditors_commands_are_noted(
    record: list[str], tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    number = _number(record, capsys)
    before = len(_noted(record))
    given = [{"NUMBER": number, "OUT": str(tmp_path / "out")}.get(one, one) for one in COMMANDS[command]]
    assert main([command, *given, "--user", "audit", *record]) in (0, 1)
    noted = _noted(record)
    assert len(noted) == before + 1
    assert ("audit", "Viewed") in noted or ("audit", "Exported") in noted


@pytest.mark.parametrize(
    ("command", "user"), [("recode", "jdoe"), ("boundaries", "jdoe"), ("import", "audit"), ("restore", "audit")]
)
def test_a_command_that_the_role_does_not_allow_shows_and_changes_nothing(
    record: list[str], tmp_path: Path, command: str, user: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"import": [str(tmp_path / "encounters.jsonl")], "restore": [str(tmp_path / "none.db")]}
    before = len(_noted(record))
    capsys.readouterr()
    assert main([command, *given.get(command, DAYS), "--user", user, *record]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    if command != "restore":
        assert "role does not allow this" in told.err
    assert len(_noted(record)) == before
