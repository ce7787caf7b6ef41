"""Each thing a site may want charted is missed when it is not there, and only where it can be (R13)."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from nursedesk.coding.charting import ITEMS
from nursedesk.coding.engine import code
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    Family,
    LineState,
    Purpose,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)
SOME = Amount(Decimal(5), "mg")
WHOLE = Administration(
    id="1",
    drug="one",
    route=Route.IV_INFUSION,
    segments=(Segment(NINE, NINE),),
    access="A",
    order_on_file=True,
    dose=SOME,
    opened=SOME,
    container=Container.SINGLE_DOSE,
    volume=SOME,
    rate=SOME,
    lot="L1",
    ndc="1",
    started_by="n",
    response="tolerated",
)
PORT = Access("A", Device.PORT, "chest")


def missed(given: Administration, access: Access = PORT, wanted: tuple[str, ...] = tuple(ITEMS)) -> list[str]:
    rules = replace(book(), charting=wanted)
    visit = Encounter("E", Setting.OFFICE, accesses=(access,), administrations=(given,))
    told = [str(f.params["missing"]) for f in code(visit, rules).findings if f.code == "charting-incomplete"]
    assert len(told) <= 1
    return told[0].split("+") if told else []


OPEN = (Segment(NINE),)
MISSING: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"order_on_file": None}, ["order"]),
    ({"order_on_file": False}, ["order"]),
    ({"dose": None}, ["dose"]),
    ({"access": None}, ["access", "site"]),
    ({"access": "B"}, ["access", "site"]),
    ({"volume": None}, ["volume"]),
    ({"rate": None}, ["rate"]),
    ({"volume": None, "rate": None, "route": Route.IV_PUSH}, []),
    ({"volume": None, "rate": None, "route": Route.SC_INFUSION}, ["volume", "rate"]),
    ({"access": None, "route": Route.SC_INFUSION}, []),
    ({"access": None, "route": Route.IV_PUSH}, ["access", "site"]),
    ({"segments": OPEN}, ["stop"]),
    ({"segments": OPEN, "response": None}, ["stop"]),
    ({"segments": OPEN, "route": Route.IV_PUSH}, []),
    ({"segments": OPEN, "route": Route.IV_PUSH, "response": None}, ["response"]),
    ({"segments": (Segment(None, NINE),)}, []),
    ({"opened": None}, ["waste"]),
    ({"opened": None, "container": Container.MULTI_DOSE}, []),
    ({"opened": None, "container": Container.UNKNOWN}, []),
    ({"response": None}, ["response"]),
    ({"response": "  "}, ["response"]),
    ({"response": None, "family": Family.HYDRATION}, []),
    ({"response": None, "purpose": Purpose.HYDRATION}, []),
    ({"response": None, "purpose": Purpose.PROPHYLAXIS}, ["response"]),
    ({"response": None, "route": Route.PORT_FLUSH, "dose": None}, []),
    ({"lot": None}, ["lot"]),
    ({"ndc": " "}, ["ndc"]),
    ({"started_by": ""}, ["nurse"]),
    ({"started_by": None, "purpose": Purpose.CARRIER}, []),
    ({"started_by": None, "purpose": Purpose.INTEGRAL}, []),
    ({"started_by": None, "state": LineState.PREPARED}, []),
    ({"started_by": None, "lot": None, "order_on_file": None}, ["order", "lot", "nurse"]),
]


@pytest.mark.parametrize(("change", "items"), MISSING, ids=[str(i) for i in range(len(MISSING))])
def test_what_is_missing_is_named(change: dict[str, Any], items: list[str]) -> None:
    assert missed(replace(WHOLE, **change)) == items


def test_an_access_says_what_it_is_and_where() -> None:
    assert missed(WHOLE, Access("A", Device.UNKNOWN, "arm")) == ["access"]
    assert missed(WHOLE, Access("A", Device.PICC, " ")) == ["site"]


def test_only_what_the_site_wants_is_asked() -> None:
    bare = replace(WHOLE, lot=None, response=None)
    assert missed(bare, wanted=("lot",)) == ["lot"]
    assert missed(bare, wanted=()) == []
