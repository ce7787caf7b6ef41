"""The sentences of the first-run pages."""

from PySide6.QtCore import QCoreApplication

from nursedesk.ui.welcome.form import LEAST_PASSPHRASE, LEAST_PASSWORD, MOST_CHAIRS, Refusal

translate = QCoreApplication.translate


def refusal(why: Refusal) -> str:
    """One sentence: what is wrong and what to type instead."""
    return {
        Refusal.SITE_MISSING: translate("Welcome", "The suite has no name yet. It stands on every ticket."),
        Refusal.ZONE_UNKNOWN: translate("Welcome", "Choose a time zone from the list."),
        Refusal.CHAIRS_MISSING: translate(
            "Welcome", "Type how many chairs there are, or their names with commas between."
        ),
        Refusal.CHAIRS_TOO_MANY: translate("Welcome", "One board holds up to {most} chairs.").format(
            most=MOST_CHAIRS
        ),
        Refusal.CHAIRS_TWICE: translate("Welcome", "Two chairs have the same name."),
        Refusal.NAME_MISSING: translate("Welcome", "The name is not typed yet."),
        Refusal.SIGN_IN_FORM: translate(
            "Welcome", "Plain letters a to z, then letters, digits, points or dashes; two or more."
        ),
        Refusal.SIGN_IN_TWICE: translate("Welcome", "Somebody here signs in with this name already."),
        Refusal.PASSWORD_SHORT: translate(
            "Welcome", "At least {least} characters. Three or four words are easy to keep."
        ).format(least=LEAST_PASSWORD),
        Refusal.PASSWORD_NAME: translate("Welcome", "Your own name is the first thing somebody would try."),
        Refusal.PASSWORD_OTHER: translate("Welcome", "The two passwords differ."),
        Refusal.PIN_DIGITS: translate("Welcome", "Six digits, nothing between them."),
        Refusal.PIN_RUN: translate("Welcome", "Not digits in a row, like 123456."),
        Refusal.PIN_REPEAT: translate("Welcome", "Not a repeated pattern, like 121212."),
        Refusal.PIN_OTHER: translate("Welcome", "The two PINs differ."),
        Refusal.PASSPHRASE_SHORT: translate("Welcome", "At least {least} characters: four or five words.").format(
            least=LEAST_PASSPHRASE
        ),
        Refusal.PASSPHRASE_OTHER: translate("Welcome", "The two passphrases differ."),
        Refusal.RECOVERY_OTHER: translate("Welcome", "This is not the key shown. Read it from your paper again."),
    }[why]
