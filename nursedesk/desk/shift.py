"""The shift log of a period, from the record."""

from datetime import datetime
from zoneinfo import ZoneInfo

from nursedesk.desk.suite import Suite
from nursedesk.outputs.shift_log import Period, ShiftLog, hand_overs_of, shift_log
from nursedesk.record.fold import fold
from nursedesk.store.reader import Reader


def log_of(reader: Reader, suite: Suite, period: Period, now: datetime, nurse: str | None = None) -> ShiftLog:
    """Every line that was up in the period, whoever's or one nurse's; running ones counted up to `now`."""
    visits = [events for _, events in reader.encounters_between(period.begin, period.end)]
    return shift_log(
        [fold(events) for events in visits],
        period,
        suite.signatures(),
        ZoneInfo(suite.facts.zone),
        hand_overs_of(event for events in visits for event in events),
        nurse,
        now,
    )
