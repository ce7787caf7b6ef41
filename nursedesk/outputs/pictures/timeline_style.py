"""How a timeline is drawn: colours by token, face and scale; one value for the screen and for picture files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QFontMetricsF

LIGHT: Mapping[str, str] = {
    "surface": "#FFFFFF",
    "sunk": "#F8FAFB",
    "ink": "#12212E",
    "quiet": "#566573",
    "line": "#DCE2E8",
    "line_strong": "#B9C4CE",
    "running_fill": "#009E73",
    "attention_text": "#7A5200",
    "needs_stop_fill": "#D55E00",
    "needs_stop_text": "#9E3F00",
    "action_fill": "#0072B2",
    "on_action": "#FFFFFF",
    "timeline_segment": "#5FBFA3",
    "timeline_second": "#8FCBEF",
    "timeline_finished": "#B5C0CA",
}


@dataclass(frozen=True, slots=True)
class TimelineStyle:
    """All lengths of the painters are multiplied by `scale`; `family` empty is the application's face."""

    colors: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    family: str = ""
    scale: float = 1.0
    gutter: float = 176.0
    """Width of the titles at the left, before scale."""
    dense: bool = False
    """Lower lanes, the words of a bar on one line: two accesses are seen in a low window."""

    def color(self, token: str) -> QColor:
        return QColor(self.colors[token])

    def px(self, length: float) -> float:
        return length * self.scale

    def font(self, size: float, bold: bool = False) -> QFont:
        """A face of `size` design pixels, 400 or 600, with figures of one width."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(max(1, round(self.px(size))))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def width(self, text: str, size: float, bold: bool = False) -> float:
        return QFontMetricsF(self.font(size, bold)).horizontalAdvance(text)


def contrast(one: QColor, other: QColor) -> float:
    """Ratio of two colours as WCAG 2.2 counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def legible(fill: QColor, style: TimelineStyle) -> tuple[QColor, QColor]:
    """A fill and the ink for words on it, at least 4.5:1; the fill is darkened or lightened where it must be."""
    inks = (style.color("ink"), QColor("#FFFFFF"), QColor("#0B1218"))
    ink = next((i for i in inks if contrast(fill, i) >= 4.5), max(inks, key=lambda i: contrast(fill, i)))
    for _ in range(12):
        if contrast(fill, ink) >= 4.5:
            break
        fill = fill.darker(106) if _luminance(ink) > _luminance(fill) else fill.lighter(106)
    return fill, ink
