"""Every page, dialog and state, in every look, size and language: `python -m tests.pictures OUT [--quick]`.

The whole program is led through a demo suite; what it does not come by (doors, errors, tools of one room) is
drawn by the rooms' own picture modules. The main pages are kept singly, all of them on contact sheets; open
OUT/index.html.
"""

import argparse
import itertools
import os
import subprocess
import sys
from pathlib import Path

from tests.pictures.sheets import index, sheets_of

ROOMS = ("board", "encounter", "frame", "kit", "reference", "drugs", "audit")
THEMES = ("light", "dark", "contrast-light", "contrast-dark")
SIZES = ("1280x800", "1920x1080")


def main() -> int:
    """Draw, lay out, and say where it is."""
    asked = argparse.ArgumentParser(prog="python -m tests.pictures")
    asked.add_argument("out", type=Path)
    asked.add_argument("--quick", action="store_true", help="one look, size and language")
    said = asked.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    wrong = tours(said.out, said.quick) + ([] if said.quick else rooms(said.out))
    index(said.out)
    sys.stdout.write("\n".join([f"open {said.out / 'index.html'}", *wrong]) + "\n")
    return int(bool(wrong))


def tours(out: Path, quick: bool) -> list[str]:
    """One process for each language and size of text: both are there from the first widget on."""
    wrong = []
    texts = [("en", 100)] if quick else [*itertools.product(("en", "es"), (100, 150)), ("en", 200), ("es", 200)]
    for language, percent in texts:
        themes, sizes = (THEMES, SIZES) if percent < 200 else (THEMES[:1], SIZES[1:])
        themes, sizes = (THEMES[:1], SIZES[:1]) if quick else (themes, sizes)
        command = ["tests.pictures.tour", str(out), language, str(percent), ",".join(themes), ",".join(sizes)]
        wrong += _run(command)
    return wrong


def rooms(out: Path) -> list[str]:
    """What each room draws of itself, on sheets."""
    wrong = []
    for room in ROOMS:
        into = out / "rooms" / room
        more = [*THEMES] if room == "board" else []
        wrong += _run([f"tests.ui.{room}.pictures", str(into), *more])
        sheets_of(into, out / f"sheet-{room}")
    return wrong


def _run(command: list[str]) -> list[str]:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    return [f"{command[0]} failed:\n{done.stderr[-2000:]}"] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
