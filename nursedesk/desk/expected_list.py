"""An expected list as a CSV file, refused whole when anything in it is wrong: file, line and reason in a sentence.

Columns, in any order: `name` (needed), and any of `time`, `birth_date`, `sex`, `mrn`, `chair`, `planned`, `payer`,
`ordered_by`. Times are 24-hour (`09:30`), dates ISO (`1961-02-02`), text is UTF-8.
"""

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from nursedesk.catalog.strict_csv import BadTable, Row, read_table
from nursedesk.desk.expected import clock_minute, new_id
from nursedesk.desk.room import Expected
from nursedesk.record.encounter import Patient

COLUMNS = ("name", "time", "birth_date", "sex", "mrn", "chair", "planned", "payer", "ordered_by")
MOST_ROWS, MOST_BYTES, MOST_LETTERS = 500, 1_000_000, 120


def read_list(file: Path, day: date, chairs: Sequence[str]) -> tuple[Expected, ...]:
    """Everybody on the list. Raises `BadTable` with one sentence that names file, line and reason."""
    rows = read_table(file, _columns(file))
    if not rows:
        raise BadTable(f"{file.name} line 2: nobody is listed")
    if len(rows) > MOST_ROWS:
        raise BadTable(f"{file.name} line {MOST_ROWS + 2}: more than {MOST_ROWS} people are listed")
    listed: list[Expected] = []
    for row in rows:
        try:
            one = _read(row, day, chairs)
        except ValueError as wrong:
            raise row.refused(wrong) from None
        if any(_same(one, other) for other in listed):
            raise row.refused(f"{one.patient.name} is listed twice")
        listed.append(one)
    return tuple(listed)


def _columns(file: Path) -> tuple[str, ...]:
    """Those of the known columns the file has, and the one it needs."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise BadTable(f"{file.name} is larger than a list of a day can be")
        with file.open(encoding="utf-8-sig", newline="") as opened:
            header = {cell.strip() for cell in opened.readline().split(",")}
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadTable(f"{file.name} cannot be read: {wrong}") from None
    return tuple(column for column in COLUMNS if column in header or column == "name")


def _read(row: Row, day: date, chairs: Sequence[str]) -> Expected:
    def cell(column: str) -> str:
        return " ".join(unicodedata.normalize("NFC", row.cells.get(column, "")).split())

    row.needed("name")
    for column in COLUMNS:
        if len(cell(column)) > MOST_LETTERS:
            raise ValueError(f"{column} is longer than {MOST_LETTERS} characters")
    at = clock_minute(cell("time")) if cell("time") else ""
    if at is None:
        raise ValueError(f'time is "{cell("time")}", not a 24-hour time such as 09:30')
    born = row.day("birth_date") if "birth_date" in row.cells else None
    if born and born > day:
        raise ValueError(f"birth_date {born} has not come yet")
    if cell("chair") and cell("chair") not in chairs:
        raise ValueError(f'chair "{cell("chair")}" is not one of this suite\'s')
    patient = Patient(cell("name"), cell("mrn"), born, cell("sex") or None)
    return Expected(new_id(), day, patient, at, cell("chair"), cell("planned"), cell("payer"), cell("ordered_by"))


def _same(one: Expected, other: Expected) -> bool:
    """The same person at the same time: the file was written twice over."""
    mine, theirs = one.patient, other.patient
    same = mine.mrn == theirs.mrn if mine.mrn and theirs.mrn else mine.name == theirs.name
    return same and one.at == other.at
