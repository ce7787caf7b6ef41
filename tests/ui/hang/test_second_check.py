"""The second check: its button looks ready once who checks and a PIN are in; a badge needs nobody chosen."""

import pytest
from nursedesk.ui.hang.second_check import SecondCheck
from nursedesk.ui.kit import Kind, PrimaryButton
from nursedesk.ui.sign_in.credentials import PAUSE_MS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
TWO = (("mruiz", "M. Ruiz RN"), ("tchen", "T. Chen RN"))


class Asked:
    """What was asked of the door."""

    def __init__(self) -> None:
        self.pins: list[tuple[str, str]] = []

    def pin(self, person: str, pin: str, answer: object) -> None:
        self.pins.append((person, pin))
        assert callable(answer)
        answer("Wrong PIN." if pin == "000000" else "")

    def badge(self, badge: str) -> tuple[str, str]:
        return ("tchen", "") if badge == "00998811" else ("", "No such badge.")


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def check(qtbot: QtBot, asked: Asked) -> SecondCheck:
    return opened(qtbot, asked, TWO)


def opened(qtbot: QtBot, asked: Asked, people: tuple[tuple[str, str], ...]) -> SecondCheck:
    made = SecondCheck(people, asked.pin, asked.badge)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.begin((("Dose", "400 mg"),), "Start now")
    return made


def go(check: SecondCheck) -> PrimaryButton:
    found = check.findChild(PrimaryButton, "checkedButton")
    assert found is not None
    return found


def pin(check: SecondCheck) -> QLineEdit:
    found = check.findChild(QLineEdit, "checkPinField")
    assert found is not None
    return found


def choose(qtbot: QtBot, check: SecondCheck, who: str) -> None:
    found = check.findChild(QAbstractButton, f"checkerField_{who}")
    assert found is not None
    qtbot.mouseClick(found, LEFT)


def test_it_looks_ready_once_somebody_is_chosen_and_the_pin_is_in(
    qtbot: QtBot, check: SecondCheck, asked: Asked
) -> None:
    assert go(check).kind() is Kind.QUIET
    choose(qtbot, check, "mruiz")
    assert go(check).kind() is Kind.QUIET
    qtbot.keyClicks(pin(check), "27194")
    assert go(check).kind() is Kind.QUIET
    qtbot.keyClicks(pin(check), "6")
    assert go(check).kind() is Kind.PRIMARY
    with qtbot.waitSignal(check.passed, timeout=20 * PAUSE_MS) as known:
        qtbot.mouseClick(go(check), LEFT)
    assert known.args == ["mruiz", "pin"]
    assert asked.pins == [("mruiz", "271946")]


def test_a_pin_before_somebody_is_chosen_is_ready_with_the_choice(qtbot: QtBot, check: SecondCheck) -> None:
    qtbot.keyClicks(pin(check), "271946")
    assert go(check).kind() is Kind.QUIET
    choose(qtbot, check, "mruiz")
    assert go(check).kind() is Kind.PRIMARY


def test_a_press_before_says_what_is_not_in_yet(qtbot: QtBot, check: SecondCheck, asked: Asked) -> None:
    qtbot.mouseClick(go(check), LEFT)
    said = check.findChild(QLabel, "checkSentence")
    assert said is not None
    assert said.isVisible()
    assert asked.pins == []


def test_after_a_wrong_pin_it_does_not_look_ready(qtbot: QtBot, check: SecondCheck) -> None:
    choose(qtbot, check, "mruiz")
    qtbot.keyClicks(pin(check), "000000")
    qtbot.mouseClick(go(check), LEFT)
    assert go(check).kind() is Kind.QUIET


def test_a_badge_passes_with_nobody_chosen(qtbot: QtBot, check: SecondCheck) -> None:
    with qtbot.waitSignal(check.passed) as known:
        qtbot.keyClicks(pin(check), "00998811")
        assert go(check).kind() is Kind.PRIMARY
        qtbot.keyClick(pin(check), Qt.Key.Key_Return)
    assert known.args == ["tchen", "badge"]


@pytest.mark.parametrize("people", [TWO, (*TWO, ("ajones", "A. Jones RN"), ("blee", "B. Lee RN"))])
def test_a_badge_scanned_where_the_keyboard_stands_first_passes(
    qtbot: QtBot, asked: Asked, people: tuple[tuple[str, str], ...]
) -> None:
    check = opened(qtbot, asked, people)
    at = check.window().focusWidget()
    assert at is not None
    with qtbot.waitSignal(check.passed) as known:
        for digit in "00998811":
            qtbot.keyClicks(check.window().focusWidget(), digit)
        qtbot.keyClick(check.window().focusWidget(), Qt.Key.Key_Return)
    assert known.args == ["tchen", "badge"]
