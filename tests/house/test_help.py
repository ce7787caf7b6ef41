"""Help says the same in both languages: the same sections, rows, lists, commands and keys."""

import re

import pytest
from nursedesk.app.language import speak
from nursedesk.outputs.languages import Language
from nursedesk.ui.people.words import role_table_markdown
from PySide6.QtWidgets import QApplication

from tests.house.test_spanish import KEPT
from tests.house.tree import ROOT

ENGLISH, SPANISH = (
    (ROOT / "resources" / "manual" / name).read_text(encoding="utf-8") for name in ("help.md", "help.es.md")
)


def sections(text: str) -> list[str]:
    return re.split(r"(?m)^#+ ", text)[1:]


def shape(section: str) -> tuple[int, int, int, list[str], list[str]]:
    """Rows, points and paragraphs of a section, what is to be typed, and the keys with Ctrl."""
    lines = section.split("\n")[1:]
    return (
        sum(line.startswith("|") for line in lines),
        sum(line.startswith(("- ", "1. ", "2. ", "3. ")) for line in lines),
        sum(bool(line) and not line.startswith(("|", "-", "1", "2", "3")) for line in lines),
        # What is typed is the same, save for the one word that is read in both languages.
        sorted(typed.replace(" cada ", " every ") for typed in re.findall(r"`[^`]+`", section)),
        sorted(re.findall(r"Ctrl\+\S|\bF1\b", section)),
    )


PAIRS = list(zip(sections(ENGLISH), sections(SPANISH), strict=False))


def test_both_have_the_same_sections() -> None:
    own, spanish = (re.findall(r"(?m)^(#+) (.+)$", text) for text in (ENGLISH, SPANISH))
    titles = [f"{one[1]} / {other[1]}" for one, other in zip(own, spanish, strict=False)]
    assert [level for level, _ in own] == [level for level, _ in spanish], titles


@pytest.mark.parametrize(("own", "spanish"), PAIRS, ids=[own.split("\n")[0] for own, _ in PAIRS])
def test_each_section_says_as_much(own: str, spanish: str) -> None:
    assert shape(spanish) == shape(own)


def test_the_table_of_roles_is_the_programs_own_in_spanish_too(qapp: QApplication) -> None:
    speak(qapp, Language.SPANISH)
    try:
        assert role_table_markdown() in SPANISH
    finally:
        speak(qapp, Language.ENGLISH)


def test_what_is_named_in_spanish_is_called_so_on_the_screen() -> None:
    """*Words in italics* are the names of presses: as the screen says them, capitals and dots aside."""
    said = {re.sub(r"[ …?¿]", "", one.spanish).lower() for one in KEPT}
    named = {name for name in re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", SPANISH) if "," not in name}
    gone = {name for name in named if re.sub(r"[ …?¿]", "", name).lower() not in said}
    assert gone <= {"mostrar sillones libre", "bien", "nota", "mal"}
