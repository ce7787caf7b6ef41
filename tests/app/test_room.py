"""The room through the whole program: today's list, chairs out of service, whose a visit is; and the record."""

from pathlib import Path

import pytest
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.app.suite import PASSPHRASE, Suite

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


def stored(suite: Suite, kind: str) -> list[object]:
    """The bodies of that kind, as the record has them."""
    keys = keys_of.open_with_passphrase(suite.folder, PASSPHRASE)
    reader = open_reader(suite.folder, keys)
    bodies = [event.body for event in reader.station_events((kind,))]
    reader.close()
    return bodies


def test_the_list_is_typed_and_checked_in_from(suite: Suite) -> None:
    suite.sign_in()
    hands = suite.hands
    hands.press("expectedButton")
    hands.type("expectedNameField", "VANCE, Tomas", enter=False)
    hands.type("expectedTimeField", "14:30", enter=False)
    hands.type("expectedPlannedField", "iron sucrose 200 mg", enter=False)
    hands.type("expectedBornField", "2-Feb-1961")
    hands.type("expectedNameField", "NOBODY, Time", enter=False)
    hands.type("expectedTimeField", "26:00")
    assert "26:00" in suite.shell.room._dialog._said.text()
    hands.press("arriveExpected_1")
    suite.settle()
    visit = suite.shell.core.daybook.in_chair("1")
    assert (visit.patient.name, visit.patient.birth_date.isoformat()) == ("VANCE, Tomas", "1961-02-02")
    assert suite.shell.board.page.head._expected.text() == "Expected"
    suite.close()
    (listed,) = stored(suite, "PatientExpected")
    assert (listed.at, listed.planned, listed.expected) == ("14:30", "iron sucrose 200 mg", visit.expected)


def test_a_file_is_taken_whole_or_not_at_all(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,time,chair\nVANCE,14:30,4\nROE,09:00,\n", encoding="utf-8")
    bad.write_text("name,time\nA,9:00\nB,noon\n", encoding="utf-8")
    said = suite.shell.room.take_file(bad)
    assert said == (
        'bad.csv line 3: time is "noon", not a 24-hour time such as 09:30. Nothing was taken from the file.'
    )
    assert suite.shell.room.take_file(good) == "2 from good.csv are on the list."
    suite.settle()
    suite.hands.press("arriveButton_4")
    suite.settle()
    assert suite.shell.core.daybook.in_chair("4").patient.name == "VANCE"
    suite.close()
    assert len(stored(suite, "PatientExpected")) == 2


def test_a_chair_out_of_service_is_still_so_tomorrow(suite: Suite) -> None:
    suite.sign_in()
    suite.shell.room.take_out("2")
    suite.hands.press("askDone")
    assert suite.shell.questions.is_open()
    suite.hands.press("outReason_1")
    suite.hands.press("askDone")
    suite.settle()
    assert suite.shell.board.page.card("2").model().word == "Out of service"
    folder, clocks = suite.folder, suite.clocks
    suite.close()
    again = Suite.open(folder, clocks)
    try:
        again.sign_in()
        assert again.shell.core.daybook.suite.room.why_out("2") == "pump broken"
        again.hands.press("putBackButton_2")
        again.settle()
        assert again.shell.board.page.card("2").model().word == "Free"
    finally:
        again.close()
    keys = keys_of.open_with_passphrase(folder, PASSPHRASE)
    assert verify(folder, keys).clean


def test_a_visit_is_given_moved_and_the_chair_freed(suite: Suite) -> None:
    suite.sign_in()
    hands, book = suite.hands, suite.shell.core.daybook
    hands.press("checkInButton_1")
    hands.type("nameField", "ROE, Jane", enter=False)
    hands.press("checkInButton")
    suite.settle()
    visit = book.in_chair("1").id
    suite.shell.room.assign(visit, "mruiz")
    suite.shell.room.move(visit, "3")
    suite.settle()
    assert (book.in_chair("3").nurse, suite.shell.board.page.card("1").model().word) == ("mruiz", "Free")
    hands.press("undoButton")
    assert book.in_chair("1") is not None
    suite.shell.room.free(visit)
    suite.settle()
    kinds = [event.kind for event in book.events(visit)]
    assert kinds == ["Opened", "NurseAssigned", "ChairMoved", "Voided", "ChairFreed"]
