"""What minutes give, code by code: worked out with the coder's own minutes, never written down a second time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nursedesk.coding.durations import Measure, first_minute, next_minute, units
from nursedesk.coding.rulebook import AdminCode, Parameters, Rulebook, Settings
from nursedesk.coding.steps import measure_of, steps
from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import Family

SHOWN = 3
"""Stretches of a course that are listed one by one; after them one more unit an hour."""


@dataclass(frozen=True, slots=True)
class Course:
    """One way a service of a family can be placed, and the codes its minutes give there."""

    name: str
    measure: Measure
    first: str | None
    """The code of the first unit; None where every unit is a further hour."""
    further: str | None
    """The code of each unit after it; None where there is only one."""
    short: str | None = None
    """The code while the minutes are too few, charged without time."""
    short_is: str = "a push"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes `start` to `end` (None: no end) of a course, and what they give: (code, units)."""

    start: int
    end: int | None
    lines: tuple[tuple[str, int], ...]


def courses(code: AdminCode, rulebook: Rulebook) -> tuple[Course, ...]:
    """The courses of a code's family; none where minutes do not matter."""

    def of(role: str, family: str = code.family) -> str:
        return rulebook.by_role[family, role].code

    if code.family in ("therapeutic", "complex"):
        return _infusions(code.family, of)
    if code.family == "hydration":
        beside = measure_of(Role.HYDRATION, Family.HYDRATION)
        return (
            Course("Initial service", measure_of(Role.INITIAL, Family.HYDRATION), of("initial"), of("additional")),
            Course("Beside another initial service", beside, None, of("additional")),
        )
    if code.family == "sc":
        first = measure_of(Role.SC_INFUSION, Family.THERAPEUTIC)
        injection, hour = of("therapeutic", "injection"), of("additional")
        return (
            Course("First infusion under the skin", first, of("initial"), hour, injection, "an injection"),
            Course("Second one of the visit", Measure.SC_CONTINUED, None, hour),
        )
    return ()


def _infusions(family: str, of: Callable[..., str]) -> tuple[Course, ...]:
    kind = Family.THERAPEUTIC if family == "therapeutic" else Family.CHEMOTHERAPY
    hour = of("additional")
    found = [
        Course("Initial service", measure_of(Role.INITIAL, kind), of("initial"), hour, of("push_initial")),
        Course(
            "Sequential: a further drug by itself",
            measure_of(Role.SEQUENTIAL, kind), of("sequential"), hour, of("push"),
        ),
        Course("The same drug ordered again", measure_of(Role.CONTINUED, kind), None, hour),
    ]  # fmt: skip
    if family == "therapeutic":
        beside = measure_of(Role.CONCURRENT, kind)
        found.insert(2, Course("Concurrent: mostly beside another", beside, of("concurrent"), None, of("push")))
    return tuple(found)


def stretch_at(course: Course, minutes: int, parameters: Parameters, settings: Settings) -> Stretch:
    """The stretch of a course that `minutes` lies in."""
    have = units(course.measure, minutes, parameters, settings)
    later = next_minute(course.measure, minutes, parameters, settings)
    start = minutes
    while start and units(course.measure, start - 1, parameters, settings) == have:
        start -= 1
    return Stretch(start, later - 1 if later else None, lines_of(course, have))


def stretches(course: Course, parameters: Parameters, settings: Settings) -> tuple[Stretch, ...]:
    """A course from no minutes on: the stretch that gives nothing by time, then the first ones that do."""
    found = [stretch_at(course, 0, parameters, settings)]
    while len(found) <= SHOWN and (end := found[-1].end) is not None:
        found.append(stretch_at(course, end + 1, parameters, settings))
    return tuple(found)


def lines_of(course: Course, have: int) -> tuple[tuple[str, int], ...]:
    """What a number of units is on the ticket."""
    if have == 0:
        return ((course.short, 1),) if course.short else ()
    if course.first is None:
        return ((course.further, have),) if course.further else ()
    more = ((course.further, have - 1),) if course.further and have > 1 else ()
    return ((course.first, 1), *more)


def thresholds(parameters: Parameters, settings: Settings) -> Mapping[str, str]:
    """What the placeholders of `coding.reference` stand for under these rules, as text."""
    changes = [minute for minute, _ in steps(Role.INITIAL, Family.THERAPEUTIC, parameters, settings)]
    first, second, third, fourth = changes[:4]
    hydration = steps(Role.INITIAL, Family.HYDRATION, parameters, settings)[0][0]
    again = first_minute(Measure.CONTINUED, parameters, settings)
    figures = {
        "infusion_from": first, "push_to": first - 1, "first_to": second - 1, "second_from": second,
        "third_from": third, "fourth_from": fourth, "hydration_from": hydration, "hydration_to": hydration - 1,
        "hour": parameters.hour, "over_hour": parameters.hour + 1, "net_from": parameters.concurrent_net_under,
        "again_over": again - 1, "repeat_over": parameters.repeat_push_over,
        "over_minutes": parameters.over_minutes, "longer_percent": parameters.longer_percent,
    }  # fmt: skip
    # CMS's two letters for the global period, three times each.
    return {**{name: f"{figure:,}" for name, figure in figures.items()}, "xxx": "X" * 3, "zzz": "Z" * 3}
