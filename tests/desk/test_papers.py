"""A ticket on paper from the record: as signed, amended with what it replaces, a draft of the next version."""

from datetime import timedelta

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import close, correct, hang, run
from nursedesk.desk.papers import Printing, as_signed, ticket_sheet
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.model import ChargeRow, Sheet, SheetStatus
from nursedesk.record.events import DiagnosesSet, EncounterId

from tests.desk.station import Station, infliximab
from tests.outputs.visits import text_of


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook()


@pytest.fixture
def amended(book: Rulebook) -> tuple[Station, EncounterId]:
    """Infliximab for 100 minutes, signed; then its stop is corrected to 85 minutes and it is signed again."""
    station = Station()
    visit = station.seat()
    station.daybook.write(visit, DiagnosesSet(("K50.90",)))
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(100)
    run.stop(station.daybook, station.encounter(visit), line)
    stop = station.saved[-1].header.event_id
    station.pass_(5)
    close.sign(station.daybook, station.encounter(visit), book)
    station.pass_(30)
    close.reopen(station.daybook, station.encounter(visit), "the stop was pressed late")
    when = station.daybook.clock() - timedelta(minutes=50)
    correct.correct_time(station.daybook, station.encounter(visit), stop, when, "bag empty, seen at bedside")
    return station, visit


def sheet(
    station: Station, book: Rulebook, version: int | None = None, draft: bool = False, **more: Language
) -> Sheet:
    printing = Printing("jdoe", station.daybook.clock(), **more)
    return ticket_sheet(station.saved, station.daybook.suite, book, printing, version, draft)


def rows(page: Sheet) -> list[ChargeRow]:
    return [row for group in page.charges for row in group.rows if row.code.startswith("96")]


def test_an_amended_ticket_strikes_through_what_it_replaces(
    amended: tuple[Station, EncounterId], book: Rulebook
) -> None:
    station, visit = amended
    close.sign(station.daybook, station.encounter(visit), book)
    page = sheet(station, book)
    assert page.status is SheetStatus.AMENDED
    assert page.status_detail == "version 2 · original"
    kept, gone = rows(page)
    assert (kept.code, kept.struck, kept.quantity) == ("96365", False, "85 min")
    assert (gone.code, gone.struck) == ("96366", True)
    assert gone.why == "in version 1; no longer charged so"
    assert page.biller[0].head == "Amended"
    said = text_of(page.biller[0].body)
    assert said.startswith("replaces version 1, signed by J. Doe RN, 24-Nov-2026 ")
    assert said.endswith(" · the stop was pressed late")
    correction = page.times[0]
    assert (correction.head, [run.struck for run in correction.body[0]].count(True)) == ("CORRECTION", 1)


def test_the_version_before_is_printed_as_it_was_signed(
    amended: tuple[Station, EncounterId], book: Rulebook
) -> None:
    station, visit = amended
    close.sign(station.daybook, station.encounter(visit), book)
    page = sheet(station, book, version=1)
    assert page.status is SheetStatus.SIGNED
    assert [(row.code, row.struck) for row in rows(page)] == [("96365", False), ("96366", False)]
    assert [entry.head for entry in page.times] == ["All times"]


def test_before_the_second_signature_paper_is_the_first_and_the_preview_a_draft_of_the_second(
    amended: tuple[Station, EncounterId], book: Rulebook
) -> None:
    station, _ = amended
    assert as_signed(station.saved)[0].version == 1
    assert sheet(station, book).status is SheetStatus.SIGNED
    page = sheet(station, book, draft=True)
    assert page.status is SheetStatus.DRAFT
    assert [(row.code, row.struck) for row in rows(page)] == [("96365", False), ("96366", True)]
    assert page.biller[0].head == "Amended"


def test_the_same_ticket_in_spanish_has_the_same_figures(
    amended: tuple[Station, EncounterId], book: Rulebook
) -> None:
    station, visit = amended
    close.sign(station.daybook, station.encounter(visit), book)
    own, spanish = sheet(station, book), sheet(station, book, language=Language.SPANISH)
    assert [(row.code, row.units, row.struck) for row in rows(own)] == [
        (row.code, row.units, row.struck) for row in rows(spanish)
    ]
    assert rows(spanish)[0].label == "Infusión IV, primera hora"
    assert rows(spanish)[0].why.startswith("inicial: infusión terapéutica")
    assert rows(spanish)[1].why == "en la versión 1; ya no se cobra así"
    assert text_of(spanish.biller[0].body).startswith(
        "sustituye a la versión 1, firmada por J. Doe RN, 24-nov-2026"
    )
    assert spanish.signature.meaning.startswith("Significado: Fui responsable")
