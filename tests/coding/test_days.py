"""The date of a charted minute is the zone's own, on any day and at the ends of time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.coding.services import local_day
from nursedesk.record.intervals import minute_of

ZONES = ["America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Monrovia", "UTC"]


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(3, 1, 1), datetime(9997, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - naive bounds
)
def test_any_minute(zone: str, instant: datetime) -> None:
    instant = instant.replace(second=0, microsecond=0)
    assert local_day(zone, minute_of(instant)) == instant.astimezone(ZoneInfo(zone)).date()


@pytest.mark.parametrize(
    ("zone", "start", "days"),
    [
        ("America/New_York", datetime(2026, 3, 7, tzinfo=UTC), 3),
        ("Pacific/Apia", datetime(2011, 12, 29, tzinfo=UTC), 3),
    ],
)
def test_every_minute_around_a_change_of_clocks(zone: str, start: datetime, days: int) -> None:
    for minute in range(0, days * 1440, 7):
        instant = start + timedelta(minutes=minute)
        assert local_day(zone, minute_of(instant)) == instant.astimezone(ZoneInfo(zone)).date()


def test_a_zone_nobody_knows_and_the_ends_of_time() -> None:
    assert local_day("No/Where", minute_of(datetime(2026, 3, 2, 23, 59, tzinfo=UTC))) == date(2026, 3, 2)
    assert local_day("Pacific/Kiritimati", minute_of(datetime(9999, 12, 31, 23, tzinfo=UTC))) == date(9999, 12, 31)
    assert local_day("America/New_York", minute_of(datetime(1, 1, 1, tzinfo=UTC))) == date(1, 1, 1)
