"""The whole desk against floors measured in the same run: `python -m tests.bench.bench_desk [--dir D] [NAME …]`.

Starting is measured in fresh processes that take turns; pressing and ticking in one process each. Nothing is
asserted: a busy machine is no fault of the program, so the load is printed beside the figures.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk.clock import read_system
from nursedesk.desk.demo.suite import make_demo

STARTS = ("bare", "sign_in", "floor", "board")
PARTS = ("start", "press", "slow", "tick")
ROUNDS = 7


def run(name: str, folder: Path) -> dict[str, Any]:
    """One run in a fresh process: its figures, moments turned into ms since it was started."""
    began = time.monotonic_ns() / 1e9
    compiled = folder.parents[1] / "compiled"
    command = [sys.executable, "-m", "tests.bench.desk_runs", name, str(folder)]
    # Compiled once and kept, as where the program is installed, whatever this shell says of bytecode.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{name} ended with {done.returncode}:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    for moment in {"painted", "opened", "board", "looked"} & found.keys():
        if isinstance(found[moment], float):
            found[moment] = (found[moment] - began) * 1e3
    return found


def demo(place: Path, name: str) -> Path:
    """A demo suite in a folder of its own, with its keys beside it."""
    folder = place / name / "suite"
    desk = make_demo(folder, load_rulebook("cpt"), read_system)
    keys = desk.ledger.keys
    desk.ledger.close()
    (folder.parent / "keys").write_text(f"{keys.master.hex()} {keys.signing.hex()}")
    return folder


def row(what: str, figure: str, floor: str = "", ratio: float | None = None, aim: str = "") -> None:
    """One line of the table."""
    times = f"{ratio:.2f} x" if ratio is not None else ""
    print(f"{what:<44}{figure:>16}{floor:>16}{times:>10}   {aim}", flush=True)


def start(place: Path, rounds: int) -> None:
    """Sign-in page and board against bare windows; memory of the open desk."""
    folder = demo(place, "start")
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in STARTS}
    for number in range(rounds + 1):
        for name in STARTS:
            one = run(name, folder)
            if number:  # the first round fills the disk's cache
                found[name].append(one)

    def middle(name: str, key: str) -> float:
        return statistics.median(one[key] for one in found[name])

    def against(what: str, one: tuple[str, str], floor: tuple[str, str], aim: str, unit: str = "ms") -> None:
        mine, bare = middle(*one), middle(*floor)
        row(what, f"{mine:.0f} {unit}", f"{bare:.0f} {unit}", mine / bare, aim)

    for name in found:
        for one in found[name]:
            one["cpu_ms"] = one.get("cpu", 0) * 1e3
            one["board_cpu_ms"] = one.get("board_cpu", 0) * 1e3
    against("sign-in page painted", ("sign_in", "painted"), ("bare", "painted"), "aim 1.5")
    against("  of processor", ("sign_in", "cpu_ms"), ("bare", "cpu_ms"), "")
    row("  the store imported behind it, after", f"{middle('sign_in', 'opened'):.0f} ms")
    against("board of the demo painted", ("board", "board"), ("floor", "painted"), "aim 1.5")
    against("  of processor", ("board", "board_cpu_ms"), ("floor", "cpu_ms"), "")
    row("  record open after", f"{middle('board', 'opened'):.0f} ms")
    row("  every look computed after", f"{middle('board', 'looked'):.0f} ms")
    against("memory with the board", ("board", "board_memory"), ("floor", "memory"), "aim 1.4", "MiB")
    against("  when every page of a visit is there", ("board", "memory"), ("floor", "memory"), "", "MiB")


def press(place: Path) -> None:
    """Press → painted → saved."""
    found = run("press", demo(place, "press"))
    painted, saved, floor = found["painted"], found["saved"], found["floor"]
    for at, aim in (("p50", ""), ("p99", "aim 16 ms")):
        row(f"press to painted card, {at}", f"{painted[at]:.2f} ms", aim=aim)
    for at, aim in (("p50", "aim 2"), ("p99", "aim 3")):
        row(f"press to saved, {at}", f"{saved[at]:.2f} ms", f"{floor[at]:.2f} ms", saved[at] / floor[at], aim)


def slow(place: Path) -> None:
    """The same while each commit takes three seconds."""
    found = run("slow", demo(place, "slow"))
    for at, aim in (("p50", ""), ("p99", "aim 16 ms")):
        row(f"press to painted, commits of 3 s, {at}", f"{found['painted'][at]:.2f} ms", aim=aim)
    row("  events still waiting at the end", str(found["waiting"]))


def tick(place: Path) -> None:
    """Forty chairs with two lines each."""
    (place / "tick").mkdir()
    found = run("tick", place / "tick" / "suite")
    row("40 chairs x 2 lines at 1 Hz", f"{found['percent']:.2f} % of a core", aim="aim 0.5 %")
    row("  a tick that turns the minute", f"{found['minute_ms']:.1f} ms")


def main() -> int:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_desk", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=(*PARTS, []), help="which; without, all")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="fresh processes of each kind")
    parser.add_argument("--dir", type=Path, help="a folder on the disk to measure")
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    row("", "desk", "floor", None)
    with tempfile.TemporaryDirectory(dir=asked.dir) as place:
        for part in asked.parts or PARTS:
            if part == "start":
                start(Path(place), asked.rounds)
            else:
                {"press": press, "slow": slow, "tick": tick}[part](Path(place))
    print(f"load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
