"""`nursedesk doctor`: what this station depends on, and what of it is not well."""

import argparse
import os
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    commands.add_parser(
        "doctor", help="versions, database engine, clock, printer, display, disk, keyring, backups"
    )


def run(args: argparse.Namespace) -> int:
    """Say one sentence of each; exit 1 when something is wrong."""
    from nursedesk.cli.unlock import data_folder
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.doctor import Level, World, examine
    from nursedesk.desk.time_service import time_kept

    world = World(read_system().now, time_kept, _printers, _display)
    wrong = 0
    for said in examine(data_folder(args), world):
        wrong += said.level is Level.WRONG
        sys.stdout.write(f"{said.level.value:<6} {said.what:<12} {said.sentence}\n")
    sys.stdout.write("Everything is well.\n" if not wrong else f"{wrong} of these are wrong.\n")
    return 1 if wrong else 0


def _display() -> bool | None:
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _printers() -> tuple[str, ...] | None:
    """The system's printers; None when this system has no way to tell."""
    from nursedesk.catalog import resources

    try:
        from nursedesk.outputs.paper.offscreen import painting
        from nursedesk.outputs.paper.printing import printers
    except ImportError:
        return None
    with painting(resources.path("fonts")):
        return printers()
