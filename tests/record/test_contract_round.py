"""JSON to the record and back is the same encounter, whatever it holds; damage is refused in one sentence."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from nursedesk.record.contract import Unreadable, parse_encounter, read_encounter, write_encounter
from nursedesk.record.encounter import Encounter, Purpose, Route

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "resources/schemas/encounter.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
CONTRACTS = ROOT.parent / "shared/contracts"
CASES = ROOT.parent / "shared/cases/published.json"


words = st.text(st.characters(codec="utf-8"), max_size=12)
maybe = st.none() | words
zones = st.sampled_from(
    ["UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Africa/Casablanca"]
)
local = st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)).map(lambda t: t.isoformat())  # noqa: DTZ001 (local on purpose)
spring = st.integers(0, 59).map(lambda minute: f"2026-03-08T02:{minute:02}")
offset = st.sampled_from(["", "Z", "+05:45", "-03:30"])
times = st.one_of(st.none(), st.builds(lambda t, o: t + o, local, offset), spring)
amounts = st.fixed_dictionaries(
    {
        "amount": st.one_of(
            st.integers(-(10**6), 10**6),
            st.decimals(-10000, 10000, places=4).map(str),
            st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-20),
        ),
        "unit": words,
    }
)
any_administration = st.fixed_dictionaries(
    {"drug": words, "route": st.sampled_from([r.value for r in Route])},
    optional={
        "hcpcs": maybe,
        "ndc": maybe,
        "access": maybe,
        "bag": maybe,
        "lot": maybe,
        "response": maybe,
        "family": st.sampled_from(["therapeutic", "chemotherapy", "hydration"]),
        "purpose": st.sampled_from([p.value for p in Purpose]),
        "segments": st.lists(
            st.fixed_dictionaries(
                {"start": times},
                optional={"stop": times, "stop_source": st.sampled_from(["observed", "corrected", "calculated"])},
            ),
            max_size=3,
        ),
        "ordered_minutes": st.none() | st.integers(-5, 2000),
        "order_on_file": st.none() | st.booleans(),
        "dose": st.none() | amounts,
        "opened": st.none() | amounts,
        "rate": st.none() | amounts,
        "container": st.sampled_from(["single_dose", "multi_dose", "unknown"]),
        "expiry": st.none() | st.dates().map(str),
        "additional_pump_setups": st.integers(0, 3),
        "clinic_supplied_pump": st.booleans(),
    },
)
any_encounter = st.builds(
    lambda head, items, zone: {
        **head,
        "schema": "nursedesk.encounter/1",
        "time_zone": zone,
        "administrations": [{"id": str(n), **item} for n, item in enumerate(items)],
    },
    st.fixed_dictionaries(
        {"id": words.filter(bool), "setting": st.sampled_from(["outpatient_facility", "office", "inpatient"])},
        optional={
            "earlier_visit_same_day": st.booleans(),
            "primary_administration": maybe,
            "payer": maybe,
            "patient": st.none()
            | st.fixed_dictionaries({}, optional={"mrn": words, "name": words, "birth_date": st.dates().map(str)}),
            "accesses": st.lists(
                st.fixed_dictionaries(
                    {"id": words}, optional={"site": maybe, "separate_reason": maybe, "device": st.just("port")}
                ),
                max_size=3,
                unique_by=lambda access: access["id"],
            ),
            "evaluation_and_management": st.lists(
                st.fixed_dictionaries({"code": words}, optional={"separately_identifiable": st.booleans()}),
                max_size=2,
            ),
            "diagnoses": st.lists(words, max_size=3),
        },
    ),
    st.lists(any_administration, max_size=3),
    zones,
)


@given(any_encounter)
@settings(deadline=None)
def test_what_is_read_and_written_is_the_same_and_valid(raw: dict[str, Any]) -> None:
    assert not list(VALID.iter_errors(raw))
    first = read_encounter(raw)
    written = write_encounter(first)
    assert not list(VALID.iter_errors(written))
    assert read_encounter(written) == first
    assert parse_encounter(json.dumps(written)) == first


leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just([]), st.just({}))


@given(any_encounter, st.data())
@settings(deadline=None)
def test_a_damaged_encounter_is_read_or_refused_never_anything_else(
    raw: dict[str, Any], data: st.DataObject
) -> None:
    target: Any = raw
    while data.draw(st.booleans()):
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        inner = [key for key in keys if isinstance(target[key], dict | list) and target[key]]
        if not inner:
            break
        target = target[data.draw(st.sampled_from(inner))]
    keys = list(target) if isinstance(target, dict) else list(range(len(target)))
    target[data.draw(st.sampled_from(keys))] = data.draw(leaves)
    try:
        assert isinstance(read_encounter(raw), Encounter)
    except Unreadable as refused:
        assert str(refused).isprintable()
    else:
        assert VALID.is_valid(raw)


@given(st.binary(max_size=80) | st.text(max_size=80))
def test_no_bytes_do_more_than_be_refused(text: bytes | str) -> None:
    with pytest.raises(Unreadable):
        parse_encounter(text)


@pytest.mark.skipif(not CONTRACTS.is_dir(), reason="the contract lies beside the project only where it is made")
@pytest.mark.parametrize("name", ["encounter", "ticket"])
def test_our_copy_is_the_contract(name: str) -> None:
    ours = ROOT / f"resources/schemas/{name}.schema.json"
    assert json.loads(ours.read_bytes()) == json.loads((CONTRACTS / f"{name}.schema.json").read_bytes())


@pytest.mark.skipif(not CASES.is_file(), reason="the published cases lie beside the project only where it is made")
def test_published_encounters_go_there_and_back() -> None:
    for case in json.loads(CASES.read_bytes()):
        first = read_encounter(case["encounter"])
        assert read_encounter(write_encounter(first)) == first
