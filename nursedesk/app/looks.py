"""Which theme and text size this station uses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nursedesk.desk.station_file import StationFile
from nursedesk.ui import theme
from nursedesk.ui.frame.model import Look

_NAMES = {
    Look.LIGHT: "light",
    Look.DARK: "dark",
    Look.CONTRAST: "contrast-light",
    Look.CONTRAST_DARK: "contrast-dark",
    Look.SYSTEM: "system",
}


def name_of(look: Look) -> str:
    """How the station file calls it."""
    return _NAMES[look]


def look_of(name: str) -> Look:
    """The menu's choice for a theme's name in the station file."""
    return next((look for look, known in _NAMES.items() if known == name), Look.SYSTEM)


def use(app: QApplication, station: StationFile, scale: float | None = None) -> None:
    """Dress the program as this station wants it; a `scale` is that of an open window, laid out for it already."""
    wanted = station.theme
    if wanted not in theme.THEMES:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        plain = "dark" if dark else "light"
        wanted = f"contrast-{plain}" if wanted == "contrast" else plain
    theme.apply(app, theme.THEMES[wanted], scale or max(100, min(200, station.text_percent)) / 100)
