"""A list from a file is taken whole, or refused with file, line and reason."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.desk.expected_list import MOST_ROWS, read_list
from nursedesk.record.encounter import Patient

DAY = date(2026, 11, 24)
CHAIRS = ("1", "2", "Bed A")
HEAD = "time,name,birth_date,mrn,chair,planned\n"


def write(folder: Path, text: str | bytes) -> Path:
    file = folder / "today.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_whole_list(tmp_path: Path) -> None:
    rows = '9:30,"VANCE, Tomas",1961-02-02,40 21,Bed A,iron sucrose 200 mg\n,NGUYỄN  Linh,,,,\n'
    first, second = read_list(write(tmp_path, "\ufeff" + HEAD + rows), DAY, CHAIRS)
    assert first.patient == Patient("VANCE, Tomas", "40 21", date(1961, 2, 2))
    assert (first.at, first.chair, first.planned, first.day) == ("09:30", "Bed A", "iron sucrose 200 mg", DAY)
    assert (second.patient.name, second.at) == ("NGUYỄN Linh", "")
    assert first.id != second.id


def test_a_name_alone_is_enough(tmp_path: Path) -> None:
    assert [one.patient.name for one in read_list(write(tmp_path, "name\nA\nB\n"), DAY, CHAIRS)] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'today.csv line 1: the column "name" must be there once'),
        ("time,birth\n", 'today.csv line 1: the column "birth" is unknown'),
        ("name\n", "today.csv line 2: nobody is listed"),
        (HEAD + "09:00,,,,,\n", "today.csv line 2: name is missing"),
        (HEAD + "24:00,A,,,,\n", 'today.csv line 2: time is "24:00", not a 24-hour time such as 09:30'),
        (HEAD + "9 am,A,,,,\n", 'today.csv line 2: time is "9 am", not a 24-hour time such as 09:30'),
        (HEAD + ",A,,,,\n,B,2/2/61,,,\n", 'today.csv line 3: birth_date is "2/2/61", not a date (YYYY-MM-DD)'),
        (HEAD + ",A,2030-01-01,,,\n", "today.csv line 2: birth_date 2030-01-01 has not come yet"),
        (HEAD + ",A,,,9,\n", 'today.csv line 2: chair "9" is not one of this suite\'s'),
        (HEAD + ",A,,,\n", "today.csv line 2: 5 cells, not 6"),
        (HEAD + ",A\u202e,,,,\n", "today.csv line 2: name has a character that cannot be printed"),
        (HEAD + f",{'A' * 121},,,,\n", "today.csv line 2: name is longer than 120 characters"),
        (HEAD + "9:00,A,,7,,\n9:00,B,,7,,\n", "today.csv line 3: B is listed twice"),
        ("name\n" + "".join(f"A{n}\n" for n in range(MOST_ROWS + 1)), "today.csv line 502: more than 500"),
        (b"name\n\xff\n", "today.csv cannot be read: "),
        ('name\n"A\n', "today.csv cannot be read: "),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(BadTable) as refused:
        read_list(write(tmp_path, text), DAY, CHAIRS)
    assert str(refused.value).startswith(said)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match=r"none\.csv cannot be read"):
        read_list(tmp_path / "none.csv", DAY, CHAIRS)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="larger than a list of a day"):
        read_list(write(tmp_path, b"name\n" + b"A" * 1_000_001), DAY, CHAIRS)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: (HEAD + text).encode())))
def test_whatever_the_bytes_a_list_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    try:
        assert read_list(write(tmp_path, data), DAY, CHAIRS)
    except BadTable as refused:
        assert str(refused).startswith("today.csv")
