"""A link changes with anything it covers."""

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.chain import GENESIS, head_of, link


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=6, unique=True), st.data())
def test_reordering_dropping_or_changing_an_event_changes_the_head(
    payloads: list[bytes], data: st.DataObject
) -> None:
    head = head_of("A", payloads)
    place = data.draw(st.integers(0, len(payloads) - 1))
    assert head_of("A", payloads[:place] + payloads[place + 1 :]) != head
    assert head_of("A", list(reversed(payloads))) != head
    assert head_of("A", [*payloads[:place], payloads[place] + b"x", *payloads[place + 1 :]]) != head
    assert head_of("B", payloads) != head


def test_the_border_between_station_and_payload_is_part_of_the_hash() -> None:
    assert link(GENESIS, "AB", 1, b"C") != link(GENESIS, "A", 1, b"BC")


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=6))
def test_a_run_can_be_taken_up_where_it_was_left(payloads: list[bytes]) -> None:
    half = len(payloads) // 2
    first = head_of("A", payloads[:half])
    assert head_of("A", payloads[half:], first, half) == head_of("A", payloads)
