"""A file of the program can be read in one sitting, and its name says what it is about."""

from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, named, python_files

MOST_LINES = 400
NAMELESS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "base", "constants"}


@pytest.mark.parametrize("path", python_files(PROGRAM), ids=named)
def test_a_file_is_at_most_400_lines_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{named(path)} has {lines} lines: split it where its subject splits"


def test_no_file_is_named_for_nothing_in_particular() -> None:
    words = {named(path): set(path.stem.split("_")) for path in python_files(PROGRAM)}
    assert {name: found & NAMELESS for name, found in words.items() if found & NAMELESS} == {}
