"""The suite's favourites survive being kept as settings; what cannot be read is left out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.favourites import Favourite, as_text, favourites, favourites_of
from nursedesk.record.encounter import Amount, Purpose, Route

AMOUNTS = st.decimals(min_value="0.001", max_value=100_000, places=3)
FAVOURITES = st.builds(
    Favourite,
    drug=st.text(min_size=1, max_size=30),
    route=st.sampled_from(Route),
    purpose=st.sampled_from(Purpose),
    dose=st.none() | st.builds(Amount, AMOUNTS, st.sampled_from(("mg", "mL", "[iU]"))),
    diluent=st.none() | st.text(max_size=20),
    volume=st.none() | AMOUNTS,
    rate=st.none() | AMOUNTS,
    minutes=st.none() | st.integers(1, 1440),
    then=st.lists(AMOUNTS, max_size=3).map(tuple),
    every=st.none() | st.integers(1, 60),
)


@given(st.lists(FAVOURITES, max_size=4).map(tuple))
def test_a_list_comes_back_as_it_was_kept(own: tuple[Favourite, ...]) -> None:
    assert favourites_of(as_text(own)) == own


def test_a_suite_without_a_list_has_ours_and_an_empty_list_is_one() -> None:
    assert favourites_of(None) == favourites()
    assert favourites_of(()) == ()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"drug": 1}', '{"drug": "x", "route": "by mail"}'])
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    (kept,) = as_text((Favourite("ceftriaxone", Route.IV_PUSH, Purpose.TREATMENT, Amount(Decimal(1), "g")),))
    assert [one.drug for one in favourites_of((text, kept))] == ["ceftriaxone"]
