"""One program per folder, and only in folders where a record is safe."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from nursedesk.store import places
from nursedesk.store.errors import AlreadyRunning, DiskRefused, FolderRefused
from nursedesk.store.ledger import SaveState, create_folder, open_folder, open_reader
from nursedesk.store.lock import FolderLock, is_running
from nursedesk.store.places import check_place, file_system_type, make_private_folder, write_private

from tests.store.making import PASSPHRASE, Desk, Suite

HOLD = (
    "import sys; from pathlib import Path; from nursedesk.store.lock import FolderLock\n"
    "lock = FolderLock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); sys.stdin.read()"
)


def test_a_second_program_is_told_and_changes_nothing(suite: Suite, desk: Desk) -> None:
    with pytest.raises(AlreadyRunning, match="already open on this data folder"):
        open_folder(suite.folder, suite.keys)
    with pytest.raises(AlreadyRunning):
        create_folder(suite.folder, PASSPHRASE)
    beside = open_reader(suite.folder, suite.keys)
    assert suite.ledger.append_now([desk.opened()]).state is SaveState.SAVED
    assert len(beside.open_encounters()) == 1
    beside.close()


def test_the_lock_of_a_killed_program_is_free_at_once(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "held\n"
    assert is_running(tmp_path)
    with pytest.raises(AlreadyRunning):
        FolderLock(tmp_path).acquire()
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()
    assert not is_running(tmp_path)
    lock = FolderLock(tmp_path)
    lock.acquire()
    lock.release()


def test_a_folder_nobody_has_opened_is_not_running(tmp_path: Path) -> None:
    assert not is_running(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_opening_gives_the_lock_back(suite: Suite) -> None:
    suite.ledger.close()
    wrong = type(suite.keys)(bytes(32), bytes(32))
    for _ in range(2):
        with pytest.raises(Exception, match="does not open the record"):
            open_folder(suite.folder, wrong)
    open_folder(suite.folder, suite.keys).close()


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"]
)
def test_network_shares_are_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(FolderRefused, match="network share"):
        check_place(tmp_path, lambda _: kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "apfs", "ntfs", "fuseblk", "tmpfs", "overlay", ""])
def test_disks_of_this_computer_are_taken(tmp_path: Path, kind: str) -> None:
    check_place(tmp_path, lambda _: kind)


@pytest.mark.parametrize(
    "name",
    ["Dropbox", "OneDrive", "OneDrive - Mercy Clinic", "Google Drive", "iCloudDrive", "Nextcloud", "Box Sync"],
)
def test_sync_folders_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderRefused, match="sync program"):
        check_place(tmp_path / name / "NurseDesk")


def test_a_sync_programs_mark_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(FolderRefused, match="sync program"):
        check_place(tmp_path / "a" / "b")


def test_a_link_into_a_sync_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(FolderRefused):
        check_place(tmp_path / "plain" / "NurseDesk")


def test_the_programs_own_unpacking_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FolderRefused, match="unpacks itself"):
        check_place(tmp_path / "data")


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's list of mounts")
def test_the_longest_mount_that_holds_a_folder_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = [
        ("/", "ext4"),
        ("/home", "nfs4"),
        ("/home/jane/local disk", "xfs"),
        ("/home/jane/local disk", "btrfs"),
    ]
    monkeypatch.setattr(places, "_linux_mounts", lambda: mounts)
    assert file_system_type(Path("/home/jane")) == "nfs4"
    assert file_system_type(Path("/home/jane/local disk/data")) == "btrfs"
    assert file_system_type(Path("/homestead")) == "ext4"


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's list of mounts")
def test_this_machines_own_disk_is_told(tmp_path: Path) -> None:
    assert file_system_type(Path("/proc")) == "proc"
    # In a chroot no mount may cover the path; then nothing is said, and nothing is refused.
    assert isinstance(file_system_type(tmp_path.resolve()), str)


def test_a_data_folder_is_its_owners_alone(suite: Suite) -> None:
    assert stat.S_IMODE(suite.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in suite.folder.iterdir()}
    assert set(modes.values()) == {0o600}, modes


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys.json"
    write_private(path, b"old")

    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="Input/output"):
        patch.setattr(os, "fsync", fails)
        write_private(path, b"new")
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["keys.json"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DiskRefused, match="nothing was changed"):
        make_private_folder(tmp_path / "file" / "data")
