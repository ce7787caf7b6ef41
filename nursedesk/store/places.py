"""Where a record may be kept: the files of a data folder, their permissions, and the folders refused."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from nursedesk.store.errors import DiskRefused, FolderRefused, why_refused

DATABASE = "record.db"
KEY_FILE = "keys.json"

_NETWORK_TYPES = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"smb2", "smb3", "smbfs", "vboxsf", "vmhgfs", "webdav"}
)
_LOCAL_FUSE = frozenset({"fuseblk", "fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.portal"})
_SYNC_NAMES = frozenset(
    {
        "Box",
        "Box Sync",
        "CloudStorage",
        "Creative Cloud Files",
        "Dropbox",
        "Google Drive",
        "GoogleDrive",
        "MEGA",
        "MEGAsync",
        "Mobile Documents",
        "My Drive",
        "Nextcloud",
        "OneDrive",
        "Proton Drive",
        "Seafile",
        "Sync.com",
        "Syncthing",
        "Tresorit",
        "iCloud Drive",
        "iCloudDrive",
        "ownCloud",
        "pCloud Drive",
        "pCloudDrive",
    }
)
_SYNC_MARKS = (".dropbox.cache", ".stfolder", ".owncloudsync.log")
_DRIVE_REMOTE = 4


def database_path(folder: Path) -> Path:
    """The encrypted record inside a data folder."""
    return folder / DATABASE


def key_path(folder: Path) -> Path:
    """The file of wrapped keys inside a data folder."""
    return folder / KEY_FILE


def check_place(folder: Path, fs_type: Callable[[Path], str] | None = None) -> None:
    """Raise FolderRefused when `folder` is on a network share, in a sync folder or in the program's own files."""
    real = folder.expanduser().absolute().resolve()
    kind = (fs_type or file_system_type)(real)
    if kind in _NETWORK_TYPES or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE):
        raise FolderRefused(
            f"The folder {folder} is on a network share ({kind}), where a record can be lost without a sign: "
            "choose a folder on this computer's own disk."
        )
    sync = _sync_folder(real)
    if sync is not None:
        raise FolderRefused(
            f"The folder {folder} is inside {sync}, which a sync program copies and replaces: choose a folder "
            "that is not synchronised."
        )
    if _is_in_bundle(real):
        raise FolderRefused(
            f"The folder {folder} is where the program unpacks itself and is deleted when it ends: choose another "
            "folder."
        )


def _sync_folder(real: Path) -> str | None:
    for place in (real, *real.parents):
        if place.name in _SYNC_NAMES or place.name.startswith(("OneDrive - ", "OneDrive-", "Dropbox (")):
            return place.name
        if any((place / mark).exists() for mark in _SYNC_MARKS):
            return place.name
    return None


def _is_in_bundle(real: Path) -> bool:
    bundle = getattr(sys, "_MEIPASS", None)
    return bundle is not None and real.is_relative_to(Path(bundle).resolve())


def file_system_type(real: Path) -> str:
    """The kind of file system that holds a path (`ext4`, `nfs4`, `network`, …), empty when it cannot be told."""
    if sys.platform == "win32":
        return "cifs" if _is_remote_drive(real) else ""
    if sys.platform == "darwin":
        return _longest_mount(real, _darwin_mounts())
    return _longest_mount(real, _linux_mounts())


def _longest_mount(real: Path, mounts: list[tuple[str, str]]) -> str:
    best, kind = -1, ""
    for point, name in mounts:
        # `>=`: a later mount on the same point hides the earlier one.
        if len(point) >= best and real.is_relative_to(point):
            best, kind = len(point), name
    return kind


def _linux_mounts() -> list[tuple[str, str]]:
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        left, _, right = line.partition(" - ")
        point = left.split(" ")[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        found.append((point, right.split(" ")[0]))
    return found


def _darwin_mounts() -> list[tuple[str, str]]:
    listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    found = []
    for line in listing.splitlines():
        device_and_point, _, options = line.rpartition(" (")
        found.append((device_and_point.partition(" on ")[2], options.split(",")[0].strip(" )")))
    return found


def _is_remote_drive(real: Path) -> bool:
    if str(real).startswith("\\\\"):
        return True
    import ctypes

    drive_type = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 the name exists on Windows alone
    return bool(drive_type(real.anchor) == _DRIVE_REMOTE)


def make_private_folder(folder: Path) -> None:
    """Make the data folder if it is missing and keep it to its owner (0700)."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise DiskRefused(
            f"The data folder {folder} cannot be made ({why_refused(error)}): nothing was changed; choose another "
            "folder."
        ) from error


def write_private(path: Path, content: bytes) -> None:
    """Replace a file whole or not at all, readable by its owner alone, on the disk when this returns."""
    temporary = path.with_name(path.name + ".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Put the folder's own entries on the disk, where the system can do so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
