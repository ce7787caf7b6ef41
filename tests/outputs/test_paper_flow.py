"""Pieces on pages: nothing lost, nothing too tall, heads repeated, what belongs together together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.paper.flow import Piece, air, height_of, pages, stacked


def nothing(painter: object, x: float, y: float) -> None:
    """What these pieces paint."""


def rows(count: int, height: float = 10.0, head: Piece | None = None) -> list[Piece]:
    return [Piece(height, nothing, repeat=(head,) if head else ()) for _ in range(count)]


def test_what_fits_is_on_one_page() -> None:
    (page,) = pages(rows(10), 100, 100)
    assert [top for _, top in page] == [10.0 * index for index in range(10)]


def test_a_head_is_repeated_above_a_row_that_begins_a_page() -> None:
    head = Piece(5.0, nothing, keep_next=True)
    found = pages([head, *rows(20, head=head)], 100, 100)
    assert len(found) == 3
    assert all(page[0][0] is head for page in found)
    assert sum(piece is not head for page in found for piece, _ in page) == 20


def test_a_heading_stays_with_its_first_row() -> None:
    heading = Piece(10.0, nothing, keep_next=True)
    found = pages([*rows(9), heading, *rows(1)], 100, 100)
    assert len(found) == 2
    assert found[1][0][0] is heading


def test_space_is_left_out_at_the_head_of_a_page() -> None:
    found = pages([*rows(10), air(8.0), *rows(1)], 100, 100)
    assert [top for _, top in found[1]] == [0.0]


def test_no_pieces_are_one_empty_page() -> None:
    assert pages([], 100, 100) == ((),)


@given(
    st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=60),
    st.floats(120, 300),
    st.floats(120, 300),
)
def test_every_piece_is_on_exactly_one_page_in_order(
    sizes: list[tuple[float, bool]], first: float, further: float
) -> None:
    pieces = [
        Piece(height, nothing, keep_next=keep and index % 2 == 0) for index, (height, keep) in enumerate(sizes)
    ]
    found = pages(pieces, first, further)
    assert [piece for page in found for piece, _ in page] == pieces
    for number, page in enumerate(found):
        room = first if number == 0 else further
        assert height_of(piece for piece, _ in page) <= room + 1e-6
        assert [top for _, top in page] == sorted(top for _, top in page)


def test_stacked_pieces_are_as_tall_as_all() -> None:
    assert stacked(rows(3)).height == pytest.approx(30.0)
