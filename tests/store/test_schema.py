"""The tables: migrations equal the models, older files open, newer ones are refused, alembic stays away."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from nursedesk.record.events import EncounterId
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import NewerSchema, NoSuite, SuiteExists
from nursedesk.store.ledger import SaveState, create_folder, open_folder, open_reader
from nursedesk.store.places import database_path
from nursedesk.store.schema import MIGRATIONS, REVISIONS, revision_of, upgrade
from nursedesk.store.verify import verify
from sqlalchemy import Connection
from sqlmodel import SQLModel

from tests.store.fixtures.make_schema_1 import CLOSED_VISIT, FIXTURE, FIXTURE_KEYS, OPEN_VISIT
from tests.store.making import PASSPHRASE, Desk, Suite, raw

KEY = bytes(range(32))


def _schema(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        str(name): "\n".join(sorted(" ".join(line.split()).rstrip(",") for line in str(sql).splitlines()))
        for name, sql in rows
        if name != "alembic_version"
    }


def test_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    migrated = make_engine(tmp_path / "migrated.db", KEY, create=True)
    modelled = make_engine(tmp_path / "modelled.db", KEY, create=True)
    with migrated.connect() as connection, connection.begin():
        upgrade(connection)
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
        found = _schema(connection)
    with modelled.connect() as connection, connection.begin():
        SQLModel.metadata.create_all(connection)
        wanted = _schema(connection)
    # To the letter, because the comparison above does not see CHECKs and triggers.
    assert found == wanted


def test_the_known_revisions_are_the_migrations() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert tuple(step.revision for step in script.walk_revisions())[::-1] == REVISIONS


def test_a_record_of_the_first_schema_opens(tmp_path: Path) -> None:
    shutil.copy(FIXTURE, database_path(tmp_path))
    ledger = open_folder(tmp_path, FIXTURE_KEYS)
    assert list(ledger.open_encounters()) == [OPEN_VISIT]
    assert [event.kind for event in ledger.events_of(EncounterId(CLOSED_VISIT))][-2:] == ["Closed", "Signed"]
    assert [ticket.status for ticket in ledger.tickets()] == ["signed"]
    assert ledger.people()[0].person == "jdoe"
    ledger.close()
    report = verify(tmp_path, FIXTURE_KEYS)
    assert report.clean
    assert (report.visits, report.checkpoints) == (2, 1)


def test_a_newer_record_is_refused_and_left_alone(suite: Suite) -> None:
    suite.ledger.close()
    other = raw(suite.folder, suite.keys)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    before = database_path(suite.folder).read_bytes()
    for opening in (open_folder, open_reader):
        with pytest.raises(NewerSchema, match="newer NurseDesk: nothing was changed"):
            opening(suite.folder, suite.keys)
    assert database_path(suite.folder).read_bytes() == before


def test_a_database_without_our_tables_is_no_suite(tmp_path: Path, suite: Suite) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    make_engine(database_path(folder), suite.keys.database(), create=True).connect().close()
    with pytest.raises(NoSuite):
        open_folder(folder, suite.keys)


def test_a_failed_migration_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = make_engine(tmp_path / "record.db", KEY, create=True)
    with pytest.raises(ZeroDivisionError), engine.connect() as connection, connection.begin():
        upgrade(connection)
        raise ZeroDivisionError
    with engine.connect() as connection, connection.begin():
        assert revision_of(connection) is None
        assert _schema(connection) == {}


def test_opening_a_record_does_not_import_alembic(suite: Suite) -> None:
    suite.ledger.close()
    program = (
        "import sys; from pathlib import Path\n"
        "from nursedesk.store.keys import open_with_passphrase; from nursedesk.store.ledger import open_folder\n"
        "folder = Path(sys.argv[1]); open_folder(folder, open_with_passphrase(folder, sys.argv[2])).close()\n"
        "print('alembic' in sys.modules)"
    )
    asked = [sys.executable, "-c", program, str(suite.folder), PASSPHRASE]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "False\n"


def test_errors_lock_and_places_are_light() -> None:
    program = (
        "import sys; import nursedesk.store.errors, nursedesk.store.lock, nursedesk.store.places\n"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'sqlcipher3', 'PySide6') if name in sys.modules])"
    )
    asked = [sys.executable, "-c", program]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "[]\n"


# --- making and finding a suite --------------------------------------------------------------------


def test_a_suite_is_not_made_over_another(suite: Suite, desk: Desk) -> None:
    assert suite.ledger.append_now([desk.opened()]).state is SaveState.SAVED
    suite.ledger.close()
    before = {path.name: path.read_bytes() for path in suite.folder.iterdir()}
    with pytest.raises(SuiteExists, match="nothing was changed"):
        create_folder(suite.folder, "another passphrase")
    assert {path.name: path.read_bytes() for path in suite.folder.iterdir()} == before


@pytest.mark.parametrize("left", ["record.db", "keys.json"])
def test_a_part_of_a_suite_is_neither_opened_as_empty_nor_made_anew(suite: Suite, left: str) -> None:
    suite.ledger.close()
    for path in suite.folder.iterdir():
        if path.name != left:
            path.unlink()
    with pytest.raises(SuiteExists):
        create_folder(suite.folder, PASSPHRASE)
    if left == "keys.json":
        with pytest.raises(NoSuite, match="set-up was not finished"):
            open_folder(suite.folder, suite.keys)
    assert (suite.folder / left).exists()


def test_a_set_up_that_was_cut_short_before_its_keys_can_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "record.db.new").write_bytes(b"half a database")
    create_folder(tmp_path, PASSPHRASE, use_keyring=False).ledger.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.lock", "keys.json", "record.db"]


def test_a_missing_folder_is_no_suite_and_is_not_made(tmp_path: Path, suite: Suite) -> None:
    for opening in (open_folder, open_reader):
        with pytest.raises(NoSuite, match="There is no record"):
            opening(tmp_path / "nowhere", suite.keys)
    assert not (tmp_path / "nowhere").exists()
