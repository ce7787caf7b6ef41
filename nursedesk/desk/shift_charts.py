"""The charge nurse's charts of a period: chairs, minutes past the plan, late and missing times, stops."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.boundary_report import DISTANCES, WINDOW, Report
from nursedesk.desk.shift import logged
from nursedesk.outputs.formats import day
from nursedesk.outputs.pictures.chart_model import ChartModel, Series
from nursedesk.outputs.shift_figures import HOURS, Figures
from nursedesk.outputs.shift_log import Period
from nursedesk.outputs.shift_visits import Told
from nursedesk.store.reader import Reader


class ChartName(StrEnum):
    CHAIRS = "chairs"
    LATE = "late"
    TIMES = "times"
    BOUNDARIES = "boundaries"


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Every word on the charts; the screen passes translated ones."""

    chairs: str = "Chairs in use, by hour of the day"
    chairs_note: str = (
        "average over the minutes that have passed; days counted: {days}; a chair with several lines counts once"
    )
    occupied: str = "somebody in the chair"
    running: str = "something running"
    chairs_unit: str = "chairs"
    late: str = "Minutes past the planned end, by hour of the stop"
    late_note: str = "{minutes} min over {lines} lines that ran longer than ordered or than volume and rate say"
    late_series: str = "minutes past the plan"
    late_unit: str = "min"
    times: str = "Stops not charted and times charted late, by week"
    times_note: str = "weeks from Monday; by the day a visit began"
    missing: str = "stop missing or calculated"
    entered: str = "late entry"
    corrected: str = "correction"
    times_unit: str = "times"
    boundaries: str = "Stops around the minutes where a ticket changes"
    boundaries_note: str = "{near} of {stops} timed lines came down within {window} min of one; profile {profile}"
    pressed: str = "pressed as it happened"
    typed: str = "typed or calculated afterwards"
    boundaries_unit: str = "stops"
    mark: str = "the ticket changes here"
    nothing: str = "Nothing to show in this period."
    day: Callable[[date], str] = day
    """A day as it is read everywhere, `24-Nov-2026`."""


def charts_of(
    reader: Reader,
    rulebook: Rulebook,
    period: Period,
    zone: ZoneInfo,
    now: datetime,
    words: ChartWords,
    told: Told | None = None,
) -> dict[ChartName, ChartModel]:
    """The four charts of a period, counted visit by visit; `told` hears how far it is."""
    figures, report = Figures(period, zone, now), Report(rulebook)
    total = reader.count_between(period.begin, period.end) if told else 0
    for number, visit in enumerate(logged(reader, period, rulebook), start=1):
        found = visit.ticket.get("findings", ()) if visit.ticket is not None else ()
        figures.add(visit.encounter, [one["code"] for one in found])
        report.add(visit.encounter)
        if told is not None:
            told(number, total)
    return drawn(figures, report, words)


def drawn(figures: Figures, report: Report, words: ChartWords) -> dict[ChartName, ChartModel]:
    """Counts as charts."""
    return {
        ChartName.CHAIRS: _chairs(figures, words),
        ChartName.LATE: _late(figures, words),
        ChartName.TIMES: _times(figures, words),
        ChartName.BOUNDARIES: _boundaries(report, words),
    }


def _hours(*counts: Iterable[int]) -> range:
    """The hours of the day that have anything, an hour of air on each side."""
    used = [hour for count in counts for hour in count]
    return range(max(min(used) - 1, 0), min(max(used) + 2, 24)) if used else HOURS


def _chairs(figures: Figures, words: ChartWords) -> ChartModel:
    hours = _hours(figures.occupied, figures.running)
    passed = figures.passed()
    return ChartModel(
        words.chairs,
        words.chairs_note.format(days=figures.days),
        tuple(f"{hour:02}" for hour in hours),
        (
            Series(words.occupied, tuple(figures.occupied[hour] / max(passed[hour], 1) for hour in hours)),
            Series(words.running, tuple(figures.running[hour] / max(passed[hour], 1) for hour in hours)),
        ),
        words.chairs_unit,
        nothing=words.nothing,
    )


def _late(figures: Figures, words: ChartWords) -> ChartModel:
    hours = _hours(figures.late_minutes)
    minutes, lines = figures.late_minutes.total(), figures.late_lines.total()
    return ChartModel(
        words.late,
        words.late_note.format(minutes=minutes, lines=lines),
        tuple(f"{hour:02}" for hour in hours),
        (Series(words.late_series, tuple(float(figures.late_minutes[hour]) for hour in hours)),),
        words.late_unit,
        nothing=words.nothing,
    )


def _times(figures: Figures, words: ChartWords) -> ChartModel:
    weeks = figures.weeks()
    return ChartModel(
        words.times,
        words.times_note,
        tuple(words.day(week) for week in weeks),
        (
            Series(words.missing, tuple(float(figures.missing_stops[week]) for week in weeks)),
            Series(words.entered, tuple(float(figures.late_entries[week]) for week in weeks)),
            Series(words.corrected, tuple(float(figures.corrections[week]) for week in weeks)),
        ),
        words.times_unit,
        nothing=words.nothing,
    )


def _boundaries(report: Report, words: ChartWords) -> ChartModel:
    all_at = [sum(spread.at[at] for spread in report.spreads.values()) for at in range(len(DISTANCES))]
    typed = [sum(spread.typed[at] for spread in report.spreads.values()) for at in range(len(DISTANCES))]
    note = words.boundaries_note.format(
        near=report.near, stops=report.stops, window=WINDOW, profile=report.rulebook.profile
    )
    return ChartModel(
        words.boundaries,
        note,
        tuple(f"{distance:+d}" if distance else "0" for distance in DISTANCES),
        (
            Series(words.pressed, tuple(float(all_ - late) for all_, late in zip(all_at, typed, strict=True))),
            Series(words.typed, tuple(map(float, typed))),
        ),
        words.boundaries_unit,
        stacked=True,
        mark=WINDOW,
        mark_words=words.mark,
        nothing=words.nothing,
    )
