"""Figures of a period for the charge nurse: chairs in use, minutes past the plan, what was missing or late.

Counted visit by visit; the size of a count goes by hours and weeks, not by visits.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from nursedesk.outputs.shift_log import Period
from nursedesk.record.encounter import Administration, Encounter, Label, LineState, StopSource
from nursedesk.record.intervals import running_minutes
from nursedesk.watch.lines import planned_minutes

HOURS = range(24)
_MISSING = frozenset({"missing-stop", "hold-missing-stop"})


@dataclass(slots=True)
class Figures:
    """Counts over a period; instants are told in `zone`, a running line or stay counts up to `until`."""

    period: Period
    zone: ZoneInfo
    until: datetime
    occupied: Counter[int] = field(default_factory=Counter)
    """Minutes with somebody in a chair, by hour of the day."""
    running: Counter[int] = field(default_factory=Counter)
    """Minutes with something running in it, lines of one chair counted once."""
    late_minutes: Counter[int] = field(default_factory=Counter)
    """Minutes that lines ran past their plan, by the hour of their stop."""
    late_lines: Counter[int] = field(default_factory=Counter)
    missing_stops: Counter[date] = field(default_factory=Counter)
    """By the Monday of the week."""
    late_entries: Counter[date] = field(default_factory=Counter)
    corrections: Counter[date] = field(default_factory=Counter)

    def add(self, visit: Encounter, findings: Iterable[str] = ()) -> None:
        """Count one visit; `findings` are the codes its ticket or draft has."""
        end = visit.freed or visit.closed or self.until
        if visit.opened is not None:
            self._spread([(visit.opened, end)], self.occupied)
        spans = [(s.start, s.stop or self.until) for one in visit.administrations for s in one.segments if s.start]
        self._spread(_union(spans), self.running)
        seen: set[str] = set()
        for one in visit.administrations:
            if (one.line or one.id) not in seen:
                seen.add(one.line or one.id)
                self._count_late(one)
        self._count_times(visit, findings)

    @property
    def days(self) -> int:
        """Days of the period that have begun, at least one."""
        length = min(self.until, self.period.end) - self.period.begin
        return max(1, -(-length // timedelta(days=1)))

    def passed(self) -> Counter[int]:
        """Minutes of the period that have passed, by hour of the day: of an hour that goes on those until now."""
        minutes: Counter[int] = Counter()
        self._spread([(self.period.begin, self.period.end)], minutes)
        return minutes

    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the period's weeks."""
        first = monday(self.period.begin.astimezone(self.zone).date())
        last = monday((min(self.until, self.period.end) - timedelta(microseconds=1)).astimezone(self.zone).date())
        return tuple(first + timedelta(weeks=at) for at in range((last - first).days // 7 + 1))

    def _spread(self, spans: Iterable[tuple[datetime, datetime]], into: Counter[int]) -> None:
        """Minutes of spans, cut to the period, by the hour of the day they lie in."""
        for start, stop in spans:
            at, end = max(start, self.period.begin), min(stop, self.period.end, self.until)
            while at < end:
                local = at.astimezone(self.zone)
                rest = timedelta(hours=1) - timedelta(
                    minutes=local.minute, seconds=local.second, microseconds=local.microsecond
                )
                reach = min(at + rest, end)
                into[local.hour] += round((reach - at) / timedelta(minutes=1))
                at = reach

    def _count_late(self, one: Administration) -> None:
        planned, stops = planned_minutes(one), [part.stop for part in one.segments if part.stop]
        if planned is None or not stops or one.state is not LineState.STOPPED or max(stops) not in self.period:
            return
        over = running_minutes(one) - planned
        if over > 0:
            hour = max(stops).astimezone(self.zone).hour
            self.late_minutes[hour] += over
            self.late_lines[hour] += 1

    def _count_times(self, visit: Encounter, findings: Iterable[str]) -> None:
        if visit.opened is None or visit.opened not in self.period:
            return
        week = monday(visit.opened.astimezone(self.zone).date())
        labels = Counter(note.label for note in visit.time_notes)
        self.late_entries[week] += labels[Label.LATE_ENTRY]
        self.corrections[week] += labels[Label.CORRECTION]
        calculated = sum(
            part.stop_source is StopSource.CALCULATED and part.stop is not None
            for one in visit.administrations
            for part in one.segments
        )
        self.missing_stops[week] += sum(code in _MISSING for code in findings) + calculated


def monday(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def _union(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    merged: list[tuple[datetime, datetime]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return merged
