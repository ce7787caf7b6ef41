"""Whether the stored record says what was done that day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from nursedesk.record.encounter import Administration, Status
from nursedesk.record.events import EncounterId
from nursedesk.record.fold import fold
from nursedesk.record.intervals import minute_of
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.reader import Reader
from nursedesk.store.verify import verify

from tests.app.shift_day_people import Bag, Patient
from tests.app.suite import MORNING, PASSPHRASE

KINDS = ("Opened", "Prepared", "Closed", "ChairFreed", "Signed", "Printed", "PrintConfirmed")
"""Every visit of the day has these."""


def differences(
    folder: Path, visits: Mapping[str, EncounterId], everybody: tuple[Patient, ...]
) -> tuple[list[str], bool]:
    """(what is stored otherwise than it was done, whether `verify` finds the record clean); the desk is shut."""
    keys = keys_of.open_with_passphrase(folder, PASSPHRASE)
    reader = open_reader(folder, keys)
    wrong = [said for one in everybody for said in _of_visit(reader, visits[one.name], one)]
    reader.close()
    return wrong, verify(folder, keys).clean


def _of_visit(reader: Reader, visit: EncounterId, one: Patient) -> list[str]:
    events = reader.events_of(visit)
    kinds = [event.kind for event in events]
    wrong = [f"{one.name}: no {kind}" for kind in KINDS if kind not in kinds]
    if one.trouble == "reaction" and "ReactionNoted" not in kinds:
        wrong.append(f"{one.name}: no reaction")
    found = fold(events)
    if found.status is not Status.SIGNED or found.signed_ticket is None or not found.copies:
        wrong.append(f"{one.name}: {found.status}, {found.copies} copies")
    given = list(found.administrations)
    if len(given) != len(one.bags):
        return [*wrong, f"{one.name}: {len(given)} lines, not {len(one.bags)}"]
    for bag, stored in zip(sorted(one.bags, key=lambda bag: bag.at), given, strict=True):
        wrong += [f"{one.name}, {bag.drug}: {said}" for said in _of_bag(bag, stored, one)]
    return wrong


def _of_bag(bag: Bag, stored: Administration, one: Patient) -> list[str]:
    segment = stored.segments[0]
    wrong = []
    if segment.start is None or minute_of(segment.start) != minute_of(_at(bag.at)):
        wrong.append(f"began {segment.start}, not {_at(bag.at)}")
    if not stored.order_on_file:
        wrong.append("no order")
    if bag.stop is None:
        return wrong
    forgotten = one.trouble in ("forgotten", "unseen", "left") and _is_last(bag, one)
    if segment.stop is None:
        wrong.append("no stop")
    elif not forgotten and minute_of(segment.stop) != minute_of(_at(bag.stop)):
        wrong.append(f"stopped {segment.stop}, not {_at(bag.stop)}")
    return wrong


def _is_last(bag: Bag, one: Patient) -> bool:
    return bag.stop == max(other.stop for other in one.bags if other.stop is not None)


def _at(minute: int) -> datetime:
    return MORNING + timedelta(minutes=minute)
