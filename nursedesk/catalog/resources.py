"""Where the program's data files are: one place knows, everything else asks."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_A_WHEEL = _PACKAGE / "_resources"
ROOT = _IN_A_WHEEL if _IN_A_WHEEL.is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """A file or folder under resources/, e.g. `path("rules", "parameters.toml")`; it may not exist."""
    return ROOT.joinpath(*parts)
