"""Drugs whose dose gives no units: fluids without a code of their own, codes that count vials.

`resources/drugs/uncounted.csv` says what family such a drug is of, so that one typed by name is never taken for
therapeutic in silence. A dose of it gives a drug line only where code and unit are charted with it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nursedesk.catalog.drugs import PCS_CLASSES
from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import Row, read_table
from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Container, Family

COLUMNS = (
    *("name", "display", "brands", "family", "family_basis", "payer_variable", "container"),
    *("hcpcs", "pcs_class", "source"),
)
NEEDED = ("name", "display", "family_basis", "source")
_HCPCS = re.compile(r"(?:[A-Z]\d{4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """The drugs, without codes, and by the code that is charted with one."""

    drugs: tuple[Drug, ...]
    by_code: Mapping[str, Drug]


def uncounted_file() -> Path:
    """The file of our own."""
    return path("drugs", "uncounted.csv")


def load_uncounted(known: Iterable[str], file: Path | None = None) -> Uncounted:
    """The drugs of the file, ours when none is named; raises `BadTable`.

    `known`: the names, other names and codes of the drug table, in lower case; a row that repeats one is refused.
    """
    taken = set(known)
    drugs: list[Drug] = []
    by_code: dict[str, Drug] = {}
    for row in read_table(file or uncounted_file(), COLUMNS):
        try:
            drug = _drug(row)
            _is_new(row, taken)
        except ValueError as wrong:
            raise row.refused(wrong) from None
        drugs.append(drug)
        if row["hcpcs"]:
            by_code[row["hcpcs"]] = drug
    return Uncounted(tuple(drugs), by_code)


def _drug(row: Row) -> Drug:
    """The drug of a row; a ValueError says what is wrong with it."""
    row.needed(*NEEDED)
    if not _HCPCS.fullmatch(row["hcpcs"]):
        raise ValueError(f'hcpcs is "{row["hcpcs"]}", not a letter and four digits')
    return Drug(
        name=row["name"],
        display=row["display"],
        brands=row.names("brands"),
        family=Family(row.one_of("family", tuple(Family))),
        family_basis=row["family_basis"],
        payer_variable=row.one_of("payer_variable", ("yes", "no")) == "yes",
        container=Container(row.one_of("container", tuple(Container))),
        codes=(),
        pcs_class=row.one_of("pcs_class", PCS_CLASSES),
    )


def _is_new(row: Row, taken: set[str]) -> None:
    for name in (row["name"], *row.names("brands"), row["hcpcs"]):
        if name.lower() in taken:
            raise ValueError(f'"{name}" is listed already')
        if name:
            taken.add(name.lower())
