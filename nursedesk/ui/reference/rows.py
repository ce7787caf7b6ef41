"""What the reference's list shows: codes by family, then topics; and what a search finds among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from nursedesk.coding.reference import Reference
from nursedesk.coding.rulebook import Rulebook
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.reference_page import FAMILIES, ROLES, Page, code_page, topics
from nursedesk.outputs.words_es_reference import page_in


@dataclass(frozen=True, slots=True)
class Row:
    """One page of the list."""

    group: str
    """The family; empty for a topic."""
    page: Page
    detail: str = ""
    """A code's role."""


def rows_of(reference: Reference, rulebook: Rulebook, say: Say = english) -> tuple[Row, ...]:
    """Every page in the language of `say`: codes by family and number, then topics in their order."""
    codes = sorted(rulebook.codes.values(), key=lambda code: code.code)
    found = [
        Row(say(heading), page_in(code_page(code, reference, rulebook), say), say(ROLES[code.role]))
        for family, heading in FAMILIES.items()
        for code in codes
        if code.family == family
    ]
    return (*found, *(Row("", page_in(page, say)) for page in topics(reference, rulebook)))


def found(rows: Sequence[Row], text: str) -> tuple[Row, ...]:
    """Rows whose name has every word of the search; when none has, those whose page has."""
    words = text.lower().split()
    by_name = tuple(row for row in rows if _has(_name(row), words))
    return by_name or tuple(row for row in rows if _has(_whole(row.page), words))


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _name(row: Row) -> str:
    return f"{row.page.key} {row.page.title} {row.detail} {row.group}".lower()


def _whole(page: Page) -> str:
    cells = [cell for section in page.sections for entry in section.entries for cell in entry.cells]
    return " ".join([*(section.heading for section in page.sections), *cells]).lower()
