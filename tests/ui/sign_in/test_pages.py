"""Signing in and unlocking with real keys: the password, the PIN, ten wrong PINs."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.sign_in.credentials import PAUSE_MS
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant, initials
from nursedesk.ui.sign_in.page import SignInPage
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
DOE = Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True)
RUIZ = Entrant("mruiz", "Maria Ruiz", "RN", "M. Ruiz RN")


@pytest.fixture
def page(qtbot: QtBot) -> SignInPage:
    made = SignInPage("Elm St Infusion")
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None
    return found


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, name), LEFT)


def sentence(page: QWidget) -> str:
    shown = page.findChild(QLabel, "signInSentence")
    return shown.text() if shown.isVisible() else ""


def test_before_the_people_are_known_a_name_can_be_typed(qtbot: QtBot, page: SignInPage) -> None:
    qtbot.keyClicks(field(page, "signInNameField"), " JDoe ")
    qtbot.keyClick(field(page, "signInNameField"), Qt.Key.Key_Return)
    qtbot.keyClicks(field(page, "passwordField"), "plain quiet tree")
    with qtbot.waitSignal(page.password_given) as given:
        qtbot.keyClick(field(page, "passwordField"), Qt.Key.Key_Return)
    assert given.args == ["JDoe", "plain quiet tree"]


def test_no_name_is_asked_for(qtbot: QtBot, page: SignInPage) -> None:
    qtbot.keyClicks(field(page, "passwordField"), "plain quiet tree")
    with qtbot.assertNotEmitted(page.password_given):
        press(qtbot, page, "signInButton")
    assert field(page, "signInNameField").window().focusWidget() is field(page, "signInNameField")


def test_six_digits_sign_in_where_the_pin_serves(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE, RUIZ))
    assert field(page, "pinField").isVisible()
    with qtbot.waitSignal(page.pin_given) as given:
        qtbot.keyClicks(field(page, "pinField"), "4a8 9150")
    assert given.args == ["jdoe", "489150"]


def test_a_scanned_badge_is_no_pin(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE, RUIZ))
    with qtbot.assertNotEmitted(page.pin_given, wait=2 * PAUSE_MS), qtbot.waitSignal(page.badge_given) as given:
        qtbot.keyClicks(field(page, "pinField"), "00417733")
        qtbot.keyClick(field(page, "pinField"), Qt.Key.Key_Return)
    assert given.args == ["00417733"]


def test_who_has_to_wait_and_whose_badge_is_unknown_is_told_how_to_get_in(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE, RUIZ))
    sentence = page.findChild(QWidget, "signInSentence")
    page.unknown_badge()
    assert "type the PIN" in sentence.text()
    page.must_wait()
    assert "wait five minutes" in sentence.text()
    page.choose("mruiz", "Your password first.")
    assert field(page, "passwordField").isVisible()
    assert sentence.text() == "Your password first."
    with qtbot.waitSignal(page.password_given) as given:
        qtbot.keyClicks(field(page, "passwordField"), "harbor lantern")
        qtbot.keyClick(field(page, "passwordField"), Qt.Key.Key_Return)
    assert given.args == ["mruiz", "harbor lantern"]


def test_the_keypad_types_the_pin(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE,))
    with qtbot.waitSignal(page.pin_given) as given:
        for digit in "48915":
            press(qtbot, page, f"keypad_{digit}")
        press(qtbot, page, "keypadBack")
        press(qtbot, page, "keypad_5")
        press(qtbot, page, "keypad_0")
    assert given.args == ["jdoe", "489150"]


def test_another_person_is_asked_the_password(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE, RUIZ))
    people = page.findChild(QWidget, "peopleList")
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    assert field(page, "passwordField").isVisible()
    assert not field(page, "pinField").isVisible()
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert field(page, "passwordField").window().focusWidget() is field(page, "passwordField")
    qtbot.keyClicks(field(page, "passwordField"), "harbor lantern")
    with qtbot.waitSignal(page.password_given) as given:
        press(qtbot, page, "signInButton")
    assert given.args == ["mruiz", "harbor lantern"]


def test_a_wrong_password_does_not_say_which_was_wrong(page: SignInPage) -> None:
    page.show_people((RUIZ,))
    page.wrong_password()
    assert sentence(page) == "Name or password is wrong. Timers go on; try again."
    assert field(page, "passwordField").text() == ""


def test_wrong_pins_are_counted_and_the_tenth_asks_the_password(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((DOE,))
    page.wrong_pin(2)
    assert sentence(page) == "Wrong PIN. 2 tries are left."
    page.wrong_pin(1)
    assert sentence(page) == "Wrong PIN. One try is left."
    page.wrong_pin(0)
    assert "PIN has ended" in sentence(page)
    assert field(page, "passwordField").isVisible()
    assert not page.findChild(QAbstractButton, "otherWayButton").isVisible()


def test_nothing_can_be_given_twice_while_it_is_checked(qtbot: QtBot, page: SignInPage) -> None:
    page.show_people((RUIZ,))
    qtbot.keyClicks(field(page, "passwordField"), "harbor lantern")
    page.show_busy(True)
    with qtbot.assertNotEmitted(page.password_given):
        press(qtbot, page, "signInButton")
    page.show_busy(False)
    with qtbot.waitSignal(page.password_given):
        press(qtbot, page, "signInButton")


def test_the_passphrase_is_asked_when_the_keyring_has_no_key(qtbot: QtBot, page: SignInPage) -> None:
    page.ask_passphrase("This passphrase does not open the record.")
    asked = field(page, "passphraseField")
    assert asked.isVisible()
    assert asked.accessibleDescription() == "This passphrase does not open the record."
    qtbot.keyClicks(asked, "harbor lantern maple")
    with qtbot.waitSignal(page.passphrase_given) as given:
        press(qtbot, page, "openRecordButton")
    assert given.args == ["harbor lantern maple"]
    page.show_people((DOE,))
    assert field(page, "pinField").isVisible()


def test_the_lock_says_what_runs_on_and_takes_the_pin(qtbot: QtBot) -> None:
    page = LockPage("Elm St Infusion")
    qtbot.addWidget(page)
    page.show()
    page.lock(DOE, 1)
    assert any("One line runs on" in label.text() for label in page.findChildren(QLabel))
    with qtbot.waitSignal(page.pin_given) as given:
        qtbot.keyClicks(field(page, "pinField"), "489150")
    assert given.args == ["jdoe", "489150"]
    with qtbot.waitSignal(page.other_person_asked):
        press(qtbot, page, "otherPersonButton")


def test_initials() -> None:
    assert [initials(n) for n in ("Jordan Doe", "Cher", "", "李 小龍")] == ["JD", "C", "·", "李小"]


def test_a_hint_is_quiet_and_stays_while_mistakes_come_and_go(page: SignInPage) -> None:
    page.show_people((RUIZ,))
    page.show_hint("A made-up suite.")
    assert sentence(page) == ""
    page.wrong_password()
    page.show_people((RUIZ, DOE))
    hint = page.findChild(QLabel, "signInHint")
    assert hint.isVisible()
    assert hint.text() == "A made-up suite."


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.LIGHT, 1.5)
    yield
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("locked", [False, True])
def test_large_text_on_a_small_screen_cuts_nothing(qtbot: QtBot, locked: bool) -> None:
    made = LockPage("Elm St Infusion") if locked else SignInPage("Elm St Infusion")
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    if isinstance(made, LockPage):
        made.lock(DOE, 13)
    else:
        made.show_people((RUIZ, DOE))
    QApplication.processEvents()
    panel = made.findChild(QWidget, "lockPanel" if locked else "signInPanel")
    assert panel.mapTo(made, panel.rect().topLeft()).x() >= 0
    assert panel.mapTo(made, panel.rect().bottomRight()).x() < made.width()
    keys = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    for key in keys:
        assert panel.rect().contains(QRect(key.mapTo(panel, QPoint()), key.size())), key.objectName()
        assert not any(_meet(panel, key, other) for other in keys if other is not key), key.objectName()


def _meet(panel: QWidget, one: QWidget, other: QWidget) -> bool:
    places = [QRect(part.mapTo(panel, QPoint()), part.size()) for part in (one, other)]
    return places[0].intersects(places[1])


def test_with_a_hint_every_key_of_the_pad_is_whole(qtbot: QtBot) -> None:
    page = SignInPage("Elm St Infusion")
    qtbot.addWidget(page)
    page.resize(880, 736)
    page.show_people((Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True),))
    page.show_hint("A made-up suite. " + "Everybody’s password is long and so is this sentence about it. " * 3)
    page.show()
    QApplication.processEvents()
    zero = page.findChild(QWidget, "keypad_0")
    assert zero is not None
    assert zero.visibleRegion().boundingRect().size() == zero.size()
    above = page.findChild(QWidget, "keypad_8")
    assert above is not None
    assert zero.y() >= above.y() + above.height() + 8, "the rows keep their distance"


def test_enter_after_a_wrong_pin_does_not_take_the_answer_away(qtbot: QtBot) -> None:
    lock = LockPage("Elm St Infusion")
    qtbot.addWidget(lock)
    lock.show()
    lock.lock(DOE, 0)
    lock.wrong_pin(9)
    qtbot.keyClick(field(lock, "pinField"), Qt.Key.Key_Return)
    said = lock.findChild(QLabel, "signInSentence")
    assert "Wrong PIN" in said.text()
    qtbot.keyClicks(field(lock, "pinField"), "12")
    qtbot.keyClick(field(lock, "pinField"), Qt.Key.Key_Return)
    assert said.text() == "A PIN has six digits."
