"""What is installed is pinned, explained and licensed."""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FONTS = ROOT / "resources" / "fonts"


def pinned() -> dict[str, str]:
    """Return the constraints as names and versions."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    asked = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all([specifier.operator for specifier in each.specifier] == ["=="] for each in asked)
    return {canonicalize_name(each.name): str(next(iter(each.specifier)).version) for each in asked}


def declared() -> list[Requirement]:
    """Return every requirement of pyproject.toml, the extras and the build's included."""
    project, build = PYPROJECT["project"], PYPROJECT["build-system"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in [*project["dependencies"], *extras, *build["requires"]]]


def installed_with(name: str, extras: frozenset[str], seen: set[str]) -> Iterator[importlib.metadata.Distribution]:
    """Yield the distributions that come with name in this environment, each once."""
    for line in importlib.metadata.distribution(name).requires or []:
        asked = Requirement(line)
        wanted = any(not asked.marker or asked.marker.evaluate({"extra": extra}) for extra in extras | {""})
        if wanted and canonicalize_name(asked.name) not in seen:
            seen.add(canonicalize_name(asked.name))
            yield importlib.metadata.distribution(asked.name)
            yield from installed_with(asked.name, frozenset(asked.extras), seen)


@pytest.mark.parametrize("asked", declared(), ids=str)
def test_a_dependency_is_pinned_at_a_version_it_allows(asked: Requirement) -> None:
    version = pinned().get(canonicalize_name(asked.name))
    assert version, f"{asked.name} is not in packaging/constraints.txt"
    assert asked.specifier.contains(version, prereleases=True)


def test_what_comes_with_them_is_pinned_and_installed_at_that_version() -> None:
    here = {canonicalize_name(d.name): d.version for d in installed_with("nursedesk", frozenset({"test"}), set())}
    assert len(here) > len(PYPROJECT["project"]["dependencies"])
    pins = pinned()
    assert {name: pins.get(name) for name in here} == here


@pytest.mark.parametrize("asked", declared(), ids=str)
def test_a_dependency_has_its_row_in_contributing(asked: Requirement) -> None:
    assert re.search(rf"^\| `{re.escape(asked.name)}` \|", CONTRIBUTING, re.MULTILINE | re.IGNORECASE), (
        f"{asked.name}: say in CONTRIBUTING.md what it is for, its licence and its last release"
    )


def test_every_font_is_named_in_contributing_and_has_its_licence_beside_it() -> None:
    fonts = [path.name for path in FONTS.iterdir() if path.suffix in (".ttf", ".otf")]
    assert fonts
    assert [name for name in fonts if name not in CONTRIBUTING] == []
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
