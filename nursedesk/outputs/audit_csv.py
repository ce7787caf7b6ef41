"""What the audit shows, as CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet opens without obeying anything in it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from nursedesk.outputs.shift_csv import safe_cell


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry; instants are ISO 8601 with the site's offset, words as the screen says them."""

    recorded: str
    occurred: str
    who: str
    sentence: str
    kind: str
    """The name of the event, the same in every language."""
    label: str
    reason: str
    patient: str
    mrn: str
    visit: str
    ticket: str
    known_by: str
    time_known: str
    station: str
    event: str
    program: str


COLUMNS = tuple(field.name for field in fields(AuditRow))


def audit_csv(rows: Iterable[AuditRow]) -> bytes:
    """The rows as the bytes of a CSV file, a head line first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in astuple(row)])
    return out.getvalue().encode("utf-8")
