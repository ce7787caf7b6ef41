"""What must not be loaded before the first paint, and before the board is painted: each is felt as a wait."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BEFORE_SIGN_IN = (
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "sqlcipher3",
    "cryptography",
    "rapidfuzz",
    "zxingcpp",
    "biip",
)
BEFORE_BOARD = (
    "alembic", "rapidfuzz", "zxingcpp", "xlsxwriter", "simple_icd_10_cm", "PySide6.QtPrintSupport",
    "nursedesk.app.encounter", "nursedesk.app.closing", "nursedesk.app.dialogs", "nursedesk.app.handing",
    "nursedesk.app.printing", "nursedesk.app.line_questions", "nursedesk.app.downtime", "nursedesk.app.posting",
    "nursedesk.desk.papers", "nursedesk.outputs.paper", "nursedesk.ui.encounter.page", "nursedesk.ui.hang",
    "nursedesk.ui.close.page", "nursedesk.ui.check_in.dialog", "nursedesk.ui.settings", "nursedesk.ui.shift",
    "nursedesk.ui.tickets", "nursedesk.ui.audit", "nursedesk.ui.drugs", "nursedesk.ui.reference",
)  # fmt: skip
RUN = """
import json, sys
from pathlib import Path
from nursedesk.app import application
from nursedesk.app.station import Station
from PySide6.QtWidgets import QApplication
folder = Path(sys.argv[1])
station = Station(application(folder), folder, None)
station.begin()
station.frame.grab()
early = sorted(sys.modules)
from nursedesk.store import keys
master, signing = (bytes.fromhex(one) for one in sys.argv[2].split())
keys.open_with_keyring = lambda _: keys.Keys(master, signing)
while station.entrance.desk is None:
    QApplication.processEvents()
station.entrance.door.enter("jdoe", "password")
station._entered(station.entrance.desk, station.entrance.door)
station.frame.grab()
assert station.shell.board.page.isVisible()
print(json.dumps([early, sorted(sys.modules)]))
station.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Modules at the sign-in page and at the board of a demo suite, opened in a process of its own."""
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.demo.suite import make_demo

    folder: Path = tmp_path_factory.mktemp("start") / "suite"
    desk = make_demo(folder, load_rulebook("cpt"), read_system)
    keys = desk.ledger.keys
    desk.ledger.close()
    secrets = f"{keys.master.hex()} {keys.signing.hex()}"
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), secrets],
        capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    early, later = json.loads(done.stdout.splitlines()[-1])
    return set(early), set(later)


def within(names: set[str], room: str) -> list[str]:
    return sorted(name for name in names if name == room or name.startswith(f"{room}."))


@pytest.mark.parametrize("room", BEFORE_SIGN_IN)
def test_the_sign_in_page_is_painted_without(loaded: tuple[set[str], set[str]], room: str) -> None:
    assert within(loaded[0], room) == []


@pytest.mark.parametrize("room", BEFORE_BOARD)
def test_the_board_is_painted_without(loaded: tuple[set[str], set[str]], room: str) -> None:
    assert within(loaded[1], room) == []
