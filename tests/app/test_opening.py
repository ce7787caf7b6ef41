"""A visit's page is still from the first time it is painted: nothing moves under a finger."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.ui import theme
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from tests.app.suite import Suite, make_suite
from tests.desk.station import Clocks

SIZES = [(1280, 800, 1.0), (1280, 800, 1.5), (1920, 1080, 1.0), (1024, 768, 1.5)]
FONTS = Path(__file__).parents[2] / "resources" / "fonts"


class Painted(QObject):
    """Remembers where everything stood each time any of it was painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.page = page
        self.seen: list[dict[str, QRect]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and self.page.isAncestorOf(watched):
            places = where(self.page)
            if not self.seen or places != self.seen[-1]:
                self.seen.append(places)
        return False


def where(page: QWidget) -> dict[str, QRect]:
    """Where each named part, shown now, stands on the page."""
    return {
        one.objectName(): one.rect().translated(one.mapTo(page, QPoint()))
        for one in page.findChildren(QWidget)
        if one.objectName() and one.isVisible() and not one.objectName().startswith("qt_")
        and not isinstance(one, QScrollBar)
    }  # fmt: skip


@pytest.fixture(params=SIZES, ids=str)
def suite(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[Suite]:
    width, height, scale = request.param
    clocks = Clocks()
    make_suite(tmp_path / "suite", clocks)
    theme.load_fonts(FONTS)
    theme.apply(qapp, theme.THEMES["light"], scale)
    opened = Suite.open(tmp_path / "suite", clocks)
    opened.station.frame.resize(width, height)
    yield opened
    opened.close()
    theme.apply(qapp, theme.THEMES["light"])


@pytest.mark.parametrize("made", [False, True], ids=["at once", "made when idle"])
def test_the_first_opening_of_a_visit_moves_nothing(suite: Suite, qapp: QApplication, made: bool) -> None:
    visit = suite.seat()
    page = suite.shell.encounter.page if made else None
    qapp.processEvents()
    watch = None
    if page is not None:
        watch = Painted(page)
    suite.shell.encounter.open(visit)
    page = suite.shell.encounter.page
    watch = watch or Painted(page)
    qapp.installEventFilter(watch)
    begun = time.monotonic()
    while time.monotonic() - begun < 0.5:
        qapp.processEvents()
    qapp.removeEventFilter(watch)
    assert watch.seen, "it was painted"
    last = where(page)
    for places in watch.seen:
        moved = {name: (places.get(name), last.get(name)) for name in {*places, *last}}
        assert {name: pair for name, pair in moved.items() if pair[0] != pair[1]} == {}
    assert page.isVisible() and isinstance(page.findChild(QAbstractButton, "encounterClose"), QAbstractButton)
