"""The sentences of the check-in form."""

from PySide6.QtCore import QCoreApplication

from nursedesk.ui.check_in.form import OLDEST_YEARS, Refusal

translate = QCoreApplication.translate


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
    }[why]
