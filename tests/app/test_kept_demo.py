"""`nursedesk demo --keep DIR`: a folder the demo made is opened again, anybody else's is left alone."""

from pathlib import Path

import pytest
from nursedesk import app
from nursedesk.desk.demo.people import SECRETS
from nursedesk.store.ledger import create_folder


@pytest.mark.parametrize(("passphrase", "opened"), [(SECRETS["passphrase"], True), ("a quiet place", False)])
def test_only_a_folder_that_the_demo_made_is_opened_again(
    passphrase: str, opened: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "suite"
    create_folder(folder, passphrase, use_keyring=False).ledger.close()
    found = app._demo_folder(folder, tmp_path)
    assert found == (folder if opened else None)
    said = capsys.readouterr()
    assert ("opens it again" in said.out) is opened
    assert ("is not empty, nothing was changed" in said.err) is not opened
