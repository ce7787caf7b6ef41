"""One administration as the rules see it: family, charted minutes, whether it can be coded (R1, R2.1, R9)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nursedesk.coding.amounts import Ratio, measured
from nursedesk.coding.days import local_day
from nursedesk.coding.rule_tables import PayerFamily, in_force
from nursedesk.coding.rulebook import Drug, MissingStop, Rulebook
from nursedesk.record.encounter import Administration, Encounter, Family, Purpose, Route, StopSource
from nursedesk.record.intervals import Span, minute_of, union


class State(StrEnum):
    CODABLE = "codable"
    EXCLUDED = "excluded"
    """Never coded and no drug for any rule (R1.6)."""
    INTEGRAL = "integral"
    """Never coded, but given (R1.7)."""
    NOT_CODABLE = "not-codable"
    """Something is missing or wrong (R9.4, R9.5)."""
    HELD = "held"
    """Its stop is missing and the site holds such (R9.1)."""


CODABLE = State.CODABLE
"""A member is looked up a dozen times slower than a name of the module, and these are asked for every drug."""
_CALCULATED, _HOLD = StopSource.CALCULATED, MissingStop.HOLD

HYDRATION, THERAPEUTIC, COMPLEX = "hydration", "therapeutic", "complex"
"""The families of the code table, lowest first."""

_FAMILIES = {
    Family.HYDRATION: HYDRATION,
    Family.THERAPEUTIC: THERAPEUTIC,
    Family.CHEMOTHERAPY: COMPLEX,
    Family.COMPLEX_BIOLOGIC: COMPLEX,
    Family.HORMONAL_ANTINEOPLASTIC: COMPLEX,
}
_TIMED_ROUTES = (Route.IV_INFUSION, Route.SC_INFUSION)
"""Routes on which a missing stop matters; everything else is complete without (R9.1)."""
_LONGEST_KEPT = 100
"""Characters; a longer name is no drug that comes again and again."""
_NEVER_EXCLUDED = (Route.IV_INFUSION, Route.IM, Route.SC, Route.SC_INFUSION)
"""Routes on which treatment is never left out (R1.6)."""
_EXCLUDED = {Purpose.CARRIER: "carrier", Purpose.FLUSH: "flush", Purpose.KEEP_OPEN: "keep-open"}


@dataclass(slots=True)
class Times:
    """The charted minutes of one administration. Without any start: `start` None, no stretches."""

    start: int | None
    end: int | None
    """Its last charted stop; None where no stop is charted (R9.1)."""
    spans: tuple[Span, ...]
    own: int
    open: bool
    backwards: bool
    calculated: bool
    """A stop was calculated from volume and rate."""
    missing: tuple[str, ...]
    """What of `keys.MISSING` the segments lack."""


@dataclass(slots=True)
class Given:
    administration: Administration
    drug: Drug | None
    name: str
    """For matching."""
    display: str
    chosen_family: Family
    by_payer: PayerFamily | None
    """The site's policy for this payer, where that is what gave the family (R1.2)."""
    family: str
    times: Times
    state: State
    dose: Ratio | None
    """What was given, `NOTHING` where that is charted; None when it is not charted, or no quantity."""
    reason: str
    """Why it is excluded (`keys.BUNDLED_REASONS`) or what is missing (`keys.MISSING`, joined by "+")."""


class Known(NamedTuple):
    """What tables and charting say of a drug whatever its times: the same for many administrations."""

    drug: Drug | None
    name: str
    display: str
    chosen_family: Family
    family: str
    excluded: str
    """Why R1.6 or R1.7 keep it off the ticket, "" when they do not."""


def given_of(administration: Administration, encounter: Encounter, rulebook: Rulebook, now: int | None) -> Given:
    """One administration with its drug, family (R1.2, R1.5), minutes and state."""
    times = times_of(administration, now)
    by_payer = None
    if rulebook.payer_families and administration.family is None and encounter.payer:
        by_payer = _by_payer(administration, encounter, times.start, rulebook)
    drug, name, display, chosen, family, reason = _known(administration, by_payer, rulebook)
    state = CODABLE
    if reason:
        state = State.INTEGRAL if reason == "integral" else State.EXCLUDED
    elif times.missing or administration.order_on_file is False:
        state, reason = State.NOT_CODABLE, _missing(administration, times)
    elif times.backwards:
        state = State.NOT_CODABLE
    elif times.open and rulebook.settings.missing_stop is _HOLD:
        state = State.HELD
    dose = measured(administration.dose)
    return Given(administration, drug, name, display, chosen, by_payer, family, times, state, dose, reason)


def _known(administration: Administration, by_payer: PayerFamily | None, rulebook: Rulebook) -> Known:
    a = administration
    charted = a.family if by_payer is None else by_payer.family
    asked = (a.drug, a.hcpcs, charted, a.purpose, a.route)
    known: Known | None = rulebook.kept.get(asked)
    if known is not None:
        return known
    drug = rulebook.drug_of(a.hcpcs, a.drug)
    chosen = charted or (Family.THERAPEUTIC if drug is None else drug.family)
    hydration = chosen is Family.HYDRATION or a.purpose is Purpose.HYDRATION
    family = HYDRATION if hydration else _FAMILIES[chosen]
    name = a.drug.strip()
    display = name if drug is None else drug.display
    known = Known(drug, name.casefold(), display, chosen, family, _excluded(a, family))
    return rulebook.keep(asked, known) if len(a.drug) <= _LONGEST_KEPT else known


def _by_payer(
    administration: Administration, encounter: Encounter, start: int | None, rulebook: Rulebook
) -> PayerFamily | None:
    """The site's policy for the payer and the drug on the day it was given (R1.2); None without one."""
    drug = rulebook.drug_of(administration.hcpcs, administration.drug)
    name = administration.drug if drug is None else drug.name
    policy = rulebook.payer_families.get(((encounter.payer or "").strip().casefold(), name.strip().casefold()))
    if policy is None:
        return None
    begun = minute_of(encounter.opened) if start is None and encounter.opened is not None else start
    return in_force(policy, None if begun is None else local_day(encounter.time_zone, begun))


def times_of(administration: Administration, now: int | None) -> Times:
    """Charted minutes of the segments; an open one runs to `now`, or for nothing when that is None (R9.1)."""
    if len(administration.segments) == 1:
        (only,) = administration.segments
        if only.start is not None and only.stop is not None and not only.unreal:
            begin, end = minute_of(only.start), minute_of(only.stop)
            if begin <= end:
                calculated = only.stop_source is _CALCULATED
                return Times(begin, end, ((begin, end),), end - begin, False, False, calculated, ())
    return _all_times(administration, now)


def _all_times(administration: Administration, now: int | None) -> Times:
    """The same for any segments: pauses, overlaps, open and reversed ones, starts missing."""
    first: int | None = None
    ends: list[int] = []
    spans: list[Span] = []
    still_open = backwards = calculated = False
    missing = [] if administration.segments else ["segment"]
    timed = administration.route in _TIMED_ROUTES
    for segment in administration.segments:
        charted = segment.stop
        stop = None if charted is None else minute_of(charted)
        if segment.unreal or segment.start is None:
            missing.append("real-time" if segment.unreal else "start")
        if segment.start is None:
            if stop is not None:
                ends.append(stop)
            continue
        start = minute_of(segment.start)
        if first is None or start < first:
            first = start
        if stop is None and timed and not segment.unreal:
            still_open = still_open or now is None
            stop = None if now is None else max(start, now)
        if stop is None:
            continue
        if segment.stop_source is StopSource.CALCULATED and charted is not None:
            calculated = True
        if stop < start:
            # A reversed stretch runs no minutes and stands at its charted start (R9.5).
            backwards = True
            ends.append(start)
        else:
            ends.append(stop)
            spans.append((start, stop))
    runs = tuple(spans) if len(spans) < 2 else union(spans)
    own = sum([stop - start for start, stop in runs])
    end = max(ends, default=None)
    lacking = tuple(sorted(set(missing))) if missing else ()
    return Times(first, end, runs, own, still_open, backwards, calculated, lacking)


def _excluded(administration: Administration, family: str) -> str:
    """Why R1.6 or R1.7 keep it off the ticket, "" when they do not."""
    route, purpose = administration.route, administration.purpose
    if purpose is Purpose.TREATMENT and route in _NEVER_EXCLUDED:
        return ""
    if route is Route.ORAL:
        return "oral"
    if route is Route.PORT_FLUSH:
        return _EXCLUDED[purpose] if purpose in (Purpose.CARRIER, Purpose.KEEP_OPEN) else ""
    if purpose in _EXCLUDED:
        return _EXCLUDED[purpose]
    if route is Route.IV_PUSH and family == HYDRATION:
        return "hydration-push"
    return "integral" if purpose is Purpose.INTEGRAL else ""


def _missing(administration: Administration, times: Times) -> str:
    order = ("order",) if administration.order_on_file is False else ()
    return "+".join((*order, *times.missing))
