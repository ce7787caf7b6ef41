"""A suite in a folder of its own, and a desk that makes events."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.store.ledger import create_folder

from tests.clock import SettableClock
from tests.store.making import PASSPHRASE, Desk, Suite


@pytest.fixture
def desk(clock: SettableClock) -> Desk:
    return Desk(clock)


@pytest.fixture
def suite(tmp_path: Path) -> Iterator[Suite]:
    made = create_folder(tmp_path / "suite", PASSPHRASE, use_keyring=False)
    yield Suite(tmp_path / "suite", made.ledger.keys, made.recovery_key, made.ledger)
    made.ledger.close()
