"""Charts and the room's picture: what is counted, told apart in grey, the same in PNG, SVG and PDF."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from nursedesk.outputs.paper.page import use_fonts
from nursedesk.outputs.pictures.chart_model import ChartModel, Series, plain_number
from nursedesk.outputs.pictures.charts import FILLS, GREY_FILLS, paint_chart
from nursedesk.outputs.pictures.files import PictureKind, picture_bytes
from nursedesk.outputs.pictures.gantt import (
    GanttBar,
    GanttModel,
    GanttRow,
    Side,
    _words_at,
    gantt_fitted,
    gantt_height,
    gantt_of,
    gantt_slices,
    paint_gantt,
)
from nursedesk.outputs.pictures.paper_style import paper_style
from nursedesk.outputs.pictures.timeline_layout import Scale
from nursedesk.outputs.pictures.timeline_style import TimelineStyle, contrast
from nursedesk.outputs.shift_figures import Figures
from nursedesk.outputs.shift_log import Period
from nursedesk.outputs.shift_visits import entries
from nursedesk.record.encounter import LineState, StopSource
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs.shift_day import asked, evening, morning
from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, ZONE, at, mg, ran

PERIOD = Period(at("07:00"), at("19:00"))
CHART = ChartModel(
    "Stops by week",
    "a note",
    ("2026-11-16", "2026-11-23"),
    (Series("missing", (4.0, 0.0)), Series("late", (2.0, 7.0)), Series("corrected", (1.0, 1.0))),
    "times",
)


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> Iterator[None]:
    use_fonts(ROOT / "resources" / "fonts")
    yield


def figures(**more: object) -> Figures:
    made = Figures(PERIOD, ZONE, at("19:00"))
    made.add(replace(ENCOUNTER, **more))  # type: ignore[arg-type]
    return made


def test_minutes_in_a_chair_are_counted_hour_by_hour() -> None:
    told = figures(freed=at("14:40"))
    assert dict(told.occupied) == {11: 58, 12: 60, 13: 60, 14: 40}


def test_lines_that_run_together_count_once() -> None:
    told = figures(
        administrations=(INFLIXIMAB, replace(INFLIXIMAB, id="x", line="x", segments=ran("12:00", "13:00")))
    )
    assert dict(told.running) == {11: 30, 12: 60, 13: 60, 14: 16}


def test_a_period_cuts_what_lies_outside_it() -> None:
    made = Figures(Period(at("12:00"), at("13:30")), ZONE, at("13:10"))
    made.add(ENCOUNTER)
    assert dict(made.occupied) == {12: 60, 13: 10}
    assert made.days == 1


def test_minutes_past_the_plan_stand_at_the_hour_of_the_stop() -> None:
    told = figures(administrations=(replace(INFLIXIMAB, ordered_minutes=120, volume=None, rate=None),))
    assert (dict(told.late_minutes), dict(told.late_lines)) == ({14: 24}, {14: 1})
    running = replace(INFLIXIMAB, ordered_minutes=120, state=LineState.RUNNING)
    assert not figures(administrations=(running,)).late_minutes


def test_late_and_missing_times_by_week() -> None:
    told = figures(
        administrations=(replace(INFLIXIMAB, segments=ran("11:30", "12:00", source=StopSource.CALCULATED)),)
    )
    week = date(2026, 11, 23)
    assert (told.late_entries[week], told.corrections[week], told.missing_stops[week]) == (1, 1, 1)
    assert told.weeks() == (week,)
    told.add(ENCOUNTER, ["missing-stop", "no-order"])
    assert told.missing_stops[week] == 2


def test_weeks_without_anything_are_there_too() -> None:
    made = Figures(Period(at("07:00") - timedelta(days=20), at("19:00")), ZONE, at("19:00"))
    assert [week.isoformat() for week in made.weeks()] == ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]


def chart(painter: QPainter, rect: QRectF) -> None:
    paint_chart(painter, rect, CHART, TimelineStyle(family="Inter Desk"))


def room(painter: QPainter, rect: QRectF) -> None:
    visits = entries([morning(), evening()], asked())
    model = gantt_of(visits, asked().period, ZONE, asked().period.end)
    paint_gantt(painter, rect, model, TimelineStyle(family="Inter Desk"))


@pytest.mark.parametrize(("paint", "words"), [(chart, "Stops by week"), (room, "Chair 3")])
def test_one_hand_paints_every_kind_of_file(paint: object, words: str) -> None:
    files = {kind: picture_bytes(paint, 640, 320, kind, "Chart") for kind in PictureKind}  # type: ignore[arg-type]
    png = Image.open(io.BytesIO(files[PictureKind.PNG]))
    assert png.size == (1376, 736)
    assert len(png.convert("L").histogram()) > 2 and png.convert("L").getextrema()[0] < 60
    svg = files[PictureKind.SVG].decode()
    assert "<svg" in svg and words in svg
    (page,) = PdfReader(io.BytesIO(files[PictureKind.PDF])).pages
    assert re.sub(r"\s", "", words) in re.sub(r"\s", "", page.extract_text())


def test_series_differ_in_grey() -> None:
    for fills in (FILLS, GREY_FILLS):
        assert len(set(fills)) == 3
    lightness = sorted(QColor(fill).lightness() for fill in GREY_FILLS)
    assert all(after - before > 30 for before, after in pairwise(lightness))
    # In colour two may be as light as each other: their patterns differ, so their pictures in grey do too.
    image = Image.open(io.BytesIO(picture_bytes(chart, 640, 320, PictureKind.PNG, "Chart"))).convert("L")
    swatches = []
    for x in (24, 24 + 44 + 47, 24 + 44 + 47 + 44 + 24):
        part = image.crop((2 * x + 4, 2 * 74, 2 * x + 30, 2 * 84))
        swatches.append(tuple(part.histogram()))
    assert len(set(swatches)) == 3


def test_words_stand_out_from_their_ground() -> None:
    style = paper_style(1.0)
    for token in ("ink", "quiet"):
        assert contrast(style.color(token), style.color("surface")) >= 7


def test_an_empty_chart_says_so() -> None:
    empty = replace(CHART, series=(Series("missing", (0.0, 0.0)),))
    svg = picture_bytes(
        lambda painter, rect: paint_chart(painter, rect, empty, TimelineStyle()),
        640,
        320,
        PictureKind.SVG,
        "Chart",
    )
    assert b"Nothing to show" in svg
    assert empty.spoken() == "Stops by week. Nothing to show in this period."


def test_a_note_that_has_no_room_in_one_line_has_another() -> None:
    note = "average over the minutes that have passed; days counted: 1; a chair with several lines counts once"
    noted = replace(CHART, note=note)
    narrow, wide = (
        picture_bytes(
            lambda painter, rect: paint_chart(painter, rect, noted, TimelineStyle(family="Inter Desk")),
            width,
            320,
            PictureKind.SVG,
            "Chart",
        ).decode()
        for width in (300, 1200)
    )
    assert note in wide and note not in narrow and "…" not in narrow
    lines = [
        line for line in re.findall(r">([^<>]+)</text>", narrow) if len(line.strip()) > 4 and line.strip() in note
    ]
    assert " ".join(line.strip() for line in lines) == note


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "0"), (0.04, "0"), (0.97, "1"), (1.25, "1.2"), (9.96, "10"), (1234.5, "1,234")],
)
def test_a_figure_is_written_in_one_way(value: float, words: str) -> None:
    assert plain_number(value) == words


def test_a_chart_can_be_read_aloud() -> None:
    assert CHART.spoken() == (
        "Stops by week. 2026-11-16: missing 4, late 2, corrected 1; 2026-11-23: late 7, corrected 1"
    )


def test_lines_at_the_same_time_lie_under_each_other() -> None:
    visits = [replace(morning(), encounter=replace(ENCOUNTER, opened=at("11:02")))]
    model = gantt_of(entries(visits, replace(asked(), period=PERIOD)), PERIOD, ZONE, at("19:00"))
    (row,) = model.rows
    lanes = [[bar for bar in row.bars if bar.lane == lane] for lane in range(row.lanes)]
    assert row.lanes > 1
    for lane in lanes:
        assert all(before.end <= after.begin for before, after in pairwise(lane))
    style = paper_style(1.0)
    part, height, rest = gantt_slices(model, gantt_height(model, style), style)
    assert (part.rows, rest.rows, height) == (model.rows, (), gantt_height(model, style))
    assert gantt_slices(model, 20, style)[0].rows == ()


@pytest.mark.parametrize("width", [320, 480, 700, 1200, 3000])
def test_every_name_on_the_picture_of_the_room_is_whole_and_lies_on_no_other(width: int) -> None:
    """Bars with their names, as far as each reaches, in every lane one after the other and inside the picture."""
    drugs = ("sodium chloride 0.9 %", "magnesium sulfate", "ado-trastuzumab emtansine", "cefTRIAXone")
    bars = tuple(
        GanttBar(at("08:00") + timedelta(minutes=7 * n), at("08:00") + timedelta(minutes=7 * n + n % 5 * 12),
                 drugs[n % 4], thin=n % 3 == 0, open=n % 7 == 0)
        for n in range(40)
    )  # fmt: skip
    model = GanttModel(at("07:00"), at("14:00"), ZONE, (GanttRow("1", bars=bars),))
    style = TimelineStyle(family="Inter Desk", gutter=96)
    (row,) = gantt_fitted(model, width, style).rows
    scale = Scale(96, width - 96, model.begin, model.end)
    assert len(row.bars) == len(bars) and None not in {bar.side for bar in row.bars}
    for lane in range(row.lanes):
        spans = []
        for bar in (one for one in row.bars if one.lane == lane):
            begin, words = _words_at(bar, style, scale), style.width(bar.label, 12)
            assert begin + words <= width + 0.01
            spans.append((min(begin, scale.x(bar.begin)), max(begin + words, scale.x(bar.end))))
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(spans)))
    found = {bar.side for bar in row.bars}
    assert found >= {320: {Side.LEFT, Side.OVER}, 3000: {Side.RIGHT, Side.INSIDE}}.get(
        width, {Side.LEFT, Side.RIGHT}
    )


def test_what_is_given_at_the_end_of_the_shift_is_cut_there() -> None:
    late = replace(ENCOUNTER, administrations=(replace(INFLIXIMAB, dose=mg("1")),))
    period = Period(at("07:00"), at("13:00"))
    visits = entries([replace(morning(), encounter=late)], replace(asked(), period=period))
    (bar,) = gantt_of(visits, period, ZONE, at("19:00")).rows[0].bars
    assert (bar.begin, bar.end, bar.open) == (at("11:30"), at("13:00"), True)


def test_an_hour_that_goes_on_counts_as_far_as_it_has_come() -> None:
    """Half past one, somebody in the chair since noon: one chair in both hours, not a half in the second."""
    made = Figures(Period(at("12:00"), at("19:00")), ZONE, at("13:30"))
    made.add(replace(ENCOUNTER, opened=at("12:00"), freed=None, closed=None, administrations=()))
    assert {hour: made.occupied[hour] / made.passed()[hour] for hour in made.passed()} == {12: 1.0, 13: 1.0}
