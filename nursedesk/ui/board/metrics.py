"""The board's sizes: three densities, and which one and how many columns a page of a given size gets.

All numbers are px at 100 % text; a card multiplies them by the text scale.
"""

from dataclasses import dataclass, fields, replace
from math import ceil, floor

from nursedesk.ui import theme

LARGEST, STEP = 2.2, 0.1
"""Cards grow with the page, text scale included, in steps: a window being resized seldom makes them anew."""
MILLIMETRES_PER_INCH, SMALLEST_STOP = 25.4, 20
PAGE_MARGIN, PAGE_TOP, PAGE_FOOT = 24, 6, 14
"""Above the first row there is room for the ring of a card that has the keyboard."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """One density: a card is header + two slots + foot high, and never narrower than `least`."""

    room: bool
    header: int
    slot: int
    foot: int
    least: int
    gap: int
    left: int
    right: int
    chair: int
    name: int
    facts: int
    pill: int
    drug: int
    elapsed: int
    fact: int
    chip: int
    chip_text: int
    list_text: int
    number: float
    word: int
    """Ruler words; 0 leaves them out."""
    minor: int
    stop_wide: int
    stop_high: int
    stop_text: int
    foot_button: int
    foot_text: int
    drug_base: int
    elapsed_base: int
    ruler_top: int
    ruler_bottom: int
    """Where the ruler's box lies in a row, from the row's top."""
    grown: float = 1.0
    """How many times larger than its density: for what has a size of its own."""

    @property
    def height(self) -> int:
        """A card's height."""
        return self.header + 2 * self.slot + self.foot + 2


FULL = Metrics(
    room=False, header=72, slot=149, foot=80, least=700, gap=20, left=30, right=25, chair=48, name=22, facts=15,
    pill=20, drug=26, elapsed=40, fact=15, chip=30, chip_text=15, list_text=15, number=13, word=13, minor=5,
    stop_wide=160, stop_high=88, stop_text=24, foot_button=52, foot_text=15, drug_base=31, elapsed_base=77,
    ruler_top=88, ruler_bottom=143,
)  # fmt: skip
COMPACT = Metrics(
    room=False, header=58, slot=98, foot=58, least=500, gap=16, left=24, right=18, chair=40, name=18, facts=13,
    pill=16, drug=20, elapsed=30, fact=13, chip=22, chip_text=12, list_text=14, number=11, word=0, minor=5,
    stop_wide=116, stop_high=80, stop_text=18, foot_button=44, foot_text=14, drug_base=24, elapsed_base=58,
    ruler_top=62, ruler_bottom=92,
)  # fmt: skip
ROOM = Metrics(
    room=True, header=56, slot=91, foot=60, least=412, gap=14, left=20, right=15, chair=34, name=15, facts=13,
    pill=14, drug=17, elapsed=26, fact=13, chip=22, chip_text=13, list_text=14, number=10.5, word=0, minor=10,
    stop_wide=88, stop_high=52, stop_text=14, foot_button=44, foot_text=14, drug_base=21, elapsed_base=52,
    ruler_top=55, ruler_bottom=84,
)  # fmt: skip
LOW_ROOM = replace(
    ROOM, header=46, slot=78, foot=52, chair=30, elapsed=22, drug_base=19, elapsed_base=44, ruler_top=45,
    ruler_bottom=74,
)  # fmt: skip
LOW_COMPACT = replace(
    COMPACT, header=46, slot=78, foot=52, chair=32, name=16, drug=18, elapsed=23, fact=12, chip=19, drug_base=19,
    elapsed_base=45, ruler_top=45, ruler_bottom=74,
)  # fmt: skip
"""Where the page is not as high as one card: lower, so that Hang, Push and Close are seen without scrolling."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the cards stand on the page."""

    metrics: Metrics
    columns: int
    card_width: int
    card_height: int


def sane(dots_per_inch: float) -> float:
    """Physical dots per inch as a screen claims them; projectors and virtual screens claim anything."""
    return min(max(dots_per_inch, 72.0), 160.0)


def enlarged(metrics: Metrics, by: float) -> Metrics:
    """Every length and type size of a density `by` times as large; minutes between ticks stay."""
    if by <= 1:
        return metrics
    lengths = [one.name for one in fields(metrics) if one.name not in ("room", "gap", "minor", "grown")]
    return replace(metrics, grown=by, **{name: round(getattr(metrics, name) * by) for name in lengths})


def _growth(metrics: Metrics, count: int, columns: int, width: int, height: int, scale: float) -> float:
    """How much larger `count` cards in so many columns can be and still all be seen."""
    rows = max(-(-count // columns), 1)
    across = (width - metrics.gap * (columns - 1)) / columns / (metrics.least * scale)
    down = (height - metrics.gap * (rows - 1)) / rows / (metrics.height * scale)
    by = min(across, down, LARGEST / scale)
    return max(floor(by / STEP + 1e-6) * STEP, 1.0)


def _grown(metrics: Metrics, count: int, most: int, width: int, height: int, scale: float) -> Plan:
    """The columns that make the cards largest; the most of them where none lets them grow."""
    tried = [(_growth(metrics, count, n, width, height, scale), n) for n in range(1, min(most, max(count, 1)) + 1)]
    by, columns = max(tried) if tried else (1.0, 1)
    return _laid(enlarged(metrics, by), columns if by > 1 else max(most, 1), width, scale)


def for_screen(metrics: Metrics, dots_per_inch: float, scale: float) -> Metrics:
    """The density with slots high enough for a Stop of 20 mm on this screen."""
    if metrics.room:
        return metrics
    needed = ceil((_smallest(dots_per_inch) + 14) / scale)
    return replace(metrics, slot=max(metrics.slot, needed))


def _smallest(dots_per_inch: float) -> int:
    """20 mm in px."""
    return ceil(SMALLEST_STOP / MILLIMETRES_PER_INCH * sane(dots_per_inch))


def plan(count: int, width: int, height: int, room: bool, scale: float = 1.0, dots_per_inch: float = 96.0) -> Plan:
    """Density and columns for `count` cards on a page of this size: larger where there is room, else scrolled."""
    if room:
        metrics = ROOM if ROOM.height * scale <= height else LOW_ROOM
        return _grown(metrics, count, _columns(metrics, width, scale), width, height, scale)
    full, compact = (for_screen(metrics, dots_per_inch, scale) for metrics in (FULL, COMPACT))
    for metrics in (full, compact):
        most = _columns(metrics, width, scale)
        for columns in range(min(2, max(count, 1)), most + 1):
            rows = -(-count // columns)
            if rows * (metrics.height * scale + metrics.gap) - metrics.gap <= height:
                by = _growth(metrics, count, columns, width, height, scale)
                return _laid(enlarged(metrics, by), columns, width, scale)
    metrics = full if _columns(full, width, scale) >= 2 else compact
    if metrics.height * scale > height:
        metrics = for_screen(LOW_COMPACT, dots_per_inch, scale)
    return _laid(metrics, max(min(_columns(metrics, width, scale), 2), 1), width, scale)


def _columns(metrics: Metrics, width: int, scale: float) -> int:
    return int((width + metrics.gap) // (metrics.least * scale + metrics.gap))


def _laid(metrics: Metrics, columns: int, width: int, scale: float) -> Plan:
    card = (width - metrics.gap * (columns - 1)) // columns
    return Plan(metrics, columns, card, round(metrics.height * scale))


def stop_size(metrics: Metrics, dots_per_inch: float) -> tuple[int, int]:
    """(width, height) of Start and Stop in px: in my chairs never under 20 mm on this screen."""
    width, height = theme.px(metrics.stop_wide), theme.px(metrics.stop_high)
    if metrics.room:
        return max(width, 44), max(height, 44)
    least = _smallest(dots_per_inch)
    row = theme.px(metrics.slot) - 12
    return max(width, least), min(max(height, least), max(row, least))
