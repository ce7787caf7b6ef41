"""An `Encounter` to the contract's JSON, as plain values: what `read_encounter` reads back as the same encounter.

What is at its default is left out. Times carry their offset; amounts are strings, which are exact.
What only the desk knows (chair, line, notes) has no place in the contract.
"""

from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.record import contract_read as readers
from nursedesk.record.contract_fields import SCHEMA
from nursedesk.record.contract_times import EARLIEST, LATEST, zone_named
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Encounter,
    EvaluationAndManagement,
    Patient,
    Segment,
)

_DAY = timedelta(days=1)
_WITHOUT_A_CLUE = datetime(2000, 1, 1, tzinfo=UTC)
_DAYS_LOOKED = 55_000
"""150 years: every zone that ever moved its clocks forward did so within it."""


def write_encounter(encounter: Encounter) -> dict[str, Any]:
    """The encounter in contract form (`nursedesk.encounter/1`), ready for `json.dumps`."""
    zone = zone_named(encounter.time_zone)
    plain: dict[str, Any] = {"schema": SCHEMA, **_own(encounter, _ENCOUNTER)}
    if encounter.patient is not None:
        plain["patient"] = _own(encounter.patient, _PATIENT)
    if encounter.accesses:
        plain["accesses"] = [_own(access, _ACCESS) for access in encounter.accesses]
    plain["administrations"] = [_administration(given, zone) for given in encounter.administrations]
    if encounter.evaluation_and_management:
        plain["evaluation_and_management"] = [_service(x) for x in encounter.evaluation_and_management]
    return plain


def _service(charted: EvaluationAndManagement) -> dict[str, Any]:
    """The contract has no modifiers a person adds, but a mark for the one that matters most."""
    return _own(replace(charted, separately_identifiable=charted.separate), _VISIT_SERVICE)


def _administration(given: Administration, zone: ZoneInfo) -> dict[str, Any]:
    plain = _own(given, _ADMINISTRATION)
    if given.segments:
        plain["segments"] = [_segment(segment, zone) for segment in given.segments]
    return plain


def _segment(segment: Segment, zone: ZoneInfo) -> dict[str, Any]:
    plain: dict[str, Any] = {"start": None if segment.start is None else _time(segment.start, zone)}
    if segment.stop is not None:
        plain["stop"] = _time(segment.stop, zone)
    if segment.unreal:
        plain["start" if segment.start is None else "stop"] = _never_shown(segment.start or segment.stop, zone)
    if segment.stop_source is not _DEFAULT_SOURCE:
        plain["stop_source"] = segment.stop_source.value
    return plain


def _time(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).isoformat()


def _never_shown(near: datetime | None, zone: ZoneInfo) -> str | None:
    """A time no clock of the zone showed, the nearest to `near`.

    The record keeps only *that* a time was such a one, and whoever reads this must come to the same.
    """
    near = near or _WITHOUT_A_CLUE
    for days in range(_DAYS_LOOKED):
        for start in (near + days * _DAY, near - (days + 1) * _DAY) if EARLIEST + days * _DAY < near else ():
            if start < LATEST - _DAY and _offset(start + _DAY, zone) > _offset(start, zone):
                return _start_of_gap(start, zone)
    return None


def _start_of_gap(start: datetime, zone: ZoneInfo) -> str:
    """The first local second that is skipped within a day of `start`."""
    before = _offset(start, zone)
    low, high = 0, 86_400
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(start + timedelta(seconds=middle), zone) > before:
            high = middle
        else:
            low = middle
    moved = (start + timedelta(seconds=high)).replace(microsecond=0)
    return (moved + before).replace(tzinfo=None).isoformat()


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def _own(record: Any, properties: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """The plain properties of one record that are not at their default."""
    pairs = ((name, default, getattr(record, name)) for name, default in properties)
    return {name: _plain(value) for name, default, value in pairs if value != default}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Amount):
        return {"amount": str(value.amount), "unit": value.unit}
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _properties(record: type, known: readers.Readers, *apart: str) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of the fields the contract has too, those apart left out."""
    plain = (x for x in fields(record) if x.name in known and x.name not in apart)
    return tuple((x.name, _REQUIRED if x.default is MISSING else x.default) for x in plain)


_REQUIRED = object()
_DEFAULT_SOURCE = Segment(start=None).stop_source
_ACCESS = _properties(Access, readers.ACCESS)
_PATIENT = _properties(Patient, readers.PATIENT)
_VISIT_SERVICE = _properties(EvaluationAndManagement, readers.VISIT_SERVICE)
_ADMINISTRATION = _properties(Administration, readers.ADMINISTRATION)
_ENCOUNTER = _properties(
    Encounter, readers.ENCOUNTER, "patient", "accesses", "administrations", "evaluation_and_management"
)
