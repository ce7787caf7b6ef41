"""Worked examples of published teaching material, and a visit for each sentence of the rules."""

import tomllib
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeLine, ChargeTicket
from nursedesk.record.encounter import Administration, Encounter

from tests.coding.books import book
from tests.coding.cases import CASES, Case, load

Entry = dict[str, Any]


def entries(name: str) -> list[tuple[Entry, Case]]:
    """The cases of a file beside what they were read from."""
    raw = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    return [(entry, dated(case, entry)) for entry, case in zip(raw, load(name), strict=True)]


def dated(case: Case, entry: Entry) -> Case:
    """The case with the givings of its later days moved there: `day_after = 1`."""
    after = {g["id"]: timedelta(days=g.get("day_after", 0)) for g in entry["given"]}
    given = tuple(moved(a, after[a.id]) for a in case.encounter.administrations)
    return replace(case, encounter=replace(case.encounter, administrations=given))


def moved(administration: Administration, by: timedelta) -> Administration:
    segments = tuple(
        replace(
            s,
            start=None if s.start is None else s.start + by,
            stop=None if s.stop is None else s.stop + by,
        )
        for s in administration.segments
    )
    return replace(administration, segments=segments)


TEACHING = entries("teaching.toml")
SENTENCES = entries("sentences.toml")
BOTH = [pytest.param(*pair, id=f"{pair[1].id} {pair[1].name}") for pair in TEACHING + SENTENCES]


def named(line: ChargeLine) -> str:
    return "-".join((line.code, *line.modifiers))


def told(ticket: ChargeTicket) -> list[tuple[str, int]]:
    return sorted((named(line), line.units) for line in ticket.lines)


@pytest.mark.parametrize(("entry", "case"), BOTH)
def test_a_case_gives_its_lines_days_and_findings(entry: Entry, case: Case) -> None:
    ticket = code(case.encounter, book(case.profile, case.settings))
    found = {f.code for f in ticket.findings}
    assert told(ticket) == list(case.lines)
    assert case.findings <= found
    assert case.unfound.isdisjoint(found)
    if "days" in entry:
        assert sorted(f"{line.date} {named(line)}" for line in ticket.lines) == sorted(entry["days"])


@pytest.mark.parametrize(("entry", "case"), BOTH)
def test_the_order_of_arrival_changes_nothing(entry: Entry, case: Case) -> None:
    rules = book(case.profile, case.settings)
    assert code(backwards(case.encounter), rules) == code(case.encounter, rules)


def backwards(visit: Encounter) -> Encounter:
    given = (replace(a, segments=a.segments[::-1]) for a in reversed(visit.administrations))
    return replace(visit, administrations=tuple(given))


def units(lines: list[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in lines:
        name, _, number = line.partition(" ×")
        counted[name] += int(number)
    return counted


@pytest.mark.parametrize("entry", [e for e, _ in TEACHING], ids=[c.id for _, c in TEACHING])
def test_a_source_answers_as_the_rules_do_or_the_case_says_why_not(entry: Entry) -> None:
    answered, ours = units(entry["answered"]), units(entry["lines"])
    agrees = answered <= ours if entry.get("partial") else answered == ours
    assert agrees is ("differs" not in entry)
    assert entry["source"]
    assert entry["rules"]
