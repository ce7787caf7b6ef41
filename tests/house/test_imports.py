"""Who may import what, where an import contract cannot say it: parts of Qt, and the bare core."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, named, python_files

CORE = ("nursedesk/record/", "nursedesk/coding/", "nursedesk/watch/")
PAINTERS = ("nursedesk/outputs/paper", "nursedesk/outputs/pictures")
PAINTING = {"QtCore", "QtGui", "QtPrintSupport", "QtSvg"}
SCREEN = ("nursedesk/ui/", "nursedesk/app", "nursedesk/cli/", "nursedesk/__main__")


def imported(source: str) -> Iterator[str]:
    """Yield the full name of every module that source imports, parts of Qt by their own names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            yield from (f"PySide6.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def trespasses(name: str, source: str) -> list[str]:
    """Return the imports that the file called name may not have."""
    modules = set(imported(source))
    if name.startswith(CORE):
        return sorted(m for m in modules if m.split(".")[0] not in sys.stdlib_module_names | {"nursedesk"})
    qt = {m.split(".")[1] if "." in m else "" for m in modules if m.split(".")[0] in ("PySide6", "shiboken6")}
    if name.startswith(SCREEN):
        return []
    return sorted(qt - PAINTING if name.startswith(PAINTERS) else qt)


@pytest.mark.parametrize("path", python_files(PROGRAM), ids=named)
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    assert trespasses(named(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("nursedesk/record/fold.py", "import numpy"),
        ("nursedesk/coding/engine.py", "from PySide6 import QtCore"),
        ("nursedesk/outputs/paper/sheet.py", "from PySide6.QtWidgets import QLabel"),
        ("nursedesk/outputs/paper/sheet.py", "from PySide6 import QtWidgets"),
        ("nursedesk/outputs/ticket_json.py", "from PySide6.QtGui import QFont"),
        ("nursedesk/desk/hang.py", "import PySide6.QtCore"),
    ],
)
def test_the_check_sees_a_trespass(name: str, source: str) -> None:
    assert trespasses(name, source) != []


def test_the_check_lets_painters_paint_and_the_screen_show() -> None:
    assert trespasses("nursedesk/outputs/pictures/strip.py", "from PySide6.QtGui import QPainter") == []
    assert trespasses("nursedesk/ui/board/card.py", "from PySide6.QtWidgets import QFrame") == []
    assert trespasses("nursedesk/record/fold.py", "from nursedesk.record.events import Event") == []
