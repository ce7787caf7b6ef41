"""Is every line of the coder held by a test? Changes one thing at a time and runs the coder's tests on it.

Run by hand: `python -m tests.mutation.mutate --count 60 --seed 1`. Prints what no test noticed; 1 when too much.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODER = Path("nursedesk", "coding")
QUICK = ("tests/coding/test_cases.py", "tests/coding/test_drugs.py", "tests/coding/test_durations.py")
ALL = ("tests/coding", "tests/oracle", "tests/catalog/test_diagnoses.py", "tests/watch")
LEAST = 0.9
TOO_LONG = 240
"""Seconds: a change that makes a test run on is noticed."""

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
    for node in ast.walk(tree):
        compared = isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED
        summed = isinstance(node, ast.BinOp) and type(node.op) in _SUMS
        number = isinstance(node, ast.Constant) and type(node.value) in (int, bool)
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        if compared or summed or number or negated or isinstance(node, ast.BoolOp | ast.If | ast.IfExp):
            yield node


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


def noticed(folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether the tests fail on the changed copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, timeout=TOO_LONG).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def copy(folder: Path) -> None:
    """What the coder's tests need, to be changed freely."""
    for part in ("nursedesk", "resources", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    files = [f for f in sorted((ROOT / CODER).glob("*.py")) if f.name != "reference.py"]
    places = [(f, n) for f in files for n, _ in enumerate(changes(ast.parse(f.read_text("utf-8"))))]
    chosen = random.Random(asked.seed).sample(places, min(asked.count, len(places)))
    survived = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        for file, number in chosen:
            text = file.read_text("utf-8")
            tree = ast.parse(text)
            node = list(changes(tree))[number]
            place = f"{file.name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node).splitlines()[0]}"
            change(node)
            target = folder / CODER / file.name
            target.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")
            if not noticed(folder, QUICK) and not noticed(folder, ALL):
                survived += 1
                print(f"not noticed: {place} -> {ast.unparse(node).splitlines()[0]}", flush=True)
            target.write_text(text, "utf-8")
    print(f"{len(chosen) - survived} of {len(chosen)} changes noticed; {len(places)} places in all")
    return int((len(chosen) - survived) < LEAST * len(chosen))


if __name__ == "__main__":
    sys.exit(main())
