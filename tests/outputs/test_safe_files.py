"""Files are written whole or not at all, over nothing, and every refusal is a sentence."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from nursedesk.outputs import safe_files
from nursedesk.outputs.safe_files import FileNotWritten, write_file


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_whole_and_only_for_its_owner(tmp_path: Path) -> None:
    path = write_file(tmp_path / "ticket.pdf", b"%PDF")
    assert path.read_bytes() == b"%PDF"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert files_in(tmp_path) == ["ticket.pdf"]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "ticket.pdf"
    path.write_bytes(b"old")
    with pytest.raises(FileNotWritten, match="already a file"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    write_file(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert files_in(tmp_path) == ["ticket.pdf"]


def test_a_name_taken_while_we_wrote_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ticket.pdf"
    really = os.fsync

    def taken_meanwhile(handle: int) -> None:
        really(handle)
        if not path.exists():
            path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", taken_meanwhile)
    with pytest.raises(FileNotWritten, match="already a file"):
        write_file(path, b"ours")
    assert path.read_bytes() == b"theirs"
    assert files_in(tmp_path) == ["ticket.pdf"]


def test_a_drive_without_hard_links_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    assert write_file(tmp_path / "log.csv", b"a").read_bytes() == b"a"
    with pytest.raises(FileNotWritten, match="already a file"):
        write_file(tmp_path / "log.csv", b"b")
    assert files_in(tmp_path) == ["log.csv"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_is_never_followed(tmp_path: Path, overwrite: bool) -> None:
    target = tmp_path / "precious.txt"
    target.write_bytes(b"precious")
    (tmp_path / "ticket.pdf").symlink_to(target)
    with pytest.raises(FileNotWritten, match="is a link"):
        write_file(tmp_path / "ticket.pdf", b"new", overwrite=overwrite)
    assert target.read_bytes() == b"precious"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("CON", "cannot be a file name"),
        ("con.pdf", "cannot be a file name"),
        ("Lpt1.csv", "cannot be a file name"),
        ("a:b.pdf", "cannot be a file name"),
        ("what?.pdf", "cannot be a file name"),
        ("..\\..\\evil.pdf", "cannot be a file name"),
        ("ticket.", "cannot be a file name"),
        ("ticket ", "cannot be a file name"),
        ("line\nbreak.pdf", "characters no file name"),
        ("nul\x00.pdf", "characters no file name"),
        ("turn\u202efdp.pdf", "characters no file name"),
        ("lone\ud83d.pdf", "characters no file name"),
        ("x" * 300 + ".pdf", "too long"),
        ("missing/ticket.pdf", "no folder"),
    ],
)
def test_names_no_file_should_have(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(FileNotWritten, match=says) as refused:
        write_file(tmp_path / name, b"x")
    str(refused.value).encode("utf-8")
    assert len(str(refused.value)) < 260
    assert files_in(tmp_path) == []


def test_an_address_is_not_a_path() -> None:
    with pytest.raises(FileNotWritten, match="an address"):
        write_file(Path("file:///tmp/ticket.pdf"), b"x")


def test_a_path_of_too_many_folders(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="too long"):
        write_file(tmp_path.joinpath(*["folder"] * 200, "ticket.pdf"), b"x")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(FileNotWritten, match="not a file"):
        write_file(tmp_path / "there", b"x", overwrite=True)
    with pytest.raises(FileNotWritten, match="not a folder"):
        write_file(write_file(tmp_path / "plain.txt", b"x") / "ticket.pdf", b"x")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "drive is full"),
        (errno.EACCES, "may not write"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "does not answer"),
        (errno.EBUSY, "Another program holds it"),
        (errno.EFBIG, "too large for this drive"),
        (errno.EINVAL, "such a name"),
        (errno.ESTALE, "came back"),
        (errno.EMFILE, "Too many files"),
        (errno.EDQUOT, "Your share of the drive is full"),
        (errno.ENOTSUP, "could not be made"),
    ],
)
def test_what_the_drive_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def refused(handle: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(FileNotWritten, match=says):
        write_file(tmp_path / "ticket.pdf", b"x" * 100_000)
    assert files_in(tmp_path) == []


def test_an_interruption_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(safe_files, "_put_in_place", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "ticket.pdf", b"x")
    assert files_in(tmp_path) == []


def test_a_limit_the_system_really_sets_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from nursedesk.outputs.safe_files import FileNotWritten, write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_file(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except FileNotWritten as refused:\n"
        "    sys.stdout.write(str(refused))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "t.pdf")], capture_output=True, text=True, check=True
    )
    assert "too large for this drive" in done.stdout
    assert files_in(tmp_path) == []


def test_a_full_drive_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    """A real one, where this test may make it: a drive of sixteen pages in memory."""
    drive = tmp_path / "drive"
    drive.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(drive)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no drive can be made here")
    try:
        with pytest.raises(FileNotWritten, match="The drive is full"):
            write_file(drive / "ticket.pdf", b"x" * 1_000_000)
        assert files_in(drive) == []
        write_file(drive / "small.pdf", b"x")
    finally:
        subprocess.run(["umount", str(drive)], check=True)
