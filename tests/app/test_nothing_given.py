"""A patient who goes without anything: Close frees the chair, and the record stays."""

from nursedesk.record.encounter import Status

from tests.app.suite import PIN, Suite
from tests.bad_inputs import window


def test_the_chair_is_freed_from_close_and_nothing_is_lost(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite, "ROE, Jane", "4")
    core = suite.shell.core
    visit = core.daybook.in_chair("4").id
    suite.shell.closing.open(visit)
    suite.hands.press("freeChairButton")
    suite.settle()
    assert core.daybook.in_chair("4") is None
    assert core.visit(visit).patient.name == "ROE, Jane"
    assert core.visit(visit).status is Status.OPEN
    suite.shell.closing.open(visit)
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: core.visit(visit).status is Status.SIGNED, "it is signed")
    assert core.visit(visit).signed_ticket is not None


def test_what_was_hung_meanwhile_keeps_the_patient_in_the_chair(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite, "ROE, Jane", "4")
    core = suite.shell.core
    visit = core.daybook.in_chair("4").id
    window.hang(suite, chair="4")
    suite.shell.closing.open(visit)
    suite.shell.closing._free(visit)
    assert core.daybook.in_chair("4") is not None
