"""The open desk posts what was signed: by itself, by a press, again after a refusal; all of it in the record."""

from pathlib import Path

from nursedesk.app.posting import PostingWiring
from nursedesk.desk import check_in, close, correct, hang, run
from nursedesk.desk.posting.facts import changed, facts_of
from nursedesk.desk.posting.post import Standing, standing
from nursedesk.record.encounter import Access, Device, Patient, Setting
from nursedesk.record.events import EncounterId
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from tests.app.suite import Suite
from tests.desk.station import infliximab
from tests.outputs.delivery.receiver import Receiver


def _posting(suite: Suite) -> PostingWiring:
    return suite.shell.messages.now()


def _settle(suite: Suite) -> None:
    posting, tasks = _posting(suite), suite.station.tasks
    suite.hands.wait(lambda: not posting.outbox.busy and not tasks.busy(), "everything was tried and read")
    suite.settle()


def _set(suite: Suite, destination: str) -> None:
    """The station's own settings, as an administrator would keep them."""
    core = suite.shell.core
    core.door.lock()
    facts = facts_of(core.desk.ledger.reader.settings())
    core.daybook.write(None, *changed(facts, [("destination", destination)], core.now()))
    suite.settle()
    core.door.enter("jdoe", "password")


def signed_visit(suite: Suite) -> EncounterId:
    book = suite.shell.core.daybook
    form = check_in.CheckIn(
        "1",
        Patient("ROE, Jane", "40 21 877"),
        Setting.OUTPATIENT_FACILITY,
        access=Access("A", Device.PERIPHERAL, "left forearm"),
    )
    visit = check_in.check_in(book, form)
    line = hang.hang_and_start(book, book.encounter(visit), infliximab())
    suite.clocks.pass_(120)
    run.stop(book, book.encounter(visit), line)
    correct.chart_response(book, book.encounter(visit), line, "tolerated")
    close.sign(book, book.encounter(visit), suite.shell.core.rulebook())
    suite.settle()
    return visit


def _outcomes(suite: Suite, visit: EncounterId) -> list[str]:
    events = suite.shell.core.desk.ledger.events_of(visit)
    return [event.body.outcome.value for event in events if event.kind == "Posted"]


def test_what_is_signed_goes_by_itself_once(suite: Suite) -> None:
    suite.sign_in()
    with Receiver("AA") as receiver:
        _set(suite, f"mllp://127.0.0.1:{receiver.port}")
        visit = signed_visit(suite)
        for _ in range(2):
            _posting(suite).send_due()
            _settle(suite)
    assert len(receiver.frames) == 2
    assert _outcomes(suite, visit) == ["trying", "accepted", "trying", "accepted"]
    assert standing(suite.shell.core.desk.ledger.events_of(visit)) is Standing.POSTED


def test_a_locked_station_posts_too(suite: Suite) -> None:
    suite.sign_in()
    with Receiver("AA") as receiver:
        _set(suite, f"mllp://127.0.0.1:{receiver.port}")
        signed_visit(suite)
        suite.station.lock()
        _posting(suite).send_due()
        _settle(suite)
    assert len(receiver.taken) == 2


def test_nothing_goes_without_a_destination(suite: Suite) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    _posting(suite).send_due()
    _settle(suite)
    assert _outcomes(suite, visit) == []


def test_a_refusal_waits_on_the_page_until_it_is_sent_again(suite: Suite) -> None:
    suite.sign_in()
    with Receiver("AE", "AE", "AA") as receiver:
        _set(suite, f"mllp://127.0.0.1:{receiver.port}")
        visit = signed_visit(suite)
        _posting(suite).send_due()
        _settle(suite)
        _posting(suite).send_due()
        _settle(suite)
        assert _outcomes(suite, visit) == ["trying", "refused"] * 2
        suite.shell.window.show_page("tickets")
        suite.hands.press("ticketMessagesButton")
        _settle(suite)
        rows = suite.shell.window.findChild(QListView, "postingList").model().rows()
        assert [row.said for row in rows] == ["204 Unknown key identifier Account is closed"] * 2
        suite.hands.press("postingSendButton")
        _settle(suite)
    assert _outcomes(suite, visit)[-1] == "accepted"
    assert suite.shell.window.findChild(QLabel, "postingCount").text() == "nothing waits"
    suite.hands.press("postingBack")
    assert suite.shell.window.page() == "tickets"


def test_a_receiver_that_is_away_is_tried_again_when_it_is_due(suite: Suite) -> None:
    suite.sign_in()
    with Receiver("AA") as gone:
        port = gone.port
    _set(suite, f"mllp://127.0.0.1:{port}")
    visit = signed_visit(suite)
    _posting(suite).send_due()
    _settle(suite)
    assert _outcomes(suite, visit) == ["trying", "not_sent"]
    with Receiver("AA", port=port) as back:
        _posting(suite).send_due()
        _settle(suite)
        suite.clocks.pass_(2)
        _posting(suite).send_due()
        _settle(suite)
    assert len(back.taken) == 2
    assert standing(suite.shell.core.desk.ledger.events_of(visit)) is Standing.POSTED


def test_closing_does_not_wait_for_a_silent_receiver_and_the_next_start_sends_the_same_again(suite: Suite) -> None:
    suite.sign_in()
    with Receiver("silent") as receiver:
        _set(suite, f"mllp://127.0.0.1:{receiver.port}")
        visit = signed_visit(suite)
        _posting(suite).send_due()
        suite.hands.wait(lambda: bool(receiver.frames), "the message has arrived")
        suite.settle()
        assert _outcomes(suite, visit) == ["trying"]
        suite.close()
    first = receiver.frames
    opened = Suite.open(suite.folder, suite.clocks)
    with Receiver("AA", port=receiver.port) as again:
        again.taken.update(receiver.taken)
        opened.sign_in()
        opened.clocks.pass_(2)
        _posting(opened).send_due()
        _settle(opened)
        assert _outcomes(opened, visit)[:3] == ["trying", "trying", "accepted"]
        opened.close()
    assert again.frames[0] == first[0]
    assert len(again.taken) == 2


def test_only_an_administrator_keeps_settings(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in("admin")
    suite.shell.window.show_page("tickets")
    suite.hands.press("ticketMessagesButton")
    _settle(suite)
    suite.hands.type("postingDestination", "out", enter=False)
    suite.hands.press("postingKeepButton")
    assert "not a whole path" in suite.hands.find("postingRefusal").text()
    suite.hands.type("postingDestination", str(tmp_path), enter=False)
    suite.hands.press("postingKeepButton")
    _settle(suite)
    facts = facts_of(suite.shell.core.desk.ledger.reader.settings())
    assert (facts.destination, bool(facts.since)) == (str(tmp_path), True)
    suite.station.lock()
    suite.shell.core.door.enter("jdoe", "password")
    _posting(suite).show()
    _settle(suite)
    assert not suite.shell.window.findChild(QLineEdit, "postingDestination").isEnabled()
