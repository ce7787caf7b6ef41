"""Find controls by their names and press them."""

from nursedesk.ui.encounter.page import EncounterPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def edit(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    return found


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(button(page, name), LEFT)


def open_editor(qtbot: QtBot, page: EncounterPage, event: str) -> None:
    assert page.record.events.select(event)
    page.record.events.setFocus()
    qtbot.keyClick(page.record.events, Qt.Key.Key_Return)
    assert page.record.editor.isVisible()
