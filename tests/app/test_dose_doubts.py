"""A dose that looks wrong: the time is fixed first, then it is asked once which is right."""

from decimal import Decimal

from nursedesk.record.encounter import Amount, LineState
from nursedesk.record.events import DoseCharted, EncounterId, Noted, Started
from PySide6.QtWidgets import QLineEdit

from tests.app.suite import Suite


def hang(suite: Suite, dose: str) -> None:
    """Infliximab; without a dose a drug that is no favourite."""
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab" if dose else "vedolizumab")
    if dose:
        suite.hands.type("doseField", dose, enter=False)
    suite.hands.press("startNowButton")
    suite.settle()


def bodies(suite: Suite, visit: EncounterId, kind: type) -> list[object]:
    return [one.body for one in suite.shell.core.daybook.events(visit) if isinstance(one.body, kind)]


def test_the_clock_starts_and_then_the_dose_is_asked(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "400 mcg")
    (one,) = suite.shell.core.visit(visit).administrations
    assert one.state is LineState.RUNNING
    assert one.dose is None, "a dose that nobody confirmed is not in the record"
    assert suite.hands.find("doubtDialog")
    suite.pass_(2)
    suite.hands.press("otherDoseButton")
    suite.settle()
    (one,) = suite.shell.core.visit(visit).administrations
    assert one.dose == Amount(Decimal(400), "mg")
    started = next(e.header for e in suite.shell.core.daybook.events(visit) if isinstance(e.body, Started))
    assert one.segments[0].start == started.occurred
    assert len(bodies(suite, visit, DoseCharted)) == 1


def test_what_was_typed_may_be_right(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "400 mcg")
    suite.hands.press("typedDoseButton")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose == Amount(Decimal(400), "ug")


def test_put_away_the_dose_stays_to_be_charted_and_what_was_typed_is_kept(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "400 mcg")
    suite.hands.press("doubtLater")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose is None
    (note,) = bodies(suite, visit, Noted)
    assert note.text.replace("\N{NO-BREAK SPACE}", " ") == "infliximab: 400 mcg was typed, and is not confirmed"
    suite.pass_(20)
    assert any(
        one.kind == "no_dose" for one in suite.shell.core.lookout.known(suite.shell.core.visit(visit)).notices
    )


def test_a_locked_desk_keeps_what_was_typed_too(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "400 mcg")
    suite.shell.dialogs.close()
    suite.settle()
    assert len(bodies(suite, visit, Noted)) == 1
    assert not suite.shell.dialogs.doubts.is_open()


def test_an_ordinary_dose_is_not_asked_about(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "400")
    assert not suite.shell.dialogs.doubts.is_open()
    assert suite.shell.core.visit(visit).administrations[0].dose == Amount(Decimal(400), "mg")


def test_a_dose_charted_afterwards_is_asked_about_once(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "")
    suite.shell.encounter.open(visit)
    suite.settle()
    suite.shell.encounter.page.record.open_dose(suite.shell.core.visit(visit).administrations[0].id)
    suite.hands.type("chartDoseField_1", "400 mcg", enter=False)
    suite.hands.press("saveDose_1")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose is None
    suite.hands.press("saveDose_1")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose == Amount(Decimal(400), "ug")


def test_a_dose_typed_at_closing_is_asked_about_once(suite: Suite) -> None:
    visit = suite.seat()
    hang(suite, "")
    suite.pass_(9)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    suite.shell.closing.open(visit)
    suite.settle()
    suite.hands.press_first("fix_chart_dose_")
    fields = suite.shell.closing.page.findChildren(QLineEdit)
    name = next(one.objectName() for one in fields if one.objectName().startswith("fixText_no-dose"))
    suite.hands.type(name, "400 mcg")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose is None
    suite.hands.type(name, "400 mcg")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].dose == Amount(Decimal(400), "ug")
