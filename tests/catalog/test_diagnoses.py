"""The index of diagnoses: what is kept of the package's list, and that a broken file is as good as none."""

import sys
import types
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from nursedesk.catalog.diagnoses import PACKAGE, NoPackage, read_index, write_index
from nursedesk.catalog.rulebook import load_rulebook, with_diagnoses
from nursedesk.coding.diagnoses import why_not

LISTED = {
    "1": "Some chapter",
    "A00-A09": "Some block",
    "A00": "Cholera",
    "A00.9": "Cholera, unspecified",
    "N39.0": "Urinary tract infection, site not specified",
    "S72.001A": "Fracture, initial",
    "K50.90": "what the index says; our own list wins",
}
HEADINGS = {"A00"}


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A package that answers as the real one does."""
    made = types.ModuleType(PACKAGE)
    made.get_all_codes = lambda with_dots: list(LISTED)  # type: ignore[attr-defined]  # a module of our own
    made.is_chapter_or_block = lambda code: code in ("1", "A00-A09")  # type: ignore[attr-defined]  # the same
    made.is_leaf = lambda code: code not in HEADINGS  # type: ignore[attr-defined]  # the same
    made.get_description = LISTED.__getitem__  # type: ignore[attr-defined]  # the same
    folder = tmp_path / PACKAGE / "data"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "code-list-April-2026.txt").touch()
    made.__path__ = [str(tmp_path / PACKAGE)]
    monkeypatch.setitem(sys.modules, PACKAGE, made)
    monkeypatch.delitem(sys.modules, f"{PACKAGE}.data", raising=False)
    yield
    # Imported from our folder meanwhile: whoever imports the real package later must not get it.
    sys.modules.pop(f"{PACKAGE}.data", None)


@pytest.mark.usefixtures("package")
def test_the_index_knows_what_can_be_billed_and_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "diagnoses.index"
    write_index(file)
    index = read_index(file)
    assert index is not None
    assert (index.first_day, index.last_day) == (date(2025, 10, 1), date(2026, 9, 30))
    assert set(index.codes) == set(LISTED) - {"1", "A00-A09"}
    assert not index.codes["A00"][0].billable
    assert index.codes["A00.9"][0].unspecified
    assert index.codes["N39.0"][0].unspecified
    assert not index.codes["S72.001A"][0].unspecified
    book = load_rulebook()
    whole = with_diagnoses(book, index)
    assert whole.digest != book.digest
    assert whole.diagnoses["K50.90"] == book.diagnoses["K50.90"]
    assert why_not("A00", whole, date(2026, 1, 1)) == ("heading", "", "")
    assert why_not("a009", whole, date(2026, 1, 1)) is None
    assert why_not("X99.9", whole, date(2026, 1, 1)) == ("unknown", "", "")
    assert why_not("X99.9", whole, date(2026, 10, 1)) is None
    assert why_not("X99.9", whole, date(2025, 9, 30)) is None
    assert why_not("X99.9", whole, None) is None
    assert why_not("X99.9", book, date(2026, 1, 1)) is None


def test_without_the_package_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    with pytest.raises(NoPackage, match="is not installed"):
        write_index(tmp_path / "x")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nursedesk.diagnoses/1 2025-10-01 2026-09-30\n",
        b"nursedesk.diagnoses/2 2025-10-01 2026-09-30\nA00 b\n",
        b"nursedesk.diagnoses/1 soon later\nA00 b\n",
        b"nursedesk.diagnoses/1 2025-10-01 2026-09-30\nA00\n",
        b"\xff\xfe",
    ],
)
def test_a_broken_index_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "index"
    file.write_bytes(content)
    assert read_index(file) is None
    assert read_index(tmp_path / "no such file") is None


@pytest.mark.parametrize(
    ("code", "day", "why"),
    [
        ("G35", date(2025, 9, 30), None),
        ("G35", date(2025, 10, 1), ("ended", "2025-09-30", "G35.D")),
        ("G35.D", date(2025, 10, 1), None),
        ("G35.D", date(2025, 9, 30), ("not-yet", "2025-10-01", "")),
        ("G35", None, None),
        ("K50.9", date(2026, 1, 1), ("heading", "", "")),
        ("flu", date(2026, 1, 1), ("shape", "", "")),
        ("", date(2026, 1, 1), ("shape", "", "")),
        ("K50.90.1", date(2026, 1, 1), ("shape", "", "")),
        (" k5090 ", date(2026, 1, 1), None),
    ],
)
def test_a_code_is_judged_by_the_day(code: str, day: date | None, why: tuple[str, str, str] | None) -> None:
    assert why_not(code, load_rulebook(), day) == why
