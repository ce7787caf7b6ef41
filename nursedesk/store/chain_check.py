"""Walking the chain of every station: each link, MAC and column against the event itself, a row at a time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from nursedesk.record.chain import GENESIS, link
from nursedesk.record.codec import UnreadableEvent, decode_event
from nursedesk.store.checkpoint import Checkpoint
from nursedesk.store.report import Fault, Problem, StationChain
from nursedesk.store.rows import head_mac, mac_of, wrong_columns
from nursedesk.store.tables import CHAIN_HEAD, EVENT

_AT_A_TIME = 1000


def stations_of(connection: Connection) -> tuple[str, ...]:
    """Every station that has events, or whose chain's end is kept."""
    # Asked one after another by the index, because DISTINCT would read every event.
    found: list[Any] = []
    following = select(EVENT.c.station_id).order_by(EVENT.c.station_id).limit(1)
    while (row := connection.execute(_after(following, found)).first()) is not None:
        # As it stands there: a hand from outside may have put bytes in, which come after every text.
        found.append(row[0])
    kept = [str(station) for (station,) in connection.execute(select(CHAIN_HEAD.c.station_id))]
    return tuple(sorted({*map(str, found), *kept}))


def _after(asked: Any, found: list[Any]) -> Any:
    return asked.where(EVENT.c.station_id > found[-1]) if found else asked


class ChainCheck:
    """Checks one station's chain from its beginning, or from a checkpoint whose signature was checked."""

    def __init__(self, connection: Connection, mac_key: bytes, station: str, start: Checkpoint | None) -> None:
        self._connection = connection
        self._mac_key = mac_key
        self._station = station
        self._from = 0 if start is None else start.seq
        self._seq = self._from
        self._head = GENESIS if start is None else start.head
        self.events = 0

    def problems(self) -> Iterator[Problem]:
        """Every fault, in chain order; `chain` is right once this is used up."""
        for row in self._rows():
            self.events += 1
            if not _well_typed(row):
                yield self._problem(Fault.CHANGED, self._seq + 1, "of another type")
                self._seq += 1
                continue
            yield from self._link(row)
            yield from self._content(row)
            self._seq, self._head = row["station_seq"], row["hash"]
        yield from self._end()

    @property
    def chain(self) -> StationChain:
        """Where the chain was found to end."""
        return StationChain(self._station, self._seq, self._head, self._from)

    def _rows(self) -> Iterator[RowMapping]:
        asked = (
            select(EVENT)
            .where(EVENT.c.station_id == self._station, EVENT.c.station_seq > self._from)
            .order_by(EVENT.c.station_seq)
        )
        streamed = self._connection.execution_options(yield_per=_AT_A_TIME)
        yield from streamed.execute(asked).mappings()

    def _link(self, row: RowMapping) -> Iterator[Problem]:
        seq, prev_hash, found = row["station_seq"], row["prev_hash"], row["hash"]
        if seq != self._seq + 1:
            missing = seq - self._seq - 1
            yield self._problem(
                Fault.MISSING, seq, f"{missing} event is" if missing == 1 else f"{missing} events are"
            )
        elif prev_hash != self._head:
            yield self._problem(Fault.BROKEN_LINK, seq)
        if link(prev_hash, self._station, seq, row["payload"]) != found:
            yield self._problem(Fault.CHANGED, seq)
        elif mac_of(self._mac_key, found) != row["mac"]:
            yield self._problem(Fault.FORGED, seq)

    def _content(self, row: RowMapping) -> Iterator[Problem]:
        seq = row["station_seq"]
        try:
            event = decode_event(row["payload"])
        except (UnreadableEvent, ValueError):
            yield self._problem(Fault.UNREADABLE, seq)
            return
        wrong = wrong_columns(row, event)
        if wrong:
            yield self._problem(Fault.COLUMNS, seq, ", ".join(wrong))

    def _end(self) -> Iterator[Problem]:
        kept = self._connection.execute(select(CHAIN_HEAD).filter_by(station_id=self._station)).mappings().first()
        if kept is None:
            yield self._problem(Fault.TRUNCATED, self._seq)
            return
        seq, head = int(kept["station_seq"]), bytes(kept["hash"])
        genuine = head_mac(self._mac_key, self._station, seq, head) == bytes(kept["mac"])
        if (seq, head) != (self._seq, self._head) or not genuine:
            yield self._problem(Fault.TRUNCATED, seq)

    def _problem(self, fault: Fault, seq: int, detail: str = "") -> Problem:
        return Problem(fault, self._station, seq, detail)


def _well_typed(row: RowMapping) -> bool:
    """SQLite keeps a value of any type in any column; only a hand from outside puts them there."""
    blobs = all(isinstance(row[name], bytes) for name in ("payload", "prev_hash", "hash", "mac"))
    return blobs and isinstance(row["station_seq"], int)


def disagreement(connection: Connection, checkpoint: Checkpoint) -> str:
    """How the chain disagrees with a checkpoint, or an empty text when it does not."""
    asked = select(EVENT.c.hash).filter_by(station_id=checkpoint.station, station_seq=checkpoint.seq)
    found = connection.execute(asked).scalar()
    if found is None:
        return "that event is missing"
    if bytes(found) != checkpoint.head:
        return "that event has another hash"
    return "" if checkpoint.count == checkpoint.seq else "it counted events that are not in the chain"
