"""One wording for a station: refusals and faults in its language, every one of them known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.ticket import Finding, Severity
from nursedesk.outputs import safe_files, words_es_refusals, words_refusals
from nursedesk.outputs.languages import Language
from nursedesk.outputs.wording import SPANISH_FAULTS, Wording
from nursedesk.store import errors, report, writer

from tests.house.tree import PROGRAM, named, python_files

SPANISH, ENGLISH = Wording(Language.SPANISH), Wording()
SAID_TO_A_PERSON = {
    *(
        name
        for name, one in vars(errors).items()
        if isinstance(one, type) and issubclass(one, errors.NurseDeskError)
    ),
    *("FileNotWritten", "BadTable", "BadSetting", "BadDestination", "NothingToSend", "Answer", "refused"),
}
# What only a command says: restoring a backup, and the program's own tables.
BY_COMMAND = (
    *("store/restore.py", "catalog/rule", "catalog/reference.py", "catalog/drugs.py", "catalog/diagnoses.py"),
    *("catalog/packages.py", "catalog/payer_policy.py", "catalog/favourites.py", "catalog/barcodes.py"),
)
# Tables that a person brings; what is wrong with a row stands in the sentence that names its line.
BROUGHT = (
    "nursedesk/desk/expected_list.py",
    "nursedesk/catalog/strict_csv.py",
    "nursedesk/catalog/charge_master.py",
)


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", words_refusals.REFUSALS)
def test_every_refusal_is_said_in_spanish_with_the_same_figures(key: str) -> None:
    own, spanish = words_refusals.REFUSALS[key], words_es_refusals.REFUSALS.get(key, "")
    assert spanish and spanish != own
    assert fields_of(spanish) == fields_of(own)


@pytest.mark.parametrize("cause", errors._CAUSES, ids=lambda one: one.said)
@pytest.mark.parametrize("kept", ["", f" {writer._KEPT}"], ids=["not kept", "in the journal"])
def test_why_a_press_is_not_saved_has_no_english_word_left(cause: errors._Cause, kept: str) -> None:
    said = SPANISH.fault(errors.explain(OSError(cause.said)) + kept)
    assert ": anote la hora en papel y " in said
    assert not [word for word in ("time", "paper", "disk", "kept", "record", cause.helps) if f" {word}" in said], (
        said
    )


@pytest.mark.parametrize("why", errors._REFUSALS.values())
def test_why_a_place_is_refused_is_said_in_spanish(why: str) -> None:
    said = SPANISH.fault(
        f"The data folder cannot be locked ({why}): nothing was changed; have its permissions mended."
    )
    assert why not in said


def test_no_refusal_is_said_that_is_gone() -> None:
    assert set(words_es_refusals.REFUSALS) <= set(words_refusals.REFUSALS)


def test_a_refusal_is_said_in_the_stations_language() -> None:
    assert SPANISH.refusal("chair_taken", {"chair": "3"}).startswith("El sillón 3 tiene un paciente")
    assert ENGLISH.refusal("chair_taken", {"chair": "3"}).startswith("Chair 3 has a patient")


@pytest.mark.parametrize("known", SPANISH_FAULTS)
def test_every_fault_has_the_same_figures_in_spanish(known: str) -> None:
    assert fields_of(SPANISH_FAULTS[known]) == fields_of(known)
    assert SPANISH_FAULTS[known] != known


def text_of(node: ast.expr) -> str:
    """A literal or an f-string as it might be said, each figure standing in as a 7."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join("7" if isinstance(one, ast.FormattedValue) else str(one.value) for one in node.values)
    return ""


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def sentences(path: Path) -> Iterator[str]:
    """What a file of store, desk, outputs or catalog says to a person when something failed."""
    wanted = SAID_TO_A_PERSON | ({"ValueError"} if named(path) in BROUGHT else set())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in wanted:
            yield from (text for one in node.args if len(text := text_of(one)) > 12 and " " in text)


SAID = [
    (named(path), sentence)
    for room in ("store", "desk", "outputs", "catalog")
    for path in python_files(PROGRAM / room)
    if not named(path).removeprefix("nursedesk/").startswith(BY_COMMAND)
    for sentence in sentences(path)
]


@pytest.mark.parametrize(("path", "sentence"), SAID)
def test_every_fault_is_known_in_spanish(path: str, sentence: str) -> None:
    assert SPANISH.fault(sentence) != sentence


def test_the_faults_are_found() -> None:
    assert len(SAID) > 50


@pytest.mark.parametrize("reason", [*dict.fromkeys(safe_files._REASONS.values())])
def test_why_a_file_was_not_written_is_known_in_spanish(reason: str) -> None:
    said = SPANISH.fault(f"“a.pdf” was not written. {reason}")
    assert said.startswith("No se escribió «a.pdf». ")
    assert reason not in said


@pytest.mark.parametrize("problem", report.Fault)
def test_what_the_checks_find_is_known_in_spanish(problem: report.Fault) -> None:
    sentence = report.Problem(problem, "A", 12, "pages").sentence()
    assert SPANISH.fault(sentence) != sentence


@pytest.mark.parametrize("cause", errors._CAUSES)
def test_what_a_disk_says_is_said_in_spanish(cause: errors._Cause) -> None:
    unsaved = errors.explain(OSError(cause.said))
    failed = str(errors.store_error(OSError(cause.said), "The record could not be read"))
    for sentence in (unsaved, failed):
        said = SPANISH.fault(sentence)
        assert not re.search(r"\b(the|write|because|make|call|check|close|have|restore)\b", said), said
    assert ENGLISH.fault(unsaved) == unsaved


def test_a_sentence_that_is_not_known_stays_as_it_was_said() -> None:
    assert SPANISH.fault("AE: patient unknown") == "AE: patient unknown"


def test_a_refused_list_names_file_line_and_reason_in_spanish() -> None:
    said = SPANISH.fault('list.csv line 4: chair "9" is not one of this suite\'s')
    assert said == 'list.csv, línea 4: el sillón "9" no es de esta sala'


def test_a_stopped_queue_is_said_in_spanish() -> None:
    queue = "The printer “Office” is stopped or paused, and 3 jobs wait in its queue. Nothing was printed. "
    said = SPANISH.fault(queue + "The ticket is safe; save it as a PDF or choose another printer.")
    assert "y 3 trabajos esperan en su cola" in said
    assert said.endswith("La hoja está a salvo; guárdela en PDF o elija otra impresora.")


def test_findings_and_labels_are_said_in_the_stations_language() -> None:
    found = Finding(FindingCode.NO_ORDER, Severity.WARN, "R13", ("A1",), params={"drug": "cefTRIAXone"})
    assert SPANISH.finding(found) == "cefTRIAXone: indicación no registrada"
    assert ENGLISH.finding(found) == "cefTRIAXone: order not recorded"
    assert SPANISH.label("96365") == "Infusión IV, primera hora"


def test_every_drug_of_the_table_says_in_spanish_why_its_family_and_where_its_figures_are_from() -> None:
    for drug in load_rulebook("cpt").drugs.values():
        said = SPANISH.drug(drug)
        assert said.family_basis != drug.family_basis or not drug.family_basis
        assert (said.name, said.display, said.family) == (drug.name, drug.display, drug.family)
        for own, spanish in zip(drug.codes, said.codes, strict=True):
            assert not re.search(r"\b(unit|status|from|to|first|last|file|list)\b", spanish.source)
            assert re.findall(r"\d+", spanish.source) == re.findall(r"\d+", own.source)
        assert ENGLISH.drug(drug) is drug
