"""Full disks, disks that can only be read, and what is left behind on good ones."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.record.events import Event, LineId, Noted, Started
from nursedesk.store.errors import DiskRefused, StoreError, explain
from nursedesk.store.ledger import SaveState, create_folder, open_folder, open_reader
from nursedesk.store.verify import verify

from tests.store.making import CANARY, PASSPHRASE, Desk, Suite

MIB = 1024 * 1024


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; only the superuser of a Linux system can have one made."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("making a small disk needs Linux and the superuser")
    place = tmp_path / "disk"
    place.mkdir()
    if not _mount("-t", "tmpfs", "-o", f"size={3 * MIB}", "tmpfs", str(place)):
        pytest.skip("this system does not let a small disk be made")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_loses_nothing_that_was_saved(small_disk: Path, desk: Desk) -> None:
    made = create_folder(small_disk / "suite", PASSPHRASE, use_keyring=False)
    ledger, keys = made.ledger, made.ledger.keys
    saved: list[Event] = []
    states = set()
    while len(states) < 2:
        event = desk.event(Noted("x" * 20_000)) if saved else desk.opened()
        outcome = ledger.append_now([event])
        states.add(outcome.state)
        if outcome.state is SaveState.SAVED:
            saved.append(event)
    assert states == {SaveState.SAVED, SaveState.NOT_SAVED}
    assert outcome.reason == "The disk is full: write the time on paper and make space on this computer."
    assert ledger.events_of(saved[0].header.encounter_id) == tuple(saved)  # type: ignore[arg-type] it has one
    ledger.close()
    assert _mount("-o", f"remount,size={12 * MIB}", str(small_disk))
    again = open_folder(small_disk / "suite", keys)
    after = desk.event(Started(LineId("line-1")))
    assert again.append_now([after]).state is SaveState.SAVED
    assert again.events_of(after.header.encounter_id) == (*saved, after)  # type: ignore[arg-type] it has one
    again.close()
    assert verify(small_disk / "suite", keys).clean


def test_no_suite_is_half_made_on_a_full_disk(small_disk: Path) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(3 * MIB - 40_960))
    with pytest.raises(StoreError, match=r"full|No space"):
        create_folder(small_disk / "suite", PASSPHRASE, use_keyring=False)
    filler.unlink()
    create_folder(small_disk / "suite", PASSPHRASE, use_keyring=False).ledger.close()


def test_a_disk_that_can_only_be_read(small_disk: Path, desk: Desk) -> None:
    made = create_folder(small_disk / "suite", PASSPHRASE, use_keyring=False)
    keys = made.ledger.keys
    made.ledger.append_now([desk.opened()])
    made.ledger.close()
    assert _mount("-o", "remount,ro", str(small_disk))
    for opening in (open_folder, open_reader):
        with pytest.raises(StoreError, match="nothing was changed"):
            opening(small_disk / "suite", keys)
    with pytest.raises(DiskRefused, match="nothing was changed"):
        create_folder(small_disk / "other", PASSPHRASE)
    assert _mount("-o", "remount,rw", str(small_disk))
    ledger = open_folder(small_disk / "suite", keys)
    assert len(ledger.visits()) == 1
    ledger.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission(suite: Suite) -> None:
    suite.ledger.close()
    suite.folder.chmod(0o500)
    try:
        with pytest.raises(DiskRefused, match="nothing was changed"):
            open_folder(suite.folder, suite.keys)
    finally:
        suite.folder.chmod(0o700)


def test_no_patient_is_readable_in_any_file_left_behind(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now([desk.opened(), desk.event(Noted(f"{CANARY} feels well"))])
    beside = open_reader(suite.folder, suite.keys)
    assert CANARY in str(beside.visits())
    for _ in range(2):
        files = [path for path in suite.folder.rglob("*") if path.is_file()]
        assert len(files) >= 3
        for path in files:
            content = path.read_bytes().lower()
            for words in (CANARY, "Canary", PASSPHRASE, suite.recovery_key, "MRN-1"):
                for encoding in ("utf-8", "utf-16-le"):
                    assert words.lower().encode(encoding) not in content, (path.name, words)
        beside.close()
        suite.ledger.close()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("database or disk is full", "disk is full"),
        ("[Errno 28] No space left on device", "disk is full"),
        ("attempt to write a readonly database", "only be read"),
        ("[Errno 30] Read-only file system", "only be read"),
        ("database is locked", "Another program"),
        ("disk I/O error", "reported a fault"),
        ("database disk image is malformed", "damaged"),
        ("unable to open database file", "cannot be reached"),
        ("something nobody thought of", "could not be written"),
    ],
)
def test_every_failure_has_a_sentence_that_says_what_to_do(said: str, words: str) -> None:
    sentence = explain(OSError(said))
    assert words in sentence
    assert "write the time on paper" in sentence
    assert said not in sentence
