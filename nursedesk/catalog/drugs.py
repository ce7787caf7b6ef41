"""The drug table: `resources/drugs/table/*.csv`, a file for each class, refused whole when a row is wrong.

One row per drug and HCPCS code; a drug's own columns are the same in each of its rows. A unit is what one HCPCS
unit stands for (UCUM). `by_container` marks codes of one drug that stand side by side because each is a size.
`opps_status` is the letter of OPPS Addendum B (N packaged; K, G, K1 paid separately; E1, E2, B not paid under
OPPS; D ended), `payable` whether the code is or was anything but packaged.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import BadTable, Row, read_table
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.record.encounter import Amount, Container, Family

__all__ = ["BadTable", "by_hcpcs", "by_name", "drug_files", "load_drugs"]

OF_THE_DRUG = ("display", "brands", "family", "family_basis", "payer_variable", "container", "pcs_class")
COLUMNS = (
    *("name", "display", "brands", "family", "family_basis", "payer_variable", "container"),
    *("hcpcs", "unit_amount", "unit", "opps_status", "payable", "effective_from", "effective_to", "successor"),
    *("by_container", "pcs_class", "source"),
)
NEEDED = (
    "name",
    "display",
    "family",
    "family_basis",
    "container",
    "hcpcs",
    "effective_from",
    "pcs_class",
    "source",
)
UNITS = ("mg", "ug", "g", "mL", "meq", "[iU]")
PACKAGED, ENDED = "N", "D"
OPPS_STATUSES = (PACKAGED, "K", "G", "K1", "E1", "E2", "B", ENDED)
PCS_CLASSES = (
    *("antineoplastic", "antineoplastic_antibody", "monoclonal_antibody", "anti_infective", "oxazolidinone"),
    *("anti_inflammatory", "analgesic", "electrolyte", "hormone", "globulin", "immunosuppressive"),
    *("thrombolytic", "antiarrhythmic", "vasopressor", "diagnostic", "other_therapeutic"),
)
_HCPCS = re.compile(r"[A-Z]\d{4}", re.ASCII)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A code and the row it came from, until the whole table is known to be right."""

    code: DrugCode
    row: Row


def drug_files() -> tuple[Path, ...]:
    """The files of our own table, by name."""
    return tuple(sorted(path("drugs", "table").glob("*.csv")))


def load_drugs(*files: Path) -> tuple[Drug, ...]:
    """The drugs of the tables, in their order; ours when no file is named. Raises `BadTable`."""
    listed: dict[str, list[_Listed]] = {}
    owners: dict[str, Row] = {}
    for row in _rows(files or drug_files()):
        try:
            one = _listed(row)
            same = listed.setdefault(_key(row["name"]), [])
            _agrees(row, same)
            _fits(one, same)
            _is_new(row, owners)
        except ValueError as wrong:
            raise row.refused(wrong) from None
        same.append(one)
    _no_name_twice(listed.values())
    _successors_follow(listed)
    return tuple(_drug(codes) for codes in listed.values())


def by_name(drugs: Iterable[Drug]) -> dict[str, Drug]:
    """Drugs by lower-case name and lower-case other name."""
    return {_key(name): drug for drug in drugs for name in (*drug.brands, drug.name)}


def by_hcpcs(drugs: Iterable[Drug]) -> dict[str, Drug]:
    """Drugs by each of their HCPCS codes, ended ones too."""
    return {code.hcpcs: drug for drug in drugs for code in drug.codes}


def _key(name: str) -> str:
    return name.strip().lower()


def _rows(files: Iterable[Path]) -> Iterator[Row]:
    for file in files:
        yield from read_table(file, COLUMNS)


def _listed(row: Row) -> _Listed:
    """The code of a row; a ValueError says what is wrong with it."""
    row.needed(*NEEDED)
    row.one_of("unit", UNITS)
    row.one_of("payer_variable", ("yes", "no"))
    row.one_of("family", tuple(Family))
    row.one_of("container", tuple(Container))
    row.one_of("pcs_class", PCS_CLASSES)
    if not _HCPCS.fullmatch(row["hcpcs"]):
        raise ValueError(f'hcpcs is "{row["hcpcs"]}", not a letter and four digits')
    begins, ends = row.span()
    code = DrugCode(
        hcpcs=row["hcpcs"],
        unit=Amount(row.positive("unit_amount"), row["unit"]),
        payable=_payable(row),
        effective_from=begins,
        effective_to=ends,
        successor=row["successor"] or None,
        source=row["source"],
        by_container=row.yes("by_container"),
        opps_status=row["opps_status"],
    )
    return _Listed(code, row)


def _payable(row: Row) -> bool:
    status = row.one_of("opps_status", OPPS_STATUSES)
    payable = row.one_of("payable", ("yes", "no")) == "yes"
    if status == ENDED:
        if not row["effective_to"]:
            raise ValueError("opps_status D is of an ended code, and effective_to is missing")
    elif payable is (status == PACKAGED):
        raise ValueError(f"payable {row['payable']} and opps_status {status} contradict each other")
    return payable


def _agrees(row: Row, same: Iterable[_Listed]) -> None:
    for first in same:
        for column in OF_THE_DRUG:
            if row[column] != first.row[column]:
                raise ValueError(f"{column} of {row['name']} differs from its first row")


def _fits(one: _Listed, same: Iterable[_Listed]) -> None:
    """Two codes of one drug on one day are a choice nobody could make, unless the container makes it."""
    for other in same:
        if one.code.by_container and other.code.by_container and one.code.hcpcs != other.code.hcpcs:
            continue
        starts = max(one.code.effective_from or date.min, other.code.effective_from or date.min)
        ends = min(one.code.effective_to or date.max, other.code.effective_to or date.max)
        if starts <= ends:
            raise ValueError(f"{one.code.hcpcs} overlaps {other.code.hcpcs} of the same drug from {starts}")


def _is_new(row: Row, owners: dict[str, Row]) -> None:
    first = owners.setdefault(row["hcpcs"], row)
    if first is row:
        return
    both = "" if _key(first["name"]) == _key(row["name"]) else f", for {first['name']} and for {row['name']}"
    raise ValueError(f"{row['hcpcs']} is listed twice{both}")


def _no_name_twice(drugs: Iterable[list[_Listed]]) -> None:
    owners: dict[str, str] = {}
    for codes in drugs:
        row = codes[0].row
        for name in (row["name"], *row.names("brands")):
            if (owner := owners.get(_key(name))) is not None:
                twice = f"names both {owner} and {row['name']}" if owner != row["name"] else "is there twice"
                raise row.refused(f'"{_key(name)}" {twice}')
            owners[_key(name)] = row["name"]


def _successors_follow(drugs: Mapping[str, list[_Listed]]) -> None:
    """A day between a code and its named successor would have no code at all."""
    owner = {one.code.hcpcs: codes for codes in drugs.values() for one in codes}
    for codes in drugs.values():
        for one in codes:
            if one.code.successor is not None:
                _follows(one, owner.get(one.code.successor), codes)


def _follows(one: _Listed, found: list[_Listed] | None, own: list[_Listed]) -> None:
    code, name = one.code, one.code.successor
    if found is None:
        raise one.row.refused(f"the successor {name} of {code.hcpcs} is not in the table")
    if found is not own:
        raise one.row.refused(f"the successor {name} of {code.hcpcs} is a code of {found[0].row['name']}")
    if code.effective_to is None:
        raise one.row.refused(f"{code.hcpcs} has the successor {name} but no effective_to")
    begins = next(x.code.effective_from for x in own if x.code.hcpcs == name)
    if begins is not None and begins - _DAY > code.effective_to:
        raise one.row.refused(
            f"a gap: {code.hcpcs} ends {code.effective_to}, its successor {name} begins {begins}"
        )


def _drug(codes: list[_Listed]) -> Drug:
    row = codes[0].row
    return Drug(
        name=row["name"],
        display=row["display"],
        brands=row.names("brands"),
        family=Family(row["family"]),
        family_basis=row["family_basis"],
        payer_variable=row["payer_variable"] == "yes",
        container=Container(row["container"]),
        codes=tuple(one.code for one in codes),
        pcs_class=row["pcs_class"],
    )
