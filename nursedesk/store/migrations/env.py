"""Run by alembic: the connection is handed in, open and in a transaction."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

import nursedesk.store.tables  # noqa: F401  fills the metadata that migrations are compared with


def run(connection: Connection) -> None:
    """Run the wanted migrations on a connection that was handed in."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
