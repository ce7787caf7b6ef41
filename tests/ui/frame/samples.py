"""Pages with made-up people in them, for the pictures and for tests that open every page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from nursedesk.catalog import resources
from nursedesk.catalog.drugs import load_drugs
from nursedesk.record.encounter import Access, Amount, Device, Purpose, Route, Setting
from nursedesk.ui.check_in.dialog import CheckInDialog, CheckInDraft
from nursedesk.ui.check_in.form import AccessChoice
from nursedesk.ui.frame.help_page import HelpPage
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.frame.model import Hit, Look, Saved
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import Choice, HangContext, Typed
from nursedesk.ui.main_window import MainWindow, WindowActions
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.page import SignInPage
from nursedesk.ui.welcome.wizard import WelcomeWizard
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 19, 7, 12, tzinfo=UTC)
HITS = (
    Hit("ROE, Jane", "chair 3 · 02-Feb-1961 · MRN 40 21 877", "encounter", "e3"),
    Hit("LEE, Kim", "chair 5 · 19-Sep-1984 · MRN 40 19 302", "encounter", "e5"),
    Hit("A-261124-005", "NGUYEN, Linh · signed", "tickets", "e1"),
)


def nothing(*_: object) -> None:
    """A use case that does nothing."""


def window(**pages: QWidget) -> MainWindow:
    """The frame around some pages; the first one is shown."""
    names = ("board", "encounter", "tickets", "shift", "help")
    every = {name: pages.get(name, QWidget()) for name in names}
    every["help"] = pages.get("help") or HelpPage(resources.path("manual", "help.md").read_text("utf-8"))
    actions = WindowActions(nothing, nothing, nothing, lambda text: HITS, nothing)
    made = MainWindow(every, actions, site="Elm St Infusion")
    made.show_clock(face(NOW, NEW_YORK))
    made.show_saved(Saved.SAVED)
    made.bar.show_nurse("J. Doe RN")
    made.bar.show_look(Look.LIGHT)
    made.navigation.set_badge("tickets", 2)
    made.show_page(next(iter(pages), "board"))
    return made


def help_page() -> QWidget:
    made = window()
    made.show_page("help")
    return made


def not_saved() -> QWidget:
    made = window()
    made.show_saved(Saved.NOT_SAVED)
    made.bar.focus_search()
    return made


def accesses() -> tuple[Access, ...]:
    return (Access("A", Device.PERIPHERAL, "22 g, left hand"),)


def choice(drug: str, dose: str, unit: str, **more: object) -> Choice:
    return Choice(drug, Amount(Decimal(dose), unit), **more)  # type: ignore[arg-type]


def hang_context(**more: object) -> HangContext:
    """Otto Schmidt, whose last visit was ocrelizumab."""
    last = choice(
        "ocrelizumab", "600", "mg", volume=Decimal(500), rate=Decimal(40), rate_to=Decimal(200), minutes=210,
        diluent="sodium chloride 0.9 %", ndc="50242-150-01", order_signed=date(2026, 11, 24),
    )  # fmt: skip
    liked = (
        choice("methylprednisolone", "100", "mg", volume=Decimal(50), minutes=30),
        choice("sodium chloride 0.9 %", "1000", "mL", purpose=Purpose.HYDRATION, rate=Decimal(500)),
        Choice("sodium chloride 0.9 %", purpose=Purpose.KEEP_OPEN, rate=Decimal(30)),
        choice("ceftriaxone", "2", "g", volume=Decimal(50), minutes=30),
        choice("acetaminophen", "1000", "mg", volume=Decimal(100), minutes=15),
        choice("diphenhydramine", "25", "mg", route=Route.IV_PUSH),
        choice("methylprednisolone", "40", "mg", route=Route.IV_PUSH),
        choice("ondansetron", "4", "mg", route=Route.IV_PUSH),
        choice("famotidine", "20", "mg", route=Route.IV_PUSH),
    )
    facts = "28-Dec-1953 · M · MRN 40 22 045"
    given = HangContext(
        "e10", "10", "SCHMIDT, Otto", facts, NEW_YORK, accesses(), (last,), date(2026, 10, 27), liked, load_drugs()
    )
    return replace(given, **more)  # type: ignore[arg-type]


def hang() -> QWidget:
    made = window()
    HangDialog(made.dialog_host(), hang_context(), lambda: NOW).show()
    return made


def hang_wrong() -> QWidget:
    """Everything that can be said under a field, at once."""
    made = window()
    typed = Typed("infliximab", "1,5", "mg", "", "250", "1e309", "", 130, "new", site="24 g, right hand", lot="A",
                  expiry="30-Jun-2025", ndc="12")  # fmt: skip
    dialog = HangDialog(made.dialog_host(), hang_context(last_visit=()), lambda: NOW, draft=typed)
    dialog.show()
    dialog.search.edit.setText("inflixmab")
    dialog.search.edit.textEdited.emit("inflixmab")
    dialog.start.click()
    return made


def push() -> QWidget:
    made = window()
    dialog = HangDialog(made.dialog_host(), hang_context(), lambda: NOW, push=True)
    dialog.show()
    dialog.list.setFocus()
    dialog.list.setCurrentRow(3)
    dialog.list.chosen.emit(hang_context().favourites[-2])
    return made


def check_in() -> QWidget:
    made = window()
    typed = CheckInDraft(name="ROE, Jane", born="31-Feb-1961", sex="F", mrn="40 21 877",
                         access=AccessChoice.PORT, site="right chest")  # fmt: skip
    dialog = CheckInDialog(made.dialog_host(), "4", Setting.OUTPATIENT_FACILITY, NOW.date, draft=typed)
    dialog.show()
    dialog.findChild(QWidget, "birthField").editingFinished.emit()  # type: ignore[attr-defined]
    return made


PEOPLE = (
    Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True),
    Entrant("mruiz", "Maria Ruiz", "RN", "M. Ruiz RN"),
    Entrant("tadeyemi", "Tola Adeyemi", "RN, charge nurse", "T. Adeyemi RN", pin_serves=True),
    Entrant("pgrant", "Pat Grant", "biller", "P. Grant"),
)


def sign_in(people: tuple[Entrant, ...] = PEOPLE) -> SignInPage:
    page = SignInPage("Elm St Infusion")
    page.show_clock(face(NOW, NEW_YORK))
    page.show_people(people)
    return page


def sign_in_wrong() -> QWidget:
    page = sign_in((PEOPLE[1], *PEOPLE[:1], *PEOPLE[2:]))
    page.wrong_password()
    return page


def sign_in_ended() -> QWidget:
    page = sign_in()
    page.wrong_pin(0)
    return page


def passphrase() -> QWidget:
    page = sign_in()
    page.ask_passphrase("This passphrase does not open the record. Nothing was changed; try again.")
    return page


def lock() -> QWidget:
    page = LockPage("Elm St Infusion")
    page.show_clock(face(NOW, NEW_YORK))
    page.lock(PEOPLE[0], 9)
    page.wrong_pin(7)
    return page


def welcome(step: int = -1) -> WelcomeWizard:
    """The first run, walked to a step with what a person would type."""
    wizard = WelcomeWizard(lambda: NOW, choose_folder=lambda: "/mnt/backup/nursedesk")
    wizard.resize(1280, 800)
    texts = {
        "siteField": "Elm St Infusion", "zoneField": "America/New_York", "chairsField": "1, 2, 3, Window, Bay A",
        "adminNameField": "Tola Adeyemi", "adminCredentialField": "RN", "adminSignInField": "tadeyemi",
        "adminPasswordField": "plain quiet tree", "adminPasswordAgainField": "plain quiet tree",
        "adminPinField": "489150", "adminPinAgainField": "489150",
        "passphraseField": "harbor lantern maple quiet", "passphraseAgainField": "harbor lantern maple quiet",
    }  # fmt: skip
    if step >= 0:
        wizard.findChild(QAbstractButton, "setUpButton").click()
    for name, text in texts.items():
        wizard.findChild(QLineEdit, name).setText(text)
    wizard.findChild(QLineEdit, "chairsField").textEdited.emit("")
    for _ in range(step):
        name = (
            "welcomeLaterButton"
            if wizard.findChild(QWidget, "nurseNameField").isVisibleTo(wizard)
            else "welcomeNextButton"
        )
        wizard.findChild(QAbstractButton, name).click()
    return wizard


def welcome_wrong() -> QWidget:
    wizard = welcome(2)
    wizard.findChild(QLineEdit, "adminPinField").setText("123456")
    wizard.findChild(QLineEdit, "adminPasswordAgainField").setText("plain quiet trees")
    wizard.findChild(QAbstractButton, "welcomeNextButton").click()
    return wizard


def welcome_key() -> QWidget:
    wizard = welcome(4)
    wizard.show_recovery_key("K7Q2-9FMX-TW4H-3CZD-8RPV-N6YB-J5GA", in_keyring=False)
    return wizard


SAMPLES: dict[str, Callable[[], QWidget]] = {
    "frame": window,
    "frame-not-saved": not_saved,
    "help": help_page,
    "hang": hang,
    "hang-wrong": hang_wrong,
    "push": push,
    "check-in": check_in,
    "sign-in": sign_in,
    "sign-in-early": lambda: sign_in(()),
    "sign-in-wrong": sign_in_wrong,
    "sign-in-ended": sign_in_ended,
    "sign-in-passphrase": passphrase,
    "lock": lock,
    "welcome": welcome,
    "welcome-suite": lambda: welcome(0),
    "welcome-chairs": lambda: welcome(1),
    "welcome-people": lambda: welcome(2),
    "welcome-people-wrong": welcome_wrong,
    "welcome-keys": lambda: welcome(4),
    "welcome-recovery": welcome_key,
}
