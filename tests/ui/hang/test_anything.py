"""Whatever is pressed, typed or scanned in the dialog, in any order: nothing breaks, and what is hung is whole."""

import random

import pytest
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import HangForm
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_dialogs import USES, hang_context
from tests.ui.frame.sample_window import window

TYPED = (
    *(
        "01003578940300101727093010AB12C",
        "55513000204",
        "357894030011",
        "B-1234",
        "4022045",
        "x" * 210,
        "]d2hello",
    ),
    *("01003999999999911727093010LOT7", "01003014398572591727093010AB12C21SN0001", "00264780010", "infliximab"),
    *("10 20 40 every 15", "40→80", "-5", "1e309", "１２", "NaN", "saline", "400 mg", "90", ""),
)


@pytest.mark.parametrize("push", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_presses_and_scans(qtbot: QtBot, seed: int, push: bool) -> None:
    chance = random.Random(seed)
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    dialog = HangDialog(desk.dialog_host(), hang_context(), USES, push=push)
    hung: list[object] = []
    dialog.line_hung.connect(lambda form, _: hung.append(form))
    dialog.push_given.connect(hung.append)
    for _ in range(40):
        dialog.show()
        if chance.random() < 0.45:
            buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
            chance.choice(buttons).click()
        else:
            fields = [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]
            chance.choice(fields).setFocus()
            for char in (*chance.choice(TYPED), "\r"):
                key = Qt.Key.Key_Return if char == "\r" else Qt.Key.Key_unknown
                event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(dialog.focusWidget() or dialog, event)
    assert all(isinstance(form, HangForm) and all(drug.drug for drug in form.drugs) for form in hung)
    assert all(form.drugs for form in hung if isinstance(form, HangForm))
