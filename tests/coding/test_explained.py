"""Every reason, finding and service of every worked case is as it was when somebody last read it."""

import pytest

from tests.coding.cases import Case
from tests.coding.explained import told, worked, written

WORKED = list(worked())
WRITTEN = written()


def test_every_case_is_written_down_once() -> None:
    assert sorted(WRITTEN) == sorted(name for name, _ in WORKED)
    assert len(WRITTEN) == len(WORKED)


@pytest.mark.parametrize(("name", "case"), WORKED, ids=[name for name, _ in WORKED])
def test_a_case_says_all_it_said(name: str, case: Case) -> None:
    assert list(told(case)) == WRITTEN.get(name)
