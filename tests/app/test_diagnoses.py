"""The index of diagnoses is made beside the screen once, and the ticket then knows every code."""

from datetime import date
from pathlib import Path

import pytest
from nursedesk.app.diagnoses import NAME, ready_index
from nursedesk.catalog.diagnoses import SCHEMA, main
from nursedesk.coding.diagnoses import why_not

from tests.app.suite import Suite


def test_an_index_that_is_there_is_read_and_the_rule_book_knows_it(suite: Suite) -> None:
    suite.sign_in()
    core = suite.shell.core
    before = core.rulebook()
    (suite.folder / NAME).write_text(f"{SCHEMA} 2026-10-01 2027-09-30\nA00 h\nA00.9 b\n", "utf-8")
    suite.shell.diagnoses.make_ready()
    suite.hands.wait(lambda: core.diagnoses is not None, "the index is read")
    book = core.rulebook()
    assert why_not("A00", book, date(2026, 11, 24)) == ("heading", "", "")
    assert why_not("A00.9", book, date(2026, 11, 24)) is None
    assert why_not("X99.9", book, date(2026, 11, 24)) == ("unknown", "", "")
    assert why_not("X99.9", before, date(2026, 11, 24)) is None
    assert core.rulebook() is book


def test_without_the_list_there_is_no_index_and_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nursedesk.catalog.diagnoses.PACKAGE", "no_such_list")
    assert main([str(tmp_path / NAME)]) == 1
    assert not (tmp_path / NAME).exists()


def test_a_made_index_is_whole(tmp_path: Path) -> None:
    pytest.importorskip("simple_icd_10_cm")
    index = ready_index(tmp_path / NAME)
    assert index is not None
    assert len(index.codes) > 90_000
    assert index.codes["K50.90"][0].billable
