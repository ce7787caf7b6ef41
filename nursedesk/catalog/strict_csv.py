"""CSV tables of facts, refused whole when anything in them is wrong: the sentence names file, line and reason."""

import csv
import errno
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path


class BadTable(ValueError):
    """A table under resources/ (or a site's own) that cannot be used: file, line and reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, without outer spaces."""

    file: str
    number: int
    """As an editor counts: the header is line 1."""
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def refused(self, reason: object) -> BadTable:
        """The error that names this line."""
        return BadTable(f"{self.file} line {self.number}: {reason}")

    def names(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several, separated by `|`."""
        return tuple(part.strip() for part in self[column].split("|") if part.strip())

    def needed(self, *columns: str) -> None:
        """Raises ValueError for the first of the columns that is empty."""
        for column in columns:
            if not self[column]:
                raise ValueError(f"{column} is missing")

    def one_of(self, column: str, known: Sequence[str]) -> str:
        """The cell when it is one of the known words; a ValueError names them otherwise."""
        if self[column] not in known:
            raise ValueError(f'{column} is "{self[column]}", not one of {", ".join(known)}')
        return self[column]

    def yes(self, column: str) -> bool:
        """True for `yes`, False for an empty cell; a ValueError otherwise."""
        if self[column] not in ("", "yes"):
            raise ValueError(f'{column} is "{self[column]}", not yes or empty')
        return self[column] == "yes"

    def day(self, column: str) -> date | None:
        """The date of a cell, None when empty; a ValueError when it is no date."""
        text = self[column]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise ValueError(f'{column} is "{text}", not a date (YYYY-MM-DD)') from None

    def positive(self, column: str) -> Decimal:
        """The number of a cell; a ValueError when it is not a number above 0."""
        try:
            number = Decimal(self[column])
        except InvalidOperation:
            number = Decimal(0)
        if not number.is_finite() or number <= 0:
            raise ValueError(f'{column} is "{self[column]}", not a number above 0')
        return number

    def span(self) -> tuple[date | None, date | None]:
        """`effective_from` and `effective_to`, both included; a ValueError when they are the wrong way round."""
        begins, ends = self.day("effective_from"), self.day("effective_to")
        if begins and ends and ends < begins:
            raise ValueError(f"effective_to {ends} is before effective_from {begins}")
        return begins, ends


def why_unreadable(wrong: OSError | ValueError) -> str:
    """Why a file cannot be read, in plain words: no numbers of the system's, no words of the language's."""
    if isinstance(wrong, FileNotFoundError | NotADirectoryError):
        return "there is no such file"
    if isinstance(wrong, IsADirectoryError):
        return "it is a folder"
    if isinstance(wrong, PermissionError):
        return "you may not read it"
    if isinstance(wrong, OSError):
        return "its drive does not answer" if wrong.errno == errno.EIO else wrong.strerror or "the system refuses"
    if isinstance(wrong, UnicodeDecodeError):
        return f"it is not UTF-8 text: byte {wrong.start + 1} is not valid"
    return str(wrong)


def read_table(file: Path, columns: Sequence[str]) -> tuple[Row, ...]:
    """Every line of a table that has exactly these columns, in any order; raises `BadTable`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadTable(f"{file.name} cannot be read: {why_unreadable(wrong)}") from None
    return table_in(text, file.name, columns)


def table_in(text: str, name: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """The same of a table's text; sentences call it by `name`."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = next(reader, [])
        _known(name, header, columns)
        rows = []
        for cells in reader:
            row = Row(name, reader.line_num, dict(zip(header, map(str.strip, cells), strict=False)))
            if len(cells) != len(header):
                raise row.refused(f"{len(cells)} cells, not {len(header)}")
            if odd := next(
                (column for column, cell in row.cells.items() if cell and not cell.isprintable()), None
            ):
                raise row.refused(f"{odd} has a character that cannot be printed")
            rows.append(row)
    except csv.Error as wrong:
        raise BadTable(f"{name} cannot be read: {wrong}") from None
    return tuple(rows)


def _known(name: str, header: Sequence[str], columns: Sequence[str]) -> None:
    for column in header:
        if column not in columns:
            raise BadTable(f'{name} line 1: the column "{column}" is unknown')
    for column in columns:
        if header.count(column) != 1:
            raise BadTable(f'{name} line 1: the column "{column}" must be there once')
