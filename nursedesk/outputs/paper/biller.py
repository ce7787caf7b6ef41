"""The two boxes under the charges: what a biller must see, and how every time that was not pressed is known."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from nursedesk.coding.keys import FindingCode
from nursedesk.outputs.formats import local_day, one_line
from nursedesk.outputs.languages import Say
from nursedesk.outputs.paper.given import PURPOSES, STOPPED, UNCHARGED, Showing
from nursedesk.outputs.paper.model import Entry, Para, Run, Weight, plain
from nursedesk.outputs.ticket_lines import is_drug
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
_EXPLAINS = frozenset(
    {
        *(FindingCode.NOT_CODABLE, FindingCode.STOP_BEFORE_START, FindingCode.HOLD_MISSING_STOP),
        *(FindingCode.MISSING_STOP, FindingCode.SAME_DRUG_SHORT_DOSE, FindingCode.CONCURRENT_UNREPORTED),
        *(FindingCode.CONCURRENT_CHEMOTHERAPY, FindingCode.SAME_DRUG_PUSH_UNCODED, FindingCode.SECOND_SC_INFUSION),
        *(FindingCode.HYDRATION_UNDER_31_MINUTES, FindingCode.HYDRATION_OVERLAPS_DRUG, FindingCode.BUNDLED),
        *(FindingCode.ACCESS_NOT_CHARTED, FindingCode.INPATIENT_CPT),
    }
)
"""Findings that say why something was given and not charged."""
ALL_TIMES = "All times"
_MOMENTS: Mapping[str, str] = {
    "Started": "start",
    "Paused": "pause",
    "Resumed": "resume",
    "Stopped": "stop",
    "Pushed": "given",
}


def biller_entries(encounter: Encounter, ticket: Mapping[str, Any], showing: Showing) -> tuple[Entry, ...]:
    """Findings by severity, the profile when it is not the usual one, what was not charged, reactions, notes."""
    say = showing.say
    entries = [*_profile(ticket, say), *_findings(ticket, say), *_not_charged(encounter, ticket, showing)]
    entries += _added(encounter, showing) + _ends(encounter, showing)
    entries += [Entry(say("Note"), (plain(showing.written(note)),)) for note in encounter.notes]
    nothing = plain(say("No finding, and nothing given without a charge."))
    return _once(entries, say) or (Entry(say("Nothing"), (nothing,)),)


def _once(entries: Iterable[Entry], say: Say) -> tuple[Entry, ...]:
    """What is said of many bags in the same words is said once, with how often."""
    counts = Counter(entries)
    times = say("{count} times")
    return tuple(
        entry if count == 1 else Entry(entry.head, (plain(f"{_said(entry)} · {times.format(count=count)}"),))
        for entry, count in counts.items()
    )


def _said(entry: Entry) -> str:
    return " ".join(run.text for paragraph in entry.body for run in paragraph)


def _profile(ticket: Mapping[str, Any], say: Say) -> list[Entry]:
    name = ticket.get("profile", {}).get("name", "cpt")
    if name == "cpt":
        return []
    said = say("Coded by the profile “{name}”, not by cpt.").format(name=one_line(name))
    return [Entry(say("Profile"), (plain(said),))]


def _findings(ticket: Mapping[str, Any], say: Say) -> list[Entry]:
    shown = [found for found in ticket.get("findings", ()) if found["code"] not in _ELSEWHERE]
    order = list(_SEVERITIES)
    shown.sort(key=lambda found: order.index(found["severity"]))
    return [_finding(found, say) for found in shown]


def _finding(found: Mapping[str, Any], say: Say) -> Entry:
    usual = _SEVERITIES[found["severity"]]
    head = usual if found["severity"] == "block" else _HEADS.get(found["code"], usual)
    parts = [one_line(found["text"]), one_line(found.get("rule") or "")]
    return Entry(say(head), (plain(" · ".join(part for part in parts if part)),))


def _not_charged(encounter: Encounter, ticket: Mapping[str, Any], showing: Showing) -> list[Entry]:
    """Every drug or fluid that no administration line names, with the reason the ticket gives."""
    charged = {one for line in ticket.get("lines", ()) if not is_drug(line) for one in line["administrations"]}
    left = [one for one in encounter.administrations if one.id not in charged]
    say = showing.say
    return [Entry(say("Not charged"), (plain(f"{showing.drug(one)}{_reason(one, ticket, say)}"),)) for one in left]


def _reason(one: Administration, ticket: Mapping[str, Any], say: Say) -> str:
    if one.purpose in UNCHARGED:
        return f", {say(PURPOSES[one.purpose])} · {'R1.7' if one.purpose.value == 'integral' else 'R1.6'}"
    if one.state is LineState.PREPARED:
        return f": {say('prepared, not started')}"
    for found in ticket.get("findings", ()):
        if one.id in found.get("administrations", ()) and found["code"] in _EXPLAINS:
            return f": {one_line(found['text'])} · {one_line(found.get('rule') or '')}".rstrip(" ·")
    return f": {say('no administration line')}"


def _added(encounter: Encounter, showing: Showing) -> list[Entry]:
    """Modifiers that a person wants, each with the reason given for it."""
    asked = [(showing.drug(one), added) for one in encounter.administrations for added in one.modifiers]
    asked += [(visit.code, added) for visit in encounter.evaluation_and_management for added in visit.modifiers]
    said = showing.say("{code} on {what}, added by a person")
    return [
        Entry(
            showing.say("Modifier"),
            (plain(f"{said.format(code=one_line(added.code), what=what)} · {one_line(added.reason)}"),),
        )
        for what, added in asked
    ]


def _ends(encounter: Encounter, showing: Showing) -> list[Entry]:
    """Lines that did not end as planned, and how the patient took the others when it was charted."""
    say = showing.say
    ends: dict[tuple[str, str], list[str]] = {}
    for one in encounter.administrations:
        how = [say(STOPPED[one.stop_reason])] if one.stop_reason in STOPPED else []
        said = how + ([one_line(one.response)] if one.response else [])
        ended = say("Stopped") if how else say("Response")
        head = say("Reaction") if one.stop_reason is StopReason.REACTION else ended
        if said:
            ends.setdefault((head, "; ".join(said)), []).append(showing.drug(one))
    # Drugs of which the same is said share a line.
    return [
        Entry(head, (plain(f"{', '.join(dict.fromkeys(drugs))}: {said}"),)) for (head, said), drugs in ends.items()
    ]


def time_entries(encounter: Encounter, showing: Showing) -> tuple[Entry, ...]:
    """A line for every time that was typed late, corrected or calculated, the original struck through."""
    say = showing.say
    notes = encounter.time_notes
    entries = [Entry(say(note.label.value), (_time_note(note, encounter, showing),)) for note in notes]
    entries += [
        Entry(say("Two presses"), (plain(_clash(clash.kind, clash.line, encounter, showing)),))
        for clash in encounter.conflicts
    ]
    entries += [Entry(say("Clock checked"), (plain(said),)) for said in _confirmed(encounter, showing)]
    if not encounter.time_notes:
        given = any(segment.start for one in encounter.administrations for segment in one.segments)
        how = say("observed: pressed when it happened") if given else say("none charted")
        entries.append(Entry(say(ALL_TIMES), (plain(how),)))
    elif not any(note.label is Label.CALCULATED for note in encounter.time_notes):
        entries.append(Entry(say("CALCULATED"), (plain(say("None")),)))
    return tuple(entries)


def _time_note(note: TimeNote, encounter: Encounter, showing: Showing) -> Para:
    say = showing.say
    moment = say(_MOMENTS[note.what]) if note.what in _MOMENTS else note.what.lower()
    what = f"{_drug_of_line(note.line, encounter, showing)} {moment} "
    runs = [Run(what)]
    if note.was is not None:
        runs += [Run(showing.clock(note.was), struck=True), Run(" ")]
    runs.append(Run(showing.clock(note.now), Weight.STRONG))
    if note.label is Label.CLOCK_SUSPECT:
        doubt = say("the station's clock was then set by {step}; nobody has confirmed the time")
        runs.append(Run(f" · {doubt.format(step=_step(note.step_ms or 0))}"))
        return tuple(runs)
    charted = say("{who}, charted {when}").format(who=showing.person(note.by), when=_charted(note, showing))
    runs.append(Run(f" · {charted}"))
    runs.append(Run(f" · {one_line(note.reason) if note.reason else say('reason not recorded')}"))
    return tuple(runs)


def _confirmed(encounter: Encounter, showing: Showing) -> Iterable[str]:
    """Lines whose times stand although the clock was set while they were up, and who says so."""
    said = showing.say("{drug}: the clock was set by {step}; {who} confirmed the times {when}")
    for doubt in encounter.clock_doubts:
        if doubt.confirmed is not None:
            drug = _drug_of_line(doubt.line, encounter, showing)
            who, when = showing.person(doubt.confirmed_by), showing.clock(doubt.confirmed)
            why = f" · {one_line(doubt.reason)}" if doubt.reason else ""
            yield said.format(drug=drug, step=_step(doubt.step_ms), who=who, when=when) + why


def _step(milliseconds: int) -> str:
    """`+2 min 10 s`: how far a clock was set."""
    minutes, seconds = divmod(round(abs(milliseconds) / 1000), 60)
    parts = ([f"{minutes} min"] if minutes else []) + ([f"{seconds} s"] if seconds or not minutes else [])
    return ("−" if milliseconds < 0 else "+") + " ".join(parts)


def _charted(note: TimeNote, showing: Showing) -> str:
    when = local_day(note.recorded, showing.zone)
    far = showing.visit is not None and when.year != showing.visit.year
    return f"{showing.day(when)} {showing.clock(note.recorded)[-5:]}" if far else showing.clock(note.recorded)


def _drug_of_line(line: str | None, encounter: Encounter, showing: Showing) -> str:
    drugs = [showing.drug(one) for one in encounter.administrations if line is not None and one.line == line]
    return " + ".join(drugs) or showing.say("visit")


def _clash(kind: str, line: str | None, encounter: Encounter, showing: Showing) -> str:
    what = showing.say(_MOMENTS[kind]) if kind in _MOMENTS else kind.lower()
    said = showing.say("{drug}: a second {what} was charted; the earliest counts")
    return said.format(drug=_drug_of_line(line, encounter, showing), what=what)
