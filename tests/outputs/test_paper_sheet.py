"""The printed form as values: what stands in which box, and that nothing is ever blank."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.paper.model import GivenRow, Run, Sheet, SheetStatus
from nursedesk.outputs.pictures.timeline_model import TimelineModel
from nursedesk.record.encounter import (
    Administration,
    Amount,
    Conflict,
    Container,
    Encounter,
    Label,
    LineState,
    Patient,
    Purpose,
    Route,
    Segment,
    StopReason,
    TimeNote,
)

from tests.outputs.visits import (
    DIPHENHYDRAMINE,
    ENCOUNTER,
    INFLIXIMAB,
    LINES,
    MAGNESIUM,
    PEOPLE,
    TICKET,
    at,
    empty,
    long_stay,
    mg,
    ran,
    sheet_of,
    text_of,
)


def words(part: object) -> Iterator[str]:
    """Every piece of text in a sheet, the timeline (which has its own tests) apart."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from words(inner)
    elif is_dataclass(part) and not isinstance(part, TimelineModel):
        for field in fields(part):
            yield from words(getattr(part, field.name))


def row(one: Administration, encounter: Encounter = ENCOUNTER, **more: Any) -> GivenRow:
    return sheet_of(replace(encounter, administrations=(one,)), **more).given[0]


def fields_of(sheet: Sheet) -> dict[str, str]:
    return {field.label: text_of((field.value,)) for line in sheet.patient for field in line}


def test_the_patient_grid() -> None:
    assert fields_of(sheet_of()) == {
        "Patient": "MORENO, Luisa",
        "Date of birth": "07-Mar-1968",
        "MRN": "40 20 113",
        "Encounter": "E-1124-0042",
        "Date of service": "24-Nov-2026",
        "Chair": "2",
        "Setting": "Facility, outpatient",
        "Payer": "Blue Ridge PPO",
        "Visit": "11:02 – 14:29",
        "Ordering provider": "A. Castellano MD",
        "Supervising provider": "R. Whitfield MD",
        "Diagnoses": "A K50.90   B E83.42   ",
    }


def test_every_row_of_the_grid_is_as_wide_as_the_page() -> None:
    assert {sum(field.span for field in line) for line in sheet_of().patient} == {72}


def test_an_authorization_stands_with_the_payer() -> None:
    assert (
        fields_of(sheet_of(replace(ENCOUNTER, authorization="77 21")))["Payer"] == "Blue Ridge PPO · auth. 77 21"
    )


def test_nothing_known_is_said_everywhere_and_never_blank() -> None:
    sheet = sheet_of(empty(), {"lines": [], "findings": []}, status=SheetStatus.DRAFT, look=None)
    assert set(fields_of(sheet).values()) == {"Not recorded", "E-1", "Office", "not recorded – not closed"}
    bare = Administration(id="a", drug="", route=Route.IV_INFUSION, line="l")
    only = replace(empty(), administrations=(bare,))
    for shown in (sheet, sheet_of(only, {"lines": [], "findings": []}, look=None)):
        allowed_empty = {shown.number, shown.visit_services, *(group.heading for group in shown.charges)}
        assert not [
            word for word in words(shown) if not word.strip() and word not in allowed_empty and word != " "
        ]


def test_order_of_the_rows() -> None:
    drugs = [row.drug[0][0].text for row in sheet_of().given]
    assert drugs == [
        "inFLIXimab",
        "magnesium sulfate",
        "diphenhydrAMINE",
        "methylPREDNISolone",
        "sodium chloride 0.9 %",
    ]


def test_an_infusion_with_a_pause() -> None:
    first = row(INFLIXIMAB)
    assert text_of(first.drug) == "inFLIXimab 400 mg\nnothing left over · opened 400 mg"
    assert text_of(first.route) == "IV infusion · sodium chloride 0.9 % · 250 mL · 95 mL/h"
    assert text_of(first.access) == "A · PIV, left forearm"
    assert text_of(first.times) == "11:30\n14:16"
    assert text_of(first.minutes) == "144"
    assert text_of(first.interruptions) == "12:18 – 12:40, 22 min"
    assert text_of(first.lot) == "KJT9F21\n30-Sep-2027\n57894-030-01"
    assert text_of(first.people) == "M. Ruiz RN\nJ. Doe RN"


def test_a_push_with_waste_and_its_witness() -> None:
    first = row(DIPHENHYDRAMINE)
    assert text_of(first.drug) == "diphenhydrAMINE 25 mg\nwasted 25 mg · opened 50 mg"
    assert text_of(first.times) == "11:12\npush"
    assert text_of(first.people) == "M. Ruiz RN\nwitness J. Doe RN"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"dose": None, "opened": None}, "inFLIXimab dose not recorded\nwaste not recorded · opened not recorded"),
        ({"dose": mg("350")}, "inFLIXimab 350 mg\nwaste not recorded · opened 400 mg"),
        ({"dose": mg("NaN")}, "inFLIXimab not a number mg\nwaste not recorded · opened 400 mg"),
        ({"container": Container.MULTI_DOSE, "opened": None}, "inFLIXimab 400 mg\nmulti-dose vial"),
        ({"purpose": Purpose.PROPHYLAXIS}, "inFLIXimab 400 mg\nprophylaxis · nothing left over · opened 400 mg"),
        ({"purpose": Purpose.HYDRATION, "dose": None}, "inFLIXimab 95 mL/h\nhydration · 250 mL bag"),
        (
            {"purpose": Purpose.FLUSH, "dose": None, "rate": None},
            "inFLIXimab amount not recorded\nflush · 250 mL bag",
        ),
    ],
)
def test_dose_and_waste(changed: dict[str, Any], says: str) -> None:
    assert text_of(row(replace(INFLIXIMAB, **changed)).drug) == says


def test_what_is_missing_of_an_infusion_is_named_once() -> None:
    bare = replace(INFLIXIMAB, diluent=None, volume=None, rate=None)
    assert text_of(row(bare).route) == "IV infusion · diluent, volume, rate not recorded"
    assert (
        text_of(row(replace(bare, purpose=Purpose.HYDRATION)).route) == "IV infusion · volume, rate not recorded"
    )


@pytest.mark.parametrize(
    ("segments", "times", "minutes"),
    [
        ((), "Not recorded", "0"),
        ((Segment(at("11:30")),), "11:30\nNot recorded", "0"),
        ((*ran("11:30", "12:00"), Segment(at("12:10"))), "11:30\nNot recorded", "30"),
        ((Segment(None, at("12:00")),), "Not recorded", "0"),
        ((Segment(at("23:50"), at("00:20", date(2026, 11, 25))),), "23:50\n25-Nov 00:20", "30"),
        ((Segment(at("12:00"), at("12:00")),), "12:00\n12:00", "0"),
        ((Segment(at("12:00"), at("11:59")),), "12:00\n11:59", "0"),
    ],
)
def test_times(segments: tuple[Segment, ...], times: str, minutes: str) -> None:
    shown = row(replace(INFLIXIMAB, segments=segments, state=LineState.STOPPED))
    assert text_of(shown.times) == times
    assert text_of(shown.minutes) == minutes


def test_a_draft_of_a_visit_that_goes_on_says_what_still_runs() -> None:
    going = replace(INFLIXIMAB, segments=(Segment(at("11:30")),), state=LineState.RUNNING, stopped_by=None)
    resting = replace(INFLIXIMAB, segments=ran("11:30", "12:18"), state=LineState.PAUSED, stopped_by=None)
    visit = replace(ENCOUNTER, closed=None, administrations=(going, resting))
    first, second = sheet_of(visit, status=SheetStatus.DRAFT, printed_at=at("12:30")).given
    assert (text_of(first.times), text_of(first.minutes)) == ("11:30\nrunning", "60")
    assert (text_of(second.times), text_of(second.minutes)) == ("11:30\npaused", "48")
    assert text_of(first.people) == "M. Ruiz RN"


def test_the_night_with_two_half_past_ones_says_which() -> None:
    fall = date(2026, 11, 1)
    first = at("01:30", fall)
    second = first.replace(hour=first.hour + 1)
    night = replace(ENCOUNTER, opened=at("00:30", fall))
    shown = row(replace(INFLIXIMAB, segments=(Segment(first, second),)), night)
    assert text_of(shown.times) == "01:30 EDT\n01:30 EST"
    assert text_of(shown.minutes) == "60"


@pytest.mark.parametrize(
    ("route", "access", "says"),
    [
        (Route.IV_INFUSION, None, "Not recorded"),
        (Route.ORAL, None, "None"),
        (Route.IV_INFUSION, "Z", "Z · device not recorded"),
        (Route.IV_INFUSION, "B", "B · PIV, right hand"),
    ],
)
def test_access(route: Route, access: str | None, says: str) -> None:
    assert text_of(row(replace(INFLIXIMAB, route=route, access=access)).access) == says


def test_how_a_line_ended_stands_with_its_interruptions() -> None:
    ended = replace(INFLIXIMAB, stop_reason=StopReason.REACTION)
    assert text_of(row(ended).interruptions) == "12:18 – 12:40, 22 min\nstopped: reaction"


def test_for_the_biller() -> None:
    entries = [(entry.head, text_of(entry.body)) for entry in sheet_of().biller]
    assert entries == [
        ("Payer varies", "inFLIXimab: payers differ on 96365 or 96413; this payer 96365 · R1.2"),
        ("Not charged", "sodium chloride 0.9 %, keep open · R1.6"),
        ("Response", "inFLIXimab: flushing and itch 12:18; paused, resumed 12:40, completed"),
    ]


def test_findings_that_block_come_first_and_a_foreign_profile_before_all() -> None:
    ticket = TICKET | {
        "profile": {"name": "reference-card", "rules_digest": "ab"},
        "findings": [
            {"code": "no-order", "severity": "warn", "rule": "R9.4", "text": "No order"},
            {
                "code": "not-codable",
                "severity": "block",
                "rule": "R9.4",
                "text": "No start",
                "administrations": ["a5"],
            },
        ],
    }
    entries = [(entry.head, text_of(entry.body)) for entry in sheet_of(ENCOUNTER, ticket).biller[:4]]
    assert entries == [
        ("Profile", "Coded by the profile “reference-card”, not by cpt."),
        ("Must be resolved", "No start · R9.4"),
        ("Check", "No order · R9.4"),
        ("Not charged", "sodium chloride 0.9 %, keep open · R1.6"),
    ]


def test_a_drug_without_an_administration_line_says_why() -> None:
    ticket = TICKET | {
        "lines": LINES[:2],
        "findings": [
            {
                "code": "concurrent-unreported",
                "severity": "warn",
                "rule": "R4.5",
                "text": "Only one concurrent infusion is reported",
                "administrations": ["a2"],
            }
        ],
    }
    said = [text_of(entry.body) for entry in sheet_of(ENCOUNTER, ticket).biller if entry.head == "Not charged"]
    assert said == [
        "magnesium sulfate: Only one concurrent infusion is reported · R4.5",
        "diphenhydrAMINE: no administration line",
        "methylPREDNISolone: no administration line",
        "sodium chloride 0.9 %, keep open · R1.6",
    ]


def test_a_corrected_time_stands_beside_its_struck_original() -> None:
    correction, late, calculated = sheet_of().times
    assert correction.head == "CORRECTION"
    assert [run.text for run in correction.body[0] if run.struck] == ["13:52"]
    assert text_of(correction.body) == (
        "magnesium sulfate stop 13:52 13:45 · J. Doe RN, charted 14:01 · bag empty, at bedside"
    )
    assert text_of(late.body) == "inFLIXimab pause 12:18 · M. Ruiz RN, charted 12:27 · with patient"
    assert (calculated.head, text_of(calculated.body)) == ("CALCULATED", "None")
    stop = row(MAGNESIUM).times
    assert text_of(stop) == "12:55\n13:45\n13:52"


def test_all_observed_two_presses_and_a_calculated_stop() -> None:
    plain = sheet_of(replace(ENCOUNTER, time_notes=(), conflicts=(Conflict("Stopped", "l1", "e1", "e2"),)))
    assert [(entry.head, text_of(entry.body)) for entry in plain.times] == [
        ("Two presses", "inFLIXimab: a second stop was charted; the earliest counts"),
        ("All times", "observed: pressed when it happened"),
    ]
    note = TimeNote("l1", "Stopped", Label.CALCULATED, None, at("14:16"), "jdoe", at("14:30"), None)
    entry = sheet_of(replace(ENCOUNTER, time_notes=(note,))).times[0]
    assert (entry.head, text_of(entry.body)) == (
        "CALCULATED",
        "inFLIXimab stop 14:16 · J. Doe RN, charted 14:30 · reason not recorded",
    )


def test_signatures() -> None:
    sheet = sheet_of()
    assert text_of((sheet.signature.who,)) == "J. Doe RN · 24-Nov-2026 14:31 EST"
    assert sheet.signature.meaning.startswith("Meaning: I was responsible")
    assert text_of((sheet.checker.who,)) == "T. Adeyemi RN, J. Doe RN"
    assert sheet.checker.meaning.endswith("J. Doe RN witnessed waste of diphenhydrAMINE 25 mg and signed 11:13.")


@pytest.mark.parametrize(
    ("status", "copy", "version", "says"),
    [
        (SheetStatus.SIGNED, 0, 1, "version 1 · original"),
        (SheetStatus.SIGNED, 2, 1, "version 1 · COPY 2"),
        (SheetStatus.AMENDED, 0, 3, "version 3 · original"),
        (SheetStatus.DRAFT, 0, 0, "not signed"),
    ],
)
def test_status(status: SheetStatus, copy: int, version: int, says: str) -> None:
    sheet = sheet_of(replace(ENCOUNTER, version=version), status=status, copy=copy)
    assert (sheet.status, sheet.status_detail) == (status, says)


def test_a_draft_is_not_signed_whatever_was_signed_before() -> None:
    sheet = sheet_of(status=SheetStatus.DRAFT)
    assert text_of((sheet.signature.who,)) == "Not signed"
    assert "Not for billing" in sheet.signature.meaning


def test_the_footer() -> None:
    printed, notice = sheet_of().footer
    assert "Rule book cpt, digest 7c41 9be0 55d2 a81f · NurseDesk " in printed
    assert printed.endswith("printed 24-Nov-2026 14:32 EST by J. Doe RN on Suite-Laser-2")
    assert "CPT® is a registered trademark" in notice and "Not the medical record" in notice
    assert sheet_of().footer_ticket == "A-261124-007 · version 1"


def test_people_and_drugs_are_called_as_the_site_calls_them() -> None:
    shown = sheet_of(replace(ENCOUNTER, administrations=(replace(INFLIXIMAB, drug="infliximab"),)), drugs={
        "infliximab": "inFLIXimab"
    })  # fmt: skip
    assert shown.given[0].drug[0][0].text == "inFLIXimab"
    assert shown.timeline is not None
    assert shown.timeline.bars[0].title == "inFLIXimab"
    assert PEOPLE["jdoe"] in text_of(shown.given[0].people)


@given(st.text(alphabet=st.characters(categories=None), max_size=30))  # lone surrogates too
def test_any_text_can_be_on_the_form(text: str) -> None:
    odd = replace(INFLIXIMAB, drug=text, lot=text, ndc=text, response=text, started_by=text, diluent=text)
    patient = Patient(text, text, None)
    visit = replace(
        ENCOUNTER, administrations=(odd,), patient=patient, diagnoses=(text,), notes=(text,), chair=text
    )
    for word in words(sheet_of(visit)):
        word.encode("utf-8")
        assert "\n" not in word and "\x00" not in word and "\u202e" not in word


def test_a_long_stay_says_the_day_of_every_time_after_the_first() -> None:
    stay, ticket = long_stay()
    sheet = sheet_of(stay, ticket, look=None)
    assert len(sheet.given) == 60
    assert text_of(sheet.given[-1].times).startswith("28-Nov\n20:10")
    assert isinstance(sheet.given[0].drug[0][0], Run)
    assert Amount(mg("1").amount, "mg") == mg("1")
