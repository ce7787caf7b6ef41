"""The question about a dose is as high as what it asks: no gap over its foot, and nothing cut."""

from collections.abc import Iterator

import pytest
from nursedesk.record.encounter import Amount
from nursedesk.ui import theme
from nursedesk.ui.hang.doubt_dialog import DoubtDialog
from nursedesk.ui.hang.doubts import doubt_of
from nursedesk.ui.kit import Paragraph
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hang.test_doubts import CONTEXT, amount


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.5, 1024), (2.0, 1280)])
def test_the_last_words_stand_close_over_the_foot(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(width, 800)
    host.show()
    doubt = doubt_of("infliximab", Amount(amount("400 mcg").amount, "ug"), CONTEXT)
    assert doubt is not None
    fixed = "The time is recorded: 14:07. Until this is answered no dose is."
    dialog = DoubtDialog(host, doubt, "inFLIXimab", "chair 4 · ROE, Jane", fixed)
    dialog.show()
    QApplication.processEvents()
    last = next(one for one in dialog.findChildren(Paragraph) if one.text() == fixed)
    later = dialog.findChild(QAbstractButton, "doubtLater")
    assert later is not None
    top, gap = later.mapTo(dialog, QPoint(0, 0)).y(), theme.px(16) + 14
    bottom = last.mapTo(dialog, QPoint(0, last.height())).y()
    assert 0 < top - bottom <= gap + 16
    for one in dialog.findChildren(Paragraph):
        assert not one.isVisible() or one.height() >= one.heightForWidth(one.width())
