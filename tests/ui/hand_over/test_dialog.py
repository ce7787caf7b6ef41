"""Hand over with nobody to give away: one sentence and the way out."""

from nursedesk.ui.hand_over.dialog import HandOverDialog, OpenVisit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

NURSES = (("mruiz", "M. Ruiz RN"),)


def opened(qtbot: QtBot, *visits: OpenVisit) -> HandOverDialog:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    dialog = HandOverDialog(host, visits, NURSES)
    dialog.show()
    return dialog


def shown(dialog: HandOverDialog, name: str) -> bool:
    return any(one.isVisible() for one in dialog.findChildren(QWidget, name))


def test_nothing_is_asked_where_there_is_nothing_to_hand_over(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert shown(dialog, "handOverNothing")
    assert not shown(dialog, "handOverTo")
    assert not shown(dialog, "handOverNowButton")
    with qtbot.waitSignal(dialog.cancelled):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_visits_are_handed_to_a_nurse(qtbot: QtBot) -> None:
    dialog = opened(qtbot, OpenVisit("E-3", "3 · ROE, Jane", "oxaliplatin"))
    assert shown(dialog, "handOver_E-3")
    assert not shown(dialog, "handOverNothing")
    assert not dialog.done_button.isEnabled(), "a nurse is to be chosen"
