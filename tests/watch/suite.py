"""Visits of one morning for the tests of the watch: lines by name, times as minutes after nine o'clock."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Device,
    Encounter,
    LineState,
    Purpose,
    Route,
    Segment,
    Setting,
)

NINE = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def at(minute: float) -> datetime:
    """The instant so many minutes after nine."""
    return NINE + timedelta(minutes=minute)


def mg(amount: int) -> Amount:
    return Amount(Decimal(amount), "mg")


def drug(name: str, *stretches: tuple[float, float | None], **more: Any) -> Administration:
    """An infusion; an open stretch makes it run, none makes it only prepared."""
    open_now = any(stop is None for _, stop in stretches)
    state = LineState.RUNNING if open_now else LineState.STOPPED if stretches else LineState.PREPARED
    facts: dict[str, Any] = {
        "id": name,
        "line": f"line of {name}",
        "drug": name,
        "route": Route.IV_INFUSION,
        "access": "A",
        "state": state,
        "segments": tuple(Segment(at(a), None if b is None else at(b)) for a, b in stretches),
        "dose": mg(100),
        "order_on_file": True,
        "hcpcs": None,
    }
    return Administration(**{**facts, **more})


def fluid(name: str, *stretches: tuple[float, float | None], **more: Any) -> Administration:
    return drug(name, *stretches, purpose=Purpose.HYDRATION, **more)


def visit(*drugs: Administration, **more: Any) -> Encounter:
    facts: dict[str, Any] = {
        "id": "E1",
        "setting": Setting.OUTPATIENT_FACILITY,
        "time_zone": "America/New_York",
        "chair": "3",
        "opened": at(-10),
        "accesses": (Access("A", Device.PORT), Access("B", Device.PERIPHERAL)),
        "administrations": drugs,
    }
    return Encounter(**{**facts, **more})
