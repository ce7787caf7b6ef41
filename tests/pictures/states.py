"""States the tour does not come by: `python -m tests.pictures.states OUT LANGUAGE PERCENT LOOKS SIZE [--keep]`.

Each state is reached once, through the real program, and pictured in every look. What could not be reached is said
by its name, and the command fails.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.monkey.seams import outside
from tests.pictures import states_board, states_hang, states_pages, states_visit, trouble
from tests.pictures.first_run import empty_suite, first_run
from tests.pictures.led import Led, View, reached
from tests.pictures.mistakes import overhear
from tests.pictures.screen import screen, size_of
from tests.pictures.sheets import sheets_of

ROOMS = {
    "board": states_board.STATES,
    "hang": states_hang.STATES,
    "visit": states_visit.STATES,
    "pages": states_pages.STATES,
    "trouble": trouble.STATES,
}


def demo(room: str, led: Led, size: tuple[int, int], views: tuple[View, ...]) -> list[str]:
    """The states of one room, on a demo suite of its own."""
    led.station.begin_demo()
    led.keep_words()
    led.come("jdoe")
    led.look_at(size, views)
    return reached(led, ROOMS[room])


SUITES: dict[str, Callable[[Led, tuple[int, int], tuple[View, ...]], list[str]]] = {
    **{room: partial(demo, room) for room in ROOMS},
    "first-run": first_run,
    "empty": empty_suite,
}


def main() -> int:
    """Reach every state of the rooms asked for, lay sheets, and say what was not reached."""
    said = _asked()
    size = size_of(said.size)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as place, outside(Path(place)):
        screen(size, Path(place))
        overhear(wrong)
        kept = said.out / "singly" if said.keep else Path(place)
        for room in said.rooms.split(","):
            stems = {look: f"{said.language}-{look}-{said.size}-{said.percent}" for look in said.looks.split(",")}
            views = tuple(View(look, kept / stem / f"states-{room}") for look, stem in stems.items())
            folder = Path(place) / room / "suite"
            folder.parent.mkdir()
            led = Led(folder, said.language, said.percent)
            failed = SUITES[room](led, size, views)
            led.close()
            wrong += [f"{said.language}-{said.size}-{said.percent}, {room}: {one}" for one in failed]
            for view in views:
                sheets_of(view.into, said.out / f"sheet-states-{room}-{stems[view.look]}")
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    return int(bool(wrong))


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.pictures.states")
    asked.add_argument("out", type=Path)
    asked.add_argument("language", choices=("en", "es"))
    asked.add_argument("percent", type=int)
    asked.add_argument("looks", help="with commas")
    asked.add_argument("size", help="WIDTHxHEIGHT")
    asked.add_argument("--rooms", default=",".join(SUITES), help="only these, with commas")
    asked.add_argument("--keep", action="store_true", help="every picture singly too")
    return asked.parse_args()


if __name__ == "__main__":
    sys.exit(main())
