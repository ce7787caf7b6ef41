"""Contact sheets and the page that shows them."""

import html
from pathlib import Path

from PIL import Image, ImageDraw

WIDE, COLUMNS, GAP, HEAD = 620, 3, 14, 18
MOST = 18
"""Pictures on one sheet."""


def sheets_of(folder: Path, name: Path) -> list[Path]:
    """Lay out every picture of a folder, by name, on as many sheets as it takes: NAME-1.png, NAME-2.png, …"""
    files = sorted(folder.glob("*.png"))
    made = []
    for number, first in enumerate(range(0, len(files), MOST), 1):
        made.append(name.with_name(f"{name.name}-{number}.png"))
        _sheet(files[first : first + MOST], made[-1])
    return made


def _sheet(files: list[Path], out: Path) -> None:
    small = [(file.stem, _small(file)) for file in files]
    rows = [small[first : first + COLUMNS] for first in range(0, len(small), COLUMNS)]
    heights = [max(one.height for _, one in row) + HEAD + GAP for row in rows]
    sheet = Image.new("RGB", (COLUMNS * (WIDE + GAP) + GAP, sum(heights) + GAP), "#8a8f94")
    pen, y = ImageDraw.Draw(sheet), GAP
    for row, height in zip(rows, heights, strict=True):
        for place, (name, picture) in enumerate(row):
            x = GAP + place * (WIDE + GAP)
            pen.text((x, y), name, fill="#000000")
            sheet.paste(picture, (x, y + HEAD))
        y += height
    sheet.save(out, optimize=True)


def _small(file: Path) -> Image.Image:
    picture = Image.open(file).convert("RGB")
    if picture.width <= WIDE:
        return picture
    return picture.resize((WIDE, round(picture.height * WIDE / picture.width)), Image.Resampling.LANCZOS)


def index(out: Path) -> None:
    """One page with every sheet, and the pictures that are kept singly."""
    parts = ["<!doctype html><meta charset=utf-8><title>NurseDesk</title>"]
    parts.append("<style>body{font:15px sans-serif;margin:24px}img{max-width:100%;border:1px solid #999}</style>")
    for title, files in (("Sheets", sorted(out.glob("sheet-*.png"))), ("Pages", sorted(out.glob("main/*.png")))):
        parts.append(f"<h1>{title}</h1>")
        for file in files:
            place = html.escape(str(file.relative_to(out)))
            parts.append(
                f"<h2>{html.escape(file.stem)}</h2><a href='{place}'><img loading=lazy src='{place}'></a>"
            )
    (out / "index.html").write_text("\n".join(parts), encoding="utf-8")
