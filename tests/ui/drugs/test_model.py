"""What the drugs page lists and finds, from the table as it is installed."""

from datetime import date, timedelta

import pytest
from nursedesk.catalog.favourites import favourites
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.record.encounter import Container, Family
from nursedesk.ui.drugs.model import NEAR, in_force, rows_of, shown
from nursedesk.ui.drugs.words import container_word, days_words, favourite_words, payment_word
from nursedesk.ui.family_words import family_word

BOOK = load_rulebook()
DAY = date(2026, 11, 24)
ROWS = rows_of(BOOK.drugs.values(), favourites(), DAY)


def test_each_drug_is_there_once_and_by_name() -> None:
    names = [row.drug.name.lower() for row in ROWS]
    assert names == sorted(set(names))
    assert {row.drug.name for row in ROWS} == {drug.name for drug in BOOK.drugs.values()}


def test_every_favourite_is_marked() -> None:
    marked = {name.lower() for row in ROWS if row.given for name in (row.drug.name, *row.drug.brands)}
    known = {one.drug.lower() for one in favourites() if one.drug.lower() in BOOK.drugs}
    assert known <= marked
    assert all(row.given for row in shown(ROWS, "", favourites_only=True))
    assert 0 < len(shown(ROWS, "", favourites_only=True)) < len(ROWS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("infliximab", "infliximab"),
        ("Remicade", "infliximab"),
        ("j1745", "infliximab"),
        ("inflixmab", "infliximab"),
        ("  ONDAN ", "ondansetron"),
        ("ondansatron", "ondansetron"),
    ],
)
def test_a_search_forgives_and_knows_brands_and_codes(typed: str, first: str) -> None:
    assert shown(ROWS, typed)[0].drug.name == first


def test_near_misses_come_only_when_nothing_is_spelled_so() -> None:
    exact = shown(ROWS, "ondansetron")
    assert all("ondansetron" in row.drug.name for row in exact)
    assert len(shown(ROWS, "ondansatron")) <= NEAR
    assert shown(ROWS, "zzqqxx") == ()


def test_a_code_counts_on_its_first_and_last_day_and_not_beside_them() -> None:
    ended = next(code for row in ROWS for code in row.drug.codes if code.effective_to and code.effective_from)
    assert ended.effective_from
    assert ended.effective_to
    day = timedelta(days=1)
    assert in_force(ended, ended.effective_from)
    assert in_force(ended, ended.effective_to)
    assert not in_force(ended, ended.effective_from - day)
    assert not in_force(ended, ended.effective_to + day)


def test_every_drug_has_words(qapp: object) -> None:
    assert all(family_word(one) for one in Family)
    assert all(container_word(one) for one in Container)
    for row in ROWS:
        for code in row.drug.codes:
            assert days_words(code).startswith("in force")
            assert payment_word(code) == ("payable" if code.payable else "packaged")
        for one in row.given:
            assert "_" not in favourite_words(one)
