"""The shift log in its formats: the same visits, the same figures, read back by other programs than wrote them."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from nursedesk.outputs import shift_xlsx
from nursedesk.outputs.shift_csv import plain_cell, write_csv
from nursedesk.outputs.shift_json import write_json
from nursedesk.outputs.shift_log import ShiftRow
from nursedesk.outputs.shift_reconcile import Match, reconcile
from nursedesk.outputs.shift_visits import Totals, VisitEntry, entries
from nursedesk.outputs.shift_xlsx import line_cells, write_xlsx
from nursedesk.record.charted_lines import charted
from nursedesk.record.encounter import Encounter, Patient
from python_calamine import CalamineWorkbook

from tests.outputs.shift_day import asked, evening, heading, morning
from tests.outputs.visits import ENCOUNTER, TICKET, ZONE
from tests.record.visit import at


def told(**more: str) -> list[VisitEntry]:
    return list(entries([morning(), evening()], asked(**more)))


def workbook(path: Path, visits: list[VisitEntry]) -> CalamineWorkbook:
    with path.open("wb") as file:
        write_xlsx(file, visits, heading(), str(path.parent))
    return CalamineWorkbook.from_path(path)


def test_a_visit_as_it_was() -> None:
    first, second = told()
    assert (first.chair, first.patient, first.mrn) == ("3", "ROE, Jane", "40 21 877")
    assert (first.came, first.first_start, first.last_stop, first.left, first.closed) == tuple(
        at(clock) for clock in ("08:50", "09:00", "10:05", "10:30", "10:31")
    )
    assert (first.ticket, first.version, first.status, first.corrected, first.late) == (
        "A-260302-001", 1, "signed", 1, 0,
    )  # fmt: skip
    assert first.reactions == ("flushing: paused, seen by A. Castellano MD",)
    assert first.missing == ("ondansetron: dose not recorded; no drug line",)
    assert second.last_stop is None
    (hand,) = second.handed_over
    assert (hand.lines, hand.to, hand.by, hand.at) == (1, "M. Ruiz RN", "J. Doe RN", at("19:30"))


def test_what_is_counted() -> None:
    totals = Totals()
    for visit in told():
        totals.add(visit)
    assert (totals.visits, totals.lines, totals.open_lines, totals.handed_over) == (2, 3, 1, 1)
    assert (totals.corrected, totals.reactions, totals.missing, totals.unsigned) == (1, 1, 1, 1)
    assert (totals.charged, totals.to_look_at) == (1, 1)


def test_events_are_told_in_words() -> None:
    events = {event.kind: event for event in told()[0].events}
    assert events["Corrected"].by == "J. Doe RN"
    assert events["Reaction noted"].detail == "text flushing, done paused, seen by A. Castellano MD"
    assert "{}" not in events["Signed"].detail


def test_drug_lines_beside_charges() -> None:
    rows = told()[0].reconciled
    assert [(one.drug, one.service_codes, one.drug_codes, one.match) for one in rows] == [
        ("infliximab", "96365 × 1", "J1745 × 40 JZ", Match.BOTH),
        ("ondansetron", "96375 × 1", "", Match.SERVICE_ONLY),
        ("", "96361 × 1", "", Match.NO_DRUG_LINE),
    ]
    assert [one.match for one in told()[1].reconciled] == [Match.NO_TICKET]


def test_nothing_of_a_real_ticket_is_left_over() -> None:
    rows = reconcile(ENCOUNTER.administrations, TICKET)
    assert [one.match for one in rows] == [Match.BOTH] * 4 + [Match.NEVER]
    assert [one.match for one in reconcile(ENCOUNTER.administrations[:1], {"lines": []})] == [Match.NOTHING]


@pytest.mark.parametrize(("only", "found"), [({"chair": "3"}, 2), ({"chair": "4"}, 0), ({"nurse": "mruiz"}, 1)])
def test_one_chair_or_one_nurse(only: dict[str, str], found: int) -> None:
    assert len(told(**only)) == found


def test_a_day_is_told_by_chair_and_days_by_arrival() -> None:
    def seated(chair: str, day: int) -> Encounter:
        return replace(morning().encounter, id=f"{chair}-{day}", chair=chair, opened=at("09:00").replace(day=day))

    visits = [seated("10", 2), seated("2", 2), seated("1", 3)]
    order = entries([replace(morning(), encounter=one) for one in visits], asked())
    assert [entry.encounter for entry in order] == ["2-2", "10-2", "1-3"]


def test_the_spreadsheet_read_back_is_what_was_written(tmp_path: Path) -> None:
    visits = told()
    book = workbook(tmp_path / "log.xlsx", visits)
    assert book.sheet_names == ["Summary", "Visits", "Lines", "Events", "Reconciliation", "Hand-over"]
    head, *rows = book.get_sheet_by_name("Lines").to_python()
    assert head[:3] == ["date", "chair", "encounter"]
    assert "start (America/New_York)" in head
    for row, written in zip(rows, [row for visit in visits for row in visit.lines], strict=True):
        assert row == [as_read(cell) for cell in line_cells(written, ZONE)]
    summary = dict(row[:2] for row in book.get_sheet_by_name("Summary").to_python())
    assert summary["lines given"] == 3
    assert summary["checkpoint of the record"] == "A · 12,345 · 3f9c"
    assert summary["signed off"] == "not signed off"
    assert summary["Not the medical record."] == ""
    reconciled = book.get_sheet_by_name("Reconciliation").to_python()
    assert reconciled[1][5:] == ["96365 × 1", "J1745 × 40 JZ", "charged"]
    assert book.get_sheet_by_name("Hand-over").to_python()[1][-2:] == ["M. Ruiz RN", "J. Doe RN"]


def as_read(cell: object) -> object:
    """What a spreadsheet's reader gives for a cell: clocks of the site, floats, "" for nothing."""
    if isinstance(cell, datetime):
        return cell.astimezone(ZONE).replace(tzinfo=None)
    if isinstance(cell, str):
        return date.fromisoformat(cell) if cell[:2] == "20" and len(cell) == 10 else cell
    return "" if cell is None else float(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "O'Neil, Aoife", "山田 太郎", "\u202eevil", "a\tb", "x" * 40_000],
)
def test_names_are_text_in_every_format(tmp_path: Path, name: str) -> None:
    visit = evening()
    named = replace(visit.encounter, patient=Patient(name))
    visits = list(entries([replace(visit, encounter=named)], asked()))
    shown = name.replace("\u202e", "[U+202E]")
    cell = workbook(tmp_path / "log.xlsx", visits).get_sheet_by_name("Lines").to_python()[1][3]
    assert cell == shown.replace("\t", "[U+0009]") or len(name) > 32_000
    out = io.StringIO(newline="")
    write_csv(out, [charted(named)], asked())
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert plain_cell(read[0]["patient"]) == shown or len(name) > 32_000
    out = io.StringIO()
    write_json(out, visits, heading())
    assert json.loads(out.getvalue())["visits"][0]["patient"] == name


def test_the_json_says_the_same() -> None:
    out = io.StringIO()
    visits = told()
    totals = write_json(out, visits, heading())
    read = json.loads(out.getvalue())
    assert read["schema"] == "nursedesk.shift-log/1"
    assert read["heading"]["from"] == "2026-03-02T03:00:00-05:00"
    assert read["heading"]["notice"] == "Not the medical record."
    assert [len(visit["lines"]) for visit in read["visits"]] == [2, 1]
    assert read["visits"][0]["lines"][1]["start"] == "2026-03-02T04:10:00-05:00"
    assert read["visits"][0]["lines"][1]["dose"] == 400
    assert read["summary"]["lines"] == totals.lines == 3


def test_an_empty_log_is_still_a_whole_file(tmp_path: Path) -> None:
    book = workbook(tmp_path / "log.xlsx", [])
    assert len(book.get_sheet_by_name("Lines").to_python()) == 1
    out = io.StringIO()
    write_json(out, [], heading())
    assert json.loads(out.getvalue())["visits"] == []


def test_more_rows_than_a_sheet_holds_go_on_in_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift_xlsx, "MOST_ROWS", 3)
    book = workbook(tmp_path / "log.xlsx", told())
    assert "Lines 2" in book.sheet_names
    rows = [book.get_sheet_by_name(name).to_python()[1:] for name in ("Lines", "Lines 2")]
    assert [len(part) for part in rows] == [2, 1]


def test_the_hour_an_autumn_night_shows_twice_keeps_its_order(tmp_path: Path) -> None:
    first = told()[0]
    zone = ZoneInfo("America/New_York")
    row: ShiftRow = replace(first.lines[0], start=datetime(2026, 11, 1, 6, 30, tzinfo=UTC))
    assert row.start is not None and row.start.astimezone(zone).fold == 1
    cell = workbook(tmp_path / "log.xlsx", [replace(first, lines=(row,))]).get_sheet_by_name("Lines").to_python()
    assert cell[1][12:14] == ["-05:00", row.start.astimezone(zone).replace(tzinfo=None)]


def test_a_spreadsheet_that_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    def until_stopped() -> Iterator[VisitEntry]:
        yield from told()
        raise KeyboardInterrupt

    with (tmp_path / "log.xlsx").open("wb") as file, pytest.raises(KeyboardInterrupt):
        write_xlsx(file, until_stopped(), heading(), str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["log.xlsx"]


def test_a_charge_of_a_line_outside_the_period_is_no_charge_without_a_line() -> None:
    first, *_ = ENCOUNTER.administrations
    part = reconcile([first], TICKET, ENCOUNTER.administrations)
    whole = reconcile(ENCOUNTER.administrations, TICKET)
    without = [one for one in whole if one.match is Match.NO_DRUG_LINE]
    assert [one for one in part if one.match is Match.NO_DRUG_LINE] == without
    assert any(one.match is Match.NO_DRUG_LINE for one in reconcile([first], TICKET))


def test_a_visit_service_is_known_by_its_reason() -> None:
    telehealth = {"code": "98005", "system": "CPT", "units": 1, "why": [{"rule": "R10.1", "text": ""}]}
    assert reconcile([], {"lines": [telehealth]}) == ()
    assert len(reconcile([], {"lines": [telehealth | {"why": [{"rule": "R2.3", "text": ""}]}]})) == 1
