"""What every test has: no screen, no person's own folders or keyring, one way to draw examples, a clock to set."""

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from nursedesk.desk import import_encounters
from PySide6.QtWidgets import QApplication

from tests.clock import SettableClock
from tests.outputs import cups

# Before Qt opens anything or keyring is imported. A test that wants a real window starts an X server and a
# child of its own.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["CUPS_SERVER"] = str(cups.SOCKET)

# No deadline: a shared machine stalls now and then, and that says nothing about the code. The blob that CI prints
# repeats a failure here with @reproduce_failure.
settings.register_profile("ci", deadline=None, print_blob=True, max_examples=200)
settings.register_profile("desk", deadline=None, print_blob=True, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session", autouse=True)
def nobodys_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send the platform's data and settings folders to a throw-away place, child processes included."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            patch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def windows_from_the_start(qapp: QApplication) -> None:
    """The one Qt application of a test process can show windows, whichever test comes first."""


@pytest.fixture(scope="session", autouse=True)
def no_garbage_in_other_threads() -> Iterator[None]:
    """Python would collect in whichever thread comes along, and a widget deleted there takes the process down."""
    gc.disable()
    yield
    gc.enable()


_TESTS_BETWEEN = 40
_ended = 0


def pytest_runtest_teardown() -> None:
    """What a test leaves behind is collected here, in the tests' own thread."""
    global _ended
    _ended += 1
    gc.collect(2 if _ended % _TESTS_BETWEEN == 0 else 0)


@pytest.fixture
def clock() -> SettableClock:
    """A clock at a quarter past eight in the morning of a Tuesday in New York, to be set and advanced."""
    return SettableClock(datetime(2026, 11, 24, 13, 15, tzinfo=UTC))


@pytest.fixture(scope="session", autouse=True)
def any_day() -> Iterator[None]:
    """Visits that tests import are of November 2026, whatever day the tests are run on."""
    with pytest.MonkeyPatch.context() as held:
        held.setattr(import_encounters, "AHEAD", timedelta(days=36_500))
        yield
