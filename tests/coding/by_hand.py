"""A second coder for tests: the rules once more, written as minutes ticked off on paper. Slow, and shares no code.

It knows closed or open IV administrations of a facility or an office: the charge lines of §1–6, §8 and §9.
"""

from collections import Counter
from datetime import UTC, datetime

from nursedesk.coding.rulebook import Settings
from nursedesk.record.encounter import Administration, Encounter, Family, Purpose, Route, Setting

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COMPLEX = (Family.CHEMOTHERAPY, Family.COMPLEX_BIOLOGIC, Family.HORMONAL_ANTINEOPLASTIC)
Lines = Counter[tuple[str, tuple[str, ...]]]


class Item:
    """One bag, syringe or uncoded administration."""

    def __init__(self, parts: list[Administration], codable: bool) -> None:
        self.codable = codable
        self.id = min(a.id for a in parts)
        self.ids = {a.id for a in parts}
        self.drugs = {a.drug.strip().casefold() for a in parts}
        kinds = [kind(a) for a in parts]
        self.kind = next(k for k in "cth" if k in kinds)
        self.push = parts[0].route is Route.IV_PUSH
        pairs = [(minute(s.start), minute(s.stop)) for a in parts for s in a.segments]
        self.starts = [a for a, _ in pairs if a is not None]
        self.minutes = {m for a, b in pairs if a is not None and b is not None for m in range(a, b)}
        ends = [max(b, a if a is not None else b) for a, b in pairs if b is not None]
        self.start = min(self.starts, default=None)
        self.end = max(ends, default=self.start)
        self.open = not self.push and any(a is not None and b is None for a, b in pairs)
        self.cut = any(a.stop_reason in ("reaction", "emergency") for a in parts)

    @property
    def own(self) -> int:
        return len(self.minutes)

    @property
    def order(self) -> tuple[int, int, str]:
        assert self.start is not None
        return self.start, -self.own, self.id


def minute(instant: datetime | None) -> int | None:
    return None if instant is None else int((instant - EPOCH).total_seconds() // 60)


def kind(a: Administration) -> str:
    if a.family is Family.HYDRATION or a.purpose is Purpose.HYDRATION:
        return "h"
    return "c" if a.family in COMPLEX else "t"


def lines(visit: Encounter, s: Settings) -> Lines:
    """Code and modifiers → units."""
    separate = {a.id: a for a in visit.accesses if (a.separate_reason or "").strip()}
    iv = [a for a in visit.administrations if a.route in (Route.IV_PUSH, Route.IV_INFUSION)]
    out: Lines = Counter()
    state = {"initials": 0, "concurrent": 0}
    for group in [None, *separate]:
        mine = [a for a in iv if (a.access if a.access in separate else None) == group]
        one_group(visit, items(mine, s), s, out, state)
    return out


def items(mine: list[Administration], s: Settings) -> list[Item]:
    found, bags = [], {}
    for a in mine:
        never = a.purpose in (Purpose.CARRIER, Purpose.FLUSH, Purpose.KEEP_OPEN)
        if never or (a.route is Route.IV_PUSH and kind(a) == "h"):
            continue
        bad = not a.segments or any(x.start is None or x.unreal for x in a.segments) or a.order_on_file is False
        bad = bad or any(x.start and x.stop and minute(x.stop) < minute(x.start) for x in a.segments)
        held = (
            s.missing_stop == "hold" and a.route is Route.IV_INFUSION and any(x.stop is None for x in a.segments)
        )
        if bad or held or a.purpose is Purpose.INTEGRAL:
            found.append(Item([a], False))
        elif a.bag and not a.bag.isspace():
            bags.setdefault((a.bag, a.access, a.route), []).append(a)
        else:
            found.append(Item([a], True))
    return [i for i in found + [Item(parts, True) for parts in bags.values()] if i.start is not None]


def hours(m: int, s: Settings) -> int:
    past = max(0, m - 60)
    return past // 60 + (1 if past % 60 >= s.additional_hour_from else 0)


def one_group(visit: Encounter, group: list[Item], s: Settings, out: Lines, state: dict[str, int]) -> None:
    office = visit.setting is Setting.OFFICE
    infusions, pushes, fluids = [], [], []
    for i in sorted((i for i in group if i.codable), key=lambda i: i.order):
        reduced = office and s.reaction_under_16 == "53" and i.cut and not i.open
        if i.kind == "h":
            fluids.append(i)
        elif i.push or (i.own <= 15 and not reduced):
            pushes.append(i)
        else:
            infusions.append(i)
    drug_minutes = {m for i in group if i.kind != "h" for m in i.minutes}
    fluid_minutes = {m for i in fluids for m in i.minutes} - drug_minutes
    if s.hydration_split == "contiguous_only":
        fluid_minutes = longest(fluid_minutes)
    left = len(fluid_minutes)

    def tier(i: Item) -> int:
        return "ctct".index(i.kind) * 2 + (i in pushes)

    candidates = infusions + pushes
    initial: Item | str | None = "hydration" if left >= 31 else None
    if candidates:
        best = [i for i in candidates if tier(i) == min(map(tier, candidates))]
        by_length = s.tie_break == "longest"
        initial = min(best, key=lambda i: (-i.own, i.start, i.id) if by_length else i.order)
    if office and visit.primary_administration is not None:
        for i in candidates:
            if visit.primary_administration in i.ids:
                initial = i
        if left >= 31 and any(visit.primary_administration in i.ids for i in fluids):
            initial = "hydration"
    mods: tuple[str, ...] = ()
    if initial is not None:
        if state["initials"]:
            mods = (s.site_modifier,)
        elif visit.earlier_visit_same_day:
            mods = (s.visit_modifier,)
        state["initials"] += 1

    placed: set[int] = set()
    drugs: set[str] = set()
    long_coded = []
    for i in sorted(infusions, key=lambda i: (i is not initial, tier(i), i.order)):
        first, more = ("96413", "96415") if i.kind == "c" else ("96365", "96366")
        following = "96417" if i.kind == "c" else "96367"
        cut = ("53",) if i.own <= 15 else ()
        shared = len(i.minutes & placed)
        net = i.own - shared
        if i is initial:
            out[first, mods + cut] += 1
            out[more, ()] += hours(i.own, s)
        elif i.drugs <= drugs:
            if net < (16 if s.repeat_infusion == "from_16" else 31):
                continue
            out[more, ()] += 1 + hours(net, s)
        elif i.kind == "c" and shared and net < 16:
            continue
        elif i.kind == "t" and shared and (together(i.own, shared, s) or net < 16):
            if state["concurrent"]:
                continue
            state["concurrent"] = 1
            out["96368", ()] += 1
            long_coded.append(i)
            continue
        else:
            out[following, cut] += 1
            out[more, ()] += hours(net, s)
        long_coded.append(i)
        placed |= i.minutes
        drugs |= i.drugs
    for p in pushes:
        if p is initial:
            out["96409" if p.kind == "c" else "96374", mods] += 1
            continue
        before = [i for i in group if i.order < p.order]
        if not all(any(d in i.drugs for i in before) for d in p.drugs):
            out["96411" if p.kind == "c" else "96375", ()] += 1
            continue
        end = max(i.end for i in before if i.drugs & p.drugs)
        if p.kind == "t" and not office and p.start - end > 30:
            out["96376", ()] += 1
    if left >= 31 and initial == "hydration":
        out["96360", mods] += 1
        out["96361", ()] += hours(left, s)
    elif left >= 31:
        out["96361", ()] += max(1, left // 60 + (1 if left % 60 >= s.additional_hour_from else 0))
    beside = {m for i in long_coded if i.own >= 16 for m in i.minutes}
    if s.concurrent_hydration and not state["concurrent"] and any(i.minutes & beside for i in fluids):
        state["concurrent"] = 1
        out["96368", ()] += 1


def together(own: int, shared: int, s: Settings) -> bool:
    return {"majority": shared > own / 2, "net": False, "mac16": shared >= 16, "any": True}[s.overlap]


def longest(minutes: set[int]) -> set[int]:
    best: set[int] = set()
    run: set[int] = set()
    for m in sorted(minutes):
        run = run | {m} if m - 1 in run else {m}
        best = run if len(run) > len(best) else best
    return best
