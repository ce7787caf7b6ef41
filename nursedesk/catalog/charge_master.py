"""A site's charge master: code → its own number, department and price, refused whole when a row is wrong.

Columns `code,cdm,department` and, where a site wants them, `modifier`, `price`, `description`. A row with a
modifier counts for lines that have it (JW: what was discarded); the row without one for all others.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nursedesk.catalog.strict_csv import BadTable, Row, read_table, why_unreadable

NEEDED = ("code", "cdm", "department")
ALLOWED = ("modifier", "price", "description")


@dataclass(frozen=True, slots=True)
class SiteCharge:
    """A site's own number for a code; `price` in dollars with two decimals, or empty."""

    cdm: str
    department: str
    price: str
    description: str


def load_charge_master(file: Path) -> Mapping[tuple[str, str], SiteCharge]:
    """(code, modifier or "") → the site's number. Raises `BadTable` with file, line and reason."""
    found: dict[tuple[str, str], SiteCharge] = {}
    for row in read_table(file, _columns(file)):
        try:
            row.needed("code", "cdm")
            key = (row["code"].upper(), row.cells.get("modifier", "").upper())
            if key in found:
                raise ValueError(f"{' with '.join(part for part in key if part)} is there twice")
            found[key] = _charge(row)
        except ValueError as wrong:
            raise row.refused(wrong) from None
    if not found:
        raise BadTable(f"{file.name} has no row: a charge master maps at least one code")
    return found


def _columns(file: Path) -> tuple[str, ...]:
    """The needed columns and those of the others that this file has."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as wrong:
        raise BadTable(f"{file.name} cannot be read: {why_unreadable(wrong)}") from None
    header = next(csv.reader(io.StringIO(text[:4096])), [])
    return (*NEEDED, *(name for name in ALLOWED if name in header))


def _charge(row: Row) -> SiteCharge:
    price = row.cells.get("price", "")
    if price and row.positive("price").as_tuple().exponent not in (0, -1, -2):
        raise ValueError(f'price is "{price}", not dollars with at most two decimals')
    dollars = f"{Decimal(price):.2f}" if price else ""
    return SiteCharge(row["cdm"], row["department"], dollars, row.cells.get("description", ""))
