"""The next rate of a line whose rate is changed by plan, and the minute it is planned for."""

from datetime import datetime

from nursedesk.record.encounter import Administration, Amount
from nursedesk.watch.lines import MINUTE, Line, charted_minute


def next_rate(line: Line, now: datetime) -> tuple[Amount, datetime] | None:
    """(the next planned rate, its minute) of a running line; None after the last, or off the plan.

    The plan counts from when the present rate was charted, pauses out: a step set late moves the next one.
    """
    drug = line.first
    place = _place(drug, now) if line.running else None
    if place is None:
        return None
    minutes = drug.steps[place].minutes
    if minutes is None or place + 1 >= len(drug.steps):
        return None
    ran = _ran(drug, now, drug.rate_since)
    return drug.steps[place + 1].rate, charted_minute(now) + (minutes - ran) * MINUTE


def _place(drug: Administration, now: datetime) -> int | None:
    """Which step the charted rate is; of equal ones the one that is due by the minutes run."""
    known = [place for place, step in enumerate(drug.steps) if step.rate == drug.rate]
    if len(known) < 2:
        return known[0] if known else None
    if drug.rate_since is None:
        return 0
    ran = _ran(drug, now) - _ran(drug, now, drug.rate_since)
    begins = {place: sum(step.minutes or 0 for step in drug.steps[:place]) for place in known}
    return min(known, key=lambda place: abs(begins[place] - ran))


def _ran(drug: Administration, now: datetime, since: datetime | None = None) -> int:
    """Charted minutes the line has run, pauses out; those after `since`, where one is given."""
    total = 0
    for segment in drug.segments:
        if segment.start is None:
            continue
        start = charted_minute(segment.start)
        if since is not None:
            start = max(start, charted_minute(since))
        end = charted_minute(segment.stop or now)
        total += max((end - start) // MINUTE, 0)
    return total
