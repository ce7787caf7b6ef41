"""The shift log as JSON (`nursedesk.shift-log/1`), one visit a line, written as the visits come.

Instants are ISO 8601 with the zone's offset, minutes and doses are numbers, null is something not recorded.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from nursedesk.outputs.formats import iso
from nursedesk.outputs.shift_visits import NOTICE, SCHEMA, Heading, Totals, VisitEntry


def write_json(out: TextIO, visits: Iterable[VisitEntry], heading: Heading) -> Totals:
    """Write the whole log; returns what it counted."""
    zone, totals = heading.asked.zone, Totals()
    out.write(f'{{{_line("schema", SCHEMA)},\n{_line("heading", heading_plain(heading))},\n"visits": [')
    for number, visit in enumerate(visits):
        totals.add(visit)
        out.write(",\n " if number else "\n ")
        out.write(json.dumps(plain(visit, zone), ensure_ascii=True, separators=(",", ":")))
    out.write(f"\n],\n{_line('summary', plain(totals, zone))}}}\n")
    return totals


def _line(name: str, value: Any) -> str:
    return f'"{name}": {json.dumps(value, ensure_ascii=True)}'


def heading_plain(heading: Heading) -> dict[str, Any]:
    """Who asked for what and when, how far the record had come, and what the log is not."""
    asked = heading.asked
    return {
        "site": heading.site,
        "from": iso(asked.period.begin, asked.zone),
        "to": iso(asked.period.end, asked.zone),
        "time_zone": asked.zone.key,
        "nurse": asked.nurse,
        "chair": asked.chair,
        "made_by": heading.made_by,
        "made_at": iso(heading.made_at, asked.zone),
        "checkpoint": heading.checkpoint or None,
        "signed_off": heading.signed_off or None,
        "notice": NOTICE,
    }


def plain(value: Any, zone: ZoneInfo) -> Any:
    """A record of the log as JSON values."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, datetime):
        return iso(value, zone)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [plain(part, zone) for part in value]
    return {part.name: plain(getattr(value, part.name), zone) for part in fields(value)}


def _number(value: Decimal) -> int | float | str | None:
    """A JSON number where it reads back the same, else its digits."""
    if not value.is_finite():
        return None
    if value == value.to_integral_value() and abs(value.adjusted()) < 15:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)
