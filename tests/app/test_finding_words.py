"""What the search says beside a hit from the record."""

import pytest
from nursedesk.app.finding import _facts


@pytest.mark.parametrize(
    ("iso", "more", "said"),
    [
        ("2026-11-24", "A-261124-007", "24-Nov-2026 · A-261124-007"),
        ("2026-11-24", None, "24-Nov-2026"),
        (None, "A-261124-007", "A-261124-007"),
        (None, None, ""),
    ],
)
def test_a_day_is_read_as_everywhere_and_nothing_missing_leaves_a_dot(
    iso: str | None, more: str | None, said: str
) -> None:
    assert _facts(iso, more) == said
