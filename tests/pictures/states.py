"""States the tour does not come by: `python -m tests.pictures.states OUT LANGUAGE PERCENT VIEW… [--keep]`.

A view is LOOK:WIDTHxHEIGHT. Each state is reached once, through the real program, and pictured in every view. What
could not be reached is said by its name, and the command fails.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.monkey.seams import outside
from tests.pictures import states_board, states_hang, states_pages, states_visit, trouble
from tests.pictures.first_run import empty_suite, first_run
from tests.pictures.led import Led, View, reached
from tests.pictures.sheets import sheets_of

ROOMS = {
    "board": states_board.STATES,
    "hang": states_hang.STATES,
    "visit": states_visit.STATES,
    "pages": states_pages.STATES,
    "trouble": trouble.STATES,
}
SUITES: dict[str, Callable[[Path, str, int, tuple[View, ...]], list[str]]] = {
    "first-run": first_run,
    "empty": empty_suite,
}


def demo(room: str, folder: Path, language: str, percent: int, views: tuple[View, ...]) -> list[str]:
    """The states of one room, on a demo suite of its own."""
    led = Led(folder, language, percent)
    led.station.begin_demo()
    led.keep_words()
    led.come("jdoe")
    led.look_at(views)
    wrong = reached(led, ROOMS[room])
    led.close()
    return wrong


def main() -> int:
    """Reach every state of the rooms asked for, lay sheets, and say what was not reached."""
    asked = argparse.ArgumentParser(prog="python -m tests.pictures.states")
    asked.add_argument("out", type=Path)
    asked.add_argument("language")
    asked.add_argument("percent", type=int)
    asked.add_argument("views", nargs="+", help="LOOK:WIDTHxHEIGHT")
    asked.add_argument("--rooms", default=",".join((*ROOMS, *SUITES)), help="only these, with commas")
    asked.add_argument("--keep", action="store_true", help="every picture singly too")
    said = asked.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as place, outside(Path(place)):
        for room in said.rooms.split(","):
            stems = {f"{said.language}-{view.replace(':', '-')}-{said.percent}": view for view in said.views}
            kept = said.out / "singly" if said.keep else Path(place)
            views = tuple(_view(view, kept / stem / f"states-{room}") for stem, view in stems.items())
            folder = Path(place) / room / "suite"
            folder.parent.mkdir()
            failed = (
                demo(room, folder, said.language, said.percent, views)
                if room in ROOMS
                else SUITES[room](folder, said.language, said.percent, views)
            )
            wrong += [f"{said.language} {said.percent} %, {room}: {one}" for one in failed]
            for stem, view in zip(stems, views, strict=True):
                sheets_of(view.into, said.out / f"sheet-states-{room}-{stem}")
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    return int(bool(wrong))


def _view(text: str, into: Path) -> View:
    look, _, size = text.partition(":")
    width, height = (int(side) for side in size.split("x"))
    return View(look, (width, height), into)


if __name__ == "__main__":
    sys.exit(main())
