"""What a suite hangs often, offered first: resources/drugs/favourites.csv until it has a list of its own."""

import csv
import json
from collections.abc import Iterable
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
    then: tuple[Decimal, ...] = ()
    """Rates that follow in steps."""
    every: int | None = None
    """Minutes of each step but the last."""
    clinic_pump: bool = False
    """It goes home in a pump that the clinic supplies."""


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


def favourites_of(kept: tuple[str, ...] | None) -> tuple[Favourite, ...]:
    """The suite's own list, as `as_text` wrote it; ours when it has none. What cannot be read is left out."""
    if kept is None:
        return favourites()
    read = (_read(text) for text in kept)
    return tuple(one for one in read if one is not None)


def as_text(own: Iterable[Favourite]) -> tuple[str, ...]:
    """Each favourite as a line of JSON, to be kept among the suite's settings."""
    return tuple(json.dumps(_plain(one), ensure_ascii=False) for one in own)


def _plain(one: Favourite) -> dict[str, object]:
    plain = {
        "drug": one.drug,
        "route": one.route.value,
        "purpose": one.purpose.value,
        "dose": [str(one.dose.amount), one.dose.unit] if one.dose else None,
        "diluent": one.diluent,
        "volume": str(one.volume) if one.volume is not None else None,
        "rate": str(one.rate) if one.rate is not None else None,
        "minutes": one.minutes,
        "then": [str(rate) for rate in one.then] or None,
        "every": one.every,
        "clinic_pump": one.clinic_pump or None,
    }
    return {key: value for key, value in plain.items() if value is not None}


def _read(text: str) -> Favourite | None:
    try:
        kept = json.loads(text)
        dose = kept.get("dose")
        return Favourite(
            drug=kept["drug"],
            route=Route(kept["route"]),
            purpose=Purpose(kept["purpose"]),
            dose=Amount(Decimal(dose[0]), dose[1]) if dose else None,
            diluent=kept.get("diluent"),
            volume=_number(kept.get("volume")),
            rate=_number(kept.get("rate")),
            minutes=kept.get("minutes"),
            then=tuple(Decimal(rate) for rate in kept.get("then", ())),
            every=kept.get("every"),
            clinic_pump=kept.get("clinic_pump") is True,
        )
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
