"""Every page of codes and topics is there in Spanish, with the same codes and figures."""

import re
from collections.abc import Iterator

import pytest
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.reference_words import load_reference_words
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.outputs.reference_minutes import courses, stretch_at
from nursedesk.outputs.reference_page import (
    FAMILIES,
    ROLES,
    Page,
    code_page,
    latest,
    next_text,
    stretch_text,
    topics,
)
from nursedesk.outputs.words_es_reference import _FIGURE, page_in, spanish_reference

BOOK = load_rulebook("cpt")
REFERENCE = load_reference(BOOK.codes)
TABLE = load_reference_words("es")
SAY = spanish_reference(TABLE)
PAGES = (*(code_page(code, REFERENCE, BOOK) for code in BOOK.codes.values()), *topics(REFERENCE, BOOK))
FIGURES = re.compile(r"\d[\d.,:]*\d|\d")
# The same in both: codes, publications' and models' short names.
SAME = re.compile(r"[A-Z0-9×+., ()-]+|no|\d\d-[A-Z][a-z]{2}-\d{4}|Vancomycin|Infliximab, tocilizumab, rituximab")


def words_of(page: Page) -> Iterator[str]:
    yield page.title
    yield from page.facts
    for section in page.sections:
        yield section.heading
        yield from section.columns
        for entry in section.entries:
            yield from entry.cells
            if entry.source:
                yield entry.source.title
            for one in entry.corrects:
                yield from (one.about, one.said, one.holds, one.source.title)


def of_minutes() -> Iterator[str]:
    for code in BOOK.codes.values():
        for course in courses(code, BOOK):
            yield course.name
            for minutes in (0, 5, 16, 31, 91, 151, 400):
                stretch = stretch_at(course, minutes, latest(BOOK), BOOK.settings)
                yield from (stretch_text(stretch), next_text(stretch))


SAID = sorted({text for page in PAGES for text in words_of(page) if text} | {*FAMILIES.values(), *ROLES.values()})


def test_every_sentence_is_translated_with_its_codes_and_figures() -> None:
    left = [text for text in {*SAID, *of_minutes()} if SAY(text) == text and not SAME.fullmatch(text)]
    assert left == []
    other = [text for text in SAID if sorted(FIGURES.findall(SAY(text))) != sorted(FIGURES.findall(text))]
    assert other == []


def test_nothing_is_translated_that_nobody_says() -> None:
    shapes = {_FIGURE.sub("#", text) for text in (*SAID, *of_minutes())}
    assert [own for own in TABLE if _FIGURE.sub("#", own) not in shapes] == []


@pytest.mark.parametrize(
    ("own", "spanish"),
    [
        ("31 to 90 min", "31 a 90 min"),
        ("16 to 75 min", "16 a 75 min"),
        ("CPT since 01-Jan-2017", "CPT desde 01-ene-2017"),
        ("96413 × 1 + 96415 × 2, then one more every 60 min", "96413 × 1 + 96415 × 2, luego una más cada 60 min"),
        ("Hydration, first hour", "Hidratación, primera hora"),
        ("a sentence of tomorrow", "a sentence of tomorrow"),
    ],
)
def test_a_sentence_keeps_its_own_figures(own: str, spanish: str) -> None:
    assert SAY(own) == spanish


def test_a_page_keeps_its_key_and_shape() -> None:
    for page in PAGES:
        said = page_in(page, SAY)
        assert said.key == page.key
        assert [len(one.entries) for one in said.sections] == [len(one.entries) for one in page.sections]


def test_a_language_nobody_has_translated_has_no_words() -> None:
    assert load_reference_words("tlh") == {}
