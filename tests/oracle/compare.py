"""The program's coder against the reference: `python -m tests.oracle.compare --count 2000 --seed 1`.

Prints how many disagree, by what they disagree about, each class with its smallest example and both answers.
"""

import argparse
import json
import random
from collections.abc import Iterator
from copy import deepcopy

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.record.contract import read_encounter

from tests.oracle import generate, reference

CODES = set(
    [
        "96360",
        "96361",
        "96365",
        "96366",
        "96367",
        "96368",
        "96369",
        "96370",
        "96371",
        "96372",
        "96374",
        "96375",
        "96376",
        "96377",
        "96401",
        "96402",
        "96409",
        "96411",
        "96413",
        "96415",
        "96416",
        "96417",
        "96523",
        "G0498",
        "C8957",
    ]
)
FINDINGS = set(
    [
        "not-codable",
        "stop-before-start",
        "same-drug-self-overlap",
        "over-24-hours",
        "hold-missing-stop",
        "missing-stop",
        "calculated-stop",
        "under-16-minutes",
        "longer-than-ordered",
        "same-drug-short-dose",
        "concurrent-unreported",
        "concurrent-chemotherapy",
        "same-drug-push-uncoded",
        "hydration-overlaps-drug",
        "hydration-under-31-minutes",
        "second-sc-infusion",
        "tie-break-changes-ticket",
        "no-order",
        "no-dose",
        "bundled",
        "crosses-midnight",
        "second-initial",
        "differs-from-cpt",
    ]
)
BY_LINE = ("differs-from-cpt",)
ALONE = ("tie-break-changes-ticket",)
Case = tuple[dict, str, dict]


def answers(case: Case) -> tuple[tuple, tuple]:
    """The reference's and the program's (lines, findings), in the form they are compared in."""
    encounter, profile, settings = case
    lines, findings = reference.code(encounter, profile, settings)
    ticket = code(read_encounter(encounter), load_rulebook(profile, settings))
    theirs = sorted((x.code, x.units, tuple(x.modifiers), x.date) for x in ticket.lines if x.code in CODES)
    found = set()
    for x in ticket.findings:
        name = str(x.code)
        if name in BY_LINE:
            found |= {(name, f"={line}") for line in x.lines}
        elif name in ALONE:
            found.add((name, ""))
        elif name in FINDINGS:
            found |= {(name, i) for i in x.administrations or ("",)}
    return (tuple(lines), frozenset(findings)), (tuple(theirs), frozenset(found))


def differing(case: Case) -> frozenset[str]:
    """What the two disagree about: line codes and finding codes; empty where they agree."""
    try:
        (lines, findings), (theirs, found) = answers(case)
    except Exception as broken:  # a disagreement too
        return frozenset({f"{type(broken).__name__}: {broken}"[:80]})
    names = {x[0] for x in set(lines) ^ set(theirs)} | {x[0] for x in findings ^ found}
    return frozenset(names)


def smaller(case: Case) -> Iterator[Case]:
    """Every case with one thing less."""
    encounter, profile, settings = case
    for name in settings:
        yield encounter, profile, {k: v for k, v in settings.items() if k != name}
    if profile != "cpt":
        yield encounter, "cpt", settings
    for where in _places(encounter):
        less = deepcopy(encounter)
        holder = less
        for step in where[:-1]:
            holder = holder[step]
        del holder[where[-1]]
        yield less, profile, settings


def _places(encounter: dict) -> Iterator[tuple]:
    yield from ((name,) for name in encounter if name not in ("schema", "id", "setting", "administrations"))
    yield from (("accesses", i) for i in range(len(encounter.get("accesses", []))))
    for i, raw in enumerate(encounter["administrations"]):
        yield ("administrations", i)
        for j, piece in enumerate(raw.get("segments", [])):
            yield ("administrations", i, "segments", j)
            yield from (("administrations", i, "segments", j, k) for k in piece if k not in ("start", "stop"))
        kept = ("id", "drug", "route", "family", "segments", "order_on_file", "dose")
        yield from (("administrations", i, k) for k in raw if k not in kept)


def shrunk(case: Case) -> Case:
    """The smallest case that still disagrees about nothing but what this one does."""
    about = differing(case)
    while True:
        for less in smaller(case):
            remains = differing(less)
            if remains and remains <= about:
                case, about = less, remains
                break
        else:
            return case


def disagreements(count: int, seed: int) -> Iterator[Case]:
    """The random cases on which the two disagree."""
    rng = random.Random(seed)
    for _ in range(count):
        case = generate.visit(rng)
        if differing(case):
            yield case


def shown(case: Case) -> str:
    """One disagreement for a person."""
    encounter, profile, settings = case
    top = {k: v for k, v in encounter.items() if k not in ("schema", "id", "administrations")}
    rows = [f"{profile} {settings} {json.dumps(top)}"]
    rows += ["  " + json.dumps(x) for x in encounter["administrations"]]
    try:
        ours, theirs = answers(case)
    except Exception as broken:
        return "\n".join([*rows, repr(broken)])
    for name, (lines, findings) in (("reference", ours), ("program", theirs)):
        rows.append(f"  {name:9}: " + ", ".join(f"{c}x{n}{list(m) or ''} {d}" for c, n, m, d in lines))
        rows.append(f"             {sorted(findings)}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="classes of disagreement to show")
    parser.add_argument("--shrink", type=int, default=60, help="disagreements to shrink")
    asked = parser.parse_args()
    classes: dict[frozenset[str], list[Case]] = {}
    total = 0
    for case in disagreements(asked.count, asked.seed):
        total += 1
        if total <= asked.shrink:
            least = shrunk(case)
            classes.setdefault(differing(least), []).append(least)
    print(f"{total} of {asked.count} disagree")
    for about, cases in sorted(classes.items(), key=lambda x: -len(x[1]))[: asked.show]:
        print(f"\n--- {len(cases)} x {sorted(about)}")
        print(shown(min(cases, key=lambda c: len(json.dumps(c)))))


if __name__ == "__main__":
    main()
