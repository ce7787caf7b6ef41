"""The timeline's values are the record's and the coder's, and its painter shows them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.pictures.timeline import paint_overview, paint_timeline
from nursedesk.outputs.pictures.timeline_bars import pause_plate, struck_mark
from nursedesk.outputs.pictures.timeline_build import Naming, packed, plain_amount, timeline
from nursedesk.outputs.pictures.timeline_layout import PlacedBar, Taken, line_at, scale_of, timeline_height
from nursedesk.outputs.pictures.timeline_model import (
    Bar,
    Pause,
    Span,
    TimelineModel,
    Tone,
    clock_text,
    instant_of_minute,
    merged,
    overlaps,
    spoken,
    tick_step,
    ticks,
)
from nursedesk.outputs.pictures.timeline_style import LIGHT, TimelineStyle, contrast, legible
from nursedesk.record.encounter import Amount, LineState, Status
from nursedesk.watch.policy import Policy
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.encounter import moreno
from tests.ui.encounter.moreno import NOW, ZONE, at

START = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.fixture
def model() -> TimelineModel:
    return timeline(moreno.encounter(), moreno.look(), NOW, ZONE, Naming(moreno.NAMES))


def bar_of(model: TimelineModel, line: str) -> Bar:
    return next(bar for bar in model.bars if bar.line == line)


def test_a_lane_for_every_access_with_what_hangs_on_it(model: TimelineModel) -> None:
    assert [lane.title for lane in model.lanes] == ["Access A", "Access B"]
    assert model.lanes[0].details == ("PIV, left forearm", "placed 11:05")
    assert model.lanes[1].details == ("PIV, right hand", "second line for flow")
    assert [[bar.title for bar in row] for row in model.lanes[0].rows] == [["inFLIXimab"]]
    assert [bar.caption for bar in model.lanes[0].thin] == ["sodium chloride 0.9 % · keep open · not charged"]
    assert [(m.time, m.title, m.dose) for m in model.lanes[0].pushes] == [
        ("11:12", "diphenhydrAMINE", "25 mg"),
        ("11:15", "methylPREDNISolone", "40 mg"),
    ]


def test_the_pause_is_the_gap_between_two_spans(model: TimelineModel) -> None:
    bar = bar_of(model, "L1")
    assert [(s.begin, s.end, s.open) for s in bar.spans] == [
        (at("11:30"), at("12:18"), False),
        (at("12:40"), NOW, True),
    ]
    assert [(p.begin, p.end, p.text) for p in bar.pauses] == [(at("12:18"), at("12:40"), "paused 22 min")]
    assert bar.total == "2 h 15 min"


def test_boundaries_stand_at_the_clock_minute_at_which_the_ticket_changes(model: TimelineModel) -> None:
    marks = [(m.minute, m.at, m.passed) for m in bar_of(model, "L1").marks]
    assert marks == [(16, at("11:46"), True), (91, at("13:23"), True), (151, at("14:23"), False)]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(Policy.SHOWN, [16, 91, 151]), (Policy.AFTER, [16, 91]), (Policy.HIDDEN, [])],
)
def test_boundaries_follow_the_policy_of_the_site(policy: Policy, expected: list[int]) -> None:
    model = timeline(moreno.encounter(), moreno.look(), NOW, ZONE, Naming(), policy)
    assert [m.minute for m in bar_of(model, "L1").marks] == expected


def test_shared_minutes_are_hatched_on_both_lines(model: TimelineModel) -> None:
    stretch = ((at("12:55"), at("13:45")),)
    assert bar_of(model, "L1").shared == stretch
    assert bar_of(model, "L2").shared == stretch
    assert bar_of(model, "L2").shared_text == "50 of 50 min shared: concurrent"
    assert bar_of(model, "L3").shared == ()


def test_a_corrected_time_keeps_the_struck_one(model: TimelineModel) -> None:
    (struck,) = bar_of(model, "L2").struck
    assert (struck.was, struck.now, struck.was_text, struck.now_text) == (
        at("13:52"),
        at("13:45"),
        "13:52",
        "now 13:45",
    )


def test_tones_say_running_beside_and_finished(model: TimelineModel) -> None:
    assert bar_of(model, "L1").tone is Tone.RUNNING
    assert bar_of(model, "L2").tone is Tone.SECOND
    encounter = moreno.encounter()
    ended = tuple(
        replace(
            a,
            state=LineState.STOPPED,
            segments=tuple(replace(s, stop=s.stop or at("14:16")) for s in a.segments),
        )
        for a in encounter.administrations
    )
    closed = replace(encounter, administrations=ended, status=Status.CLOSED, closed=at("14:29"))
    finished = timeline(closed, None, None, ZONE)
    assert bar_of(finished, "L1").tone is Tone.FINISHED
    assert finished.now is None
    assert not any(bar.running for bar in finished.bars)


def test_a_missing_stop_is_said_once_the_visit_is_closed() -> None:
    closed = replace(moreno.encounter(), status=Status.CLOSED, closed=at("14:29"))
    bar = bar_of(timeline(closed, moreno.look(), None, ZONE), "L1")
    assert bar.caption == "stop not recorded"
    assert bar.end == at("14:29")


def test_a_line_paused_now_is_drawn_as_paused_up_to_now() -> None:
    encounter = moreno.encounter()
    paused = tuple(
        replace(a, state=LineState.PAUSED, segments=a.segments[:1]) if a.line == "L1" else a
        for a in encounter.administrations
    )
    bar = bar_of(timeline(replace(encounter, administrations=paused), None, NOW, ZONE), "L1")
    assert [(p.begin, p.end, p.text) for p in bar.pauses] == [(at("12:18"), NOW, "paused 1 h 49 min")]


def test_a_visit_with_nothing_given_has_an_hour_to_show() -> None:
    bare = replace(moreno.encounter(), administrations=(), accesses=(), opened=None)
    model = timeline(bare, None, None, ZONE)
    assert model.end - model.begin == minutes(60)
    assert model.lanes == ()


def test_everything_is_also_said_in_words(model: TimelineModel) -> None:
    said = spoken(model)
    assert "11:12 diphenhydrAMINE 25 mg, Access A" in said
    assert "inFLIXimab 400 mg, Access A: 11:30 to 12:18, 12:40 to running · 2 h 15 min" in said
    assert len(said) == 5


def span(begin: int, end: int, running: bool = False) -> Span:
    return Span(START + minutes(begin), START + minutes(end), running)


@pytest.mark.parametrize(
    ("minute", "ahead", "expected"),
    [(16, False, 16), (48, False, 48), (49, False, 71), (135, False, 157), (151, False, None), (151, True, 173)],
)
def test_the_instant_of_a_charted_minute(minute: int, ahead: bool, expected: int | None) -> None:
    found = instant_of_minute((span(0, 48), span(70, 157, running=True)), minute, ahead)
    assert found == (None if expected is None else START + minutes(expected))


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 90)), max_size=6), st.integers(0, 500))
def test_merged_stretches_cover_the_same_minutes_once(raw: list[tuple[int, int]], probe: int) -> None:
    stretches = tuple((START + minutes(a), START + minutes(a + length)) for a, length in raw)
    found = merged(stretches)
    instant = START + minutes(probe)
    assert any(a <= instant <= b for a, b in stretches) == any(a <= instant <= b for a, b in found)
    assert all(x[1] < y[0] for x, y in pairwise(found))


def test_overlaps_are_the_minutes_both_run() -> None:
    found = overlaps((span(0, 48), span(70, 157)), (span(40, 80),))
    assert found == ((START + minutes(40), START + minutes(48)), (START + minutes(70), START + minutes(80)))


def test_bars_that_follow_each_other_share_a_row() -> None:
    def bar(begin: int, end: int) -> Bar:
        return Bar("x", "x", "", Tone.FINISHED, (span(begin, end),))

    assert [len(row) for row in packed([bar(0, 30), bar(30, 60), bar(50, 70), bar(70, 80)])] == [3, 1]


@given(st.integers(0, 400), st.integers(30, 900), st.sampled_from([5, 10, 15, 30, 60, 120]))
def test_ticks_stand_on_whole_steps_of_the_local_day(first: int, length: int, step: int) -> None:
    begin = START + minutes(first)
    found = ticks(begin, begin + minutes(length), ZONE, step)
    locals_ = [t.at.astimezone(ZONE) for t in found]
    assert all((x.hour * 60 + x.minute) % step == 0 and x.second == 0 for x in locals_)
    assert all(begin <= t.at <= begin + minutes(length) for t in found)
    assert length < step * 2 or found


def test_the_hour_an_autumn_night_shows_twice_names_its_zone() -> None:
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert clock_text(first, ZONE) == "01:30 EDT"
    assert clock_text(first + minutes(60), ZONE) == "01:30 EST"
    assert clock_text(first + minutes(120), ZONE) == "02:30"
    labels = [t.label for t in ticks(first - minutes(60), first + minutes(100), ZONE, 60)]
    assert labels == ["01:00 EDT", "01:00 EST", "02:00"]


def test_labels_have_the_room_they_need() -> None:
    assert tick_step(START, START + minutes(240), 1200, 120) == 30
    assert tick_step(START, START + minutes(240), 300, 120) == 120
    assert tick_step(START, START + minutes(10), 1200, 120) == 1
    assert tick_step(START, START + minutes(100_000), 300, 120) == 720


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [("400", "mg", "400 mg"), ("0.50", "mg", "0.5 mg"), ("1E+3", "ug", "1000 mcg"), ("30", "[iU]", "30 units")],
)
def test_amounts_are_written_the_safe_way(amount: str, unit: str, text: str) -> None:
    assert plain_amount(Amount(Decimal(amount), unit)) == text


@pytest.mark.parametrize("fill", ["#5FBFA3", "#0B8A68", "#3B88B5", "#50616F", "#B5C0CA", "#808080"])
def test_words_on_a_bar_can_be_read(fill: str) -> None:
    ground, ink = legible(QColor(fill), TimelineStyle())
    assert contrast(ground, ink) >= 4.5


def painted(model: TimelineModel, style: TimelineStyle, width: int = 1600) -> tuple[QImage, QRectF]:
    height = timeline_height(model, style, width)
    image = QImage(width, round(height) + 1, QImage.Format.Format_RGB32)
    image.fill(style.color("surface"))
    rect = QRectF(0, 0, width, height)
    painter = QPainter(image)
    paint_timeline(painter, rect, model, style)
    painter.end()
    return image, rect


@pytest.mark.usefixtures("qapp")
def test_a_running_bar_is_painted_where_its_minutes_are(model: TimelineModel) -> None:
    style = TimelineStyle(LIGHT)
    image, rect = painted(model, style)
    scale = scale_of(rect, model, style)
    rows = range(image.height())

    def shown(clock: str) -> set[str]:
        return {image.pixelColor(round(scale.x(at(clock))), y).name().upper() for y in rows}

    assert LIGHT["timeline_segment"] in shown("12:10")
    assert LIGHT["timeline_segment"] not in shown("12:30")
    assert LIGHT["timeline_segment"] in shown("14:00")
    assert LIGHT["timeline_second"] in shown("13:41")
    assert LIGHT["timeline_second"] not in shown("13:50")
    assert LIGHT["action_fill"] in shown("14:07")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_height_grows_with_the_text(model: TimelineModel, scale: float) -> None:
    height = timeline_height(model, TimelineStyle(scale=scale), 1600)
    assert height >= 0.98 * scale * timeline_height(model, TimelineStyle(), 1600)


@pytest.mark.usefixtures("qapp")
def test_a_pointer_finds_the_line_under_it(model: TimelineModel) -> None:
    style = TimelineStyle()
    rect = QRectF(0, 0, 1600, timeline_height(model, style, 1600))
    x = scale_of(rect, model, style).x(at("13:50"))
    hits = {line_at(rect, model, style, QPointF(x, y)) for y in range(0, int(rect.height()), 4)}
    assert {"L1", "L3", None} == hits


@pytest.mark.usefixtures("qapp")
def test_the_overview_has_a_line_for_every_drug(model: TimelineModel) -> None:
    image = QImage(600, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_overview(painter, QRectF(0, 0, 600, 24), model, TimelineStyle())
    painter.end()
    seen = {image.pixelColor(x, y).name().upper() for x in range(600) for y in range(24)}
    assert {LIGHT["timeline_segment"], LIGHT["timeline_second"]} <= seen


def test_words_never_lie_on_words() -> None:
    taken = Taken(QRectF(0, 0, 100, 20))
    assert taken.first_free([QRectF(0, 0, 40, 10)]) is not None
    assert taken.first_free([QRectF(30, 0, 40, 10), QRectF(50, 0, 40, 10)]) == QRectF(50, 0, 40, 10)
    assert taken.first_free([QRectF(90, 0, 40, 10)]) is None


def test_another_zone_only_changes_the_labels() -> None:
    there = timeline(moreno.encounter(), moreno.look(), NOW, ZoneInfo("America/Denver"))
    here = timeline(moreno.encounter(), moreno.look(), NOW, ZONE)
    assert (there.begin, there.end, there.now) == (here.begin, here.end, here.now)
    assert there.now_text == "12:07"


def test_a_corrected_mark_does_not_cross_the_words_of_a_pause() -> None:
    style = TimelineStyle()
    pause = Pause(START + minutes(40), START + minutes(80), "paused 40 min")
    bar = Bar("L1", "a", "", Tone.RUNNING, (Span(START, START + minutes(40)),), (pause,))
    place = PlacedBar(bar, 10.0, 42.0)
    scale = scale_of(QRectF(0, 0, 1000, 200), TimelineModel(START, START + minutes(120), ZONE), style)
    words, plate = pause_plate(place, pause, style, scale)
    assert words == "paused 40 min"
    above, below = struck_mark(place, plate.center().x(), style, scale)
    assert above[1] < plate.top() and below[0] > plate.bottom()
    assert len(struck_mark(place, plate.left() - 20, style, scale)) == 1
