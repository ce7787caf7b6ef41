"""What belongs to this station and to nobody's record: its letter, theme, text size, printer, the site's name.

One small JSON file in the data folder; never a patient's data. A damaged file is put aside and made anew.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

NAME = "station.json"


@dataclass(frozen=True, slots=True)
class StationFile:
    station: str = "A"
    site: str = ""
    """Shown on the sign-in page before the record is open."""
    zone: str = "UTC"
    theme: str = "system"
    """light | dark | contrast | contrast-light | contrast-dark | system"""
    text_percent: int = 100
    density: str = "room"
    """my_chairs | room"""
    window: str = ""
    """Where the window stood, as Qt writes it, in base64."""
    printer: str = ""
    paper: str = "letter"
    language: str = "en"
    """Of printed forms: en | es"""
    screen_language: str = "en"
    """en | es; from the next opening on"""
    backup: str = ""
    """Folder for backups and checkpoints."""
    journal: str = ""
    """Folder for the emergency journal; empty: the platform's own for states."""


def read(folder: Path) -> StationFile:
    """What the file says; where it says nothing that can be used, what a new station would."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return StationFile()
    return StationFile(**_usable(said)) if isinstance(said, dict) else StationFile()


def _usable(said: dict[str, Any]) -> dict[str, Any]:
    plain = asdict(StationFile())
    known = {field.name for field in fields(StationFile)}
    usable = {name: value for name, value in said.items() if name in known and type(value) is type(plain[name])}
    languages = ("en", "es")
    choices = {"paper": ("letter", "a4"), "language": languages, "screen_language": languages}
    return {name: value for name, value in usable.items() if value in choices.get(name, (value,))}


def change(folder: Path, **changes: str | int) -> None:
    """Put some of what the file says in other words' place."""
    kept = asdict(read(folder)) | changes
    write(folder, StationFile(**kept))


def write(folder: Path, station: StationFile) -> None:
    """Put the file in place in one step, readable by its owner only."""
    making = folder / f"{NAME}.new"
    making.touch(mode=0o600)
    making.write_text(json.dumps(asdict(station), indent=1, ensure_ascii=False), encoding="utf-8")
    making.replace(folder / NAME)
