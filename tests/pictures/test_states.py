"""The command that makes the pictures fails by name, goes on after it, and comes by everything it says."""

import itertools
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from tests.pictures import __main__ as command
from tests.pictures import first_run, mistakes, states
from tests.pictures.led import reached


class Window:
    """Stands where a led window stands, and keeps what it was asked."""

    def __init__(self) -> None:
        self.shots: list[str] = []
        self.cleared = 0

    def shot(self, name: str) -> None:
        self.shots.append(name)

    def put_away(self) -> None:
        self.cleared += 1


def test_what_is_not_reached_is_named_and_the_next_is_still_reached() -> None:
    def lost(_: Window) -> None:
        raise LookupError("no such button")

    window = Window()
    wrong = reached(window, (("first", lost), ("second", lambda led: led.shot("there"))))  # type: ignore[arg-type] a stand-in
    assert wrong == ["first was not reached: LookupError: no such button"]
    assert window.shots == ["not-reached-first", "there"]
    assert window.cleared == 2


def test_mistakes_and_warnings_are_overheard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    wrong: list[str] = []
    before = mistakes.overhear(wrong)
    try:
        for _ in range(2):
            sys.excepthook(ValueError, ValueError("a mistake"), None)
            qWarning("a warning")
            qWarning(f"{mistakes.WITHOUT_A_DISPLAY} raise()")
    finally:
        mistakes.give_back(before)
    assert wrong == ["ValueError: a mistake", "Qt: a warning"]


def test_every_state_has_a_name_of_its_own() -> None:
    names = [name for room in states.ROOMS.values() for name, _ in room]
    names += [name for name, _ in (*first_run.STEPS, *first_run.EMPTY)]
    assert len(names) == len(set(names)) >= 40
    assert set(states.SUITES) == {*states.ROOMS, "first-run", "empty"}


def test_the_command_comes_by_every_look_size_and_language() -> None:
    jobs = [*command._jobs(Path("out"), quick=False)]
    tours = {
        (language, percent, size): looks for name, _, language, percent, looks, size in jobs if "tour" in name
    }
    for one in itertools.product(("en", "es"), ("100", "150"), command.SIZES):
        assert tours[one] == command.LOOKS
    assert {("en", "200", "1280x800"), ("en", "100", "1024x768"), ("en", "100", "3840x2160")} <= set(tours)
    assert {job[2] for job in jobs if "states" in job[0]} == {"en", "es"}
