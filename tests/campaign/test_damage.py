"""Some spoilt records with every run of the tests; the long runs are `python -m tests.campaign damage tamper`."""

from pathlib import Path

import pytest

from tests.campaign import damage
from tests.campaign.damage import Spoil


@pytest.mark.parametrize("spoil", [damage.damage, damage.tamper])
def test_nothing_is_silent(tmp_path: Path, spoil: Spoil) -> None:
    found = damage.run(tmp_path, 60, 20261124, print, spoil, "spoilt")
    assert found.silent == []
    assert found.ok, found


def test_a_change_that_verify_did_not_see_would_be_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Blind:
        problems = ()

    monkeypatch.setattr(damage, "verify", lambda *_: Blind)
    assert len(damage.run(tmp_path, 5, 1, print, damage.tamper, "tampered with").silent) > 0
