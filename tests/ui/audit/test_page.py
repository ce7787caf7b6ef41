"""The audit page with real presses: days, filters, the record's state, verify, and who may not see it."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from nursedesk.ui import theme
from nursedesk.ui.audit.entry_list import EntryList
from nursedesk.ui.audit.model import LastCheckpoint, RecordState, row_of, state_words, verified_words
from nursedesk.ui.audit.page import AT_FIRST, AuditPage
from nursedesk.ui.kit import Combo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.audit.record import NAMES, day
from tests.ui.frame.sample_window import NOW

NEW_YORK = ZoneInfo("America/New_York")
TODAY = date(2026, 11, 24)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> AuditPage:
    made = AuditPage(NEW_YORK, TODAY)
    qtbot.addWidget(made)
    made.resize(1184, 736)
    made.show_people(NAMES)
    made.show_state(RecordState(1234, "0123456789abcdef", LastCheckpoint(1200, NOW)))
    made.show_entries(TODAY, day())
    made.show()
    return made


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> object:
    yield
    theme.apply(qapp, theme.LIGHT)


def said(page: AuditPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def sentences(page: AuditPage) -> list[str]:
    return [row.sentence for row in page.findChild(EntryList).rows()]


def choose(page: AuditPage, name: str, key: str) -> None:
    combo = page.findChild(Combo, name)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_the_day_is_told_newest_first(page: AuditPage) -> None:
    assert sentences(page)[-1] == "J. Doe RN signed in."
    assert "J. Doe RN stopped inFLIXimab (reaction)." in sentences(page)
    assert said(page, "auditCount") == f"{len(day())} of {len(day())} events of the day"


def test_a_correction_says_both_times_and_why(page: AuditPage) -> None:
    row = next(row for row in page.findChild(EntryList).rows() if "corrected the time" in row.sentence)
    assert row.label == "CORRECTION"
    facts = " · ".join(row.facts)
    assert "happened 09:05:00 (was 09:01:00)" in facts
    assert "recorded 11:20:00" in facts
    assert "reason: “bag was hung late, seen at the bedside”" in facts
    assert "known by PIN" in facts
    assert "ROE, Jane" in facts


def test_a_press_was_recorded_as_it_happened_and_what_is_left_out_is_said(page: AuditPage) -> None:
    row = next(row for row in page.findChild(EntryList).rows() if "stopped" in row.sentence)
    assert row.time == "11:11:00"
    assert row.facts == ("ROE, Jane, MRN 40 21 877, A-261124-001",), "only what is not as usual is said"
    assert not page.findChild(QAbstractButton, "auditMoreButton").isVisible()


def test_filters_narrow_and_come_off_again(qtbot: QtBot, page: AuditPage) -> None:
    choose(page, "auditGroup", "corrections")
    assert len(sentences(page)) == 2
    choose(page, "auditPerson", "mruiz")
    assert sentences(page) == []
    assert said(page, "auditNothing_title") == "No event fits"
    choose(page, "auditPerson", "")
    choose(page, "auditGroup", "")
    qtbot.keyClicks(page.findChild(QLineEdit, "auditSearch"), "261124-001")
    assert 0 < len(sentences(page)) < len(day())


def test_days_are_asked_for(qtbot: QtBot, page: AuditPage) -> None:
    assert not page.findChild(QAbstractButton, "auditDayAfter").isEnabled()
    with qtbot.waitSignal(page.day_wanted) as told:
        qtbot.mouseClick(page.findChild(QAbstractButton, "auditDayBefore"), LEFT)
    assert told.args == [date(2026, 11, 23)]
    page.show_reading(date(2026, 11, 23), TODAY)
    assert said(page, "auditNothing") == "Reading the record…"
    page.show_entries(TODAY, day())
    assert sentences(page) == []
    page.show_entries(date(2026, 11, 23), ())
    assert said(page, "auditNothing_title") == "Nothing was recorded on this day"
    assert page.findChild(QAbstractButton, "auditDayAfter").isEnabled()


@pytest.mark.parametrize(
    ("typed", "wanted"), [("2026-11-20", date(2026, 11, 20)), ("03-Nov-2026", date(2026, 11, 3))]
)
def test_a_day_is_typed(qtbot: QtBot, page: AuditPage, typed: str, wanted: date) -> None:
    field = page.findChild(QLineEdit, "auditDay")
    field.clear()
    qtbot.keyClicks(field, typed)
    with qtbot.waitSignal(page.day_wanted) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [wanted]


@pytest.mark.parametrize("typed", ["", "31-Feb-2026", "2027-01-01", "yesterday"])
def test_what_is_no_day_up_to_today_is_said(qtbot: QtBot, page: AuditPage, typed: str) -> None:
    field = page.findChild(QLineEdit, "auditDay")
    field.clear()
    qtbot.keyClicks(field, typed)
    with qtbot.assertNotEmitted(page.day_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said(page, "auditDay_error") == "Not a day up to today."


def test_verify_rests_while_it_runs_and_says_what_came_of_it(qtbot: QtBot, page: AuditPage) -> None:
    button = page.findChild(QAbstractButton, "auditVerifyButton")
    with qtbot.waitSignal(page.verify_pressed):
        qtbot.mouseClick(button, LEFT)
    page.show_verifying()
    assert not button.isEnabled()
    page.show_verified(verified_words(34, ()), clean=True)
    assert button.isEnabled()
    assert "34 events since the last checkpoints fit" in said(page, "auditVerifyResult")
    page.show_verified(verified_words(34, ("Station A: event 3 cannot be read.",)), clean=False)
    assert "Station A: event 3 cannot be read." in said(page, "auditVerifyResult")


def test_the_records_state_is_said(page: AuditPage) -> None:
    assert said(page, "auditRecordState") == (
        "1,234 events · chain head 0123456789abcdef · last checkpoint 24-Nov-2026 14:07 at event 1,200"
    )
    assert "no checkpoint yet" in state_words(RecordState(1, "0" * 16), NEW_YORK)


def test_who_may_not_see_it_sees_nothing(page: AuditPage) -> None:
    page.refuse("Ask the charge nurse.")
    assert page.findChild(QLabel, "auditRefusal").isVisible()
    assert not page.findChild(EntryList).isVisible()
    assert sentences(page) == []
    page.refuse("")
    assert not page.findChild(QLabel, "auditRefusal").isVisible()


def test_a_failure_is_said_where_the_events_would_be(page: AuditPage) -> None:
    page.show_failure("The record could not be read.")
    assert said(page, "auditNothing") == "The record could not be read."


def test_rows_are_as_tall_as_their_words(page: AuditPage) -> None:
    view = page.findChild(EntryList)
    tall = [view.visualRect(view.model().index(n, 0)).height() for n in range(len(day()))]
    long = max(range(len(day())), key=lambda n: len(view.rows()[n].sentence))
    assert tall[long] == max(tall)
    assert max(tall) > min(tall)


@pytest.mark.parametrize("size", [(864, 576), (1184, 736), (1824, 1016)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_every_window(qapp: QApplication, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    page = AuditPage(NEW_YORK, TODAY)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_people(NAMES)
    page.show_entries(TODAY, day())
    page.show()
    qapp.processEvents()
    assert page.width() == size[0]
    assert page.height() == size[1]


def test_every_entry_has_words_in_every_zone(qapp: QApplication) -> None:
    for entry in day():
        row = row_of(entry, NAMES, ZoneInfo("Asia/Kolkata"))
        assert row.time
        assert row.sentence.endswith(".")


def test_a_long_day_is_shown_in_parts_and_saved_whole(qtbot: QtBot, page: AuditPage) -> None:
    events = (day() * 200)[: AT_FIRST + 50]
    page.show_entries(TODAY, events)
    more = page.findChild(QAbstractButton, "auditMoreButton")
    assert (len(sentences(page)), more.text()) == (AT_FIRST, "Show 50 more")
    assert len(page.chosen()) == AT_FIRST + 50
    qtbot.mouseClick(more, LEFT)
    assert len(sentences(page)) == AT_FIRST + 50
    assert not more.isVisible()
    assert page.findChild(EntryList).currentIndex().row() == AT_FIRST


def test_nothing_that_fits_is_nothing_to_save(qtbot: QtBot, page: AuditPage) -> None:
    save = page.findChild(QAbstractButton, "auditSaveButton")
    with qtbot.waitSignal(page.save_pressed):
        qtbot.mouseClick(save, LEFT)
    page.show_entries(TODAY, ())
    assert not save.isEnabled()
