"""A table of charted lines for logs; indexes for the stays of a period and for signatures by time."""

import sqlalchemy as sa
from alembic import op
from sqlmodel import AutoString

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty: projections are made again from the ledger after every step of the tables."""
    op.create_table(
        "shift_line",
        *(_text(name) for name in ("opened_utc", "encounter_id")),
        _number("place"),
        *(_text(name) for name in ("line", "drug")),
        _text("dose", optional=True),
        *(_text(name) for name in ("unit", "access", "start_utc")),
        _text("stop_utc", optional=True),
        _number("minutes", optional=True),
        *(_text(name) for name in ("how", "started_by", "stopped_by", "handed_over_to")),
        _text("handed_over_utc", optional=True),
        sa.PrimaryKeyConstraint("opened_utc", "encounter_id", "place", name=op.f("pk_shift_line")),
        sa.CheckConstraint("place >= 0", name=op.f("ck_shift_line_place")),
        sa.CheckConstraint(_instant("opened_utc"), name=op.f("ck_shift_line_opened_utc")),
        sa.CheckConstraint(_instant("start_utc"), name=op.f("ck_shift_line_start_utc")),
        sa.CheckConstraint(f"stop_utc IS NULL OR {_instant('stop_utc')}", name=op.f("ck_shift_line_stop_utc")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shift_line_encounter", "shift_line", ["encounter_id"])
    op.drop_index("ix_ticket_status", "ticket")
    op.create_index("ix_ticket_status", "ticket", ["status", "signed_utc"])
    op.drop_index("ix_encounter_opened", "encounter")
    op.create_index("ix_encounter_opened", "encounter", ["opened_utc", "closed_utc", "id"])
    op.create_index("ix_encounter_closed", "encounter", ["closed_utc", "opened_utc"])


def downgrade() -> None:
    """Back to the first tables."""
    op.drop_index("ix_encounter_closed", "encounter")
    op.drop_index("ix_encounter_opened", "encounter")
    op.create_index("ix_encounter_opened", "encounter", ["opened_utc"])
    op.drop_index("ix_ticket_status", "ticket")
    op.create_index("ix_ticket_status", "ticket", ["status"])
    op.drop_table("shift_line")


def _text(name: str, *, optional: bool = False) -> "sa.Column[str]":
    return sa.Column(name, AutoString(), nullable=optional)


def _number(name: str, *, optional: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=optional)


def _instant(column: str) -> str:
    return f"length({column}) = 27 AND substr({column}, 11, 1) = 'T' AND substr({column}, -1) = 'Z'"
