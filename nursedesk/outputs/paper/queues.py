"""How a printer's queue stands: whether it prints, whether it takes jobs, and how many wait in it.

Qt says only that a printer is stopped; that a queue turns jobs away, and that some wait in it, is asked of CUPS
(`lpstat`) where there is one.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_PATIENCE = 3.0
"""Seconds for CUPS to answer; a queue that is not told of counts as one that prints."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What is known of a queue right now."""

    name: str
    there: bool = True
    paused: bool = False
    """Jobs are taken and wait."""
    rejects: bool = False
    waiting: int = 0
    """Jobs that have not come out yet."""

    @property
    def trouble(self) -> str:
        """One sentence about what is wrong; empty when nothing is known to be."""
        if not self.there:
            return f"The printer “{self.name}” is not there."
        if self.rejects:
            return f"The printer “{self.name}” takes no jobs: its queue turns them away."
        if self.paused:
            jobs = f", and {_jobs(self.waiting)} in its queue" if self.waiting else ""
            return f"The printer “{self.name}” is stopped or paused{jobs}."
        return ""


def _jobs(count: int) -> str:
    return "1 job waits" if count == 1 else f"{count} jobs wait"


def queue_of(name: str) -> Queue:
    """The queue of a printer as it is now."""
    if not name or name not in QPrinterInfo.availablePrinterNames():
        return Queue(name, there=False)
    paused = QPrinterInfo.printerInfo(name).state() == QPrinter.PrinterState.Error
    accepts, state, jobs = _lpstat("-a", name), _lpstat("-p", name), _lpstat("-o", name)
    return Queue(
        name,
        paused=paused or f"printer {name} disabled" in state,
        rejects=f"{name} not accepting" in accepts,
        waiting=sum(line.startswith(f"{name}-") for line in jobs.splitlines()),
    )


def _lpstat(option: str, name: str) -> str:
    """What CUPS says in English; empty where there is none or it does not answer."""
    program = shutil.which("lpstat")
    if program is None:
        return ""
    # A name that begins with a dash would be taken for an option.
    if name.startswith("-"):
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - the program of the system, a printer's name that Qt lists
            [program, option, name],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            env=os.environ | {"LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
