"""The shift log of 100,000 lines against the writers it stands on, as ratios within one run."""

import csv
import io
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.outputs.shift_csv import COLUMNS, cells_of, write_csv
from nursedesk.outputs.shift_visits import VisitEntry, entry_of
from nursedesk.outputs.shift_xlsx import LINES, line_cells, write_xlsx
from xlsxwriter import Workbook

from tests.outputs.shift_day import asked, heading, morning
from tests.outputs.visits import ZONE

VISITS = 25_000
LINES_EACH = 4


def visits(count: int = VISITS) -> Iterator[VisitEntry]:
    """A year of visits of four lines, each a little different."""
    made = entry_of(morning(), asked())
    assert made is not None
    lines = (made.lines * LINES_EACH)[:LINES_EACH]
    for number in range(count):
        later = timedelta(minutes=number)
        told = tuple(
            replace(line, encounter=f"E{number}", mrn=str(40_000_000 + number), start=line.start + later)
            for line in lines
            if line.start
        )
        yield replace(made, encounter=f"E{number}", lines=told, events=(), reconciled=(), handed_over=())


def seconds(work: Callable[[], object]) -> float:
    """The better of two runs."""
    best = float("inf")
    for _ in range(2):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def test_memory_does_not_grow_with_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def write(count: int) -> int:
        with tempfile.TemporaryFile(dir=tmp_path) as file:
            write_xlsx(file, visits(count), heading(), str(tmp_path))
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    small, large = write(500), write(10_000)
    with capsys.disabled():
        print(f"\nXLSX of 40,000 lines: {(large - small) / 1024:.1f} MB more than of 2,000")
    assert large - small < 30 * 1024


@pytest.fixture(scope="module")
def held() -> list[VisitEntry]:
    return list(visits())


def test_csv_against_the_csv_module(held: list[VisitEntry], capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row for visit in held for row in visit.lines]
    cells = [cells_of(row, ZONE) for row in rows]

    def alone() -> None:
        writer = csv.writer(io.StringIO(newline=""), lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(cells)

    floor, ours = seconds(alone), seconds(lambda: write_csv(io.StringIO(newline=""), rows, ZONE))
    with capsys.disabled():
        print(f"\nCSV of {len(rows):,} lines: {ours:.2f} s, csv alone {floor:.2f} s: {ours / floor:.2f} times")
    assert ours <= 4 * floor


def test_spreadsheet_against_xlsxwriter(
    held: list[VisitEntry], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [line_cells(row, ZONE) for visit in held for row in visit.lines]

    def alone() -> None:
        book = Workbook(str(tmp_path / "alone.xlsx"), {"constant_memory": True, "tmpdir": str(tmp_path)})
        sheet, style = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for number, row in enumerate(cells):
            for place, value in enumerate(row):
                if value is None or value == "":
                    continue
                if hasattr(value, "astimezone"):
                    sheet.write_datetime(number, place, value.astimezone(ZONE).replace(tzinfo=None), style)
                elif isinstance(value, str):
                    sheet.write_string(number, place, value)
                else:
                    sheet.write_number(number, place, float(value))
        book.close()

    def ours() -> None:
        with tempfile.TemporaryFile(dir=tmp_path) as file:
            write_xlsx(file, held, heading(), str(tmp_path))

    floor, taken = seconds(alone), seconds(ours)
    with capsys.disabled():
        print(
            f"\nXLSX of {len(cells):,} × {len(LINES)}: {taken:.1f} s, alone {floor:.1f}: {taken / floor:.2f} times"
        )
    assert taken <= 1.5 * floor
