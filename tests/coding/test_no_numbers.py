"""Code numbers and thresholds live in the rule data: the coder names roles."""

import ast
from pathlib import Path

import pytest
from nursedesk import coding

from tests.coding.books import book

FILES = sorted(Path(coding.__path__[0]).glob("*.py"))
THRESHOLDS = {16, 30, 31, 60, 90, 91, 1440}


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_no_code_number_and_no_threshold_in_the_coder(file: Path) -> None:
    defaults = {"additional_hour_from"}
    tree = ast.parse(file.read_text("utf-8"))
    allowed = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name) and node.target.id in defaults
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in allowed:
            assert node.value not in THRESHOLDS, f"line {node.lineno}"
            assert node.value not in book().codes, f"line {node.lineno}"
