"""The notices of a visit: what came on screen and when, and what was done about it afterwards."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nursedesk.record import events as ev
from nursedesk.record.encounter import Encounter
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.event_words import said
from nursedesk.ui.encounter.line_names import LineNames, line_names
from nursedesk.watch.look import Kind

translate = QCoreApplication.translate

_ANSWERS: dict[Kind, tuple[type, ...]] = {
    Kind.NO_DOSE: (ev.DoseCharted,),
    Kind.NO_ORDER: (ev.OrderCharted,),
    Kind.NO_ACCESS: (ev.AccessPlaced, ev.AccessChanged),
    Kind.RATE_STEP: (ev.RateChanged,),
    Kind.OVERLAP: (ev.Corrected, ev.Stopped),
}
_TIMES = (ev.Stopped, ev.Paused)
"""What answers every other notice: the line came down, or was paused."""


def notice_log(
    encounter: Encounter, events: Sequence[ev.Event], context: EncounterContext
) -> tuple[EventRow, ...]:
    """A row for each notice shown, newest first."""
    names = line_names(encounter, events, context)
    rows = [
        _row(event, event.body, events, names, context)
        for event in events
        if isinstance(event.body, ev.NoticeShown)
    ]
    return tuple(sorted(rows, key=lambda row: (row.at, row.event_id), reverse=True))


def _row(
    event: ev.Event,
    shown: ev.NoticeShown,
    events: Sequence[ev.Event],
    names: LineNames,
    context: EncounterContext,
) -> EventRow:
    header = event.header
    done = _done(event, shown, events, names, context)
    return EventRow(
        event_id=header.event_id,
        at=header.occurred,
        time=words.clock_time(header.occurred, context.zone),
        was="",
        verb=shown.said or shown.notice,
        subject=names.of(shown.line).drug if shown.line else "",
        label=None,
        second=done or translate("Notices", "nothing recorded about it"),
        who=context.person(header.actor),
        editable=False,
        voided=False,
        line=shown.line,
    )


def _done(
    event: ev.Event,
    shown: ev.NoticeShown,
    events: Sequence[ev.Event],
    names: LineNames,
    context: EncounterContext,
) -> str:
    """`dismissed 14:05 · J. Doe RN`, `Stopped inFLIXimab 14:12 · M. Ruiz RN`; the first thing after it."""
    later = [one for one in events if one.header.recorded > event.header.recorded]
    for one in sorted(later, key=lambda found: (found.header.recorded, found.header.event_id)):
        what = _answer(one, shown, events, names, context)
        if what:
            at = words.clock_time(one.header.occurred, context.zone)
            return f"{what} {at} · {context.person(one.header.actor)}"
    return ""


def _answer(
    one: ev.Event,
    shown: ev.NoticeShown,
    events: Sequence[ev.Event],
    names: LineNames,
    context: EncounterContext,
) -> str:
    body = one.body
    if isinstance(body, ev.NoticeDismissed):
        mine = (body.notice, body.line) == (shown.notice, shown.line)
        return translate("Notices", "dismissed") if mine else ""
    kind = next((known for known in Kind if known.value == shown.notice), None)
    wanted = _ANSWERS.get(kind, _TIMES) if kind is not None else _TIMES
    if not isinstance(body, wanted) or not _about(body, shown, events, names):
        return ""
    if isinstance(body, ev.Corrected):
        return translate("Notices", "corrected")
    told = said(one, names, context)
    return f"{told.verb} {told.subject}".strip() if told else ""


def _about(body: ev.Body, shown: ev.NoticeShown, events: Sequence[ev.Event], names: LineNames) -> bool:
    """Whether what was done is about the line of the notice."""
    if isinstance(body, ev.Corrected):
        target = next((one.body for one in events if one.header.event_id == body.target), None)
        return getattr(target, "line", None) == shown.line
    if isinstance(body, ev.DoseCharted):
        return names.drugs.get(body.administration, "") in names.of(shown.line or "").drug
    line = getattr(body, "line", shown.line)
    return bool(shown.line is None or line == shown.line)
