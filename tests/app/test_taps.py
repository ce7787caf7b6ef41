"""Presses at a locked and at a curtained station, through the real widgets; then what was stored."""

from datetime import datetime

from nursedesk.app.hands import Hands
from nursedesk.record.encounter import LineState
from nursedesk.record.events import Claimed, Discarded, EncounterId, Source, Stopped
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.app.suite import PASSWORD, PIN, Suite
from tests.app.test_desk import _run, _seat


def _saved(suite: Suite, visit: EncounterId) -> list:
    suite.hands.wait(lambda: suite.shell.core.daybook.waiting() == 0, "all is saved")
    return list(suite.shell.core.desk.ledger.events_of(visit))


def _locked(suite: Suite) -> EncounterId:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(20)
    suite.hands.press("lockButton")
    return visit


def _answer(suite: Suite, field: str, text: str) -> None:
    """Typed into the dialog; the lock behind it asks for a PIN too."""
    Hands(suite.hands.find("whoDialog")).type(field, text)


def _texts(top: QWidget) -> str:
    return " ".join(one.text() for one in top.findChildren(QLabel) if one.isVisible())


def test_a_stop_at_the_lock_counts_from_the_press_and_is_hers_who_says_so(suite: Suite) -> None:
    visit = _locked(suite)
    pressed = suite.clocks.wall
    suite.hands.press("tapButton_1_1")
    assert [event.kind for event in _saved(suite, visit)][-1] == "Tapped", "in the record before anybody answered"
    assert "09:20" in _texts(suite.hands.find("whoDialog"))
    suite.clocks.pass_(2)
    _answer(suite, "pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "the desk opens")
    suite.settle()
    claimed, stopped = [event for event in _saved(suite, visit) if event.kind in ("Claimed", "Stopped")]
    assert isinstance(claimed.body, Claimed)
    assert isinstance(stopped.body, Stopped)
    assert (stopped.header.occurred, stopped.header.source) == (pressed, Source.PRESSED)
    assert (stopped.header.actor, stopped.header.auth) == ("jdoe", "pin")
    assert claimed.header.occurred == suite.clocks.wall
    (line,) = suite.shell.core.visit(visit).administrations
    assert (line.state, line.segments[0].stop) == (LineState.STOPPED, pressed)
    assert suite.hands.find("undoButton").isEnabled()


def test_nothing_of_the_patient_is_on_the_locked_screen(suite: Suite) -> None:
    _locked(suite)
    shown = _texts(suite.station.frame)
    assert "inFLIXimab" in shown
    assert "ROE" not in shown
    assert "40 21 877" not in shown


def test_put_away_it_waits_and_is_claimed_by_a_colleague_at_the_desk(suite: Suite) -> None:
    visit = _locked(suite)
    pressed = suite.clocks.wall
    suite.hands.press("tapButton_1_1")
    suite.hands.press("whoLaterButton")
    assert "Stop pressed 09:20, no name yet" in _texts(suite.station.frame)
    suite.clocks.pass_(4)
    suite.hands.press("otherPersonButton")
    suite.hands.press("typeNameButton")
    suite.hands.type("signInNameField", "mruiz", enter=False)
    suite.hands.type("passwordField", PASSWORD)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "signed in")
    suite.hands.press("claimPress_1")
    suite.settle()
    (line,) = suite.shell.core.visit(visit).administrations
    assert (line.stopped_by, line.segments[0].stop) == ("mruiz", pressed)


def test_discarded_with_a_reason_the_line_runs_on(suite: Suite) -> None:
    visit = _locked(suite)
    suite.hands.press("tapButton_1_1")
    suite.hands.press("whoLaterButton")
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "unlocked")
    suite.hands.press("discardPress_1")
    suite.hands.type("discardReason_1", "")
    assert "needs a reason" in suite.hands.find("discardReason_1_error").text()
    suite.hands.type("discardReason_1", "leant on the screen")
    suite.settle()
    last = _saved(suite, visit)[-1]
    assert isinstance(last.body, Discarded)
    assert (last.header.actor, last.header.reason) == ("jdoe", "leant on the screen")
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING


def test_a_minute_of_silence_is_as_put_away(suite: Suite) -> None:
    visit = _locked(suite)
    suite.hands.press("tapButton_1_1")
    dialog = suite.hands.find("whoDialog")
    assert dialog._patience.isActive()
    dialog._patience.timeout.emit()
    assert len(suite.shell.core.visit(visit).presses) == 1
    assert suite.hands.find("tapWho_1_1").isEnabled()
    assert suite.station.frame.focusWidget() is suite.hands.find("pinField")


def test_who_does_not_chart_cannot_claim_and_the_press_is_kept(suite: Suite) -> None:
    visit = _locked(suite)
    suite.hands.press("tapButton_1_1")
    dialog = suite.hands.find("whoDialog")
    listed = {dialog._list.item(place).text() for place in range(dialog._list.count())}
    assert listed == {"Jordan Doe RN", "Maria Ruiz RN"}, "only who works at the chairs is offered"
    dialog.password_given.emit("admin", PASSWORD)
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the password is checked")
    assert "does not chart at the chairs" in _texts(suite.hands.find("whoDialog"))
    assert len(suite.shell.core.visit(visit).presses) == 1


def _curtained(suite: Suite) -> EncounterId:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(3)
    suite.station.idle.look()
    QTest.mouseClick(suite.station.frame.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    return visit


def test_after_the_curtain_the_time_is_fixed_and_then_it_is_asked_whose_it_was(suite: Suite) -> None:
    visit = _curtained(suite)
    pressed = suite.clocks.wall
    suite.hands.press("stopButton_1_1")
    assert [event.kind for event in _saved(suite, visit)][-1] == "Tapped"
    suite.clocks.pass_(0.5)
    suite.hands.find("whoDialog")._list.choose("mruiz")
    _answer(suite, "passwordField", PASSWORD)
    suite.hands.wait(lambda: suite.shell.core.daybook.session.person.id == "mruiz", "she is at the desk")
    suite.settle()
    (line,) = suite.shell.core.visit(visit).administrations
    assert (line.started_by, line.stopped_by, line.segments[0].stop) == ("jdoe", "mruiz", pressed)


def test_once_she_has_said_who_she_is_presses_are_presses_again(suite: Suite) -> None:
    visit = _curtained(suite)
    suite.hands.press("stopButton_1_1")
    _answer(suite, "pinField", PIN)
    suite.hands.wait(lambda: not suite.shell.core.visit(visit).presses, "claimed")
    suite.settle()
    suite.hands.press("undoButton")
    suite.settle()
    assert not suite.station.idle.doubtful


def test_the_badge_claims_too(suite: Suite) -> None:
    from nursedesk.desk.people import set_badge
    from nursedesk.desk.suite import Role

    suite.sign_in()
    core = suite.shell.core
    nurse = core.daybook.session
    administrator = core.daybook.suite.person("admin")
    assert administrator is not None
    assert Role.ADMINISTRATOR in administrator.roles
    core.door.enter("admin", "password")
    set_badge(core.daybook, core.desk.ledger, nurse.person.id, "00417733")
    core.door.enter("jdoe", "pin")
    visit = _seat(suite)
    _run(suite, visit)
    suite.clocks.pass_(20)
    suite.hands.press("lockButton")
    suite.hands.press("tapButton_1_1")
    _answer(suite, "pinField", "00417733")
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "the desk opens")
    stopped = next(event for event in _saved(suite, visit) if event.kind == "Stopped")
    assert (stopped.header.actor, stopped.header.auth) == ("jdoe", "badge")


def test_after_the_curtain_it_is_asked_who_hangs_before_the_dialog_opens(suite: Suite) -> None:
    _curtained(suite)
    suite.hands.press("hangButton_1")
    assert not suite.shell.dialogs.is_open()
    suite.hands.find("whoDialog")._list.choose("mruiz")
    _answer(suite, "passwordField", PASSWORD)
    suite.hands.find("hangDialog")
    assert suite.shell.core.daybook.session.person.id == "mruiz"


def _pushed(suite: Suite) -> tuple[EncounterId, datetime]:
    visit = _locked(suite)
    pressed = suite.clocks.wall
    suite.hands.press("tapButton_1_push")
    assert [event.kind for event in _saved(suite, visit)][-1] == "Tapped", "in the record before anybody answered"
    suite.clocks.pass_(2)
    return visit, pressed


def _say_drug(suite: Suite) -> None:
    assert "pushed 09:20, the time is kept" in _texts(suite.hands.find("hangDialog"))
    suite.hands.type("drugField", "ondansetron")
    suite.hands.type("doseField", "4", enter=False)
    suite.hands.press("startNowButton")
    suite.settle()


def test_a_push_at_the_lock_counts_from_the_press_and_its_drug_is_said_after(suite: Suite) -> None:
    visit, pressed = _pushed(suite)
    _answer(suite, "pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "the desk opens")
    _say_drug(suite)
    pushed = next(event for event in _saved(suite, visit) if event.kind == "Pushed")
    assert (pushed.header.occurred, pushed.header.source, pushed.header.actor) == (pressed, Source.PRESSED, "jdoe")
    given = suite.shell.core.visit(visit)
    assert given.presses == ()
    assert given.time_notes == (), "not late: it was pressed as it happened"
    assert given.administrations[-1].segments[0].start == pressed


def test_a_push_put_away_waits_and_its_drug_is_said_when_it_is_claimed(suite: Suite) -> None:
    visit, pressed = _pushed(suite)
    suite.hands.press("whoLaterButton")
    assert "Push pressed 09:20, no name yet" in _texts(suite.station.frame)
    assert suite.hands.find("tapButton_1_push").isEnabled(), "another one can be pressed"
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "unlocked")
    suite.hands.press("claimPress_1")
    suite.hands.press("hangCancelButton")
    assert len(suite.shell.core.visit(visit).presses) == 1, "it waits on"
    suite.shell.presses.offer()
    suite.hands.press("claimPress_1")
    _say_drug(suite)
    assert suite.shell.core.visit(visit).administrations[-1].segments[0].start == pressed
    assert suite.shell.core.visit(visit).presses == ()
