"""Who may do what: one table from deeds to roles, and which deed each kind of event and each command is.

Asked where anything is written (`Daybook.write`) and where a command opens a record. Help and the people page show
this table; tests hold them equal.
"""

from collections.abc import Mapping
from enum import StrEnum

from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person, Role
from nursedesk.record import events as ev
from nursedesk.record.events import Body, PersonId, Source

CLINICAL = frozenset({Role.NURSE, Role.CHARGE_NURSE})
ANYBODY = frozenset(Role)
OFFICE = frozenset({Role.CHARGE_NURSE, Role.BILLER, Role.ADMINISTRATOR})

STATION = PersonId("station")
"""Signs what the station does of itself."""


class Deed(StrEnum):
    """What a person can do, as coarse as it is decided."""

    CHART = "chart"
    """Check in, hang, start, stop, push; doses, accesses, orders, notes; claim or discard a press."""
    CORRECT = "correct"
    SIGN = "sign"
    """Close, sign, reopen; witness waste and checks; hand over."""
    TAKE_IN = "take_in"
    """Visits from paper or another system and times calculated for them, labelled so; who is expected."""
    CODE = "code"
    """Say what the coder needs beside the times: modifiers with their reasons."""
    VIEW = "view"
    TAKE_OUT = "take_out"
    """Print, PDF, files."""
    POST = "post"
    """Send charges and messages to other systems."""
    COMPARE = "compare"
    """Reports over many visits: coded again, stop times around boundaries."""
    AUDIT = "audit"
    """See who did what and when."""
    RESTORE = "restore"
    SETTINGS = "settings"
    PEOPLE = "people"
    BREAK_GLASS = "break_glass"
    """Chart in an emergency without a nurse's role, with a reason."""
    BE_HERE = "be_here"
    """Sign in, lock, choose one's own PIN; what the station notes meanwhile."""


MAY: Mapping[Deed, frozenset[Role]] = {
    Deed.CHART: CLINICAL,
    Deed.CORRECT: CLINICAL,
    Deed.SIGN: CLINICAL,
    Deed.TAKE_IN: CLINICAL | OFFICE,
    Deed.CODE: CLINICAL | {Role.BILLER},
    Deed.VIEW: ANYBODY,
    Deed.TAKE_OUT: ANYBODY,
    Deed.POST: CLINICAL | OFFICE,
    Deed.COMPARE: OFFICE | {Role.AUDITOR},
    Deed.AUDIT: frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.CHARGE_NURSE}),
    Deed.RESTORE: frozenset({Role.ADMINISTRATOR, Role.CHARGE_NURSE}),
    Deed.SETTINGS: frozenset({Role.ADMINISTRATOR}),
    Deed.PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Deed.BREAK_GLASS: frozenset({Role.BREAK_GLASS}),
    Deed.BE_HERE: ANYBODY,
}

DEEDS: Mapping[type, Deed] = {
    **dict.fromkeys((ev.Opened, ev.ChairMoved, ev.ChairFreed, ev.NurseAssigned, ev.AccessPlaced), Deed.CHART),
    **dict.fromkeys((ev.DiagnosesSet, ev.EmCharted, ev.PrimarySet, ev.Noted, ev.NoticeDismissed), Deed.CHART),
    **dict.fromkeys((ev.Prepared, ev.OrderCharted, ev.DoseCharted, ev.Started, ev.Paused), Deed.CHART),
    **dict.fromkeys((ev.Resumed, ev.RateChanged, ev.Stopped, ev.StopReasonSet, ev.Pushed), Deed.CHART),
    **dict.fromkeys((ev.Wasted, ev.Claimed, ev.Discarded, ev.BagChanged, ev.AccessChanged), Deed.CHART),
    **dict.fromkeys((ev.VitalsNoted, ev.ReactionNoted, ev.ChairInService, ev.ChairOutOfService), Deed.CHART),
    **dict.fromkeys((ev.Corrected, ev.Voided, ev.PatientCorrected, ev.TimesConfirmed), Deed.CORRECT),
    **dict.fromkeys((ev.Closed, ev.Reopened, ev.Signed, ev.Witnessed, ev.HandedOver), Deed.SIGN),
    **dict.fromkeys((ev.Printed, ev.PrintConfirmed, ev.Exported), Deed.TAKE_OUT),
    **dict.fromkeys((ev.SignedIn, ev.SignedOut, ev.Locked, ev.LockedOut, ev.ClockStepped), Deed.BE_HERE),
    **dict.fromkeys((ev.BackedUp, ev.Recovered, ev.ClockDoubted, ev.NoticeShown), Deed.BE_HERE),
    **dict.fromkeys((ev.PatientExpected, ev.ExpectedDropped), Deed.TAKE_IN),
    **dict.fromkeys((ev.Posted, ev.QueueCleared), Deed.POST),
    ev.ModifiersSet: Deed.CODE,
    ev.Viewed: Deed.VIEW,
    ev.Restored: Deed.RESTORE,
    ev.ShiftSignedOff: Deed.SIGN,
    ev.SettingChanged: Deed.SETTINGS,
    ev.PersonChanged: Deed.PEOPLE,
    ev.CredentialSet: Deed.PEOPLE,
    ev.GlassBroken: Deed.BREAK_GLASS,
}
"""The deed each kind of event is; a kind that is not named is charting."""

STATION_WRITES = frozenset(
    {
        *(ev.SettingChanged, ev.PersonChanged, ev.CredentialSet),
        *(ev.ClockStepped, ev.ClockDoubted, ev.Locked, ev.LockedOut, ev.Tapped),
        *(ev.BackedUp, ev.Recovered, ev.Posted, ev.QueueCleared, ev.NoticeShown),
    }
)
"""Set-up, before there is anybody; what nobody presses; and presses of somebody not yet identified."""

COMMANDS: Mapping[str, Deed] = {
    "tickets": Deed.VIEW,
    "what-if": Deed.VIEW,
    "ticket": Deed.TAKE_OUT,
    "export": Deed.TAKE_OUT,
    "shift-log": Deed.TAKE_OUT,
    "downtime-sheet": Deed.TAKE_OUT,
    "charges": Deed.TAKE_OUT,
    "post": Deed.POST,
    "recode": Deed.COMPARE,
    "boundaries": Deed.COMPARE,
    "import": Deed.TAKE_IN,
    "backup": Deed.BE_HERE,
    "restore": Deed.RESTORE,
}
"""What each command that shows or changes patients' data does; one that is not named is the administrator's."""


def may(person: Person, deed: Deed) -> bool:
    """Whether one of this person's roles allows a deed."""
    return bool(MAY[deed] & set(person.roles))


OF_THE_CHAIRS = ("favourites",)
"""Settings that belong to those who hang: what is offered first."""


def may_write(person: Person, body: Body, source: Source = Source.PRESSED) -> bool:
    """Whether this person's roles allow this kind of event, its time known in this way."""
    if person.id == STATION:
        return type(body) in STATION_WRITES
    if type(body) is ev.Tapped:
        return False  # whoever is identified presses under her own name
    if type(body) is ev.CredentialSet and body.person == person.id:
        return may(person, Deed.BE_HERE)
    if type(body) is ev.SettingChanged and body.key in OF_THE_CHAIRS and may_chart(person):
        return True
    deed = DEEDS.get(type(body), Deed.CHART)
    if MAY[deed] == CLINICAL and source in (Source.IMPORTED, Source.CALCULATED):
        deed = Deed.TAKE_IN
    return may(person, deed)


def may_chart(person: Person) -> bool:
    """Whether this person works at the chairs."""
    return may(person, Deed.CHART)


def require(person: Person, body: Body, source: Source) -> None:
    """Raises `Refused` when this person may not write this."""
    if not may_write(person, body, source):
        raise Refused("not_allowed", {"name": person.name, "what": type(body).__name__})


def require_deed(person: Person, deed: Deed) -> None:
    """Raises `Refused` when none of this person's roles allows a deed."""
    if not may(person, deed):
        raise Refused("not_allowed", {"name": person.name, "what": deed.value})


def require_command(person: Person, command: str) -> None:
    """Raises `Refused` when none of this person's roles allows a command."""
    require_deed(person, COMMANDS.get(command, Deed.SETTINGS))
