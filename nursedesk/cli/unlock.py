"""Open a suite's record for a command: the key from the keyring, a secrets file or a prompt; then the person."""

import argparse
import getpass
import sys
import tomllib
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs

from nursedesk import __version__
from nursedesk.cli.failure import Failed
from nursedesk.cli.files import not_read
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import station_file
from nursedesk.desk.clock import read_system
from nursedesk.desk.open_desk import OpenDesk, open_desk
from nursedesk.desk.roles import require_command
from nursedesk.desk.sign_in import Door
from nursedesk.desk.site_rules import site_rules
from nursedesk.desk.suite import SUITE_KINDS, Suite, suite_of
from nursedesk.record.events import Body, EncounterId, Event, EventId, Header, PersonId, Source, StationId
from nursedesk.store import keys as keys_of
from nursedesk.store.beside import keep_beside
from nursedesk.store.errors import AlreadyRunning
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import has_suite, open_reader
from nursedesk.store.people import Checked, check_password_reading
from nursedesk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Opened:
    """A record open for reading; `desk` is None beside an open desk, where commands may read and not write."""

    folder: Path
    reader: Reader
    suite: Suite
    desk: OpenDesk | None
    leave: Callable[[EncounterId | None, Body], None] | None = None
    """Beside an open desk: leaves something for it to note."""


def data_folder(args: argparse.Namespace) -> Path:
    """The folder named with --data, or the platform's own. Raises `Failed` when no folder can have that name."""
    if not args.data:
        return Path(platformdirs.user_data_path("nursedesk", appauthor=False))
    folder = Path(args.data)
    try:
        folder.exists()
    except (OSError, ValueError) as error:
        raise Failed(f"The data folder {folder} cannot be used: nothing was changed; choose another.") from error
    return folder


def read_secrets(args: argparse.Namespace) -> Mapping[str, str]:
    """What the secrets file says; empty without one. Raises `Failed` when it cannot be read."""
    if not args.secrets:
        return {}
    try:
        said = tomllib.loads(Path(args.secrets).read_text(encoding="utf-8"))
    except OSError as error:
        raise not_read(str(args.secrets), error, _NO_SECRETS) from error
    except UnicodeDecodeError as error:
        raise Failed(
            f"The secrets file {args.secrets} is not UTF-8 text: byte {error.start + 1} is not valid."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise Failed(f"The secrets file {args.secrets} is not TOML: {error}.") from error
    except ValueError as error:
        raise not_read(str(args.secrets), error, _NO_SECRETS) from error
    return {name: str(value) for name, value in said.items()}


_NO_SECRETS = "nothing was opened or changed without its secrets"


def ask(secrets: Mapping[str, str], names: tuple[str, ...], words: str) -> str:
    """A secret by the first of its names in the file, else from a prompt when there is somebody to ask."""
    for name in names:
        if name in secrets:
            return secrets[name]
    if not sys.stdin.isatty():
        raise Failed(f'The {words} is needed: put `{names[0]} = "…"` into a file and name it with --secrets.')
    return getpass.getpass(f"{words.capitalize()}: ")


def find_keys(folder: Path, secrets: Mapping[str, str]) -> Keys:
    """The record's keys: by keyring, else by recovery key, else by passphrase."""
    if not has_suite(folder):
        raise Failed(
            f"There is no suite in {folder}: make one with `nursedesk init`, or name its folder with --data."
        )
    if "recovery_key" in secrets:
        return keys_of.open_with_recovery(folder, secrets["recovery_key"])
    if "passphrase" not in secrets:
        found = keys_of.open_with_keyring(folder)
        if found is not None:
            return found
    return keys_of.open_with_passphrase(folder, ask(secrets, ("passphrase",), "passphrase of the record"))


def tell(done: int, visits: int) -> None:
    """How far an older record has been brought up to date, for somebody at a terminal."""
    if visits and sys.stderr.isatty():
        end = "\n" if done >= visits else ""
        sys.stderr.write(f"\rBringing the record up to date: {100 * done // visits} %{end}")
        sys.stderr.flush()


@contextmanager
def reading(args: argparse.Namespace) -> Iterator[Opened]:
    """The record for a command that only shows: also beside an open desk. The person's password is checked."""
    folder, secrets = data_folder(args), read_secrets(args)
    keys = find_keys(folder, secrets)
    try:
        desk = open_desk(folder, keys, tell=tell)
    except AlreadyRunning:
        with _beside(folder, keys, args, secrets) as opened:
            yield opened
        return
    try:
        _enter(desk, args, secrets)
        yield Opened(folder, desk.ledger.reader, desk.daybook.suite, desk)
    finally:
        desk.ledger.close()


@contextmanager
def writing(args: argparse.Namespace) -> Iterator[OpenDesk]:
    """The record for a command that changes it: no desk may be open. The person's password is checked."""
    folder, secrets = data_folder(args), read_secrets(args)
    desk = open_desk(folder, find_keys(folder, secrets), tell=tell)
    try:
        _enter(desk, args, secrets)
        yield desk
    finally:
        desk.ledger.close()


@contextmanager
def _beside(folder: Path, keys: Keys, args: argparse.Namespace, secrets: Mapping[str, str]) -> Iterator[Opened]:
    reader = open_reader(folder, keys)
    try:
        suite = suite_of(reader.station_events(SUITE_KINDS))
        name, password = _who(args, secrets)
        person = suite.person(name)
        day = read_system().now.astimezone(ZoneInfo(suite.facts.zone)).date()
        right = person is not None and person.may_enter(day)
        if not right or person is None or not check_password_reading(reader, keys, person.id, password):
            raise Failed(_WRONG)
        require_command(person, args.command)
        session = str(uuid.uuid4())

        def leave(encounter: EncounterId | None, body: Body) -> None:
            keep_beside(folder, keys, [_noted(folder, suite, person.id, session, encounter, body)])

        yield Opened(folder, reader, suite, None, leave)
    finally:
        reader.close()


def _noted(
    folder: Path, suite: Suite, actor: PersonId, session: str, encounter: EncounterId | None, body: Body
) -> Event:
    """What somebody did by a command, at the time this machine shows."""
    reading = read_system()
    zone = suite.facts.zone
    offset = reading.now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    header = Header(
        event_id=EventId(str(uuid.uuid4())),
        station_id=StationId(station_file.read(folder).station),
        encounter_id=encounter,
        occurred=reading.now,
        zone=zone,
        offset_minutes=int(offset.total_seconds() // 60),
        source=Source.PRESSED,
        recorded=reading.now,
        boot_id=reading.boot_id,
        boot_ms=reading.boot_ms,
        actor=actor,
        session=session,
        auth="password",
        app_version=__version__,
    )
    return Event(header, body)


def _enter(desk: OpenDesk, args: argparse.Namespace, secrets: Mapping[str, str]) -> None:
    name, password = _who(args, secrets)
    door = Door.of(desk.daybook, desk.ledger)
    result = door.check_password(name, password).result
    if result is Checked.WAIT:
        raise Failed(_WAIT)
    if result is not Checked.RIGHT:
        raise Failed(_WRONG)
    require_command(door.enter(name, "password"), args.command)


_WAIT = (
    "Too many wrong passwords were tried for that name: nothing was shown or changed; "
    "sign in at the desk first, or have an administrator set a new password."
)
_WRONG = "That name and password do not belong together: nothing was shown or changed; try again."


def _who(args: argparse.Namespace, secrets: Mapping[str, str]) -> tuple[str, str]:
    if not args.user:
        raise Failed("Name who is asking with --user: the record notes who looked at it.")
    return args.user, ask(secrets, ("password", "admin_password"), f"password of {args.user}")


def rulebook_of(opened: Opened) -> Rulebook:
    """The rule book this site codes by."""
    facts = opened.suite.facts
    return site_rules(facts)


def note(opened: Opened, encounter: EncounterId | None, body: Body) -> None:
    """Note in the record that somebody looked or took a copy; beside an open desk, that desk notes it."""
    if opened.desk is None:
        if opened.leave is not None:
            opened.leave(encounter, body)
        return
    if encounter is not None:
        opened.desk.daybook.load({encounter: opened.reader.events_of(encounter)})
    opened.desk.daybook.write(encounter, body)
