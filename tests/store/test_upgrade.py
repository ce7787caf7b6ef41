"""An upgrade, by a made-up migration: a copy is put aside first; killed anywhere it leaves old or new."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from nursedesk.store import ledger as ledger_module
from nursedesk.store import projection, schema
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import NewerSchema, StoreError
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_folder, open_reader
from nursedesk.store.places import database_path
from nursedesk.store.schema import MIGRATIONS, REVISIONS, revision_of
from nursedesk.store.verify import verify
from sqlalchemy import Connection, text

from tests.store.fixtures.make_schema_1 import FIXTURE, FIXTURE_KEYS
from tests.store.making import Desk, Suite
from tests.store.test_shift_lines import given_visit

ROWS = 3000
COPY = "record-of-schema-0001.db"
MADE_UP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "made_up", "LAST", None, None


def upgrade():
    op.create_table("made_up", sa.Column("number", sa.Integer()))
    print("half way", flush=True)
    for number in range(3000):
        op.execute(sa.text("INSERT INTO made_up VALUES (:n)").bindparams(n=number))
"""
PROGRAM = """
import sys
from pathlib import Path
from nursedesk.store import schema
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_folder
schema.MIGRATIONS, schema.REVISIONS = Path(sys.argv[2]), (*schema.REVISIONS, "made_up")
keys = Keys(bytes.fromhex(sys.argv[3]), bytes.fromhex(sys.argv[4]))
open_folder(Path(sys.argv[1]), keys).close()
"""


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    place = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, place, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "versions" / "made_up.py").write_text(MADE_UP.replace("LAST", REVISIONS[-1]))
    return place


def _old(place: Path) -> Path:
    place.mkdir()
    shutil.copy(FIXTURE, database_path(place))
    return place


def _state(database: Path, keys: Keys) -> tuple[str | None, int]:
    """The revision, and the rows of the made-up table (-1 without it)."""
    with make_engine(database, keys.database()).connect() as connection, connection.begin():
        there = connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'made_up'")).scalar()
        rows = connection.execute(text("SELECT count(*) FROM made_up")).scalar_one() if there else -1
        return revision_of(connection), rows


def test_a_copy_is_put_aside_before_an_upgrade(
    tmp_path: Path, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _old(tmp_path / "suite")
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "REVISIONS", (*REVISIONS, "made_up"))
    open_folder(folder, FIXTURE_KEYS).close()
    assert _state(database_path(folder), FIXTURE_KEYS) == ("made_up", ROWS)
    assert _state(folder / COPY, FIXTURE_KEYS) == ("0001", -1)


def test_without_its_copy_nothing_is_upgraded(
    tmp_path: Path, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise StoreError("no room")

    folder = _old(tmp_path / "suite")
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "REVISIONS", (*REVISIONS, "made_up"))
    monkeypatch.setattr(ledger_module, "copy_checked", no_room)
    with pytest.raises(StoreError, match="no room"):
        open_folder(folder, FIXTURE_KEYS)
    assert _state(database_path(folder), FIXTURE_KEYS) == ("0001", -1)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("seed", range(4))
def test_killed_in_an_upgrade_it_is_old_or_new_and_opens(tmp_path: Path, migrations: Path, seed: int) -> None:
    folder = _old(tmp_path / "suite")
    keys = (FIXTURE_KEYS.master.hex(), FIXTURE_KEYS.signing.hex())
    asked = [sys.executable, "-c", PROGRAM, str(folder), str(migrations), *keys]
    with subprocess.Popen(asked, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"half way\n"
        try:
            program.wait(random.Random(seed).uniform(0, 0.3))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
    # At 0002 the lists are being filled, which the next opening goes on with.
    assert _state(database_path(folder), FIXTURE_KEYS) in (("0001", -1), ("0002", -1), ("made_up", ROWS))
    assert _state(folder / COPY, FIXTURE_KEYS) == ("0001", -1)
    subprocess.run(asked, check=True, capture_output=True)
    assert _state(database_path(folder), FIXTURE_KEYS) == ("made_up", ROWS)


class Stop(Exception):
    """What somebody who does not want to wait raises."""


@pytest.fixture
def old(suite: Suite, desk: Desk) -> Suite:
    """A suite of seven closed visits and an open one, as the first schema left it."""
    for number in range(7):
        suite.ledger.append_now(given_visit(desk, f"visit-{number}"))
    suite.ledger.append_now([desk.opened("visit-open")])
    suite.ledger.close()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with (
        make_engine(database_path(suite.folder), suite.keys.database()).connect() as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    return suite


def test_filling_the_lists_is_told_and_when_stopped_goes_on(old: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[str] = []
    fill = projection._fill_visit

    def filling(connection: Connection, visit: str) -> None:
        filled.append(visit)
        fill(connection, visit)

    monkeypatch.setattr(projection, "_VISITS_AT_A_TIME", 3)
    monkeypatch.setattr(projection, "_fill_visit", filling)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise Stop

    with pytest.raises(Stop):
        open_folder(old.folder, old.keys, tell)
    with pytest.raises(NewerSchema, match="open it once with the desk"):
        open_reader(old.folder, old.keys)
    open_folder(old.folder, old.keys, lambda *_: None).close()
    assert told == [(0, 8), (3, 8)]
    assert filled == [f"visit-{number}" for number in range(7)]
    assert [one.name for one in old.folder.glob("record-of-schema-*")] == [COPY]
    assert verify(old.folder, old.keys).clean
    with make_engine(database_path(old.folder), old.keys.database()).connect() as connection:
        lines = connection.exec_driver_sql("SELECT count(DISTINCT encounter_id) FROM shift_line").scalar_one()
    assert lines == 7
