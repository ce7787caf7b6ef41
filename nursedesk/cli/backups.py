"""`nursedesk backup DIR` and `nursedesk restore FILE`: a verified copy, and a copy put back, guided."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_user

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from nursedesk.desk.suite import Person, Suite
    from nursedesk.store.keys import Keys
    from nursedesk.store.restore import Missing, Prepared


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe both commands."""
    backup = commands.add_parser("backup", help="a verified, encrypted copy of the record")
    backup.add_argument("into", metavar="DIR", type=Path, help="the folder it goes to, best on another disk")
    restore = commands.add_parser("restore", help="put a backup in the record's place, guided")
    restore.add_argument("file", metavar="FILE", type=Path, help="a file record-….db of a backup folder")
    restore.add_argument("--yes", action="store_true", help="do not ask once more")
    add_user(restore)


def run(args: argparse.Namespace) -> int:
    """Do the one that was asked for; 0 when it is done and verified, 1 when nothing was changed."""
    return _backup(args) if args.command == "backup" else _restore(args)


def _backup(args: argparse.Namespace) -> int:
    from nursedesk.cli.unlock import data_folder, find_keys, read_secrets, tell
    from nursedesk.desk import station_file
    from nursedesk.desk.backing_up import BackupDone, BackupState, note
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.open_desk import open_desk
    from nursedesk.store.backup import backup_folder
    from nursedesk.store.errors import AlreadyRunning

    folder = data_folder(args)
    keys = find_keys(folder, read_secrets(args))
    station, now = station_file.read(folder).station, read_system().now
    made = backup_folder(folder, keys, args.into, station, now)
    try:
        desk = open_desk(folder, keys, tell=tell)
    except AlreadyRunning:
        # Beside an open desk a command may read and not write; the desk's own backups are noted.
        pass
    else:
        note(desk.daybook, BackupDone(BackupState(), made.name))
        desk.ledger.close()
    sys.stdout.write(f"Backed up and verified: {made}\n")
    return 0


def _restore(args: argparse.Namespace) -> int:
    from nursedesk.cli.unlock import data_folder, read_secrets
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.suite import suite_of
    from nursedesk.store.restore import preparing, put_in_place

    folder, secrets = data_folder(args), read_secrets(args)
    keys = _keys(folder, args.file, secrets)
    with preparing(args.file, folder, keys) as prepared:
        with prepared.reading() as reader:
            suite = suite_of(reader.station_events(("SettingChanged", "PersonChanged")))
            person = _person(args, prepared, suite, secrets)
        for line in _guide(prepared, suite):
            sys.stdout.write(line + "\n")
        if not _agreed(args):
            sys.stdout.write("Nothing was changed.\n")
            return 1
        kept = put_in_place(prepared, read_system().now)
    return _after(folder, keys, person, prepared, kept)


def _keys(folder: Path, file: Path, secrets: "Mapping[str, str]") -> "Keys":
    """The suite's keys: by the folder's own key file, or on a new computer by the one beside the backup."""
    from nursedesk.cli.unlock import ask
    from nursedesk.store import keys as keys_of
    from nursedesk.store.places import key_path

    place = folder if key_path(folder).exists() else file.parent
    if not key_path(place).exists():
        raise Failed(
            f"There is no keys.json in {folder} nor beside {file.name}: nothing was changed; put the one of the "
            "backup folder beside it."
        )
    if "recovery_key" in secrets:
        return keys_of.open_with_recovery(place, secrets["recovery_key"])
    if "passphrase" not in secrets:
        found = keys_of.open_with_keyring(place)
        if found is not None:
            return found
    return keys_of.open_with_passphrase(place, ask(secrets, ("passphrase",), "passphrase of the record"))


def _person(
    args: argparse.Namespace, prepared: "Prepared", suite: "Suite", secrets: "Mapping[str, str]"
) -> "Person":
    """Who restores, by the password the backup knows. Raises `Failed`."""
    from nursedesk.cli.unlock import ask
    from nursedesk.desk.roles import may_write
    from nursedesk.record.events import Restored
    from nursedesk.store.people import check_password_reading

    if not args.user:
        raise Failed("Name who is asking with --user: the record notes who restored it.")
    password = ask(secrets, ("password", "admin_password"), f"password of {args.user}")
    person = suite.person(args.user)
    with prepared.reading() as reader:
        right = person is not None and check_password_reading(reader, prepared.keys, person.id, password)
    if person is None or not right or not person.active:
        raise Failed(
            "That name and password do not belong together in the backup: nothing was changed; try again."
        )
    if not may_write(person, Restored("", 0)):
        raise Failed("Restoring is for an administrator or a charge nurse: nothing was changed; ask one of them.")
    return person


def _guide(prepared: "Prepared", suite: "Suite") -> tuple[str, ...]:
    """What is in the backup, what would be missing, and what happens to the record that is there."""
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(suite.facts.zone)
    found = f"{prepared.file.name}: {prepared.report.events} entries of {suite.facts.site}, verified."
    if not prepared.there:
        return (found, f"There is no record in {prepared.folder}: this will be it.")
    kept = f"The record that is there now is kept beside it, as replaced-….db in {prepared.folder}."
    return (found, _missing_words(prepared.missing, zone), kept)


def _missing_words(missing: "Missing | None", zone: "ZoneInfo") -> str:
    if missing is None:
        return "What would be missing is not known: the record that is there cannot be read."
    if not missing.events or missing.first is None or missing.last is None:
        return "Nothing would be missing."
    tickets = f", among them the signed tickets {', '.join(missing.tickets)}" if missing.tickets else ""
    entries, visits = _counted(missing.events, "entry", "entries"), _counted(missing.visits, "visit", "visits")
    return (
        f"Would be missing: {entries} of {visits}, recorded "
        f"{_local(missing.first, zone)} to {_local(missing.last, zone)}{tickets}."
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _local(instant: "datetime", zone: "ZoneInfo") -> str:
    return f"{instant.astimezone(zone):%d-%b-%Y %H:%M}"


def _agreed(args: argparse.Namespace) -> bool:
    if args.yes:
        return True
    if not sys.stdin.isatty():
        sys.stdout.write("Add --yes to go on.\n")
        return False
    sys.stdout.write("Type RESTORE to go on: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() == "RESTORE"


def _after(folder: Path, keys: "Keys", person: "Person", prepared: "Prepared", kept: str) -> int:
    """Note it in the record that is there now, and verify that record in full."""
    from nursedesk.desk.daybook import Session
    from nursedesk.desk.open_desk import kept_checkpoints, open_desk
    from nursedesk.record.events import Restored
    from nursedesk.store.verify import verify

    desk = open_desk(folder, keys)
    try:
        desk.daybook.session = Session(person, "restore", "password")
        missing = -1 if prepared.missing is None else prepared.missing.events
        desk.daybook.write(None, Restored(prepared.file.name, missing, kept))
    finally:
        desk.ledger.close()
    report = verify(folder, keys, kept_checkpoints(folder))
    sys.stdout.write(f"Restored {prepared.file.name}.{f' The replaced record is {kept}.' if kept else ''}\n")
    for line in report.lines():
        sys.stdout.write(line + "\n")
    return 0 if report.clean else 1
