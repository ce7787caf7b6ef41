"""What a person does at the desk besides a plain visit, through the real widgets; then what was stored."""

from pathlib import Path

import pytest
from nursedesk.desk import hang, run
from nursedesk.desk.daybook import Settled
from nursedesk.record.encounter import LineState, Status
from nursedesk.record.events import EncounterId, PersonId
from nursedesk.store.ledger import Outcome, SaveState
from nursedesk.ui.frame.model import Saved
from PySide6.QtWidgets import QApplication

from tests.app.suite import PASSWORD, PIN, Suite
from tests.desk.station import infliximab


def _seat(suite: Suite, chair: str = "1", name: str = "ROE, Jane") -> EncounterId:
    suite.hands.press(f"checkInButton_{chair}")
    suite.hands.type("nameField", name, enter=False)
    suite.hands.press("firstAccessField_peripheral")
    suite.hands.press("checkInButton")
    suite.settle()
    return EncounterId(suite.shell.core.daybook.in_chair(chair).id)


def _run(suite: Suite, visit: EncounterId) -> str:
    core = suite.shell.core
    core.press(visit, lambda one: hang.hang_and_start(core.daybook, one, infliximab()))
    suite.settle()
    return core.visit(visit).administrations[0].line


def _kinds(suite: Suite, visit: EncounterId) -> list[str]:
    return [event.kind for event in suite.shell.core.desk.ledger.events_of(visit)]


def test_the_lock_asks_the_pin_and_timers_go_on(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.hands.press("lockButton")
    suite.clocks.pass_(30)
    suite.hands.type("pinField", "999999")
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the PIN is checked")
    assert suite.station.frame.currentWidget() is not suite.shell.window
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "unlocked")
    suite.shell.tick()
    suite.settle()
    assert suite.shell.board.page.card("1").rows()[0].model().elapsed_text == "30\N{NO-BREAK SPACE}min"
    kinds = [event.kind for event in suite.shell.core.desk.ledger.station_events(("SignedIn", "Locked"))]
    assert kinds == ["SignedIn", "Locked", "SignedIn"]


def test_a_colleague_stops_the_line_and_the_record_says_so(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.hands.press("lockButton")
    suite.hands.press("otherPersonButton")
    suite.hands.press("typeNameButton")
    suite.hands.type("signInNameField", "mruiz", enter=False)
    suite.hands.type("passwordField", PASSWORD)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "signed in")
    suite.clocks.pass_(20)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    (line,) = suite.shell.core.visit(visit).administrations
    assert (line.started_by, line.stopped_by, line.state) == ("jdoe", "mruiz", LineState.STOPPED)


def test_a_hand_over_names_the_next_nurse(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    line = _run(suite, visit)
    suite.shell.handing.open()
    suite.shell.handing._dialog._nurse.combo.setCurrentIndex(0)
    suite.shell.handing._dialog._weigh()
    suite.hands.press("handOverNowButton")
    suite.settle()
    handed = [one.body for one in suite.shell.core.desk.ledger.events_of(visit) if one.kind == "HandedOver"]
    assert [(one.to, one.lines) for one in handed] == [("mruiz", (line,))]
    assert suite.shell.core.visit(visit).nurse == "mruiz"


def test_undo_on_the_board_takes_the_stop_back(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(20)
    suite.hands.press("stopButton_1_1")
    suite.hands.press("undoButton")
    suite.settle()
    assert _kinds(suite, visit)[-2:] == ["Stopped", "Voided"]
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING
    assert suite.hands.find("stopButton_1_1")


def test_a_stop_under_sixteen_minutes_is_said_once(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(14)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    assert suite.shell.message.sentence() == "14 min is charged as a push. Times right?"
    suite.hands.press("undoButton")
    assert suite.shell.message.sentence() == "", "its cause is undone"


def test_what_was_not_saved_is_said_and_no_longer_shown(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    bridge, ledger = suite.shell.bridge, suite.shell.core.desk.ledger
    refused: list[object] = []

    class Full:
        """A ledger on a full disk."""

        def append(self, events: tuple, done: object) -> None:
            refused.append(events)
            ids = tuple(event.header.event_id for event in events)
            done(Outcome(SaveState.NOT_SAVED, "The disk is full: write it on paper.", ids))

    bridge._ledger = Full()
    suite.hands.press("stopButton_1_1")
    suite.hands.wait(lambda: suite.shell.message.sentence() != "", "it is said")
    bridge._ledger = ledger
    assert suite.shell.message.sentence() == "The disk is full: write it on paper."
    assert suite.shell.window.bar._saved.state() is Saved.NOT_SAVED
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING
    assert suite.hands.find("stopButton_1_1")
    assert len(refused) == 1
    assert Settled.NOT_SAVED.value == SaveState.NOT_SAVED.value


def test_a_reopened_ticket_becomes_version_two_and_the_first_stands(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(40)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    _sign(suite, visit, 1)
    first = suite.shell.core.visit(visit).signed_ticket
    suite.shell.encounter.open(visit)
    suite.shell.encounter._reopen("stop was later")
    suite.settle()
    assert suite.shell.core.visit(visit).status is Status.OPEN
    assert suite.shell.core.visit(visit).signed_ticket == first
    _sign(suite, visit, 2)
    statuses = [(one.version, one.status) for one in suite.shell.core.desk.ledger.tickets(encounter_id=visit)]
    assert statuses == [(1, "replaced"), (2, "signed")]
    suite.shell.window.show_page("tickets")
    suite.settle()


def _sign(suite: Suite, visit: EncounterId, version: int) -> None:
    suite.shell.closing.open(visit)
    if version == 1:
        suite.hands.press_first("fix_tolerated_")
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: suite.shell.core.visit(visit).version == version, "signed")
    suite.settle()


def test_an_administrator_adds_a_nurse_who_can_sign_in(suite: Suite) -> None:
    suite.sign_in("admin")
    suite.shell.window.show_page("settings")
    for name, text in (
        ("personNameField", "Tola Adeyemi"),
        ("personCredentialField", "RN"),
        ("personSignInField", "tadeyemi"),
        ("personPasswordField", PASSWORD),
        ("personPinField", "394072"),
    ):
        suite.hands.type(name, text, enter=False)
    suite.hands.press("addPersonButton")
    suite.settle()
    assert suite.shell.core.daybook.suite.person("tadeyemi").name == "Tola Adeyemi"
    suite.hands.press("lockButton")
    suite.hands.press("otherPersonButton")
    suite.hands.press("typeNameButton")
    suite.hands.type("signInNameField", "tadeyemi", enter=False)
    suite.hands.type("passwordField", PASSWORD)
    suite.hands.wait(lambda: suite.shell.core.daybook.session.person.id == "tadeyemi", "signed in")


def test_who_may_not_chart_is_told_and_nothing_is_recorded(suite: Suite) -> None:
    suite.sign_in("admin")
    suite.hands.press("checkInButton_1")
    suite.hands.type("nameField", "ROE, Jane", enter=False)
    suite.hands.press("checkInButton")
    assert "role does not allow" in suite.hands.find("nameField_error").text()
    assert suite.shell.core.daybook.in_chair("1") is None


def test_a_corrected_time_is_struck_and_labelled(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    line = _run(suite, visit)
    suite.clocks.pass_(40)
    core = suite.shell.core
    core.press(visit, lambda one: run.stop(core.daybook, one, line))
    suite.settle()
    stop = next(one for one in core.daybook.events(visit) if one.kind == "Stopped")
    suite.shell.encounter.open(visit)
    when = stop.header.occurred.replace(minute=stop.header.occurred.minute - 10)
    suite.shell.encounter._correct_time(stop.header.event_id, when, "bag was empty")
    suite.settle()
    (note,) = core.visit(visit).time_notes
    assert (note.label, note.was, note.now) == ("CORRECTION", stop.header.occurred, when)
    assert _kinds(suite, visit)[-1] == "Corrected"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_is_shown_in_both_looks(suite: Suite, look: str) -> None:
    from nursedesk.app import looks
    from nursedesk.desk import station_file

    station_file.change(suite.folder, theme=look)
    looks.use(QApplication.instance(), station_file.read(suite.folder))
    suite.sign_in()
    _seat(suite)
    for page in ("board", "encounter", "tickets", "shift", "settings", "help"):
        suite.shell.window.show_page(page)
        suite.settle()
        assert suite.shell.window.page() == page
        assert not suite.station.frame.grab().isNull()


def test_people_are_named_as_they_sign(suite: Suite) -> None:
    suite.sign_in()
    assert suite.shell.core.daybook.session.person.id == PersonId("jdoe")
    assert "J. Doe RN" in suite.hands.find("nurseMenuButton").accessibleName()
