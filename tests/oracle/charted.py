"""What was charted, in plain minutes: the contract's JSON of an administration as sets of charted minutes.

A minute is an int (minutes since 1970, UTC). Slow and simple on purpose: it is here to disagree, not to be fast.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

COMPLEX = ("chemotherapy", "complex_biologic", "hormonal_antineoplastic")
NEEDS_STOP = ("iv_infusion", "sc_infusion")
IV = ("iv_infusion", "iv_push")


class Unreal(Exception):
    """A local time the zone's clocks never showed (R2.1)."""


def minute_of(text: str, zone: str) -> int:
    """The charted minute of an ISO time; raises `Unreal` for one that does not exist (R2.1)."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        local = moment.replace(tzinfo=ZoneInfo(zone), fold=0)  # R2.1: twice → the first
        if local.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != moment:
            raise Unreal(text)
        moment = local
    return int(moment.timestamp() // 60)


def day_of(minute: int, zone: str) -> date:
    """The calendar day of a minute in the encounter's zone (R8.5)."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(ZoneInfo(zone)).date()


@dataclass
class Given:
    """One administration, or several of one bag that count as one (R1.8)."""

    ids: list[str]
    drugs: set[str]
    families: list[str]
    route: str
    purpose: str
    access: str | None
    bag: str | None
    minutes: set[int] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    """The last minute of each closed segment; before its start where it has none."""
    open: bool = False
    reversed: bool = False
    missing: bool = False
    """A segment without a real start, a stop no clock showed, no segment, or no order (R9.4)."""
    stop_reasons: set[str] = field(default_factory=set)
    ordered: int | None = None
    setups: int = 0
    clinic_pump: bool = False
    coded: bool = True

    @property
    def id(self) -> str:
        return min(self.ids)

    @property
    def start(self) -> int:
        return min(self.starts)

    @property
    def end(self) -> int:
        """R9.1: the last charted stop, else the start; R9.5: a reversed one stands at its start."""
        return max(self.stops) if self.stops else self.start

    @property
    def run(self) -> int:
        return len(self.minutes)

    @property
    def family(self) -> str:
        """R1.8: the highest: complex over therapeutic over hydration (R1.5: family or purpose says so)."""
        if any(x in COMPLEX for x in self.families):
            return "complex"
        return "therapeutic" if "therapeutic" in self.families else "hydration"

    @property
    def hormonal(self) -> bool:
        """R1.8: only if every complex drug in it is."""
        return self.family == "complex" and all(
            x == "hormonal_antineoplastic" for x in self.families if x in COMPLEX
        )

    @property
    def order(self) -> tuple[int, int, str]:
        """Ties anywhere: earlier start, then longer, then id as text."""
        return (self.start, -self.run, self.id)


def administration(raw: dict, zone: str) -> Given:
    """One administration as charted."""
    family, purpose = raw["family"], raw.get("purpose", "treatment")
    given = Given(
        ids=[raw["id"]],
        drugs={raw["drug"].strip().lower()},
        families=["hydration" if purpose == "hydration" else family],  # R1.5
        route=raw["route"],
        purpose=purpose,
        access=raw.get("access"),
        bag=raw.get("bag"),
        stop_reasons={raw.get("stop_reason", "completed")},
        setups=raw.get("additional_pump_setups", 0),
        clinic_pump=raw.get("clinic_supplied_pump", False),
    )
    if raw.get("ordered_minutes") is not None:
        given.ordered = raw["ordered_minutes"] or None
    segments = raw.get("segments", [])
    given.missing = not segments or raw.get("order_on_file") is False  # R9.4
    for segment in segments:
        _segment(given, segment, zone)
    return given


def _segment(given: Given, segment: dict, zone: str) -> None:
    start, stop = (_time(given, segment.get(x), zone) for x in ("start", "stop"))
    if start is None:
        given.missing = True  # R9.4: a segment without start
        if stop is not None:
            given.stops.append(stop)
        return
    given.starts.append(start)
    if stop is None:
        given.open = True
    elif stop < start:
        given.reversed = True
        given.stops.append(start)  # R9.5: stands at its charted start
    else:
        given.stops.append(stop)
        given.lasts.append(stop - 1)
        given.minutes |= set(range(start, stop))


def _time(given: Given, text: str | None, zone: str) -> int | None:
    try:
        return None if text is None else minute_of(text, zone)
    except Unreal:
        given.missing = True  # R2.1: not codable, start or stop
        return None


def together(members: list[Given]) -> Given:
    """R1.8: administrations of one bag, access and route are one."""
    first = members[0]
    one = Given([], set(), [], first.route, first.purpose, first.access, first.bag)
    for x in members:
        one.ids += x.ids
        one.drugs |= x.drugs
        one.families += x.families
        one.minutes |= x.minutes
        one.starts += x.starts
        one.stops += x.stops
        one.lasts += x.lasts
        one.open |= x.open
        one.stop_reasons |= x.stop_reasons
        one.ordered = max((m for m in (one.ordered, x.ordered) if m is not None), default=None)
        one.setups += x.setups
        one.clinic_pump |= x.clinic_pump
    return one
