"""The first run's printer: tried with a blank downtime sheet, and said in the screen's language."""

import pytest
from nursedesk.app import welcome
from nursedesk.app.language import speak
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper import downtime
from nursedesk.outputs.paper.printing import Outcome
from PySide6.QtWidgets import QApplication


def test_a_printer_that_is_not_there_is_said(qapp: QApplication) -> None:
    said = welcome.print_test_page("Nowhere", "Elm St Infusion", "America/New_York", ("1", "Window"))
    assert "Nowhere" in said and "did not take" in said


def test_the_test_page_is_a_blank_downtime_sheet_of_the_suite(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[downtime.DowntimeSheet, str]] = []

    def send(sheet: downtime.DowntimeSheet, name: str) -> Outcome:
        sent.append((sheet, name))
        return Outcome(True, f"The downtime sheet was sent to “{name}”.")

    monkeypatch.setattr(downtime, "print_downtime", send)
    speak(qapp, Language.SPANISH)
    try:
        said = welcome.print_test_page("Suite-Laser-2", "Elm St Infusion", "America/New_York", ("1", "Window"))
    finally:
        speak(qapp, Language.ENGLISH)
    ((sheet, name),) = sent
    assert (name, sheet.site, sheet.lines, sheet.free_chairs) == (
        "Suite-Laser-2",
        "Elm St Infusion",
        (),
        ("1", "Window"),
    )
    assert said == "La hoja de contingencia se envió a «Suite-Laser-2»."
