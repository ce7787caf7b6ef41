"""No file of the program is longer than a person reads in one sitting."""

from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, named, python_files

MOST_LINES = 400


@pytest.mark.parametrize("path", python_files(PROGRAM), ids=named)
def test_a_file_is_at_most_400_lines_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{named(path)} has {lines} lines: split it where its subject splits"
