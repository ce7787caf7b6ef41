"""The words of the board: states, notices, what the record gives at a minute, accesses."""

from collections.abc import Callable
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import Access, Amount, Device, Purpose
from nursedesk.ui import words
from nursedesk.ui.kit.chip import Tone
from nursedesk.ui.kit.pill import State
from nursedesk.watch.look import Kind, Notice

translate = QCoreApplication.translate


def state_word(state: State) -> str:
    """The word beside the state's shape."""
    return {
        State.FREE: translate("Board", "Free"),
        State.CHECKED_IN: translate("Board", "Checked in"),
        State.PREPARED: translate("Board", "Prepared"),
        State.RUNNING: translate("Board", "Running"),
        State.PAUSED: translate("Board", "Paused"),
        State.NEEDS_STOP: translate("Board", "Needs stop"),
        State.READY: translate("Board", "Ready to close"),
        State.OUT: translate("Board", "Out of service"),
    }[state]


def notice_tone(kind: Kind) -> Tone:
    """How a chip looks: facts with a hairline, what is missing in amber, a passed end in vermilion."""
    if kind is Kind.PLANNED_END_PASSED:
        return Tone.NEEDS_STOP
    facts = (Kind.UNDER, Kind.BOUNDARY, Kind.JUST_CROSSED, Kind.OVERLAP, Kind.RATE_STEP)
    return Tone.FACT if kind in facts else Tone.ATTENTION


def notice_text(notice: Notice, zone: ZoneInfo) -> str:
    """A notice in the board's words: facts about record and charge, never advice."""
    at = words.clock_time(notice.at, zone) if notice.at else ""
    return _NOTICES[notice.kind](notice, at).strip()


def _overlap(notice: Notice, at: str) -> str:
    if notice.params.get("role") == Role.SEQUENTIAL.value:
        return translate("Board", "overlap: sequential")
    return translate("Board", "overlap: concurrent")


def rate_step(rate: Amount, at: str) -> str:
    """The next planned rate and its minute: `20 mL/h at 14:31`."""
    return translate("Board", "{rate} at {time}").format(rate=words.dose(rate), time=at)


def _rate_step(notice: Notice, at: str) -> str:
    return rate_step(Amount(Decimal(notice.params["amount"]), str(notice.params["unit"])), at)


def _under(notice: Notice, at: str) -> str:
    return translate("Board", "under {minutes} min").format(minutes=notice.params["minutes"])


_NOTICES: dict[Kind, Callable[[Notice, str], str]] = {
    Kind.UNDER: _under,
    Kind.BOUNDARY: lambda notice, at: translate("Board", "boundary {time}").format(time=at),
    Kind.JUST_CROSSED: lambda notice, at: translate("Board", "just crossed {time}").format(time=at),
    Kind.PLANNED_END_PASSED: lambda notice, at: translate("Board", "planned end passed {time}").format(time=at),
    Kind.CHARGED_AS_PUSH: lambda notice, at: translate("Board", "{minutes} min, charged as a push").format(
        minutes=notice.params.get("minutes", "")
    ),
    Kind.STILL_RUNNING: lambda notice, at: translate("Board", "still running?"),
    Kind.OVERLAP: _overlap,
    Kind.NO_DOSE: lambda notice, at: translate("Board", "no dose yet"),
    Kind.NO_ORDER: lambda notice, at: translate("Board", "no order yet"),
    Kind.NO_ACCESS: lambda notice, at: translate("Board", "no access yet"),
    Kind.OPEN_AT_SHIFT_END: lambda notice, at: translate("Board", "open at shift end"),
    Kind.RATE_STEP: _rate_step,
    Kind.CLOCK_NOT_TRUSTED: lambda notice, at: translate("Board", "clock not trusted"),
}


def notice_action(notice: Notice) -> str:
    """The one press that charts or corrects it, or an empty string.

    An overlap that was none: the first bag was down when the next one began.
    """
    if notice.kind is Kind.RATE_STEP:
        return translate("Board", "Changed")
    if notice.kind is not Kind.OVERLAP:
        return ""
    if notice.params.get("role") == Role.SEQUENTIAL.value:
        return translate("Board", "No overlap")
    return translate("Board", "Sequential")


def stretch_word(role: Role, purpose: Purpose, units: int) -> str:
    """What the record gives in a stretch of the ruler: `push`, `first hour`, `+ 1 hour`."""
    if purpose is Purpose.HYDRATION or role is Role.HYDRATION:
        return _hydration_word(units)
    if units <= 0:
        if role is Role.SC_INFUSION:
            return translate("Board", "injection")
        return translate("Board", "no further unit") if role is Role.CONTINUED else translate("Board", "push")
    if role is Role.CONCURRENT:
        return translate("Board", "concurrent: once, whatever its length")
    if units == 1 and role is not Role.CONTINUED:
        return translate("Board", "first hour")
    hours = units if role is Role.CONTINUED else units - 1
    if hours == 1:
        return translate("Board", "+ 1 hour")
    return translate("Board", "+ {hours} hours").format(hours=hours)


def _hydration_word(units: int) -> str:
    if units <= 0:
        return translate("Board", "no hydration")
    if units == 1:
        return translate("Board", "1 hour")
    return translate("Board", "{hours} hours").format(hours=units)


def access_words(access: Access) -> str:
    """An access as a nurse says it: `Port, right chest`, `PIV 22 g, left forearm`."""
    device = {
        Device.PERIPHERAL: translate("Board", "PIV"),
        Device.MIDLINE: translate("Board", "Midline"),
        Device.PICC: translate("Board", "PICC"),
        Device.PORT: translate("Board", "Port"),
        Device.TUNNELED_CVC: translate("Board", "Tunneled CVC"),
        Device.NONTUNNELED_CVC: translate("Board", "CVC"),
        Device.DIALYSIS_CATHETER: translate("Board", "Dialysis catheter"),
        Device.SUBCUTANEOUS: translate("Board", "Subcutaneous"),
        Device.UNKNOWN: translate("Board", "Access"),
    }[access.device]
    if not access.site:
        return device
    return f"{device} {access.site}" if access.site[0].isdigit() else f"{device}, {access.site}"
