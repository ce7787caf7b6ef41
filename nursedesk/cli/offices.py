"""The office of a suite's messages for a command: settings, rule book and charge master, or one clear line."""

from nursedesk.catalog.strict_csv import BadTable
from nursedesk.cli.failure import Failed
from nursedesk.cli.unlock import Opened, rulebook_of
from nursedesk.desk.posting.post import Office, office


def office_of(opened: Opened) -> Office:
    """How this suite's messages are made. Raises `Failed` for a charge master that cannot be used."""
    try:
        return office(opened.reader, opened.suite, rulebook_of(opened))
    except BadTable as refused:
        raise Failed(f"The charge master: {refused}. Nothing was written; correct the file.") from refused
