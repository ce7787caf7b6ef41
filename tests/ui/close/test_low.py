"""In a low window the PIN is in sight with the button it is for, and Enter alone signs."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.close.model import CloseActions, SignForm
from nursedesk.ui.close.page import ClosePage
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import close_model, paper
from tests.ui.frame.sample_window import NOW, window

ROOMS = [(1.0, 1280, 800), (1.5, 1280, 800), (1.5, 1024, 768), (2.0, 1280, 800)]


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.LIGHT)


def _no(*_: object) -> None:
    """Nothing happens."""


@pytest.fixture(params=ROOMS)
def page(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> ClosePage:
    scale, width, height = request.param
    theme.apply(qapp, theme.LIGHT, scale)
    signed: list[SignForm] = []
    made = ClosePage(CloseActions(_no, signed.append, _no, _no, _no, _no, paper))
    made.signed = signed  # type: ignore[attr-defined]
    desk = window(encounter=made)
    qtbot.addWidget(desk)
    desk.resize(width, height)
    desk.show()
    desk.show_page("encounter")
    made.show_model(close_model(missing=()))
    QApplication.processEvents()
    return made


def seen(page: ClosePage, part: QWidget) -> bool:
    """Whether all of it is in sight."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def found(page: ClosePage, kind: type[QWidget], name: str) -> QWidget:
    made = page.findChild(kind, name)
    assert made is not None
    return made


def test_pin_and_button_are_seen_together_and_enter_signs(qtbot: QtBot, page: ClosePage) -> None:
    pin, button = found(page, QLineEdit, "pinField"), found(page, QAbstractButton, "printButton")
    assert seen(page, pin)
    assert seen(page, button)
    assert page.window().focusWidget() is pin
    qtbot.keyClicks(pin, "271946")
    if not page.signed:  # type: ignore[attr-defined]
        qtbot.keyClick(pin, Qt.Key.Key_Return)
    assert [form.secret for form in page.signed] == ["271946"]  # type: ignore[attr-defined]


def test_a_wrong_pin_is_said_where_it_was_typed(page: ClosePage) -> None:
    page.wrong_pin(4)
    QApplication.processEvents()
    said = found(page, QLabel, "signSentence")
    assert seen(page, said)
    pin = found(page, QLineEdit, "pinField")
    assert QRect(pin.mapTo(page, QPoint()), pin.size()).bottom() < said.mapTo(page, QPoint()).y()


def test_once_signed_no_pin_is_asked(page: ClosePage) -> None:
    page.show_model(close_model(missing=(), signed_at=NOW))
    assert not found(page, QLineEdit, "pinField").isVisible()
