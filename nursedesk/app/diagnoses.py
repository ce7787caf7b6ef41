"""Every diagnosis code there is, made ready beside the screen a while after somebody has signed in.

The list takes a second and some 190 MB to read, so a process of its own makes the small index, once.
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from nursedesk.app.core import Core
from nursedesk.catalog.diagnoses import DiagnosisIndex, read_index
from nursedesk.ui.tasks import Progress, Reaction

NAME = "diagnoses.index"
AFTER_MS = 60_000
"""The first minute belongs to whoever has just signed in."""
LONGEST_S = 300


class DiagnosesWiring(QObject):
    """Gives the core its index once it is there; without one our own list is all that is known."""

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self.make_ready)

    def begin(self) -> None:
        """Somebody signed in."""
        if self._core.diagnoses is None:
            self._later.start()

    def rest(self) -> None:
        """The desk closes: nothing more is begun."""
        self._later.stop()

    def make_ready(self) -> None:
        """Read the index beside the screen, made first when there is none."""
        file = self._core.folder / NAME
        self._core.tasks.run(lambda progress: ready_index(file, progress), Reaction(self._take, lambda _: None))

    def _take(self, index: object) -> None:
        if isinstance(index, DiagnosisIndex):
            self._core.diagnoses = index


def ready_index(file: Path, progress: Progress | None = None) -> DiagnosisIndex | None:
    """The index in a file, made when it is not there; None where the list it is made from is not installed."""
    known = read_index(file)
    if known is not None:
        return known
    if progress is not None:
        progress(0, 1)
    make = [sys.executable, "-m", "nursedesk.catalog.diagnoses", str(file)]
    try:
        subprocess.run(make, check=False, timeout=LONGEST_S, capture_output=True)  # noqa: S603 our own module
    except (OSError, subprocess.TimeoutExpired):
        return None
    return read_index(file)
