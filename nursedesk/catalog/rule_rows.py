"""The tables of resources/rules, row by row: what is missing, double, overlapping or unknown is refused."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from nursedesk.catalog.strict_csv import BadTable, Row, read_table
from nursedesk.coding.added import COUNTED, NOT_HOURS, ON_ADMINISTRATION, ON_DRUG, ON_VISIT, STOPPED
from nursedesk.coding.charting import ITEMS
from nursedesk.coding.keys import CODE_ROLES
from nursedesk.coding.rule_tables import Diagnosis, EvaluationCodes, ModifierRule, PairEdit, Procedure, UnitLimit
from nursedesk.coding.rulebook import AdminCode, Parameters
from nursedesk.coding.ticket import Severity, System
from nursedesk.record.encounter import Device

DATED = ("effective_from", "effective_to", "source")
FACILITY, OFFICE, BOTH = "facility", "office", "both"
_DAY = timedelta(days=1)
_ENTRY = frozenset({"effective_from", "value", "rule", "source"})
_FAMILIES = tuple(sorted({family for family, _ in CODE_ROLES}))

Made = TypeVar("Made")


def _made(rows: Iterable[Row], make: Callable[[Row], Made]) -> Iterator[Made]:
    """Each row through `make`; what is wrong with one is told with its line."""
    for row in rows:
        try:
            row.needed("source")
            yield make(row)
        except ValueError as wrong:
            raise row.refused(wrong) from None


def _no_overlap(row: Row, key: object, seen: dict[object, list[tuple[date, date]]]) -> None:
    """Raises ValueError when another row says something for the same key and day."""
    begins, ends = row.span()
    mine = (begins or date.min, ends or date.max)
    for other in seen.setdefault(key, []):
        if mine[0] <= other[1] and other[0] <= mine[1]:
            raise ValueError(f"said twice for days from {max(mine[0], other[0])}")
    seen[key].append(mine)


def severities(file: Path) -> dict[str, str]:
    """Finding code → block | warn | info."""
    found: dict[str, str] = {}
    for row in read_table(file, ("code", "severity", "rule")):
        try:
            row.needed("code", "rule")
            if row["code"] in found:
                raise ValueError(f"{row['code']} is there twice")
            found[row["code"]] = row.one_of("severity", tuple(Severity))
        except ValueError as wrong:
            raise row.refused(wrong) from None
    return found


def administration_codes(file: Path) -> tuple[AdminCode, ...]:
    """The administration codes with their dates; every role the coder needs has one on every day."""
    rows = read_table(file, ("code", "system", "family", "role", "primaries", *DATED))
    listed = {row["code"] for row in rows}
    seen: dict[object, list[tuple[date, date]]] = {}

    def code(row: Row) -> AdminCode:
        row.needed("code", "role", "effective_from")
        row.one_of("family", _FAMILIES)
        primaries = tuple(row["primaries"].split())
        if unknown := sorted(set(primaries) - listed):
            raise ValueError(f"primaries names {', '.join(unknown)}, which is not in the table")
        _no_overlap(row, (row["family"], row["role"]), seen)
        begins, ends = row.span()
        system = row.one_of("system", tuple(System))
        return AdminCode(row["code"], system, row["family"], row["role"], primaries, row["source"], begins, ends)

    codes = tuple(_made(rows, code))
    if missing := sorted(CODE_ROLES - {(c.family, c.role) for c in codes}):
        raise BadTable(f"{file.name}: no code for {', '.join(' '.join(pair) for pair in missing)}")
    _no_gap(file.name, seen)
    return codes


def _no_gap(file: str, seen: Mapping[object, list[tuple[date, date]]]) -> None:
    for key, spans in seen.items():
        name = " ".join(key) if isinstance(key, tuple) else str(key)
        ordered = sorted(spans)
        for (_, ended), (begins, _) in pairwise(ordered):
            if begins != ended + _DAY:
                raise BadTable(f"{file}: no {name} from {ended + _DAY} to {begins - _DAY}")
        if ordered[-1][1] != date.max:
            raise BadTable(f"{file}: no {name} after {ordered[-1][1]}")


def pair_edits(file: Path) -> dict[bool, tuple[PairEdit, ...]]:
    """Code pairs for a facility (True) and an office (False)."""
    found: dict[bool, list[PairEdit]] = {True: [], False: []}
    seen: dict[object, list[tuple[date, date]]] = {}

    def edits(row: Row) -> None:
        row.needed("code", "beside", "effective_from")
        setting = row.one_of("setting", (FACILITY, OFFICE, BOTH))
        allowed = row.one_of("modifier", ("allowed", "never")) == "allowed"
        for facility in _settings(setting):
            for beside in row["beside"].split():
                _no_overlap(row, (row["code"], beside, facility), seen)
                found[facility].append(PairEdit(row["code"], beside, allowed, *row.span()))

    for _ in _made(read_table(file, ("code", "beside", "modifier", "setting", *DATED)), edits):
        pass
    return {facility: tuple(rows) for facility, rows in found.items()}


def _settings(setting: str) -> tuple[bool, ...]:
    return {FACILITY: (True,), OFFICE: (False,), BOTH: (True, False)}[setting]


def unit_limits(file: Path) -> dict[bool, tuple[UnitLimit, ...]]:
    """The most units a day for a facility (True) and an office (False)."""
    found: dict[bool, list[UnitLimit]] = {True: [], False: []}
    seen: dict[object, list[tuple[date, date]]] = {}

    def limits(row: Row) -> None:
        row.needed("code", "effective_from")
        _no_overlap(row, row["code"], seen)
        for facility, column in ((True, FACILITY), (False, OFFICE)):
            if not row[column].isdecimal():
                raise ValueError(f'{column} is "{row[column]}", not a whole number')
            found[facility].append(UnitLimit(row["code"], int(row[column]), *row.span()))

    for _ in _made(read_table(file, ("code", FACILITY, OFFICE, *DATED)), limits):
        pass
    return {facility: tuple(rows) for facility, rows in found.items()}


def evaluation_codes(file: Path) -> tuple[EvaluationCodes, ...]:
    """Which codes are evaluation and management, and which of them never stand beside an administration."""
    runs: list[EvaluationCodes] = []

    def run(row: Row) -> None:
        row.needed("first", "last", "effective_from")
        beside = row.one_of("beside_administration", ("yes", "no")) == "yes"
        made = EvaluationCodes(row["first"], row["last"], beside, *row.span())
        if made.last not in made:
            raise ValueError(f"{made.last} is no end of a run that begins with {made.first}")
        if other := next((x for x in runs if made.first in x or x.first in made), None):
            raise ValueError(f"overlaps {other.first} to {other.last}")
        runs.append(made)

    for _ in _made(read_table(file, ("first", "last", "beside_administration", *DATED)), run):
        pass
    return tuple(runs)


def modifiers(file: Path) -> dict[str, tuple[ModifierRule, ...]]:
    """Modifiers a person may add, by code."""
    found: dict[str, tuple[ModifierRule, ...]] = {}
    seen: dict[object, list[tuple[date, date]]] = {}

    def modifier(row: Row) -> None:
        row.needed("modifier", "effective_from")
        _no_overlap(row, row["modifier"], seen)
        needs = row.one_of("needs", ("", NOT_HOURS, STOPPED, COUNTED))
        kinds = frozenset(row["on"].split())
        if odd := sorted(kinds - {ON_ADMINISTRATION, ON_DRUG, ON_VISIT}):
            raise ValueError(f"on names {', '.join(odd)}, which is no kind of line")
        if bool(kinds) is (needs == COUNTED):
            raise ValueError("on must name a kind of line, unless nobody may add it")
        setting = row.one_of("setting", (FACILITY, OFFICE, BOTH))
        made = ModifierRule(row["modifier"], kinds, setting, row["group"], needs, *row.span())
        found[made.modifier] = (*found.get(made.modifier, ()), made)

    for _ in _made(read_table(file, ("modifier", "on", "setting", "group", "needs", *DATED)), modifier):
        pass
    return found


def body_parts(file: Path) -> dict[Device, str]:
    """Device → the body part its tip lies in."""
    found: dict[Device, str] = {}

    def part(row: Row) -> None:
        row.needed("body_part")
        device = Device(row.one_of("device", tuple(Device)))
        if device in found:
            raise ValueError(f"{device} is there twice")
        found[device] = row["body_part"]

    for _ in _made(read_table(file, ("device", "body_part", "source")), part):
        pass
    return found


def procedures(file: Path) -> tuple[Procedure, ...]:
    """ICD-10-PCS codes by body part and class of drug."""
    seen: dict[object, list[tuple[date, date]]] = {}

    def procedure(row: Row) -> Procedure:
        row.needed("code", "body_part", "class", "effective_from")
        _no_overlap(row, (row["body_part"], row["class"]), seen)
        return Procedure(row["code"], row["body_part"], row["class"], *row.span())

    return tuple(_made(read_table(file, ("code", "body_part", "class", *DATED)), procedure))


def diagnoses(file: Path) -> dict[str, tuple[Diagnosis, ...]]:
    """ICD-10-CM codes of ours with their dates."""
    found: dict[str, tuple[Diagnosis, ...]] = {}
    seen: dict[object, list[tuple[date, date]]] = {}

    def diagnosis(row: Row) -> None:
        row.needed("code", "effective_from")
        _no_overlap(row, row["code"], seen)
        billable = row.one_of("billable", ("yes", "no")) == "yes"
        made = Diagnosis(row["code"], billable, row.yes("unspecified"), *row.span(), row["successor"])
        found[made.code] = (*found.get(made.code, ()), made)

    for _ in _made(
        read_table(
            file, ("code", "billable", "unspecified", "effective_from", "effective_to", "successor", "source")
        ),
        diagnosis,
    ):
        pass
    return found


def charting(file: Path) -> tuple[str, ...]:
    """What is asked of each administration unless the site says otherwise (R13)."""
    wanted: dict[str, bool] = {}

    def item(row: Row) -> None:
        name = row.one_of("item", tuple(ITEMS))
        if name in wanted:
            raise ValueError(f"{name} is there twice")
        wanted[name] = row.one_of("wanted", ("yes", "no")) == "yes"

    for _ in _made(read_table(file, ("item", "wanted", "rule", "source")), item):
        pass
    return tuple(name for name, asked in wanted.items() if asked)


def parameters(file: Path) -> tuple[Parameters, ...]:
    """The thresholds as sets, one for each day on which a value begins."""
    text = file.read_text("utf-8")
    try:
        entries: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadTable(f"{file.name} cannot be read: {wrong}") from None
    names = [f.name for f in fields(Parameters) if f.name != "effective_from"]
    for name in entries:
        if name not in names:
            raise BadTable(f"{file.name} line {_line(text, name, 0)}: {name} is unknown")
    for name in names:
        if not isinstance(entries.get(name), list) or not entries[name]:
            raise BadTable(f"{file.name}: {name} is missing")
        _check_values(file.name, text, name, entries[name])
    days = sorted({entry["effective_from"] for values in entries.values() for entry in values})
    return tuple(Parameters(effective_from=day, **{n: _value(entries[n], day) for n in names}) for day in days)


def _check_values(file: str, text: str, name: str, entries: list[dict[str, Any]]) -> None:
    days: set[date] = set()
    for number, entry in enumerate(entries):
        wrong = _wrong_value(entry, days)
        if wrong:
            raise BadTable(f"{file} line {_line(text, name, number)}: {name}: {wrong}")
        days.add(entry["effective_from"])


def _wrong_value(entry: dict[str, Any], days: set[date]) -> str:
    """What is wrong with one value, "" when nothing is."""
    for names, verdict in ((entry.keys() - _ENTRY, "unknown"), (_ENTRY - entry.keys(), "missing")):
        if names:
            return f"{', '.join(sorted(names))} is {verdict}"
    if type(entry["value"]) is not int or entry["value"] < 0:
        return f"value is {entry['value']!r}, not a whole number"
    if type(entry["effective_from"]) is not date:
        return f"effective_from is {entry['effective_from']!r}, not a date"
    if not str(entry["source"]).strip() or not str(entry["rule"]).strip():
        return "rule and source must not be empty"
    return f"said twice for days from {entry['effective_from']}" if entry["effective_from"] in days else ""


def _line(text: str, name: str, number: int) -> int:
    """The line on which the so-many-th value of that name begins."""
    lines = [
        n for n, line in enumerate(text.splitlines(), 1) if line.strip().strip("[]").split("=")[0].strip() == name
    ]
    return lines[number] if number < len(lines) else 1


def _value(entries: list[dict[str, Any]], day: date) -> int:
    """The value in force on a day; before all of them, the first."""
    started = [entry for entry in entries if entry["effective_from"] <= day]
    if started:
        return int(max(started, key=lambda entry: entry["effective_from"])["value"])
    return int(min(entries, key=lambda entry: entry["effective_from"])["value"])
