"""A screen as large as the window that is pictured: menus and dialogs find their place as on such a computer."""

import json
import os
from pathlib import Path


def screen(size: tuple[int, int], folder: Path) -> None:
    """Set up Qt's platform without a display so; before the application is made. `size` in px."""
    width, height = size
    one = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height}
    file = folder / "screen.json"
    file.write_text(
        json.dumps({"screens": [{**one, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}), encoding="utf-8"
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def size_of(text: str) -> tuple[int, int]:
    """`1280x800` in px."""
    width, _, height = text.partition("x")
    return int(width), int(height)
