"""The two boxes under the charges: what a biller must see, and how every time that was not pressed is known."""

from collections.abc import Mapping
from typing import Any

from nursedesk.outputs.formats import day, local_day, one_line, person, written
from nursedesk.outputs.paper.given import PURPOSES, STOPPED, UNCHARGED, Showing
from nursedesk.outputs.paper.model import Entry, Para, Run, Weight, plain
from nursedesk.record.encounter import Administration, Encounter, Label, LineState, StopReason, TimeNote

_HEADS: Mapping[str, str] = {
    "family-payer-variable": "Payer varies",
    "differs-from-cpt": "Differs from cpt",
    "second-initial": "Second initial",
    "crosses-midnight": "Over midnight",
    "add-on-boundary": "Near a boundary",
    "calculated-stop": "Calculated stop",
    "missing-stop": "Stop missing",
    "no-diagnosis": "No diagnosis",
    "code-ended": "Code ended",
    "charting-incomplete": "Charting",
}
_SEVERITIES: Mapping[str, str] = {"block": "Must be resolved", "warn": "Check", "info": "Note"}
# Said elsewhere on the page: what was given and not charged, and the late entries of the Times box.
_ELSEWHERE = frozenset({"bundled", "late-entry"})
_MOMENTS: Mapping[str, str] = {
    "Started": "start",
    "Paused": "pause",
    "Resumed": "resume",
    "Stopped": "stop",
    "Pushed": "given",
}


def biller_entries(encounter: Encounter, ticket: Mapping[str, Any], showing: Showing) -> tuple[Entry, ...]:
    """Findings by severity, the profile when it is not the usual one, what was not charged, reactions, notes."""
    entries = [*_profile(ticket), *_findings(ticket), *_not_charged(encounter, ticket, showing)]
    entries += _ends(encounter, showing)
    entries += [Entry("Note", (plain(written(note)),)) for note in encounter.notes]
    return tuple(entries) or (Entry("Nothing", (plain("No finding, and nothing given without a charge."),)),)


def _profile(ticket: Mapping[str, Any]) -> list[Entry]:
    name = ticket.get("profile", {}).get("name", "cpt")
    if name == "cpt":
        return []
    return [Entry("Profile", (plain(f"Coded by the profile “{written(name)}”, not by cpt."),))]


def _findings(ticket: Mapping[str, Any]) -> list[Entry]:
    shown = [found for found in ticket.get("findings", ()) if found["code"] not in _ELSEWHERE]
    order = list(_SEVERITIES)
    shown.sort(key=lambda found: order.index(found["severity"]))
    return [_finding(found) for found in shown]


def _finding(found: Mapping[str, Any]) -> Entry:
    head = _SEVERITIES["block"] if found["severity"] == "block" else _HEADS.get(found["code"])
    parts = [one_line(found["text"]), one_line(found.get("rule") or "")]
    return Entry(head or _SEVERITIES[found["severity"]], (plain(" · ".join(part for part in parts if part)),))


def _not_charged(encounter: Encounter, ticket: Mapping[str, Any], showing: Showing) -> list[Entry]:
    """Every drug or fluid that no administration line names, with the reason the ticket gives."""
    charged = {
        one for line in ticket.get("lines", ()) if line["system"] != "HCPCS" for one in line["administrations"]
    }
    charged |= {one for line in ticket.get("lines", ()) if _is_service(line) for one in line["administrations"]}
    left = [one for one in encounter.administrations if one.id not in charged]
    return [Entry("Not charged", (plain(f"{showing.drug(one)}{_reason(one, ticket)}"),)) for one in left]


def _is_service(line: Mapping[str, Any]) -> bool:
    """HCPCS codes that are an administration and not a drug."""
    return line["code"] in ("G0498", "C8957")


def _reason(one: Administration, ticket: Mapping[str, Any]) -> str:
    if one.purpose in UNCHARGED:
        return f", {PURPOSES[one.purpose]} · {'R1.7' if one.purpose.value == 'integral' else 'R1.6'}"
    if one.state is LineState.PREPARED:
        return ": prepared, not started"
    for found in ticket.get("findings", ()):
        if one.id in found.get("administrations", ()):
            return f": {one_line(found['text'])} · {one_line(found.get('rule') or '')}".rstrip(" ·")
    return ": no administration line"


def _ends(encounter: Encounter, showing: Showing) -> list[Entry]:
    """Lines that did not end as planned, and how the patient took the others when it was charted."""
    entries = []
    for one in encounter.administrations:
        how = [STOPPED[one.stop_reason]] if one.stop_reason in STOPPED else []
        said = how + ([one_line(one.response)] if one.response else [])
        head = "Reaction" if one.stop_reason is StopReason.REACTION else "Stopped" if how else "Response"
        if said:
            entries.append(Entry(head, (plain(f"{showing.drug(one)}: {'; '.join(said)}"),)))
    return entries


def time_entries(encounter: Encounter, showing: Showing) -> tuple[Entry, ...]:
    """A line for every time that was typed late, corrected or calculated, the original struck through."""
    entries = [Entry(note.label.value, (_time_note(note, encounter, showing),)) for note in encounter.time_notes]
    entries += [
        Entry("Two presses", (plain(_clash(clash.kind, clash.line, encounter, showing)),))
        for clash in encounter.conflicts
    ]
    if not encounter.time_notes:
        given = any(segment.start for one in encounter.administrations for segment in one.segments)
        how = "observed: pressed when it happened" if given else "none charted"
        entries.append(Entry("All times", (plain(how),)))
    elif not any(note.label is Label.CALCULATED for note in encounter.time_notes):
        entries.append(Entry("CALCULATED", (plain("None"),)))
    return tuple(entries)


def _time_note(note: TimeNote, encounter: Encounter, showing: Showing) -> Para:
    what = f"{_drug_of_line(note.line, encounter, showing)} {_MOMENTS.get(note.what, note.what.lower())} "
    runs = [Run(what)]
    if note.was is not None:
        runs += [Run(showing.clock(note.was), struck=True), Run(" ")]
    runs.append(Run(showing.clock(note.now), Weight.STRONG))
    runs.append(Run(f" · {person(showing.people, note.by)}, charted {_charted(note, showing)}"))
    runs.append(Run(f" · {one_line(note.reason)}" if note.reason else " · reason not recorded"))
    return tuple(runs)


def _charted(note: TimeNote, showing: Showing) -> str:
    when = local_day(note.recorded, showing.zone)
    far = showing.visit is not None and when.year != showing.visit.year
    return f"{day(when)} {showing.clock(note.recorded)[-5:]}" if far else showing.clock(note.recorded)


def _drug_of_line(line: str | None, encounter: Encounter, showing: Showing) -> str:
    drugs = [showing.drug(one) for one in encounter.administrations if line is not None and one.line == line]
    return " + ".join(drugs) or "visit"


def _clash(kind: str, line: str | None, encounter: Encounter, showing: Showing) -> str:
    what = _MOMENTS.get(kind, kind.lower())
    return f"{_drug_of_line(line, encounter, showing)}: a second {what} was charted; the earliest counts"
