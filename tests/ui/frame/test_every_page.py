"""Every page opens in each theme and at twice the text; every control has a name and can be reached."""

import pytest
from nursedesk.ui import theme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.samples import SAMPLES

SMALLEST = 42
"""A segmented control is 44 px tall with its border."""
LOOKS = [(theme.LIGHT, 1.0), (theme.DARK, 2.0), (theme.CONTRAST_LIGHT, 1.0)]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> object:
    yield
    theme.apply(qapp, theme.LIGHT)


def controls(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    found = [w for kind in kinds for w in page.findChildren(kind) if w.isVisibleTo(page)]
    return [w for w in found if not w.objectName().startswith("qt_")]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("look", "scale"), LOOKS)
def test_a_page_opens(qtbot: QtBot, qapp: QApplication, name: str, look: theme.Theme, scale: float) -> None:
    theme.apply(qapp, look, scale)
    page = SAMPLES[name]()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    assert not page.grab().isNull()
    for control in controls(page):
        assert control.objectName(), control
        assert control.accessibleName() or isinstance(control, QComboBox), control.objectName()


@pytest.mark.parametrize("name", SAMPLES)
def test_controls_are_named_once_large_enough_and_in_reach_of_tab(qtbot: QtBot, name: str) -> None:
    page = SAMPLES[name]()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    names = [w.objectName() for w in controls(page)]
    assert len(names) == len(set(names))
    buttons = [b for b in controls(page) if isinstance(b, QAbstractButton)]
    assert [b.objectName() for b in buttons if min(b.width(), b.height()) < SMALLEST] == []
    out_of_reach = [b for b in buttons if b.isEnabled() and not b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [b.objectName() for b in out_of_reach if not b.objectName().startswith("keypad")] == []
