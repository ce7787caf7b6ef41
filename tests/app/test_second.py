"""A colleague signs for waste, over the page, with her own PIN; then what was stored."""

from dataclasses import replace
from decimal import Decimal

from nursedesk.app.hands import Hands
from nursedesk.desk import correct, run
from nursedesk.desk.set_up import change_facts
from nursedesk.record.encounter import Amount
from nursedesk.record.events import EncounterId, LineId, Witnessed
from PySide6.QtWidgets import QLabel

from tests.app.suite import PASSWORD, Suite
from tests.app.test_desk import _run, _seat


def _wasted(suite: Suite) -> EncounterId:
    """The policy wants waste witnessed; a line is down and 20 mg were thrown away."""
    suite.sign_in("admin")
    core = suite.shell.core
    change_facts(core.daybook, replace(core.daybook.suite.facts, second_sign=("waste",)))
    core.door.enter("jdoe", "password")
    visit = _seat(suite)
    line = LineId(_run(suite, visit))
    suite.clocks.pass_(40)
    core.press(visit, lambda one: run.stop(core.daybook, one, line))
    (one,) = core.visit(visit).administrations
    waste = Amount(Decimal(20), "mg")
    core.press(visit, lambda there: correct.chart_waste(core.daybook, there, one.id, waste, None))
    suite.settle()
    suite.shell.closing.open(visit)
    return visit


def _witnessed(suite: Suite, visit: EncounterId) -> list:
    suite.settle()
    return [one for one in suite.shell.core.desk.ledger.events_of(visit) if isinstance(one.body, Witnessed)]


def test_a_colleague_signs_from_the_closing_page(suite: Suite) -> None:
    visit = _wasted(suite)
    suite.hands.press_first("fix_second_sign_")
    dialog = suite.hands.find("whoDialog")
    listed = dialog._list
    names = {listed.item(place).text() for place in range(listed.count())}
    assert not any("Jordan Doe" in name for name in names), "nobody signs for her own waste"
    assert "thrown away" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    listed.choose("mruiz")
    Hands(dialog).type("passwordField", PASSWORD)
    suite.hands.wait(lambda: bool(_witnessed(suite, visit)), "it is signed")
    (signed,) = _witnessed(suite, visit)
    assert (signed.header.actor, signed.header.auth) == ("mruiz", "password")
    assert suite.shell.core.daybook.session.person.id == "jdoe"
    assert suite.shell.core.visit(visit).administrations[0].waste_witness == "mruiz"
    assert suite.hands._beginning("fix_second_sign_") is None


def test_not_now_leaves_it_wanted(suite: Suite) -> None:
    visit = _wasted(suite)
    suite.hands.press_first("fix_second_sign_")
    suite.hands.press("whoLaterButton")
    assert _witnessed(suite, visit) == []
    assert suite.hands._beginning("fix_second_sign_") is not None


def test_the_same_person_is_refused_by_badge_too(suite: Suite) -> None:
    from nursedesk.desk.people import set_badge

    visit = _wasted(suite)
    core = suite.shell.core
    core.door.enter("admin", "password")
    set_badge(core.daybook, core.desk.ledger, "jdoe", "00417733")
    core.door.enter("jdoe", "pin")
    suite.shell.second.ask(visit)
    dialog = suite.hands.find("whoDialog")
    dialog.badge_given.emit("00417733")
    assert "somebody else" in " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    assert _witnessed(suite, visit) == []
