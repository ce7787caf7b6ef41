"""A page that is shown and a recorder behind it."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.encounter.page import EncounterPage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.encounter.pictures import FONTS
from tests.ui.encounter.recorder import Recorder


@pytest.fixture(scope="session", autouse=True)
def face(qapp: QApplication) -> None:
    """The desk's own face: whether a row has room is measured in it."""
    theme.load_fonts(FONTS)
    theme.apply(qapp, theme.THEMES["light"])


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def page(qtbot: QtBot, recorder: Recorder) -> Iterator[EncounterPage]:
    made = EncounterPage(recorder.actions())
    qtbot.addWidget(made)
    made.resize(1824, 1016)
    recorder.page = made
    recorder.show()
    with qtbot.waitExposed(made):
        made.show()
    yield made
