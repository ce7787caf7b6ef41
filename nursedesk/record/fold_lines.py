"""The lines of a visit: from the events that count to one `Administration` per drug."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from nursedesk.record.effective import Effective
from nursedesk.record.encounter import (
    Administration,
    Amount,
    Conflict,
    Container,
    LineState,
    SecondSign,
    Segment,
    StopReason,
    StopSource,
)
from nursedesk.record.events import (
    AccessChanged,
    BagChanged,
    DoseCharted,
    DrugHung,
    LineId,
    ModifiersSet,
    Noted,
    OrderCharted,
    Paused,
    Prepared,
    Pushed,
    RateChanged,
    Resumed,
    Started,
    Stopped,
    StopReasonSet,
    Wasted,
    Witnessed,
)
from nursedesk.record.labels import stop_source


@dataclass(slots=True)
class _Line:
    """What is known of one line while its events are gathered."""

    prepared: Effective
    body: Prepared
    begins: dict[int, list[Effective]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[int, list[Effective]] = field(default_factory=lambda: defaultdict(list))
    pushes: list[Effective] = field(default_factory=list)
    reason: StopReason = StopReason.COMPLETED
    response: str | None = None
    rate_since: datetime | None = None


def administrations(counting: list[Effective]) -> tuple[tuple[Administration, ...], tuple[Conflict, ...]]:
    """One administration per drug of each line, lines in the order they were prepared; and what contradicts."""
    lines = _prepared(counting)
    for found in counting:
        line = lines.get(getattr(found.body, "line", None) or LineId(""))
        if line is not None:
            _gather(line, found)
    drugs = [_charted(one, counting) for line in lines.values() for one in _administrations_of(line)]
    return tuple(drugs), tuple(clash for line in lines.values() for clash in _conflicts(line))


def _prepared(counting: list[Effective]) -> dict[LineId, _Line]:
    lines: dict[LineId, _Line] = {}
    for found in counting:
        if isinstance(found.body, Prepared) and found.body.line not in lines:
            lines[found.body.line] = _Line(found, found.body)
    by_time = sorted(lines.values(), key=lambda line: (line.prepared.occurred, line.body.line))
    return {line.body.line: line for line in by_time}


def _gather(line: _Line, found: Effective) -> None:
    match found.body:
        case Started(segment=segment) | Resumed(segment=segment):
            line.begins[segment].append(found)
        case Paused(segment=segment):
            line.ends[segment].append(found)
        case Stopped(segment=segment, reason=reason):
            line.ends[segment].append(found)
            line.reason = reason
        case StopReasonSet(reason=reason):
            line.reason = reason
        case Pushed():
            line.pushes.append(found)
        case Noted(text=text, response=True):
            line.response = text
        case OrderCharted(on_file=on_file, ordered_minutes=minutes):
            kept = minutes if minutes is not None else line.body.ordered_minutes
            line.body = replace(line.body, order_on_file=on_file, ordered_minutes=kept)
        case RateChanged(rate=rate):
            line.body, line.rate_since = replace(line.body, rate=rate), found.occurred
        case AccessChanged(access=access):
            line.body = replace(line.body, access=access)
        case BagChanged():
            line.body = _with_bag(line.body, found.body)


def _with_bag(body: Prepared, bag: BagChanged) -> Prepared:
    """The line with one bag more: volumes of one unit add up, every lot stays named."""
    volume = body.volume or bag.volume
    if body.volume and bag.volume and body.volume.unit == bag.volume.unit:
        volume = Amount(body.volume.amount + bag.volume.amount, body.volume.unit)
    drugs = body.drugs
    if len(drugs) == 1 and bag.lot and bag.lot != drugs[0].lot:
        lots = " + ".join(lot for lot in (drugs[0].lot, bag.lot) if lot)
        drugs = (replace(drugs[0], lot=lots, expiry=drugs[0].expiry or bag.expiry),)
    return replace(body, volume=volume, drugs=drugs)


def _first(events: Iterable[Effective]) -> Effective | None:
    """The one that counts of several that say the same: the earliest occurred, then by id."""
    return min(events, key=lambda one: (one.occurred, one.event.header.event_id), default=None)


def _segments(line: _Line) -> tuple[Segment, ...]:
    if line.pushes and not line.begins:
        push = _first(line.pushes)
        return (_segment(push, push),)
    numbers = sorted({*line.begins, *line.ends})
    return tuple(_segment(_first(line.begins[number]), _first(line.ends[number])) for number in numbers)


def _segment(begin: Effective | None, end: Effective | None) -> Segment:
    return Segment(
        start=begin.occurred if begin else None,
        stop=end.occurred if end else None,
        stop_source=_source(end) if end else StopSource.OBSERVED,
        start_event=begin.event.header.event_id if begin else None,
        stop_event=end.event.header.event_id if end else None,
    )


def _source(end: Effective) -> StopSource:
    told = end.correction if end.corrected_time and end.correction else end.event
    return stop_source(told.header.source, end.corrected_time)


def _state(line: _Line) -> LineState:
    if line.pushes and not line.begins:
        return LineState.GIVEN
    last = max(line.begins, default=0)
    if any(isinstance(end.body, Stopped) for number, ends in line.ends.items() if number >= last for end in ends):
        return LineState.STOPPED
    if not line.begins:
        return LineState.PREPARED
    return LineState.PAUSED if line.ends[last] else LineState.RUNNING


def _administrations_of(line: _Line) -> Iterable[Administration]:
    segments = _segments(line)
    starter = _first([*(one for many in line.begins.values() for one in many), *line.pushes])
    stops = [one for ends in line.ends.values() for one in ends if isinstance(one.body, Stopped)]
    stopper = _first(stops) or _first(line.pushes)
    body = line.body
    for drug in body.drugs:
        yield Administration(
            id=drug.administration,
            drug=drug.drug,
            route=body.route,
            segments=segments,
            family=drug.family,
            purpose=body.purpose,
            access=body.access,
            bag=body.bag or (body.line if len(body.drugs) > 1 else None),
            hcpcs=drug.hcpcs,
            ndc=drug.ndc,
            ordered_minutes=body.ordered_minutes,
            order_on_file=body.order_on_file,
            stop_reason=line.reason,
            dose=drug.dose,
            opened=drug.opened,
            container=drug.container,
            hcpcs_unit=drug.hcpcs_unit,
            volume=body.volume,
            rate=body.rate,
            lot=drug.lot,
            expiry=drug.expiry,
            started_by=starter.actor if starter else None,
            stopped_by=stopper.actor if stopper else None,
            response=line.response,
            additional_pump_setups=body.additional_pump_setups,
            clinic_supplied_pump=body.clinic_supplied_pump,
            line=body.line,
            state=_state(line),
            prepared=line.prepared.occurred,
            prepared_event=line.prepared.event.header.event_id,
            diluent=body.diluent,
            steps=body.steps or (),
            rate_since=line.rate_since,
        )


def _charted(one: Administration, counting: list[Effective]) -> Administration:
    """With dose, containers, waste and modifiers charted for it since; the latest recorded counts."""
    for found in counting:
        match found.body:
            case DoseCharted(administration=of) as charted if of == one.id:
                known = charted.container is not Container.UNKNOWN
                one = replace(
                    one,
                    dose=charted.dose,
                    opened=charted.opened,
                    container=charted.container if known else one.container,
                )
            case Wasted(administration=of, wasted=wasted, witness=witness) if of == one.id:
                event = found.event.header.event_id
                one = replace(one, wasted=wasted, waste_witness=witness, waste_event=event, waste_signed=None)
            case ModifiersSet(administration=of, modifiers=modifiers) if of == one.id:
                one = replace(one, modifiers=modifiers)
            case Witnessed(target=target) if target in (one.waste_event, one.prepared_event):
                one = _witnessed(one, found, found.body)
    return one


def _witnessed(one: Administration, found: Effective, body: Witnessed) -> Administration:
    """With the second person's signature; a later change of the waste wants it anew."""
    if body.what is SecondSign.CHECK:
        return replace(one, checked_by=found.actor, checked_at=found.occurred)
    return replace(one, waste_witness=found.actor, waste_signed=found.occurred)


def _conflicts(line: _Line) -> Iterable[Conflict]:
    """Two starts, or two stops, of one segment: the earliest counts, each other one is shown."""
    for many in (*line.begins.values(), *line.ends.values()):
        for kind in (Started, Resumed, Paused, Stopped):
            same = [one for one in many if isinstance(one.body, kind)]
            kept = _first(same)
            for other in same:
                if kept is not None and other is not kept:
                    yield Conflict(
                        kind=kind.__name__,
                        line=line.body.line,
                        kept=kept.event.header.event_id,
                        other=other.event.header.event_id,
                    )


def drug_of(plain: Administration) -> DrugHung:
    """The drug of an administration, as it is hung again (same as last visit)."""
    return DrugHung(
        administration=plain.id,
        drug=plain.drug,
        hcpcs=plain.hcpcs,
        ndc=plain.ndc,
        family=plain.family,
        dose=plain.dose,
        opened=plain.opened,
        container=plain.container,
        hcpcs_unit=plain.hcpcs_unit,
        lot=plain.lot,
        expiry=plain.expiry,
    )
