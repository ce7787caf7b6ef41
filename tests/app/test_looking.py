"""Pages are walked; what the record holds of it is compared: each look once, by whom, and no flood."""

from collections import Counter

from nursedesk.record.events import Viewed

from tests.app.suite import PIN, Suite
from tests.app.test_desk import _run, _seat


def _looks(suite: Suite) -> list[tuple[str, str]]:
    """(who, at what), of visits and of lists, in the order they were noted."""
    suite.settle()
    ledger = suite.shell.core.desk.ledger
    events = list(ledger.station_events(("Viewed",)))
    for visit in suite.shell.core.daybook.known():
        events += [one for one in ledger.events_of(visit) if isinstance(one.body, Viewed)]
    events.sort(key=lambda one: one.header.recorded)
    return [(one.header.actor, one.body.what) for one in events]


def test_each_page_that_shows_patients_is_noted_once_for_each_visit_of_it(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    window = suite.shell.window
    for page in ("board", "tickets", "board", "shift", "drugs", "codes", "settings", "help", "audit", "board"):
        window.show_page(page)
    suite.shell.encounter.open(visit)
    suite.shell.encounter.open(visit)
    suite.shell.closing.open(visit)
    window.show_page("encounter")
    window.show_page("tickets")
    looks = Counter(what for _, what in _looks(suite))
    assert looks == {
        "board": 1,
        "tickets": 2,
        "shift log, shift": 1,
        "audit": 1,
        "encounter": 2,
        "ticket": 1,
    }
    assert {who for who, _ in _looks(suite)} == {"jdoe"}


def test_presses_and_minutes_on_a_page_note_nothing_more(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    _run(suite, visit)
    suite.shell.encounter.open(visit)
    before = len(_looks(suite))
    for _ in range(5):
        suite.pass_(2)
    suite.shell.encounter._note("warm blanket", None, False)
    suite.shell.window.show_page("encounter")
    assert len(_looks(suite)) == before


def test_the_next_person_before_the_same_visit_is_noted_too(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    suite.shell.encounter.open(visit)
    suite.hands.press("lockButton")
    suite.hands.type("pinField", PIN)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "unlocked")
    suite.shell.window.show_page("encounter")
    looks = [one for one in _looks(suite) if one[1] == "encounter"]
    assert looks == [("jdoe", "encounter")] * 2
    assert [one for one in _looks(suite) if one[1] == "board"] == [("jdoe", "board")] * 2


def test_what_a_search_brings_up_from_the_record_is_noted_once(suite: Suite) -> None:
    suite.sign_in()
    visit = _seat(suite)
    suite.settle()
    for text in ("R", "RO", "ROE", "ROE, J"):
        suite.shell.window._actions.find(text)
    assert [what for _, what in _looks(suite) if what.startswith("search")] == [f"search result {visit}"]


def test_an_auditor_looks_everywhere_and_each_day_of_the_audit_is_noted(suite: Suite) -> None:
    suite.sign_in("admin")
    window = suite.shell.window
    window.show_page("audit")
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the day is read")
    days = [what for _, what in _looks(suite) if what.startswith("audit")]
    assert days == ["audit", "audit of 2026-11-24"]
