"""The drug table: `resources/drugs/drugs.csv` into plain values, refused whole when a row is wrong.

One row per drug and HCPCS code; a drug's own columns are the same in each of its rows. A unit is what one HCPCS
unit stands for (UCUM). `by_container` marks codes of one drug that stand side by side because each is a size.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from nursedesk.catalog.resources import path
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.record.encounter import Amount, Container, Family

OF_THE_DRUG = ("display", "brands", "family", "family_basis", "payer_variable", "container", "pcs_class")
COLUMNS = (
    *("name", "display", "brands", "family", "family_basis", "payer_variable", "container"),
    *("hcpcs", "unit_amount", "unit", "payable", "effective_from", "effective_to", "successor"),
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
PCS_CLASSES = (
    *("antineoplastic", "anti_infective", "anti_inflammatory", "analgesic", "electrolyte"),
    *("monoclonal_antibody", "diagnostic", "other_therapeutic"),
)

Row = Mapping[str, str]


class BadTable(ValueError):
    """A table under resources/ (or a site's own) that cannot be used: file, line and reason in one sentence."""


def load_drugs(file: Path | None = None) -> tuple[Drug, ...]:
    """The drugs of a table, in its order; ours when no file is named. Raises `BadTable`."""
    file = file or path("drugs", "drugs.csv")
    rows = tuple(_rows(file))
    codes: dict[str, list[DrugCode]] = {}
    first: dict[str, Row] = {}
    sized: set[str] = set()
    for line, row in rows:
        try:
            name = _key(row["name"])
            _agrees(row, first.setdefault(name, row))
            code = _code(row)
            if row["by_container"] == "yes":
                sized.add(code.hcpcs)
            _fits(code, codes.setdefault(name, []), sized)
            _is_new(code.hcpcs, name, codes)
            codes[name].append(code)
        except ValueError as wrong:
            raise BadTable(f"{file.name} line {line}: {wrong}") from None
    drugs = tuple(_drug(row, tuple(codes[name])) for name, row in first.items())
    _no_name_twice(file, drugs)
    _successors_exist(file, drugs)
    return drugs


def by_name(drugs: Iterable[Drug]) -> dict[str, Drug]:
    """Drugs by lower-case name and lower-case other name."""
    return {_key(name): drug for drug in drugs for name in (*drug.brands, drug.name)}


def by_hcpcs(drugs: Iterable[Drug]) -> dict[str, Drug]:
    """Drugs by each of their HCPCS codes, ended ones too."""
    return {code.hcpcs: drug for drug in drugs for code in drug.codes}


def _key(name: str) -> str:
    return name.strip().lower()


def _rows(file: Path) -> Iterable[tuple[int, Row]]:
    try:
        reader = csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""), strict=True)
        header: Sequence[str] = next(reader, ())
        for column in header:
            if column not in COLUMNS:
                raise BadTable(f'{file.name} line 1: the column "{column}" is unknown')
        for column in COLUMNS:
            if header.count(column) != 1:
                raise BadTable(f'{file.name} line 1: the column "{column}" must be there once')
        for cells in reader:
            if len(cells) != len(header):
                raise BadTable(f"{file.name} line {reader.line_num}: {len(cells)} cells, not {len(header)}")
            yield reader.line_num, {k: v.strip() for k, v in zip(header, cells, strict=True)}
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise BadTable(f"{file.name} cannot be read: {wrong}") from None


def _code(row: Row) -> DrugCode:
    """The code of a row; a ValueError says what is wrong with it."""
    for column in NEEDED:
        if not row[column]:
            raise ValueError(f"{column} is missing")
    for column, known in (("unit", UNITS), ("payable", ("yes", "no")), ("payer_variable", ("yes", "no"))):
        if row[column] not in known:
            raise ValueError(f'{column} is "{row[column]}", not one of {", ".join(known)}')
    if row["by_container"] not in ("", "yes"):
        raise ValueError(f'by_container is "{row["by_container"]}", not yes or empty')
    begins, ends = _date(row, "effective_from"), _date(row, "effective_to")
    if begins and ends and ends < begins:
        raise ValueError(f"effective_to {ends} is before effective_from {begins}")
    return DrugCode(
        hcpcs=row["hcpcs"],
        unit=Amount(_positive(row["unit_amount"]), row["unit"]),
        payable=row["payable"] == "yes",
        effective_from=begins,
        effective_to=ends,
        successor=row["successor"] or None,
        source=row["source"],
    )


def _date(row: Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError:
        raise ValueError(f'{column} is "{row[column]}", not a date (YYYY-MM-DD)') from None


def _positive(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or number <= 0:
        raise ValueError(f'unit_amount is "{text}", not a number above 0')
    return number


def _agrees(row: Row, first: Row) -> None:
    for column in OF_THE_DRUG:
        if row[column] != first[column]:
            raise ValueError(f"{column} of {row['name']} differs from its first row")
    for column, known in (
        ("family", tuple(x.value for x in Family)),
        ("container", tuple(x.value for x in Container)),
        ("pcs_class", PCS_CLASSES),
    ):
        if row[column] and row[column] not in known:
            raise ValueError(f'{column} is "{row[column]}", not one of {", ".join(known)}')


def _fits(code: DrugCode, others: Iterable[DrugCode], sized: set[str]) -> None:
    """Two codes of one drug on one day are a choice nobody could make, unless the container makes it."""
    for other in others:
        if {code.hcpcs, other.hcpcs} <= sized and code.hcpcs != other.hcpcs:
            continue
        starts = max(code.effective_from or date.min, other.effective_from or date.min)
        ends = min(code.effective_to or date.max, other.effective_to or date.max)
        if starts <= ends:
            raise ValueError(f"{code.hcpcs} overlaps {other.hcpcs} of the same drug from {starts}")


def _is_new(hcpcs: str, name: str, codes: Mapping[str, Iterable[DrugCode]]) -> None:
    for other, listed in codes.items():
        if any(code.hcpcs == hcpcs for code in listed):
            raise ValueError(
                f"{hcpcs} is listed twice" + (f", for {other} and for {name}" if other != name else "")
            )


def _no_name_twice(file: Path, drugs: Iterable[Drug]) -> None:
    owners: dict[str, str] = {}
    for drug in drugs:
        for name in dict.fromkeys(_key(x) for x in (drug.name, *drug.brands)):
            if name in owners:
                raise BadTable(f'{file.name}: "{name}" names both {owners[name]} and {drug.name}')
            owners[name] = drug.name


def _successors_exist(file: Path, drugs: Iterable[Drug]) -> None:
    known = by_hcpcs(drugs)
    for code in (code for drug in known.values() for code in drug.codes):
        if code.successor is not None and code.successor not in known:
            raise BadTable(f"{file.name}: the successor {code.successor} of {code.hcpcs} is not in the table")


def _drug(row: Row, codes: tuple[DrugCode, ...]) -> Drug:
    return Drug(
        name=row["name"],
        display=row["display"],
        brands=tuple(name.strip() for name in row["brands"].split("|") if name.strip()),
        family=Family(row["family"]),
        family_basis=row["family_basis"],
        payer_variable=row["payer_variable"] == "yes",
        container=Container(row["container"]),
        codes=codes,
        pcs_class=row["pcs_class"],
    )
