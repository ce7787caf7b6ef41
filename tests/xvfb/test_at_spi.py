"""The demo desk as assistive tools have it: the real program, heard and worked through AT-SPI and nothing else."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nursedesk.desk.demo.people import DOE, SECRETS
from nursedesk.record.fold import fold
from nursedesk.store import keys as keys_of
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.xvfb.screen import Screen

PYTHON = "/usr/bin/python3"
"""Debian's own: pyatspi is a package of Debian's and of no other Python."""
WALK = Path(__file__).parent / "walk_at_spi.py"
WORKED = frozenset(
    {"push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "page tab"}
)
"""What a person works with: each has a name, and the keyboard reaches it unless it is switched off."""
GROUPS = frozenset({"list", "table", "tree", "page tab list"})


def missing() -> str:
    """What this system lacks for it, as one string; empty when all is there."""
    lacking = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    asked = [PYTHON, "-c", "import pyatspi"]
    there = Path(PYTHON).exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0
    return ", ".join(lacking if there else [*lacking, "python3-pyatspi"])


pytestmark = pytest.mark.skipif(bool(missing()), reason=f"this system has no {missing()}")


@dataclass(frozen=True)
class Walk:
    """What came of one walk: what each page told, the Stop that was pressed, the suite it was pressed in."""

    pages: dict[str, list[tuple[str, str, list[str]]]]
    pressed: str
    suite: Path
    began: datetime


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    suite = tmp_path_factory.mktemp("at-spi") / "suite"
    program = [sys.executable, "-m", "nursedesk", "demo", "--keep", str(suite)]
    command = ["dbus-run-session", "--", PYTHON, str(WALK), DOE.id, SECRETS["password"], *program]
    began = datetime.now(UTC)
    with Screen(1600, 1000) as screen:
        done = subprocess.run(
            command, env=screen.environment(), capture_output=True, text=True, timeout=300, check=False
        )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    pages = {line["page"]: line["heard"] for line in lines if "page" in line}
    return Walk(pages, next(line["pressed"] for line in lines if "pressed" in line), suite, began)


def wrong(role: str, name: str, states: list[str]) -> str:
    """What is missing, or nothing."""
    if role in ("", "unknown", "invalid"):
        return "no role"
    if role in WORKED | GROUPS and not name.strip():
        return "no name"
    if role in WORKED - {"page tab"} and "sensitive" in states and "focusable" not in states:
        return "not reached by the keyboard"
    return "" if "showing" in states else "not said to be shown"


def test_every_page_is_heard(walk: Walk) -> None:
    assert list(walk.pages)[:6] == ["sign in", "Board", "Encounter", "Tickets", "Shift", "Drugs"]
    assert {"Codes", "Settings", "Help"} <= set(walk.pages)
    worked = {page: sum(one[0] in WORKED for one in heard) for page, heard in walk.pages.items()}
    assert min(worked.values()) >= 4, worked
    assert any(name.startswith("Stop ") for _, name, _ in walk.pages["Board"])


def test_every_control_has_a_name_a_role_and_states(walk: Walk) -> None:
    bad = [(page, *one, found) for page, heard in walk.pages.items() for one in heard if (found := wrong(*one))]
    assert bad == []


def test_a_stop_pressed_so_is_in_the_record(walk: Walk) -> None:
    keys = keys_of.open_with_passphrase(walk.suite, SECRETS["passphrase"])
    reader = open_reader(walk.suite, keys)
    chair = walk.pressed.rsplit("chair ", 1)[1]
    visits = [events for events in reader.open_encounters().values() if fold(events).chair == chair]
    stops = [
        one for events in visits for one in events if one.kind == "Stopped" and one.header.occurred > walk.began
    ]
    reader.close()
    assert [one.header.actor for one in stops] == [DOE.id]
    assert verify(walk.suite, keys).clean
