"""The files of the project, as the house rules look at them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "nursedesk"
# What running and testing leave behind; .gitignore keeps the same things out of the repository.
LEFT_BEHIND = {".git", ".venv", "__pycache__", "demo-output", "dist", "build"}
LEFT_BEHIND_ENDS = ("_cache", ".egg-info", ".hypothesis", ".benchmarks")


def python_files(folder: Path) -> list[Path]:
    """Return every Python file below folder, sorted."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file of the project that would be committed."""
    for path in sorted(folder.iterdir()):
        if path.name in LEFT_BEHIND or path.name.endswith(LEFT_BEHIND_ENDS):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def named(path: Path) -> str:
    """Return path as a reader of the repository knows it."""
    return path.relative_to(ROOT).as_posix()
