"""Charges and administrations as HL7 v2.5.1: valid to a strict parser, every character escaped, nothing lost."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hl7apy.consts import VALIDATION_LEVEL
from hl7apy.core import Message
from hl7apy.parser import parse_message, parse_segment
from hypothesis import given, settings
from hypothesis import strategies as st
from nursedesk.outputs.messages.changes import Chain
from nursedesk.outputs.messages.dft import dft
from nursedesk.outputs.messages.hl7 import Hl7Message, escape, short, value
from nursedesk.outputs.messages.ras import ras
from nursedesk.outputs.messages.release import shown
from nursedesk.record.encounter import Amount, Container, Segment

from tests.outputs.messages.made import (
    BAD_NAMES,
    INTERFACE,
    MAPPED,
    SIGNED,
    amended,
    long_release,
    named,
    of_another_patient,
    release,
    with_late_charge,
)
from tests.outputs.visits import INFLIXIMAB, TICKET, at, empty

TEXT = st.text(alphabet=st.characters(categories=None), max_size=300)


def parsed(message: Hl7Message) -> Message:
    """The message as a strict parser has it; raises when it is not valid."""
    found = parse_message(message.data.decode("utf-8"), validation_level=VALIDATION_LEVEL.STRICT)
    found.validate()
    return found


def rows(message: Hl7Message, name: str) -> list[list[str]]:
    """The segments of a name, as fields; index 0 is the name."""
    cells = [one.split("|") for one in message.text.split("\r") if one]
    return [one for one in cells if one[0] == name]


def cell(row: Sequence[str], number: int) -> str:
    return row[number] if number < len(row) else ""


CHAINS: dict[str, Chain] = {
    "usual": [release()],
    "mapped": [release(mapped=MAPPED)],
    "amended": [release(), amended(J1745=38, J3475=0)],
    "late": [release(), with_late_charge()],
    "other patient": [release(), of_another_patient()],
    "long": [long_release()],
}


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS.keys())
def test_messages_are_valid_to_a_strict_parser(chain: Chain) -> None:
    for message in (*dft(chain), *ras(chain)):
        assert parsed(message).msh.msh_10.value == message.control_id
        assert len(message.control_id) == 20


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_any_name_anywhere_stays_in_its_field(name: str) -> None:
    plain = [release()]
    for made, usual in zip((*dft([named(name)]), *ras([named(name)])), (*dft(plain), *ras(plain)), strict=True):
        parsed(made)
        kinds = [one.split("|")[0] for one in made.text.split("\r")]
        assert kinds == [one.split("|")[0] for one in usual.text.split("\r")]
        assert not any(mark in made.text for mark in "\n\x00\u202e\u200b")


_SEQUENCE = re.compile(r"\\(?:([EFSTR])|X((?:[0-9A-F]{2})+))\\")
_CHARACTERS = {"E": "\\", "F": "|", "S": "^", "T": "&", "R": "~"}


def strictly_read(sent: str) -> str:
    """What a strict receiver reads in a field; a backslash that is no part of a whole escape is an error."""
    back, at = [], 0
    while at < len(sent):
        if sent[at] != "\\":
            assert sent[at] not in "|^&~" and not 0 <= ord(sent[at]) < 32, ascii(sent[at])
            back.append(sent[at].encode())
            at += 1
            continue
        found = _SEQUENCE.match(sent, at)
        assert found, sent[at : at + 8]
        letter, data = found.groups()
        back.append(_CHARACTERS[letter].encode() if letter else bytes.fromhex(data))
        at = found.end()
    return b"".join(back).decode("utf-8")


ESCAPED_ALREADY = st.sampled_from(
    [
        "\\X0D\\",
        "\\E\\",
        "\\F\\",
        "\\",
        "\\\\",
        "\\X",
        "\\.br\\",
        "\\H\\",
        "|",
        "^",
        "&",
        "~",
        "\r\n",
        "\x00",
        "\x1c\r",
    ]
)
HARD_TEXT = st.lists(st.one_of(ESCAPED_ALREADY, st.text(max_size=8)), max_size=20).map("".join)


@settings(max_examples=500)
@given(HARD_TEXT)
def test_any_text_comes_back_equal_from_a_strict_parser(text: str) -> None:
    """Reserved characters, sequences that look escaped, newlines, control characters, every alphabet."""
    sent = escape(text)
    assert strictly_read(sent) == text
    line = f"NTE|1|L|{sent}"
    note = parse_segment(line, version="2.5.1", validation_level=VALIDATION_LEVEL.STRICT)
    assert (note.name, len(note.nte_3), len(line.split("|"))) == ("NTE", 1 if sent else 0, 4)
    assert "\r" not in line


@given(TEXT)
def test_half_a_character_breaks_no_message(text: str) -> None:
    """A lone surrogate has no bytes: it is shown by its number before it gets here, and never as a backslash."""
    assert strictly_read(value(text, 100_000)) == shown(text, 100_000)


@given(TEXT)
def test_values_fit_their_type_and_never_end_in_half_an_escape(text: str) -> None:
    for sent, most in ((value(text), 199), (short(text), 20)):
        assert len(sent) <= most
        assert sent.count("\\") % 2 == 0


def test_a_charge_is_told_whole() -> None:
    (message,) = dft([release(mapped=MAPPED)])
    first, *_ = rows(message, "FT1")
    assert first[1:7] == [
        "1",
        "A-261124-007.1.1",
        "A-261124-007.1",
        "20261124113000-0500^20261124141600-0500",
        "20261124143100-0500",
        "CG",
    ]
    assert (first[7], first[10], first[11], first[13]) == ("33500101^INFUSION 1ST HR^L", "1", "412.50&USD", "3351")
    assert (first[19], first[20]) == ("K50.90^^I10", "mruiz^Ruiz^Maria^^^^RN")
    assert first[25] == "96365^IV infusion, first hour^C4"
    drug = rows(message, "FT1")[4]
    assert (drug[7], drug[13]) == ("63600745^inFLIXimab, per 10 mg^L", "3350")
    assert (drug[10], drug[26], drug[29]) == ("40", "JZ^^HCPCS", "57894003001^inFLIXimab^NDC")
    assert rows(message, "NTE")[4] == [
        "NTE",
        "1",
        "L",
        "400 mg ÷ 10 mg; nothing discarded (R11.2)~NDC quantity: 400 mg",
    ]
    assert [row[3] for row in rows(message, "DG1")] == ["K50.90^^I10", "E83.42^^I10"]


def test_every_line_is_an_ft1_with_its_units() -> None:
    (message,) = dft([release()])
    sent = [(row[25].split("^")[0], int(row[10])) for row in rows(message, "FT1")]
    assert sent == [(line["code"], line["units"]) for line in TICKET["lines"]]


def test_an_amendment_credits_what_no_longer_stands_and_posts_what_does() -> None:
    (message,) = dft([release(), amended(J1745=38, J3475=0)])
    told = [(row[6], row[2], row[25].split("^")[0], row[10]) for row in rows(message, "FT1")]
    assert told == [
        ("CD", "A-261124-007.1.5", "J1745", "40"),
        ("CD", "A-261124-007.1.6", "J3475", "4"),
        ("CG", "A-261124-007.2.5", "J1745", "38"),
    ]


def test_a_receiver_that_wants_another_word_for_a_credit_gets_it() -> None:
    credits = replace(amended(J3475=0), interface=replace(INTERFACE, credit="CR"))
    (message,) = dft([release(), credits])
    assert [row[6] for row in rows(message, "FT1")] == ["CR"]


def test_a_late_charge_goes_alone() -> None:
    (message,) = dft([release(), with_late_charge()])
    assert [(row[6], row[25].split("^")[0]) for row in rows(message, "FT1")] == [("CG", "J1100")]


def test_a_third_version_credits_a_line_under_the_id_it_first_had() -> None:
    third = replace(amended(**{"96368": 0}), version=3)
    (message,) = dft([release(), amended(J1745=38), third])
    told = {row[25].split("^")[0]: (row[6], row[2]) for row in rows(message, "FT1")}
    assert told["96368"] == ("CD", "A-261124-007.1.3")
    back = {row[2] for row in rows(message, "FT1") if row[6] == "CD"}
    assert back == {"A-261124-007.2.5", "A-261124-007.1.3"}


def test_nothing_changed_is_no_message() -> None:
    assert dft([release(), amended()]) == ()
    assert ras([release(), amended()]) == ()


def test_charges_under_a_wrong_patient_are_taken_back_under_that_patient() -> None:
    back, anew = dft([release(), of_another_patient()])
    assert {row[6] for row in rows(back, "FT1")} == {"CD"}
    assert {row[6] for row in rows(anew, "FT1")} == {"CG"}
    assert rows(back, "PID")[0][5] == "MORENO^Luisa"
    assert rows(anew, "PID")[0][5] == "ROE^Jane"
    assert back.control_id != anew.control_id
    gone, told = ras([release(), of_another_patient()])
    assert {row[21] for row in rows(gone, "RXA")} == {"D"}
    assert {row[21] for row in rows(told, "RXA")} == {"A"}


def test_stretches_have_their_start_and_stop_and_the_dose_once() -> None:
    (message,) = ras([release()])
    first, second, *_ = rows(message, "RXA")
    assert first[2:8] == [
        "1",
        "20261124113000-0500",
        "20261124121800-0500",
        "57894003001^inFLIXimab^NDC^J1745^inFLIXimab^HCPCS",
        "0",
        "mg^mg^UCUM",
    ]
    assert (second[3], second[4], second[6]) == ("20261124124000-0500", "20261124141600-0500", "400")
    assert (first[20], second[20]) == ("PA", "CP")
    assert (second[15], second[16]) == ("KJT9F21", "20270930")
    pushed = rows(message, "RXA")[3]
    assert pushed[3] == pushed[4] == "20261124111200-0500"
    assert rows(message, "RXR")[3][4] == "IVP^IV Push^HL70165"


def test_a_changed_stop_updates_one_stretch_and_nothing_else() -> None:
    later = replace(INFLIXIMAB, segments=(INFLIXIMAB.segments[0], Segment(at("12:40"), at("14:30"))))
    visit = replace(SIGNED, administrations=(later, *SIGNED.administrations[1:]))
    (message,) = ras([release(), release(visit, TICKET, 2)])
    assert [(row[21], row[4]) for row in rows(message, "RXA")] == [("U", "20261124143000-0500")]


def test_a_stretch_without_a_stop_is_left_out_and_said() -> None:
    open_end = replace(INFLIXIMAB, segments=(INFLIXIMAB.segments[0], Segment(at("12:40"))))
    visit = replace(SIGNED, administrations=(open_end,))
    (message,) = ras([release(visit)])
    parsed(message)
    assert len(rows(message, "RXA")) == 1
    assert rows(message, "NTE")[0][3].startswith("1 stretches")


@pytest.mark.parametrize(
    ("dose", "sent", "unit"),
    [
        (Amount(Decimal("25.0"), "mg"), "25", "mg^mg^UCUM"),
        (Amount(Decimal("0.500"), "ug"), "0.5", "ug^mcg^UCUM"),
        (Amount(Decimal("1E+3"), "[iU]"), "1000", "[iU]^units^UCUM"),
        (Amount(Decimal("NaN"), "mg"), "999", ""),
        (Amount(Decimal("1E+300"), "mg"), "999", ""),
        (None, "999", ""),
    ],
)
def test_doses_are_plain_numbers_or_not_recorded(dose: Amount | None, sent: str, unit: str) -> None:
    one = replace(INFLIXIMAB, dose=dose, segments=INFLIXIMAB.segments[1:], container=Container.UNKNOWN)
    (message,) = ras([release(replace(SIGNED, administrations=(one,)))])
    parsed(message)
    (row,) = rows(message, "RXA")
    assert (row[6], cell(row, 7)) == (sent, unit)


def test_the_same_release_is_the_same_bytes_and_another_version_another_message() -> None:
    assert dft([release()]) == dft([release()])
    assert dft([release()])[0].control_id != dft([release(version=2)])[0].control_id
    assert dft([release()])[0].control_id != ras([release()])[0].control_id


def test_a_visit_of_which_little_is_known() -> None:
    bare = release(replace(empty(), ticket_number="A-1"), TICKET)
    (message,) = dft([bare])
    parsed(message)
    assert rows(message, "PID")[0][3].endswith("^VN")
    assert rows(message, "FT1")[0][4] == "20261124"
    assert ras([bare]) == ()


@pytest.mark.parametrize("year", [1, 1969, 2038, 9999])
def test_the_far_ends_of_the_calendar(year: int) -> None:
    when = datetime(year, 6, 1, 12, tzinfo=at("12:00").tzinfo)
    one = replace(INFLIXIMAB, segments=(Segment(when, when),), expiry=date(year, 1, 1))
    (message,) = ras([release(replace(SIGNED, administrations=(one,)))])
    parsed(message)
    assert rows(message, "RXA")[0][3].startswith(f"{year:04}0601")


def test_over_midnight_and_the_night_that_is_an_hour_longer() -> None:
    night = date(2026, 10, 31)
    one = replace(INFLIXIMAB, segments=(Segment(at("23:30", night), at("02:30", date(2026, 11, 1))),))
    (message,) = ras([release(replace(SIGNED, administrations=(one,)))])
    (row,) = rows(message, "RXA")
    assert (row[3], row[4]) == ("20261031233000-0400", "20261101023000-0500")
