"""A ticket and a charge master's rows as CSV: read back equal, nothing computed, nothing dropped."""

import csv
import io

import pytest
from nursedesk.outputs.formats import visible
from nursedesk.outputs.messages.charge_master import charge_master_csv, unmapped_codes
from nursedesk.outputs.messages.release import MOST
from nursedesk.outputs.messages.ticket_csv import COLUMNS, ticket_csv
from nursedesk.outputs.shift_csv import plain_cell

from tests.outputs.messages.made import (
    BAD_NAMES,
    MAPPED,
    amended,
    long_release,
    named,
    of_another_patient,
    release,
    with_late_charge,
)
from tests.outputs.visits import LINES, TICKET


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def test_a_row_a_line() -> None:
    found = rows(ticket_csv(release()))
    assert [(one["code"], int(one["units"])) for one in found] == [
        (line["code"], line["units"]) for line in TICKET["lines"]
    ]
    first = found[0]
    assert first["ticket"] == "A-261124-007"
    assert (first["status"], first["patient"], first["birth_date"]) == ("SIGNED", "MORENO, Luisa", "1968-03-07")
    assert (first["start"], first["stop"]) == ("2026-11-24T11:30:00-05:00", "2026-11-24T14:16:00-05:00")
    assert (first["minutes"], first["why"]) == ("144", "initial; first hour (R3.2)")
    assert (found[4]["modifiers"], found[4]["ndc"], found[4]["lot"]) == ("JZ", "57894003001", "KJT9F21")
    assert first["signed_at"] == "2026-11-24T14:31:00-05:00"


def test_a_draft_and_an_amendment_say_so() -> None:
    assert {one["status"] for one in rows(ticket_csv(release(version=0)))} == {"DRAFT"}
    assert {one["signed_at"] for one in rows(ticket_csv(release(version=0)))} == {""}
    assert {one["status"] for one in rows(ticket_csv(amended()))} == {"AMENDED"}


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_no_cell_is_a_formula_and_names_come_back(name: str) -> None:
    data = ticket_csv(named(name))
    for row in csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True):
        assert len(row) == len(COLUMNS)
        assert not any(cell.lstrip(" \t\r\n")[:1] in tuple("=+-@|＝＋－＠") for cell in row if cell)
    (first, *_) = rows(data)
    if len(name) <= MOST:
        assert plain_cell(first["patient"]) == visible(name, keep="\t\r\n")
        assert plain_cell(first["label"]) == visible(name, keep="\t\r\n")


def test_sixty_lines_are_sixty_rows() -> None:
    assert len(rows(ticket_csv(long_release()))) == 60


def test_charges_have_the_site_s_numbers_and_what_is_not_mapped_stays_in() -> None:
    found = rows(charge_master_csv([[release(mapped=MAPPED)]]))
    assert len(found) == len(TICKET["lines"])
    first, second, *_ = found
    assert (first["cdm"], first["department"], first["price"], first["amount"]) == (
        "33500101",
        "3351",
        "412.50",
        "412.50",
    )
    assert first["description"] == "INFUSION 1ST HR"
    assert (second["cdm"], second["department"], second["mapping"]) == ("", "3350", "unmapped")
    assert (found[4]["cdm"], found[4]["mapping"], found[4]["price"]) == ("63600745", "mapped", "")
    assert (found[4]["ndc"], found[4]["ndc_amount"]) == ("57894003001", "400 mg")
    assert unmapped_codes([[release(mapped=MAPPED)]]) == ("96366", "96368", "96375", "J3475", "J1200", "J2919")


def test_an_amendment_is_credits_and_charges_under_the_ids_posted() -> None:
    found = rows(charge_master_csv([[release(), amended(J1745=38, J3475=0)]]))
    assert [(one["type"], one["transaction"], one["code"], one["units"]) for one in found] == [
        ("credit", "A-261124-007.1.5", "J1745", "40"),
        ("credit", "A-261124-007.1.6", "J3475", "4"),
        ("charge", "A-261124-007.2.5", "J1745", "38"),
    ]
    (late,) = rows(charge_master_csv([[release(), with_late_charge()]]))
    assert (late["type"], late["code"]) == ("charge", "J1100")


def test_credits_stand_under_the_patient_they_were_charged_to() -> None:
    found = rows(charge_master_csv([[release(), of_another_patient()]]))
    assert {(one["type"], one["patient"]) for one in found} == {
        ("credit", "MORENO, Luisa"),
        ("charge", "ROE, Jane"),
    }


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_any_name_in_a_charge_master_s_row(name: str) -> None:
    for row in rows(charge_master_csv([[named(name)]])):
        assert None not in row and None not in row.values()
        assert not any(cell.lstrip(" \t\r\n")[:1] in tuple("=+-@|＝＋－＠") for cell in row.values() if cell)


def test_a_line_of_what_was_discarded_has_the_amount_discarded() -> None:
    wasted = LINES[6] | {"modifiers": ["JW"]}
    (row,) = rows(charge_master_csv([[release(ticket=TICKET | {"lines": [wasted]})]]))
    assert (row["modifiers"], row["ndc_amount"]) == ("JW", "25 mg")
