"""The settings through the real window: what a choice leaves in the record and in the station's file."""

import json
from pathlib import Path

import pytest
from nursedesk.app import people
from nursedesk.desk import station_file
from nursedesk.record.events import SettingChanged
from nursedesk.ui.settings.payer_policy import PayerPolicyPanel
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from tests.app.suite import Suite


def _settings(suite: Suite, who: str = "admin") -> None:
    suite.sign_in(who)
    suite.shell.window.show_page("settings")


def _recorded(suite: Suite, key: str) -> list[str]:
    suite.settle()
    events = suite.shell.core.desk.ledger.station_events(("SettingChanged",))
    bodies = [one.body for one in events if isinstance(one.body, SettingChanged)]
    return [one.value for one in bodies if one.key == key]


def test_the_charting_policy_begins_with_the_profiles_and_is_recorded(suite: Suite) -> None:
    _settings(suite)
    assert suite.hands.find("charting_response_warn").isChecked()
    suite.hands.press("charting_lot_block")
    suite.hands.press("charting_response_off")
    assert _recorded(suite, "charting_policy")[1:] == [
        '[["response", "warn"], ["lot", "block"]]',
        '[["lot", "block"]]',
    ]
    assert suite.shell.core.rulebook().charting == ("lot",)
    assert suite.hands.find("charting_lot_block").isChecked()


def test_a_second_signature_is_waited_for_when_somebody_says_so(suite: Suite) -> None:
    _settings(suite)
    assert _recorded(suite, "second_blocks") == ["false"]
    suite.hands.press("secondBlocksField")
    assert _recorded(suite, "second_blocks") == ["false", "true"]


def test_a_backup_folder_gets_a_backup_at_once_and_the_page_says_when(suite: Suite, tmp_path: Path) -> None:
    _settings(suite)
    into = tmp_path / "backups"
    into.mkdir()
    assert suite.hands.find("backupState").text() == "No backups are made until a folder is chosen."
    suite.hands.type("backupFolderField", str(into))
    assert station_file.read(suite.folder).backup == str(into)
    suite.hands.wait(lambda: suite.hands.find("backupState").text() == "Last backup 09:00", "it is said")
    assert len(list(into.glob("*.ndbak"))) + len(list(into.glob("*.db"))) >= 1 or any(into.iterdir())
    assert _recorded(suite, "station A: backup") == [f'"{into}"']


def test_a_folder_that_is_not_there_is_said_under_its_field(suite: Suite) -> None:
    _settings(suite)
    suite.hands.type("journalFolderField", "/not/there")
    assert suite.hands.find("journalFolderField_error").text().startswith("There is no folder /not/there")
    assert station_file.read(suite.folder).journal == ""
    assert _recorded(suite, "station A: journal") == []


def test_a_nurse_sees_the_folders_and_changes_none(suite: Suite) -> None:
    _settings(suite, "jdoe")
    page = suite.hands.find("settingsPage")
    for name in ("backupFolderField", "journalFolderField", "charting_lot_block", "secondBlocksField"):
        assert not page.findChild(QWidget, name).isEnabled(), name
    assert not page.findChild(QWidget, "chooseBackupButton").isVisible()


def test_the_stations_own_printer_is_shown_when_it_is_not_there(
    suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "printers", lambda: ("Front desk",))
    monkeypatch.setattr(people, "default_printer", lambda: "Front desk")
    station_file.change(suite.folder, printer="Room 2")
    _settings(suite)
    assert suite.hands.find("settingsPage").findChild(QComboBox, "printerField").currentText() == (
        "Room 2 (not there)"
    )
    assert suite.hands.find("settingsPage").findChild(QLabel, "printerGone").isVisible()
    assert station_file.read(suite.folder).printer == "Room 2"


POLICY = """payer,drug,family,reason,effective_from,effective_to,source
Aurora,infliximab,complex_biologic,their bulletin 12,2026-01-01,,bulletin
Boreal,Remicade,complex_biologic,their manual,2026-01-01,,manual
"""


def test_a_payer_policy_is_kept_as_its_text_and_codes_tickets(suite: Suite, tmp_path: Path) -> None:
    _settings(suite)
    file = tmp_path / "policy.csv"
    file.write_text(POLICY, encoding="utf-8-sig")
    panel = suite.hands.find("payerPolicyPanel")
    assert isinstance(panel, PayerPolicyPanel)
    assert suite.hands.find("payerPolicyState").text().startswith("None")
    panel.take(str(file))
    assert [json.loads(text) for text in _recorded(suite, "payer_policy")][1:] == [POLICY]
    assert suite.hands.find("payerPolicyState").text() == "Lines: 2 · payers: 2"
    kept = suite.shell.core.rulebook().payer_families[("aurora", "infliximab")]
    assert [one.reason for one in kept] == ["their bulletin 12"]
    suite.hands.press("payerPolicyAway")
    assert json.loads(_recorded(suite, "payer_policy")[-1]) == ""
    assert suite.shell.core.rulebook().payer_families == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (POLICY.replace("infliximab", "water of life").encode(), "line 2: drug is"),
        (POLICY.replace("complex_biologic,their m", "hydration,their m").encode(), "line 3: family is"),
        (b"payer;drug\n", "line 1: the column"),
        (POLICY.split("\n")[0].encode() + b"\n", "has no line"),
        (b"\xff\xfe\x00P", "cannot be read as text"),
        (b"x" * 1_000_001, "far too large"),
    ],
)
def test_a_payer_policy_that_is_wrong_changes_nothing_and_says_where(
    suite: Suite, tmp_path: Path, content: bytes, said: str
) -> None:
    _settings(suite)
    file = tmp_path / "policy.csv"
    file.write_bytes(content)
    panel = suite.hands.find("payerPolicyPanel")
    assert isinstance(panel, PayerPolicyPanel)
    before = _recorded(suite, "payer_policy")
    panel.take(str(file))
    sentence = suite.hands.find("payerPolicyRefusal").text()
    assert said in sentence
    assert "othing was changed" in sentence
    assert _recorded(suite, "payer_policy") == before
    panel.take(str(tmp_path / "not there.csv"))
    assert "cannot be read" in suite.hands.find("payerPolicyRefusal").text()
