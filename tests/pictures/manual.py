"""The pictures of the README and the manual, of those that were made: `python -m tests.pictures.manual OUT`."""

import sys
from pathlib import Path

from PIL import Image

MANUAL = Path(__file__).resolve().parents[2] / "resources" / "manual" / "pictures"
WIDE, COLOURS, FAR, MOST_BYTES = 1440, 255, 95, 200_000
WANTED = {
    "board": "room-en-light-1920x1080-100",
    "encounter": "encounter-en-light-1920x1080-100",
    "close-and-sign": "close-en-light-1920x1080-100",
    "my-chairs-dark": "mine-en-dark-1920x1080-100",
    "hang": "hang-en-light-1920x1080-100",
    "shift-charts": "shift-charts-en-light-1920x1080-100",
    "spanish": "encounter-es-light-1920x1080-100",
    "high-contrast": "room-en-contrast-light-1920x1080-100",
    "people": "people-en-light-1920x1080-100",
    "messages": "messages-en-light-1920x1080-100",
    "lock": "lock-en-light-1920x1080-100",
}
"""Name in the manual → name among the pages kept singly. The printed ticket is `ticket` as the tour prints it."""


def few_colours(picture: Image.Image) -> Image.Image:
    """The commonest colours as they are, so that a ground keeps its tint, and others that lie far from them."""
    counted = picture.getcolors(picture.width * picture.height) or []
    kept = [part for _, colour in sorted(counted, reverse=True)[: COLOURS - FAR] for part in colour]
    far = picture.quantize(FAR, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*kept, *far[: 3 * FAR]])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def main() -> int:
    """Write those that are there; 1 when one is missing or too large."""
    made = Path(sys.argv[1]) / "main"
    wrong = []
    for name, page in {**WANTED, "ticket": "paper-en"}.items():
        source = made / f"{page}.png"
        if not source.exists():
            wrong.append(f"{page} is not there")
            continue
        picture = Image.open(source).convert("RGB")
        if picture.width > WIDE:
            size = (WIDE, round(picture.height * WIDE / picture.width))
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        file = MANUAL / f"{name}.png"
        few_colours(picture).save(file, optimize=True)
        if file.stat().st_size > MOST_BYTES:
            wrong.append(f"{name} has {file.stat().st_size} bytes")
    sys.stdout.write("\n".join([*wrong, f"{len(WANTED) + 1 - len(wrong)} pictures are in {MANUAL}", ""]))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
