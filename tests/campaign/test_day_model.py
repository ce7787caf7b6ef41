"""Some days of the model with every run of the tests; the long run is `python -m tests.campaign model`."""

import pytest
from nursedesk.desk import run

from tests.campaign.day_model import run_days


def test_the_desk_agrees_with_the_model_of_a_day() -> None:
    run_days(days=20, steps=30, seed=20261124)


def test_the_model_sees_a_stop_that_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "stop", lambda *_: None)
    with pytest.raises(AssertionError):
        run_days(days=25, steps=30, seed=1)
