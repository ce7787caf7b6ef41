"""Bringing a record of the first tables up to date: time against reading its visits once, and memory."""

import resource
import time
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from nursedesk.record.codec import decode_event, event_bytes
from nursedesk.record.events import EncounterId, Event, EventId
from nursedesk.record.fold import fold
from nursedesk.store.engine import make_engine
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import create_folder, open_folder
from nursedesk.store.places import database_path
from nursedesk.store.schema import MIGRATIONS

from tests.outputs.shift_day import morning
from tests.store.making import PASSPHRASE

VISITS = 2_000
AT_A_TIME = 50


def first_tables(folder: Path) -> Keys:
    """A year of a small suite as the first tables had it: every visit a signed one of fourteen events."""
    ledger = create_folder(folder, PASSPHRASE, use_keyring=False).ledger
    for first in range(0, VISITS, AT_A_TIME):
        ledger.append_now([event for number in range(first, first + AT_A_TIME) for event in visit(number)])
    keys = ledger.keys
    ledger.close()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with make_engine(database_path(folder), keys.database()).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    return keys


def visit(number: int) -> list[Event]:
    """The morning's visit, some minutes later and under another name."""
    later = timedelta(minutes=20 * number)
    return [
        Event(
            replace(
                event.header,
                event_id=EventId(str(uuid.uuid4())),
                encounter_id=EncounterId(f"E{number}"),
                occurred=event.header.occurred + later,
                recorded=event.header.recorded + later,
            ),
            event.body,
        )
        for event in morning().events
    ]


def test_an_older_record_opens_in_little_more_than_reading_it_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = first_tables(tmp_path / "suite")
    kept = [event_bytes(event) for event in morning().events]
    begin = time.process_time()
    for _ in range(VISITS):
        fold([decode_event(one) for one in kept])
    floor = time.process_time() - begin
    before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    open_folder(tmp_path / "suite", keys).close()
    taken = time.process_time() - begin
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    with capsys.disabled():
        print(
            f"\n{VISITS:,} visits brought up to date in {taken:.1f} s ({taken / floor:.1f} times reading them), "
            f"{grown:.0f} MB more"
        )
    assert taken <= 4 * floor
    assert grown < 40
