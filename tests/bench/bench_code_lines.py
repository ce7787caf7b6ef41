"""How fast `nursedesk code --lines` is, against decoding the same JSON, and whether its memory stays flat.

Run by hand: `python -m tests.bench.bench_code_lines [encounters]`. Six administrations each, all different.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nursedesk.record.contract import parse_encounter

DRUGS = (
    ("vancomycin", "J3373", "mg"),
    ("infliximab", "J1745", "mg"),
    ("magnesium sulfate", "J3475", "g"),
    ("ondansetron", "J2405", "mg"),
    ("sodium chloride 0.9 %", "J7040", "mL"),
    ("oxaliplatin", "J9263", "mg"),
    ("leucovorin", "J0640", "mg"),
    ("ceftriaxone", "J0696", "g"),
)
WATCHED = """
import resource, subprocess, sys
command = [sys.executable, "-m", "nursedesk", "code", sys.argv[1], "--lines"]
done = subprocess.run(command, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
NO_MORE_THAN = 1.15
"""Memory at the end of the long run over the short one."""


def encounter(number: int, dice: random.Random) -> dict[str, Any]:
    """One visit of six administrations on one day, with its own times, doses and drugs."""
    given = []
    minute, day = dice.randrange(480, 600), f"2026-03-{dice.randrange(1, 29):02}"
    for n in range(6):
        drug, code, unit = dice.choice(DRUGS)
        push = dice.random() < 0.3
        length = 0 if push else dice.randrange(5, 200)
        given.append(
            {
                "id": str(n),
                "drug": drug,
                "hcpcs": code,
                "route": "iv_push" if push else "iv_infusion",
                "access": "A",
                "segments": [{"start": clock(day, minute), "stop": clock(day, minute + length)}],
                "order_on_file": True,
                "dose": {"amount": str(dice.randrange(1, 800)), "unit": unit},
            }
        )
        minute += dice.randrange(0, 60)
    return {
        "schema": "nursedesk.encounter/1",
        "id": f"E{number}",
        "setting": dice.choice(("outpatient_facility", "office")),
        "time_zone": "America/New_York",
        "accesses": [{"id": "A", "device": "port"}],
        "administrations": given,
        "diagnoses": ["K50.90"],
    }


def clock(day: str, minute: int) -> str:
    """A local time of that day, at most its last minute."""
    minute = min(minute, 1439)
    return f"{day}T{minute // 60:02}:{minute % 60:02}"


def write(file: Path, encounters: int) -> None:
    """A file of encounters, the same every time."""
    dice = random.Random(encounters)
    with file.open("w", encoding="utf-8") as lines:
        for number in range(encounters):
            lines.write(json.dumps(encounter(number, dice)) + "\n")


def decode(file: Path) -> float:
    """Seconds to decode every line and do nothing with it."""
    began = time.perf_counter()
    with file.open("rb") as lines:
        for line in lines:
            json.loads(line)
    return time.perf_counter() - began


def read(file: Path) -> float:
    """Seconds to read every line into the record."""
    began = time.perf_counter()
    with file.open("rb") as lines:
        for line in lines:
            parse_encounter(line)
    return time.perf_counter() - began


def code(file: Path) -> tuple[float, int]:
    """Seconds of processor time, and peak memory in KiB, of coding the file in a process of its own."""
    done = subprocess.run([sys.executable, "-c", WATCHED, str(file)], capture_output=True, text=True, check=True)
    status, seconds, peak = done.stdout.split()
    if status != "0":
        raise SystemExit(f"coding ended with {status}")
    return float(seconds), int(peak)


def main(encounters: int = 10_000) -> int:
    """Print the figures; 1 when memory grew."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder, "short.jsonl"), Path(folder, "long.jsonl")
        write(short, encounters)
        write(long, encounters * 10)
        decoding, reading = decode(short), read(short)
        seconds, small = code(short)
        _, large = code(long)
    growth = large / small
    print(f"{encounters} encounters of six administrations: {seconds:.2f} s, {encounters / seconds:,.0f} a second")
    print(f"ratio to decoding the JSON alone: {seconds / decoding:.1f}, of reading it: {reading / decoding:.1f}")
    print(f"peak memory {small / 1024:.1f} MiB, with ten times as many {large / 1024:.1f} MiB (x {growth:.2f})")
    print(f"this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f} MiB")
    return int(growth > NO_MORE_THAN)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
