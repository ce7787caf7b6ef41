"""A charge ticket for people at a terminal: what was given, what is charged and why, what was found."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Severity, System
from nursedesk.outputs import formats
from nursedesk.outputs.words import finding_text, label, why_text
from nursedesk.record.encounter import Access, Administration, Encounter, Purpose, Route, Segment, Setting
from nursedesk.record.intervals import running_minutes

WIDTH = 100
"""Columns; only a long drug name goes beyond."""

Labels = Mapping[datetime, str]
"""How some of an administration's times are known."""

SETTINGS = {
    Setting.OUTPATIENT_FACILITY: "outpatient facility",
    Setting.OFFICE: "office",
    Setting.INPATIENT: "inpatient",
}
ROUTES = {
    Route.IV_INFUSION: "IV infusion",
    Route.IV_PUSH: "IV push",
    Route.IM: "into muscle",
    Route.SC: "under the skin",
    Route.SC_INFUSION: "SC infusion",
    Route.ON_BODY_INJECTOR: "on-body injector",
    Route.PUMP: "pump",
    Route.PORT_FLUSH: "port flush",
    Route.ORAL: "by mouth",
}
PURPOSES = {
    Purpose.HYDRATION: "hydration",
    Purpose.CARRIER: "carrier",
    Purpose.FLUSH: "flush",
    Purpose.KEEP_OPEN: "keep open",
    Purpose.INTEGRAL: "part of a procedure",
}
SEVERITIES = {Severity.BLOCK: "Blocks signing", Severity.WARN: "To check", Severity.INFO: "To know"}


def ticket_text(ticket: ChargeTicket, encounter: Encounter, rulebook: Rulebook) -> str:
    """The ticket as lines of text of about 100 columns."""
    parts = [
        *_head(ticket, encounter),
        *given_lines(encounter, rulebook),
        *_charges(ticket, encounter, rulebook),
        *_findings(ticket, encounter, rulebook),
        "",
        "Code numbers only; labels are ours. CPT is a registered trademark of the American Medical Association.",
    ]
    return "\n".join(parts)


def _head(ticket: ChargeTicket, encounter: Encounter) -> list[str]:
    days = sorted({line.date for line in ticket.lines if line.date is not None})
    served = f", {formats.day(days[0])}" if days else ""
    return [
        f"Charge ticket for encounter {formats.one_line(encounter.id)}{served}",
        f"{SETTINGS[encounter.setting]}, times in {encounter.time_zone}, profile {ticket.profile}, "
        f"rule book {ticket.rules_digest[:16]}",
    ]


def given_lines(encounter: Encounter, rulebook: Rulebook) -> list[str]:
    """A heading and a line for each administration: drug and dose, how, where, when, minutes."""
    if not encounter.administrations:
        return ["", "Given", "  nothing"]
    zone = ZoneInfo(encounter.time_zone)
    accesses = {access.id: access for access in encounter.accesses}
    starts = [s.start for a in encounter.administrations for s in a.segments if s.start is not None]
    visit = formats.local_day(min(starts), zone) if starts else None
    rows = [
        _given_row(a, accesses, rulebook, zone, visit, _labels_of(a, encounter)) for a in encounter.administrations
    ]
    return ["", "Given", *columns(rows, right=(4,))]


def _given_row(
    given: Administration,
    accesses: dict[str, Access],
    rulebook: Rulebook,
    zone: tzinfo,
    visit: date | None,
    labels: Labels,
) -> tuple[str, ...]:
    name = _drug(given, rulebook)
    how = ", ".join(x for x in (ROUTES[given.route], PURPOSES.get(given.purpose)) if x)
    access = accesses.get(given.access or "")
    where = formats.written(given.access) if access is None else formats.one_line(_access(access))
    times = "; ".join(_stretch(s, zone, visit, labels) for s in given.segments) or formats.NOT_RECORDED
    return (f"{name} {formats.amount(given.dose)}".strip(), how, where, times, f"{running_minutes(given)} min")


def _drug(given: Administration, rulebook: Rulebook) -> str:
    drug = rulebook.drugs.get(given.drug.strip().lower())
    return drug.display if drug else formats.written(given.drug)


def _access(access: Access) -> str:
    return " ".join(x for x in (access.id, access.device.value.replace("_", " "), access.site) if x)


def _stretch(stretch: Segment, zone: tzinfo, visit: date | None, labels: Labels) -> str:
    """`09:05 - 10:20 late entry`: how a time is known is behind it, unless it was pressed as it happened."""
    if stretch.start is not None and stretch.start == stretch.stop:
        return _time(stretch.start, zone, visit, labels)
    return f"{_time(stretch.start, zone, visit, labels)} - {_time(stretch.stop, zone, visit, labels)}"


def _time(time: datetime | None, zone: tzinfo, visit: date | None, labels: Labels) -> str:
    if time is None:
        return "not recorded"
    return f"{formats.clock_on(time, zone, visit)} {labels.get(time, '')}".rstrip()


def _labels_of(given: Administration, encounter: Encounter) -> Labels:
    notes = (note for note in encounter.time_notes if note.line and note.line == given.line)
    return {note.now: note.label.value.lower() for note in notes}


def _charges(ticket: ChargeTicket, encounter: Encounter, rulebook: Rulebook) -> list[str]:
    if not ticket.lines:
        return ["", "Charges", "  none"]
    rows = [_charge_row(line, rulebook) for line in ticket.lines]
    names = {a.id: _drug(a, rulebook) for a in encounter.administrations}
    text = ["", "Charges"]
    for line, row in zip(ticket.lines, columns(rows, right=(1, 4)), strict=True):
        text.append(row)
        if line.system is not System.HCPCS or line.code in rulebook.codes:
            of = ", ".join(dict.fromkeys(names.get(i, i) for i in line.administrations))
            text.extend(_wrapped(f"for {of}", indent=10) if of else ())
        for why in line.why:
            text.extend(_wrapped(f"{why_text(why)} ({why.rule})", indent=10))
    return text


def _charge_row(line: ChargeLine, rulebook: Rulebook) -> tuple[str, ...]:
    minutes = "" if line.minutes is None else f"{line.minutes} min"
    return (line.code, f"x {line.units}", " ".join(line.modifiers), label(line.code, rulebook), minutes)


def _findings(ticket: ChargeTicket, encounter: Encounter, rulebook: Rulebook) -> list[str]:
    names = {a.id: _drug(a, rulebook) for a in encounter.administrations}
    text = []
    for severity, heading in SEVERITIES.items():
        here = [finding for finding in ticket.findings if finding.severity is severity]
        if here:
            text += ["", heading]
        for finding in here:
            said = f"{_about(finding, names)} ({finding.rule}, {finding.code})"
            text.extend(_wrapped(said, indent=2))
    return text or ["", "Nothing found."]


def _about(finding: Finding, names: Mapping[str, str]) -> str:
    """Its sentence, and before it what it is about where the sentence names neither drug nor code."""
    said = finding_text(finding)
    if "drug" in finding.params or "code" in finding.params:
        return said
    of = finding.lines or tuple(dict.fromkeys(names.get(i, i) for i in finding.administrations))
    return f"{', '.join(of)}: {said}" if of else said


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def columns(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Rows as aligned lines, two spaces in and two between; columns empty in every row take no room."""
    flush = set(right)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  "
        + "  ".join(
            cell.rjust(width) if i in flush else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
            if width
        ).rstrip()
        for row in rows
    ]
