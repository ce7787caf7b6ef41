"""A line that hung with another patient: charted where it ran, and taken out where it was charted, in one step.

Both stay visible: here it no longer counts, with the reason; there its times are labelled CORRECTION, with the
reason, whoever pressed them first stays named, and what belonged to this patient alone (order, access, second
check) is left out, to be charted there.
"""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from nursedesk.desk.daybook import Daybook, Told
from nursedesk.desk.hang import next_line
from nursedesk.desk.mistakes import asked, last_of
from nursedesk.desk.refusal import Refused
from nursedesk.record.effective import Effective, effective
from nursedesk.record.encounter import Encounter, Label
from nursedesk.record.events import (
    AccessId,
    BagChanged,
    Body,
    Corrected,
    DoseCharted,
    EncounterId,
    EventId,
    LineId,
    Noted,
    Paused,
    PersonId,
    Prepared,
    Pushed,
    RateChanged,
    Resumed,
    Source,
    Started,
    Stopped,
    StopReasonSet,
    Voided,
    Wasted,
)

_OF_THE_LINE = (BagChanged, Noted, Paused, Prepared, Pushed, RateChanged, Resumed, Started, Stopped, StopReasonSet)
_OF_A_DRUG = (DoseCharted, Wasted)
_TIMES = (Paused, Pushed, Resumed, Started, Stopped)

Said = tuple[EventId, Body, Told]


def hung_elsewhere(daybook: Daybook, here: Encounter, line: LineId, there: Encounter, reason: str) -> LineId:
    """Chart a line with another visit and take it out of this one; returns its name there. Raises `Refused`."""
    why = asked(here, reason)
    asked(there, reason)
    if here.id == there.id:
        raise Refused("same_as_before")
    if any(press.line == line for press in here.presses):
        raise Refused("claim_first")
    hung = last_of(daybook, here, lambda body: isinstance(body, Prepared) and body.line == line)
    name = next_line(daybook, there)
    ids = _renamed(hung.body, name)
    access = AccessId(there.accesses[0].id) if len(there.accesses) == 1 else None
    found = effective(daybook.events(EncounterId(here.id)))
    moved = [one for one in found if _belongs(one.body, line, ids)]
    said = [part for one in moved for part in _anew(one, _body(one.body, name, ids, access), why)]
    gone = hung.event.header.event_id
    void: Said = (_new_id(), Voided(gone), Told(reason=why, supersedes=gone))
    daybook.write_across([(EncounterId(there.id), said), (EncounterId(here.id), [void])])
    return name


def _renamed(hung: Body, name: LineId) -> dict[str, str]:
    """Each administration's id here → there."""
    drugs = hung.drugs if isinstance(hung, Prepared) else ()
    several = len(drugs) > 1
    return {one.administration: f"{name}.{n}" if several else name for n, one in enumerate(drugs, 1)}


def _belongs(body: Body, line: LineId, ids: dict[str, str]) -> bool:
    if isinstance(body, _OF_THE_LINE):
        return body.line == line
    return isinstance(body, _OF_A_DRUG) and body.administration in ids


def _body(body: Body, name: LineId, ids: dict[str, str], access: AccessId | None) -> Body:
    """What was said of the line here, as it is said of it there."""
    if isinstance(body, Prepared):
        drugs = tuple(replace(one, administration=ids[one.administration]) for one in body.drugs)
        return replace(body, line=name, drugs=drugs, access=access, order_on_file=None)
    if isinstance(body, _OF_A_DRUG):
        return replace(body, administration=ids[body.administration])
    return replace(body, line=name) if isinstance(body, _OF_THE_LINE) else body


def _anew(one: Effective, body: Body, why: str) -> Iterable[Said]:
    """The event as typed now for its own time; a time is labelled a correction, not a late entry."""
    if isinstance(body, Started | Stopped | Pushed) and body.by is None:
        body = replace(body, by=PersonId(one.actor))
    event = _new_id()
    yield event, body, Told(one.occurred, Source.TYPED, why)
    if isinstance(body, _TIMES):
        yield _new_id(), _correction(event, one.occurred), Told(reason=why, supersedes=event)


def _correction(event: EventId, when: datetime) -> Corrected:
    return Corrected(event, Label.CORRECTION, when)


def _new_id() -> EventId:
    return EventId(str(uuid.uuid4()))
