"""The sentences of the first-run pages."""

from PySide6.QtCore import QCoreApplication

from nursedesk.ui.welcome.form import LEAST_PASSPHRASE, LEAST_PASSWORD, MOST_CHAIRS, Refusal


def refusal(why: Refusal) -> str:
    """One sentence: what is wrong and what to type instead."""
    tr = QCoreApplication.translate
    return {
        Refusal.SITE_MISSING: tr("Welcome", "The suite has no name yet. It stands on every ticket."),
        Refusal.ZONE_UNKNOWN: tr("Welcome", "Choose a time zone from the list."),
        Refusal.CHAIRS_MISSING: tr(
            "Welcome", "Type how many chairs there are, or their names with commas between."
        ),
        Refusal.CHAIRS_TOO_MANY: tr("Welcome", "One board holds up to {most} chairs.").format(most=MOST_CHAIRS),
        Refusal.CHAIRS_TWICE: tr("Welcome", "Two chairs have the same name."),
        Refusal.NAME_MISSING: tr("Welcome", "The name is not typed yet."),
        Refusal.SIGN_IN_FORM: tr(
            "Welcome", "Plain letters a to z, then letters, digits, points or dashes; two or more."
        ),
        Refusal.SIGN_IN_TWICE: tr("Welcome", "Somebody here signs in with this name already."),
        Refusal.PASSWORD_SHORT: tr(
            "Welcome", "At least {least} characters. Three or four words are easy to keep."
        ).format(least=LEAST_PASSWORD),
        Refusal.PASSWORD_NAME: tr("Welcome", "Your own name is the first thing somebody would try."),
        Refusal.PASSWORD_OTHER: tr("Welcome", "The two passwords differ."),
        Refusal.PIN_DIGITS: tr("Welcome", "Six digits, nothing between them."),
        Refusal.PIN_RUN: tr("Welcome", "Not digits in a row, like 123456."),
        Refusal.PIN_REPEAT: tr("Welcome", "Not a repeated pattern, like 121212."),
        Refusal.PIN_OTHER: tr("Welcome", "The two PINs differ."),
        Refusal.PASSPHRASE_SHORT: tr("Welcome", "At least {least} characters: four or five words.").format(
            least=LEAST_PASSPHRASE
        ),
        Refusal.PASSPHRASE_OTHER: tr("Welcome", "The two passphrases differ."),
        Refusal.RECOVERY_OTHER: tr("Welcome", "This is not the key shown. Read it from your paper again."),
    }[why]
