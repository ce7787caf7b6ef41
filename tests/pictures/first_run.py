"""The first run, step by step, to an open suite; and every page of a suite in which nothing has happened yet."""

from collections.abc import Callable

from nursedesk.ui.welcome.wizard import WelcomeWizard
from PySide6.QtWidgets import QLabel

from tests.app.suite import PASSPHRASE, PASSWORD, make_suite
from tests.pictures.led import Led, View, reached

WORDS = "a quiet place for bags"
PAGES = ("board", "encounter", "tickets", "posting", "shift", "drugs", "audit", "people", "settings")


def start(led: Led) -> None:
    """Two ways in."""
    led.shot("welcome")
    led.hands.press("setUpButton")


def suite(led: Led) -> None:
    """Its name and zone: as it opens, refused, a zone searched, filled."""
    led.shot("welcome-suite")
    led.hands.press("welcomeNextButton")
    led.shot("welcome-suite-refused")
    led.hands.type("siteField", "Elm Street Infusion Center", enter=False)
    led.hands.type("zoneField", "new y", enter=False)
    led.shot("welcome-suite-zones")
    led.hands.type("zoneField", "new york")
    led.shot("welcome-suite-filled")
    led.hands.press("welcomeNextButton")


def chairs(led: Led) -> None:
    """A count, names, and one name twice."""
    led.shot("welcome-chairs")
    led.hands.type("chairsField", "Window, Bay 1, Bay 1", enter=False)
    led.hands.press("welcomeNextButton")
    led.shot("welcome-chairs-refused")
    names = ", ".join(f"Bay {n}" for n in range(1, 19))
    led.hands.type("chairsField", names, enter=False)
    led.shot("welcome-chairs-named")
    led.hands.type("chairsField", "12", enter=False)
    led.hands.press("welcomeNextButton")


def administrator(led: Led) -> None:
    """Empty, everything refused, filled."""
    led.shot("welcome-administrator")
    led.hands.type("adminPasswordField", "short", enter=False)
    led.hands.type("adminPinField", "123456", enter=False)
    led.hands.press("welcomeNextButton")
    led.shot("welcome-administrator-refused")
    _person(led, "admin", "Avery Stone", "618250")
    led.shot("welcome-administrator-filled")
    led.hands.press("welcomeNextButton")


def nurse(led: Led) -> None:
    """The first nurse, who may come later, and two PINs that differ."""
    led.shot("welcome-nurse")
    _person(led, "nurse", "Jordan Doe", "271946")
    led.hands.type("nursePinAgainField", "271947", enter=False)
    led.hands.press("welcomeNextButton")
    led.shot("welcome-nurse-refused")
    led.hands.type("nursePinAgainField", "271946", enter=False)
    led.hands.press("welcomeNextButton")


def keys(led: Led) -> None:
    """The passphrase, refused and typed; and the suite being made."""
    led.shot("welcome-keys")
    led.hands.type("passphraseField", "short", enter=False)
    led.hands.press("welcomeNextButton")
    led.shot("welcome-keys-refused")
    for field in ("passphraseField", "passphraseAgainField"):
        led.hands.type(field, WORDS, enter=False)
    led.hands.type("backupField", "/media/backups/nursedesk", enter=False)
    led.shot("welcome-keys-filled")
    wizard = led.hands.find("welcomeWizard")
    assert isinstance(wizard, WelcomeWizard)
    wizard.show_busy(True)
    led.shot("welcome-being-made")
    wizard.show_busy(False)
    wizard.refuse("The folder could not be written to. Nothing was made: choose another place and try again.")
    led.shot("welcome-could-not-be-made")
    led.hands.press("welcomeNextButton")


def recovery(led: Led) -> None:
    """The recovery key, typed back wrongly and rightly."""
    sheet = led.hands.find("recoveryKey")
    assert isinstance(sheet, QLabel)
    led.shot("welcome-recovery")
    led.hands.type("recoveryField", "ABCD-EFGH", enter=False)
    led.hands.press("welcomeNextButton")
    led.shot("welcome-recovery-refused")
    led.hands.type("recoveryField", sheet.text(), enter=False)
    led.hands.press("welcomeNextButton")
    led.paint()
    led.shot("first-sign-in")


def _person(led: Led, prefix: str, name: str, pin: str) -> None:
    for field, text in (
        ("Name", name),
        ("Credential", "RN"),
        ("Password", PASSWORD),
        ("PasswordAgain", PASSWORD),
        ("Pin", pin),
        ("PinAgain", pin),
    ):
        led.hands.type(f"{prefix}{field}Field", text, enter=False)


STEPS: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("welcome", start),
    ("welcome: suite", suite),
    ("welcome: chairs", chairs),
    ("welcome: administrator", administrator),
    ("welcome: first nurse", nurse),
    ("welcome: keys", keys),
    ("welcome: recovery key", recovery),
)


# --- a suite in which nothing has happened ---


def opening(led: Led) -> None:
    """The record waits for its passphrase: asked, wrong, right; then who is at the desk."""
    led.shot("passphrase")
    led.hands.type("passphraseField", "not this one at all")
    led.hands.wait(lambda: not led.station.tasks.busy(), "the passphrase is tried")
    led.shot("passphrase-wrong")
    led.hands.type("passphraseField", PASSPHRASE)
    entrance = led.station.entrance
    assert entrance is not None
    led.hands.wait(lambda: entrance.desk is not None, "the record is open")
    led.shot("sign-in-nobody-chosen")
    led.hands.press("typeNameButton")
    led.hands.type("signInNameField", "admin", enter=False)
    led.hands.type("passwordField", PASSWORD)
    led.hands.wait(lambda: led.station.shell is not None, "the desk opens")
    led.settle()


def empty_pages(led: Led) -> None:
    """Every page that can be turned to."""
    led.keep_words()
    for who in ("jdoe", "admin"):
        led.come(who)
        for page in PAGES if who == "jdoe" else ("audit", "shift", "posting"):
            led.go(page)
            led.shot(f"empty-{page}" if who == "jdoe" else f"empty-{page}-administrator")
    led.come("jdoe")
    led.go("board")
    led.shell.board.page.set_density("mine")
    led.shot("empty-my-chairs")
    led.shell.board.page.set_density("room")


def empty_shift(led: Led) -> None:
    """The room and the charts of a shift without lines."""
    led.come("admin")
    led.go("shift")
    for view in ("room", "charts"):
        led.hands.press(f"shiftView_{view}")
        led.shot(f"empty-shift-{view}")
    led.hands.press("shiftView_lines")
    led.come("jdoe")


def empty_dialogs(led: Led) -> None:
    """Nothing to hand over, nobody expected."""
    led.go("board")
    led.shell.handing.open()
    led.shot("empty-hand-over")
    led.put_away()
    led.shell.room.open_list()
    led.shot("empty-expected")


def empty_lock(led: Led) -> None:
    """Locked, with no line up."""
    led.station.lock()
    led.shot("empty-lock")


EMPTY: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("passphrase and first sign-in", opening),
    ("pages of an empty suite", empty_pages),
    ("shift of an empty suite", empty_shift),
    ("dialogs of an empty suite", empty_dialogs),
    ("lock of an empty suite", empty_lock),
)


def first_run(led: Led, size: tuple[int, int], views: tuple[View, ...]) -> list[str]:
    """From an empty folder to the first sign-in."""
    led.station.begin()
    led.look_at(size, views)
    return reached(led, STEPS)


def empty_suite(led: Led, size: tuple[int, int], views: tuple[View, ...]) -> list[str]:
    """A suite of four chairs where nobody has come yet."""
    make_suite(led.folder, led.clocks)
    led.keep_words()
    led.station.begin()
    led.look_at(size, views)
    led.hands.wait(lambda: led.is_shown("passphraseField"), "the passphrase is asked")
    return reached(led, EMPTY)
