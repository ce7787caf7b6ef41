"""The tables of the record, as SQLModel classes. Private to `store`; migrations are tested to be equal to these.

Instants are text of one width, `2026-11-24T14:02:11.123456Z`, so that they sort as they happened.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    Index,
    LargeBinary,
    Table,
    UniqueConstraint,
    event,
    text,
)
from sqlmodel import Field, SQLModel

# Before any table: a constraint without a name cannot be dropped by a later migration on SQLite.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_INSTANT = 27


def _instant(column: str) -> str:
    return f"length({column}) = {_INSTANT} AND substr({column}, 11, 1) = 'T' AND substr({column}, -1) = 'Z'"


def _blob() -> Column[bytes]:
    return Column(LargeBinary, nullable=False)


class EventRow(SQLModel, table=True):
    """One event of the ledger, never changed. `payload` is the whole event; the other columns are for queries."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("event_id"),
        UniqueConstraint("station_id", "station_seq"),
        CheckConstraint("station_seq >= 1", name="station_seq"),
        CheckConstraint("length(event_id) > 0", name="event_id"),
        CheckConstraint("typeof(station_seq) = 'integer' AND typeof(payload) = 'blob'", name="types"),
        CheckConstraint("length(hash) = 32 AND length(prev_hash) = 32 AND length(mac) = 32", name="chain"),
        CheckConstraint(_instant("occurred_utc"), name="occurred_utc"),
        CheckConstraint(_instant("recorded_utc"), name="recorded_utc"),
        CheckConstraint(
            "occurred_source IN ('pressed', 'typed', 'calculated', 'imported')",
            name="occurred_source",
        ),
        Index("ix_event_encounter", "encounter_id", "id"),
        # Only the station's own events, so that a press does not write to this index.
        Index("ix_event_station_kind", "kind", "id", sqlite_where=text("encounter_id IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    event_id: str
    station_id: str
    station_seq: int
    encounter_id: str | None
    kind: str
    payload: bytes = Field(sa_column=_blob())
    occurred_utc: str
    zone: str
    offset_minutes: int
    occurred_source: str
    recorded_utc: str
    boot_id: str
    boot_ms: int
    actor: str
    session: str
    auth: str
    reason: str | None
    supersedes: str | None
    app_version: str
    schema_version: int
    prev_hash: bytes = Field(sa_column=_blob())
    hash: bytes = Field(sa_column=_blob())
    mac: bytes = Field(sa_column=_blob())


class ChainHeadRow(SQLModel, table=True):
    """The last link of each station, so that events missing from the end are missed."""

    __tablename__ = "chain_head"
    __table_args__ = (CheckConstraint("length(hash) = 32 AND length(mac) = 32", name="chain"),)

    station_id: str = Field(primary_key=True)
    station_seq: int
    hash: bytes = Field(sa_column=_blob())
    mac: bytes = Field(sa_column=_blob())


class CheckpointRow(SQLModel, table=True):
    """A signed statement of how far a station's chain had come."""

    __tablename__ = "checkpoint"
    __table_args__ = (
        CheckConstraint("length(head) = 32 AND length(signature) = 64", name="sizes"),
        CheckConstraint(_instant("made_utc"), name="made_utc"),
        Index("ix_checkpoint_station", "station_id", "station_seq"),
    )

    id: int | None = Field(default=None, primary_key=True)
    station_id: str
    station_seq: int
    head: bytes = Field(sa_column=_blob())
    event_count: int
    made_utc: str
    signature: bytes = Field(sa_column=_blob())


class EncounterRow(SQLModel, table=True):
    """Projection: what lists and searches need of each visit."""

    __tablename__ = "encounter"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'closed', 'signed')", name="status"),
        Index("ix_encounter_status", "status", "id"),
        Index("ix_encounter_name", "patient_name_folded"),
        Index("ix_encounter_mrn", "mrn"),
        # The stays that touch a period are found in this index alone.
        Index("ix_encounter_opened", "opened_utc", "closed_utc", "id"),
        Index("ix_encounter_closed", "closed_utc", "opened_utc"),
        Index("ix_encounter_date", "date_of_service"),
        Index("ix_encounter_ticket", "ticket_number"),
    )

    id: str = Field(primary_key=True)
    status: str
    chair: str | None
    nurse: str | None
    patient_name: str
    patient_name_folded: str
    mrn: str
    opened_utc: str | None
    closed_utc: str | None
    date_of_service: str | None
    ticket_number: str | None
    version: int


class TicketRow(SQLModel, table=True):
    """Projection: one row for each version of each ticket."""

    __tablename__ = "ticket"
    __table_args__ = (
        CheckConstraint("status IN ('unsigned', 'signed', 'replaced')", name="status"),
        CheckConstraint("version >= 1", name="version"),
        Index("ix_ticket_number", "number", "version"),
        Index("ix_ticket_status", "status", "signed_utc"),
    )

    encounter_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    number: str
    status: str
    date_of_service: str | None
    signed_by: str | None
    signed_utc: str | None


class ShiftLineRow(SQLModel, table=True):
    """Projection: one row for each drug of each started line of a visit that is closed, as logs tell it.

    It lies by arrival, so that the log of a period is one stretch of it; people are sign-in names.
    """

    __tablename__ = "shift_line"
    __table_args__ = (
        CheckConstraint("place >= 0", name="place"),
        CheckConstraint(_instant("opened_utc"), name="opened_utc"),
        CheckConstraint(_instant("start_utc"), name="start_utc"),
        CheckConstraint(f"stop_utc IS NULL OR {_instant('stop_utc')}", name="stop_utc"),
        Index("ix_shift_line_encounter", "encounter_id"),
        {"sqlite_with_rowid": False},
    )

    opened_utc: str = Field(primary_key=True)
    encounter_id: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    line: str
    drug: str
    dose: str | None
    unit: str
    access: str
    start_utc: str
    stop_utc: str | None
    minutes: int | None
    how: str
    started_by: str
    stopped_by: str
    handed_over_to: str
    handed_over_utc: str | None


class PersonRow(SQLModel, table=True):
    """Projection: each person as last changed. `roles` is a JSON list."""

    __tablename__ = "person"

    person: str = Field(primary_key=True)
    name: str
    credential: str
    roles: str
    active: bool


class SettingRow(SQLModel, table=True):
    """Projection: each setting as last changed. `value` is JSON."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str


class VerifierRow(SQLModel, table=True):
    """What a password or PIN is checked against; not part of the ledger, may be replaced."""

    __tablename__ = "verifier"
    __table_args__ = (
        CheckConstraint("kind IN ('password', 'pin')", name="kind"),
        CheckConstraint("wrong_count >= 0", name="wrong_count"),
    )

    person: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    verifier: str
    wrong_count: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


EVENT = _table("event")
CHAIN_HEAD = _table("chain_head")
CHECKPOINT = _table("checkpoint")
ENCOUNTER = _table("encounter")
TICKET = _table("ticket")
SHIFT_LINE = _table("shift_line")
PERSON = _table("person")
SETTING = _table("setting")
VERIFIER = _table("verifier")
PROJECTIONS = (ENCOUNTER, TICKET, SHIFT_LINE, PERSON, SETTING)


def append_only_triggers(table: str) -> tuple[str, str]:
    """The statements that make a table refuse every change to a row and every removal of one."""
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    )


def _protect(table: Table, connection: Connection, **_: object) -> None:
    for statement in append_only_triggers(table.name):
        connection.exec_driver_sql(statement)


for _kept in (EVENT, CHECKPOINT):
    event.listen(_kept, "after_create", _protect)
