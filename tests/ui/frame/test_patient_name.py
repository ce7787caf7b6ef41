"""A patient's name is read whole at the head of a page, whatever its length and the size of the text."""

from dataclasses import replace

import pytest
from nursedesk.ui import theme
from nursedesk.ui.close.head import CloseHead
from nursedesk.ui.close.model import SentJob
from nursedesk.ui.frame.patient_name import BROKEN, SIZE, PatientName, name_lines
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import close_model
from tests.ui.frame.sample_window import NOW

LONG = "BJORNSTAD-OYELARAN, Guinevere Alexandra"


def test_surname_over_the_rest_and_then_smaller(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    assert [run.text for run in name_lines(LONG, 900)] == [LONG]
    two = name_lines(LONG, 220)
    assert [(run.text, run.size) for run in two] == [
        ("BJORNSTAD-OYELARAN,", BROKEN),
        ("Guinevere Alexandra", BROKEN),
    ]
    assert name_lines(LONG, 150)[0].size < BROKEN
    assert [run.text for run in name_lines("Cher", 10)] == ["Cher"]
    assert name_lines("ROE, Jane", 900)[0].size == SIZE


@pytest.mark.parametrize("job", [False, True])
@pytest.mark.parametrize("name", [LONG, "ABBOTT, Grace"])
def test_no_name_leaves_the_head_of_close_at_200_percent(
    qtbot: QtBot, qapp: QApplication, name: str, job: bool
) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    head = CloseHead()
    qtbot.addWidget(head)
    head.resize(1130, head.height())
    head.show()
    sent = SentJob("E-1", "A-261124-001", NOW) if job else None
    head.show_model(replace(close_model(missing=()), name=name, job=sent))
    QApplication.processEvents()
    shown = head.findChild(PatientName)
    assert shown is not None
    runs = shown.lines()
    assert "".join(run.text for run in runs).replace(" ", "") == name.replace(" ", "")
    assert shown.width() >= max(run.width() for run in runs)
    assert head.rect().contains(shown.geometry())
    others = [one for one in head.findChildren(QLabel) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() - 1 for one in others))
    theme.apply(qapp, theme.LIGHT)
