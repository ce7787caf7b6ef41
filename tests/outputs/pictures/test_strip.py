"""The strip paints its bars where their minutes are, in the colours of their kind."""

import pytest
from nursedesk.outputs.pictures.strip import (
    Bar,
    BarKind,
    StripColours,
    StripFonts,
    StripModel,
    lane_tops,
    paint_strip,
)
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

COLOURS = StripColours(
    *(QColor(c) for c in ("#dddddd", "#eeeeee", "#000000", "#888888", "#0000ff", "#0000aa", "#00ff00", "#ff0000",
                          "#aaaaaa", "#00ffff", "#003300"))
)  # fmt: skip


def painted(model: StripModel) -> QImage:
    """The strip on white, a pixel for a minute."""
    picture = QImage(120, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    face = QFont()
    face.setPixelSize(12)
    paint_strip(painter, QRectF(0, 0, 120, 60), model, COLOURS, StripFonts(face, face))
    painter.end()
    return picture


def has(picture: QImage, x: int, colour: str) -> bool:
    """Whether a column holds that very colour."""
    return any(QColor(picture.pixel(x, y)).name() == colour for y in range(picture.height()))


def test_bars_stand_at_their_minutes(qtbot: QtBot) -> None:
    picture = painted(
        StripModel(120, (Bar(20, 60, 0, BarKind.RUNNING), Bar(60, 80, 0, BarKind.OVERDUE)), words=False)
    )
    assert has(picture, 40, "#00ff00")
    assert not has(picture, 40, "#ff0000")
    assert has(picture, 70, "#ff0000")
    assert not has(picture, 10, "#00ff00")
    assert not has(picture, 90, "#ff0000")


def test_shared_minutes_are_hatched(qtbot: QtBot) -> None:
    plain = painted(StripModel(120, (Bar(20, 100, 0, BarKind.RUNNING),), words=False))
    hatched = painted(StripModel(120, (Bar(20, 100, 0, BarKind.RUNNING, ((40.0, 80.0),)),), words=False))
    assert plain.copy(20, 0, 18, 30) == hatched.copy(20, 0, 18, 30)
    assert plain.copy(45, 0, 30, 30) != hatched.copy(45, 0, 30, 30)


def test_the_now_mark(qtbot: QtBot) -> None:
    assert has(painted(StripModel(120, now=77.0, words=False)), 77, "#0000ff")


@pytest.mark.parametrize("lanes", range(1, 9))
def test_lanes_fit_above_the_axis(lanes: int) -> None:
    step, tall = lane_tops(lanes, 44.0)
    assert tall >= 2
    assert lanes > 6 or (lanes - 1) * step + tall <= 44


def test_an_empty_strip_still_paints(qtbot: QtBot) -> None:
    painted(StripModel(0.0))
