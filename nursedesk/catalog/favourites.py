"""What a suite hangs often, offered first: plain rows of resources/drugs/favourites.csv."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nursedesk.catalog import resources
from nursedesk.record.encounter import Amount, Purpose, Route


@dataclass(frozen=True, slots=True)
class Favourite:
    """One bag or syringe as it is usually given; volume in mL, rate in mL/h."""

    drug: str
    route: Route
    purpose: Purpose
    dose: Amount | None = None
    diluent: str | None = None
    volume: Decimal | None = None
    rate: Decimal | None = None
    minutes: int | None = None


@cache
def favourites() -> tuple[Favourite, ...]:
    """Every row, in the file's order. Raises `ValueError` with the line when a row cannot be read."""
    path = resources.path("drugs", "favourites.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(_row(row, rows.line_num, path.name) for row in rows)


def _row(row: dict[str, str], line: int, name: str) -> Favourite:
    try:
        return Favourite(
            drug=row["drug"],
            route=Route(row["route"]),
            purpose=Purpose(row["purpose"]),
            dose=Amount(Decimal(row["dose"]), row["unit"]) if row["dose"] else None,
            diluent=row["diluent"] or None,
            volume=Decimal(row["volume_ml"]) if row["volume_ml"] else None,
            rate=Decimal(row["rate_ml_h"]) if row["rate_ml_h"] else None,
            minutes=int(row["minutes"]) if row["minutes"] else None,
        )
    except (ArithmeticError, KeyError, ValueError) as wrong:
        raise ValueError(f"{name}, line {line}: {wrong}") from wrong
