"""The shift log as CSV: read back it is what was written, and a spreadsheet obeys nothing in it."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nursedesk.outputs.formats import iso, visible
from nursedesk.outputs.shift_csv import COLUMNS, Written, plain_cell, safe_cell, shift_csv
from nursedesk.outputs.shift_log import Asked, Period, shift_log
from nursedesk.record.charted_lines import charted
from nursedesk.record.encounter import Amount, Encounter, Patient

from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, PEOPLE, ZONE, at

ASKED = Asked(Period(at("07:00"), at("19:00")), PEOPLE, ZONE)
DANGEROUS = re.compile(r"[\s']*[=+\-@＝＋－＠]")


def rows_of(visit: Encounter = ENCOUNTER, asked: Asked = ASKED) -> list[dict[str, str]]:
    data = shift_csv([charted(visit, until=asked.until)], asked)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_a_line_read_back() -> None:
    row = next(row for row in rows_of() if row["drug"] == "inFLIXimab")
    assert row["start"] == "2026-11-24T11:30:00-05:00"
    assert datetime.fromisoformat(row["stop"]) == at("14:16")
    assert int(row["minutes"]) == 144
    assert Decimal(row["dose"]) == 400
    assert row["dose_unit"] == "mg"
    assert row["patient"] == "MORENO, Luisa"
    assert row["ticket"] == "A-261124-007"
    assert row["label"] == "LATE ENTRY"
    assert row["open_at_end"] == "no"
    assert row["handed_over_to"] == ""


def test_every_line_ends_in_cr_lf_and_has_every_column() -> None:
    data = shift_csv([charted(ENCOUNTER)], ASKED)
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    assert data.split(b"\r\n")[0].decode() == ",".join(COLUMNS)
    assert all(len(row) == len(COLUMNS) and None not in row for row in rows_of())


def test_an_empty_log_is_its_head() -> None:
    assert shift_csv([], ASKED) == (",".join(COLUMNS) + "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A1",
        "@SUM(1)",
        "-2+3",
        "+1",
        "\t=1",
        "\r=1",
        "\ttab",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "'=1",
        "''=1",
        "'",
        "'quoted'",
        'a","b',
        "line\r\nbreak",
        'he said "yes"',
        "O'Brien-Ñuñez",
        "O'Brien-N\u0303un\u0303ez",
        "👩🏽\u200d⚕️",
        "<b>",
        "'; DROP TABLE event;--",
        "",
        "plain",
    ],
)
def test_any_name_comes_back_and_no_name_is_a_formula(text: str) -> None:
    row = next(iter(rows_of(replace(ENCOUNTER, patient=Patient(text, text, None)))))
    assert plain_cell(row["patient"]) == text
    assert plain_cell(row["mrn"]) == text
    assert not DANGEROUS.match(row["patient"]) or row["patient"].startswith("'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("inf\u202elixi", "inf[U+202E]lixi"),
        ("\u200d\u200d", "[U+200D][U+200D]"),
        ("a\x00b", "a[U+0000]b"),
        ("\ud83d", "[U+D83D]"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\u202e=1", "[U+202E]=1"),
    ],
)
def test_marks_are_shown_and_not_obeyed(text: str, shown: str) -> None:
    row = next(iter(rows_of(replace(ENCOUNTER, patient=Patient(text, "1", None)))))
    assert row["patient"] == shown


@given(st.text(alphabet=st.characters(categories=None), max_size=40))  # lone surrogates too
def test_every_text_is_safe_and_comes_back(text: str) -> None:
    cell = safe_cell(text)
    assert plain_cell(cell) == visible(text, keep="\t\r\n")
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)
    cell.encode("utf-8")


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_whole_files_come_back(names: list[str]) -> None:
    given_names = tuple(replace(INFLIXIMAB, id=f"a{i}", line=f"{i:03}", drug=n) for i, n in enumerate(names))
    rows = rows_of(replace(ENCOUNTER, administrations=given_names))
    assert [plain_cell(row["drug"]) for row in sorted(rows, key=lambda row: row["line"])] == [
        visible(name, keep="\t\r\n") for name in names
    ]


@pytest.mark.parametrize(
    ("dose", "written"),
    [("0.1", "0.1"), ("1E+3", "1000"), ("NaN", ""), ("Infinity", ""), ("1e309", "1E+309"), ("-0", "-0")],
)
def test_doses_are_numbers(dose: str, written: str) -> None:
    odd = replace(INFLIXIMAB, dose=Amount(Decimal(dose), "mg"))
    assert rows_of(replace(ENCOUNTER, administrations=(odd,)))[0]["dose"] == written


def test_a_note_of_ten_megabytes_does_not_run_into_the_next_column() -> None:
    cell = safe_cell("x" * 10_000_000)
    assert len(cell) < 32_767
    assert cell.endswith("[9,968,000 more characters in the record]")


def test_only_the_lines_of_the_asked_nurse_and_chair() -> None:
    visit = replace(ENCOUNTER, nurse="tadeyemi")
    everything = rows_of(visit)
    mine = shift_log([visit], ASKED.period, PEOPLE, ZONE, nurse="jdoe").rows
    assert 0 < len(mine) < len(everything)
    assert {row["line"] for row in rows_of(visit, replace(ASKED, nurse="jdoe"))} == {row.line for row in mine}
    assert rows_of(asked=replace(ASKED, nurse="nobody")) == []
    assert rows_of(visit, replace(ASKED, chair=ENCOUNTER.chair)) == everything
    assert rows_of(asked=replace(ASKED, chair="no such")) == []


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC", "Africa/Monrovia"]
)
@given(at=st.datetimes(timezones=st.just(UTC)))
@example(at=datetime(2026, 11, 1, 5, 59, 59, tzinfo=UTC))
@example(at=datetime(2026, 11, 1, 6, 0, 0, tzinfo=UTC))
@example(at=datetime(2026, 4, 4, 15, 0, 0, tzinfo=UTC))
@example(at=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
@example(at=datetime(1, 1, 1, tzinfo=UTC))
def test_an_instant_is_written_as_everywhere_else(zone: str, at: datetime) -> None:
    """Most offsets are remembered for a whole hour; that must not show."""
    assert Written(replace(ASKED, zone=ZoneInfo(zone))).instant(at) == iso(at, ZoneInfo(zone))
