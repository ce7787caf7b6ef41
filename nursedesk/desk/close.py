"""Close a visit: what is missing, the ticket, the signature; and reopen it."""

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeTicket, Finding, Severity
from nursedesk.desk.daybook import PRESSED, Daybook, Told
from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.refusal import Refused
from nursedesk.desk.second_sign import wanted
from nursedesk.desk.site_rules import asked, needed
from nursedesk.desk.suite import SuiteFacts
from nursedesk.outputs.ticket_json import canonical_json
from nursedesk.record.effective import effective
from nursedesk.record.encounter import Administration, Encounter, Family, LineState, Purpose, Route, Status
from nursedesk.record.events import (
    Body,
    ChairFreed,
    Closed,
    EncounterId,
    Paused,
    Prepared,
    PrintConfirmed,
    Printed,
    Pushed,
    Reopened,
    Resumed,
    Signed,
    Started,
    Stopped,
)

UNSIGNABLE = frozenset({"no-order", "no-dose", "clock-suspect"})
"""Findings that only warn, and without which nothing is signed: the desk's own list (R9.4)."""

MEANING = "I was responsible for this care and the times are true to the best of my knowledge."
MEANINGS = {
    "": MEANING,
    "late": "I was responsible for this care. I attest its times after the day, from the record as it stands.",
    "other": "Others charted this care. I attest from the record that it was given as charted.",
    "late other": "Others charted this care. After the day I attest from the record that it was given as charted.",
}
"""What a signature means, by what kind of attestation it is (`attestation`)."""

TOLD = frozenset({"no-diagnosis", "waste-missing"})
"""Findings that a charge lacks something by: listed before the signature, which they never block."""

_CARE = (Prepared, Started, Paused, Resumed, Stopped, Pushed)
_ANSWERED = frozenset({Purpose.TREATMENT, Purpose.PROPHYLAXIS, Purpose.DIAGNOSTIC})


class Lack(StrEnum):
    """What is missing before a visit can be closed."""

    PRESS = "press"
    """A press at the locked station that nobody has claimed or discarded."""
    STILL_UP = "still_up"
    """A line runs, is paused, or was prepared and never started."""
    FINDING = "finding"
    RESPONSE = "response"
    """How the patient took it is not recorded; the charting policy asks for it (R13)."""


@dataclass(frozen=True, slots=True)
class Missing:
    lack: Lack
    blocks: bool
    administrations: tuple[str, ...]
    finding: Finding | None = None


def draft(encounter: Encounter, rulebook: Rulebook) -> ChargeTicket:
    """The ticket as the record stands: lines still up count for what they have closed."""
    return code(encounter, rulebook)


def nothing_given(encounter: Encounter) -> bool:
    """Whether there is nothing to sign for: no drug, no press without a name, no version signed before."""
    return not (encounter.administrations or encounter.presses or encounter.version)


def missing(encounter: Encounter, ticket: ChargeTicket, facts: SuiteFacts) -> tuple[Missing, ...]:
    """What blocks signing first, then what the charting policy asks for."""
    wants = needed(facts)
    up = [Missing(Lack.STILL_UP, True, (one.id,)) for one in open_lines(encounter) if not _goes_home(one)]
    named = {one.administrations[0] for one in up}
    stops = [
        Missing(Lack.FINDING, True, finding.administrations, finding)
        for finding in ticket.findings
        if (_blocks(finding) or _lacks(finding, wants)) and not named & set(finding.administrations)
    ]
    silent = [one.id for one in encounter.administrations if "response" in asked(facts) and _unanswered(one)]
    answers = [Missing(Lack.RESPONSE, "response" in wants, tuple(silent))] if silent else []
    told = [
        Missing(Lack.FINDING, False, finding.administrations, finding)
        for finding in ticket.findings
        if finding.code in TOLD and not named & set(finding.administrations)
    ]
    return (*_unnamed(encounter), *up, *stops, *answers, *told)


def _goes_home(one: Administration) -> bool:
    """A pump that was connected runs on at home; it is complete without a stop (R9.1)."""
    return one.route is Route.PUMP and one.state is LineState.RUNNING


def _unnamed(encounter: Encounter) -> tuple[Missing, ...]:
    """Presses without a name, one for each line."""
    lines = dict.fromkeys(press.line for press in encounter.presses)
    return tuple(
        Missing(Lack.PRESS, True, tuple(one.id for one in encounter.administrations if one.line == line))
        for line in lines
    )


def _blocks(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK or finding.code in UNSIGNABLE


def _lacks(finding: Finding, wants: tuple[str, ...]) -> bool:
    """Whether something the site needs is not charted; a response has a row of its own."""
    lacks = str(finding.params.get("missing", "")).split("+") if finding.code == "charting-incomplete" else []
    return bool(set(lacks) & set(wants) - {"response"})


def _unanswered(one: Administration) -> bool:
    given = one.state in (LineState.STOPPED, LineState.GIVEN)
    return given and one.response is None and one.purpose in _ANSWERED and one.family is not Family.HYDRATION


def next_ticket_number(daybook: Daybook) -> str:
    """`A-261124-007`: station, date of closing, count of the day."""
    day = daybook.clock().astimezone(daybook.zone)
    stem = f"{daybook.station}-{day:%y%m%d}-"
    counts = [int(name[len(stem) :]) for name in daybook.names if name.startswith(stem)]
    return f"{stem}{max(counts, default=0) + 1:03}"


def sign(daybook: Daybook, encounter: Encounter, rulebook: Rulebook) -> str:
    """Close the visit if it is open and sign its ticket; returns the ticket's number.

    Raises `Refused` when something still blocks. The whole ticket goes under the signature.
    """
    ticket = draft(encounter, rulebook)
    facts = daybook.suite.facts
    unsigned = facts.second_blocks and wanted(daybook, encounter, facts, rulebook.drugs)
    if unsigned or any(one.blocks for one in missing(encounter, ticket, facts)):
        raise Refused("cannot_sign")
    number = encounter.ticket_number or next_ticket_number(daybook)
    kind = attestation(daybook, encounter)
    signed = Signed(
        ticket_number=number,
        version=encounter.version + 1,
        ticket=canonical_json(ticket, rulebook),
        rules_digest=rulebook.digest,
        meaning=MEANINGS[kind],
        attestation=kind or None,
    )
    daybook.names.add(number)
    daybook.write(EncounterId(encounter.id), *_closing(encounter, number), signed)
    return number


def attestation(daybook: Daybook, encounter: Encounter) -> str:
    """Why a signature now would be an attestation: `late` after the day, `other` by who charted nothing; or empty.

    There is no late signature: it is dated when it is given, and says that it came after the day.
    """
    zone = ZoneInfo(encounter.time_zone)
    stops = [part.stop or part.start for one in encounter.administrations for part in one.segments]
    last = max((time for time in stops if time is not None), default=encounter.opened)
    late = last is not None and daybook.clock().astimezone(zone).date() > last.astimezone(zone).date()
    other = daybook.session.person.id not in charted_by(daybook, encounter)
    return " ".join(word for word, so in (("late", late), ("other", other)) if so)


def charted_by(daybook: Daybook, encounter: Encounter) -> frozenset[str]:
    """Who hung, started, paused, stopped or pushed what counts; the visit's nurse when nothing was given."""
    found = effective(daybook.events(EncounterId(encounter.id)))
    people = {one.actor for one in found if isinstance(one.body, _CARE)}
    return frozenset(people or {encounter.nurse or ""})


def close_unsigned(daybook: Daybook, encounter: Encounter, told: Told = PRESSED) -> str:
    """Close a visit whose ticket a person signs later; returns the ticket's number."""
    number = encounter.ticket_number or next_ticket_number(daybook)
    daybook.names.add(number)
    daybook.write(EncounterId(encounter.id), *_closing(encounter, number), told=told)
    return number


def _closing(encounter: Encounter, number: str) -> tuple[Body, ...]:
    closed: tuple[Body, ...] = (Closed(number),) if encounter.status is Status.OPEN else ()
    return closed if encounter.freed else (*closed, ChairFreed())


def reopen(daybook: Daybook, encounter: Encounter, reason: str) -> None:
    """Take up a closed visit again. Its signed ticket stands; the next signature is a new version."""
    if encounter.status is Status.OPEN:
        return
    if not reason.strip():
        raise Refused("reason_needed")
    daybook.write(EncounterId(encounter.id), Reopened(), told=Told(reason=reason.strip()))


def came_out(daybook: Daybook, encounter: Encounter) -> None:
    """A person saw the paper in the tray."""
    confirmed = PrintConfirmed(encounter.ticket_number or "", encounter.version)
    daybook.write(EncounterId(encounter.id), confirmed)


def printed(daybook: Daybook, encounter: Encounter, printer: str) -> int:
    """Note that the ticket went to a printer, or to a file (`PDF`); returns which copy it was."""
    copy = encounter.copies + 1
    number = encounter.ticket_number or ""
    daybook.write(EncounterId(encounter.id), Printed(number, encounter.version, copy, printer))
    return copy
