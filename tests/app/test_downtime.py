"""A disk that takes nothing: it is said, presses count on, a sheet can be made; a well disk has it all after."""

from pathlib import Path

import pytest
from nursedesk.app import downtime as downtime_wiring
from nursedesk.desk import station_file
from nursedesk.outputs.paper.printing import Outcome
from nursedesk.record.events import EncounterId
from nursedesk.store.errors import DiskFull
from nursedesk.store.verify import verify
from nursedesk.store.writer import Writer
from nursedesk.ui.frame.model import Saved
from nursedesk.ui.kit import Paragraph
from pypdf import PdfReader

from tests.app.suite import Suite
from tests.bad_inputs.window import check_in, hang, is_shown, seated


class Refusing:
    """Stands where the writer writes, and refuses while told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = False
        real = Writer._write

        def write(writer: Writer, *arguments: object) -> None:
            if self.refuses:
                raise DiskFull("The disk is full: write the time on paper and make space on this computer.")
            real(writer, *arguments)  # type: ignore[arg-type] what it was called with

        monkeypatch.setattr(Writer, "_write", write)
        monkeypatch.setattr("nursedesk.store.writer._RETRY_SECONDS", 0.05)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, suite: Suite, tmp_path: Path) -> Refusing:
    station_file.change(suite.folder, journal=str(tmp_path / "second disk"))
    return Refusing(monkeypatch)


def _shown(suite: Suite) -> Saved:
    indicator = suite.hands.find("savedIndicator")
    return indicator.state()  # type: ignore[attr-defined,no-any-return] the indicator's own


def test_a_full_disk_is_told_truly_and_nothing_is_lost(suite: Suite, disk: Refusing) -> None:
    suite.sign_in()
    check_in(suite)
    suite.settle()
    assert _shown(suite) is Saved.SAVED
    assert not is_shown(suite, "downtimeButton")
    disk.refuses = True
    suite.hands.press("hangButton_1")
    suite.hands.press("hangCancelButton")
    visit = seated(suite).id
    suite.shell.core.daybook.write(EncounterId(visit), *_note("under a full disk"))
    suite.hands.wait(lambda: _shown(suite) is Saved.NOT_SAVED, "the disk's refusal is shown")
    assert "write the time on paper" in suite.shell.message.sentence()
    assert "emergency journal" in suite.shell.message.sentence()
    assert is_shown(suite, "downtimeButton")
    assert any(event.kind == "Noted" for event in suite.shell.core.daybook.events(EncounterId(visit)))
    assert not any(event.kind == "Noted" for event in suite.shell.core.desk.ledger.events_of(EncounterId(visit)))
    disk.refuses = False
    suite.hands.wait(lambda: _shown(suite) is Saved.SAVED, "the disk takes it")
    suite.settle()
    assert not is_shown(suite, "downtimeButton")
    assert "in the record now" in suite.shell.message.sentence()
    kinds = [event.kind for event in suite.shell.core.desk.ledger.events_of(EncounterId(visit))]
    assert kinds.count("Noted") == 1
    assert suite.shell.core.desk.ledger.station_events(("Recovered",))
    assert verify(suite.folder, suite.shell.core.desk.ledger.keys).clean


def _note(text: str) -> tuple[object, ...]:
    from nursedesk.record.events import Noted

    return (Noted(text),)


def test_a_window_closed_with_presses_only_in_the_journal_has_them_the_next_time(
    suite: Suite, disk: Refusing
) -> None:
    suite.sign_in()
    check_in(suite)
    visit = EncounterId(seated(suite).id)
    suite.settle()
    disk.refuses = True
    suite.shell.core.daybook.write(visit, *_note("under a full disk"))
    suite.hands.wait(lambda: _shown(suite) is Saved.NOT_SAVED, "the disk's refusal is shown")
    suite.close()
    disk.refuses = False
    again = Suite.open(suite.folder, suite.clocks)
    again.hands.wait(lambda: again.station.entrance.desk is not None, "the record is open")
    assert any("in the record now" in one.text() for one in again.station.entrance.page.findChildren(Paragraph))
    again.sign_in()
    assert [e.kind for e in again.shell.core.desk.ledger.events_of(visit)].count("Noted") == 1
    again.close()


def test_the_sheet_has_what_is_up_and_goes_where_the_person_says(
    suite: Suite, disk: Refusing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.sign_in()
    check_in(suite)
    hang(suite)
    suite.pass_(minutes=20)
    disk.refuses = True
    suite.shell.core.daybook.write(EncounterId(seated(suite).id), *_note("x"))
    suite.hands.wait(lambda: _shown(suite) is Saved.NOT_SAVED, "the disk's refusal is shown")
    monkeypatch.setattr(downtime_wiring, "printers", lambda: ())
    monkeypatch.setattr(downtime_wiring, "default_printer", lambda: "")
    out = tmp_path / "sheet.pdf"
    asking = downtime_wiring.QFileDialog
    monkeypatch.setattr(asking, "getSaveFileName", lambda *_: (str(out), ""))
    suite.hands.press("downtimeButton")
    text = " ".join(PdfReader(out).pages[0].extract_text().split())
    assert "ROE, Jane" in text
    assert "inFLIXimab 400 mg" in text
    assert "09:00" in text
    assert "had not taken by then: 1" in text
    disk.refuses = False
    suite.settle()


def test_a_printer_that_has_vanished_is_said_and_no_other_prints(
    suite: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.sign_in()
    check_in(suite)
    station_file.change(suite.folder, printer="Suite-2", language="es")
    monkeypatch.setattr(downtime_wiring, "printers", lambda: ("Front-Desk",))
    monkeypatch.setattr(downtime_wiring, "default_printer", lambda: "Front-Desk")
    printed: list[object] = []
    monkeypatch.setattr(downtime_wiring, "print_downtime", lambda *asked: printed.append(asked))
    out = tmp_path / "sheet.pdf"
    said: list[str] = []
    monkeypatch.setattr(
        downtime_wiring.QFileDialog,
        "getSaveFileName",
        lambda *_: (said.append(suite.shell.message.sentence()), (str(out), ""))[1],
    )
    downtime_wiring.Downtime(suite.shell.core, suite.station.frame).press()
    assert printed == []
    assert said == [
        "The printer “Suite-2” is not there: nothing was printed, there or elsewhere. Save the sheet as a PDF, or "
        "write on any paper."
    ]
    text = " ".join(PdfReader(out).pages[0].extract_text().split())
    assert "Hoja de contingencia" in text
    suite.settle()


def test_the_computers_default_printer_is_named_before_anything_is_printed_on_it(
    suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.sign_in()
    check_in(suite)
    default, printed = ["Front-Desk"], []
    monkeypatch.setattr(downtime_wiring, "printers", lambda: ("Front-Desk", "Billing"))
    monkeypatch.setattr(downtime_wiring, "default_printer", lambda: default[0])
    monkeypatch.setattr(
        downtime_wiring,
        "print_downtime",
        lambda sheet, name, paper: (
            printed.append(name),
            Outcome(True, f"The downtime sheet was sent to “{name}”."),
        )[1],
    )
    downtime = downtime_wiring.Downtime(suite.shell.core, suite.station.frame)
    downtime.press()
    assert printed == []
    assert suite.shell.message.sentence() == (
        "No printer is chosen here, so nothing was printed: press once more to print on “Front-Desk”, this "
        "computer’s default printer, or choose another in Settings."
    )
    default[0] = "Billing"
    downtime.press()
    assert printed == []
    assert "“Billing”" in suite.shell.message.sentence()
    downtime.press()
    assert printed == ["Billing"]
