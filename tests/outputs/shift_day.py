"""A made-up day in the suite for the tests of the shift log: presses, a hand-over, a reaction, an open line."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from nursedesk.outputs.shift_log import Asked, Period
from nursedesk.outputs.shift_visits import Heading, Logged
from nursedesk.record.encounter import Amount, Route
from nursedesk.record.events import (
    ChairFreed,
    Closed,
    DiagnosesSet,
    HandedOver,
    LineId,
    PersonId,
    ReactionNoted,
    Signed,
    Wasted,
)
from nursedesk.record.fold import fold

from tests.outputs.visits import PEOPLE, ZONE, charge
from tests.record.visit import Visit, at

TICKET: Mapping[str, Any] = {
    "lines": [
        charge("96365", "IV infusion, first hour", 1, "first hour", "R2.3", "L1", minutes=60),
        charge("J1745", "infliximab, per 10 mg", 40, "400 mg", "R11", "L1", modifiers=["JZ"]),
        charge("96375", "IV push of a further drug", 1, "a push", "R5.1", "L2"),
        charge("96361", "Hydration, each further hour", 1, "of what?", "R6.3", "gone"),
    ],
    "findings": [
        {
            "code": "no-dose",
            "severity": "warn",
            "text": "ondansetron: dose not recorded; no drug line",
            "rule": "R11",
        }
    ],
}


def period() -> Period:
    return Period(at("08:00"), at("20:00"))


def asked(**more: Any) -> Asked:
    return Asked(period(), PEOPLE, ZONE, **more)


def heading(**more: Any) -> Heading:
    return Heading("Elm Street Infusion Center", asked(**more), "M. Ruiz RN", at("20:01"), "A · 12,345 · 3f9c")


def morning() -> Logged:
    """Signed: an infusion with a late stop and a reaction, and a push; chair 3."""
    told = Visit("E1").open()
    told.hang("L1", "infliximab").hang("L2", "ondansetron", route=Route.IV_PUSH)
    told.say(DiagnosesSet(("K50.90",)))
    told.push("L2", "09:00")
    told.start("L1", "09:10")
    told.say(ReactionNoted("flushing", LineId("L1"), "paused, seen by A. Castellano MD"), "09:30")
    told.stop("L1", "10:10")
    told.correct(told.events[-1].header.event_id, "10:05", "10:20")
    told.say(Wasted("L2", Amount(Decimal("0.5"), "mg"), "mruiz"), "10:21")
    told.say(ChairFreed(), "10:30")
    told.say(Closed("A-260302-001"), "10:31")
    told.say(Signed("A-260302-001", 1, "{}", "d", "I gave this care"), "10:32")
    return Logged(tuple(told.events), fold(told.events), TICKET)


def evening(chair_text: str = "", patient: str = "") -> Logged:
    """Still up when the shift ends, and handed over."""
    told = Visit("E2").open("18:00")
    told.hang("L9", patient or "vancomycin", when="18:05")
    told.start("L9", "18:10")
    told.say(HandedOver(PersonId("mruiz"), (LineId("L9"),)), "19:30")
    return Logged(tuple(told.events), fold(told.events))


def instants(*clocks: str) -> tuple[datetime, ...]:
    return tuple(at(clock) for clock in clocks)
