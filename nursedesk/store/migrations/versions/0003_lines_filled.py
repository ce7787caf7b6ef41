"""Says that the table of charted lines holds every closed visit's; it changes no table itself.

A revision of its own, because filling takes a large record half a minute: it is done in parts that each stay done,
and a record at 0002 goes on where it was stopped.
"""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The lines are filled before this step is taken."""


def downgrade() -> None:
    """The lines may stay: from 0002 they are only looked through again."""
