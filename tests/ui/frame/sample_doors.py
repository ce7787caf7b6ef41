"""Sign-in, lock and first run with made-up people."""

from nursedesk.ui.frame.indicators import face
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.page import SignInPage
from nursedesk.ui.welcome.wizard import WelcomeWizard
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.ui.frame.sample_window import NEW_YORK, NOW

PEOPLE = (
    Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True),
    Entrant("mruiz", "Maria Ruiz", "RN", "M. Ruiz RN"),
    Entrant("tadeyemi", "Tola Adeyemi", "RN, charge nurse", "T. Adeyemi RN", pin_serves=True),
    Entrant("pgrant", "Pat Grant", "biller", "P. Grant"),
)


def sign_in(people: tuple[Entrant, ...] = PEOPLE) -> SignInPage:
    page = SignInPage("Elm St Infusion")
    page.frame.show_clock(face(NOW, NEW_YORK))
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
    page.frame.show_clock(face(NOW, NEW_YORK))
    page.lock(PEOPLE[0], 9)
    page.wrong_pin(7)
    return page


def welcome(step: int = -1) -> WelcomeWizard:
    """The first run, walked to a step with what a person would type."""
    wizard = WelcomeWizard(
        lambda: NOW,
        choose_folder=lambda: "/mnt/backup/nursedesk",
        printers=lambda: (("Suite-Laser-2",), "Suite-Laser-2"),
    )
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
