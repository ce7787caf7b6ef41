"""Signed checkpoints: how far a station's chain had come, so that a cut, a rollback or a rewrite shows later.

A copy goes into a backup folder, and its code onto each printed shift log; neither is in reach of someone who
changes the database.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, bindparam, func, insert, select

from nursedesk.store.errors import Damaged, DiskRefused, why_refused
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger
from nursedesk.store.places import write_private
from nursedesk.store.rows import instant_text, read_instant
from nursedesk.store.tables import CHECKPOINT, EVENT

SCHEMA = "nursedesk.checkpoint/1"
FILES = "checkpoint-*.json"

_LAST = (
    select(EVENT.c.station_seq, EVENT.c.hash)
    .where(EVENT.c.station_id == bindparam("station"))
    .order_by(EVENT.c.station_seq.desc())
    .limit(1)
)
_COUNT = select(func.count()).where(EVENT.c.station_id == bindparam("station"))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A station's chain at one moment: its last place and 32-byte hash, its number of events, and a signature."""

    station: str
    seq: int
    head: bytes
    count: int
    made: datetime
    signature: bytes = b""

    @property
    def code(self) -> str:
        """Sixteen hex digits for the printed shift log; the ledger alone gives them again."""
        said = f"{len(self.station.encode())}:{self.station}:{self.seq}:".encode() + self.head
        return hashlib.sha256(said).hexdigest()[:16]

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        return json.dumps(self._plain(), sort_keys=True, separators=(",", ":")).encode("ascii")

    def file_text(self) -> str:
        """The checkpoint as the file in the backup folder holds it."""
        return json.dumps(self._plain() | {"code": self.code, "signature": self.signature.hex()}, indent=1)

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        """Whether the signature is of this checkpoint and that key."""
        try:
            key.verify(self.signature, self.signed_bytes())
        except InvalidSignature:
            return False
        return True

    def _plain(self) -> dict[str, str | int]:
        return {
            "schema": SCHEMA,
            "station": self.station,
            "seq": self.seq,
            "head": self.head.hex(),
            "count": self.count,
            "time": instant_text(self.made),
        }


def make_checkpoint(ledger: Ledger, station: str, now: datetime, folder: Path | None = None) -> Checkpoint | None:
    """Sign how far a station has come, keep it in the record and as a file in `folder`; None without events.

    DiskRefused when the file cannot be written; the record has the checkpoint all the same.
    """
    made = ledger.run(lambda connection: _keep(connection, ledger.keys, station, now))
    if made is not None and folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_private(folder / f"checkpoint-{made.code}.json", made.file_text().encode())
        except OSError as error:
            raise DiskRefused(
                f"The checkpoint could not be copied to {folder} ({why_refused(error)}): the record is unharmed; "
                "check the backup folder."
            ) from error
    return made


def read_checkpoint(path: Path) -> Checkpoint:
    """A checkpoint from its file; Damaged when it is not one. The signature is not checked here."""
    try:
        plain = json.loads(path.read_bytes())
        if plain["schema"] != SCHEMA:
            raise ValueError("another schema")
        return Checkpoint(
            station=str(plain["station"]),
            seq=int(plain["seq"]),
            head=bytes.fromhex(plain["head"]),
            count=int(plain["count"]),
            made=read_instant(plain["time"]),
            signature=bytes.fromhex(plain["signature"]),
        )
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise Damaged(
            f"{path.name} is not a checkpoint: the record is unharmed; look at the backup folder."
        ) from error


def stored_checkpoints(connection: Connection, *, latest_only: bool = False) -> tuple[Checkpoint, ...]:
    """Every checkpoint in the record, oldest first; or each station's latest."""
    asked = select(CHECKPOINT).order_by(CHECKPOINT.c.id)
    if latest_only:
        asked = asked.where(
            CHECKPOINT.c.id.in_(select(func.max(CHECKPOINT.c.id)).group_by(CHECKPOINT.c.station_id))
        )
    return tuple(
        Checkpoint(
            station=row.station_id,
            seq=row.station_seq,
            head=bytes(row.head),
            count=row.event_count,
            made=read_instant(row.made_utc),
            signature=bytes(row.signature),
        )
        for row in connection.execute(asked)
    )


def _keep(connection: Connection, keys: Keys, station: str, now: datetime) -> Checkpoint | None:
    last = connection.execute(_LAST, {"station": station}).first()
    if last is None:
        return None
    count = connection.execute(_COUNT, {"station": station}).scalar_one()
    plain = Checkpoint(station, int(last.station_seq), bytes(last.hash), int(count), now)
    signature = keys.signer().sign(plain.signed_bytes())
    row = {
        "station_id": plain.station,
        "station_seq": plain.seq,
        "head": plain.head,
        "event_count": plain.count,
        "made_utc": instant_text(plain.made),
        "signature": signature,
    }
    connection.execute(insert(CHECKPOINT), row)
    return Checkpoint(plain.station, plain.seq, plain.head, plain.count, plain.made, signature)
