"""The reference coder: sections 0–9 and 15 of the coding rules, written from them alone, as simply as could be.

Takes an encounter in contract form (every family given) and a dict of settings; answers the administration
lines and the coding findings. No drug lines, no evaluation and management, no inpatient.
"""

from datetime import date

from tests.oracle.beside import independent
from tests.oracle.charted import IV, NEEDS_STOP, Given, administration, day_of, together

Line = tuple[str, int, tuple[str, ...], date]
DEFAULTS = {
    "tie_break": "earliest",
    "overlap": "majority",
    "hydration_split": "sum",
    "missing_stop": "push",
    "reaction_under_16": "actual",
    "repeat_infusion": "over_30",
    "visit_modifier": "59",
    "site_modifier": "59",
}
FIRST = {"complex": "96413", "therapeutic": "96365"}
NEXT = {"complex": "96417", "therapeutic": "96367"}
HOURS = {"complex": "96415", "therapeutic": "96366"}
FIRST_PUSH = {"complex": "96409", "therapeutic": "96374"}
NEXT_PUSH = {"complex": "96411", "therapeutic": "96375"}


def code(encounter: dict, profile: str = "cpt", settings: dict | None = None) -> tuple[list[Line], set]:
    """Sorted lines, and findings as pairs of code and administration id ('' where it is about the ticket)."""
    chosen = DEFAULTS | (settings or {})
    card = profile == "reference-card"
    visit = Visit(encounter, chosen, card)
    lines, findings = visit.code()
    other = "longest" if chosen["tie_break"] == "earliest" else "earliest"
    if Visit(encounter, chosen | {"tie_break": other}, card).code()[0] != lines:  # R3.5
        findings.add(("tie-break-changes-ticket", ""))
    if card:  # §15
        plain = Visit(encounter, chosen, False).code()[0]
        findings |= {("differs-from-cpt", f"={x[0]}") for x in lines if x not in plain}
    return lines, findings


class Visit:
    """One encounter on its way to lines."""

    def __init__(self, encounter: dict, settings: dict, card: bool) -> None:
        self.raw, self.settings = encounter, settings
        self.zone = encounter.get("time_zone", "UTC")
        self.office = encounter["setting"] == "office"
        self.from_ = 30 if card else 31  # §15 additional_hour_from
        self.card = card
        self.units: dict[tuple, int] = {}
        self.findings: set[tuple[str, str]] = set()
        self.concurrent_given = False
        self.initials = 0

    def code(self) -> tuple[list[Line], set]:
        """§0: the pipeline."""
        self.read()
        for group in self.groups():
            self.group(group)
        independent(self)
        lines = sorted((c, n, m, d) for (c, m, d), n in self.units.items() if n)
        return lines, self.findings

    def find(self, finding: str, *givens: Given) -> None:
        self.findings |= {(finding, i) for given in givens for i in given.ids}

    def add(self, number: str, minute: int, units: int = 1, modifiers: tuple[str, ...] = ()) -> None:
        """R8.5: dated to the day; equal lines of one day are one."""
        key = (number, modifiers, day_of(minute, self.zone))
        self.units[key] = self.units.get(key, 0) + units

    def additional(self, m: int) -> int:
        """§0."""
        past = max(0, m - 60)
        return past // 60 + (1 if past % 60 >= self.from_ else 0)

    def hydration_secondary(self, m: int) -> int:
        """§0."""
        return 0 if m < 31 else max(1, m // 60 + (1 if m % 60 >= self.from_ else 0))

    # --- §1, §9: what each one was ---

    def read(self) -> None:
        self.given: list[Given] = []
        whole: dict[tuple, list[Given]] = {}
        for raw in self.raw["administrations"]:
            given = administration(raw, self.zone)
            if given.reversed:
                self.find("stop-before-start", given)  # R9.5
            if self.never(given):  # R1.6: no drug for any rule
                self.find("bundled", given)
                continue
            given.coded = self.codable(given)
            self.charted(raw, given)
            if given.coded and (given.bag or "").strip():
                whole.setdefault((given.bag, given.access, given.route), []).append(given)
            else:
                self.given.append(given)
        self.given += [together(members) for members in whole.values()]  # R1.8
        for x in self.given:
            if x.coded and x.route not in ("pump", "on_body_injector") and x.run > 24 * 60:
                self.find("over-24-hours", x)  # R9.5
            days = {day_of(m, self.zone) for m in (x.start, max(x.start, *x.lasts, x.start))} if x.coded else set()
            if len(days) > 1:
                self.find("crosses-midnight", x)  # R8.4

    def never(self, given: Given) -> bool:
        """R1.6."""
        if given.route == "port_flush":
            return given.purpose in ("carrier", "keep_open")
        pushed = given.family == "hydration" and given.route == "iv_push"
        return given.purpose in ("carrier", "flush", "keep_open") or given.route == "oral" or pushed

    def codable(self, given: Given) -> bool:
        if given.purpose == "integral" and given.route != "port_flush":
            self.find("bundled", given)  # R1.7
            return False
        if given.missing:
            self.find("not-codable", given)  # R9.4
        if given.missing or given.reversed:
            return False
        held = False
        if given.open and given.route in NEEDS_STOP:  # R9.1
            held = self.settings["missing_stop"] == "hold"
            self.find("hold-missing-stop" if held else "missing-stop", given)
        return not held

    def charted(self, raw: dict, given: Given) -> None:
        if given.purpose == "integral" and given.route != "port_flush":
            return
        if raw.get("order_on_file") is None:
            self.find("no-order", given)  # R9.4
        if raw.get("dose") is None and given.route != "port_flush":
            self.find("no-dose", given)
        if not (given.missing or given.reversed) and any(
            s.get("stop") and s.get("stop_source") == "calculated" for s in raw.get("segments", [])
        ):
            self.find("calculated-stop", given)  # R9.1

    def ordered(self, x: Given, units: int, would: int) -> None:
        """R2.7: what it gave, and what its ordered minutes would have given in the same place."""
        if x.run * 10 > x.ordered * 11 and units > would:
            self.find("longer-than-ordered", x)

    # --- §8: groups ---

    def groups(self) -> list[list[Given]]:
        """R8.2: the one without reasons first, then the others as listed."""
        own = [x["id"] for x in self.raw.get("accesses", []) if (x.get("separate_reason") or "").strip()]
        iv = [x for x in self.given if x.route in IV]
        return [[x for x in iv if x.access not in own], *([x for x in iv if x.access == a] for a in own)]

    # --- §3 to §6: one group ---

    def group(self, group: list[Given]) -> None:
        self.here = group
        self.overlapping(group)
        coded = [x for x in group if x.coded]
        hydration = [x for x in coded if x.family == "hydration"]
        drugs = [x for x in coded if x.family != "hydration"]
        for x in drugs:
            if x.route == "iv_infusion" and x.run <= 15 and not x.open:
                self.find("under-16-minutes", x)  # R2.2
        infusions = [x for x in drugs if self.is_infusion(x)]
        pushes = [x for x in drugs if x not in infusions]
        left = self.hydration_left(hydration)
        initial = self.initial(infusions, pushes, hydration, left)
        self.placed_minutes: set[int] = set()
        self.placed_drugs: set[str] = set()
        self.placed: list[Given] = []
        self.coded_infusions: list[Given] = []
        if initial is not None:
            self.place_initial(initial, infusions, left)
        for x in sorted((i for i in infusions if i is not initial), key=lambda i: (i.family, i.order)):
            self.infusion(x)  # §4: by tier, then start
        for x in pushes:
            if x is not initial:
                self.push(x)
        if hydration:
            self.hydration(hydration, left, initial)

    def overlapping(self, group: list[Given]) -> None:
        """R9.5: two infusions of one drug at once."""
        for a in group:
            for b in group:
                both_infused = a.route == b.route == "iv_infusion" and a.coded and b.coded
                if a is not b and both_infused and a.drugs & b.drugs and a.minutes & b.minutes:
                    self.find("same-drug-self-overlap", a, b)

    def is_infusion(self, x: Given) -> bool:
        """R1.4, R2.2, R9.3."""
        return x.route == "iv_infusion" and (x.run >= 16 or self.reduced(x))

    def reduced(self, x: Given) -> bool:
        """R9.3: office may code a short one as an infusion with 53."""
        wanted = self.office and self.settings["reaction_under_16"] == "53"
        stopped = x.stop_reasons & {"reaction", "emergency"}
        return bool(wanted and x.route == "iv_infusion" and x.run <= 15 and stopped and not x.open)

    def initial(self, infusions: list, pushes: list, hydration: list, left: set[int]) -> Given | None:
        """R3.2, R3.3, R3.5."""
        primary = self.raw.get("primary_administration")
        able = [*infusions, *pushes, *(hydration if len(left) >= 31 else [])]
        if self.office and primary is not None:
            for x in able:
                if primary in x.ids:
                    return x
        for tier in (
            [x for x in infusions if x.family == "complex"],
            [x for x in pushes if x.family == "complex"],
            [x for x in infusions if x.family == "therapeutic"],
            [x for x in pushes if x.family == "therapeutic"],
            hydration if len(left) >= 31 else [],
        ):
            if tier:
                return min(tier, key=self.tie)
        return None

    def tie(self, x: Given) -> tuple:
        """R3.5."""
        if self.settings["tie_break"] == "longest":
            return (-x.run, x.start, x.id)
        return x.order

    def place_initial(self, x: Given, infusions: list, left: set[int]) -> None:
        """§3; R8.2 for its modifier."""
        site: tuple[str, ...] = ()
        if self.initials:
            site = (self.settings["site_modifier"],)
            bags = [h for h in self.here if h.coded and h.family == "hydration" and h.minutes & left]
            self.find("second-initial", *(bags if x.family == "hydration" else [x]))
        elif self.raw.get("earlier_visit_same_day"):
            site = (self.settings["visit_modifier"],)
        self.initials += 1
        if x.family == "hydration":  # R6.3
            self.add("96360", min(left), 1, site)
            self.add("96361", min(left), self.additional(len(left)))
            return
        if x not in infusions:
            self.add(FIRST_PUSH[x.family], x.start, 1, site)
            return
        self.add(FIRST[x.family], x.start, 1, site + (("53",) if self.reduced(x) else ()))
        self.hours(x, x.run)
        self.place(x)

    def place(self, x: Given) -> None:
        self.placed_minutes |= x.minutes
        self.placed_drugs |= x.drugs
        self.placed.append(x)
        self.coded_infusions.append(x)

    def infusion(self, x: Given) -> None:
        """§4."""
        shared = len(x.minutes & self.placed_minutes)
        net = x.run - shared
        if x.drugs <= self.placed_drugs:  # R4.4, R1.8
            self.again(x, net)
        elif shared == 0:  # R4.1
            self.sequential(x, x.run)
        elif x.family == "complex":  # R4.8
            if net >= 16:
                self.sequential(x, net)
            else:
                self.find("concurrent-chemotherapy", x, *(y for y in self.placed if y.minutes & x.minutes))
        elif net < 16 or self.by_share(x.run, shared):  # R4.6
            self.concurrent(x)
        else:
            self.sequential(x, net)

    def again(self, x: Given, net: int) -> None:
        least = 16 if self.settings["repeat_infusion"] == "from_16" else 31
        if net >= least:
            self.add(HOURS[x.family], x.start, 1 + self.additional(net))
            if x.ordered is not None:
                would = 1 + self.additional(x.ordered) if x.ordered >= least else 0
                self.ordered(x, 1 + self.additional(net), would)
            self.place(x)
        else:
            self.find("same-drug-short-dose", x)

    def by_share(self, own: int, shared: int) -> bool:
        return {
            "majority": 2 * shared > own,
            "net": False,
            "mac16": shared >= 16,
            "any": shared > 0,
        }[self.settings["overlap"]]

    def sequential(self, x: Given, m: int) -> None:
        self.add(NEXT[x.family], x.start, 1, ("53",) if self.reduced(x) else ())
        self.hours(x, m)
        self.place(x)

    def hours(self, x: Given, m: int) -> None:
        """R2.3, R2.4."""
        self.add(HOURS[x.family], x.start, self.additional(m))
        if x.ordered is not None:
            self.ordered(x, self.additional(m), self.additional(x.ordered))

    def concurrent(self, x: Given) -> None:
        """R4.5."""
        if self.concurrent_given:
            self.find("concurrent-unreported", x)
            return
        self.concurrent_given = True
        self.coded_infusions.append(x)
        self.add("96368", x.start)

    def push(self, x: Given) -> None:
        """§5."""
        earlier = [y for y in self.here if y is not x and y.starts and y.order < x.order]
        before = set().union(*(y.drugs for y in earlier)) if earlier else set()
        if not x.drugs <= before:  # R5.1, R1.8
            self.add(NEXT_PUSH[x.family], x.start)
            return
        end = max(y.end for y in earlier if y.drugs & x.drugs)
        if x.family == "therapeutic" and not self.office and x.start - end > 30:  # R5.2
            self.add("96376", x.start)
        else:
            self.find("same-drug-push-uncoded", x)  # R5.2, R5.3

    def worth(self, m: int) -> int:
        """R2.5: hydration minutes in units."""
        return 0 if m < 31 else 1 + self.additional(m)

    def hydration_left(self, hydration: list[Given]) -> set[int]:
        """R6.2, R6.5."""
        running: set[int] = set().union(*(x.minutes for x in hydration)) if hydration else set()
        left = set(running)
        for x in self.here:
            if x.family != "hydration":
                left -= x.minutes
                if x.route == "iv_infusion" and x.run >= 16 and x.minutes & running:
                    self.find("hydration-overlaps-drug", x, *(h for h in hydration if h.minutes & x.minutes))
        if self.settings["hydration_split"] == "contiguous_only":
            left = longest_stretch(left)
        return left

    def hydration(self, hydration: list[Given], left: set[int], initial: Given | None) -> None:
        """§6, and saline beside a drug of §15."""
        for x in hydration:
            counted = len(x.minutes & left)
            if x.ordered is not None and len(left) >= 31:
                self.ordered(x, self.worth(counted), self.worth(x.ordered))
        if len(left) < 31:
            self.find("hydration-under-31-minutes", *hydration)  # R6.7
        elif initial is not None and initial.family != "hydration":  # R6.3
            self.add("96361", min(left), self.hydration_secondary(len(left)))
        if not self.card or self.concurrent_given:
            return
        drug: set[int] = set().union(*(x.minutes for x in self.coded_infusions if x.run >= 16), set())
        beside = [x.start for x in hydration if x.minutes & drug]
        if beside:
            self.concurrent_given = True
            self.add("96368", min(beside))


def longest_stretch(left: set[int]) -> set[int]:
    """R6.2 contiguous_only: the longest unbroken stretch, the earlier of two equal ones."""
    best: list[int] = []
    stretch: list[int] = []
    for minute in sorted(left):
        if not stretch or minute != stretch[-1] + 1:
            stretch = []
        stretch.append(minute)
        if len(stretch) > len(best):
            best = list(stretch)
    return set(best)
