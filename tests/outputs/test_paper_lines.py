"""The timeline on paper: a row for each line, its axis repeated, its words in the PDF."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from nursedesk.outputs.paper.lines import timeline_pieces
from nursedesk.outputs.paper.model import Sheet, SheetStatus
from nursedesk.outputs.paper.page import POINT, use_fonts
from nursedesk.outputs.paper.pdf import ticket_pdf
from nursedesk.record.encounter import LineState, Segment
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs.visits import (
    DIPHENHYDRAMINE,
    ENCOUNTER,
    INFLIXIMAB,
    MAGNESIUM,
    TICKET,
    at,
    empty,
    long_stay,
    push,
    ran,
    sheet_of,
)

WIDTH = 540 * POINT


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> Iterator[None]:
    use_fonts(ROOT / "resources" / "fonts")
    yield


def rows(sheet: Sheet) -> int:
    """Rows of the timeline under its axis."""
    assert sheet.timeline is not None
    pieces = timeline_pieces(sheet.timeline, WIDTH)
    assert all(piece.repeat == (pieces[0],) for piece in pieces[1:])
    return len(pieces) - 1


def test_pushes_share_a_row_and_every_line_has_its_own() -> None:
    assert rows(sheet_of()) == 4


def test_pushes_whose_words_do_not_fit_have_a_row_each() -> None:
    late = [replace(DIPHENHYDRAMINE, id=f"p{n}", line=f"p{n}", segments=push(f"14:{n:02}")) for n in range(10, 16)]
    assert rows(sheet_of(replace(ENCOUNTER, administrations=(INFLIXIMAB, *late)))) == 7


def test_a_bag_of_two_drugs_is_one_row() -> None:
    both = (replace(INFLIXIMAB, line="x", bag="x"), replace(MAGNESIUM, line="x", bag="x", access="A"))
    assert rows(sheet_of(replace(ENCOUNTER, administrations=both))) == 1


def test_sixty_lines_are_sixty_rows() -> None:
    stay, ticket = long_stay()
    assert rows(sheet_of(stay, ticket, look=None)) == 60


def test_a_visit_without_times_has_no_timeline() -> None:
    sheet = sheet_of(empty(), {}, look=None, status=SheetStatus.DRAFT)
    assert sheet.timeline is not None
    assert timeline_pieces(sheet.timeline, WIDTH) == ()


def test_what_goes_on_is_said_beside_its_bar(tmp_path: Path) -> None:
    going = replace(INFLIXIMAB, segments=(Segment(at("11:30")),), state=LineState.RUNNING)
    resting = replace(MAGNESIUM, segments=ran("12:00", "12:50"), state=LineState.PAUSED)
    visit = replace(ENCOUNTER, closed=None, administrations=(going, resting))
    draft = sheet_of(visit, look=None, status=SheetStatus.DRAFT, printed_at=at("14:00"))
    ticket_pdf(draft, tmp_path / "draft.pdf")
    text = PdfReader(tmp_path / "draft.pdf").pages[0].extract_text()
    assert "paused 12:50" in text
    assert text.count("running") >= 2


def test_a_stop_nobody_charted_is_said_beside_its_bar(tmp_path: Path) -> None:
    forgotten = replace(INFLIXIMAB, segments=(Segment(at("11:30")),), state=LineState.STOPPED)
    ticket_pdf(sheet_of(replace(ENCOUNTER, administrations=(forgotten,)), TICKET, look=None), tmp_path / "t.pdf")
    assert "stop not recorded" in PdfReader(tmp_path / "t.pdf").pages[0].extract_text()
