"""Is every line of the coder held by a test? Changes one thing at a time and runs the coder's tests on it.

Run by hand: `python -m tests.mutation.mutate --count 60 --seed 1 --jobs 2`. Prints what no test noticed and the
share that was; 1 when that is too little. Arguments of decorators and of `field` (slots, repr, how much is kept)
are left alone: they change memory and debugging, and nothing a ticket says.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[2]
CODER = Path("nursedesk", "coding")
TESTS = (
    ("tests/coding/test_explained.py", "tests/coding/test_held.py", "tests/coding/test_held_dates.py"),
    ("tests/coding/test_teaching.py", "tests/coding/test_cases.py"),
    ("tests/coding", "tests/oracle", "tests/catalog/test_diagnoses.py", "tests/watch"),
)
"""The likeliest to notice first."""
LEAST = 0.9
TOO_LONG = 600
"""Seconds of each of them: a change that makes a test run on is noticed."""

Place = tuple[Path, int]
"""A file and the number of the place in it."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv}


def changes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every place that can be changed."""
    silent = {id(node) for outer in ast.walk(tree) for part in _silent(outer) for node in ast.walk(part)}
    for node in ast.walk(tree):
        compared = isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED
        summed = isinstance(node, ast.BinOp) and type(node.op) in _SUMS
        number = isinstance(node, ast.Constant) and type(node.value) in (int, bool)
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        some = compared or summed or number or negated or isinstance(node, ast.BoolOp | ast.If | ast.IfExp)
        if some and id(node) not in silent:
            yield node


def _silent(node: ast.AST) -> list[ast.expr]:
    """What of a node says only how values are kept."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return node.decorator_list
    is_field = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "field"
    return [node] if is_field and isinstance(node, ast.Call) else []


def change(node: ast.AST) -> None:
    """Make the change in place."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARED[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp):
        node.op = _SUMS[type(node.op)]()
    elif isinstance(node, ast.Constant):
        node.value = (not node.value) if isinstance(node.value, bool) else int(str(node.value)) + 1
    elif isinstance(node, ast.UnaryOp):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.BoolOp):
        node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.Constant(value=False)


def noticed(folder: Path) -> bool:
    """Whether some test fails in a copy."""
    for tests in TESTS:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        try:
            answer = subprocess.run(command, cwd=folder, capture_output=True, timeout=TOO_LONG)
        except subprocess.TimeoutExpired:
            return True
        if answer.returncode != 0:
            return True
    return False


def copy(folder: Path) -> None:
    """What the coder's tests need, to be changed freely."""
    for part in ("nursedesk", "resources", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)


def tried(place: Place, folder: Path) -> str:
    """What was changed when nobody noticed, "" when some test did; the folder is as it was afterwards."""
    file, number = place
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    node = list(changes(tree))[number]
    before = f"{file.name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node).splitlines()[0]}"
    change(node)
    target = folder / CODER / file.name
    target.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")
    lives = not noticed(folder)
    target.write_text(text, "utf-8")
    return f"{before} -> {ast.unparse(node).splitlines()[0]}" if lives else ""


def all_places() -> list[Place]:
    """Every place of the coder; the reference page is data of its own."""
    files = [f for f in sorted((ROOT / CODER).glob("*.py")) if f.name != "reference.py"]
    return [(f, n) for f in files for n, _ in enumerate(changes(ast.parse(f.read_text("utf-8"))))]


def survivors(chosen: list[Place], jobs: int) -> Iterator[str]:
    """What no test noticed, each as soon as it is known; `jobs` copies are tried beside each other."""
    with tempfile.TemporaryDirectory() as name:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copy(Path(name, str(number)))
            free.put(Path(name, str(number)))
        if noticed(Path(name, "0")):
            sys.exit("Nothing can be told: the tests fail, or take too long, with nothing changed.")

        def one(place: Place) -> str:
            folder = free.get()
            try:
                return tried(place, folder)
            finally:
                free.put(folder)

        with ThreadPoolExecutor(jobs) as pool:
            yield from filter(None, pool.map(one, chosen))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    places = all_places()
    chosen = random.Random(asked.seed).sample(places, min(asked.count, len(places)))
    survived = 0
    for what in survivors(chosen, asked.jobs):
        survived += 1
        print(f"not noticed: {what}", flush=True)
    share = (len(chosen) - survived) / max(1, len(chosen))
    print(f"{len(chosen) - survived} of {len(chosen)} changes noticed, {share:.1%}; {len(places)} places in all")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
