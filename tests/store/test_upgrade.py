"""An upgrade, by a made-up migration: a copy is put aside first; killed anywhere it leaves old or new."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from nursedesk.store import ledger as ledger_module
from nursedesk.store import schema
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import StoreError
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_folder
from nursedesk.store.places import database_path
from nursedesk.store.schema import MIGRATIONS, REVISIONS, revision_of
from sqlalchemy import text

from tests.store.fixtures.make_schema_1 import FIXTURE, FIXTURE_KEYS

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
    assert _state(database_path(folder), FIXTURE_KEYS) in (("0001", -1), ("made_up", ROWS))
    assert _state(folder / COPY, FIXTURE_KEYS) == ("0001", -1)
    subprocess.run(asked, check=True, capture_output=True)
    assert _state(database_path(folder), FIXTURE_KEYS) == ("made_up", ROWS)
