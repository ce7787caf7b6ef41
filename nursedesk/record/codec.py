"""Events as canonical JSON and back. The bytes are hashed and kept, so reading them must work for ever.

Shape: `{"body": {"kind": "Started", …}, "header": {…}}`, keys sorted, no white space, ASCII. A field that may
be left out is left out when it is None, one that events got later (`ADDED_LATER`) also at its default; a Decimal
is a string; an instant is ISO 8601 in UTC; an enum is its value.
"""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from nursedesk.record import events as _events
from nursedesk.record.events import Body, Event, Header

BODIES: dict[str, type] = {kind.__name__: kind for kind in get_args(Body)}


class UnreadableEvent(ValueError):
    """These bytes are not an event this version knows."""


def event_bytes(event: Event) -> bytes:
    """The canonical bytes of an event: what is hashed, kept and read again."""
    whole = {"header": _plain(event.header), "body": _plain(event.body)}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def decode_event(data: bytes | str) -> Event:
    """The event these canonical bytes are. Raises `UnreadableEvent` when they are not one."""
    try:
        whole = json.loads(data)
        return Event(header=_reader(Header)(whole["header"]), body=_read_body(whole["body"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableEvent(f"An event cannot be read: {error}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return _plain_record(value)
    raise TypeError(f"{type(value).__name__} has no place in an event")


def _plain_record(record: Any) -> dict[str, Any]:
    plain = {}
    for field in fields(record):
        part = getattr(record, field.name)
        if field.metadata.get("added_later") and part == field.default:
            continue
        if part is not None or field.default is MISSING:
            plain[field.name] = _plain(part)
    if type(record).__name__ in BODIES:
        plain["kind"] = type(record).__name__
    return plain


def _read_body(plain: dict[str, Any]) -> Body:
    body: Body = _reader(BODIES[plain["kind"]])({name: part for name, part in plain.items() if name != "kind"})
    return body


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that turns the plain form of `kind` back into it."""
    if kind == Body:
        return _read_body
    supertype = getattr(kind, "__supertype__", None)
    if supertype is not None:
        return _reader(supertype)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        inner = _reader(get_args(kind)[0])
        return lambda plain: tuple(inner(part) for part in plain)
    if is_dataclass(kind):
        return _record_reader(kind)
    return _value_reader(kind)


def _optional_reader(kind: Any) -> Callable[[Any], Any]:
    options = [option for option in get_args(kind) if option is not type(None)]
    # `Body | None` flattens into every body; anything else here is `X | None`.
    inner = _read_body if len(options) > 1 else _reader(options[0])
    return lambda plain: None if plain is None else inner(plain)


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind, vars(_events))
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    return lambda plain: kind(**{name: readers[name](part) for name, part in plain.items()})


def _value_reader(kind: Any) -> Callable[[Any], Any]:
    if kind is datetime:
        return _read_instant
    if kind is date:
        return date.fromisoformat
    if kind in (str, int, bool):
        return lambda plain: _exactly(kind, plain)
    if isinstance(kind, type) and issubclass(kind, Enum | Decimal):
        return kind
    raise TypeError(f"{kind} has no place in an event")


def _read_instant(plain: str) -> datetime:
    instant = datetime.fromisoformat(plain)
    if instant.tzinfo is None:
        raise ValueError("an instant without an offset")
    return instant.astimezone(UTC)


def _exactly(kind: type, plain: Any) -> Any:
    if type(plain) is not kind:
        raise TypeError(f"{plain!r} is not {kind.__name__}")
    return plain
