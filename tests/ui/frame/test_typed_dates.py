"""A date is read as it is written, its month in the language of either screen."""

import pytest
from nursedesk.ui.frame.typed_dates import parts


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("02-Feb-1961", (1961, 2, 2)),
        ("24-ene-2026", (2026, 1, 24)),
        ("03-abr-1990", (1990, 4, 3)),
        ("9 ago 1972", (1972, 8, 9)),
        ("30-dic-2026", (2026, 12, 30)),
        ("4 diciembre 2026", (2026, 12, 4)),
        ("30-Dec-2026", (2026, 12, 30)),
        ("enero 4, 2026", (2026, 1, 4)),
        ("24-xyz-2026", None),
    ],
)
def test_a_month_is_spelled_in_english_or_spanish(typed: str, read: tuple[int, int, int] | None) -> None:
    assert parts(typed) == read
