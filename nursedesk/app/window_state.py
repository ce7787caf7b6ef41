"""Where the window stood when it was last shut, kept in the station file; never more than the screen there is."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from nursedesk.desk import station_file

LONGEST = 400
"""Letters a window's place may take in the file; anything longer is none of ours."""


def restore(window: QWidget, folder: Path) -> bool:
    """Put the window where it was; False, and it stays as it is, when nothing usable is kept."""
    kept = station_file.read(folder).window
    if not kept or len(kept) > LONGEST or not kept.isascii():
        return False
    return window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))


def keep(window: QWidget, folder: Path) -> None:
    """Remember where the window stands, where there is a folder to remember it in."""
    if folder.is_dir():
        place = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        station_file.change(folder, window=place)
