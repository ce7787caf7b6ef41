"""Break-glass through the real widgets: a reason, then charting; without one only looking."""

from nursedesk.desk.set_up import NewPerson, add_person
from nursedesk.desk.suite import Person, Role
from nursedesk.record.events import PersonId

from tests.app.suite import PASSWORD, Suite


def _supervisor(suite: Suite) -> None:
    """The house supervisor signs in."""
    suite.sign_in("admin")
    core = suite.shell.core
    supervisor = Person(PersonId("house"), "Sam House", "RN", (Role.BREAK_GLASS,))
    add_person(core.daybook, core.desk.ledger, NewPerson(supervisor, PASSWORD))
    suite.hands.press("lockButton")
    suite.hands.press("otherPersonButton")
    suite.hands.press("typeNameButton")
    suite.hands.type("signInNameField", "house", enter=False)
    suite.hands.type("passwordField", PASSWORD)
    suite.hands.wait(lambda: core.daybook.session.person.id == "house", "signed in")
    suite.hands.find("glassDialog")


def _check_in(suite: Suite) -> bool:
    suite.hands.press("checkInButton_1")
    suite.hands.type("nameField", "ROE, Jane", enter=False)
    suite.hands.press("checkInButton")
    suite.settle()
    return suite.shell.core.daybook.in_chair("1") is not None


def test_with_a_reason_she_charts_and_the_record_has_it(suite: Suite) -> None:
    _supervisor(suite)
    suite.hands.press("askDone")
    assert suite.hands.find("glassDialog"), "it wants a reason"
    suite.hands.press("glassReason_1")
    suite.hands.press("askDone")
    assert _check_in(suite)
    (broken,) = suite.shell.core.desk.ledger.station_events(("GlassBroken",))
    assert (broken.header.actor, broken.header.reason) == ("house", "nobody else is here")


def test_put_away_she_only_looks(suite: Suite) -> None:
    _supervisor(suite)
    suite.hands.press("askCancel")
    assert not _check_in(suite)
    assert suite.shell.core.desk.ledger.station_events(("GlassBroken",)) == ()
