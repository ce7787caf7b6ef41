"""Whatever a command shows or takes out is in the ledger under who asked, with an open desk and without one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nursedesk.cli import main
from nursedesk.desk.open_desk import open_desk
from nursedesk.desk.roles import COMMANDS
from nursedesk.record.events import Event
from nursedesk.store import keys as keys_of
from nursedesk.store.beside import take_beside
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_reader

from tests.cli.test_record import ENCOUNTER, _import, _init

PERIOD = ("--from", "2026-11-20", "--to", "2026-11-21")
SHOWS: dict[str, Callable[[str, Path], list[str]]] = {
    "tickets": lambda number, out: ["tickets"],
    "what-if": lambda number, out: ["what-if", "PAPER-7", "--at", "2026-11-20T10:00"],
    "ticket": lambda number, out: ["ticket", number, "--format", "json", "-o", str(out)],
    "export": lambda number, out: ["export", "PAPER-7", "--format", "json", "-o", str(out)],
    "shift-log": lambda number, out: ["shift-log", *PERIOD, "--format", "csv", "-o", str(out)],
    "downtime-sheet": lambda number, out: ["downtime-sheet", "-o", str(out)],
    "recode": lambda number, out: ["recode", *PERIOD],
    "boundaries": lambda number, out: ["boundaries", *PERIOD],
}
ELSEWHERE = {"charges", "post", "import", "backup", "restore"}
"""What changes or sends something, or wants a signed ticket, has it in tests of its own."""


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[str], Keys]]:
    place = tmp_path_factory.mktemp("noted")
    record = _init(place)
    assert _import(record, place, ENCOUNTER) == 0
    yield record, keys_of.open_with_passphrase(Path(record[1]), "twelve quiet chairs")


def test_every_command_that_asks_who_is_there_is_here() -> None:
    assert set(SHOWS) | ELSEWHERE == set(COMMANDS)


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside an open desk"])
@pytest.mark.parametrize("command", SHOWS)
def test_it_is_noted_who_looked(
    suite: tuple[list[str], Keys], tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, beside: bool
) -> None:
    record, keys = suite
    folder = Path(record[1])
    capsys.readouterr()
    assert main(["tickets", "--json", "--user", "admin", *record]) == 0
    number = json.loads(capsys.readouterr().out)[0]["number"]
    before = set(_looks(folder, keys))
    desk = open_desk(folder, keys) if beside else None
    try:
        assert main([*SHOWS[command](number, tmp_path / "out"), "--user", "admin", *record]) in (0, 1)
        if desk is not None:
            take_beside(desk.ledger)
    finally:
        if desk is not None:
            desk.ledger.close()
    noted = [one for event_id, one in _looks(folder, keys).items() if event_id not in before]
    assert noted, capsys.readouterr().err
    assert {(one.header.actor, one.header.auth) for one in noted} == {("admin", "password")}


def _looks(folder: Path, keys: Keys) -> dict[str, Event]:
    reader = open_reader(folder, keys)
    try:
        kinds = ("Viewed", "Exported", "Printed")
        of_visits = [one for visit in reader.visits() for one in reader.events_of(visit.id) if one.kind in kinds]
        return {one.header.event_id: one for one in (*of_visits, *reader.station_events(kinds))}
    finally:
        reader.close()
