"""An untouched desk hides names after two minutes and locks after ten; a touch brings the names back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.app.suite import Suite
from tests.app.test_desk import _run, _seat


def test_names_are_hidden_then_the_desk_locks(suite: Suite) -> None:
    suite.sign_in()
    _run(suite, _seat(suite))
    board = suite.shell.board.page
    suite.clocks.pass_(1.9)
    suite.station.idle.look()
    assert not board._curtain
    suite.clocks.pass_(0.2)
    suite.station.idle.look()
    assert board._curtain
    QTest.mouseClick(suite.station.frame.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not board._curtain
    suite.clocks.pass_(10)
    suite.station.idle.look()
    assert suite.station.frame.currentWidget() is suite.station.entrance.lock_page
    kinds = [event.kind for event in suite.shell.core.desk.ledger.station_events(("SignedIn", "Locked"))]
    assert kinds == ["SignedIn", "Locked"]
