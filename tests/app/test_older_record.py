"""An older record is brought up to date behind the sign-in page, which says how far it has come."""

from pathlib import Path

import pytest
from nursedesk.desk import open_desk
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger, open_folder
from nursedesk.store.schema import Tell
from nursedesk.ui.sign_in.page import SignInPage
from PySide6.QtWidgets import QApplication

from tests.app.suite import Suite, make_suite
from tests.desk.station import Clocks


def test_how_far_it_has_come_is_said_and_goes_away_again(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(folder: Path, keys: Keys, tell: Tell) -> Ledger:
        tell(0, 8000)
        tell(2000, 8000)
        return open_folder(folder, keys)

    said: list[str] = []
    say = SignInPage.show_sentence

    def saying(page: SignInPage, sentence: str) -> None:
        said.append(sentence)
        say(page, sentence)

    monkeypatch.setattr(open_desk, "open_folder", slowly)
    monkeypatch.setattr(SignInPage, "show_sentence", saying)
    clocks = Clocks()
    make_suite(tmp_path / "suite", clocks)
    suite = Suite.open(tmp_path / "suite", clocks)
    entrance = suite.station.entrance
    assert entrance is not None
    suite.hands.wait(lambda: entrance.desk is not None, "the record is open")
    suite.close()
    words = "The record is being brought up to date for this version, once: {} % done."
    assert [one.partition(" Nothing")[0] for one in said] == [words.format(0), words.format(25), ""]
