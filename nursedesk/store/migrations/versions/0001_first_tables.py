"""The first tables: the ledger with its chain, the projections, the verifiers, the checkpoints."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlmodel import AutoString

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first schema."""
    _ledger()
    _checkpoints()
    _visits()
    _people_and_settings()
    for table in ("event", "checkpoint"):
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def downgrade() -> None:
    """There is nothing before the first tables, and a record is never dropped."""
    raise RuntimeError("the first tables are never taken away")


def _text(name: str, *, optional: bool = False) -> "sa.Column[str]":
    return sa.Column(name, AutoString(), nullable=optional)


def _number(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _bytes(name: str) -> "sa.Column[bytes]":
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _check(table: str, name: str, rule: str) -> SchemaItem:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _instant(table: str, column: str) -> SchemaItem:
    rule = f"length({column}) = 27 AND substr({column}, 11, 1) = 'T' AND substr({column}, -1) = 'Z'"
    return _check(table, column, rule)


def _primary(table: str, *columns: str) -> SchemaItem:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _ledger() -> None:
    sources = "occurred_source IN ('pressed', 'typed', 'calculated', 'imported')"
    op.create_table(
        "event",
        _number("id"),
        _text("event_id"),
        _text("station_id"),
        _number("station_seq"),
        _text("encounter_id", optional=True),
        _text("kind"),
        _bytes("payload"),
        _text("occurred_utc"),
        _text("zone"),
        _number("offset_minutes"),
        _text("occurred_source"),
        _text("recorded_utc"),
        _text("boot_id"),
        _number("boot_ms"),
        _text("actor"),
        _text("session"),
        _text("auth"),
        _text("reason", optional=True),
        _text("supersedes", optional=True),
        _text("app_version"),
        _number("schema_version"),
        _bytes("prev_hash"),
        _bytes("hash"),
        _bytes("mac"),
        _primary("event", "id"),
        sa.UniqueConstraint("event_id", name=op.f("uq_event_event_id")),
        sa.UniqueConstraint("station_id", "station_seq", name=op.f("uq_event_station_id_station_seq")),
        _check("event", "station_seq", "station_seq >= 1"),
        _check("event", "event_id", "length(event_id) > 0"),
        _check("event", "types", "typeof(station_seq) = 'integer' AND typeof(payload) = 'blob'"),
        _check("event", "chain", "length(hash) = 32 AND length(prev_hash) = 32 AND length(mac) = 32"),
        _instant("event", "occurred_utc"),
        _instant("event", "recorded_utc"),
        _check("event", "occurred_source", sources),
    )
    op.create_index("ix_event_encounter", "event", ["encounter_id", "id"])
    op.create_index("ix_event_station_kind", "event", ["kind", "id"], sqlite_where=sa.text("encounter_id IS NULL"))
    op.create_table(
        "chain_head",
        _text("station_id"),
        _number("station_seq"),
        _bytes("hash"),
        _bytes("mac"),
        _primary("chain_head", "station_id"),
        _check("chain_head", "chain", "length(hash) = 32 AND length(mac) = 32"),
    )


def _checkpoints() -> None:
    op.create_table(
        "checkpoint",
        _number("id"),
        _text("station_id"),
        _number("station_seq"),
        _bytes("head"),
        _number("event_count"),
        _text("made_utc"),
        _bytes("signature"),
        _primary("checkpoint", "id"),
        _check("checkpoint", "sizes", "length(head) = 32 AND length(signature) = 64"),
        _instant("checkpoint", "made_utc"),
    )
    op.create_index("ix_checkpoint_station", "checkpoint", ["station_id", "station_seq"])


def _visits() -> None:
    op.create_table(
        "encounter",
        _text("id"),
        _text("status"),
        _text("chair", optional=True),
        _text("nurse", optional=True),
        _text("patient_name"),
        _text("patient_name_folded"),
        _text("mrn"),
        _text("opened_utc", optional=True),
        _text("closed_utc", optional=True),
        _text("date_of_service", optional=True),
        _text("ticket_number", optional=True),
        _number("version"),
        _primary("encounter", "id"),
        _check("encounter", "status", "status IN ('open', 'closed', 'signed')"),
    )
    op.create_index("ix_encounter_status", "encounter", ["status", "id"])
    op.create_index("ix_encounter_name", "encounter", ["patient_name_folded"])
    op.create_index("ix_encounter_mrn", "encounter", ["mrn"])
    op.create_index("ix_encounter_opened", "encounter", ["opened_utc"])
    op.create_index("ix_encounter_date", "encounter", ["date_of_service"])
    op.create_index("ix_encounter_ticket", "encounter", ["ticket_number"])
    op.create_table(
        "ticket",
        _text("encounter_id"),
        _number("version"),
        _text("number"),
        _text("status"),
        _text("date_of_service", optional=True),
        _text("signed_by", optional=True),
        _text("signed_utc", optional=True),
        _primary("ticket", "encounter_id", "version"),
        _check("ticket", "status", "status IN ('unsigned', 'signed', 'replaced')"),
        _check("ticket", "version", "version >= 1"),
    )
    op.create_index("ix_ticket_number", "ticket", ["number", "version"])
    op.create_index("ix_ticket_status", "ticket", ["status"])


def _people_and_settings() -> None:
    op.create_table(
        "person",
        _text("person"),
        _text("name"),
        _text("credential"),
        _text("roles"),
        sa.Column("active", sa.Boolean(), nullable=False),
        _primary("person", "person"),
    )
    op.create_table("setting", _text("key"), _text("value"), _primary("setting", "key"))
    op.create_table(
        "verifier",
        _text("person"),
        _text("kind"),
        _text("verifier"),
        sa.Column("wrong_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        _primary("verifier", "person", "kind"),
        _check("verifier", "kind", "kind IN ('password', 'pin')"),
        _check("verifier", "wrong_count", "wrong_count >= 0"),
    )
