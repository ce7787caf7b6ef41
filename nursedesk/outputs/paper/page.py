"""The page: paper sizes, margins, and the faces and sizes of type. One unit is a twentieth of a point."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from nursedesk.outputs.paper.model import Weight

UNITS_PER_INCH = 1440
POINT = 20.0
MARGIN = 0.47 * UNITS_PER_INCH
"""Left and right."""
EDGE = 0.36 * UNITS_PER_INCH
"""Top and foot: inside what every office printer reaches."""
FOOTER = 25 * POINT
"""What the footer and the air above it take from the foot of every page."""

FAMILIES = (
    "Inter Desk",
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Noto Sans",
    "Nimbus Sans",
    "DejaVu Sans",
)
"""The first that is there is used; the others lend characters it lacks."""


class Paper(StrEnum):
    LETTER = "letter"
    A4 = "a4"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in units."""
        return (12240.0, 15840.0) if self is Paper.LETTER else (11906.0, 16838.0)


@dataclass(frozen=True, slots=True)
class Kind:
    """How the text of one part of the form is set: sizes in points; the strong and quiet runs in it may differ."""

    size: float
    quiet: float = 0.0
    strong: float = 0.0
    leading: float = 1.2

    def points(self, weight: Weight) -> float:
        if weight is Weight.QUIET and self.quiet:
            return self.quiet
        if weight is Weight.STRONG and self.strong:
            return self.strong
        return self.size


TITLE = Kind(15.5, leading=1.15)
SITE = Kind(9.4, leading=1.3)
SMALL = Kind(6.6)
VALUE = Kind(8.5)
SECTION = Kind(8.4, quiet=6.9)
HEADER = Kind(6.7)
BODY = Kind(7.5, quiet=6.9)
TIGHT = Kind(7.25, quiet=6.5, leading=1.19)
MARK = Kind(6.2)
CODE = Kind(9.0)
STATUS = Kind(11.0)
STATUS_LONG = Kind(9.2)
NUMBER = Kind(9.4)
SIGNED = Kind(9.4)

_WEIGHTS = {
    Weight.PLAIN: QFont.Weight.Normal,
    Weight.QUIET: QFont.Weight.Normal,
    Weight.STRONG: QFont.Weight.DemiBold,
}


def font(points: float, weight: Weight = Weight.PLAIN, spacing: float = 0.0) -> QFont:
    """A face of the form; `spacing` is extra space between letters in points.

    Alternates that a font puts in by context are off: what is copied out of a PDF must be what was written.
    """
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(max(1, round(points * POINT)))
    made.setWeight(_WEIGHTS[weight])
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga", "clig", "dlig"):
        made.setFeature(QFont.Tag(feature), 0)
    if spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * POINT)
    return made


def use_fonts(folder: Path) -> int:
    """Make the font files of `folder` known to Qt; returns how many it could read. Needs a QGuiApplication."""
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in sorted(folder.glob("*.[ot]tf")))
