"""Every page, dialog and state, in every look, size and language: `python -m tests.pictures OUT [--keep]`.

The whole program is led through a demo suite (`tour`), then brought to the states a tour does not come by
(`states`: first run, an empty suite, trouble, refusals); tools of one room are drawn by its own picture module.
The main pages are kept singly, all of them on contact sheets, with `--keep` each singly; open OUT/index.html.
The command fails, with its name, on a state that could not be reached.
"""

import argparse
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.pictures.sheets import index, sheets_of

ROOMS = ("board", "encounter", "frame", "kit", "reference", "drugs", "audit")
LOOKS = "light,dark,contrast-light,contrast-dark"
ONE = "light"
SIZES = ("1280x800", "1920x1080")
ONCE = (
    ("en", 100, "1024x768"),
    ("es", 150, "1024x768"),
    ("en", 100, "3840x2160"),
    *itertools.product(("en", "es"), (200,), SIZES),
)
"""Language, size of text and of the window that are looked at in one look only."""
STATES = (
    *(("en", 100, look, SIZES[0]) for look in LOOKS.split(",")),
    ("es", 100, ONE, SIZES[0]),
    ("en", 150, ONE, SIZES[0]),
    ("es", 150, ONE, SIZES[0]),
    ("en", 100, ONE, SIZES[1]),
    ("en", 200, ONE, SIZES[0]),
    ("es", 100, ONE, "1024x768"),
)
"""A process for each look: to dress a whole window anew for every picture takes longer than to bring it there."""
AT_ONCE = 2


def main() -> int:
    """Draw, lay out, and say where it is."""
    asked = argparse.ArgumentParser(prog="python -m tests.pictures")
    asked.add_argument("out", type=Path)
    asked.add_argument("--quick", action="store_true", help="one look, size and language")
    asked.add_argument("--keep", action="store_true", help="every picture singly too, in OUT/singly")
    said = asked.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    keep = ["--keep"] if said.keep else []
    jobs = [[*job, *keep] for job in _jobs(said.out, said.quick)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = [*pool.map(_run, jobs)]
        if not said.quick:
            found += pool.map(partial(_room, said.out), ROOMS)
    wrong = [*itertools.chain(*found)]
    index(said.out)
    sys.stdout.write("\n".join([f"open {said.out / 'index.html'}", *wrong]) + "\n")
    return int(bool(wrong))


def _jobs(out: Path, quick: bool) -> Iterator[list[str]]:
    """One process for each language, size of text and of window: all three are there from the first widget on."""
    if quick:
        yield ["tests.pictures.tour", str(out), "en", "100", ONE, SIZES[0]]
        return
    for language, percent, look, size in STATES:
        yield ["tests.pictures.states", str(out), language, str(percent), look, size]
    for language, percent, size in itertools.product(("en", "es"), (100, 150), SIZES):
        yield ["tests.pictures.tour", str(out), language, str(percent), LOOKS, size]
    for language, percent, size in ONCE:
        yield ["tests.pictures.tour", str(out), language, str(percent), ONE, size]


def _room(out: Path, room: str) -> list[str]:
    """What a room draws of itself, on sheets."""
    into = out / "rooms" / room
    wrong = _run([f"tests.ui.{room}.pictures", str(into), *(LOOKS.split(",") if room == "board" else [])])
    sheets_of(into, out / f"sheet-{room}")
    return wrong


def _run(command: list[str]) -> list[str]:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    said = "\n".join(line for line in done.stderr.splitlines() if not line.startswith("This plugin does not"))
    return [f"{' '.join(command)} failed:\n{said[-2000:]}"] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
