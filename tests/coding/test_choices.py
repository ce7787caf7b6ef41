"""A choice of the site is shown on the line it decided; what only screens read is left out when not asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from nursedesk.coding.engine import code
from nursedesk.record.encounter import Access, Administration, Device, Encounter, Route, Segment, Setting

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)


def visit(start: int, stop: int, device: Device = Device.PORT) -> Encounter:
    """An hour of one drug, and another from minute to minute beside it."""
    times = ((0, 60), (start, stop))
    given = tuple(
        Administration(
            str(n),
            f"drug {n}",
            Route.IV_INFUSION,
            (Segment(NINE + timedelta(minutes=a), NINE + timedelta(minutes=b)),),
            access="A",
            order_on_file=True,
        )
        for n, (a, b) in enumerate(times)
    )
    return Encounter("E", Setting.OUTPATIENT_FACILITY, accesses=(Access("A", device),), administrations=given)


@pytest.mark.parametrize(
    ("overlap", "start", "stop", "shown"),
    [
        ("majority", 40, 90, ("majority", "mac16, any", "concurrent")),
        ("majority", 50, 90, ("majority", "any", "concurrent")),
        ("net", 40, 90, ("net", "mac16, any", "concurrent")),
        ("majority", 20, 80, ("majority", "net", "sequential")),
        ("any", 50, 90, ("any", "majority, net, mac16", "sequential")),
        ("majority", 20, 70, None),
        ("majority", 60, 90, None),
    ],
)
def test_the_line_says_what_another_overlap_would_have_made_of_it(
    overlap: str, start: int, stop: int, shown: tuple[str, str, str] | None
) -> None:
    lines = code(visit(start, stop), book("cpt", {"overlap": overlap})).lines
    told = [dict(w.params) for line in lines for w in line.why if w.key == "overlap-choice"]
    assert [(x["setting"], x["others"], x["other"]) for x in told] == ([shown] if shown else [])


def test_placements_are_made_only_for_who_asks() -> None:
    whole, less = code(visit(40, 90), book()), code(visit(40, 90), book(), placed=False)
    assert whole.placements
    assert less == replace(whole, placements=())


def test_only_an_inpatient_stay_asks_for_a_vein() -> None:
    seen = visit(60, 90, Device.SUBCUTANEOUS)
    for setting, told in ((Setting.OFFICE, False), (Setting.INPATIENT, True)):
        findings = {str(f.code) for f in code(replace(seen, setting=setting), book()).findings}
        assert ("access-not-charted" in findings) is told
