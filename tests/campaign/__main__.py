"""`python -m tests.campaign [--short] [RUN …] [--seed N]`: the long runs, seeds printed."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.campaign import damage, faults, full_disk, kill, power_fail, power_steps, program, slow_disk
from tests.campaign.day_model import run_days

FULL, SHORT = 10_000, 300
PROGRAM_FULL, PROGRAM_SHORT = 500, 20
DAYS_FULL, DAYS_SHORT = 10_000, 60


def main() -> int:
    """Run what is asked for and say what it showed; 1 when anything was lost or told wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("runs", nargs="*", choices=(*RUNS, []), help="which; without, all")
    parser.add_argument("--short", action="store_true", help="the few minutes that CI has")
    parser.add_argument("--kills", type=int, help="how often the writer is killed")
    parser.add_argument("--images", type=int, help="how many images of a failed power are opened")
    parser.add_argument("--seed", type=int, help="the seed that an earlier run printed")
    parser.add_argument("--control", action="store_true", help="acknowledge too early: must end with losses")
    parser.add_argument("--dir", type=Path, help="where the records are kept during the run")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns() % 1_000_000_000
    sound = True
    for name in asked.runs or RUNS:
        with tempfile.TemporaryDirectory(dir=asked.dir) as place:
            sound &= RUNS[name](Path(place), seed, asked)
    return 0 if sound else 1


def _kill(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    kills = asked.kills or (SHORT if asked.short else FULL)
    _say(f"kill -9 of the writer: {kills} kills, seed {seed}")
    began = time.monotonic()
    result = kill.run(place, kills, seed, _say, control=asked.control)
    _say(result.sentence(time.monotonic() - began))
    return result.ok


def _faults(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not faults.can_trace():
        _say("failing disk: left out, since this system has no strace that may trace")
        return True
    _say(f"failing disk, seed {seed}")
    began = time.monotonic()
    found = faults.run(place, faults.cases(seed, short=asked.short), seed, _say)
    _say(found.sentence(time.monotonic() - began))
    return found.ok


def _journal(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not faults.can_trace():
        _say("failing disk with a journal: left out, since this system has no strace that may trace")
        return True
    _say(f"failing disk with the emergency journal on a sound one, seed {seed}")
    began = time.monotonic()
    found = faults.run(place, faults.cases(seed, short=asked.short), seed, _say, journal=True)
    _say(found.sentence(time.monotonic() - began))
    return found.ok


def _program(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    kills = asked.kills or (PROGRAM_SHORT if asked.short else PROGRAM_FULL)
    _say(f"kill -9 of the whole program: {kills} kills, seed {seed}")
    began = time.monotonic()
    result = program.run(place, kills, seed, _say, control=asked.control)
    _say(result.sentence(time.monotonic() - began))
    return result.ok


def _disk(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not full_disk.can_mount():
        _say("full disks: left out, since this system does not let us mount a file system")
        return True
    rounds = full_disk.SHORT if asked.short else full_disk.FULL
    _say(f"disks that are full or turn read-only: {rounds} rounds, seed {seed}")
    began = time.monotonic()
    found = full_disk.run(place, rounds, seed, _say)
    _say(found.sentence(time.monotonic() - began))
    return found.ok


def _slow(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not slow_disk.can_inject():
        _say("a slow disk: left out, since this system has no strace that may trace")
        return True
    _say(f"the window beside a disk that takes {slow_disk.DELAY_S:g} s for every fsync")
    began = time.monotonic()
    found = slow_disk.run(place)
    for problem in found.problems:
        _say(f"  {problem}")
    _say(f"{found.sentence()}; in {time.monotonic() - began:.1f} s")
    return found.ok


def _power(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not faults.can_trace():
        _say("the power fails: left out, since this system has no strace that may trace")
        return True
    images = asked.images or (power_fail.SHORT if asked.short else power_fail.FULL)
    _say(f"the power fails: {images} images, seed {seed}")
    began = time.monotonic()
    result = power_fail.run(place / "full", images, seed, _say, normal=asked.control)
    _say(result.sentence(time.monotonic() - began))
    if asked.control:
        return result.ok
    control = power_fail.run(place / "normal", images // 20, seed, lambda _: None, normal=True)
    _say(
        f"  the control, without a sync at each commit: {control.lost} lost in {control.lossy} of {control.images}"
    )
    return result.ok and control.lost > 0


def _steps(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    if not faults.can_trace():
        _say("the power fails in set-up, backup, upgrade, journal: left out, since no strace may trace here")
        return True
    ok = True
    for step in power_steps.STEPS:
        wanted = asked.images or (power_steps.SHORT if asked.short else power_steps.FULL)
        images = wanted // power_steps.FEWER.get(step, 1)
        _say(f"the power fails, {step}: {images} images, seed {seed}")
        began = time.monotonic()
        result = power_steps.run(place, step, images, seed)
        for problem in result.problems:
            _say(f"  {problem}")
        _say(result.sentence(time.monotonic() - began))
        ok = ok and not result.problems
    return ok


def _damage(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    rounds = damage.DAMAGE_SHORT if asked.short else damage.DAMAGE_FULL
    return _spoil(place, seed, rounds, damage.damage, "damaged")


def _tamper(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    rounds = damage.TAMPER_SHORT if asked.short else damage.TAMPER_FULL
    return _spoil(place, seed, rounds, damage.tamper, "tampered with")


def _spoil(place: Path, seed: int, rounds: int, spoil: damage.Spoil, what: str) -> bool:
    _say(f"a record {what}: {rounds} times, seed {seed}")
    began = time.monotonic()
    found = damage.run(place, rounds, seed, _say, spoil, what)
    _say(found.sentence(what, time.monotonic() - began))
    return found.ok


def _model(place: Path, seed: int, asked: argparse.Namespace) -> bool:
    days, steps = (DAYS_SHORT, 30) if asked.short else (DAYS_FULL, 50)
    _say(f"a suite's day beside its model: {days} days of {steps} steps, seed {seed}")
    began = time.monotonic()
    try:
        run_days(days, steps, seed, shrink=not asked.short)
    except AssertionError as disagreed:
        # The steps that led there are its notes; what went wrong first may stand behind what the end found.
        first = disagreed.__context__ or disagreed
        for line in (repr(first), str(disagreed), *getattr(disagreed, "__notes__", ())):
            _say(f"  {line}")
        _say(f"the desk and the model disagree after {time.monotonic() - began:.1f} s")
        return False
    took = time.monotonic() - began
    _say(f"{days} days of {steps} steps in {took:.1f} s: the desk, the record and the model agree")
    return True


def _say(line: str) -> None:
    print(line, flush=True)


RUNS = {
    "kill": _kill,
    "faults": _faults,
    "journal": _journal,
    "disk": _disk,
    "slow": _slow,
    "power": _power,
    "steps": _steps,
    "damage": _damage,
    "tamper": _tamper,
    "program": _program,
    "model": _model,
}


if __name__ == "__main__":
    sys.exit(main())
