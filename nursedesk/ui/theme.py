"""Every colour and type size of the screen: one table per theme, made into a palette, a style sheet and fonts.

Painters read the same `Theme`; nothing else in `ui` names a colour. Sizes are in px at 100 % text scale.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

FAMILY = "Inter Desk"
"""The bundled face: Inter, cut down to what the desk writes."""
REGULAR, MEDIUM, STRONG = 400, 500, 600
SCALE_MIN, SCALE_MAX = 1.0, 2.0
_STYLED = "nursedeskStyled"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#RRGGBB` by role; text roles keep 4.5:1 on surface, canvas and their own tint."""

    name: str
    dark: bool
    canvas: str
    surface: str
    sunk: str
    tint: str
    ink: str
    quiet: str
    line: str
    line_strong: str
    field_border: str
    running_fill: str
    running_text: str
    running_tint: str
    attention_fill: str
    attention_text: str
    attention_tint: str
    needs_stop_fill: str
    needs_stop_text: str
    needs_stop_tint: str
    prepared_fill: str
    prepared_text: str
    prepared_tint: str
    action_fill: str
    action_text: str
    action_tint: str
    on_action: str
    stop_fill: str
    stop_text: str
    stop_overdue_fill: str
    stop_overdue_text: str
    timeline_segment: str
    timeline_second: str
    timeline_finished: str
    hatch: str
    """Lines over minutes two lines share."""
    edge_shadow: str
    """The darker bottom line that stands in for a shadow; same as `line` where there is none."""

    @property
    def outlined(self) -> bool:
        """High contrast: tints are the surface, so lines say what tints say elsewhere."""
        return self.name.startswith("contrast")


LIGHT = Theme(
    name="light", dark=False,
    canvas="#F4F6F8", surface="#FFFFFF", sunk="#F8FAFB", tint="#EEF2F5", ink="#12212E", quiet="#566573",
    line="#DCE2E8", line_strong="#B9C4CE", field_border="#788794",
    running_fill="#009E73", running_text="#006B4F", running_tint="#E3F3EE",
    attention_fill="#E69F00", attention_text="#7A5200", attention_tint="#FCF1DA",
    needs_stop_fill="#D55E00", needs_stop_text="#9E3F00", needs_stop_tint="#FBE8DB",
    prepared_fill="#56B4E9", prepared_text="#00588A", prepared_tint="#E4F2FB",
    action_fill="#0072B2", action_text="#005F95", action_tint="#E1EFF7", on_action="#FFFFFF",
    stop_fill="#12212E", stop_text="#FFFFFF", stop_overdue_fill="#B84A00", stop_overdue_text="#FFFFFF",
    timeline_segment="#5FBFA3", timeline_second="#8FCBEF", timeline_finished="#B5C0CA",
    hatch="#2E7F6A", edge_shadow="#CBD3DA",
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True,
    canvas="#0E151C", surface="#17212B", sunk="#131C25", tint="#1F2B37", ink="#E9EFF5", quiet="#9FB0BF",
    line="#2A3845", line_strong="#42535F", field_border="#6C7E8C",
    running_fill="#009E73", running_text="#35C79C", running_tint="#123129",
    attention_fill="#E69F00", attention_text="#E69F00", attention_tint="#33290F",
    needs_stop_fill="#F08A4B", needs_stop_text="#F08A4B", needs_stop_tint="#3A2419",
    prepared_fill="#56B4E9", prepared_text="#56B4E9", prepared_tint="#152F40",
    action_fill="#4DA6D9", action_text="#4DA6D9", action_tint="#16303F", on_action="#0B1218",
    stop_fill="#CFDAE4", stop_text="#0E151C", stop_overdue_fill="#F08A4B", stop_overdue_text="#160C05",
    timeline_segment="#0B8A68", timeline_second="#3B88B5", timeline_finished="#50616F",
    hatch="#7FD9BE", edge_shadow="#2A3845",
)  # fmt: skip

CONTRAST_LIGHT = replace(
    LIGHT, name="contrast-light",
    canvas="#FFFFFF", sunk="#FFFFFF", tint="#FFFFFF", ink="#000000", quiet="#000000",
    line="#000000", line_strong="#000000", field_border="#000000",
    running_text="#00432F", running_tint="#FFFFFF", attention_text="#513600", attention_tint="#FFFFFF",
    needs_stop_text="#6E2B00", needs_stop_tint="#FFFFFF", prepared_text="#003E63", prepared_tint="#FFFFFF",
    action_fill="#004B78", action_text="#00426A", action_tint="#FFFFFF",
    stop_fill="#000000", stop_overdue_fill="#7C3100", hatch="#000000", edge_shadow="#000000",
    running_fill="#00795A", attention_fill="#8F6100", prepared_fill="#1B76AD", needs_stop_fill="#B84A00",
    timeline_segment="#2F9478", timeline_second="#3C8FC7", timeline_finished="#7A8691",
)  # fmt: skip

CONTRAST_DARK = replace(
    DARK, name="contrast-dark",
    canvas="#000000", surface="#000000", sunk="#000000", tint="#000000", ink="#FFFFFF", quiet="#FFFFFF",
    line="#FFFFFF", line_strong="#FFFFFF", field_border="#FFFFFF",
    running_text="#4FE0B5", running_tint="#000000", attention_text="#FFC247", attention_tint="#000000",
    needs_stop_text="#FFA873", needs_stop_tint="#000000", prepared_text="#8ACDF3", prepared_tint="#000000",
    action_fill="#7CC4EC", action_text="#8ACDF3", action_tint="#000000", on_action="#000000",
    stop_fill="#FFFFFF", stop_text="#000000", stop_overdue_fill="#FFA873", stop_overdue_text="#000000",
    hatch="#FFFFFF", edge_shadow="#FFFFFF",
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}


@dataclass(slots=True)
class _Worn:
    """What the application wears. Qt has one style per process as well, and painters ask thousands of times."""

    theme: Theme = LIGHT
    scale: float = 1.0


_worn = _Worn()


def current() -> Theme:
    """The theme last applied to the running application; light before that."""
    return _worn.theme


def scale() -> float:
    """The text scale last applied, 1.0 to 2.0."""
    return _worn.scale


def px(size: float) -> int:
    """A length that grows with the text, in px."""
    return round(size * scale())


def load_fonts(folder: Path) -> bool:
    """Make the bundled face known to Qt; False (and the system's face is used) when it is not there."""
    files = sorted((*folder.glob("*.ttf"), *folder.glob("*.otf")))
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    _family.cache_clear()
    _font.cache_clear()
    return any(number >= 0 for number in loaded)


@lru_cache(maxsize=1)
def _family() -> str:
    return (
        FAMILY
        if FAMILY in QFontDatabase.families()
        else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )


@lru_cache(maxsize=256)
def _font(pixels: int, weight: int, tabular: bool) -> QFont:
    face = QFont(_family())
    face.setPixelSize(max(pixels, 1))
    face.setWeight(QFont.Weight(weight))
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face


def font(size: float, weight: int = REGULAR, tabular: bool = True) -> QFont:
    """The screen's face at `size` px (grown by the text scale) with figures of one width."""
    return QFont(_font(px(size), weight, tabular))


def shared_font(size: float, weight: int = REGULAR) -> QFont:
    """The same as `font`, not to be changed: for painters that ask often."""
    return _font(px(size), weight, True)


def advance(text: str, size: float, weight: int = REGULAR) -> float:
    """How wide a text is, px."""
    return _advance(text, px(size), weight, _family())


@lru_cache(maxsize=4096)
def _advance(text: str, pixels: int, weight: int, family: str) -> float:
    return QFontMetricsF(_font(pixels, weight, True)).horizontalAdvance(text)


def grid_line(worn: Theme) -> str:
    """Hour lines behind bars and words: quieter than a border also where every border is ink."""
    if not worn.outlined:
        return worn.line
    return mix(worn.ink, worn.surface, 0.68).name()


def hint(worn: Theme) -> str:
    """A placeholder's ink: at least 4.5:1, and where quiet text is as black as data clearly lighter than both."""
    return mix(worn.ink, worn.surface, 0.42).name() if worn.outlined else worn.quiet


def off_line(worn: Theme) -> str:
    """The border of what cannot be pressed now."""
    return hint(worn) if worn.outlined else worn.line


def mix(colour: str, other: str, share: float) -> QColor:
    """`colour` with `share` (0 to 1) of `other` in it."""
    a, b = QColor(colour), QColor(other)
    red = a.red() + (b.red() - a.red()) * share
    green = a.green() + (b.green() - a.green()) * share
    blue = a.blue() + (b.blue() - a.blue()) * share
    return QColor(round(red), round(green), round(blue))


def hovered(colour: str) -> QColor:
    """A fill under the pointer: 8 % darker, or lighter where it is nearly black already."""
    return mix(colour, "#FFFFFF", 0.10) if QColor(colour).lightness() < 40 else mix(colour, "#000000", 0.08)


def pressed(colour: str) -> QColor:
    """A fill under a press: 16 % darker."""
    return mix(colour, "#000000", 0.75 if QColor(colour).lightness() < 40 else 0.16)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own roles, for the few parts the platform paints."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.canvas, roles.WindowText: theme.ink, roles.Base: theme.surface,
        roles.AlternateBase: theme.sunk, roles.Text: theme.ink, roles.Button: theme.surface,
        roles.ButtonText: theme.ink, roles.BrightText: theme.on_action, roles.Highlight: theme.action_fill,
        roles.HighlightedText: theme.on_action, roles.Link: theme.action_text, roles.ToolTipBase: theme.ink,
        roles.ToolTipText: theme.surface, roles.PlaceholderText: hint(theme), roles.Light: theme.surface,
        roles.Midlight: theme.tint, roles.Mid: theme.line, roles.Dark: theme.line_strong,
        roles.Shadow: theme.field_border, roles.Accent: theme.action_fill,
    }  # fmt: skip
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(hint(theme)))
    return made


def qss(theme: Theme, scale: float = 1.0) -> str:
    """The style sheet: only what Qt paints itself (bars, menus, lists, tips); the kit paints the rest.

    Selectors name their class, so that labels that tick never pay for it.
    """
    size, row = round(14 * scale), round(44 * scale)
    return f"""
QToolTip {{ background: {theme.ink}; color: {theme.surface}; border: 0; padding: 6px 8px; }}
QScrollArea, QAbstractScrollArea#bare {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {theme.line_strong}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {theme.field_border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ menu-scrollable: 1; background: transparent; border: 0; padding: 6px; font-size: {size}px; }}
QMenu::item {{ padding: 0 {round(44 * scale)}px 0 {round(16 * scale)}px; min-height: {max(44, round(31 * scale))}px; }}
QMenu::separator {{ height: 13px; }}
QMenu::scroller {{ height: {round(24 * scale)}px; }}
QComboBox QAbstractItemView {{ background: {theme.surface}; color: {theme.ink}; border: 1px solid {theme.line_strong};
  selection-background-color: {theme.action_tint}; selection-color: {theme.action_text}; outline: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {row}px; padding: 0 10px; }}
"""  # noqa: E501 - one declaration a line reads better than wrapped ones


def apply(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Dress the application; every painted part follows at its next paint."""
    _worn.theme, _worn.scale = theme, min(max(float(scale), SCALE_MIN), SCALE_MAX)
    if not app.property(_STYLED):
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty(_STYLED, True)
    app.setPalette(palette(theme))
    app.setFont(font(14))
    app.setStyleSheet(qss(theme, _worn.scale))
