"""The project speaks of itself alone, and of no machine, registry or workplace it was made on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, named

# Each pattern has a letter in brackets, so that this file does not say what it forbids.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.])/(wor[k]|tmp/n[d]|roo[t])/",
    "a package registry's host": r"py[p]i\.org|python[h]osted\.org|deb\.[d]ebian\.org|registry\.[n]pm",
    "who or what wrote it": r"\b([c]laude|[a]nthropic|[l]anguage model|[h]elper session|[s]ub-?agent)\b",
    "a ticket of the workplace": r"\b[i]ssue[ #]*\d|\bthis [i]ssue\b|\bthe [b]rief\b",
    "work put off": r"\b([T]ODO|[F]IXME|[X]XX)\b",
    "a silenced check without its name": r"# [n]oqa(?!: [A-Z]+\d)|# type: [i]gnore(?!\[)",
}
UPPER_ONLY = {"work put off"}  # "todo" is also a Spanish word
SHARED = "/".join(("..", "shared"))


def text_of(path: Path) -> str:
    """Return the text of a file, empty for pictures, fonts and other bytes."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the project with its text."""
    return ((path, text) for path in files() if (text := text_of(path)))


def forbidden_in(text: str) -> list[str]:
    """Return what text says that it must not, each with its kind."""
    found = []
    for kind, pattern in FORBIDDEN.items():
        flags = re.NOFLAG if kind in UPPER_ONLY else re.IGNORECASE
        found += [f"{kind}: {match.group(0)}" for match in re.finditer(pattern, text, flags)]
    return found


def test_no_file_says_where_or_by_whom_it_was_made() -> None:
    said = {named(path): found for path, text in texts() if (found := forbidden_in(text))}
    assert said == {}


def test_only_tests_look_beside_the_repository() -> None:
    looking = [named(path) for path, text in texts() if SHARED in text and not named(path).startswith("tests/")]
    assert looking == []


@pytest.mark.parametrize(
    "text",
    [f"see /{'work'}/main", f"from {'pypi'}.org", f"as {'issue'} 2 says", f"# {'TO'}DO later", f"x  # {'noqa'}"],
)
def test_the_check_sees_such_words(text: str) -> None:
    assert forbidden_in(text) != []


@pytest.mark.parametrize(
    "text",
    ["/".join(("a", "work", "b")), "the issue of a ticket", "todo el día", "x  # noqa: S608 - constants only"],
)
def test_the_check_lets_others_pass(text: str) -> None:
    assert forbidden_in(text) == []


def test_the_whole_repository_is_looked_at() -> None:
    seen = {named(path) for path in files(ROOT)}
    assert {"README.md", "pyproject.toml", ".ci/run", "tests/house/test_words.py"} <= seen
