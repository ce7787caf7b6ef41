"""The engine's own checks of a database: pages, indexes, and each page's encryption."""

from collections.abc import Iterator

from sqlalchemy import Connection

from nursedesk.store.report import Fault, Problem


def database_problems(connection: Connection) -> Iterator[Problem]:
    """What the engine's own checks say of pages and indexes, and of each page's encryption."""
    # Encryption first: it names every bad page, while the other stops at the first it cannot read.
    for (said,) in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield Problem(Fault.DATABASE, detail=" ".join(str(said).split()))
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield Problem(Fault.DATABASE, detail=" ".join(str(said).split()))
