"""The night of the autumn clock change in a real window: what is shown hour by hour, asked, stored, printed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nursedesk.desk.set_up import set_up
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import EncounterId
from nursedesk.record.fold import fold
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.app.suite import FACTS, PASSPHRASE, PASSWORD, PEOPLE
from tests.desk.station import Clocks
from tests.xvfb.person import Person
from tests.xvfb.screen import missing
from tests.xvfb.somebody import somebody

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"this system has no {missing()}")

BEFORE = datetime(2026, 11, 1, 4, 50, tzinfo=UTC)
"""00:50 in New York, daylight time; 01:00 to 01:59 come twice."""
STARTED = BEFORE + timedelta(minutes=40)
COLOURS = 12


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    long_before = Clocks(wall=BEFORE - timedelta(days=300), boot_id="boot-0")
    made = set_up(folder, FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=long_before)
    made.desk.ledger.close()
    return folder


def test_the_night_that_has_an_hour_twice(suite: Path, tmp_path: Path) -> None:
    with somebody(suite, 1280, 800, BEFORE) as person:
        _sign_in(person)
        assert _clock(person).startswith("00:50 EDT")
        visit = _check_in(person)
        person.ask("pass_", "40")
        _hang(person)
        shown = []
        for _ in range(4):
            person.ask("pass_", "30")
            shown.append((_clock(person)[:9], _elapsed(person)))
        assert shown == [
            ("01:00 EST", "30 min"),
            ("01:30 EST", "1 h 00 min"),
            ("02:00 EST", "1 h 30 min"),
            ("02:30 EST", "2 h 00 min"),
        ]
        colours = person.ask("picture", str(tmp_path / "board.png"))
        assert isinstance(colours, int)
        assert colours >= COLOURS, "there is a board on the screen"
        person.press("stopButton_1_1")
        person.ask("saved")
        _correct_the_start(person, tmp_path)
    stored = _stored(suite, visit)
    (one,) = stored.administrations
    assert (one.segments[0].start, one.segments[0].stop) == (STARTED + timedelta(hours=1), STARTED.replace(hour=7))
    zones = [(one.zone, one.offset_minutes) for one in _headers(suite, visit)]
    assert ("America/New_York", -240) in zones, "before the clocks went back"
    assert ("America/New_York", -300) in zones, "and after"


def _sign_in(person: Person) -> None:
    person.ask("opened")
    person.press("typeNameButton")
    person.type("signInNameField", "jdoe")
    person.type("passwordField", PASSWORD, "Return")
    person.ask("shown", "boardPage")


def _clock(person: Person) -> str:
    return str(person.ask("spoken", "clock"))


def _elapsed(person: Person) -> str:
    return str(person.ask("text", "elapsedLabel_1_1")).replace("\N{NO-BREAK SPACE}", " ")


def _check_in(person: Person) -> str:
    person.press("checkInButton_1")
    person.type("nameField", "ROE, Jane")
    person.press("firstAccessField_peripheral")
    person.press("checkInButton")
    return str(person.ask("visit", "1"))


def _hang(person: Person) -> None:
    person.press("hangButton_1")
    person.type("drugField", "infliximab", "Return")
    person.press("doseField")
    person.screen.key("ctrl+a")
    person.screen.type("400")
    person.press("orderField")
    person.press("startNowButton")
    person.ask("gone", "hangDialog")
    person.ask("saved")


def _correct_the_start(person: Person, pictures: Path) -> None:
    """01:30 was twice: which one is asked, and only the answer is taken."""
    person.screen.key("ctrl+k")
    person.ask("focus", "searchField")
    person.screen.type("roe")
    person.ask("shown", "commandPalette")
    person.screen.key("Return")
    person.ask("shown", "encounterPage")
    person.press_event("Started")
    person.press("timeField")
    person.screen.key("ctrl+a")
    person.screen.type("01:30")
    choices = [person.ask("spoken", f"timeChoice_{n}") for n in (1, 2)]
    assert choices == ["01:30 EDT", "01:30 EST"]
    assert person.ask("picture", str(pictures / "asked.png")) is not None
    person.press("timeChoice_2")
    person.type("timeReason", "read off the pump")
    person.press("timeSave")
    person.ask("saved")


def _headers(suite: Path, visit: str) -> list:
    reader = open_reader(suite, keys_of.open_with_passphrase(suite, PASSPHRASE))
    events = reader.events_of(EncounterId(visit))
    reader.close()
    return [event.header for event in events]


def _stored(suite: Path, visit: str) -> Encounter:
    keys = keys_of.open_with_passphrase(suite, PASSPHRASE)
    reader = open_reader(suite, keys)
    found = fold(reader.events_of(EncounterId(visit)))
    reader.close()
    assert verify(suite, keys).clean
    return found
