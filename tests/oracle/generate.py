"""Random visits in contract form, of every shape the rules speak of; the same seed gives the same visits."""

import random
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.oracle.scenes import scene

DURATIONS = (0, 1, 5, 14, 15, 16, 20, 29, 30, 31, 45, 46, 59, 60, 61, 75, 89, 90, 91, 120, 121, 150, 151, 181, 211)
STEPS = (0, 0, 0, 1, 5, 14, 15, 16, 29, 30, 31, 32, 45, 59, 60, 61, 90, 91, 120)
DRUGS = ("A", "B", "C", "NS")
FAMILIES = (
    ("therapeutic",) * 6
    + ("chemotherapy",) * 3
    + ("complex_biologic", "hormonal_antineoplastic")
    + ("hydration",) * 3
)
PURPOSES = ("treatment",) * 12 + (
    "prophylaxis",
    "diagnostic",
    "hydration",
    "carrier",
    "flush",
    "keep_open",
    "integral",
)
ROUTES = ("iv_infusion",) * 12 + ("iv_push",) * 6 + ("sc_infusion",) * 2
ROUTES += ("im", "sc", "on_body_injector", "pump", "port_flush", "oral")
STOP_REASONS = ("completed",) * 4 + ("reaction", "emergency", "patient_request", "other")
BASES = (
    ("2026-03-02T08:00", "America/New_York"),
    ("2026-03-02T08:00", "America/New_York"),
    ("2026-03-02T08:00", "America/New_York"),
    ("2026-03-02T08:00", "UTC"),
    ("2026-03-02T22:15", "America/New_York"),
    ("2026-03-08T00:30", "America/New_York"),
    ("2026-11-01T00:15", "America/New_York"),
    ("2026-10-25T01:30", "Europe/Berlin"),
)
SETTINGS = {
    "tie_break": ("earliest", "longest"),
    "overlap": ("majority", "net", "mac16", "any"),
    "hydration_split": ("sum", "contiguous_only"),
    "missing_stop": ("push", "hold"),
    "reaction_under_16": ("actual", "53"),
    "repeat_infusion": ("over_30", "from_16"),
    "visit_modifier": ("59", "XE"),
    "site_modifier": ("59", "XS", "XU"),
}


class Mood(NamedTuple):
    """What one visit's administrations are drawn from, so that visits differ in kind and not only in detail."""

    families: tuple[str, ...]
    routes: tuple[str, ...]
    purposes: tuple[str, ...]
    bags: tuple[str | None, ...]
    drugs: tuple[str, ...]
    reasons: tuple[str, ...]
    durations: tuple[int, ...]
    steps: tuple[int, ...]
    """Minutes from a mark of an earlier one to the next start."""
    odd: float
    """How often a segment is open, reversed or without a start."""


MOODS = (
    (FAMILIES, FAMILIES, ("therapeutic",), ("therapeutic", "hydration"), ("chemotherapy",), FAMILIES[6:]),
    (
        *(("iv_infusion", "iv_infusion", "iv_push"),) * 4,
        *(ROUTES,) * 4,
        ROUTES[18:],
        ("iv_push", "port_flush", "oral"),
    ),
    (("treatment",), ("treatment",), PURPOSES, PURPOSES, PURPOSES[9:]),
    ((None,), (None,), (None, None, "bag 1"), ("bag 1", "bag 2"), (None,) * 5 + ("bag 1", "bag 2", " ", "")),
    (DRUGS, DRUGS, DRUGS[:2], (*DRUGS, "D", "E", "F", "G")),
    (STOP_REASONS, ("reaction", "emergency"), ("completed",)),
    (DURATIONS, DURATIONS, DURATIONS[:10], DURATIONS[:6], DURATIONS[6:], (30, 32, 46, 60, 91)),
    (STEPS, STEPS, (0,), tuple(range(36)), (1, 14, 15, 16, 17)),
    (0.0, 0.03, 0.03, 0.08, 0.08, 0.3),
)


def visit(rng: random.Random) -> tuple[dict, str, dict]:
    """One encounter, the profile and the settings it is to be coded with."""
    if rng.random() < 0.4:
        return scene(rng)
    settings = {name: rng.choice(values) for name, values in SETTINGS.items() if rng.random() < 0.4}
    return encounter(rng), "reference-card" if rng.random() < 0.2 else "cpt", settings


def encounter(rng: random.Random) -> dict:
    """One visit in contract form."""
    base, zone = rng.choice(BASES)
    accesses = [
        {"id": f"L{i}", "device": "peripheral", "separate_reason": rng.choice((None, None, "incompatible", ""))}
        for i in range(rng.randint(0, 3))
    ]
    clock = Clock(rng, datetime.fromisoformat(base), zone)
    mood = Mood(*(rng.choice(choices) for choices in MOODS))
    count = rng.choice((1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8))
    ids = [str(i) for i in rng.sample(range(1, 30), count)]
    return {
        "schema": "nursedesk.encounter/1",
        "id": "E",
        "setting": rng.choice(("outpatient_facility", "office")),
        "time_zone": zone,
        "earlier_visit_same_day": rng.random() < 0.15,
        "primary_administration": rng.choice((*ids, "none", None, None)),
        "accesses": accesses,
        "evaluation_and_management": [{"code": "99213"}] if rng.random() < 0.1 else [],
        "administrations": [_administration(rng, i, clock, mood, accesses) for i in ids],
    }


def _administration(rng: random.Random, i: str, clock: "Clock", mood: Mood, accesses: list) -> dict:
    route = rng.choice(mood.routes)
    raw = {
        "id": i,
        "drug": rng.choice(("{}", "{}", "{}", " {} ")).format(_case(rng, rng.choice(mood.drugs))),
        "family": rng.choice(mood.families),
        "purpose": rng.choice(mood.purposes),
        "route": route,
        "access": rng.choice([*(x["id"] for x in accesses)] * 4 + [None, "L9"]),
        "bag": rng.choice(mood.bags),
        "segments": clock.segments(route, mood),
        "order_on_file": rng.choice((True,) * 12 + (None, False)),
        "dose": {"amount": 1, "unit": "mg"} if rng.random() < 0.9 else None,
        "stop_reason": rng.choice(mood.reasons),
        "ordered_minutes": rng.choice(DURATIONS) if rng.random() < 0.3 else None,
        "additional_pump_setups": rng.choice((0, 0, 1, 2)),
        "clinic_supplied_pump": rng.random() < 0.3,
    }
    return {name: value for name, value in raw.items() if value is not None or rng.random() < 0.5}


def _case(rng: random.Random, drug: str) -> str:
    return drug.lower() if rng.random() < 0.2 else drug


class Clock:
    """Where the visit's time stands; each administration starts near where another stopped."""

    def __init__(self, rng: random.Random, base: datetime, zone: str) -> None:
        self.rng, self.base, self.zone = rng, base, zone
        self.marks = [0]

    def text(self, minute: int) -> str:
        """Local time without offset, with seconds, or with an offset."""
        local = self.base + timedelta(minutes=minute)
        kind = self.rng.random()
        if kind < 0.8:
            return local.isoformat(timespec="minutes")
        if kind < 0.9:
            return local.replace(second=self.rng.randrange(60)).isoformat()
        return local.replace(tzinfo=ZoneInfo(self.zone), fold=self.rng.randrange(2)).isoformat()

    def segments(self, route: str, mood: Mood) -> list[dict]:
        rng = self.rng
        pieces = []
        at = rng.choice(self.marks) + rng.choice(mood.steps) * rng.choice((1, 1, 1, -1))
        for _ in range(rng.choice((1,) * 8 + (2, 2, 3) + ((0,) if mood.odd else ()))):
            length = rng.choice(DURATIONS[:6] if route == "iv_push" and rng.random() < 0.7 else mood.durations)
            if rng.random() < 0.01:
                length += 1440
            self.marks += [at, at + length // 2, at + length]
            pieces.append(self._segment(at, at + length, mood.odd))
            at += length + rng.choice(mood.steps) * rng.choice((1, 1, 1, -1))
        return pieces

    def _segment(self, start: int, stop: int, odd: float) -> dict:
        rng = self.rng
        piece = {"start": self.text(start), "stop": self.text(stop)}
        kind = rng.random()
        if kind < odd:
            piece["stop"] = None
        elif kind < 1.4 * odd:
            del piece["stop"]
        elif kind < 1.7 * odd:
            piece["start"] = None
        elif kind < 2 * odd:
            piece = {"start": self.text(stop), "stop": self.text(start)}
        if rng.random() < 0.03:
            piece["stop_source"] = rng.choice(("calculated", "corrected"))
        return piece
