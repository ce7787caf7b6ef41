"""What else is done to a line, through the whole program: pressed, typed, and as the record has it."""

from decimal import Decimal

import pytest
from nursedesk.app.hands import Hands
from nursedesk.record.encounter import Amount, LineState, StopReason, StopSource
from nursedesk.record.events import EncounterId
from nursedesk.ui.encounter.notices import NoticeChip
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.app.suite import Suite

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


def running(suite: Suite) -> EncounterId:
    """An infliximab of 250 mL at 125 mL/h, started now in chair 1."""
    suite.seat()
    hands = suite.hands
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.type("volumeField", "250", enter=False)
    hands.type("rateField", "125", enter=False)
    hands.press("startNowButton")
    suite.settle()
    return EncounterId(suite.shell.core.daybook.in_chair("1").id)


def kinds(suite: Suite, visit: EncounterId) -> list[str]:
    return [event.kind for event in suite.shell.core.daybook.events(visit) if event.kind != "NoticeShown"]


def do(suite: Suite, visit: EncounterId, deed: str) -> Hands:
    line = suite.shell.core.visit(visit).administrations[0].line
    suite.shell.lines.do(visit, line, deed)
    return suite.hands


def test_rate_bag_access_and_waste(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(30)
    hands = do(suite, visit, "rate")
    hands.type("newRateField", "0")
    assert suite.shell.questions.is_open(), "a rate of nothing is refused in the dialog"
    hands.type("newRateField", "150")
    hands = do(suite, visit, "bag")
    hands.type("bagVolumeField", "100", enter=False)
    hands.type("bagLotField", "B7", enter=False)
    hands.type("bagExpiryField", "06/2027")
    hands = do(suite, visit, "access")
    hands.type("newAccessSiteField", "22 g, right hand")
    hands = do(suite, visit, "waste")
    hands.type("wastedField", "20")
    suite.settle()
    drug = suite.shell.core.visit(visit).administrations[0]
    assert (drug.rate, drug.volume) == (Amount(Decimal(150), "mL/h"), Amount(Decimal(350), "mL"))
    assert (drug.lot, drug.expiry.isoformat(), drug.access) == ("B7", "2027-06-30", "B")
    assert drug.wasted == Amount(Decimal(20), "mg")
    assert kinds(suite, visit)[-5:] == ["RateChanged", "BagChanged", "AccessPlaced", "AccessChanged", "Wasted"]


def test_a_forgotten_stop_is_offered_from_volume_and_rate(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(150)
    hands = do(suite, visit, "stop_at")
    hands.press("calculatedStop")
    hands.press("askDone")
    suite.settle()
    drug = suite.shell.core.visit(visit).administrations[0]
    assert (drug.state, drug.segments[0].stop_source) == (LineState.STOPPED, StopSource.CALCULATED)
    assert (drug.segments[0].stop - drug.segments[0].start).total_seconds() == 7200


@pytest.mark.parametrize(("typed", "minutes"), [("-25m", 125), ("11:20", 140)])
def test_a_forgotten_stop_is_typed_with_its_reason(suite: Suite, typed: str, minutes: int) -> None:
    visit = running(suite)
    suite.pass_(150)
    hands = do(suite, visit, "stop_at")
    hands.type("stopTimeField", typed, enter=False)
    hands.press("askDone")
    assert suite.shell.questions.is_open(), "late without a reason is refused"
    hands.type("stopReasonField", "bag empty, seen later")
    suite.settle()
    drug = suite.shell.core.visit(visit).administrations[0]
    assert (drug.segments[0].stop - drug.segments[0].start).total_seconds() == minutes * 60
    assert suite.shell.core.visit(visit).time_notes[0].reason == "bag empty, seen later"


def test_the_arrows_move_a_typed_time(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(60)
    hands = do(suite, visit, "stop_at")
    hands.type("stopTimeField", "09:50", enter=False)
    field = hands.find("stopTimeField")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "09:48"


def test_why_it_was_stopped_and_a_stop_taken_back(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(20)
    suite.hands.press("stopButton_1_1")
    suite.pass_(5)
    hands = do(suite, visit, "reason")
    combo = hands.find("stopReasonChoiceField")
    combo.setCurrentIndex(combo.findData("reaction"))
    hands.press("askDone")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].stop_reason is StopReason.REACTION
    hands = do(suite, visit, "take_back")
    hands.press("takeBack_1")
    hands.press("askDone")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING
    assert kinds(suite, visit)[-3:] == ["Stopped", "StopReasonSet", "Voided"]


def test_a_question_left_records_nothing(suite: Suite) -> None:
    visit = running(suite)
    before = kinds(suite, visit)
    hands = do(suite, visit, "rate")
    hands.type("newRateField", "99", enter=False)
    hands.press("askCancel")
    assert not suite.shell.questions.is_open()
    assert kinds(suite, visit) == before


def test_undo_and_the_reason_on_the_visits_page(suite: Suite) -> None:
    visit = running(suite)
    suite.shell.encounter.open(visit)
    suite.pass_(20)
    suite.hands.press("encounterStop_1")
    suite.hands.press("encounterUndo")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING
    suite.hands.press("encounterStop_1")
    suite.pass_(0.5)
    suite.hands.press("stopReason_patient_request")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].stop_reason is StopReason.PATIENT_REQUEST


def overlapping(suite: Suite) -> EncounterId:
    """A second drug hung 40 minutes after the first; both are up half an hour later."""
    visit = running(suite)
    hands = suite.hands
    suite.pass_(40)
    hands.press("hangButton_1")
    hands.type("drugField", "magnesium sulfate")
    hands.type("doseField", "2 g", enter=False)
    hands.press("startNowButton")
    suite.pass_(30)
    return visit


def test_an_overlap_is_parted_where_the_second_began_by_one_press(suite: Suite) -> None:
    visit = overlapping(suite)
    suite.shell.board.page.set_density("mine")
    suite.settle()
    assert suite.hands.find("noticeChip_1_2").text() == "overlap: concurrent"
    suite.hands.press("noticeChip_1_2_action")
    suite.settle()
    assert not suite.shell.questions.is_open()
    first, other = suite.shell.core.visit(visit).administrations
    assert (first.state, other.state) == (LineState.STOPPED, LineState.RUNNING)
    assert first.segments[0].stop.minute == other.segments[0].start.minute
    assert suite.shell.core.visit(visit).time_notes[0].reason == "was down when the next one began"


def test_a_parted_overlap_is_taken_back_by_undo(suite: Suite) -> None:
    visit = overlapping(suite)
    suite.shell.board.page.set_density("mine")
    suite.settle()
    suite.hands.press("noticeChip_1_2_action")
    suite.hands.press("undoButton")
    suite.settle()
    assert [one.state for one in suite.shell.core.visit(visit).administrations] == [LineState.RUNNING] * 2


def test_an_overlap_is_parted_on_the_visits_page_too(suite: Suite) -> None:
    suite.station.frame.resize(1920, 1080)
    visit = overlapping(suite)
    suite.shell.encounter.open(visit)
    suite.settle()
    chips = suite.shell.encounter.page.banner.findChildren(NoticeChip)
    overlap = next(chip for chip in chips if "overlap" in chip.text())
    suite.hands.press(f"{overlap.objectName()}_action")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.STOPPED


def test_without_an_overlap_the_visit_is_shown(suite: Suite) -> None:
    visit = running(suite)
    line = suite.shell.core.visit(visit).administrations[0].line
    suite.shell.lines.act_on_notice(visit, "overlap", line)
    assert not suite.shell.questions.is_open()
    assert suite.shell.window.page() == "encounter"
