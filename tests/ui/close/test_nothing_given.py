"""A visit in which nothing was given: one press frees its chair; who wants a signature still gives it."""

import pytest
from nursedesk.ui.close.model import CloseModel, SignForm
from nursedesk.ui.close.page import ClosePage
from nursedesk.ui.kit import Button, Kind
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.close.test_page import Desk
from tests.ui.frame.sample_pages import close_model
from tests.ui.frame.sample_window import window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClosePage:
    made = ClosePage(desk.actions())
    held = window(encounter=made)
    qtbot.addWidget(held)
    held.resize(1280, 800)
    held.show()
    held.show_page("encounter")
    made.show_model(nothing())
    return made


def nothing(**more: object) -> CloseModel:
    return close_model(**{"missing": (), "lines": (), "number": None, "nothing_given": True, "job": None} | more)


def button(page: ClosePage, name: str) -> Button:
    found = page.findChild(Button, name)
    assert found is not None
    return found


def shown(page: ClosePage, name: str) -> bool:
    found = page.findChild(QWidget, name)
    assert found is not None
    return found.isVisible()


def says(page: ClosePage, words: str) -> bool:
    return any(words in label.text() and label.isVisible() for label in page.findChildren(QLabel))


def test_one_press_frees_the_chair_and_no_pin_is_asked(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    assert says(page, "there is no ticket to sign")
    assert not shown(page, "pinField")
    assert not shown(page, "previewPanel")
    assert not shown(page, "pdfButton")
    assert page.window().focusWidget() is button(page, "freeChairButton")
    assert button(page, "freeChairButton").kind() is Kind.PRIMARY
    assert button(page, "printButton").kind() is Kind.QUIET
    qtbot.mouseClick(button(page, "freeChairButton"), LEFT)
    assert desk.did == [("free", "e8")]


def test_who_wants_to_sign_it_does_and_no_paper_comes(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    assert button(page, "printButton").text() == "Sign without charges"
    qtbot.mouseClick(button(page, "printButton"), LEFT)
    assert desk.did == []
    assert says(page, "without charges")
    pin = page.findChild(QLineEdit, "pinField")
    assert pin is not None
    assert page.window().focusWidget() is pin
    assert button(page, "printButton").text() == "Sign"
    qtbot.keyClicks(pin, "489150")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    assert desk.did == [("sign", SignForm("e8", "489150", False))]


@pytest.mark.parametrize(
    "more",
    [{"in_chair": False}, {"nothing_given": False, "lines": ("96365 × 1",)}],
    ids=["chair is free", "given"],
)
def test_where_the_chair_is_free_or_something_was_given_the_pin_is_asked(
    page: ClosePage, more: dict[str, object]
) -> None:
    page.show_model(nothing(**more))
    assert shown(page, "pinField")
    assert not shown(page, "freeChairButton")
    assert button(page, "printButton").kind() is Kind.PRIMARY


def test_something_that_is_hung_meanwhile_brings_the_ticket_back(page: ClosePage) -> None:
    page.show_model(nothing(nothing_given=False, lines=("96365 × 1",)))
    assert shown(page, "pinField")
    assert shown(page, "previewPanel")


def test_another_visit_starts_anew(qtbot: QtBot, page: ClosePage) -> None:
    qtbot.mouseClick(button(page, "printButton"), LEFT)
    page.show_model(nothing(encounter="e9"))
    assert shown(page, "freeChairButton")
    assert not shown(page, "pinField")
