"""The shift page on a real record: a period is read, the room is painted, logs and pictures become files."""

import json
from pathlib import Path

import pytest
from nursedesk.desk.roles import MAY, Deed
from nursedesk.desk.suite import Role
from nursedesk.outputs.languages import Language
from nursedesk.outputs.wording import Wording
from nursedesk.ui.kit import Paragraph
from nursedesk.ui.shift.page import View
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from tests.app.suite import PIN, Suite
from tests.app.test_desk import _run, _seat


@pytest.fixture
def shift(suite: Suite) -> Suite:
    """A line that has run for an hour and a half, and the shift page in front."""
    suite.sign_in()
    _run(suite, _seat(suite))
    suite.pass_(90)
    suite.shell.window.show_page("shift")
    suite.settle()
    return suite


def wiring(shift: Suite):  # type: ignore[no-untyped-def]
    return shift.shell.later["shift"]._made


def wait(shift: Suite) -> None:
    shift.hands.wait(lambda: not shift.shell.core.tasks.busy(), "the work beside the window is done")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf", "json"])
def test_the_log_becomes_a_file_of_its_ending(shift: Suite, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"log.{kind}"
    assert wiring(shift).export(path)
    wait(shift)
    data = path.read_bytes()
    assert data
    if kind == "json":
        assert json.loads(data)["summary"]["open_lines"] == 1
    if kind == "pdf":
        text = PdfReader(path).pages[0].extract_text()
        assert "inFLIXimab" in text and "still up" in text
    assert path.stat().st_mode & 0o777 == 0o600
    kept = shift.shell.core.desk.ledger.station_events(("Exported",))
    shift.settle()
    kept = shift.shell.core.desk.ledger.station_events(("Exported",))
    assert [(event.body.what, event.body.format) for event in kept] == [("shift log", kind)]


def test_another_ending_or_a_missing_folder_is_said(shift: Suite, tmp_path: Path) -> None:
    said: list[str] = []
    shift.shell.core.say = said.append
    assert not wiring(shift).export(tmp_path / "log.doc")
    wiring(shift).export(tmp_path / "nowhere" / "log.csv")
    wait(shift)
    assert "PDF, XLSX, CSV or JSON" in said[0]
    assert "no folder" in said[1]
    assert list(tmp_path.glob("*.*")) == []


def test_a_log_that_is_given_up_leaves_no_file(shift: Suite, tmp_path: Path) -> None:
    said: list[str] = []
    shift.shell.core.say = said.append
    wiring(shift).export(tmp_path / "log.xlsx")
    wiring(shift).page.export_cancelled.emit()
    shift.shell.core.tasks._pool.waitForDone()
    assert "given up" in said[0]
    left = [file.name for file in tmp_path.iterdir() if file.name != "suite"]
    assert left in ([], ["log.xlsx"])  # it may have been done before the press


def test_the_room_is_painted_and_saved(shift: Suite, tmp_path: Path) -> None:
    shift.hands.press("shiftView_room")
    model = wiring(shift).page.room.model
    assert [(row.chair, [bar.label for bar in row.bars]) for row in model.rows] == [("1", ["inFLIXimab"])]
    assert model.rows[0].bars[0].open
    for kind in ("png", "svg", "pdf"):
        assert wiring(shift).save_picture(tmp_path / f"room.{kind}")
        assert (tmp_path / f"room.{kind}").stat().st_size > 500
    assert not wiring(shift).save_picture(tmp_path / "room.bmp")


def test_charts_are_for_those_whose_role_compares_visits(shift: Suite) -> None:
    shift.hands.press("shiftView_charts")
    assert wiring(shift).page.view() is View.CHARTS
    charts = wiring(shift).page.charts
    assert charts.chart is None
    said = charts.findChild(Paragraph, "shiftChartsSaid")
    assert said.isVisible()
    assert "charge nurses, billers, auditors and administrators" in said.text()
    assert MAY[Deed.COMPARE] == {Role.CHARGE_NURSE, Role.BILLER, Role.AUDITOR, Role.ADMINISTRATOR}
    for name in ("shiftChartChoice", "saveChartButton"):
        assert not charts.findChild(QWidget, name).isVisible(), name


def test_an_administrator_sees_the_charts_of_a_month(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in("admin")
    suite.shell.window.show_page("shift")
    suite.hands.press("shiftView_charts")
    wait(suite)
    page = wiring(suite).page
    assert page.charts.chart.title == "Chairs in use, by hour of the day"
    combo = page.findChild(QComboBox, "shiftStretch")
    combo.setCurrentIndex(3)
    combo.activated.emit(3)
    wait(suite)
    period = wiring(suite).period()
    assert (period.end - period.begin).days == 30
    assert page.charts.chart is not None
    assert wiring(suite).save_picture(tmp_path / "chairs.svg")


def test_yesterday_is_a_day_of_the_site(suite: Suite) -> None:
    suite.sign_in()
    suite.shell.window.show_page("shift")
    combo = wiring(suite).page.findChild(QComboBox, "shiftStretch")
    combo.setCurrentIndex(1)
    period = wiring(suite).period()
    assert [at.isoformat() for at in (period.begin, period.end)] == [
        "2026-11-23T05:00:00+00:00",
        "2026-11-24T05:00:00+00:00",
    ]


def test_a_shift_is_signed_off_and_its_log_says_by_whom(shift: Suite, tmp_path: Path) -> None:
    shift.hands.press("signShiftOffButton")
    said = wiring(shift).page.findChild(QLabel, "shiftSignedOff")
    shift.hands.type("pinField", "111222")
    shift.hands.wait(lambda: "Wrong PIN" in shift.hands.find("signInSentence").text(), "a wrong PIN is said")
    assert said.text() == ""
    shift.hands.type("pinField", PIN)
    shift.hands.wait(lambda: said.text() != "", "it is signed")
    assert said.text() == "Signed off by J. Doe RN"
    shift.settle()
    (event,) = shift.shell.core.desk.ledger.station_events(("ShiftSignedOff",))
    assert (event.body.lines, event.body.open_lines) == (1, 1)
    assert (event.header.actor, event.header.auth) == ("jdoe", "pin")
    assert shift.shell.core.daybook.session.auth == "password", "only the signature is by PIN"
    shift.pass_(2)
    shift.shell.window.show_page("board")
    shift.shell.window.show_page("shift")
    assert said.text().startswith("Signed off by J. Doe RN, 24-Nov-2026 10:30 EST, up to")
    shift.shell.core.wording = Wording(Language.SPANISH)
    shift.shell.window.show_page("board")
    shift.shell.window.show_page("shift")
    assert "24-nov-2026" in said.text() and ", hasta 24-nov-2026" in said.text()
    shift.shell.core.wording = Wording(Language.ENGLISH)
    wiring(shift).export(tmp_path / "log.pdf")
    wait(shift)
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "log.pdf").pages)
    assert "Signed off electronically" in text and "Not signed off" not in text


def test_who_may_not_sign_does_not_sign_a_shift_off(suite: Suite) -> None:
    suite.sign_in("admin")
    said: list[str] = []
    suite.shell.core.say = said.append
    suite.shell.window.show_page("shift")
    suite.hands.press("signShiftOffButton")
    suite.settle()
    assert suite.shell.core.desk.ledger.station_events(("ShiftSignedOff",)) == ()
    assert "does not allow" in said[0]


def test_the_question_goes_with_the_lock_and_nothing_is_signed(shift: Suite) -> None:
    shift.hands.press("signShiftOffButton")
    assert shift.hands.find("whoDialog")
    shift.station.lock()
    assert shift.hands._visible("whoDialog") is None
    shift.hands.wait(lambda: shift.shell.core.daybook.waiting() == 0, "all is saved")
    assert shift.shell.core.desk.ledger.station_events(("ShiftSignedOff",)) == ()


@pytest.mark.parametrize(
    ("passed", "begins"),
    [
        # Signed in at nine in the morning: the shift since seven, and for two hours more the one before.
        (0, "2026-11-24T12:00:00+00:00"),
        (11 * 60, "2026-11-24T12:00:00+00:00"),
        (12 * 60 + 5, "2026-11-25T00:00:00+00:00"),
    ],
)
def test_a_shift_begins_where_the_site_says_one_ends(suite: Suite, passed: int, begins: str) -> None:
    suite.sign_in()
    suite.shell.window.show_page("shift")
    suite.pass_(passed)
    assert suite.shell.core.daybook.suite.facts.shift_ends == ("07:00", "19:00")
    assert wiring(suite).period().begin.isoformat() == begins
