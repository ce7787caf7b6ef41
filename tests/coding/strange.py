"""Encounters nobody would chart: every odd shape the types allow, for property tests."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    EvaluationAndManagement,
    Family,
    Label,
    Purpose,
    Route,
    Segment,
    Setting,
    StopReason,
    StopSource,
    TimeNote,
)

DAY = datetime(2026, 3, 2, 5, tzinfo=UTC)

instants = st.integers(0, 2000).map(lambda m: DAY + timedelta(minutes=m))
far_instants = st.datetimes(timezones=st.just(UTC), min_value=datetime(2, 1, 1), max_value=datetime(9990, 1, 1))  # noqa: DTZ001 - hypothesis takes naive bounds
amounts = st.builds(
    Amount,
    st.one_of(
        st.integers(-5, 2000).map(Decimal),
        st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("-0"), Decimal("1e309"), Decimal("1e-400")]),
        st.decimals(0, 100, places=3),
    ),
    st.sampled_from(["mg", "g", "ug", "mL", "[iU]", "furlong", ""]),
)
segments = st.builds(
    Segment,
    start=st.one_of(st.none(), instants, instants, instants),
    stop=st.one_of(st.none(), instants, instants, instants),
    stop_source=st.sampled_from(StopSource),
    unreal=st.sampled_from([False, False, False, True]),
)


Times = st.SearchStrategy[tuple[Segment, ...]]


@st.composite
def sane_segments(draw: st.DrawFn) -> tuple[Segment, ...]:
    """One to three stretches in order, all closed."""
    marks = sorted(draw(st.lists(st.integers(0, 700), min_size=2, max_size=6, unique=True)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return tuple(Segment(DAY + timedelta(minutes=a), DAY + timedelta(minutes=b)) for a, b in pairs)


def administrations(
    ident: str, times: st.SearchStrategy[tuple[Segment, ...]]
) -> st.SearchStrategy[Administration]:
    return st.builds(
        Administration,
        id=st.just(ident),
        drug=st.sampled_from(["alpha", "Alpha ", "beta", "gamma", "saline", "listed", ""]),
        route=st.sampled_from([*Route, Route.IV_INFUSION, Route.IV_INFUSION, Route.IV_INFUSION, Route.IV_PUSH]),
        segments=times,
        family=st.one_of(st.none(), st.sampled_from(Family)),
        purpose=st.sampled_from([*Purpose, *[Purpose.TREATMENT] * 8]),
        access=st.sampled_from(["A", "A", "B", "C", "nowhere", None]),
        bag=st.sampled_from([None, None, None, "b", ""]),
        hcpcs=st.sampled_from([None, "J0001", "J0002", " j0003 ", "X9999", ""]),
        ordered_minutes=st.one_of(st.none(), st.integers(-5, 300)),
        order_on_file=st.sampled_from([True, True, None, False]),
        stop_reason=st.sampled_from(StopReason),
        dose=st.one_of(st.none(), amounts),
        opened=st.one_of(st.none(), amounts),
        container=st.sampled_from(Container),
        hcpcs_unit=st.one_of(st.none(), amounts),
        additional_pump_setups=st.integers(-1, 2),
        clinic_supplied_pump=st.booleans(),
        line=st.just(ident),
    )


def encounters(times: Times, most: int = 7) -> st.SearchStrategy[Encounter]:
    count = st.integers(0, most)
    return st.builds(
        Encounter,
        id=st.just("E"),
        setting=st.sampled_from([*Setting, Setting.OFFICE, Setting.OUTPATIENT_FACILITY]),
        time_zone=st.sampled_from(["America/New_York", "UTC", "Pacific/Apia", "No/Where", ""]),
        earlier_visit_same_day=st.booleans(),
        primary_administration=st.one_of(st.none(), st.integers(0, most).map(str)),
        payer=st.sampled_from([None, "Payer"]),
        accesses=st.lists(
            st.builds(
                Access,
                id=st.sampled_from("ABC"),
                device=st.sampled_from(Device),
                separate_reason=st.sampled_from([None, None, "", "incompatible"]),
            ),
            max_size=3,
            unique_by=lambda a: a.id,
        ).map(tuple),
        administrations=count.flatmap(lambda n: st.tuples(*(administrations(str(i), times) for i in range(n)))),
        evaluation_and_management=st.lists(
            st.builds(EvaluationAndManagement, st.sampled_from(["99213", "G0463", "", " "]), st.booleans()),
            max_size=2,
        ).map(tuple),
        time_notes=st.lists(
            st.builds(
                TimeNote,
                line=st.sampled_from(["0", "1", None]),
                what=st.just("Started"),
                label=st.sampled_from(Label),
                was=st.none(),
                now=instants,
                by=st.just("n"),
                recorded=instants,
                reason=st.none(),
            ),
            max_size=2,
        ).map(tuple),
    )


anything = encounters(st.lists(segments, max_size=3).map(tuple))
orderly = encounters(sane_segments())
