"""What `verify` found, as plain values; the sentences for people are made of these."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One way in which a record can be other than it was written."""

    DATABASE = "database"
    """The engine's own check of pages, indexes or encryption failed."""
    GUARD_MISSING = "guard_missing"
    """A trigger that keeps the ledger append-only is gone."""
    MISSING = "missing"
    """Places of the chain have no event."""
    BROKEN_LINK = "broken_link"
    """An event does not follow the one before it."""
    CHANGED = "changed"
    """An event is not what its hash was made of."""
    FORGED = "forged"
    """A hash fits but was not made with the suite's key."""
    UNREADABLE = "unreadable"
    """An event cannot be read as one."""
    COLUMNS = "columns"
    """The columns of an event do not say what the event says."""
    TRUNCATED = "truncated"
    """Events are missing from the end of a chain, or its end was not written with the suite's key."""
    CHECKPOINT = "checkpoint"
    """A signed checkpoint and the chain disagree."""
    SIGNATURE = "signature"
    """A checkpoint is not signed by this suite."""
    PROJECTION = "projection"
    """A list does not show what the events say; it can be made again."""


_SENTENCES = {
    Fault.DATABASE: "The database file is damaged: {detail}.",
    Fault.GUARD_MISSING: "The ledger's guard {detail} is gone.",
    Fault.MISSING: "Station {station}: {detail} missing before event {seq}.",
    Fault.BROKEN_LINK: "Station {station}: event {seq} does not follow the one before it.",
    Fault.CHANGED: "Station {station}: event {seq} was changed after it was saved.",
    Fault.FORGED: "Station {station}: event {seq} was not saved by this suite's program.",
    Fault.UNREADABLE: "Station {station}: event {seq} cannot be read.",
    Fault.COLUMNS: "Station {station}: event {seq} says otherwise than its columns ({detail}).",
    Fault.TRUNCATED: "Station {station}: the end of the chain is not where it was, at event {seq}.",
    Fault.CHECKPOINT: "Station {station}: the chain disagrees with the checkpoint at event {seq} ({detail}).",
    Fault.SIGNATURE: "Station {station}: the checkpoint at event {seq} is not signed by this suite.",
    Fault.PROJECTION: "The list of {detail} does not show what the events say; rebuild the projections.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault and where it is."""

    fault: Fault
    station: str = ""
    seq: int = 0
    detail: str = ""

    def sentence(self) -> str:
        """The fault in one plain sentence. Never holds a patient's data."""
        return _SENTENCES[self.fault].format(station=self.station, seq=self.seq, detail=self.detail)


@dataclass(frozen=True, slots=True)
class StationChain:
    """One station's chain as it was found."""

    station: str
    seq: int
    head: bytes
    from_seq: int = 0
    """Links up to this one were taken from a signed checkpoint."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a verification; `clean` when nothing is other than it was written."""

    full: bool
    events: int
    visits: int
    checkpoints: int
    chains: tuple[StationChain, ...]
    problems: tuple[Problem, ...]

    @property
    def clean(self) -> bool:
        return not self.problems

    def lines(self) -> tuple[str, ...]:
        """The report for a terminal: what was walked, then each problem, or that there is none."""
        chains = (
            f"Station {chain.station}: {chain.seq} events, head {chain.head.hex()[:16]}"
            + (f", from the checkpoint at {chain.from_seq}." if chain.from_seq else ".")
            for chain in self.chains
        )
        walked = (
            f"{self.events} events walked, {self.visits} visits compared, {self.checkpoints} checkpoints read."
        )
        problems = tuple(problem.sentence() for problem in self.problems)
        return (*chains, walked, *(problems or ("The record is what was written.",)))
