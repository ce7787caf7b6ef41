"""Which revenue code a charge line stands under on a facility's ticket: dated rows, the narrowest one counts.

The shipped rows are in `resources/templates/revenue.csv`; a site's own table has the same columns.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

UNKNOWN = ("", "Revenue code not set")


@dataclass(frozen=True, slots=True)
class RevenueRow:
    """Charge codes from `first` to `last` (as text) go under `code` from a date of service on."""

    first: str
    last: str
    effective_from: date
    effective_to: date | None
    code: str
    label: str
    source: str


def revenue_rows(text: str) -> tuple[RevenueRow, ...]:
    """The rows of a table as CSV text. Raises `ValueError` naming the line that cannot be read."""
    found = []
    reader = csv.DictReader(io.StringIO(text))
    for plain in reader:
        try:
            found.append(_row(plain))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"Line {reader.line_num} of the revenue code table cannot be read: {error}."
            ) from error
    return tuple(found)


def _row(plain: dict[str, str]) -> RevenueRow:
    return RevenueRow(
        first=plain["first_code"],
        last=plain["last_code"],
        effective_from=date.fromisoformat(plain["effective_from"]),
        effective_to=date.fromisoformat(plain["effective_to"]) if plain["effective_to"] else None,
        code=plain["revenue_code"],
        label=plain["label"],
        source=plain["source"],
    )


def revenue_of(code: str, day: date | None, rows: Sequence[RevenueRow]) -> tuple[str, str]:
    """Revenue code and our label for a charge code on a date of service; `UNKNOWN` when no row has it.

    A row for one code counts before a range; of two as narrow, the one in force later.
    """
    fitting = [
        row
        for row in rows
        if row.first <= code <= row.last and len(code) == len(row.first) and _in_force(row, day)
    ]
    if not fitting:
        return UNKNOWN
    best = max(fitting, key=lambda row: (row.first == row.last, row.first, row.effective_from))
    return best.code, best.label


def _in_force(row: RevenueRow, day: date | None) -> bool:
    if day is None:
        return row.effective_to is None
    return row.effective_from <= day and (row.effective_to is None or day <= row.effective_to)
