"""How much room the record's disk has: told before it is full, with some kept back for the time when it is."""

from dataclasses import dataclass
from pathlib import Path

from nursedesk.store import ballast


@dataclass(frozen=True, slots=True)
class DiskState:
    """Bytes free (None: the system does not say), and whether room is kept back."""

    free: int | None
    kept_back: bool

    @property
    def low(self) -> bool:
        """Whether somebody should make space today."""
        return self.free is not None and self.free < ballast.LOW

    @property
    def urgent(self) -> bool:
        """Whether presses will soon not be saved."""
        return self.low and not self.kept_back


def look(folder: Path) -> DiskState:
    """Look at the disk of a data folder; keeps room back where there is plenty. May run on any thread."""
    kept = ballast.keep_back(folder)
    return DiskState(ballast.free_bytes(folder), kept)
