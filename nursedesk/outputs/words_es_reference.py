"""The pages of codes and topics in Spanish: each sentence is known by its English one, figures and days apart.

The table of sentences is data, `resources/i18n/reference_es.csv`, handed in. What it lacks stays in English.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from nursedesk.coding.reference import Correction, Entry, Section, Source
from nursedesk.outputs.languages import Say
from nursedesk.outputs.reference_page import Page
from nursedesk.outputs.words_es_labels import spanish_label
from nursedesk.outputs.words_es_paper import WORDS

_DAY = re.compile(r"(\d{2})-([A-Z][a-z]{2})-(\d{4})")
_FIGURE = re.compile(r"\d{2}-[A-Z][a-z]{2}-\d{4}|\d[\d.,:]*\d|\d|\b([XYZ])\1\1\b")
"""A day, a number, or a fee schedule's word for a global period."""


def spanish_reference(table: Mapping[str, str]) -> Say:
    """What gives a sentence of the reference in Spanish; the thresholds in it may be others than in the table."""
    by_shape = {_FIGURE.sub("#", own): own for own in table}

    def say(text: str) -> str:
        known = text if text in table else by_shape.get(_FIGURE.sub("#", text))
        said = _with_figures(known, table[known], text) if known is not None else spanish_label(text)
        return _DAY.sub(lambda day: f"{day[1]}-{WORDS[day[2]]}-{day[3]}", said)

    return say


def _with_figures(own: str, spanish: str, text: str) -> str:
    """The Spanish of `own` with the figures of `text`, which is the same sentence but for them."""
    left = list(zip(_figures(own), _figures(text), strict=True))

    def figure(found: re.Match[str]) -> str:
        place = next((place for place, (was, _) in enumerate(left) if was == found[0]), None)
        return found[0] if place is None else left.pop(place)[1]

    return _FIGURE.sub(figure, spanish)


def _figures(text: str) -> list[str]:
    return [found[0] for found in _FIGURE.finditer(text)]


def page_in(page: Page, say: Say) -> Page:
    """A page with every word of ours in the language of `say`; its key, codes and figures stay."""
    return replace(
        page,
        title=say(page.title),
        facts=tuple(map(say, page.facts)),
        sections=tuple(
            Section(say(one.heading), tuple(map(say, one.columns)), tuple(_entry(row, say) for row in one.entries))
            for one in page.sections
        ),
    )


def _entry(entry: Entry, say: Say) -> Entry:
    return replace(
        entry,
        cells=tuple(map(say, entry.cells)),
        source=_source(entry.source, say) if entry.source else None,
        corrects=tuple(_correction(one, say) for one in entry.corrects),
    )


def _source(source: Source, say: Say) -> Source:
    return replace(source, title=say(source.title))


def _correction(one: Correction, say: Say) -> Correction:
    return replace(
        one, about=say(one.about), said=say(one.said), holds=say(one.holds), source=_source(one.source, say)
    )
