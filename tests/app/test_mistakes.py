"""Corrections from the screen: what the dialog takes, what is stored, and that the first stays in sight."""

import pytest
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.record.encounter import Label, Patient, Setting
from nursedesk.record.events import Corrected, EncounterId, Voided
from nursedesk.ui.encounter.event_rows import EventRow

from tests.app.suite import Suite
from tests.app.test_desk import _run, _seat


def _open(suite: Suite) -> tuple[EncounterId, str]:
    suite.sign_in()
    visit = _seat(suite)
    line = _run(suite, visit)
    suite.clocks.pass_(20)
    suite.shell.encounter.open(visit)
    return visit, line


def _rows(suite: Suite) -> dict[str, EventRow]:
    suite.settle()
    model = suite.shell.encounter.page.record.events
    return {row.verb: row for row in model.rows()}


def _correct(suite: Suite, deed: str, dialog: str, **typed: str) -> None:
    page = suite.shell.encounter.page
    (one,) = suite.shell.core.visit(suite.shell.encounter.shown).administrations
    page._actions.line_deed("" if deed in ("wrong_patient", "wrong_chair") else one.line, deed)
    suite.hands.find(dialog)
    for field, text in typed.items():
        suite.hands.type(f"{field}Field", text, enter=False)
    suite.hands.press("askDone")
    suite.settle()


def test_another_dose(suite: Suite) -> None:
    visit, _ = _open(suite)
    _correct(suite, "wrong_dose", "wrongDoseDialog", rightDose="300 mg")
    assert suite.hands.find("wrongDoseDialog"), "it wants a reason"
    suite.hands.press("correctionReason_1")
    suite.hands.press("askDone")
    row = _rows(suite)["Prepared"]
    assert (row.label, row.was_words) == (Label.CORRECTION, "inFLIXimab 400\N{NO-BREAK SPACE}mg")
    assert "300" in row.subject
    assert "typing mistake" in row.second
    assert suite.shell.core.visit(visit).administrations[0].dose.amount == 300


def test_another_drug(suite: Suite) -> None:
    visit, _ = _open(suite)
    _correct(suite, "wrong_drug", "wrongDrugDialog", rightDrug="Entyvio", correctionReason="bags mixed up")
    row = _rows(suite)["Prepared"]
    assert row.was_words.startswith("inFLIXimab")
    assert "vedolizumab" in row.subject
    assert suite.shell.core.visit(visit).administrations[0].drug == "vedolizumab"


def test_another_patient(suite: Suite) -> None:
    visit, _ = _open(suite)
    _correct(suite, "wrong_patient", "wrongPatientDialog", patientName="LEE, Kim", correctionReason="misread")
    row = _rows(suite)["Patient corrected"]
    assert (row.was_words, row.subject, row.label) == ("ROE, Jane", "LEE, Kim", Label.CORRECTION)
    assert "misread" in row.second
    assert suite.shell.core.visit(visit).patient.name == "LEE, Kim"


def test_another_chair(suite: Suite) -> None:
    visit, _ = _open(suite)
    _correct(suite, "wrong_chair", "wrongChairDialog", correctionReason="pressed beside it")
    row = _rows(suite)["Opened"]
    assert (row.was_words, row.subject) == ("chair 1", "chair 2")
    assert suite.shell.core.visit(visit).chair == "2"
    assert suite.shell.core.daybook.in_chair("1") is None


def test_a_line_that_never_ran(suite: Suite) -> None:
    visit, _ = _open(suite)
    _correct(suite, "never_ran", "neverRanDialog", correctionReason="charted on the wrong patient")
    rows = _rows(suite)
    assert rows["Prepared"].voided
    assert "charted on the wrong patient" in rows["Prepared"].second
    assert rows["Started"].voided
    assert suite.shell.core.visit(visit).administrations == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", ["wrong_patientAction", "wrong_chairAction"])
def test_they_are_in_the_menu_of_the_visit(suite: Suite, name: str) -> None:
    _open(suite)
    suite.shell.encounter.page.banner.open_menu()
    menu = suite.shell.encounter.page.banner.findChild(object, "encounterMenu")
    assert name in {action.objectName() for action in menu.actions()}
    (line,) = [action.menu() for action in menu.actions() if action.menu()]
    names = {action.objectName() for action in line.actions()}
    assert {"wrong_doseAction_1", "wrong_drugAction_1", "never_ranAction_1", "elsewhereAction_1"} <= names
    menu.close()


def test_a_bag_charted_on_the_wrong_patient_goes_to_the_right_one(suite: Suite) -> None:
    visit, line = _open(suite)
    page = suite.shell.encounter.page
    page._actions.line_deed(line, "elsewhere")
    assert suite.hands.find("messageStrip").accessibleName().startswith("Nobody else is here")
    core = suite.shell.core
    there = check_in(core.daybook, CheckIn("2", Patient("LEE, Kim", "40 19 302"), Setting.OUTPATIENT_FACILITY))
    page._actions.line_deed(line, "elsewhere")
    suite.hands.press("correctionReason_1")
    suite.hands.press("askDone")
    assert suite.hands.find("elsewhereDialog"), "nobody is chosen"
    combo = suite.hands.find("rightVisitField")
    assert [combo.itemText(at) for at in range(combo.count())] == ["chair 2 · LEE, Kim"]
    combo.setCurrentIndex(0)
    suite.hands.press("askDone")
    suite.settle()
    assert core.visit(visit).administrations == ()
    (moved,) = core.visit(there).administrations
    assert moved.drug == "infliximab"
    stored = core.desk.ledger.events_of(there)
    labels = [(one.body.label, one.header.reason) for one in stored if isinstance(one.body, Corrected)]
    assert labels == [(Label.CORRECTION, "charted on the wrong patient")]
    assert [one.header.reason for one in core.desk.ledger.events_of(visit) if isinstance(one.body, Voided)] == [
        "charted on the wrong patient"
    ]
    row = _rows(suite)["Prepared"]
    assert (row.voided, row.second.endswith("“charted on the wrong patient”")) == (True, True)
