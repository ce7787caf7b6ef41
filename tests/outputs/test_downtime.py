"""The downtime sheet: what is up with its times, and enough lines to write on, whatever the room holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.downtime import DowntimeSheet, UpLine, downtime_pdf, print_downtime
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.words_paper import say_in
from pypdf import PdfReader

NOW = datetime(2026, 11, 24, 19, 2, tzinfo=UTC)
LINE = UpLine(
    *("3", "MORENO, Luisa", "40 20 113", "inFLIXimab 400 mg", "IV infusion", "peripheral left forearm", "running"),
    NOW - timedelta(minutes=47),
)
SHEET = DowntimeSheet(
    "Elm Street Infusion", ZoneInfo("America/New_York"), NOW, "J. Doe RN", (LINE,), ("1", "2"), 3
)


def _pages(sheet: DowntimeSheet, paper: Paper = Paper.LETTER) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(downtime_pdf(sheet, paper))).pages]


@pytest.mark.parametrize("paper", Paper)
def test_what_is_up_stands_on_one_page_with_room_to_write(qapp: object, paper: Paper) -> None:
    (page,) = _pages(SHEET, paper)
    for words in (
        *("Downtime sheet", "Elm Street Infusion", "MORENO, Luisa", "40 20 113", "inFLIXimab 400 mg", "13:15"),
        *("running", "Free chairs: 1, 2.", "had not taken by then: 3", "late entry", "Write here", "page 1 of 1"),
    ):
        assert words in page, words


def test_yesterdays_start_has_its_day_and_a_prepared_line_has_none(qapp: object) -> None:
    lines = (
        replace(LINE, started=NOW - timedelta(days=1)),
        replace(LINE, started=None, state="prepared"),
    )
    (page,) = _pages(replace(SHEET, lines=lines))
    assert "23-Nov-2026" in page
    assert "not started" in page


def test_an_empty_room_is_lines_to_write_on(qapp: object) -> None:
    (page,) = _pages(replace(SHEET, lines=(), free_chairs=(), not_saved=0))
    assert "None" in page
    assert "No chair is free." in page
    assert "not taken" not in page


def test_forty_lines_repeat_their_head_and_leave_room_to_write(qapp: object) -> None:
    found = _pages(replace(SHEET, lines=(LINE,) * 40))
    assert len(found) == 4
    assert all("Paused · resumed" in page for page in found[:3])
    assert sum(page.count("MORENO, Luisa") for page in found) == 40
    assert "Write here" in "".join(found[2:])


def test_marks_in_a_name_are_written_out(qapp: object) -> None:
    (page,) = _pages(replace(SHEET, lines=(replace(LINE, patient="\u202eEOR, Jane<b>", drug="x\x00y"),)))
    assert "\u202e" not in page
    assert "<b>" in page


def test_a_printer_that_is_not_there_is_said(qapp: object) -> None:
    outcome = print_downtime(SHEET, "No such printer")
    assert not outcome.sent
    assert "did not take the downtime sheet: save it as a PDF" in outcome.message


def test_in_spanish_nothing_of_ours_is_english(qapp: object) -> None:
    (page,) = _pages(replace(SHEET, say=say_in(Language.SPANISH)))
    for words in (
        *("Hoja de contingencia", "Sillones libres: 1, 2.", "no había guardado: 3", "anotación tardía"),
        *("Escriba aquí", "Lo que está puesto ahora", "Situación a 24-nov-2026", "Iniciales", "página 1 de 1"),
    ):
        assert words in page, words
    for english in ("Chair", "Write", "Patient", "page", "Initials", "Entered", "As of"):
        assert english not in page, english
