"""States of the other pages: filters that find nothing, refusals, answers, who may not; and the doors."""

from collections.abc import Callable

from nursedesk.app.hands import Hands
from PySide6.QtWidgets import QComboBox, QWidget

from tests.pictures.led import Led

TRIES = 10
"""Wrong PINs after which the lock asks for the password."""


def tickets(led: Led) -> None:
    """The other ways of looking at tickets, and a search that finds none."""
    led.come("jdoe")
    led.go("tickets")
    _each_choice(led, "ticketsFilter", "tickets")
    led.hands.type("ticketsSearch", "qqqq", enter=False)
    led.shot("tickets-nothing-found")
    led.hands.type("ticketsSearch", "", enter=False)


def shift(led: Led) -> None:
    """Another stretch, a sign-off being signed and signed, charts for who may not compare, each chart."""
    led.come("jdoe")
    led.go("shift")
    led.hands.press("shiftView_charts")
    led.shot("shift-charts-not-for-her")
    led.hands.press("shiftView_lines")
    led.hands.press("signShiftOffButton")
    led.shot("shift-sign-off")
    Hands(led.hands.find("whoDialog")).type("pinField", "271946")
    led.settle()
    led.shot("shift-signed-off")
    led.come("mruiz")
    led.go("shift")
    led.hands.press("shiftView_charts")
    _each_choice(led, "shiftChartChoice", "shift-chart")
    led.hands.press("shiftView_lines")
    led.come("jdoe")


def drugs(led: Led) -> None:
    """A drug that is found nowhere, and the favourites of the page."""
    led.come("jdoe")
    led.go("drugs")
    led.hands.type("drugsSearch", "qqqq", enter=False)
    led.shot("drugs-nothing-found")
    led.hands.type("drugsSearch", "", enter=False)
    _each_choice(led, "drugsFilter", "drugs")
    if led.is_shown("arrangeButton"):
        led.hands.press("arrangeButton")
        led.shot("drugs-arrange")


def audit(led: Led) -> None:
    """The record verified, a search that finds nothing, and a nurse who may not look."""
    led.come("admin")
    led.go("audit")
    led.hands.press("auditVerifyButton")
    led.settle()
    led.shot("audit-verified")
    led.hands.type("auditSearch", "qqqq", enter=False)
    led.shot("audit-nothing-found")
    led.hands.type("auditSearch", "", enter=False)
    led.come("jdoe")
    led.go("audit")
    led.shot("audit-not-for-her")


def settings(led: Led) -> None:
    """A pattern that is refused, a person who cannot be taken in, a nurse's own settings."""
    led.come("admin")
    led.go("settings")
    for field, text in (("wristbandPatternField", ".*"), ("shiftEndsField", "7 and 19 o'clock")):
        led.hands.type(field, text)
    led.shot("settings-refused")
    led.hands.press("addPersonButton")
    led.show("personRefusal")
    led.shot("settings-nobody-taken-in")
    led.come("jdoe")
    led.go("settings")
    led.shot("settings-of-a-nurse")


def people(led: Led) -> None:
    """What was saved is said, what cannot be taken too; leaving is asked twice; a nurse sees her own."""
    led.come("admin")
    led.go("people")
    page = Hands(led.hands.find("peoplePage"), 6_000)
    staff = page.find("staffList") if page._visible("staffList") else None
    if staff is not None:
        staff.choose("mruiz")  # type: ignore[attr-defined] the list's own
    page.type("editUntilField", "31-Feb-2027", enter=False)
    page.press("savePersonButton")
    led.shot("people-refused")
    page.type("editUntilField", "31-Dec-2026", enter=False)
    page.press("savePersonButton")
    page.press("leaveButton")
    led.shot("people-leaving-asked-twice")
    page.type("resetPinField", "123456", enter=False)
    page.press("resetPinButton")
    led.show("secretsAnswer")
    led.shot("people-pin-refused")
    led.come("jdoe")
    led.go("people")
    led.shot("people-of-a-nurse")


def doors(led: Led) -> None:
    """A wrong PIN at the lock; a sign-in by typed name, a wrong password, and a person who must wait."""
    led.come("jdoe")
    led.go("board")
    led.station.lock()
    led.hands.type("pinField", "111222")
    led.hands.wait(lambda: not led.station.tasks.busy(), "the PIN is checked")
    led.shot("lock-wrong-pin")
    led.hands.press("otherPersonButton")
    led.hands.press("typeNameButton")
    led.shot("sign-in-typed-name")
    led.hands.type("signInNameField", "tadeyemi", enter=False)
    led.hands.type("passwordField", "not this one")
    led.hands.wait(lambda: not led.station.tasks.busy(), "the password is checked")
    led.shot("sign-in-wrong-password")
    led.come("jdoe")
    led.station.lock()
    for _ in range(TRIES):
        if led.is_shown("pinField"):
            led.hands.type("pinField", "111222")
            led.hands.wait(lambda: not led.station.tasks.busy(), "the PIN is checked")
    led.paint()
    led.shot("lock-no-tries-left")
    led.come("jdoe")


def _each_choice(led: Led, name: str, word: str) -> None:
    """Every choice of a box or of a row of words."""
    frame = led.station.frame
    box = next((one for one in frame.findChildren(QComboBox, name) if one.isVisible()), None)
    if box is not None:
        for place in range(box.count()):
            box.setCurrentIndex(place)
            box.activated.emit(place)
            led.shot(f"{word}-choice-{place + 1}")
        box.setCurrentIndex(0)
        box.activated.emit(0)
        return
    parts = [one.objectName() for one in frame.findChildren(QWidget) if one.isVisible()]
    keys = [one for one in parts if one.startswith(f"{name}_")]
    assert keys, f"{name} is shown"
    for place, key in enumerate(keys, 1):
        led.hands.press(key)
        led.shot(f"{word}-choice-{place}")
    led.hands.press(keys[0])


STATES: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("tickets", tickets),
    ("shift", shift),
    ("drugs", drugs),
    ("audit", audit),
    ("settings", settings),
    ("people", people),
    ("doors", doors),
)
