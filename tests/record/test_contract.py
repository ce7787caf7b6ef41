"""The contract's JSON to the record and back: strict about what cannot be read, patient with what is only odd."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from nursedesk.record.contract import Unreadable, parse_encounter, read_encounter, write_encounter
from nursedesk.record.encounter import Amount, Patient, Purpose, Route, Segment

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "resources/schemas/encounter.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
CONTRACTS = ROOT.parent / "shared/contracts"
CASES = ROOT.parent / "shared/cases/published.json"


def administration(**more: Any) -> dict[str, Any]:
    return {"id": "1", "drug": "infliximab", "route": "iv_infusion", **more}


def encounter(*administrations: Any, **more: Any) -> dict[str, Any]:
    return {
        "schema": "nursedesk.encounter/1",
        "id": "E1",
        "setting": "office",
        "administrations": list(administrations),
        **more,
    }


def segment(start: Any, stop: Any = None, zone: str = "America/New_York") -> Segment:
    raw = encounter(administration(segments=[{"start": start, "stop": stop}]), time_zone=zone)
    return read_encounter(raw).administrations[0].segments[0]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ([], "an encounter must be an object, not a list"),
        ({}, 'schema: must be "nursedesk.encounter/1", and is missing'),
        (encounter(schema="nursedesk.encounter/2"), "schema: must be"),
        (encounter(schema=["nursedesk.encounter/1"]), "schema: must be"),
        (encounter(colour="red"), '"colour" is not a property the contract knows'),
        (encounter(id=""), "id: must not be empty"),
        (encounter(id=7), "id: must be text, not 7"),
        (encounter(setting="home"), 'setting: "home" is not one of outpatient_facility, office, inpatient'),
        (encounter(setting={}), "setting: an object is not one of"),
        (encounter(time_zone="Mars/Olympus"), 'time_zone: "Mars/Olympus" is not a time zone'),
        (encounter(time_zone=""), 'time_zone: "" is not a time zone'),
        (encounter(time_zone="../../etc/passwd"), "time_zone: "),
        (encounter(time_zone="America"), 'time_zone: "America" is not a time zone'),
        (encounter(time_zone="localtime"), 'time_zone: "localtime" is not a time zone'),
        (encounter(time_zone="UTC\x00"), "time_zone: "),
        (encounter(time_zone="z" * 5000), "time_zone: "),
        (encounter(time_zone=None), "time_zone: must be text, not null"),
        (encounter(earlier_visit_same_day="yes"), "earlier_visit_same_day: must be true or false"),
        (encounter(earlier_visit_same_day=1), "earlier_visit_same_day: must be true or false, not 1"),
        (encounter(accesses=None), "accesses: must be a list, not null"),
        (encounter(accesses=[{"id": "A"}, {"id": "A"}]), 'accesses[1].id: the access id "A" is used twice'),
        (encounter(accesses=[{"id": "A", "device": "spoon"}]), 'accesses[0].device: "spoon" is not one of'),
        (encounter(accesses=[{}]), "accesses[0].id: is missing"),
        (encounter(diagnoses=["J18.9", None]), "diagnoses[1]: must be text, not null"),
        (encounter(evaluation_and_management=[{}]), "evaluation_and_management[0].code: is missing"),
        (encounter(patient={"birth_date": "1961-02-30"}), 'patient.birth_date: "1961-02-30" is not a date'),
        (encounter(patient={"birth_date": "19610202"}), "patient.birth_date: "),
        (encounter(patient={"birth_date": None}), "patient.birth_date: must be text, not null"),
        (encounter(patient="Jane"), "patient: must be an object"),
        (encounter(7), "administrations[0]: must be an object, not 7"),
        (encounter({"id": "1", "drug": "x"}), "administrations[0].route: is missing"),
        (encounter(administration(), administration()), 'administrations[1].id: the administration id "1" is'),
        (encounter(administration(route="drip")), 'administrations[0].route: "drip" is not one of iv_infusion'),
        (encounter(administration(family=None)), "administrations[0].family: null is not one of"),
        (encounter(administration(drug="\ud800")), 'administrations[0].drug: "\\ud800" has half of a character'),
        (encounter(administration(drug=None)), "administrations[0].drug: must be text, not null"),
        (encounter(administration(**{"\ud800": 1})), '"\\ud800" is not a property'),
        (encounter(administration(additional_pump_setups=None)), "additional_pump_setups: must be a number"),
        (
            encounter(administration(additional_pump_setups=True)),
            "additional_pump_setups: must be a number, not t",
        ),
        (encounter(administration(ordered_minutes=60.5)), "ordered_minutes: must be a whole number, not 60.5"),
        (encounter(administration(ordered_minutes="60")), 'ordered_minutes: must be a number, not "60"'),
        (encounter(administration(ordered_minutes=float("nan"))), "ordered_minutes: NaN is not a number"),
        (encounter(administration(ordered_minutes=10**400)), "ordered_minutes: the number is too large"),
        (encounter(administration(expiry="soon")), 'administrations[0].expiry: "soon" is not a date'),
        (encounter(administration(segments={})), "administrations[0].segments: must be a list"),
        (encounter(administration(segments=[{}])), "administrations[0].segments[0].start: is missing"),
        (encounter(administration(segments=[{"start": 7}])), "segments[0].start: must be a time as text"),
        (encounter(administration(segments=[{"start": None, "end": 1}])), '"end" is not a property'),
        (
            encounter(administration(segments=[{"start": None, "stop_source": "guess"}])),
            "segments[0].stop_source: ",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_field(raw: Any, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_encounter(raw)
    assert sentence in str(refused.value)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "amount",
    [
        float("inf"),
        float("nan"),
        "NaN",
        "1e309",
        "１２",
        "1,5",
        "0.1+0.2",
        "",
        " 5",
        "1_000",
        True,
        None,
        [],
        10**15,
        "1e-31",
        "9" * 61,
        Decimal("1e309"),
        "0x10",
        "--1",
        "1e99999999999",
    ],
)
def test_an_absurd_amount_is_refused(amount: Any) -> None:
    with pytest.raises(Unreadable, match=r"administrations\[0\]\.dose\.amount: "):
        read_encounter(encounter(administration(dose={"amount": amount, "unit": "mg"})))


@pytest.mark.parametrize(
    ("dose", "sentence"),
    [
        ({"amount": 1}, "dose.unit: is missing"),
        ({"unit": "mg"}, "dose.amount: is missing"),
        ({"amount": 1, "unit": None}, "dose.unit: must be text, not null"),
        ({"amount": 1, "unit": "mg", "of": "x"}, 'dose: "of" is not a property of an amount'),
        ("400 mg", "dose: must be an object with amount and unit"),
    ],
)
def test_an_amount_is_a_number_and_a_unit(dose: Any, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_encounter(encounter(administration(dose=dose)))
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("amount", "exact"),
    [
        ("0.1", "0.1"),
        (0.1, "0.1"),
        (Decimal("0.1"), "0.1"),
        (5, "5"),
        ("-0", "0"),
        (-3, "-3"),
        ("+.5", "0.5"),
        ("1E3", "1000"),
    ],
)
def test_an_amount_is_exact(amount: Any, exact: str) -> None:
    read = read_encounter(encounter(administration(dose={"amount": amount, "unit": "mg"})))
    assert read.administrations[0].dose == Amount(Decimal(exact), "mg")


def test_fractions_in_json_text_stay_exact() -> None:
    text = json.dumps(encounter(administration(dose={"amount": 7, "unit": "mg"}))).replace(
        "7", "0.30000000000000000001"
    )
    assert parse_encounter(text).administrations[0].dose == Amount(Decimal("0.30000000000000000001"), "mg")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "not JSON: "),
        ("", "not JSON: "),
        ('{"a": NaN}', "NaN is not a number JSON knows"),
        ('{"a": -Infinity}', "-Infinity is not a number JSON knows"),
        ('{"a": 1e99999999999999999999}', "too large or too small"),
        ('{"a": 0.' + "1" * 99 + "}", "a number is too long to be meant"),
        ('{"a": ' + "1" * 5000 + "}", "a number is too long to be meant"),
        ("[" * 200_000, "nested too deeply"),
        (b'{"a": "\xff"}', "not UTF-8 text: byte 8 is not valid"),
        (b"\xef\xbb\xbf[]", "an encounter must be an object"),
        ("[]", "an encounter must be an object"),
    ],
)
def test_text_that_is_no_encounter_is_one_sentence(text: str | bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_encounter(text)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-03-02T11:34", datetime(2026, 3, 2, 16, 34, tzinfo=UTC)),
        ("2026-03-02 11:34:59.5", datetime(2026, 3, 2, 16, 34, 59, 500_000, tzinfo=UTC)),
        ("2026-03-02T11:34Z", datetime(2026, 3, 2, 11, 34, tzinfo=UTC)),
        ("2026-03-02t11:34z", datetime(2026, 3, 2, 11, 34, tzinfo=UTC)),
        ("2026-03-02T11:34+05:30", datetime(2026, 3, 2, 6, 4, tzinfo=UTC)),
        ("2026-07-02T11:34", datetime(2026, 7, 2, 15, 34, tzinfo=UTC)),
        ("2026-12-31T24:00", datetime(2027, 1, 1, 5, 0, tzinfo=UTC)),
        ("2024-02-29T23:59", datetime(2024, 3, 1, 4, 59, tzinfo=UTC)),
        ("2026-03-08T01:59", datetime(2026, 3, 8, 6, 59, tzinfo=UTC)),
        ("2026-03-08T03:00", datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
        # The night 01:30 happens twice: the first one.
        ("2026-11-01T01:30", datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        ("2026-11-01T01:30-05:00", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        ("1970-01-01T00:00", datetime(1970, 1, 1, 5, 0, tzinfo=UTC)),
        ("9999-12-30T00:00Z", datetime(9999, 12, 30, 0, 0, tzinfo=UTC)),
    ],
)
def test_times(text: str, instant: datetime) -> None:
    assert segment(text) == Segment(start=instant)


@pytest.mark.parametrize("text", ["2026-03-08T02:30", "2026-03-08T02:00:00", "2026-03-08T02:59:59.9"])
def test_a_time_no_clock_showed_is_unreal(text: str) -> None:
    assert segment(text) == Segment(start=None, unreal=True)
    assert segment("2026-03-08T01:30", text) == Segment(datetime(2026, 3, 8, 6, 30, tzinfo=UTC), None, unreal=True)


def test_a_day_the_calendar_skipped_is_unreal() -> None:
    assert segment("2011-12-30T10:00", zone="Pacific/Apia") == Segment(start=None, unreal=True)
    assert segment("2011-12-31T10:00", zone="Pacific/Apia").start == datetime(2011, 12, 30, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-03-02",
        "2026-03-02T",
        "11:34",
        "2026-03-02T11:60",
        "2026-13-02T11:34",
        "2026-02-29T11:34",
        "2026-03-02x11:34",
        "2026-03-02T24:01",
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "0000-01-01T00:00",
        "２０２６-03-02T11:34",
        "2026-03-02T11:34\ud800",
        "9999-12-31T23:59-12:00",
        "0001-01-01T00:00+12:00",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"administrations\[0\]\.segments\[0\]\.start: "):
        segment(text)


def test_odd_but_valid_values_are_read() -> None:
    odd = administration(
        id="",
        drug="=cmd|'/c calc'!A1 \u202e\x00 <b>",
        access="none such",
        segments=[{"start": None}, {"start": None, "stop": None}],
        ordered_minutes=-5.0,
        additional_pump_setups=-1,
        dose=None,
        order_on_file=None,
        expiry="1900-01-01",
        ndc="",
    )
    read = read_encounter(encounter(odd, primary_administration="none such", patient=None))
    assert VALID.is_valid(encounter(odd))
    assert read.administrations[0].ordered_minutes == -5
    assert read.administrations[0].segments == (Segment(None), Segment(None))


def test_every_property_reaches_the_record() -> None:
    given_ = encounter(
        administration(route="pump", purpose="keep_open", clinic_supplied_pump=True, expiry="2027-01-31"),
        patient={"name": "O'Brien-Ñuñez", "mrn": "1", "birth_date": "1961-02-02"},
    )
    read = read_encounter(given_)
    assert read.patient == Patient("O'Brien-Ñuñez", "1", date(1961, 2, 2))
    assert read.administrations[0].route is Route.PUMP
    assert read.administrations[0].purpose is Purpose.KEEP_OPEN
    assert read.administrations[0].expiry == date(2027, 1, 31)
    assert write_encounter(read) == {**given_}
