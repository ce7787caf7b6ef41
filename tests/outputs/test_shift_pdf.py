"""The shift log as a PDF: every figure can be copied out, heads are repeated, a year is painted as it comes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper import shift_pages
from nursedesk.outputs.paper.page import Paper, use_fonts
from nursedesk.outputs.paper.shift_pages import write_shift_pdf
from nursedesk.outputs.shift_visits import VisitEntry, entries
from nursedesk.outputs.words_paper import say_in
from nursedesk.outputs.words_signed import in_language
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs.shift_day import TICKET, asked, evening, heading, morning


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> None:
    use_fonts(ROOT / "resources" / "fonts")


def day() -> list[VisitEntry]:
    return list(entries([morning(), evening()], asked()))


def texts(path: Path) -> list[str]:
    return [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(path).pages]


def paint(path: Path, visits: list[VisitEntry], paper: Paper = Paper.LETTER, **more: Any) -> list[str]:
    with path.open("wb") as file:
        write_shift_pdf(file, lambda: visits, replace(heading(), **more), paper)
    return texts(path)


def test_every_figure_is_on_it(tmp_path: Path) -> None:
    (text,) = paint(tmp_path / "log.pdf", day())
    for figure in (
        "Shift log", "Elm Street Infusion Center", "02-Mar-2026 03:00 EST", "2visits", "3lines given",
        "1lines still up", "1charges to look at", "Chair 3", "ROE, Jane", "MRN 40 21 877", "in 03:50, out 05:30",
        "first start 04:00, last stop 05:05", "A-260302-001 v1", "infliximab 400 mg", "correction",
        "96365 × 1, J1745 × 40 JZ", "flushing: paused, seen by A. Castellano MD", "still up", "no ticket yet",
        "lines: 1, to M. Ruiz RN by J. Doe RN, 14:30", "M. Ruiz RN, 14:30", "charge without a line",
        "ondansetron: dose not recorded", "Not signed off", "A · 12,345 · 3f9c", "Not the medical record",
        "page 1 of 1",
    ):  # fmt: skip
        assert re.sub(r"\s+", "", figure) in text, figure


def test_it_says_who_signed_it_off(tmp_path: Path) -> None:
    (text,) = paint(tmp_path / "log.pdf", day(), signed_off="M. Ruiz RN, 02-Mar-2026 15:04 EST")
    assert "SignedoffelectronicallyM.RuizRN,02-Mar-202615:04EST" in text
    assert "Notsignedoff" not in text


def test_pages_repeat_their_heads_and_count_themselves(tmp_path: Path) -> None:
    visits = [replace(one, encounter=f"E{at}") for at, one in enumerate(day() * 30)]
    pages = paint(tmp_path / "log.pdf", visits, Paper.A4)
    assert len(pages) > 4
    for number, text in enumerate(pages, start=1):
        assert f"page{number}of{len(pages)}" in text
        assert "Notthemedicalrecord" in text
        if number > 1:
            assert "Shiftlogcontinued" in text
        if "infliximab400mg" in text:
            assert "Drug,dose" in text
    whole = "".join(pages)
    for at in range(60):
        assert f"E{at}" in whole


def test_more_visits_than_are_held_are_painted_as_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift_pages, "HELD", 10)

    def waiting() -> Iterator[VisitEntry]:
        return (replace(one, encounter=f"E{at}") for at, one in enumerate(day() * 20))

    path = tmp_path / "log.pdf"
    with path.open("wb") as file:
        totals = write_shift_pdf(file, waiting, heading())
    pages = texts(path)
    assert totals.visits == 40
    assert "Figures40visits60linesgiven" in re.sub("[^A-Za-z0-9]", "", "".join(pages))
    for number, page in enumerate(pages, start=1):
        assert f"page{number}of{len(pages)}" in page


def test_pages_are_counted_anew_when_the_record_went_on_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift_pages, "HELD", 10)
    asked_for = iter((20, 60, 60))
    path = tmp_path / "log.pdf"
    with path.open("wb") as file:
        write_shift_pdf(file, lambda: day() * next(asked_for), heading())
    pages = texts(path)
    for number, page in enumerate(pages, start=1):
        assert f"page{number}of{len(pages)}" in page


def test_in_spanish_nothing_of_ours_is_english(tmp_path: Path) -> None:
    """Words of ours stand in Spanish; names, notes and codes as they were charted."""
    spanish = {"signed_off": "", "say": say_in(Language.SPANISH)}
    ticket = in_language(TICKET, Language.SPANISH)
    visits = list(entries([replace(morning(), ticket=ticket), evening()], asked()))
    (text,) = paint(tmp_path / "log.pdf", visits, **spanish)
    for figure in (
        "Registro del turno", "de 02-mar-2026 03:00 EST a 02-mar-2026 15:00 EST, sin incluir", "2visitas",
        "3líneas administradas", "Sillón 3", "Historia clínica 40 21 877", "entró 03:50, salió 05:30",
        "primer inicio 04:00, último fin 05:05", "A-260302-001 v1 · firmada", "infliximab 400 mg", "bolo IV",
        "corrección", "96365 × 1, J1745 × 40 JZ", "Reacción flushing: paused", "aún puesta", "aún sin hoja",
        "líneas: 1, a M. Ruiz RN por J. Doe RN, 14:30", "cargo sin línea", "Turno sin cerrar",
        "No es la historia clínica", "página 1 de 1", "ondansetron: dosis no registrada",
    ):  # fmt: skip
        assert re.sub(r"\s+", "", figure) in text, figure
    for english in ("page", "Chair", "Start", "Stop", "still", "signed", "nurse", "record", "Charged", "minutes"):
        assert english not in text, english


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u202eevil", "[U+202E]evil"),
        ("O'Neil, Aoife", "O'Neil, Aoife"),
        ("a\nb\tc", "a b c"),
        ("x\u200by", "x[U+200B]y"),
        ("=1+1", "=1+1"),
        ("W" * 300, "W" * 40),
    ],
)
def test_any_name_can_be_read_and_none_is_obeyed(tmp_path: Path, name: str, shown: str) -> None:
    visit = replace(day()[0], patient=name, chair="1")
    (text, *_) = paint(tmp_path / "log.pdf", [visit])
    assert re.sub(r"\s+", "", shown) in text


def test_a_hebrew_name_is_isolated_once(tmp_path: Path) -> None:
    (text,) = paint(tmp_path / "log.pdf", [replace(day()[0], patient="כהן, דוד")])
    assert "[U+2068]" not in text
    assert "MRN402" in text


def test_a_period_of_days_has_no_picture(tmp_path: Path) -> None:
    far = heading().asked
    long = replace(far, period=replace(far.period, end=far.period.end + timedelta(days=9)))
    with (tmp_path / "log.pdf").open("wb") as file:
        write_shift_pdf(file, day, replace(heading(), asked=long))
    assert "pale:somebody" not in "".join(texts(tmp_path / "log.pdf"))


def test_cancelling_stops_in_the_middle(tmp_path: Path) -> None:
    def stop() -> Iterator[VisitEntry]:
        yield from day()
        raise KeyboardInterrupt

    with (tmp_path / "log.pdf").open("wb") as file, pytest.raises(KeyboardInterrupt):
        write_shift_pdf(file, stop, heading())


def test_nobody_is_named_in_the_properties(tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    paint(path, day())
    told = " ".join(str(value) for value in (PdfReader(path).metadata or {}).values())
    assert "Shift log" in told
    assert "ROE" not in told
