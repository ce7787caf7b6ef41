"""Events as rows of the ledger and back: columns for queries, the chain's fields, the instants as text."""

import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from nursedesk.record.chain import link
from nursedesk.record.events import Event

COLUMNS = (
    "event_id",
    "station_id",
    "encounter_id",
    "kind",
    "occurred_utc",
    "zone",
    "offset_minutes",
    "occurred_source",
    "recorded_utc",
    "boot_id",
    "boot_ms",
    "actor",
    "session",
    "auth",
    "reason",
    "supersedes",
    "app_version",
    "schema_version",
)
"""The columns that repeat what the payload says."""

CHAIN_COLUMNS = ("station_seq", "payload", "prev_hash", "hash", "mac")
INSERT_COLUMNS = COLUMNS + CHAIN_COLUMNS


def instant_text(instant: datetime) -> str:
    """An aware instant as text of one width in UTC, so that text order is time order."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


read_instant = datetime.fromisoformat
"""Text → the instant `instant_text` wrote."""


def storable(value: Any) -> Any:
    """A column's value; a text no UTF-8 can hold (half a character from a broken program) with U+FFFD instead.

    The payload keeps it as it came, so that nothing odd in a name or reason keeps an event out of the record.
    """
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= sign <= "\udfff" else sign for sign in value)
    return value


def columns_of(event: Event) -> tuple[Any, ...]:
    """The values of COLUMNS for an event, in that order."""
    header = event.header
    values = (
        header.event_id,
        header.station_id,
        header.encounter_id,
        event.kind,
        instant_text(header.occurred),
        header.zone,
        header.offset_minutes,
        header.source.value,
        instant_text(header.recorded),
        header.boot_id,
        header.boot_ms,
        header.actor,
        header.session,
        header.auth,
        header.reason,
        header.supersedes,
        header.app_version,
        header.schema_version,
    )
    return tuple(map(storable, values))


def mac_of(mac_key: bytes, link_hash: bytes) -> bytes:
    """The 32-byte HMAC-SHA256 of a link, which only a holder of the key can make."""
    return hmac.digest(mac_key, link_hash, hashlib.sha256)


def head_mac(mac_key: bytes, station: str, seq: int, link_hash: bytes) -> bytes:
    """The HMAC of a chain's head row; said apart from a link's, so that neither can stand for the other."""
    return hmac.digest(
        mac_key, b"head\0" + f"{len(station.encode())}:{station}:{seq}:".encode() + link_hash, "sha256"
    )


def chain_values(mac_key: bytes, prev_hash: bytes, station: str, seq: int, payload: bytes) -> tuple[Any, ...]:
    """The values of CHAIN_COLUMNS for the event at `seq` of a station."""
    made = link(prev_hash, station, seq, payload)
    return seq, payload, prev_hash, made, mac_of(mac_key, made)


def wrong_columns(row: RowMapping, event: Event) -> tuple[str, ...]:
    """The columns of a stored row that do not say what its payload says."""
    return tuple(name for name, value in zip(COLUMNS, columns_of(event), strict=True) if row[name] != value)
