"""The contract's JSON, already decoded, to an `Encounter`.

Written by hand, without a schema library, because it runs thousands of times a second.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from nursedesk.record import contract_fields as f
from nursedesk.record.contract_fields import SCHEMA, Unreadable, shown
from nursedesk.record.contract_times import Instant, instant_in
from nursedesk.record.encounter import (
    Access,
    Administration,
    Container,
    Device,
    Encounter,
    EvaluationAndManagement,
    Family,
    Patient,
    Purpose,
    Route,
    Segment,
    Setting,
    StopReason,
    StopSource,
)
from nursedesk.record.quick import maker

Readers = Mapping[str, Callable[[object], Any]]
"""A reader for every property an object may have."""


def read_encounter(raw: object) -> Encounter:
    """An encounter from decoded JSON; raises `Unreadable` with one sentence naming the field by its path."""
    if type(raw) is not dict:
        raise Unreadable(f"an encounter must be an object, not {shown(raw)}")
    if raw.get("schema") != SCHEMA:
        found = f"not {shown(raw['schema'])}" if "schema" in raw else "and is missing"
        raise Unreadable(f'must be "{SCHEMA}", {found}', "schema")
    zone = raw.get("time_zone", "UTC")
    try:
        readers = _encounter_readers(f.text(zone))
    except Unreadable as wrong:
        raise wrong.within("time_zone") from None
    fields = _fields(raw, readers, ("id", "setting", "administrations"))
    del fields["schema"]
    if not fields["id"]:
        raise Unreadable("must not be empty", "id")
    return _new_encounter(**fields)


def _fields(raw: object, readers: Readers, required: tuple[str, ...]) -> dict[str, Any]:
    """Every property through its reader; the names are those of the record's dataclasses."""
    if type(raw) is not dict:
        raise Unreadable(f"must be an object, not {shown(raw)}")
    fields: dict[str, Any] = {}
    key: Any = ""
    try:
        for key, value in raw.items():
            fields[key] = readers[key](value)
    except KeyError:
        raise Unreadable(f"{shown(key)} is not a property the contract knows") from None
    except Unreadable as wrong:
        raise wrong.within(key) from None
    for name in required:
        if name not in fields:
            raise Unreadable("is missing", name)
    return fields


def _each(raw: object, read: Callable[[object], Any]) -> tuple[Any, ...]:
    """A list, each item through one reader."""
    if type(raw) is not list:
        raise Unreadable(f"must be a list, not {shown(raw)}")
    items = []
    try:
        for item in raw:
            items.append(read(item))  # so that its length is the index of an item that fails
    except Unreadable as wrong:
        raise wrong.within(f"[{len(items)}]") from None
    return tuple(items)


def _with_own_ids(items: tuple[Any, ...], kind: str) -> tuple[Any, ...]:
    """The same items; raises when two share an id."""
    if len({item.id for item in items}) == len(items):
        return items
    ids = [item.id for item in items]
    index = next(i for i, name in enumerate(ids) if name in ids[:i])
    raise Unreadable(f"the {kind} id {shown(ids[index])} is used twice", f"[{index}].id")


@lru_cache(maxsize=1024)
def _encounter_readers(zone: str) -> Readers:
    instant = instant_in(zone)

    def segment(raw: object) -> Segment:
        return _segment(raw, instant)

    def segments(raw: object) -> tuple[Segment, ...]:
        if type(raw) is not list or len(raw) != 1:
            return _each(raw, segment)
        try:
            return (_segment(raw[0], instant),)
        except Unreadable as wrong:
            raise wrong.within("[0]") from None

    administration_readers: Readers = {**ADMINISTRATION, "segments": segments}

    def administration(raw: object) -> Administration:
        return _new_administration(**_fields(raw, administration_readers, ("id", "drug", "route")))

    return {
        **ENCOUNTER,
        "administrations": lambda raw: _with_own_ids(_each(raw, administration), "administration"),
    }


def _segment(raw: object, instant: Instant) -> Segment:
    if type(raw) is not dict or not raw.keys() <= _SEGMENT_PROPERTIES or "start" not in raw:
        raise _wrong_segment(raw)
    start, stop = raw["start"], raw.get("stop")
    place = "start"
    try:
        began = None if start is None else instant(start)
        place = "stop"
        ended = None if stop is None else instant(stop)
        place = "stop_source"
        source = _stop_source(raw[place]) if place in raw else StopSource.OBSERVED
    except Unreadable as wrong:
        raise wrong.within(place) from None
    unreal = (began is None and start is not None) or (ended is None and stop is not None)
    return _new_segment(began, ended, source, unreal)


def _wrong_segment(raw: object) -> Unreadable:
    if type(raw) is not dict:
        return Unreadable(f"must be an object, not {shown(raw)}")
    for name in raw:
        if name not in _SEGMENT_PROPERTIES:
            return Unreadable(f"{shown(name)} is not a property the contract knows")
    return Unreadable("is missing", "start")


def _as_given(raw: object) -> object:
    """Left for a reader that needs more than the value."""
    return raw


def _access(raw: object) -> Access:
    return Access(**_fields(raw, ACCESS, ("id",)))


def _visit_service(raw: object) -> EvaluationAndManagement:
    return EvaluationAndManagement(**_fields(raw, VISIT_SERVICE, ("code",)))


def _patient(raw: object) -> Patient | None:
    return None if raw is None else Patient(**_fields(raw, PATIENT, ()))


_new_encounter, _new_administration, _new_segment = maker(Encounter), maker(Administration), maker(Segment)
_SEGMENT_PROPERTIES = frozenset({"start", "stop", "stop_source"})
_stop_source = f.chosen(StopSource)
PATIENT: Readers = {"mrn": f.text, "name": f.text, "birth_date": f.day}
VISIT_SERVICE: Readers = {"code": f.text, "separately_identifiable": f.true_or_false}
ACCESS: Readers = {
    "id": f.text,
    "device": f.chosen(Device),
    "site": f.text_or_none,
    "separate_reason": f.text_or_none,
}
ADMINISTRATION: Readers = {
    "id": f.text,
    "drug": f.text,
    "route": f.chosen(Route),
    "hcpcs": f.text_or_none,
    "ndc": f.text_or_none,
    "family": f.chosen(Family),
    "purpose": f.chosen(Purpose),
    "access": f.text_or_none,
    "bag": f.text_or_none,
    "ordered_minutes": f.whole_or_none,
    "order_on_file": f.true_or_false_or_none,
    "stop_reason": f.chosen(StopReason),
    "dose": f.amount_or_none,
    "opened": f.amount_or_none,
    "container": f.chosen(Container),
    "hcpcs_unit": f.amount_or_none,
    "volume": f.amount_or_none,
    "rate": f.amount_or_none,
    "lot": f.text_or_none,
    "expiry": f.day_or_none,
    "started_by": f.text_or_none,
    "stopped_by": f.text_or_none,
    "waste_witness": f.text_or_none,
    "response": f.text_or_none,
    "additional_pump_setups": f.whole,
    "clinic_supplied_pump": f.true_or_false,
}
ENCOUNTER: Readers = {
    "schema": _as_given,
    "id": f.text,
    "setting": f.chosen(Setting),
    "time_zone": f.text,
    "earlier_visit_same_day": f.true_or_false,
    "primary_administration": f.text_or_none,
    "payer": f.text_or_none,
    "authorization": f.text_or_none,
    "ordering_provider": f.text_or_none,
    "supervising_provider": f.text_or_none,
    "patient": _patient,
    "accesses": lambda raw: _with_own_ids(_each(raw, _access), "access"),
    "evaluation_and_management": lambda raw: _each(raw, _visit_service),
    "diagnoses": lambda raw: _each(raw, f.text),
}
