"""Small visits aimed at the edges the rules name, where a wholly random visit seldom arrives."""

import random
from datetime import datetime, timedelta

EDGES = (1, 14, 15, 16, 17, 29, 30, 31, 32)
Case = tuple[dict, str, dict]


def given(i: int, drug: str, start: int, stop: int | None, **more: object) -> dict:
    """One administration, minutes after nine in the evening of 2 March."""
    base = datetime.fromisoformat("2026-03-02T21:00")
    times = [None if m is None else (base + timedelta(minutes=m)).isoformat() for m in (start, stop)]
    plain = {"id": str(i), "drug": drug, "family": "therapeutic", "route": "iv_infusion", "order_on_file": True}
    return plain | {"segments": [{"start": times[0], "stop": times[1]}]} | more


def overlap(rng: random.Random) -> list[dict]:
    """R4.4, R4.6, R4.8: infusions that share just about as much as decides."""
    first = rng.choice((45, 60, 91, 180))
    all_given = [given(1, "A", 0, first, family=rng.choice(("therapeutic", "chemotherapy")))]
    for i in range(2, rng.randint(3, 5)):
        own = rng.choice((16, 17, 30, 31, 32, 46, 60, 62, 90))
        shared = rng.choice((own // 2, own // 2 + 1, own - 15, own - 16, own - 30, own - 31, *EDGES[:5]))
        family = rng.choice(("therapeutic", "therapeutic", "chemotherapy"))
        start = first - shared if rng.random() < 0.7 else shared - own
        all_given.append(given(i, rng.choice("ABCD"), start, start + own, family=family))
    return all_given


def repeated_push(rng: random.Random) -> list[dict]:
    """R5.2, R9.1, R9.5: pushes just about half an hour after what gave the drug ended, however it was charted."""
    first = given(1, "A", 0, rng.choice((-5, 0, 10, 40, None)), route=rng.choice(("iv_infusion", "iv_push")))
    first["purpose"] = rng.choice(("treatment", "treatment", "integral", "carrier"))
    first["order_on_file"] = rng.choice((True, True, False))
    if rng.random() < 0.4:
        first["segments"].append(given(1, "A", 20, rng.choice((None, 15, 25)))["segments"][0])
    rest = []
    for i in range(2, rng.randint(3, 5)):
        at = rng.choice((0, 10, 20, 25, 40)) + rng.choice(EDGES[5:])
        family = rng.choice(("therapeutic", "therapeutic", "chemotherapy"))
        rest.append(given(i, rng.choice("AAB"), at, at + rng.choice((0, 0, 5)), route="iv_push", family=family))
    return [first, *rest]


def syringes(rng: random.Random) -> list[dict]:
    """R1.8, R7.1–R7.3: what shares a syringe, a bag or a pump."""
    families = ("therapeutic", "hormonal_antineoplastic", "hormonal_antineoplastic", "chemotherapy", "hydration")
    return [
        given(
            i,
            rng.choice("ABC"),
            at := rng.choice((0, 0, 15, 60)),
            at + rng.choice((0, 15, 16, 30, 31, 91)),
            family=rng.choice(families),
            route=rng.choice(("im", "sc", "sc_infusion", "iv_infusion", "iv_push")),
            bag=rng.choice(("s", "s", "t", None)),
            additional_pump_setups=rng.choice((0, 1)),
        )
        for i in range(1, rng.randint(3, 7))
    ]


def saline(rng: random.Random) -> list[dict]:
    """§6, §15, R9.3: hydration, what interrupts it, and midnight (at minute 180)."""
    all_given = [given(1, "NS", 60, 60 + rng.choice((30, 31, 62, 120, 151, 240)), family="hydration")]
    if rng.random() < 0.4:
        all_given.append(
            given(2, "LR", at := rng.choice((91, 122, 180)), at + rng.choice((31, 60)), family="hydration")
        )
    for i in range(3, rng.randint(4, 7)):
        start = rng.choice((60, 75, 91, 100, 165, 180))
        stop = start + rng.choice((0, 1, 10, 15, 16, 29, 30, 60))
        route = rng.choice(("iv_infusion", "iv_infusion", "iv_push"))
        all_given.append(given(i, rng.choice("AB"), start, stop, route=route, stop_reason="reaction"))
    return all_given


def scene(rng: random.Random) -> Case:
    """One small visit with the settings that matter to it."""
    settings = {
        "overlap": rng.choice(("majority", "net", "mac16", "any")),
        "hydration_split": rng.choice(("sum", "contiguous_only")),
        "reaction_under_16": rng.choice(("actual", "53")),
        "repeat_infusion": rng.choice(("over_30", "from_16")),
        "tie_break": rng.choice(("earliest", "longest")),
        "missing_stop": rng.choice(("push", "hold")),
    }
    administrations = rng.choice((overlap, repeated_push, syringes, saline))(rng)
    encounter = {
        "schema": "nursedesk.encounter/1",
        "id": "E",
        "setting": rng.choice(("outpatient_facility", "office")),
        "time_zone": "America/New_York",
        "primary_administration": rng.choice((None, None, "1", "2", "3")),
        "administrations": administrations,
    }
    return encounter, rng.choice(("cpt", "cpt", "reference-card")), settings
