"""The pages on a real record: who may see the audit, what it reads and verifies; looking is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.record.events import Viewed
from nursedesk.ui.audit.entry_list import EntryList
from nursedesk.ui.audit.page import AuditPage
from nursedesk.ui.drugs.page import DrugsPage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.app.suite import MORNING, Suite, make_suite
from tests.desk.station import Clocks


@pytest.fixture
def suite(tmp_path: Path, qtbot: QtBot) -> Iterator[Suite]:
    clocks = Clocks(wall=MORNING)
    make_suite(tmp_path / "suite", clocks)
    opened = Suite.open(tmp_path / "suite", clocks)
    yield opened
    opened.close()


def shown(suite: Suite) -> AuditPage:
    suite.shell.window.show_page("audit")
    found = suite.shell.window.findChild(AuditPage)
    suite.settle()
    suite.hands.wait(lambda: not suite.shell.core.tasks.busy(), "the record is read")
    return found


def said(page: AuditPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def test_an_administrator_reads_the_day_and_verifies_it(suite: Suite) -> None:
    suite.sign_in("admin")
    page = shown(suite)
    page = shown(suite)
    sentences = [row.sentence for row in page.findChild(EntryList).rows()]
    assert "A. Stone signed in." in sentences
    assert "A. Stone looked at: audit." in sentences
    head = suite.shell.core.desk.ledger.head(suite.shell.core.daybook.station)
    assert "chain head" in said(page, "auditRecordState")
    assert head.seq > 0
    suite.hands.press("auditVerifyButton")
    suite.hands.wait(lambda: "fit" in said(page, "auditVerifyResult"), "the check has ended")
    assert said(page, "auditVerifyResult").startswith("The record is what was written")


def test_a_nurse_is_told_who_may_see_it_and_her_look_is_recorded(suite: Suite) -> None:
    suite.sign_in("jdoe")
    page = shown(suite)
    assert page.findChild(QLabel, "auditRefusal").isVisible()
    assert page.findChild(EntryList).rows() == ()
    viewed = suite.shell.core.desk.ledger.station_events(("Viewed",))
    assert [event.body for event in viewed] == [Viewed("board"), Viewed("audit")]


def test_the_drug_table_is_the_rule_books(suite: Suite) -> None:
    suite.sign_in("jdoe")
    suite.shell.window.show_page("drugs")
    page = suite.shell.window.findChild(DrugsPage)
    assert page.open_drug("infliximab")
    assert page.findChild(QLabel, "drugName").text() == "inFLIXimab"
