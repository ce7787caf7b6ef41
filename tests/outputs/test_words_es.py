"""Spanish: every sentence is translated, holds the same figures, and a signed English one is known again."""

import ast
import re
from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.ticket import Finding, Severity, Why
from nursedesk.desk.close import MEANINGS
from nursedesk.outputs import (
    formats,
    words_es_findings,
    words_es_labels,
    words_es_log,
    words_es_paper,
    words_es_why,
    words_findings,
    words_labels,
    words_why,
)
from nursedesk.outputs.formats import MONTHS, NOT_RECORDED
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper import (
    biller,
    charges,
    downtime,
    given,
    sheet,
    shift_foot,
    shift_pages,
    shift_visit,
    signatures,
)
from nursedesk.outputs.paper import tables as tables_of_form
from nursedesk.outputs.paper.head import TITLE_TEXT
from nursedesk.outputs.paper.model import SheetStatus
from nursedesk.outputs.paper.paint import GIVEN_NOTE, TIMELINE_NOTE
from nursedesk.outputs.paper.revenue import UNKNOWN
from nursedesk.outputs.pictures.gantt import GanttWords
from nursedesk.outputs.pictures.timeline_model import TimelineWords
from nursedesk.outputs.shift_reconcile import Match
from nursedesk.outputs.shift_visits import NOTICE
from nursedesk.outputs.words import finding_text, label, why_text
from nursedesk.outputs.words_paper import WORDS
from nursedesk.outputs.words_signed import in_language, spanish_finding, spanish_why
from nursedesk.record.encounter import Device, Label

from tests.house.tree import ROOT
from tests.outputs.test_words import FINDINGS, WHYS
from tests.outputs.visits import REVENUE, TICKET

PAIRS = [
    *((key, words_why.SENTENCES[key], words_es_why.SENTENCES.get(key, "")) for key in WhyKey),
    *((code, words_findings.SENTENCES[code], words_es_findings.SENTENCES.get(code, "")) for code in FindingCode),
]


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("key", "own", "spanish"), PAIRS)
def test_every_key_has_a_spanish_sentence_with_the_same_figures(key: str, own: str, spanish: str) -> None:
    assert spanish
    assert fields_of(spanish) == fields_of(own)
    assert spanish != own or not re.search("[a-z]{3}", re.sub("{.*?}", "", own))


@pytest.mark.parametrize("name", ["MISSING", "CHARTED"])
def test_lists_in_findings_are_translated_item_by_item(name: str) -> None:
    own, spanish = getattr(words_findings, name), getattr(words_es_findings, name)
    assert set(own) == set(spanish)


def test_reasons_in_findings_are_translated() -> None:
    assert {code: set(each) for code, each in words_findings.REASONS.items()} == {
        code: set(each) for code, each in words_es_findings.REASONS.items()
    }


@pytest.mark.parametrize(("key", "params"), WHYS)
def test_a_signed_reason_is_known_again(key: WhyKey, params: dict[str, str | int]) -> None:
    said = spanish_why(why_text(Why("R1", key, params)))
    model = words_es_why.SENTENCES[key]
    for words, name, _, _ in Formatter().parse(model):
        assert words in said
        value = str(params[name]) if name else ""
        assert not value.startswith("<") or value in said
        assert not value.isdigit() or value in said


@pytest.mark.parametrize(("code", "params"), FINDINGS)
def test_a_signed_finding_is_known_again(code: FindingCode, params: dict[str, str | int]) -> None:
    own = finding_text(Finding(code, Severity.WARN, "R1", params=params))
    said = spanish_finding(code, own)
    for words, _, _, _ in Formatter().parse(words_es_findings.SENTENCES[code]):
        assert words in said
    for word in (" and ", "; now ", "not recorded", "charged", "code is", "never"):
        assert word not in said.replace(str(params.get("drug")), "")


def test_a_drug_with_words_of_ours_in_its_name_does_not_lead_astray() -> None:
    text = why_text(
        Why("R2", WhyKey.CONTINUED, {"drug": "x ordered again: y", "minutes": 45, "units": 1, "next": 91})
    )
    assert spanish_why(text).endswith("45 min = 1 más; la siguiente a los 91")


def test_an_unknown_sentence_stays_as_it_was_signed() -> None:
    assert spanish_why("as a later version would say it") == "as a later version would say it"
    assert spanish_finding("of-tomorrow", "something new") == "something new"


def test_every_label_is_translated() -> None:
    own = {*words_labels.ADMINISTRATION.values(), label("99213"), label("3E0333Z"), label("J9999")}
    assert own == set(words_es_labels.ADMINISTRATION)
    assert words_es_labels.spanish_label("inFLIXimab, per 10 mg") == "inFLIXimab, por 10 mg"
    assert words_es_labels.spanish_label("heparin, per 1,000 units") == "heparin, por 1,000 unidades"


def test_only_words_change_in_a_ticket() -> None:
    spanish = in_language(TICKET, Language.SPANISH)
    assert in_language(TICKET, Language.ENGLISH) is TICKET
    for own, other in zip(TICKET["lines"], spanish["lines"], strict=True):
        assert {**other, "label": "", "why": ""} == {**own, "label": "", "why": ""}
    assert [found["code"] for found in spanish["findings"]] == [found["code"] for found in TICKET["findings"]]


# --- the form's own words ---------------------------------------------------------------------------------------


def said_in(tree: ast.AST) -> set[str]:
    """Every literal that goes through a `say`."""
    found: set[str] = set()
    for call in ast.walk(tree):
        name = getattr(call, "func", None)
        if not isinstance(call, ast.Call) or getattr(name, "id", getattr(name, "attr", "")) != "say":
            continue
        found |= {part.value for part in ast.walk(call.args[0]) if type(getattr(part, "value", None)) is str}
    return found


def fields_said(words: GanttWords) -> set[str]:
    return {getattr(words, field.name) for field in fields(words)}


def form_words() -> set[str]:
    house = ROOT / "nursedesk"
    files = [file for folder in ("paper", "pictures") for file in (house / "outputs" / folder).glob("*.py")]
    files += [house / "outputs" / "shift_visits.py", house / "desk" / "shift.py", house / "desk" / "downtime.py"]
    literals = [said_in(ast.parse(file.read_text("utf-8"))) for file in files]
    tables: list[Mapping[str, str]] = [given.ROUTES, given.PURPOSES, given.STOPPED, sheet.SETTINGS]
    tables += [biller._HEADS, biller._SEVERITIES, biller._MOMENTS, MEANINGS]
    words = set().union(*literals, *(table.values() for table in tables))
    words |= {column.head for column in (*tables_of_form.GIVEN, *tables_of_form.CHARGES)}
    words |= {label.value for label in Label} | {status.value for status in SheetStatus} | {*MONTHS}
    words |= {row.label for row in REVENUE} | {
        GIVEN_NOTE,
        TIMELINE_NOTE,
        TITLE_TEXT,
        sheet._CPT,
        signatures.DRAFT,
    }
    words |= {NOT_RECORDED, charges._NEW, charges._CHANGED, biller.ALL_TIMES, UNKNOWN[1], *formats._UNITS.values()}
    words |= {column.head for column in (*shift_visit.LINES, *shift_foot._OPEN, *shift_foot._LOOK)}
    words |= {*shift_visit._STATUS.values(), *Match, *(word for _, word in shift_foot.FIGURES)}
    words |= {head for head, _, _ in (*downtime._UP, *downtime._BLANK)} | {"prepared", downtime.HOW}
    words |= {downtime.TITLE_TEXT, shift_pages.TITLE_TEXT, NOTICE, shift_foot.LOOKED_THROUGH}
    words |= {shift_pages.LINES_NOTE, shift_pages.CHAIRS_NOTE, shift_pages.MORE, *fields_said(GanttWords())}
    words |= {device.value.replace("_", " ") for device in Device}
    for field in fields(TimelineWords()):
        value = getattr(TimelineWords(), field.name)
        words |= {*value.values()} if isinstance(value, dict) else {value}
    return words


def test_every_word_of_the_form_is_translated() -> None:
    words = form_words()
    assert len(words) > 150
    assert words - set(WORDS) == set()
    assert {own for own, other in WORDS.items() if own == other} == set(words_es_paper.SAME)
    assert set(words_es_paper.WORDS) & set(words_es_log.WORDS) == set()
    for own, other in WORDS.items():
        assert fields_of(own) == fields_of(other)


def test_no_word_is_kept_that_the_form_does_not_say() -> None:
    assert set(WORDS) - form_words() == set()
