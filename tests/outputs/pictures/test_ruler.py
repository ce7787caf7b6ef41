"""The boundary ruler: its scale, where its numbers stand, and that it paints no more than it says."""

import pytest
from nursedesk.outputs.pictures.ruler import (
    RulerColours,
    RulerFonts,
    RulerModel,
    Tick,
    current_stretch,
    number_x,
    paint_ruler,
    scale_end,
)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

TICKS = (Tick(16, "first hour"), Tick(91, "+ 1 hour"), Tick(151, "+ 2 hours"))
WHITE, LINE, INK, QUIET, NOW = (QColor(c) for c in ("#ffffff", "#00ff00", "#000000", "#808080", "#0000ff"))


@pytest.mark.parametrize(
    ("now", "end"), [(None, 180), (0, 180), (165, 180), (166, 300), (285, 300), (286, 420), (1440, 1500)]
)
def test_the_scale_steps_before_now_reaches_its_end(now: int | None, end: int) -> None:
    assert scale_end(now) == end


@pytest.mark.parametrize(("now", "stretch"), [(None, -1), (0, 0), (15, 0), (16, 1), (90, 1), (91, 2), (400, 3)])
def test_the_current_stretch(now: int | None, stretch: int) -> None:
    assert current_stretch(RulerModel(TICKS, "push", now)) == stretch


@pytest.mark.parametrize("mark", range(60, 141))
def test_a_number_is_never_under_the_now_mark(mark: int) -> None:
    left = number_x(100.0, 20.0, float(mark), 7.0)
    assert left + 20.0 <= mark - 7.0 or left >= mark + 7.0


def test_a_number_far_from_the_mark_is_centred() -> None:
    assert number_x(100.0, 20.0, None) == 90.0
    assert number_x(100.0, 20.0, 300.0) == 90.0


def painted(model: RulerModel) -> QImage:
    """The ruler on white, without antialiasing noise from text we do not look at."""
    picture = QImage(640, 55, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    face = QFont()
    face.setPixelSize(13)
    paint_ruler(
        painter, QRectF(0, 0, 640, 55), model, RulerColours(LINE, INK, QUIET, NOW), RulerFonts(face, face, face)
    )
    painter.end()
    return picture


def blue_columns(picture: QImage) -> list[int]:
    """Columns in which the now-mark is."""
    found = []
    for x in range(picture.width()):
        colours = (QColor(picture.pixel(x, y)) for y in range(picture.height()))
        if any(c.blue() > 200 and c.red() < 60 and c.green() < 60 for c in colours):
            found.append(x)
    return found


def test_the_mark_stands_at_its_minute(qtbot: QtBot) -> None:
    columns = blue_columns(painted(RulerModel(TICKS, "push", 87)))
    middle = (columns[0] + columns[-1]) / 2
    assert abs(middle - (1 + 87 * 638 / 180)) < 2


def test_a_line_that_has_not_started_has_no_mark(qtbot: QtBot) -> None:
    assert blue_columns(painted(RulerModel(TICKS, "push", None))) == []


def test_nothing_changes_colour_near_a_tick(qtbot: QtBot) -> None:
    """The ruler one minute before a tick and one after differ only in where the mark and the strong word are."""
    used = []
    for minute in (40, 90, 91, 92):
        picture = painted(RulerModel(TICKS, "push", minute, words=False))
        used.append(len(blue_columns(picture)))
    assert max(used) - min(used) <= 2


def test_a_longer_scale_moves_the_ticks_left(qtbot: QtBot) -> None:
    short, long = painted(RulerModel(TICKS, "push", 165)), painted(RulerModel(TICKS, "push", 166))
    assert blue_columns(long)[0] < blue_columns(short)[0]
