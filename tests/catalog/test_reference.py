"""The reference holds every part of the fact sheet, its facts corrected, and is refused when a row is wrong."""

import csv
import re
import shutil
from functools import lru_cache
from pathlib import Path

import pytest
from nursedesk.catalog import resources
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.rulebook import BadTable, load_rulebook
from nursedesk.cli.examples import coded_examples, units_by_code
from nursedesk.coding.reference import PLACEHOLDERS, Kind, Reference
from nursedesk.outputs.reference_minutes import thresholds
from nursedesk.outputs.reference_page import Page, code_page, concerns, latest, topics

from tests.house.tree import ROOT

SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" / "000_d0fa13078c279c2e.txt"
TABLE_HEADS = {24, 48, 92, 110, 126, 135, 142, 148, 170, 179, 201, 215, 232}
"""Lines of the fact sheet that only name a table's columns."""
FIGURES = re.compile(r"(?<![.\w])(?:16|31|61|90|91|150|151|211)\b(?!\.\d)")
BOOK = load_rulebook()


@lru_cache(maxsize=1)
def reference() -> Reference:
    return load_reference(BOOK.codes)


def parts() -> list[dict[str, str]]:
    with (Path(__file__).parent / "seed_page.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def words_of(page: Page) -> str:
    said = [page.title, *page.facts]
    for section in page.sections:
        said += [section.heading, *section.columns, *(cell for entry in section.entries for cell in entry.cells)]
    return "\n".join(said)


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    found = {page.key: words_of(page) for page in topics(reference(), BOOK)}
    found |= {code.code: words_of(code_page(code, reference(), BOOK)) for code in BOOK.codes.values()}
    return found


def texts() -> list[str]:
    """Every text of the reference as it is written down, figures not yet filled in."""
    data = reference()
    said = [x.says for x in data.rules] + [x.says for x in data.notes] + [x.holds for x in data.corrections]
    return said + [
        cell
        for topic in data.topics
        for section in topic.sections
        for entry in section.entries
        for cell in entry.cells
    ]


@pytest.mark.parametrize("part", parts(), ids=lambda part: part["about"])
def test_each_part_of_the_fact_sheet_is_there_with_its_fact_corrected(part: dict[str, str]) -> None:
    assert part["finds"] in pages()[part["page"]]


@pytest.mark.skipif(not SEED.exists(), reason="the fact sheet is not beside the repository")
def test_no_line_of_the_fact_sheet_was_left_out() -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    filled = {n for n, line in enumerate(lines, 1) if re.search(r"[A-Za-z]{3}", line)}
    assert filled - {int(part["line"]) for part in parts()} - TABLE_HEADS == set()


@pytest.mark.skipif(not SEED.exists(), reason="the fact sheet is not beside the repository")
def test_no_sentence_of_the_fact_sheet_is_in_the_reference() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[n : n + 7]) for n in range(len(words) - 6)}

    sheet = runs(SEED.read_text(encoding="utf-8"))
    assert [run for page in pages().values() for run in runs(page) if run in sheet] == []


def test_every_code_has_a_purpose_an_exclusion_or_error_and_rules() -> None:
    for code in BOOK.codes.values():
        kinds = {note.kind for note in reference().notes if concerns(note, code)}
        assert {Kind.PURPOSE, Kind.MODIFIER, Kind.ERROR} <= kinds, code.code
        headings = [section.heading for section in code_page(code, reference(), BOOK).sections]
        assert "Rules" in headings
        assert "Minutes" in headings


def test_every_correction_is_marked_where_it_belongs() -> None:
    data = reference()
    entries = [entry for topic in data.topics for section in topic.sections for entry in section.entries]
    marked = {x.id for holder in (*data.notes, *entries) for x in holder.corrects}
    assert marked == {x.id for x in data.corrections}


def test_thresholds_are_never_written_down_a_second_time() -> None:
    assert [text for text in texts() if FIGURES.search(text)] == []
    assert set(thresholds(latest(BOOK), BOOK.settings)) == PLACEHOLDERS


def test_figures_follow_the_profile_and_corrections_do_not() -> None:
    card = load_rulebook("reference-card")
    page = code_page(card.codes["96366"], reference(), card)
    assert "Charging a further hour at 89 minutes. It begins with 90." in words_of(page)
    assert "minutes by profile reference-card" in page.facts
    held = [
        x.holds for section in page.sections for entry in section.entries for x in entry.corrects if x.id == "A1"
    ]
    assert held[0].startswith("90 minutes earn none")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resources.path("reference"), tmp_path / "reference")
    return tmp_path / "reference"


WRONG = [
    ("sources.csv", "2024-07-01", "July 2024", r'sources.csv line 4: as_of is "July 2024", not a date'),
    (
        "sources.csv",
        ",secondary",
        ",hearsay",
        r'sources.csv line 8: grade is "hearsay", not one of read, secondary',
    ),
    ("sources.csv", "key,title", "key,name", r'sources.csv line 1: the column "name" is unknown'),
    ("rules.csv", ",mac\n", ",nobody\n", r"rules.csv line 4: no source 'nobody'"),
    ("rules.csv", "{push_to}", "{push_too}", r"rules.csv line 5: no threshold push_too"),
    ("rules.csv", "{push_to}", "{push_to", r"rules.csv line 5: .*brace"),
    ("rules.csv", "R1.2,", "R1.1,", r"rules.csv line 3: R1.1 stands in line 2 already"),
    ("notes.csv", "96361,purpose", "96362,purpose", r"notes.csv line 3: no code or family 96362"),
    ("notes.csv", "96361,purpose", "96361,reason", r'notes.csv line 3: kind is "reason", not one of'),
    ("notes.csv", ",R6.3,mac,\n", ",R66,mac,\n", r"notes.csv line 3: no rule R66"),
    ("notes.csv", ",R6.3,mac,\n", ",R6.3,mac,Z9\n", r"notes.csv line 3: no correction Z9"),
    ("notes.csv", ",R6.3,mac,\n", ",R6.3,,\n", r"notes.csv line 3: source is missing"),
    ("notes.csv", ",R6.3,mac,\n", ",R6.3,mac,,\n", r"notes.csv line 3: 7 cells, not 6"),
    ("published.csv", "96365,work RVU", "99999,work RVU", r"published.csv line 2: no code 99999"),
    ("published.csv", "total RVU (non-facility),1.88", "work RVU,1.88", r"published.csv line 3: 96365 work RVU"),
    ("outside.csv", "96373,", "96365,", r"outside.csv line 2: 96365 is a code of the rule data"),
    ("topics/about.toml", '"Work RVU", "0.21"', '"Work RVU"', r"about.toml line 9: 1 cells for 2 columns"),
    ("topics/about.toml", 'corrects = ["B1"]', 'corrects = ["B0"]', r"about.toml line 9: no correction B0"),
    ("topics/about.toml", 'heading = "What it reports"', 'head = "x"', r"about.toml line 15: unknown key head"),
    ("topics/about.toml", "order = 1", 'order = "one"', r"about.toml line 1: order of the wrong kind"),
    ("topics/about.toml", "order = 1", "order =", r"about.toml: .*line 2"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "sentence"), WRONG, ids=lambda x: str(x)[:30])
def test_a_wrong_row_is_refused_with_file_line_and_reason(
    folder: Path, name: str, right: str, wrong: str, sentence: str
) -> None:
    text = (folder / name).read_text("utf-8")
    assert right in text
    (folder / name).write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(BadTable, match=sentence):
        load_reference(BOOK.codes, folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "rules.csv").unlink()
    with pytest.raises(BadTable, match=r"rules\.csv cannot be read"):
        load_reference(BOOK.codes, folder)


def test_a_published_figure_is_the_same_wherever_it_is_said() -> None:
    figures = {(x.code, x.fact): x.value for x in reference().published}
    work, total = figures["96365", "work RVU"], figures["96365", "total RVU (non-facility)"]
    for topic in ("about", "rvu"):
        assert f"Work RVU\n{work}" in pages()[topic]
    assert f"(total, not in a facility: {total})" in pages()["rvu"]
    held = {x.id: x.holds for x in reference().corrections}["B1"]
    assert held == f"{work}; {figures['96360', 'total RVU (non-facility)']} is the total RVU of 96360"


def cells_of(key: str, heading: str = "") -> list[tuple[str, ...]]:
    topic = next(topic for topic in reference().topics if topic.key == key)
    return [entry.cells for x in topic.sections if x.heading.startswith(heading) for entry in x.entries]


def test_the_examples_say_what_the_coder_gives() -> None:
    counts = {"none": 0, "one": 1}
    for number, example in enumerate(coded_examples(), 1):
        given = units_by_code(example.tickets["cpt"])
        rows = cells_of("examples", f"Example {number}")
        said = {code: counts[text.split()[0].strip(":,")] for code, text in rows if code.startswith("963")}
        assert said
        assert {code: given.get(code, 0) for code in said} == said
    assert given["96367"] == 1
    assert units_by_code(coded_examples()[0].tickets["cpt"])["J0696"] == 4


def test_procedures_and_diagnoses_it_names_are_those_of_the_rule_data() -> None:
    procedures = {row.code for row in BOOK.procedures}
    named = set(re.findall(r"\b3E0\w{4}\b", "\n".join("\n".join(cells) for cells in cells_of("pcs"))))
    assert named - procedures <= {"3E033PZ"}
    for cells in cells_of("diagnoses"):
        if len(cells) == 4 and (rows := BOOK.diagnoses.get(cells[0])):
            assert rows[-1].billable, cells[0]
