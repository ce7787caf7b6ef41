"""A whole visit with real clicks: check in, hang, start, push, stop, respond, sign, PDF; then what was stored."""

import subprocess
from pathlib import Path

from nursedesk.record.events import EncounterId
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.app.suite import PASSPHRASE, PIN, Suite


def test_a_visit_from_check_in_to_paper(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = _visit(suite)
    path = tmp_path / "ticket.pdf"
    assert suite.shell.closing.write_pdf(visit, path)
    suite.settle()
    suite.close()
    _check_stored(suite.folder, visit)
    words = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    for figure in (
        "ROE, Jane",
        "96365",
        "96366",
        "96375",
        "J1745",
        "40",
        "JZ",
        "SIGNED",
        "A-261124-001",
        "135 min",
    ):
        assert figure in words


def _visit(suite: Suite) -> EncounterId:
    hands = suite.hands
    hands.press("checkInButton_1")
    hands.type("nameField", "ROE, Jane", enter=False)
    hands.press("firstAccessField_peripheral")
    hands.press("checkInButton")
    suite.settle()
    visit = EncounterId(suite.shell.core.daybook.in_chair("1").id)
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.press("orderField")
    hands.press("startNowButton")
    suite.pass_(10)
    hands.press("pushButton_1")
    hands.type("drugField", "diphenhydramine")
    hands.type("doseField", "25", enter=False)
    hands.press("startNowButton")
    suite.pass_(125)
    hands.press("stopButton_1_1")
    suite.settle()
    hands.press("closeButton_1")
    hands.press_first("fix_order_on_file_")
    hands.press_first("fix_tolerated_")
    hands.type("pinField", PIN)
    hands.wait(lambda: suite.shell.core.visit(visit).version == 1, "the ticket is signed")
    suite.settle()
    return visit


def _check_stored(folder: Path, visit: EncounterId) -> None:
    keys = keys_of.open_with_passphrase(folder, PASSPHRASE)
    reader = open_reader(folder, keys)
    kinds = [event.kind for event in reader.events_of(visit)]
    reader.close()
    quiet = ("OrderCharted", "Noted", "Viewed", "NoticeShown")
    pressed = [kind for kind in kinds if kind not in quiet]
    assert pressed == [
        "Opened",
        "AccessPlaced",
        "Prepared",
        "Started",
        "Prepared",
        "Pushed",
        "Stopped",
        "Closed",
        "ChairFreed",
        "Signed",
        "Printed",
    ]
    assert verify(folder, keys).clean
