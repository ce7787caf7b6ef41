"""The pages of the reference: what is worked out from the rule data, and what is written down, joined.

A page is the same for screen and terminal; `reference_text` and the desk's reference page only set it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from nursedesk.coding.reference import (
    ADD_ONS,
    EVERY_CODE,
    Entry,
    Kind,
    Note,
    Reference,
    Section,
    Source,
    Topic,
)
from nursedesk.coding.rulebook import AdminCode, Parameters, Rulebook, Settings
from nursedesk.outputs import formats
from nursedesk.outputs.reference_minutes import Course, Stretch, courses, stretch_at, stretches, thresholds
from nursedesk.outputs.reference_tables import paired, unit_limits
from nursedesk.outputs.words import label

FAMILIES = {
    "hydration": "Hydration",
    "therapeutic": "Therapeutic, prophylactic, diagnostic",
    "complex": "Chemotherapy and complex drugs",
    "sc": "Infusion under the skin",
    "injection": "Injections",
    "other": "Pumps, on-body injectors, ports",
}
ROLES = {
    "initial": "initial",
    "additional": "further hours",
    "sequential": "sequential",
    "concurrent": "concurrent",
    "push_initial": "initial push",
    "push": "further push",
    "push_repeat": "repeat push",
    "setup": "further set-up",
    "therapeutic": "injection",
    "complex": "injection",
    "hormonal": "injection",
    "on_body_injector": "by itself",
    "pump_clinic": "start of a long infusion",
    "pump_complex": "start of a long infusion",
    "pump_other": "start of a long infusion",
    "port_flush": "by itself",
}
UNITS = {
    "initial": "one per visit and separate access",
    "additional": "one per hour",
    "sequential": "one per further drug",
    "concurrent": "one per visit",
    "push_initial": "one per visit and separate access",
    "push": "one per further drug",
    "push_repeat": "one per repeat",
    "setup": "one per visit",
    "therapeutic": "one per ordered dose",
    "complex": "one per ordered dose",
    "hormonal": "one per ordered dose",
    "on_body_injector": "one per device",
    "pump_clinic": "one per start",
    "pump_complex": "one per start",
    "pump_other": "one per start",
    "port_flush": "one per visit",
}
UNITS_OF_FAMILY = {("sc", "initial"): "one per visit"}
INCLUDED = "included"
_RULE = re.compile(r"R\d+(?:\.\d+)?")
WANTED = ("work RVU", "OPPS status")
"""Figures somebody will look for: where the reference has none it says so."""
NOT_HERE = "not recorded here; see the current CMS file"
CORRECTIONS, RULES, TREE = "corrections", "rules", "tree"
HEADINGS = {
    Kind.PURPOSE: "What it is for",
    Kind.EXCLUDES: "What it excludes",
    Kind.MODIFIER: "Modifiers",
    Kind.ERROR: "Common errors",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its key for links, its title, a line of facts under it, and its sections."""

    key: str
    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


def code_page(code: AdminCode, reference: Reference, rulebook: Rulebook) -> Page:
    """Everything about one code, thresholds filled in from the rules of the day."""
    parameters = latest(rulebook)
    notes = [note for note in reference.notes if concerns(note, code)]
    sections = [
        _noted(notes, Kind.PURPOSE),
        _minutes(code, rulebook, parameters),
        _beside(code, rulebook),
        _noted(notes, Kind.EXCLUDES),
        paired(code, reference, rulebook),
        *(Section("Included in it", (), x.entries) for x in topic_of(reference, INCLUDED).sections),
        _noted(notes, Kind.MODIFIER),
        _noted(notes, Kind.ERROR),
        _rules(code, notes, reference),
        _published(code, reference, rulebook),
    ]
    facts = facts_of(code)
    if rulebook.settings != rulebook.baseline:
        facts += (f"minutes by profile {rulebook.profile}",)
    page = Page(code.code, label(code.code), facts, tuple(x for x in sections if x.entries))
    return filled(page, rulebook.settings, rulebook)


def facts_of(code: AdminCode) -> tuple[str, ...]:
    """Family, role, unit and code set of a code, in words."""
    since = f"{code.system} since {formats.day(code.effective_from)}"
    return (FAMILIES[code.family], _role(code), f"unit: {_unit(code)}", since)


def topic_page(topic: Topic, rulebook: Rulebook) -> Page:
    """A topic, thresholds filled in: what the coding rules say, whatever profile is in use."""
    return filled(Page(topic.key, topic.title, (), topic.sections), rulebook.baseline, rulebook)


def topics(reference: Reference, rulebook: Rulebook) -> tuple[Page, ...]:
    """Every page that is not about one code, in order: written ones, and those worked out."""
    made = [(topic.order, topic_page(topic, rulebook)) for topic in reference.topics]
    worked_out = (
        (5, tree_page(reference, rulebook)),
        (90, _rules_page(reference)),
        (91, _corrections_page(reference)),
    )
    made += [(order, filled(page, rulebook.baseline, rulebook)) for order, page in worked_out]
    return tuple(page for _, page in sorted(made, key=lambda pair: pair[0]))


def topic_of(reference: Reference, key: str) -> Topic:
    """A written topic by its key; raises `KeyError`."""
    return {topic.key: topic for topic in reference.topics}[key]


def tree_page(reference: Reference, rulebook: Rulebook) -> Page:
    """The codes by family, those the coder never gives at the end."""
    columns = ("Code", "What it is", "Role", "Unit")
    sections = []
    for family, heading in FAMILIES.items():
        here = [code for code in rulebook.codes.values() if code.family == family]
        entries = tuple(
            Entry((code.code, label(code.code), _role(code), UNITS[code.role]))
            for code in sorted(here, key=_number)
        )
        sections.append(Section(heading, columns, entries))
    beyond = tuple(Entry((x.code, x.label, x.says), x.source) for x in reference.outside)
    sections.append(Section("Neighbours NurseDesk never gives", ("Code", "What it is", "Why"), beyond))
    return Page(TREE, "The codes, by family", (), tuple(sections))


def sources_of(page: Page) -> tuple[Source, ...]:
    """The sources a page leans on, in the order they come up; those of its corrections last."""
    entries = [entry for section in page.sections for entry in section.entries]
    found = [entry.source for entry in entries if entry.source is not None]
    found += [correction.source for entry in entries for correction in entry.corrects]
    return tuple(dict.fromkeys(found))


def given_at(code: AdminCode, minutes: int, rulebook: Rulebook) -> tuple[tuple[Course, Stretch], ...]:
    """What `minutes` give in each course of the code's family, and the stretch they lie in."""
    parameters = latest(rulebook)
    return tuple(
        (course, stretch_at(course, minutes, parameters, rulebook.settings)) for course in courses(code, rulebook)
    )


def lines_text(stretch: Stretch) -> str:
    """`96365 × 1 + 96366 × 2`, or that there is no code."""
    return " + ".join(f"{code} × {units}" for code, units in stretch.lines) or "no code"


def stretch_text(stretch: Stretch) -> str:
    """`under 16 min`, `16 to 90 min`, `from 211 min`."""
    if stretch.end is None:
        return f"from {stretch.start} min" if stretch.start else "any length"
    if stretch.start == 0:
        return f"under {stretch.end + 1} min"
    return f"{stretch.start} to {stretch.end} min"


def next_text(stretch: Stretch) -> str:
    """When it next changes: `next at 151`."""
    return "no further change" if stretch.end is None else f"next at {stretch.end + 1}"


def latest(rulebook: Rulebook) -> Parameters:
    """The newest thresholds of the rule data: the reference says what holds now, a ticket what held on its day."""
    return rulebook.parameters[-1]


def concerns(note: Note, code: AdminCode) -> bool:
    """Whether a note is about a code: it names it, its family, add-ons, or every code."""
    named = {code.code, code.family, EVERY_CODE, *([ADD_ONS] if code.primaries else [])}
    return not named.isdisjoint(note.codes)


def filled(page: Page, settings: Settings, rulebook: Rulebook) -> Page:
    """The page with every `{threshold}` replaced by its figure under these settings.

    What a correction says holds is said of the coding rules as they stand, whatever profile is in use.
    """
    words = thresholds(latest(rulebook), settings)
    plain = thresholds(latest(rulebook), rulebook.baseline)
    sections = tuple(
        replace(section, entries=tuple(_filled(entry, words, plain) for entry in section.entries))
        for section in page.sections
    )
    return replace(page, sections=sections)


def _filled(entry: Entry, words: Mapping[str, str], plain: Mapping[str, str]) -> Entry:
    corrects = tuple(
        replace(x, said=x.said.format_map(plain), holds=x.holds.format_map(plain)) for x in entry.corrects
    )
    return replace(entry, cells=tuple(cell.format_map(words) for cell in entry.cells), corrects=corrects)


def _noted(notes: Iterable[Note], kind: Kind) -> Section:
    entries = tuple(
        Entry((note.says,), note.source, note.corrects, note.rules) for note in notes if note.kind is kind
    )
    return Section(HEADINGS[kind], (), entries)


def _minutes(code: AdminCode, rulebook: Rulebook, parameters: Parameters) -> Section:
    """The stretches of every course the code comes up in."""
    entries = []
    for course in courses(code, rulebook):
        if code.code in (course.first, course.further, course.short):
            entries += _course_rows(course, stretches(course, parameters, rulebook.settings), parameters.hour)
    if not entries:
        return Section("Minutes", (), (Entry(("Its units do not go by minutes.",)),))
    return Section("Minutes", ("As", "Charted minutes", "On the ticket"), tuple(entries))


def _course_rows(course: Course, found: tuple[Stretch, ...], hour: int) -> list[Entry]:
    rows = []
    for place, stretch in enumerate(found):
        gives = lines_text(stretch)
        if place == 0 and course.short:
            gives += (
                " (a push)" if course.measure != "sc" and course.measure != "sc_continued" else " (an injection)"
            )
        elif place == len(found) - 1 and stretch.end is not None:
            gives += f", then one more every {hour} min"
        rows.append(Entry((course.name if place == 0 else "", stretch_text(stretch), gives)))
    return rows


def _beside(code: AdminCode, rulebook: Rulebook) -> Section:
    """The primaries an add-on needs on the same ticket."""
    if not code.primaries:
        return Section("What it needs beside it", (), (Entry(("Nothing: it stands by itself.",)),))
    rows = tuple(Entry((primary, label(primary))) for primary in code.primaries)
    return Section("What it needs beside it, one of", ("Code", "What it is"), rows)


def _rules(code: AdminCode, notes: Iterable[Note], reference: Reference) -> Section:
    """The rules its notes name, and those the rule data names beside the code."""
    wanted = {rule for note in notes for rule in note.rules} | set(_RULE.findall(code.source))
    return Section("Rules", ("Rule", "What it says"), tuple(_rule_rows(reference, wanted)))


def _rule_rows(reference: Reference, wanted: set[str] | None = None) -> list[Entry]:
    return [Entry((x.rule, x.says), x.source) for x in reference.rules if wanted is None or x.rule in wanted]


def _published(code: AdminCode, reference: Reference, rulebook: Rulebook) -> Section:
    rows = [
        Entry((x.fact, x.value, formats.day(x.source.as_of)), x.source)
        for x in reference.published
        if x.code == code.code
    ]
    rows += unit_limits(code, reference, rulebook)
    known = {row.cells[0] for row in rows}
    rows += [Entry((fact, NOT_HERE, "")) for fact in WANTED if fact not in known]
    return Section("Published facts that go stale", ("What", "Value", "As of"), tuple(rows))


def _rules_page(reference: Reference) -> Page:
    section = Section("Rules", ("Rule", "What it says"), tuple(_rule_rows(reference)))
    return Page(RULES, "The rules, with their sources", (), (section,))


def _corrections_page(reference: Reference) -> Page:
    rows = tuple(Entry((x.id, x.about, x.said, x.holds), x.source) for x in reference.corrections)
    columns = ("", "About", "The fact sheet said", "What holds")
    return Page(CORRECTIONS, "What the fact sheet had wrong", (), (Section("Corrections", columns, rows),))


def _role(code: AdminCode) -> str:
    return f"{ROLES[code.role]}, add-on" if code.primaries else ROLES[code.role]


def _unit(code: AdminCode) -> str:
    return UNITS_OF_FAMILY.get((code.family, code.role), UNITS[code.role])


def _number(code: AdminCode) -> tuple[bool, str]:
    return code.code[0].isalpha(), code.code
