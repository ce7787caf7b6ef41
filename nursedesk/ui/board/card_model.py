"""A chair's card at one minute: `card(...)` makes it, `advance` makes it again later; no screen needed.

The skeleton is the same for every state: a header, at least two slots, a strip. What differs is what a slot holds.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.ticket import Severity
from nursedesk.record.encounter import Administration, Encounter, LineState, Status
from nursedesk.record.intervals import running_minutes
from nursedesk.ui import words
from nursedesk.ui.board import card_words
from nursedesk.ui.board.card_line import NOT_CHARGED, dose_words, drug_words, first_start, line_model
from nursedesk.ui.board.card_parts import (
    CardModel,
    ChairDay,
    EarlierVisit,
    Item,
    LineModel,
    ListModel,
    Names,
    Sentence,
    Slot,
    Source,
    StepModel,
    Words,
)
from nursedesk.ui.board.card_strip import strip_model
from nursedesk.ui.kit.pill import State
from nursedesk.watch.look import Look
from nursedesk.watch.policy import Policy

__all__ = ["CardModel", "ChairDay", "EarlierVisit", "Names", "advance", "card", "lines_of"]

translate = QCoreApplication.translate

OPEN = (LineState.PREPARED, LineState.RUNNING, LineState.PAUSED)
_URGENCY = (
    State.NEEDS_STOP, State.PAUSED, State.RUNNING, State.PREPARED, State.READY, State.CHECKED_IN, State.FREE,
    State.OUT,
)  # fmt: skip
Lines = tuple[tuple[Administration, ...], ...]


def card(
    chair: str,
    encounter: Encounter | None,
    look: Look | None,
    now: datetime,
    zone: ZoneInfo,
    names: Names,
    policy: Policy = Policy.SHOWN,
    earlier_today: ChairDay | None = None,
) -> CardModel:
    """What the card of a chair shows at `now` (aware UTC); `look` may be a minute old, minutes never are."""
    return _made(Source(chair, encounter, look, zone, names, policy, earlier_today or ChairDay()), now)


def advance(model: CardModel, now: datetime) -> CardModel:
    """The same card at a later minute: what ticks is counted again from the stored instants."""
    return _made(model.source, now)


def _made(source: Source, now: datetime) -> CardModel:
    visit = source.encounter
    lines = lines_of(visit) if visit else ()
    shown = [drugs for drugs in lines if drugs[0].state in OPEN]
    rows = tuple(line_model(number, drugs, source, now) for number, drugs in enumerate(shown, 1))
    state = _state(visit, lines, rows, source.day.out)
    return CardModel(
        chair=source.chair,
        encounter=visit.id if visit else None,
        state=state,
        word=card_words.state_word(state),
        name=visit.patient.name if visit and visit.patient else _no_name(visit),
        facts=_facts(visit, source),
        short_facts=_short_facts(visit, source),
        lines=rows,
        slots=_slots(state, rows, lines, source, now),
        strip=strip_model(lines, source, now),
        spoken=_spoken(source, visit, state),
        urgency=_URGENCY.index(state),
        source=source,
    )


def lines_of(visit: Encounter) -> Lines:
    """The visit's lines as their administrations: charged drugs before what keeps a vein open, then by age."""
    groups: dict[str, list[Administration]] = {}
    for drug in visit.administrations:
        groups.setdefault(drug.line or drug.id, []).append(drug)
    lines = [tuple(group) for group in groups.values()]
    return tuple(sorted(lines, key=_age))


def _age(drugs: tuple[Administration, ...]) -> tuple[bool, bool, datetime | bool]:
    when = drugs[0].prepared or first_start(drugs)
    return drugs[0].purpose in NOT_CHARGED, when is None, when or False


def _state(visit: Encounter | None, lines: Lines, rows: Sequence[LineModel], out: str) -> State:
    if visit is None:
        return State.OUT if out else State.FREE
    if any(row.overdue for row in rows):
        return State.NEEDS_STOP
    states = {(row.state, row.outline) for row in rows}
    if (LineState.PAUSED, False) in states:
        return State.PAUSED
    for wanted, state in ((LineState.RUNNING, State.RUNNING), (LineState.PAUSED, State.PAUSED)):
        if any(found is wanted for found, _ in states):
            return state
    if rows:
        return State.PREPARED
    return State.READY if lines or visit.status is not Status.OPEN else State.CHECKED_IN


def _no_name(visit: Encounter | None) -> str:
    return translate("Board", "Name not recorded") if visit else translate("Board", "No patient")


def _facts(visit: Encounter | None, source: Source) -> str:
    if visit is None:
        return _free_words(source)
    patient = visit.patient
    access = card_words.access_words(visit.accesses[-1]) if visit.accesses else ""
    mrn = translate("Board", "MRN {number}").format(number=patient.mrn) if patient and patient.mrn else ""
    born = words.day(patient.birth_date) if patient and patient.birth_date else ""
    sex = (patient.sex or "")[:1].upper() if patient else ""
    return " · ".join(part for part in (born, sex, mrn, access) if part)


def _short_facts(visit: Encounter | None, source: Source) -> str:
    if visit is None:
        return _free_words(source)
    born = words.day(visit.patient.birth_date) if visit.patient and visit.patient.birth_date else ""
    return " · ".join(part for part in (born, source.names.person(visit.nurse)) if part)


def _free_words(source: Source) -> str:
    if source.day.out:
        return source.day.out
    if source.day.free_since is None:
        return translate("Board", "Free all day")
    return translate("Board", "Free since {time}").format(
        time=words.clock_time(source.day.free_since, source.zone)
    )


def _spoken(source: Source, visit: Encounter | None, state: State) -> str:
    """`Chair 3, ROE Jane, running`."""
    name = visit.patient.name.replace(",", "") if visit and visit.patient else ""
    text = translate("Board", "Chair {chair}").format(chair=source.chair)
    return ", ".join(part for part in (text, name, card_words.state_word(state).lower()) if part)


def _slots(
    state: State, rows: tuple[LineModel, ...], lines: Lines, source: Source, now: datetime
) -> tuple[Slot, ...]:
    if state is State.OUT:
        return _out_slots(source)
    if state is State.FREE:
        return _free_slots(source)
    if len(rows) >= 2:
        return rows
    if rows:
        return rows[0], _given(lines, source)
    if state is State.READY:
        return _stopped(lines, source), _ready(source)
    return _checked_in_slots(source)


def _free_slots(source: Source) -> tuple[Slot, ...]:
    expected = source.day.expected
    note: tuple[Words, ...] = (Words(translate("Board", "Nobody is expected in this chair today.")),)
    if expected:
        note = (Words(translate("Board", "Somebody else? Check in here.")),)
    scan = (Words(translate("Board", "Scan a wristband, or check in by name.")),)
    step = StepModel(scan, note, "check_in_other" if expected else "check_in")
    if expected:
        return step, _expected_step(expected)
    items = _earlier_items(source)
    if items:
        return step, ListModel(translate("Board", "Earlier today in this chair"), items)
    return step, StepModel((Words(translate("Board", "No earlier visits today.")),), quiet=True)


def _expected_step(expected: str) -> StepModel:
    """Who is expected here next, checked in with one press."""
    who, _, rest = expected.partition(" · ")
    lead = translate("Board", "Expected · {what}").format(what=rest) if rest else translate("Board", "Expected")
    return StepModel((Words(who, True),), (Words(lead),), "arrive")


def _earlier_items(source: Source) -> tuple[Item, ...]:
    return tuple(
        Item(visit.name, "", words.span(visit.start, visit.stop, source.zone), visit.outcome, visit.ticket)
        for visit in source.day.visits[:2]
    )


def _out_slots(source: Source) -> tuple[Slot, ...]:
    text = (Words(translate("Board", "Nobody is checked in here.")),)
    step = StepModel(text, (Words(source.day.out),), "put_back")
    items = _earlier_items(source)
    if items:
        return step, ListModel(translate("Board", "Earlier today in this chair"), items)
    return step, StepModel((Words(translate("Board", "No earlier visits today.")),), quiet=True)


def _checked_in_slots(source: Source) -> tuple[Slot, ...]:
    visit = source.encounter
    opened = words.clock_time(visit.opened, source.zone) if visit else ""
    text = translate("Board", "Checked in {time}. Nothing hung yet.").format(time=opened)
    access = translate("Board", "No access placed yet.")
    if visit and visit.accesses:
        placed = visit.accesses[-1]
        access = card_words.access_words(placed)
        if placed.placed:
            at = words.clock_time(placed.placed, source.zone)
            access = translate("Board", "{access}, placed {time}").format(access=access, time=at)
    step = StepModel((Words(text),), (Words(access),))
    drug, rest = source.day.last_hung
    if not drug:
        return step, StepModel((Words(translate("Board", "No earlier visit on record.")),), quiet=True)
    last = translate("Board", "Last visit {day}").format(day=source.day.last_visit)
    return step, StepModel((Words(source.names.drug(drug), True), Words(" " + rest)), (Words(last),), "hang")


def _given(lines: Lines, source: Source) -> Slot:
    """What was given before: pushes and stopped lines, latest first."""
    done = [drugs for drugs in lines if drugs[0].state in (LineState.GIVEN, LineState.STOPPED)]
    done.sort(key=lambda drugs: first_start(drugs) or drugs[0].prepared or source_start(source), reverse=True)
    if not done:
        return StepModel((Words(translate("Board", "Nothing else given today.")),), quiet=True)
    title = translate("Board", "Given today")
    if len(done) > 2:
        title = translate("Board", "Given today · {count} in all").format(count=len(done))
    return ListModel(title, tuple(_item(drugs, source) for drugs in done[:2]))


def source_start(source: Source) -> datetime:
    """When the visit opened; what has no time of its own sorts there."""
    visit = source.encounter
    return visit.opened if visit and visit.opened else datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _item(drugs: Sequence[Administration], source: Source) -> Item:
    first = drugs[0]
    start = first_start(drugs)
    if first.state is LineState.GIVEN:
        at = words.clock_time(start, source.zone)
        when, short = translate("Board", "Push {time}"), translate("Board", "push {time}")
        who = source.names.person(first.started_by)
        return Item(
            drug_words(drugs, source.names), dose_words(drugs), when.format(time=at), who, short.format(time=at)
        )
    stops = [segment.stop for segment in first.segments if segment.stop]
    ran = words.span(start, max(stops, default=None), source.zone)
    length = words.duration(running_minutes(first))
    who = source.names.person(first.stopped_by)
    return Item(drug_words(drugs, source.names), dose_words(drugs), f"{ran} · {length}", who, f"{ran} · {length}")


def _stopped(lines: Lines, source: Source) -> ListModel:
    ended = sorted(lines, key=lambda drugs: first_start(drugs) or source_start(source))
    title = translate("Board", "All lines stopped")
    if len(ended) > 2:
        title = translate("Board", "All lines stopped · {count} in all").format(count=len(ended))
    infusions = [drugs for drugs in ended if drugs[0].state is LineState.STOPPED]
    shown = (infusions + [drugs for drugs in ended if drugs not in infusions])[:2]
    return ListModel(title, tuple(_item(drugs, source) for drugs in shown))


def _ready(source: Source) -> StepModel:
    look, visit = source.look, source.encounter
    if visit and visit.status is Status.SIGNED:
        number = visit.ticket_number or ""
        return StepModel((Words(translate("Board", "Ticket {number} is signed.").format(number=number)),))
    if look is None:
        return StepModel((Words(translate("Board", "Close when the visit is over.")),))
    text = _missing(source, sum(1 for found in look.ticket.findings if found.severity is not Severity.INFO))
    codes = " · ".join(f"{line.code} × {line.units}" for line in look.ticket.lines[:4])
    ticket = translate("Board", "Ticket: {codes}").format(codes=codes) if codes else ""
    return StepModel(text, (Words(ticket),) if ticket else ())


def _missing(source: Source, findings: int) -> Sentence:
    """What stands between the visit and its signature."""
    named = source.day.missing
    count = findings if named is None else len(named)
    if not count:
        return (Words(translate("Board", "Nothing is missing."), True),)
    if named:
        one, many = translate("Board", "1 item missing: "), translate("Board", "{count} items missing: ")
        return Words(one if count == 1 else many.format(count=count)), Words(named[0], True)
    if count == 1:
        return (Words(translate("Board", "1 item to look at before closing")),)
    return (Words(translate("Board", "{count} items to look at before closing").format(count=count)),)
