"""Garbage is collected where the widgets live."""

import gc
import threading
import weakref

import pytest
from nursedesk.app import garbage
from nursedesk.app.garbage import WindowThreadGarbage
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


class _Held:
    def __init__(self) -> None:
        self.itself = self


def test_python_does_not_collect_by_itself_while_the_desk_is_open(qtbot: QtBot) -> None:
    was = gc.isenabled()
    owner = QObject()
    collector = WindowThreadGarbage(owner)
    collector.begin()
    try:
        assert not gc.isenabled()
        gone: list[str] = []
        weakref.finalize(_Held(), lambda: gone.append(threading.current_thread().name))
        litter = threading.Thread(target=lambda: [[_] for _ in range(50_000)], name="another")
        litter.start()
        litter.join()
        assert gone == []
        collector.collect()
        assert gone == [threading.current_thread().name]
    finally:
        collector.rest()
        assert gc.isenabled()
        gc.unfreeze()
        if not was:
            gc.disable()


def test_the_timer_collects_and_now_and_then_everything(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "EVERY_MS", 1)
    looked: list[int] = []
    monkeypatch.setattr(garbage.gc, "collect", looked.append)
    was = gc.isenabled()
    owner = QObject()
    collector = WindowThreadGarbage(owner)
    collector.begin()
    try:
        qtbot.waitUntil(lambda: 2 in looked)
    finally:
        collector.rest()
        gc.unfreeze()
        if not was:
            gc.disable()
    assert looked[: garbage.FULL_EVERY] == [1] * (garbage.FULL_EVERY - 1) + [2]
