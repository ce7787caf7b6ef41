"""Every kind of event survives canonical JSON; the bytes do not depend on how they were made."""

import json
from datetime import UTC
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.codec import BODIES, UnreadableEvent, decode_event, event_bytes
from nursedesk.record.events import Body, Event, Header

_INSTANTS = st.datetimes(timezones=st.just(UTC))
_TEXT = st.text(max_size=12)
st.register_type_strategy(str, _TEXT)


def _bodies() -> st.SearchStrategy:
    return st.one_of([st.from_type(kind) for kind in get_args(Body)])


@pytest.fixture(autouse=True, scope="module")
def _utc() -> None:
    from datetime import datetime
    from decimal import Decimal

    st.register_type_strategy(datetime, _INSTANTS)
    st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))


@given(st.data())
def test_events_come_back_as_they_were(data: st.DataObject) -> None:
    event = Event(data.draw(st.from_type(Header)), data.draw(_bodies()))
    raw = event_bytes(event)
    assert decode_event(raw) == event
    assert event_bytes(decode_event(raw)) == raw
    assert raw.isascii()


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len(BODIES) == len(get_args(Body))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        json.dumps({"header": {}, "body": {"kind": "Started", "line": "L1", "segment": 1}}).encode(),
        json.dumps({"header": {}, "body": {"kind": "Nonsense"}}).encode(),
        b"[" * 100_000,
    ],
)
def test_what_is_not_an_event_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableEvent):
        decode_event(raw)
