"""The desk brings its own face, so that screen and paper look the same on each machine."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPdfWriter, QRawFont
from pytestqt.qtbot import QtBot

from tests.house.tree import ROOT

FAMILY = "Inter Desk"
WEIGHTS = (400, 500, 600)
MOST_BYTES = 1_500_000
FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))


@pytest.fixture(autouse=True)
def loaded(qtbot: QtBot) -> None:
    """Load the fonts as the program does."""
    assert all(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in FONTS)


def face(weight: int, pixels: int = 20) -> QFont:
    """Return the desk's face in one weight."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@pytest.mark.parametrize("weight", WEIGHTS)
def test_each_weight_of_the_design_is_there(weight: int) -> None:
    raw = QRawFont.fromFont(face(weight))
    assert (raw.familyName(), raw.weight()) == (FAMILY, weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_figures_have_one_width_so_that_a_ticking_time_does_not_shiver(weight: int) -> None:
    metrics = QFontMetricsF(face(weight))
    assert len({metrics.horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("character", "ÑñáéíóúüßŁłőşžæøÅ–—·…≥≤×½→←✓▲△◇□○●")
def test_the_signs_and_names_of_the_desk_are_in_it(character: str) -> None:
    assert QRawFont.fromFont(face(400)).supportsCharacter(ord(character))


def test_a_time_on_paper_can_be_copied_whole(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "times.pdf"))
    painter = QPainter(writer)
    for row, weight in enumerate(WEIGHTS, start=1):
        painter.setFont(face(weight, pixels=200))
        painter.drawText(200, row * 500, "11:05 96413 DOXOrubicin (1,000 mg) O’Brien “a-b”")
    painter.end()
    text = PdfReader(tmp_path / "times.pdf").pages[0].extract_text()
    assert text.count("11:05 96413 DOXOrubicin (1,000 mg) O’Brien “a-b”") == len(WEIGHTS)


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FONTS) < MOST_BYTES
