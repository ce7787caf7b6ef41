"""The pages on a real record: who may see the audit, what it reads and verifies; looking is recorded."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from nursedesk.desk import audit
from nursedesk.outputs.audit_csv import COLUMNS
from nursedesk.record.events import Exported, Viewed
from nursedesk.ui.audit.entry_list import EntryList
from nursedesk.ui.audit.page import AuditPage
from nursedesk.ui.drugs.page import DrugsPage
from nursedesk.ui.kit import Combo
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


def test_what_fits_is_saved_as_csv_and_the_file_is_recorded(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in("admin")
    suite.shell.core.daybook.write(None, Viewed("=HYPERLINK(1)"))
    page = shown(suite)
    page.findChild(Combo, "auditPerson").setCurrentIndex(0)
    assert suite.shell.later["audit"]._made.save(tmp_path / "audit.csv")
    text = (tmp_path / "audit.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(page.chosen())
    signed = next(row for row in rows if row["kind"] == "SignedIn")
    assert (signed["who"], signed["sentence"], signed["known_by"]) == (
        "A. Stone",
        "A. Stone signed in.",
        "password",
    )
    assert signed["recorded"] == "2026-11-24T09:00:00-05:00"
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    suite.settle()
    (made,) = suite.shell.core.desk.ledger.station_events(("Exported",))
    assert made.body == Exported("audit", "csv")


def test_a_file_that_cannot_be_written_is_said_and_not_recorded(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in("admin")
    shown(suite)
    assert not suite.shell.later["audit"]._made.save(tmp_path / "nowhere" / "audit.csv")
    assert suite.hands.find("messageStrip").accessibleName()
    suite.settle()
    assert suite.shell.core.desk.ledger.station_events(("Exported",)) == ()


def test_a_day_of_several_pages_is_read_whole(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "AT_A_TIME", 7)
    suite.sign_in("admin")
    core = suite.shell.core
    for number in range(30):
        core.daybook.write(None, Viewed(f"search result {number}"))
    suite.settle()
    told: list[int] = []
    found = audit.entries_of(core.desk.ledger.reader, date(2026, 11, 24), core.zone, told.append)
    wanted = [f"search result {number}" for number in reversed(range(30))]
    seen = [one.event.body.what for one in found if isinstance(one.event.body, Viewed)]
    assert seen[:30] == wanted
    assert told[:3] == [7, 14, 21]
    assert len({one.event.header.event_id for one in found}) == len(found)
