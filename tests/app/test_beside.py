"""A command beside the open window: what it looked at is in the record while the window is open."""

from nursedesk.record.events import Viewed

from tests.app.suite import PASSPHRASE, PASSWORD, Suite


def test_the_open_desk_notes_what_a_command_looked_at(suite: Suite, tmp_path, capsys) -> None:
    from nursedesk.cli import main

    suite.sign_in()
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'passphrase = "{PASSPHRASE}"\npassword = "{PASSWORD}"\n')
    words = ["--data", str(suite.folder), "--secrets", str(secrets)]
    assert main(["tickets", "--user", "jdoe", *words]) == 0
    capsys.readouterr()
    ledger = suite.shell.core.desk.ledger

    def looks() -> list[str]:
        found = ledger.station_events(("Viewed",))
        return [one.header.actor for one in found if one.body == Viewed("tickets")]

    assert looks() == []
    suite.station.beside.look()
    suite.hands.wait(lambda: looks() == ["jdoe"], "it is in the record")
    suite.settle()
