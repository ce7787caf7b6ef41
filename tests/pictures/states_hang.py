"""States of hanging and pushing: what is found, refused, scanned, doubted, checked by a second person."""

from collections.abc import Callable
from dataclasses import replace

from nursedesk.desk.set_up import change_facts
from nursedesk.record.encounter import Route
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.pictures.led import Led

SCAN = "]d201003578940300101727093010AB12C"
EXPIRED = "]d201003578940300101725063010AB12C"
TWO_CODES = "55513000204"


def last_visit(led: Led) -> None:
    """A patient who was here before: the same as last time comes first."""
    _open(led, "10")
    led.shot("hang-last-visit")


def searching(led: Led) -> None:
    """A name typed wrongly is found, another is in no table."""
    _open(led, "10")
    led.hands.type("drugField", "inflxmab", enter=False)
    led.shot("hang-search-typed-wrongly")
    led.hands.type("drugField", "predniso", enter=False)
    led.shot("hang-search-names-alike")
    led.hands.type("drugField", "qqqq")
    led.shot("hang-search-nothing")


def refused(led: Led) -> None:
    """Everything that can be said under a field."""
    _open(led, "10")
    hands = led.hands
    hands.type("drugField", "infliximab")
    for field, text in (("doseField", "1,5 quarts"), ("volumeField", "lots"), ("rateField", "1e309")):
        hands.type(field, text, enter=False)
    hands.press("startNowButton")
    led.shot("hang-refused")


def scanned(led: Led) -> None:
    """A package that says drug, lot and expiry; one that has expired; one with two codes."""
    for code, name in ((SCAN, "hang-scanned"), (EXPIRED, "hang-scan-expired"), (TWO_CODES, "hang-scan-two-codes")):
        _open(led, "10")
        led.hands.type("drugField", code)
        led.shot(name)
        led.put_away()


def arranging(led: Led) -> None:
    """The favourites in their order."""
    _open(led, "10")
    led.hands.press("arrangeFavouritesButton")
    led.shot("hang-arrange-favourites")
    led.hands.press("arrangeDoneButton")


def bag_of_two(led: Led) -> None:
    """Two drugs in one bag, a third being named."""
    _open(led, "10")
    hands = led.hands
    for drug, dose in (("ondansetron", "8"), ("dexamethasone", "12"), ("famotidine", "20")):
        hands.type("drugField", drug)
        hands.type("doseField", dose, enter=False)
        if drug != "famotidine":
            hands.press("anotherDrugButton")
    hands.type("volumeField", "50", enter=False)
    hands.type("rateField", "200", enter=False)
    led.shot("hang-bag-of-three")


def kept(led: Led) -> None:
    """What was typed and left stands there the next time."""
    _open(led, "10")
    led.hands.type("drugField", "vedolizumab")
    led.hands.type("doseField", "300", enter=False)
    led.hands.press("hangCancelButton")
    led.hands.press("hangButton_10")
    led.shot("hang-kept-from-before")


def doubted(led: Led) -> None:
    """A dose that looks wrong: the time is fixed, then it is asked which is right."""
    _open(led, "10")
    led.hands.type("drugField", "infliximab")
    led.hands.type("doseField", "400 mcg", enter=False)
    led.hands.press("startNowButton")
    led.hands.find("doubtDialog")
    led.shot("dose-in-doubt")
    led.hands.press("otherDoseButton")
    led.settle()
    led.bring("10")
    led.shot("dose-put-right")


def rate_steps(led: Led) -> None:
    """One line with three rates; the next one is said on its card."""
    _open(led, "6")
    hands = led.hands
    hands.type("drugField", "infliximab")
    for field, text in (
        ("doseField", "400"),
        ("volumeField", "250"),
        ("rateField", "10 to 20 to 40"),
        ("stepField", "15"),
    ):
        hands.type(field, text, enter=False)
    led.shot("hang-rate-steps")
    hands.press("startNowButton")
    led.settle()
    led.pass_(11)
    led.bring("6")
    led.shot("next-rate-is-said")


def take_home_pump(led: Led) -> None:
    """A pump is connected; on the board it is one of the lines, disconnected from its menu."""
    _open(led, "1")
    hands = led.hands
    hands.type("drugField", "fluorouracil")
    hands.type("doseField", "4000 mg", enter=False)
    combo = hands.find("runsAsField")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(Route.PUMP.value))
    combo.activated.emit(combo.currentIndex())
    led.shot("hang-take-home-pump")
    hands.press("startNowButton")
    led.pass_(3)
    led.bring("1")
    led.shot("take-home-pump-on-board")
    visit = led.in_chair("1")
    pump = next(one for one in led.shell.core.visit(visit).administrations if one.route is Route.PUMP)
    led.shell.lines.do(visit, pump.line, "stop_at")
    led.shot("take-home-pump-disconnect")


def prepared(led: Led) -> None:
    """A bag that is hung and not started yet."""
    _open(led, "10")
    led.hands.type("drugField", "vedolizumab")
    led.hands.type("doseField", "300", enter=False)
    led.hands.press("prepareButton")
    led.settle()
    led.bring("10")
    led.shot("prepared")


def pushing(led: Led) -> None:
    """A push by hand, under the skin, and one without a dose."""
    led.go("board")
    led.hands.press("pushButton_10")
    if led.is_shown("afreshButton"):
        led.hands.press("afreshButton")
    led.hands.type("drugField", "pegfilgrastim")
    led.hands.type("doseField", "6 mg", enter=False)
    led.shot("push-filled")
    led.hands.type("doseField", "much", enter=False)
    led.hands.press("startNowButton")
    led.shot("push-refused")


def second_check(led: Led) -> None:
    """Policy asks for a second person: she compares, and a wrong PIN is said."""
    core = led.shell.core
    led.come("admin")
    change_facts(
        core.daybook, replace(core.daybook.suite.facts, second_sign=("check",), check_families=("chemotherapy",))
    )
    led.come("jdoe")
    _open(led, "10")
    hands = led.hands
    hands.type("drugField", "paclitaxel")
    hands.type("doseField", "150", enter=False)
    hands.press("startNowButton")
    hands.find("secondCheck")
    led.shot("second-check")
    hands.press("checkerField_mruiz")
    hands.type("checkPinField", "271946")
    hands.wait(lambda: led.is_shown("checkSentence"), "a wrong PIN is said")
    led.shot("second-check-wrong-pin")


def checking_in(led: Led) -> None:
    """A patient being checked in: filled, and refused."""
    led.go("board")
    led.shell.dialogs.check_in("4")
    led.hands.press("checkInButton")
    led.shot("check-in-refused")
    led.hands.type("nameField", "BJORNSTAD-OYELARAN, Guinevere Alexandra", enter=False)
    led.hands.press("firstAccessField_peripheral")
    led.shot("check-in-filled")
    QTest.keyClick(led.hands.find("nameField"), Qt.Key.Key_Escape)


def _open(led: Led, chair: str) -> None:
    """The hang dialog of a chair, empty."""
    led.shell.board.page.set_density("room")
    led.go("board")
    led.hands.press(f"hangButton_{chair}")
    if led.is_shown("afreshButton"):
        led.hands.press("afreshButton")


STATES: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("checking in", checking_in),
    ("hang: last visit", last_visit),
    ("hang: searching", searching),
    ("hang: refused", refused),
    ("hang: scanned", scanned),
    ("hang: favourites being arranged", arranging),
    ("hang: several drugs in a bag", bag_of_two),
    ("hang: kept from before", kept),
    ("hang: prepared", prepared),
    ("hang: a dose in doubt", doubted),
    ("hang: rate steps", rate_steps),
    ("hang: take-home pump", take_home_pump),
    ("push", pushing),
    ("hang: second check", second_check),
)
