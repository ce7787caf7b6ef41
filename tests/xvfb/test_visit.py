"""A visit on a real X server: every press and letter goes through the server; then what was stored and printed."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.desk.clock import read_system
from nursedesk.desk.set_up import set_up
from nursedesk.record.events import EncounterId, Event
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.app.suite import FACTS, PASSPHRASE, PASSWORD, PEOPLE, PIN
from tests.xvfb.person import Person
from tests.xvfb.screen import missing
from tests.xvfb.somebody import somebody

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"this system has no {missing()}")

MS = timedelta(milliseconds=50)
"""Two clocks are read, one of them in whole milliseconds since boot."""
WITHIN = timedelta(seconds=5)
"""A press and its recorded time are no further apart than this; a busy machine takes its time to deliver one."""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    made = set_up(folder, FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=read_system)
    made.desk.ledger.close()
    return folder


def test_a_visit_with_the_mouse(suite: Path, tmp_path: Path) -> None:
    paper = tmp_path / "ticket.pdf"
    with somebody(suite, 1280, 800) as person:
        _sign_in(person)
        visit = _give(person)
        _close_and_sign(person, visit, paper)
        pressed = person.pressed
    events = _stored(suite, visit)
    assert [event.kind for event in events] == [
        *("Opened", "AccessPlaced", "Prepared", "Started", "Prepared", "Pushed", "Stopped", "Closed"),
        *("ChairFreed", "Signed", "Printed"),
    ]
    assert {event.header.actor for event in events} == {"jdoe"}
    at = {event.kind: event.header.occurred for event in events}
    for kind, name in (
        ("Opened", "checkInButton"),
        ("Started", "start infliximab"),
        ("Pushed", "give diphenhydramine"),
        ("Stopped", "stopButton_1_1"),
        ("Signed", "printButton"),
        ("Printed", "file name"),
    ):
        assert -MS <= at[kind] - pressed[name] <= WITHIN, kind
    _check_paper(paper)


def test_a_visit_with_the_keyboard_alone(suite: Path) -> None:
    with somebody(suite, 1600, 1000) as person:
        _sign_in_by_keys(person)
        visit = _give_by_keys(person)
        _find_by_keys(person)
        pressed = person.pressed
    events = _stored(suite, visit)
    kinds = [event.kind for event in events]
    assert kinds == ["Opened", "Prepared", "Started", "Stopped", "Voided", "Stopped"]
    assert {event.header.actor for event in events} == {"jdoe"}
    for event, name in zip(events[3:], ("S", "Z", "S again"), strict=True):
        assert -MS <= event.header.occurred - pressed[name] <= WITHIN, name


def _sign_in_by_keys(person: Person) -> None:
    keys = person.screen
    person.ask("opened")
    person.ask("focus", "passwordField")
    keys.key("shift+Tab")
    person.ask("focus", "peopleList")
    keys.key("Down", "Tab")
    keys.type(PASSWORD)
    keys.key("Return")
    person.ask("shown", "boardPage")
    person.ask("saved")


def _to_first_chair(person: Person) -> None:
    person.screen.key("ctrl+1")
    person.ask("focus", "chairCard_1")


def _give_by_keys(person: Person) -> str:
    """Check in, hang, stop, undo, stop: arrows, Enter, H, S, Z."""
    keys = person.screen
    _to_first_chair(person)
    keys.key("Return")
    person.ask("focus", "nameField")
    keys.type("ROE, Jane")
    keys.key("shift+Tab", "shift+Tab")
    person.ask("focus", "checkInButton")
    keys.key("Return")
    visit = str(person.ask("visit", "1"))
    _to_first_chair(person)
    keys.key("h")
    person.ask("focus", "drugField")
    keys.type("inflix")
    keys.key("Return")
    person.ask("focus", "startNowButton")
    keys.key("Return")
    person.ask("shown", "stopButton_1_1")
    _to_first_chair(person)
    person.key("S", "s")
    person.ask("gone", "stopButton_1_1")
    person.key("Z", "z")
    person.ask("shown", "stopButton_1_1")
    person.key("S again", "s")
    person.ask("gone", "stopButton_1_1")
    person.ask("saved")
    return visit


def _find_by_keys(person: Person) -> None:
    """Ctrl+K finds the patient; Esc puts it away, Enter shows the visit."""
    keys = person.screen
    keys.key("ctrl+k")
    person.ask("focus", "searchField")
    keys.type("roe")
    person.ask("shown", "commandPalette")
    keys.key("Escape")
    person.ask("gone", "commandPalette")
    keys.key("ctrl+k")
    keys.type("roe")
    person.ask("shown", "commandPalette")
    keys.key("Return")
    person.ask("shown", "encounterPage")
    person.ask("saved")


def _sign_in(person: Person) -> None:
    person.ask("opened")
    person.press("typeNameButton")
    person.type("signInNameField", "jdoe")
    person.type("passwordField", PASSWORD, "Return")
    person.ask("shown", "boardPage")


def _give(person: Person) -> str:
    """Check in, hang infliximab, push diphenhydramine, stop; returns the visit."""
    person.press("checkInButton_1")
    person.type("nameField", "ROE, Jane")
    person.press("firstAccessField_peripheral")
    person.press("checkInButton")
    visit = str(person.ask("visit", "1"))
    _fill(person, "hangButton_1", "infliximab", "400")
    person.press("startNowButton")
    person.pressed["start infliximab"] = person.pressed["startNowButton"]
    person.ask("gone", "hangDialog")
    _fill(person, "pushButton_1", "diphenhydramine", "25")
    person.press("startNowButton")
    person.pressed["give diphenhydramine"] = person.pressed["startNowButton"]
    person.ask("gone", "hangDialog")
    person.press("stopButton_1_1")
    person.ask("saved")
    return visit


def _fill(person: Person, button: str, drug: str, amount: str) -> None:
    person.press(button)
    person.type("drugField", drug, "Return")
    # What a favourite proposes stands in the field already: typed over, not added to.
    person.press("doseField")
    person.ask("focus", "doseField")
    person.screen.key("ctrl+a")
    person.screen.type(amount)


def _close_and_sign(person: Person, visit: str, paper: Path) -> None:
    person.press("closeButton_1")
    for _ in ("infliximab", "diphenhydramine"):
        person.press_first("fix_order_on_file_")
    person.press_first("fix_tolerated_")
    person.type("pinField", PIN)
    person.press("printButton")
    person.ask("signed", visit)
    person.press("pdfButton")
    person.take_keyboard("dialog")
    person.screen.key("ctrl+a")
    person.screen.type(str(paper))
    person.key("file name", "Return")
    person.ask("no_dialog")
    person.ask("saved")


def _stored(suite: Path, visit: str) -> list[Event]:
    """What was pressed, in order; the whole record is sound."""
    keys = keys_of.open_with_passphrase(suite, PASSPHRASE)
    reader = open_reader(suite, keys)
    events = reader.events_of(EncounterId(visit))
    reader.close()
    assert verify(suite, keys).clean
    quiet = ("OrderCharted", "Noted", "Viewed", "NoticeShown")
    return [event for event in events if event.kind not in quiet]


def _check_paper(paper: Path) -> None:
    words = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True
    ).stdout
    for figure in ("ROE, Jane", "inFLIXimab 400 mg", "A-", "diphenhydrAMINE", "J1745", "SIGNED", "J. Doe RN"):
        assert figure in words, figure
