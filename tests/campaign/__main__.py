"""`python -m tests.campaign [--short] [--kills N] [--seed N]`: the long runs, with their seeds printed."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.campaign.kill import run

FULL, SHORT = 10_000, 300


def main() -> int:
    """Run the campaign and say what it showed; 1 when something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("--short", action="store_true", help="the few minutes that CI has")
    parser.add_argument("--kills", type=int, help="how often the writer is killed")
    parser.add_argument("--seed", type=int, help="the seed that an earlier run printed")
    parser.add_argument("--control", action="store_true", help="acknowledge too early: must end with losses")
    parser.add_argument("--dir", type=Path, help="where the record is kept during the run")
    asked = parser.parse_args()
    kills = asked.kills or (SHORT if asked.short else FULL)
    seed = asked.seed if asked.seed is not None else time.time_ns() % 1_000_000_000
    print(f"kill -9 of the writer: {kills} kills, seed {seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=asked.dir) as place:
        result = run(Path(place), kills, seed, lambda line: print(line, flush=True), control=asked.control)
    print(result.sentence(time.monotonic() - began))
    return 0 if result.ok else 1


if __name__ == "__main__":
    sys.exit(main())
