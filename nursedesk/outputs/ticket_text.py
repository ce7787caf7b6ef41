"""A charge ticket for people at a terminal: what was given, what is charged and why, what was found."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Severity
from nursedesk.outputs import formats
from nursedesk.outputs.words import finding_text, label, why_text
from nursedesk.record.encounter import Access, Administration, Encounter, Purpose, Route, Setting
from nursedesk.record.intervals import running_minutes

WIDTH = 100
"""Columns; only a long drug name goes beyond."""

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
        *_charges(ticket, rulebook),
        *_findings(ticket),
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
    rows = [_given_row(a, accesses, rulebook, zone, visit) for a in encounter.administrations]
    return ["", "Given", *columns(rows, right=(4,))]


def _given_row(
    given: Administration, accesses: dict[str, Access], rulebook: Rulebook, zone: tzinfo, visit: date | None
) -> tuple[str, ...]:
    drug = rulebook.drugs.get(given.drug.strip().lower())
    name = drug.display if drug else formats.written(given.drug)
    how = ", ".join(x for x in (ROUTES[given.route], PURPOSES.get(given.purpose)) if x)
    access = accesses.get(given.access or "")
    where = formats.written(given.access) if access is None else formats.one_line(_access(access))
    times = "; ".join(_stretch(s.start, s.stop, zone, visit) for s in given.segments) or formats.NOT_RECORDED
    return (f"{name} {formats.amount(given.dose)}".strip(), how, where, times, f"{running_minutes(given)} min")


def _access(access: Access) -> str:
    return " ".join(x for x in (access.id, access.device.value.replace("_", " "), access.site) if x)


def _stretch(start: datetime | None, stop: datetime | None, zone: tzinfo, visit: date | None) -> str:
    if start is not None and start == stop:
        return formats.clock_on(start, zone, visit)
    began, ended = (
        "not recorded" if time is None else formats.clock_on(time, zone, visit) for time in (start, stop)
    )
    return f"{began} - {ended}"


def _charges(ticket: ChargeTicket, rulebook: Rulebook) -> list[str]:
    if not ticket.lines:
        return ["", "Charges", "  none"]
    rows = [_charge_row(line, rulebook) for line in ticket.lines]
    text = ["", "Charges"]
    for line, row in zip(ticket.lines, columns(rows, right=(1, 4)), strict=True):
        text.append(row)
        for why in line.why:
            text.extend(_wrapped(f"{why_text(why)} ({why.rule})", indent=10))
    return text


def _charge_row(line: ChargeLine, rulebook: Rulebook) -> tuple[str, ...]:
    minutes = "" if line.minutes is None else f"{line.minutes} min"
    return (line.code, f"x {line.units}", " ".join(line.modifiers), label(line.code, rulebook), minutes)


def _findings(ticket: ChargeTicket) -> list[str]:
    text = []
    for severity, heading in SEVERITIES.items():
        here = [finding for finding in ticket.findings if finding.severity is severity]
        if here:
            text += ["", heading]
        for finding in here:
            text.extend(_wrapped(f"{finding_text(finding)} ({finding.rule}, {finding.code})", indent=2))
    return text or ["", "Nothing found."]


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
