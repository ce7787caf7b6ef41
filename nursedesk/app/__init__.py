"""Where things are built and handed to each other: the desk on a suite, or on the demo.

Only what the first window needs is imported here at the top; the record and the pages come in behind it.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nursedesk.app.door_bell import DoorBell, ring
from nursedesk.app.faults import Faults
from nursedesk.app.garbage import WindowThreadGarbage
from nursedesk.app.language import speak
from nursedesk.app.looks import use
from nursedesk.app.station import Station
from nursedesk.catalog import resources
from nursedesk.desk import station_file
from nursedesk.outputs.languages import Language
from nursedesk.ui import theme, told_areas

AFTER_FIRST_PAINT_MS = 200

__all__ = ["demo", "main", "play_demo"]


def main(data: Path | None, secrets: Path | None = None) -> int:
    """Open the desk on a data folder; a second start on the same folder raises the first window."""
    folder = data or _own_folder()
    app = application(folder)
    if ring(folder):
        return 0
    station = Station(app, folder, _passphrase(secrets))
    bell = DoorBell(folder, station.raise_window)
    station.begin()
    return _run(app, station, bell)


def demo(keep: "Path | bool | None", language: str = "en") -> int:
    """Open the desk on a made-up suite; kept in a folder when one is named."""
    from nursedesk.app.demo_words import demo_people
    from nursedesk.desk.demo.people import SECRETS

    with tempfile.TemporaryDirectory(prefix="nursedesk-demo-") as throw_away:
        folder = _demo_folder(keep, Path(throw_away))
        if folder is None:
            return 2
        kept = folder.exists() and any(folder.iterdir())
        app = application(folder)
        if not kept:
            speak(app, Language(language))
        station = Station(app, folder, SECRETS["passphrase"] if kept else None)
        if kept:
            station.begin()
        else:
            station.begin_demo()
        sys.stdout.write(demo_people() + "\n")
        if keep is not None:
            sys.stdout.write(f"Its passphrase is “{SECRETS['passphrase']}”.\n")
        sys.stdout.flush()
        return _run(app, station, None)


def play_demo(out: Path) -> int:
    """Without a display: play the demo's shift with real presses and leave its pictures and files in `out`."""
    from nursedesk.app.play import play

    return play(out)


def application(folder: Path) -> QApplication:
    """The Qt application, with our fonts, this station's language and look."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else _first_application()
    app.setApplicationName("NurseDesk")
    app.setApplicationDisplayName("NurseDesk")
    app.setDesktopFileName("nursedesk")
    theme.load_fonts(resources.path("fonts"))
    kept = station_file.read(folder)
    speak(app, Language(kept.screen_language))
    use(app, kept)
    return app


def _first_application() -> QApplication:
    app = QApplication(["nursedesk"])
    told_areas.install()
    return app


def _run(app: QApplication, station: Station, bell: DoorBell | None) -> int:
    faults = Faults(station.say_fault)
    faults.watch()
    garbage = WindowThreadGarbage(app)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, garbage.begin)
    code = app.exec()
    station.close()
    garbage.rest()
    if bell is not None:
        bell.close()
    return code


def _own_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_path("nursedesk", appauthor=False))


def _demo_folder(keep: "Path | bool | None", throw_away: Path) -> Path | None:
    if keep is None:
        return throw_away / "suite"
    folder = Path(tempfile.mkdtemp(prefix="nursedesk-demo-")) / "suite" if keep is True else Path(str(keep))
    if folder.exists() and any(folder.iterdir()) and not _is_demo(folder):
        sys.stderr.write(f"nursedesk demo: {folder} is not empty, nothing was changed: name a new folder.\n")
        return None
    sys.stdout.write(f"The demo suite is kept in {folder}; `nursedesk demo --keep {folder}` opens it again.\n")
    return folder


def _is_demo(folder: Path) -> bool:
    """Whether the demo made this suite: its own passphrase opens it."""
    from nursedesk.desk.demo.people import SECRETS
    from nursedesk.store import keys
    from nursedesk.store.errors import NurseDeskError

    try:
        keys.open_with_passphrase(folder, SECRETS["passphrase"])
    except NurseDeskError:
        return False
    return True


def _passphrase(secrets: Path | None) -> str | None:
    """The passphrase or recovery key of a secrets file, if one is named and says it."""
    if secrets is None:
        return None
    import tomllib

    said = tomllib.loads(secrets.read_text(encoding="utf-8"))
    found = said.get("recovery_key") or said.get("passphrase")
    return str(found) if found else None
