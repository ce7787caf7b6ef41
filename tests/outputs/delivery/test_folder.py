"""A message in a folder: whole or absent, never twice, never over another; and where a message may go at all."""

import errno
import os
import stat
from pathlib import Path

import pytest
from nursedesk.outputs.delivery.folder import drop
from nursedesk.outputs.delivery.parcel import BadDestination, Folder, Mllp, Parcel, destination
from nursedesk.record.posting_events import PostOutcome

PARCEL = Parcel("A-1.v1.charges.QK3V.hl7", "QK3V", b"MSH|")


def test_a_message_is_there_whole_and_only_for_its_owner(tmp_path: Path) -> None:
    assert drop(tmp_path, PARCEL).outcome is PostOutcome.ACCEPTED
    (file,) = tmp_path.iterdir()
    assert (file.name, file.read_bytes()) == (PARCEL.name, PARCEL.data)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_message_again_is_accepted_and_not_written_twice(tmp_path: Path) -> None:
    drop(tmp_path, PARCEL)
    before = (tmp_path / PARCEL.name).stat().st_mtime_ns
    answer = drop(tmp_path, PARCEL)
    assert (answer.outcome, answer.said) == (PostOutcome.ACCEPTED, "was there already")
    assert (tmp_path / PARCEL.name).stat().st_mtime_ns == before


def test_another_file_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / PARCEL.name).write_bytes(b"theirs")
    answer = drop(tmp_path, PARCEL)
    assert answer.outcome is PostOutcome.NOT_SENT
    assert (tmp_path / PARCEL.name).read_bytes() == b"theirs"


def test_a_reader_of_the_folder_never_sees_half_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    really = os.fsync

    def look(handle: int) -> None:
        seen.append([file.name for file in tmp_path.glob("*.hl7")])
        really(handle)

    monkeypatch.setattr(os, "fsync", look)
    drop(tmp_path, PARCEL)
    assert seen[0] == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
def test_a_drive_that_refuses_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(handle: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refused)
    answer = drop(tmp_path, PARCEL)
    assert answer.outcome is PostOutcome.NOT_SENT
    assert answer.said.endswith(".")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    answer = drop(tmp_path / "gone", PARCEL)
    assert (answer.outcome, "no folder" in answer.said) == (PostOutcome.NOT_SENT, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mllp://hl7.hospital.example:2575", Mllp("hl7.hospital.example", 2575)),
        (" mllp://10.0.0.7:6661/ ", Mllp("10.0.0.7", 6661)),
        ("mllp://[::1]:2575", Mllp("::1", 2575)),
        ("mllps://hl7.hospital.example:2576", Mllp("hl7.hospital.example", 2576, tls=True)),
        ("/var/spool/hl7 out", Folder(Path("/var/spool/hl7 out"))),
    ],
)
def test_destinations(text: str, found: Mllp | Folder) -> None:
    assert destination(text) == found
    assert destination(str(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "mllp://", "mllp://host", "mllp://host:0", "mllp://host:99999", "mllp://host:2575/path"),
        *("http://host:80", "file:///drop", "mllp://me:secret@host:2575", "out", "..\\..\\", "a\nb", "/x/\x00"),
        "mllp://[::1:2575",
    ],
)
def test_what_no_destination_can_be_called(text: str) -> None:
    with pytest.raises(BadDestination, match="nothing was changed"):
        destination(text)
