"""How fast `nursedesk code --lines` is: against decoding the same JSON, and a rule engine on the same lines.

Run by hand: `python -m tests.bench.bench_code_lines [--encounters N] [--jobs N] [--million]`. Six administrations
each, all different, all findings on. The rule engine (`pip install nursedesk[bench]`) answers only what each
administration would be alone: no groups, no overlaps, no drug units, no reasons. `--million` codes a million short
lines as well and compares the memory that took with that of a hundred thousand.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code as code_visit
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
command = [sys.executable, "-m", "nursedesk", "code", *sys.argv[1:]]
done = subprocess.run(command, stdin=sys.stdin, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
MANY_SHORT = """
import sys
head, tail = sys.argv[1].split("{number}")
for number in range(int(sys.argv[2])):
    sys.stdout.write(f"{head}{number}{tail}\\n")
"""
NO_MORE_THAN = 1.15
"""Memory at the end of the long run over the short one."""
LIVE_MS = 0.4
"""One encounter at the chair, coded after a press."""


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


def seconds(file: Path, work: Callable[[bytes], object]) -> float:
    """Seconds of processor time to do something with every line, the better of two rounds."""
    rounds = []
    for _ in range(2):
        began = time.process_time()
        with file.open("rb") as lines:
            for line in lines:
                work(line)
        rounds.append(time.process_time() - began)
    return min(rounds)


def code(*arguments: str, stdin: int | None = None) -> tuple[float, int]:
    """Seconds of processor time, and peak memory in KiB, of coding in a process of its own."""
    command = [sys.executable, "-c", WATCHED, *arguments, "--lines"]
    done = subprocess.run(command, stdin=stdin, capture_output=True, text=True, check=True)
    status, used, peak = done.stdout.split()
    if status != "0":
        raise SystemExit(f"coding ended with {status}")
    return float(used), int(peak)


def rule_engine() -> Callable[[bytes], object] | None:
    """A decision table of a rule engine written in Rust, asked for each administration; None if not installed."""
    try:
        import zen
    except ImportError:
        return None
    decision = zen.ZenEngine().create_decision(json.dumps(decision_table()))
    families = {"infliximab": "complex", "oxaliplatin": "complex"}

    def work(line: bytes) -> object:
        visit = json.loads(line)
        asked = (
            {"route": a["route"], "family": families.get(a["drug"], "other"), "minutes": minutes(a["segments"][0])}
            for a in visit["administrations"]
        )
        return [decision.evaluate(one)["result"] for one in asked]

    return work


def minutes(segment: dict[str, str]) -> int:
    """Minutes of a stretch within one day."""
    start, stop = (int(segment[end][11:13]) * 60 + int(segment[end][14:16]) for end in ("start", "stop"))
    return stop - start


def decision_table() -> dict[str, Any]:
    """First-hour or push code, and the units of its hours, by route, family and minutes."""
    hours = "1 + max([0, floor((minutes - 31) / 60)])"
    rows = (
        ('"iv_push"', '"complex"', "", "96409", "1"),
        ('"iv_push"', "", "", "96374", "1"),
        ('"iv_infusion"', '"complex"', "[0..15]", "96409", "1"),
        ('"iv_infusion"', "", "[0..15]", "96374", "1"),
        ('"iv_infusion"', '"complex"', "", "96413", hours),
        ('"iv_infusion"', "", "", "96365", hours),
    )
    fields = ("route", "family", "minutes", "code", "units")
    rules = [
        {"_id": str(n), **dict(zip(fields, (*row[:3], f'"{row[3]}"', row[4]), strict=True))}
        for n, row in enumerate(rows)
    ]
    columns = [{"id": name, "name": name, "field": name} for name in fields]
    table = {"hitPolicy": "first", "inputs": columns[:3], "outputs": columns[3:], "rules": rules}
    kinds = (("in", "inputNode"), ("table", "decisionTableNode"), ("out", "outputNode"))
    nodes: list[dict[str, Any]] = [{"id": name, "name": name, "type": kind} for name, kind in kinds]
    nodes[1]["content"] = table
    ways = (("in", "table"), ("table", "out"))
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in ways]
    return {"nodes": nodes, "edges": edges}


def live(lines: Iterable[bytes]) -> float:
    """Milliseconds to code one visit again, placements included, as the chair does after a press: the median."""
    book = load_rulebook()
    visits = [parse_encounter(line) for line in lines]
    each = []
    for visit in visits:
        code_visit(visit, book)
        began = time.process_time()
        code_visit(visit, book)
        each.append((time.process_time() - began) * 1000)
    return sorted(each)[len(each) // 2]


def a_million() -> bool:
    """Whether a million short lines take no more memory than a hundred thousand."""
    short = encounter(0, random.Random(1))
    short["id"], short["administrations"] = "E{number}", short["administrations"][:1]
    peaks = []
    for count in (100_000, 1_000_000):
        command = [sys.executable, "-c", MANY_SHORT, json.dumps(short), str(count)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as lines:
            assert lines.stdout is not None
            used, peak = code("-", stdin=lines.stdout.fileno())
        peaks.append(peak)
        print(f"{count:,} short lines: {count / used:,.0f} a second, peak memory {peak / 1024:.1f} MiB")
    return peaks[1] <= peaks[0] * NO_MORE_THAN


def main() -> int:
    """Print the figures; 1 when memory grew or one encounter takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encounters", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--million", action="store_true")
    asked = parser.parse_args()
    count = asked.encounters
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder, "short.jsonl"), Path(folder, "long.jsonl")
        write(short, count)
        write(long, count * 5)
        decoding, reading = seconds(short, json.loads), seconds(short, parse_encounter)
        (first, small), (all_of_it, large) = code(str(short)), code(str(long))
        # The program's start is in both.
        alone = (all_of_it - first) / 4
        began = time.perf_counter()
        code(str(long), "--jobs", str(asked.jobs))
        several = time.perf_counter() - began
        began = time.perf_counter()
        code(str(long))
        one = time.perf_counter() - began
        engine = rule_engine()
        engine_took = None if engine is None else seconds(short, engine)
        with short.open("rb") as lines:
            each = live([next(lines) for _ in range(min(500, count))])
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{count:,} encounters of six administrations: {count / alone:,.0f} a second on one core")
    print(f"with the start of the program: {count / first:,.0f} a second")
    print(f"--jobs {asked.jobs}: {one / several:.2f} times as fast by the clock")
    print(f"ratio to decoding the JSON: {alone / decoding:.1f}; reading it is {reading / decoding:.1f}")
    if engine_took is None:
        print("no rule engine installed (the bench extra): not compared")
    else:
        print(f"a rule engine, for a fraction of the rules: {engine_took / alone:.2f} times as long")
    print(f"one encounter at the chair: {each:.3f} ms (no more than {LIVE_MS})")
    print(f"peak memory {small / 1024:.1f} MiB, with five times as many {large / 1024:.1f} MiB")
    flat = large <= small * NO_MORE_THAN and (not asked.million or a_million())
    return int(not flat or each > LIVE_MS)


if __name__ == "__main__":
    sys.exit(main())
