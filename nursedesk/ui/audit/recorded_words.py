"""What the record keeps as a key of its own, in the reader's words: what was looked at, notices, roles."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from nursedesk.desk.suite import Role
from nursedesk.ui import words
from nursedesk.ui.people.words import role_word
from nursedesk.watch.look import Kind

translate = QCoreApplication.translate


def looked_at(what: str) -> str:
    """What somebody looked at: a page, a list or a report; what is not known is said as it was recorded."""
    pages = {
        "audit": translate("Viewed", "audit"),
        "board": translate("Viewed", "board"),
        "encounter": translate("Viewed", "encounter"),
        "messages that wait": translate("Viewed", "messages that wait"),
        "ticket": translate("Viewed", "ticket"),
        "tickets": translate("Viewed", "tickets"),
        "what-if": translate("Viewed", "what-if"),
    }
    lists = {
        "audit of ": translate("Viewed", "audit of {what}"),
        "search result ": translate("Viewed", "search result {what}"),
        "shift log, ": translate("Viewed", "shift log of {what}"),
    }
    if what in pages:
        return pages[what]
    begun = next((begin for begin in lists if what.startswith(begin)), None)
    if begun is None:
        return what
    rest = what.removeprefix(begun)
    said = {"shift log, ": _period, "audit of ": _day}.get(begun, str)
    return lists[begun].format(what=said(rest))


def _day(recorded: str) -> str:
    """`2026-11-24` as a day is written here; anything else as it was recorded."""
    try:
        return words.day(date.fromisoformat(recorded))
    except ValueError:
        return recorded


def _period(name: str) -> str:
    return {
        "shift": translate("Viewed", "this shift"),
        "yesterday": translate("Viewed", "yesterday"),
        "week": translate("Viewed", "the week"),
        "month": translate("Viewed", "the month"),
        "quarter": translate("Viewed", "the quarter"),
    }.get(name, name)


def notice_name(recorded: str) -> str:
    """A notice by what it says, without its figures; one of an earlier program as it was recorded."""
    return {
        Kind.UNDER.value: translate("Viewed", "too few minutes yet"),
        Kind.BOUNDARY.value: translate("Viewed", "boundary"),
        Kind.JUST_CROSSED.value: translate("Viewed", "just crossed"),
        Kind.CHARGED_AS_PUSH.value: translate("Viewed", "charged as a push"),
        Kind.PLANNED_END_PASSED.value: translate("Viewed", "planned end passed"),
        Kind.STILL_RUNNING.value: translate("Viewed", "still running?"),
        Kind.OVERLAP.value: translate("Viewed", "overlap"),
        Kind.NO_DOSE.value: translate("Viewed", "no dose yet"),
        Kind.NO_ORDER.value: translate("Viewed", "no order yet"),
        Kind.NO_ACCESS.value: translate("Viewed", "no access yet"),
        Kind.OPEN_AT_SHIFT_END.value: translate("Viewed", "open at shift end"),
        Kind.RATE_STEP.value: translate("Viewed", "next planned rate"),
        Kind.CLOCK_NOT_TRUSTED.value: translate("Viewed", "clock not trusted"),
    }.get(recorded, recorded)


def role_name(recorded: str) -> str:
    """A role as the people's page calls it, in the middle of a sentence."""
    known = next((role for role in Role if role.value == recorded), None)
    return role_word(known).lower() if known is not None else recorded.replace("_", " ")
