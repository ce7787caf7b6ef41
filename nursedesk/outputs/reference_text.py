"""Pages of the reference for people at a terminal: 100 columns, sources numbered, corrections marked."""

import textwrap
from collections.abc import Mapping, Sequence

from nursedesk.coding.reference import Correction, Entry, Grade, OutsideCode, Section, Source
from nursedesk.coding.rulebook import AdminCode, Rulebook
from nursedesk.outputs import formats
from nursedesk.outputs.reference_page import (
    Page,
    given_at,
    latest,
    lines_text,
    next_text,
    sources_of,
    stretch_text,
)
from nursedesk.outputs.words import label

WIDTH, GAP, NARROWEST = 100, 2, 6
GRADES = {
    Grade.READ: "",
    Grade.SECONDARY: ", quoted by another",
    Grade.UNVERIFIED: ", not verified",
    Grade.OURS: "",
}
OWNERSHIP = (
    "Code numbers only; labels are ours. CPT is a registered trademark of the American Medical Association."
)


def page_text(page: Page) -> str:
    """A page with its sources numbered at the end, and what it corrects."""
    numbers = {source.key: number for number, source in enumerate(sources_of(page), 1)}
    parts = [f"{page.key}  {page.title}"]
    if page.facts:
        parts += _wrapped(" · ".join(page.facts), 2)
    for section in page.sections:
        parts += ["", section.heading, *_section(section, numbers)]
    parts += _corrected(page, numbers)
    if numbers:
        parts += ["", "Sources", *_sources(sources_of(page))]
    return "\n".join([*parts, "", *_wrapped(OWNERSHIP, 0)])


def minutes_text(code: AdminCode, minutes: int, rulebook: Rulebook) -> str:
    """What so many minutes give in each place the code's family can have on a ticket, and when it changes."""
    found = given_at(code, minutes, rulebook)
    head = f"{code.code}  {label(code.code)}: {formats.duration(minutes)}, {minutes} charted minutes"
    if not found:
        return f"{head}\n  Its units do not go by minutes."
    rows = [("As", "On the ticket", "The same for", "Then")]
    rows += [(x.name, lines_text(at), stretch_text(at), next_text(at)) for x, at in found]
    parts = [head, *table(rows)]
    if code.role.startswith("push"):
        parts.append("  A charted push is a push however long it took (R1.4).")
    if minutes > latest(rulebook).over_minutes:
        parts.append(
            "  More running minutes than there may be: the ticket is blocked until they are right (R9.5)."
        )
    if rulebook.settings != rulebook.baseline:
        parts.append(f"  By profile {rulebook.profile}.")
    return "\n".join(parts)


def index_text(pages: Sequence[Page]) -> str:
    """The topics, one a line."""
    return "\n".join(["Topics: nursedesk why TOPIC", *table([(page.key, page.title) for page in pages])])


def outside_text(found: OutsideCode) -> str:
    """One line for a neighbour the coder never gives."""
    return f"{found.code} ({found.label}) is outside the codes NurseDesk gives: {found.says}."


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as columns within the width: the widest give way, and what does not fit goes on below."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    while sum(widths) + GAP * len(widths) > WIDTH and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = []
    for row in rows:
        cells = [textwrap.wrap(cell, max(w, 1)) or [""] for cell, w in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [
                (cell[number] if number < len(cell) else "").ljust(w)
                for cell, w in zip(cells, widths, strict=True)
            ]
            lines.append((" " * GAP + (" " * GAP).join(parts)).rstrip())
    return lines


def _section(section: Section, numbers: Mapping[str, int]) -> list[str]:
    if not section.columns:
        return [line for x in section.entries for line in _wrapped(x.cells[0] + _marks(x, numbers), 2)]
    rows = [(*x.cells[:-1], x.cells[-1] + _marks(x, numbers)) for x in section.entries]
    return table([section.columns, *rows])


def _marks(entry: Entry, numbers: Mapping[str, int]) -> str:
    """` (R2.3) [1], corrects A1`."""
    rules = f" ({', '.join(entry.rules)})" if entry.rules else ""
    source = f" [{numbers[entry.source.key]}]" if entry.source else ""
    corrects = f", corrects {', '.join(x.id for x in entry.corrects)}" if entry.corrects else ""
    return rules + source + corrects


def corrections_of(page: Page) -> tuple[Correction, ...]:
    """What a page corrects, each once."""
    found = [x for section in page.sections for entry in section.entries for x in entry.corrects]
    return tuple({x.id: x for x in found}.values())


def _corrected(page: Page, numbers: Mapping[str, int]) -> list[str]:
    found = corrections_of(page)
    if not found:
        return []
    lines = ["", "Corrected, against the fact sheet the project started from"]
    for x in found:
        lines += _wrapped(f"{x.id} {x.about}. Said: {x.said}. Holds: {x.holds} [{numbers[x.source.key]}]", 2)
    return lines


def _sources(sources: Sequence[Source]) -> list[str]:
    return [
        line
        for number, x in enumerate(sources, 1)
        for line in _wrapped(f"[{number}] {x.title} ({formats.day(x.as_of)}{GRADES[x.grade]})", 2)
    ]


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))
