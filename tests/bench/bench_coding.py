"""The coder alone, as a ratio to decoding the JSON of the same encounters: `python -m tests.bench.bench_coding`.

CPU time of one core, best of several rounds; six administrations each, all different, all kinds of findings on.
"""

import gc
import json
import random
import time
from collections.abc import Callable
from typing import Any

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.outputs.ticket_json import canonical_json
from nursedesk.record.contract import parse_encounter

from tests.bench.bench_code_lines import encounter

ENCOUNTERS = 1000
ROUNDS = 7


def seconds_each(work: Callable[[Any], object], items: list[Any]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for item in items:
            work(item)
        best = min(best, time.process_time() - began)
    return best / len(items)


def main() -> None:
    dice = random.Random(1)
    book = load_rulebook()
    texts = [json.dumps(encounter(n, dice)) for n in range(ENCOUNTERS)]
    visits = [parse_encounter(text) for text in texts]
    tickets = [code(visit, book) for visit in visits]
    gc.freeze()
    decoding = seconds_each(json.loads, texts)
    steps: list[tuple[str, Callable[[Any], object], list[Any]]] = [
        ("read", parse_encounter, texts),
        ("code", lambda visit: code(visit, book), visits),
        ("write", lambda ticket: canonical_json(ticket, book), tickets),
        ("all", lambda text: canonical_json(code(parse_encounter(text), book), book), texts),
    ]
    for name, work, items in steps:
        each = seconds_each(work, items)
        print(f"{name:6} {each * 1e6:7.1f} µs  {each / decoding:5.1f} x decoding  {1 / each:8,.0f} a second")


if __name__ == "__main__":
    main()
