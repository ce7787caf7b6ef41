"""States of a visit's page and of closing: editors open, one-press answers, notes written, reopened, signed."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from nursedesk.app.board import dismiss_notice
from nursedesk.desk import correct
from nursedesk.desk.hang import Hang, hang_and_start
from nursedesk.desk.set_up import change_facts
from nursedesk.record.encounter import Amount, Route
from nursedesk.record.events import DrugHung, EncounterId
from nursedesk.ui.encounter.record_panel import Tab
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.pictures.led import Led

PIN = "271946"


def editing_a_time(led: Led) -> None:
    """The editor of a time: as it opens, with what the new time would mean, and refused."""
    visit = _open(led, "2")
    record, hands = led.shell.encounter.page.record, led.hands
    line = next(one for one in led.shell.core.visit(visit).administrations if one.drug == "magnesium sulfate")
    record.show_tab(Tab.EVENTS)
    record.open_time(line.line)
    led.shot("time-editor")
    hands.type("timeField", "13:40", enter=False)
    led.shot("time-editor-what-it-means")
    hands.type("timeField", "23:40", enter=False)
    led.shot("time-editor-refused")
    hands.type("timeField", "13:20", enter=False)
    hands.press("timeSave")
    led.shot("time-editor-wants-a-reason")
    hands.press("timeCancel")


def what_if(led: Led) -> None:
    """What the ticket would be some minutes later."""
    _open(led, "2")
    _turn_to(led, Tab.TICKET)
    led.hands.press("whatIfButton")
    led.shot("what-if")
    for _ in range(3):
        led.hands.press("whatIfLater")
    led.shot("what-if-later")
    led.hands.press("whatIfLeave")


def modifiers(led: Led) -> None:
    """The bar of modifiers, and one that is set with its reason."""
    _open(led, "2")
    hands = led.hands
    _turn_to(led, Tab.TICKET)
    hands.press("modifiersButton")
    led.shot("modifiers")
    combo = hands.find("modifierField")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("GY"))
    hands.type("modifierReason", "not covered", enter=False)
    hands.press("addModifier")
    led.shot("modifier-set")
    hands.press("leaveModifiers")


def tabs(led: Led) -> None:
    """Forms of the tabs: a dose and an access being charted, a diagnosis searched."""
    visit = _open(led, "2")
    page, hands = led.shell.encounter.page, led.hands
    page.record.show_tab(Tab.ORDERS)
    page.record.open_dose(led.shell.core.visit(visit).administrations[-1].id)
    led.shot("orders-a-dose")
    page.record.show_tab(Tab.ACCESSES)
    page.record.open_access()
    led.shot("accesses-a-new-one")
    page.record.show_tab(Tab.DIAGNOSES)
    hands.type("diagnosisField", "rheumatoid", enter=False)
    led.shot("diagnoses-searched")
    hands.type("diagnosisField", "qqqq", enter=False)
    led.shot("diagnoses-nothing")
    hands.type("diagnosisField", "", enter=False)


def notices(led: Led) -> None:
    """Notices that came on screen, one of them dismissed."""
    led.go("board")
    led.pass_(3)
    visit = _open(led, "3")
    led.shell.encounter.page.record.show_tab(Tab.NOTICES)
    led.shot("notices-shown")
    core = led.shell.core
    line = next(one.line for one in core.visit(visit).administrations if one.drug == "leucovorin")
    dismiss_notice(core, visit, "overlap", line)
    led.pass_(1)
    led.shot("notice-dismissed")


def notes(led: Led) -> None:
    """A note, vital signs and a reaction: being written, refused, and written."""
    _open(led, "2")
    record, hands = led.shell.encounter.page.record, led.hands
    record.show_tab(Tab.NOTES)
    record.notes.show_kind("note")
    hands.type("noteField", "Warm blanket given; daughter is with the patient.", enter=False)
    led.shot("note-being-written")
    hands.press("saveNote")
    record.notes.show_kind("vitals")
    for field, value in (("pressureField", "118/72"), ("pulseField", "76"), ("temperatureField", "hot")):
        hands.type(field, value, enter=False)
    hands.press("saveVitals")
    led.shot("vitals-refused")
    hands.type("temperatureField", "36.8", enter=False)
    hands.press("saveVitals")
    record.notes.show_kind("reaction")
    hands.press("sign_1")
    hands.press("sign_2")
    hands.type("reactionDoneField", "paused, diphenhydramine ordered", enter=False)
    led.shot("reaction-being-written")
    hands.press("saveReaction")
    led.shot("notes-written")
    record.notes.show_kind("note")


def stopped_there(led: Led) -> None:
    """A stop pressed on the visit's page, with Undo, then with the reasons; the menus of the banner."""
    visit = _open(led, "7")
    page = led.shell.encounter.page
    led.hands.press_first("encounterStop_")
    led.shot("visit-undo")
    led.pass_(0.5)
    led.shot("visit-why-it-was-stopped")
    page.banner._more.click()
    led.shot("visit-more-menu")
    led.put_away()
    assert led.shell.core.visit(visit).administrations


def zoomed(led: Led) -> None:
    """The timeline near, and the bar of the whole visit under it."""
    _open(led, "2")
    _turn_to(led, Tab.TIMELINE)
    timeline = led.hands.find("timelineView")
    timeline.setFocus()
    for _ in range(3):
        QTest.keyClick(timeline, Qt.Key.Key_Plus)
    led.shot("timeline-zoomed")
    QTest.keyClick(timeline, Qt.Key.Key_0)


def just_seated(led: Led) -> None:
    """A visit in which nothing has been given yet: every tab of it."""
    led.shell.dialogs.check_in("12")
    led.hands.type("nameField", "BJORNSTAD-OYELARAN, Guinevere Alexandra", enter=False)
    led.hands.press("checkInButton")
    led.settle()
    _open(led, "12")
    record = led.shell.encounter.page.record
    for tab in Tab:
        if tab in record.tabs.offered():
            record.show_tab(tab)
            led.shot(f"nothing-yet-{tab.name.lower()}")
    led.shell.closing.open(led.in_chair("12"))
    led.shot("close-nothing-given")


def held_back(led: Led) -> None:
    """A drug of a kind nobody said: the question about it, and lines that are held back."""
    visit = _open(led, "1")
    core = led.shell.core
    form = Hang(Route.IV_INFUSION, (DrugHung("", "newdrugimab", hcpcs="J9999"),), order_on_file=True)
    core.press(visit, lambda one: hang_and_start(core.daybook, one, replace(form, access=one.accesses[0].id)))
    led.pass_(20)
    page = led.shell.encounter.page
    led.shot("lines-held-back")
    row = next(one for one in page.findings.rows() if one.fix and one.fix.kind == "chart_family")
    page.helping.fix_row(row)
    led.shot("what-kind-of-drug")


def reopening(led: Led) -> None:
    """A signed visit, and why it is opened again."""
    signed = led.shell.core.desk.ledger.tickets(status="signed")
    visit = next(one.encounter for one in signed if one.number == "A-261124-001")
    led.shell.open_visit(visit)
    led.shot("signed-visit")
    led.hands.press("encounterReopen")
    led.shot("reopen-why")
    led.hands.press("reopenSave")
    led.shot("reopen-without-a-reason")
    led.hands.type("reopenReason", "stop corrected by pharmacy", enter=False)
    led.hands.press("reopenSave")
    led.shot("reopened")
    led.shell.closing.open(visit)
    led.shot("close-second-version")


def closing_fixes(led: Led) -> None:
    """On the closing page: one thing being typed, and a colleague who witnesses waste."""
    core = led.shell.core
    led.come("admin")
    change_facts(core.daybook, replace(core.daybook.suite.facts, second_sign=("waste",)))
    led.come("jdoe")
    visit = led.in_chair("8")
    one = core.visit(visit).administrations[0]
    waste = Amount(Decimal(1), "mg")
    core.press(visit, lambda there: correct.chart_waste(core.daybook, there, one.id, waste, None))
    led.settle()
    led.shell.closing.open(visit)
    led.shot("close-a-witness-is-missing")
    led.hands.press_first("fix_second_sign_")
    led.hands.find("whoDialog")
    led.shot("who-witnesses")
    led.hands.press("whoLaterButton")


def signing(led: Led) -> None:
    """A wrong PIN, then signed and sent to the printer: did it come out?"""
    visit = led.in_chair("8")
    led.go("board")
    led.shell.closing.open(visit)
    hands = led.hands
    hands.type("pinField", "111222")
    hands.wait(lambda: led.is_shown("signSentence"), "what is missing is said once")
    led.shot("close-something-is-missing")
    hands.press_first("fix_tolerated_")
    hands.type("pinField", "111222")
    hands.wait(lambda: not led.station.tasks.busy(), "the PIN is checked")
    led.shot("close-wrong-pin")
    hands.type("pinField", PIN)
    hands.wait(lambda: led.shell.core.visit(visit).version == 1, "the ticket is signed")
    led.shot("close-signed")
    led.go("tickets")
    led.shot("tickets-sent-did-it-come-out")


def _open(led: Led, chair: str) -> EncounterId:
    visit = led.in_chair(chair)
    led.go("board")
    led.shell.encounter.open(visit)
    led.settle()
    QTest.keyClick(led.shell.encounter.page, Qt.Key.Key_Home)
    return visit


def _turn_to(led: Led, tab: Tab) -> None:
    """What stands on the page where there is room is a tab where there is not."""
    record = led.shell.encounter.page.record
    if tab in record.tabs.offered():
        record.show_tab(tab)
        led.settle()


STATES: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("a time being edited", editing_a_time),
    ("what-if", what_if),
    ("modifiers", modifiers),
    ("forms of the tabs", tabs),
    ("notices", notices),
    ("notes, vitals, reaction", notes),
    ("the timeline near", zoomed),
    ("a stop on the visit's page", stopped_there),
    ("a visit with nothing given", just_seated),
    ("lines held back", held_back),
    ("reopening", reopening),
    ("a witness at closing", closing_fixes),
    ("signing", signing),
)
