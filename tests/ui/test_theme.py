"""Every theme keeps its contrasts, and the application wears what was applied."""

from itertools import product
from pathlib import Path

import pytest
from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Kind
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

FONTS = Path(__file__).parents[2] / "resources" / "fonts"

PAIRS = (
    ("ink", "canvas"), ("ink", "surface"), ("ink", "tint"), ("ink", "sunk"), ("quiet", "canvas"),
    ("quiet", "surface"),
    ("quiet", "tint"), ("quiet", "sunk"), ("running_text", "running_tint"), ("running_text", "surface"),
    ("attention_text", "attention_tint"), ("attention_text", "surface"), ("needs_stop_text", "needs_stop_tint"),
    ("needs_stop_text", "surface"), ("prepared_text", "prepared_tint"), ("action_text", "action_tint"),
    ("action_text", "surface"), ("action_text", "canvas"), ("on_action", "action_fill"),
    ("stop_text", "stop_fill"),
    ("stop_overdue_text", "stop_overdue_fill"),
)  # fmt: skip
SHAPES = (
    ("field_border", "surface"),
    ("action_fill", "surface"),
    ("action_fill", "canvas"),
    ("stop_fill", "surface"),
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_knows_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("colours", "pair"), list(product(theme.THEMES.values(), PAIRS)), ids=str)
def test_text_can_be_read(colours: theme.Theme, pair: tuple[str, str]) -> None:
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= 4.5


@pytest.mark.parametrize(("colours", "pair"), list(product(theme.THEMES.values(), SHAPES)), ids=str)
def test_borders_and_fills_can_be_seen(colours: theme.Theme, pair: tuple[str, str]) -> None:
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= 3


@pytest.mark.parametrize("colours", [theme.CONTRAST_LIGHT, theme.CONTRAST_DARK], ids=str)
def test_high_contrast_is_high(colours: theme.Theme) -> None:
    assert {colours.line, colours.quiet, colours.field_border} == {colours.ink}
    assert contrast(colours.ink, colours.surface) == pytest.approx(21)
    for role in ("running_text", "attention_text", "needs_stop_text", "prepared_text", "action_text"):
        assert contrast(getattr(colours, role), colours.surface) >= 7


def test_applying_is_remembered_and_clamped(qapp: QApplication) -> None:
    try:
        theme.apply(qapp, theme.DARK, 3.0)
        assert theme.current() is theme.DARK
        assert theme.scale() == theme.SCALE_MAX
        assert theme.px(10) == 20
        assert theme.font(14).pixelSize() == 28
        assert qapp.palette().window().color() == QColor(theme.DARK.canvas)
    finally:
        theme.apply(qapp, theme.LIGHT)
    assert theme.current() is theme.LIGHT


def test_the_bundled_face_is_used_when_it_is_there(qtbot: QtBot) -> None:
    assert theme.load_fonts(FONTS)
    assert theme.FAMILY in QFontDatabase.families()
    assert theme.font(15).family() == theme.FAMILY


def test_without_the_bundle_nothing_breaks(qtbot: QtBot, tmp_path: Path) -> None:
    assert not theme.load_fonts(tmp_path)
    assert theme.font(15).family()
    theme.load_fonts(FONTS)


def test_the_style_sheet_never_names_labels() -> None:
    """Ticking labels must not pay for it."""
    sheet = theme.qss(theme.LIGHT)
    assert "QLabel" not in sheet
    assert "*" not in sheet


def test_hover_and_press_can_be_told_apart() -> None:
    for colours in theme.THEMES.values():
        for role in ("stop_fill", "action_fill", "surface", "tint", "stop_overdue_fill"):
            rest = QColor(getattr(colours, role))
            assert len({rest.name(), theme.hovered(rest.name()).name(), theme.pressed(rest.name()).name()}) >= 2


@pytest.mark.parametrize("colours", theme.THEMES.values(), ids=theme.THEMES)
def test_a_placeholder_can_be_read_and_is_no_data(colours: theme.Theme) -> None:
    assert contrast(theme.hint(colours), colours.surface) >= 4.5
    assert contrast(theme.hint(colours), colours.ink) >= 1.9
    assert theme.palette(colours).placeholderText().color().name() == QColor(theme.hint(colours)).name()


FILLS = (
    "running_fill", "attention_fill", "needs_stop_fill", "prepared_fill", "action_fill", "timeline_segment",
    "timeline_second", "timeline_finished",
)  # fmt: skip


@pytest.mark.parametrize("colours", [theme.CONTRAST_LIGHT, theme.CONTRAST_DARK], ids=lambda one: one.name)
@pytest.mark.parametrize("fill", FILLS)
def test_bars_and_edges_stand_out_in_high_contrast(colours: theme.Theme, fill: str) -> None:
    assert contrast(getattr(colours, fill), colours.surface) >= 3


@pytest.mark.parametrize("colours", [theme.CONTRAST_LIGHT, theme.CONTRAST_DARK], ids=lambda one: one.name)
def test_what_cannot_be_pressed_looks_so_in_high_contrast(
    qtbot: QtBot, qapp: QApplication, colours: theme.Theme
) -> None:
    theme.apply(qapp, colours)
    assert contrast(theme.hint(colours), colours.surface) >= 4.5
    assert theme.hint(colours) != colours.ink
    button = Button("Send this one", Kind.QUIET)
    qtbot.addWidget(button)
    live = button.grab().toImage()
    button.setEnabled(False)
    off = button.grab().toImage()
    theme.apply(qapp, theme.LIGHT)
    inks = {off.pixelColor(x, 0).name() for x in range(12, off.width() - 12)}
    assert off != live
    assert len(inks) > 1, "its border is dashed"
