"""The core reads no clock and draws no lots: the same events give the same answer on any day."""

import ast
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, named, python_files

CORE = [path for room in ("record", "coding", "watch") for path in python_files(PROGRAM / room)]
CLOCK_MODULES = {"time", "random", "secrets", "calendar"}
CLOCK_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4", "urandom", "perf_counter", "monotonic"}


def impurities(source: str) -> list[str]:
    """Return what in source would give another answer on another day, as line numbers and names."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [f"{node.lineno}: {a.name}" for a in node.names if a.name.split(".")[0] in CLOCK_MODULES]
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or "", *(alias.name for alias in node.names)}
            found += [f"{node.lineno}: {name}" for name in sorted(names & (CLOCK_MODULES | CLOCK_CALLS))]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS:
            found.append(f"{node.lineno}: {node.func.attr}")
    return found


@pytest.mark.parametrize("path", CORE, ids=named)
def test_the_core_reads_no_clock(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    ["import time", "from time import monotonic", "from datetime import datetime\ndatetime.now()", "uuid.uuid4()"],
)
def test_the_check_sees_a_clock(source: str) -> None:
    assert impurities(source) != []


def test_an_instant_that_is_handed_in_is_no_clock() -> None:
    assert impurities("def look(encounter, now):\n    return encounter.now, now - encounter.opened") == []
