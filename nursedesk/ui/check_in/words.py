"""The sentences of the check-in form."""

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.scans import Damage
from nursedesk.ui.check_in.form import OLDEST_YEARS, Refusal

translate = QCoreApplication.translate


GARBLED = (Damage.WRONG_KEYBOARD, Damage.UNREADABLE, Damage.NO_DRUG_NUMBER)
"""What only a scanner does to a code; of other damage to a name the name's own sentences tell."""


def garbled(damage: Damage) -> str:
    """What is wrong with a scan of a wristband."""
    if damage is Damage.WRONG_KEYBOARD:
        return translate(
            "CheckIn", "The scanner types for another keyboard, or Caps Lock is on. Turn it off and scan again."
        )
    if damage is Damage.NO_DRUG_NUMBER:
        return translate(
            "CheckIn", "That code is not this suite’s wristband. Scan the other code on it, or type the name."
        )
    return translate("CheckIn", "That code breaks off. Scan the wristband again, or type the name.")


def no_person() -> str:
    """A drug's number, or a misread one, where a patient is wanted."""
    return translate("CheckIn", "That is no wristband of this suite. Scan the wristband, or type the name.")


def scanned(number: str) -> str:
    """A wristband of somebody who was not here before."""
    return translate("CheckIn", "Wristband {number} read. This patient is new here: type the name.").format(
        number=number
    )


def refusal(why: Refusal) -> str:
    """One sentence: what is wrong and how to write it."""
    return {
        Refusal.NAME_MISSING: translate("CheckIn", "The name is not typed yet."),
        Refusal.NAME_INVISIBLE: translate("CheckIn", "This name has no letter anyone can see. Type it again."),
        Refusal.NAME_CONTROL: translate(
            "CheckIn", "This name holds hidden characters. Type it instead of pasting it."
        ),
        Refusal.TOO_LONG: translate(
            "CheckIn", "This is longer than a name. If the scanner typed it, scan the wristband again."
        ),
        Refusal.DATE_MISSING: translate("CheckIn", "The date of birth is not typed yet."),
        Refusal.DATE_UNREAD: translate("CheckIn", "Write the date like 02-Feb-1961 or 2/2/1961 (month first)."),
        Refusal.DATE_NOT_REAL: translate("CheckIn", "The calendar has no such day. Check day and month."),
        Refusal.DATE_AHEAD: translate("CheckIn", "A date of birth cannot lie ahead. Check the year."),
        Refusal.DATE_TOO_OLD: translate("CheckIn", "That is more than {years} years ago. Check the year.").format(
            years=OLDEST_YEARS
        ),
        Refusal.ALLERGIES_LONG: translate("CheckIn", "Name the allergies in up to 300 letters."),
        Refusal.WEIGHT_UNREAD: translate("CheckIn", "Write the weight like 72, 72.5 kg or 160 lb."),
        Refusal.WEIGHT_UNLIKELY: translate("CheckIn", "That is no likely weight. Check number and unit."),
    }[why]
