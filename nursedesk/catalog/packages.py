"""Packages by NDC: `resources/drugs/ndc.csv` into plain values, refused whole when a row is wrong.

One row per package (NDC of eleven digits, 5-4-2 without hyphens) and HCPCS code. `containers` is how many vials,
bags or syringes are in it, `units_each` how many HCPCS units are in one of them. A package that is in the table
with several codes has `two_codes` in each of its rows: which code is right is for a person to say (R11.8).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nursedesk.catalog.drugs import by_hcpcs
from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import Row, read_table
from nursedesk.coding.rulebook import Drug

COLUMNS = ("ndc11", "hcpcs", "drug", "containers", "units_each", "two_codes", "source")
_NDC11 = re.compile(r"\d{11}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Package:
    """A package and one HCPCS code it is charged with."""

    ndc11: str
    hcpcs: str
    drug: str
    """The drug's name in the drug table."""
    containers: int
    units_each: Decimal


def load_packages(drugs: Iterable[Drug], *files: Path) -> tuple[Package, ...]:
    """The packages of the tables, in their order; ours when no file is named. Raises `BadTable`."""
    known = by_hcpcs(drugs)
    rows = tuple(row for file in files or (path("drugs", "ndc.csv"),) for row in read_table(file, COLUMNS))
    codes = Counter(row["ndc11"] for row in rows)
    packages: dict[tuple[str, str], Package] = {}
    for row in rows:
        try:
            package = _package(row, known.get(row["hcpcs"]))
            if (package.ndc11, package.hcpcs) in packages:
                raise ValueError(f"{package.ndc11} is listed twice with {package.hcpcs}")
            if row.yes("two_codes") is not (codes[package.ndc11] > 1):
                raise ValueError(f"two_codes is wrong: {package.ndc11} has {codes[package.ndc11]} rows")
        except ValueError as wrong:
            raise row.refused(wrong) from None
        packages[package.ndc11, package.hcpcs] = package
    return tuple(packages.values())


def _package(row: Row, drug: Drug | None) -> Package:
    row.needed("source")
    if not _NDC11.fullmatch(row["ndc11"]):
        raise ValueError(f'ndc11 is "{row["ndc11"]}", not eleven digits')
    if drug is None:
        raise ValueError(f"{row['hcpcs']} is not in the drug table")
    if row["drug"] != drug.name:
        raise ValueError(f"{row['hcpcs']} is a code of {drug.name}, not of {row['drug']}")
    containers = row.positive("containers")
    if containers != int(containers):
        raise ValueError(f'containers is "{row["containers"]}", not a whole number')
    return Package(row["ndc11"], row["hcpcs"], drug.name, int(containers), row.positive("units_each"))
