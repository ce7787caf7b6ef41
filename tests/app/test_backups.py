"""The window backs up while it is open, says when, and says once what keeps it from that."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from nursedesk.app.backups import backup_words
from nursedesk.desk import station_file
from nursedesk.desk.backing_up import BackupState

from tests.app.suite import MORNING, Suite

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 19, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (BackupState(), "No backup folder is chosen: choose one in Settings."),
        (BackupState("b"), "No backup yet"),
        (BackupState("b", NOW), "Last backup 14:02"),
        (BackupState("b", NOW - timedelta(days=1)), "Last backup 23-Nov-2026 14:02"),
        (BackupState("b", NOW, "The disk is full."), "The disk is full."),
    ],
)
def test_what_is_said_of_backups(state: BackupState, said: str) -> None:
    assert backup_words(state, NEW_YORK, NOW + timedelta(minutes=5)).replace("\N{NO-BREAK SPACE}", " ") == said


def _made(suite: Suite) -> list[str]:
    return sorted(path.name for path in (suite.folder.parent / "backups").glob("record-*.db"))


def _looked(suite: Suite) -> None:
    backups = suite.station.backups
    assert backups is not None
    backups.look()
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the look for a backup is over")
    suite.settle()


def test_the_open_desk_backs_up_and_says_when(suite: Suite) -> None:
    station_file.change(suite.folder, backup=str(suite.folder.parent / "backups"))
    suite.sign_in()
    _looked(suite)
    assert len(_made(suite)) == 1
    assert suite.shell.core.backup.last == MORNING
    assert suite.hands.find("savedIndicator").toolTip() == "Last backup 09:00"
    suite.pass_(29)
    suite.station.lock()
    _looked(suite)
    assert len(_made(suite)) == 1
    suite.pass_(1)
    _looked(suite)
    assert len(_made(suite)) == 2
    suite.station.close()
    assert len(_made(suite)) == 2, "nothing but the backup's own line came after it"


def test_a_backup_that_cannot_be_made_is_said_once_and_stays_in_sight(suite: Suite, tmp_path: Path) -> None:
    station_file.change(suite.folder, backup=str(tmp_path / "stick" / "backups"))
    suite.sign_in()
    _looked(suite)
    assert "is not there: nothing was copied" in suite.shell.message.sentence()
    assert "is not there" in suite.hands.find("savedIndicator").toolTip()
    suite.shell.message.hide()
    _looked(suite)
    assert suite.shell.message.sentence() == ""
    (tmp_path / "stick").mkdir()
    _looked(suite)
    assert suite.hands.find("savedIndicator").toolTip() == "Last backup 09:00"
