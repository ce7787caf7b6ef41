"""Every ICD-10-CM code in one small file, made once from the package that carries the tabular list (§17).

The package takes a second and some 190 MB to load, so it is asked once, in the background, where it is installed;
what the coder needs of it is a megabyte. Without the file only the list in resources/rules is known.
"""

import hashlib
import importlib
import importlib.resources
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nursedesk.coding.rule_tables import Diagnosis

PACKAGE = "simple_icd_10_cm"
SCHEMA = "nursedesk.diagnoses/1"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_RELEASE = re.compile(r"code-list-([A-Z][a-z]+)-([0-9]{4})")
_NEW_CODES_IN = 10
"""New codes begin on the first of October."""
_HEADING, _UNSPECIFIED, _BILLABLE = "h", "u", "b"
_LONGEST = 16 * 1024 * 1024


class NoPackage(Exception):
    """The package with the tabular list is not installed, or not as this program knows it."""


@dataclass(frozen=True, slots=True)
class DiagnosisIndex:
    codes: Mapping[str, tuple[Diagnosis, ...]]
    first_day: date
    last_day: date
    """The days on which these are all the codes there are."""
    digest: str


def write_index(file: Path) -> None:
    """Make the index from the installed package: slow, for a thread of its own. Raises `NoPackage`."""
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError:
        raise NoPackage(f"{PACKAGE} is not installed") from None
    first, last = _fiscal_year(_release())
    lines = [f"{SCHEMA} {first} {last}"]
    for code in sorted(package.get_all_codes(True)):
        if not package.is_chapter_or_block(code):
            lines.append(f"{code} {_kind(package.is_leaf(code), package.get_description(code))}")
    making = file.with_suffix(".making")
    making.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    making.replace(file)


def _kind(billable: bool, described: str) -> str:
    if not billable:
        return _HEADING
    return (
        _UNSPECIFIED if "unspecified" in described.lower() or "not specified" in described.lower() else _BILLABLE
    )


def _release() -> date:
    """The first of the month the package's list was released."""
    for entry in importlib.resources.files(f"{PACKAGE}.data").iterdir():
        found = _RELEASE.match(entry.name)
        if found and found[1] in _MONTHS:
            return date(int(found[2]), _MONTHS.index(found[1]) + 1, 1)
    raise NoPackage(f"the release of {PACKAGE} is not known")


def _fiscal_year(day: date) -> tuple[date, date]:
    begins = day.year if day.month >= _NEW_CODES_IN else day.year - 1
    return date(begins, _NEW_CODES_IN, 1), date.fromordinal(date(begins + 1, _NEW_CODES_IN, 1).toordinal() - 1)


def read_index(file: Path) -> DiagnosisIndex | None:
    """The index; None where there is none, or it is no index this program wrote."""
    try:
        with file.open("rb") as source:
            content = source.read(_LONGEST)
        head, *lines = content.decode("ascii").splitlines()
        schema, first, last = head.split(" ")
        begins, ends = date.fromisoformat(first), date.fromisoformat(last)
        codes = dict(_entry(line) for line in lines)
    except (OSError, ValueError):
        return None
    if schema != SCHEMA or not codes:
        return None
    return DiagnosisIndex(codes, begins, ends, hashlib.sha256(content).hexdigest())


def _entry(line: str) -> tuple[str, tuple[Diagnosis, ...]]:
    code, kind = line.split(" ")
    return code, (Diagnosis(code, kind != _HEADING, kind == _UNSPECIFIED),)


def main(arguments: list[str]) -> int:
    """Make the index in the file that is named; 1 where the package is not installed."""
    try:
        write_index(Path(arguments[0]))
    except NoPackage:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
