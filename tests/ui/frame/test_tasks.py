"""Work beside the screen: its answer arrives in the screen's thread, and a cancelled piece stays silent."""

import threading

from nursedesk.ui.tasks import Dispatcher, Progress, Reaction
from pytestqt.qtbot import QtBot


def test_the_answer_arrives_in_the_thread_of_the_screen(qtbot: QtBot) -> None:
    dispatcher = Dispatcher()
    heard: list[tuple[object, bool]] = []
    reaction = Reaction(
        done=lambda v: heard.append((v, threading.current_thread() is threading.main_thread())),
        failed=lambda e: heard.append((e, False)),
    )
    with qtbot.waitSignal(dispatcher.done):
        dispatcher.run(lambda progress: threading.current_thread() is threading.main_thread(), reaction)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(False, True)]
    assert not dispatcher.busy()
    dispatcher.close()


def test_progress_and_failure_are_told(qtbot: QtBot) -> None:
    dispatcher = Dispatcher()
    heard: list[object] = []

    def work(progress: Progress) -> object:
        progress(1, 2)
        raise OSError("the disk is full")

    with qtbot.waitSignal(dispatcher.failed):
        dispatcher.run(work, Reaction(heard.append, heard.append, lambda d, t: heard.append((d, t))))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == (1, 2)
    assert str(heard[1]) == "the disk is full"
    dispatcher.close()


def test_a_cancelled_piece_ends_at_its_next_progress_call_and_is_not_heard(qtbot: QtBot) -> None:
    dispatcher = Dispatcher()
    heard: list[object] = []
    begun, go, ended = threading.Event(), threading.Event(), threading.Event()

    def work(progress: Progress) -> object:
        begun.set()
        go.wait(5)
        try:
            progress(1, 2)
        finally:
            ended.set()
        return "too late"

    number = dispatcher.run(work, Reaction(heard.append, heard.append))
    assert begun.wait(5)
    with qtbot.waitSignal(dispatcher.failed):
        dispatcher.cancel(number)
        go.set()
    assert ended.is_set()
    assert heard == []
    dispatcher.close()
