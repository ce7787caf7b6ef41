"""One line of a visit as a row of its card: drug and dose, minutes, facts, ruler, notice."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from nursedesk.outputs.pictures.ruler import RulerModel, Tick
from nursedesk.record.encounter import Administration, LineState, Purpose
from nursedesk.record.intervals import minute_of, running_minutes
from nursedesk.ui import words
from nursedesk.ui.board import card_words
from nursedesk.ui.board.card_parts import ChipModel, LineModel, Names, Sentence, Source, Words
from nursedesk.watch.look import Kind, LineLook, Notice
from nursedesk.watch.policy import Policy

translate = QCoreApplication.translate

NOT_CHARGED = (Purpose.KEEP_OPEN, Purpose.CARRIER, Purpose.FLUSH, Purpose.INTEGRAL)
_BOUNDARY_KINDS = (Kind.BOUNDARY, Kind.UNDER)
_ORDER = (
    Kind.PLANNED_END_PASSED, Kind.RATE_STEP, Kind.BOUNDARY, Kind.JUST_CROSSED, Kind.UNDER, Kind.CHARGED_AS_PUSH,
    Kind.OVERLAP, Kind.STILL_RUNNING, Kind.CLOCK_NOT_TRUSTED, Kind.NO_ORDER, Kind.NO_DOSE, Kind.NO_ACCESS,
    Kind.OPEN_AT_SHIFT_END,
)  # fmt: skip


def drug_words(drugs: Sequence[Administration], names: Names) -> str:
    """The drugs of a bag, as their labels write them."""
    return " + ".join(names.drug(drug.drug) for drug in drugs)


def dose_words(drugs: Sequence[Administration]) -> str:
    """What is given: doses; a rate for what keeps a vein open; a volume for fluid."""
    first = drugs[0]
    if first.purpose in NOT_CHARGED and first.rate:
        return words.dose(first.rate)
    if first.purpose is Purpose.HYDRATION and first.volume:
        return words.dose(first.volume)
    doses = [words.dose(drug.dose) for drug in drugs if drug.dose]
    if doses:
        return " + ".join(doses)
    fallback = first.volume or first.rate
    return words.dose(fallback) if fallback else translate("Board", "dose not recorded")


def first_start(drugs: Sequence[Administration]) -> datetime | None:
    """When the line first ran."""
    starts = [segment.start for drug in drugs for segment in drug.segments if segment.start]
    return min(starts, default=None)


def planned_end(drugs: Sequence[Administration], look: LineLook | None, now: datetime) -> datetime | None:
    """When the ordered minutes will have run, pauses out."""
    if look and look.planned_end:
        return look.planned_end
    ordered = drugs[0].ordered_minutes
    if not ordered or first_start(drugs) is None or drugs[0].state is LineState.PREPARED:
        return None
    return now + timedelta(minutes=ordered - running_minutes(drugs[0], now))


def line_model(number: int, drugs: Sequence[Administration], source: Source, now: datetime) -> LineModel:
    """The row of one line at this minute."""
    first = drugs[0]
    look = _look_of(first.line or first.id, source)
    notices = _notices_of(first.line or first.id, source, first=number == 1)
    minutes = running_minutes(first, now)
    outline = first.purpose in NOT_CHARGED
    overdue = any(notice.kind is Kind.PLANNED_END_PASSED for notice in notices)
    chip = _chip(notices, source) if notices else None
    started = first.state is not LineState.PREPARED
    return LineModel(
        line=first.line or first.id,
        number=number,
        drug=drug_words(drugs, source.names),
        dose=dose_words(drugs),
        state=first.state,
        elapsed=words.duration_parts(minutes) if started else (),
        elapsed_text=words.duration(minutes) if started else translate("Board", "Not started"),
        facts=_facts(drugs, look, source, now, notices, minutes),
        fact=_fact(drugs, look, source, now, notices),
        ruler=None if outline else _ruler(first, look, source.policy, minutes if started else None),
        note=_note(first.purpose, long=True) if outline else "",
        short_note=_note(first.purpose, long=False) if outline else "",
        chip=chip,
        more_notices=tuple(card_words.notice_text(notice, source.zone) for notice in notices[1:]),
        overdue=overdue and not outline,
        outline=outline,
    )


def _look_of(line: str, source: Source) -> LineLook | None:
    if source.look is None:
        return None
    return next((look for look in source.look.lines if look.line == line), None)


def _notices_of(line: str, source: Source, *, first: bool) -> tuple[Notice, ...]:
    """The row's notices, most pressing first; what concerns the whole visit stands on the first row."""
    if source.look is None:
        return ()
    mine = [
        notice
        for notice in source.look.notices
        if notice.line == line or (first and notice.line is None)
        if _allowed(notice.kind, source.policy)
    ]
    return tuple(sorted(mine, key=lambda notice: _ORDER.index(notice.kind)))


def _allowed(kind: Kind, policy: Policy) -> bool:
    if policy is Policy.HIDDEN:
        return kind not in (*_BOUNDARY_KINDS, Kind.JUST_CROSSED)
    return policy is Policy.SHOWN or kind not in _BOUNDARY_KINDS


def _chip(notices: Sequence[Notice], source: Source) -> ChipModel:
    top = notices[0]
    return ChipModel(
        kind=top.kind.value,
        line=top.line,
        text=card_words.notice_text(top, source.zone),
        tone=card_words.notice_tone(top.kind),
        action=card_words.notice_action(top),
    )


def _note(purpose: Purpose, *, long: bool) -> str:
    if purpose is Purpose.KEEP_OPEN:
        if long:
            return translate("Board", "Keep open is recorded and never charged, so it has no boundaries.")
        return translate("Board", "keep open, not charged")
    if long:
        return translate("Board", "Recorded and never charged, so it has no boundaries.")
    return translate("Board", "not charged")


def _ruler(drug: Administration, look: LineLook | None, policy: Policy, minutes: int | None) -> RulerModel | None:
    if look is None or policy is Policy.HIDDEN:
        return None
    steps = [step for step in look.steps if step.minute > 0]
    if policy is Policy.AFTER:
        steps = [step for step in steps if minutes is not None and step.minute <= minutes]
    ticks = tuple(
        Tick(step.minute, card_words.stretch_word(look.role, drug.purpose, step.units)) for step in steps
    )
    zero = next((step.units for step in look.steps if step.minute <= 0), 0)
    return RulerModel(ticks, card_words.stretch_word(look.role, drug.purpose, zero), minutes)


def _join(*parts: Sentence) -> Sentence:
    """Facts of one line, apart by a middle dot."""
    joined: list[Words] = []
    for part in parts:
        if part:
            joined.extend(((Words(" · "),) if joined else ()) + part)
    return tuple(joined)


def _bag(drug: Administration, *, prepared: bool) -> Sentence:
    parts = [words.dose(amount) for amount in (drug.volume, drug.rate) if amount]
    if not parts:
        return ()
    text = " · ".join(parts)
    return (Words(translate("Board", "in {bag}").format(bag=text) if prepared and drug.volume else text),)


def _since(drugs: Sequence[Administration], source: Source, *, strong: bool = True) -> Sentence:
    start = first_start(drugs)
    return (Words(translate("Board", "since ")), Words(words.clock_time(start, source.zone), strong))


def _facts(
    drugs: Sequence[Administration],
    look: LineLook | None,
    source: Source,
    now: datetime,
    notices: Sequence[Notice],
    minutes: int,
) -> tuple[Sentence, ...]:
    """Two quiet lines beside the minutes."""
    first = drugs[0]
    if first.state is LineState.PREPARED:
        return _prepared_facts(first, source)
    paused = _paused(first, now)
    top = _join(_since(drugs, source), _end(drugs, look, source, now))
    if paused:
        return paused, top
    if first.purpose is Purpose.KEEP_OPEN and planned_end(drugs, look, now) is None:
        top = _join(top, (Words(translate("Board", "keep open")),))
        return top, (Words(translate("Board", "no planned end")),)
    second = (
        _rate_step(look, source, notices)
        or _next(look, source, notices, "next boundary ")
        or _shared(look, source, minutes)
        or _bag(first, prepared=False)
    )
    return (top, second) if second else (top,)


def _prepared_facts(drug: Administration, source: Source) -> tuple[Sentence, ...]:
    when = (Words(translate("Board", "prepared ")), Words(words.clock_time(drug.prepared, source.zone), True))
    planned: Sentence = ()
    if drug.ordered_minutes:
        length = words.duration(drug.ordered_minutes)
        planned = (Words(translate("Board", "planned {duration}").format(duration=length)),)
    bag = _bag(drug, prepared=True)
    return (_join(when, planned), bag) if bag else (_join(when, planned),)


def _end(drugs: Sequence[Administration], look: LineLook | None, source: Source, now: datetime) -> Sentence:
    end = planned_end(drugs, look, now)
    if end is None:
        return ()
    passed = minute_of(end) <= minute_of(now)
    return (Words(translate("Board", "planned end ")), Words(words.clock_time(end, source.zone), passed))


def _next(look: LineLook | None, source: Source, notices: Sequence[Notice], lead: str) -> Sentence:
    """The next boundary, unless its chip says so already or the site hides what is to come."""
    if look is None or look.next_change is None or source.policy is not Policy.SHOWN:
        return ()
    if any(notice.kind in (Kind.BOUNDARY, Kind.UNDER) for notice in notices):
        return ()
    word = translate("Board", "next boundary ") if lead == "next boundary " else translate("Board", "next ")
    return (Words(word), Words(words.clock_time(look.next_change, source.zone), lead == "next boundary "))


def _rate_step(look: LineLook | None, source: Source, notices: Sequence[Notice]) -> Sentence:
    """The next planned rate, unless its chip says so already."""
    if look is None or look.next_rate is None or any(notice.kind is Kind.RATE_STEP for notice in notices):
        return ()
    at = words.clock_time(look.next_rate_at, source.zone)
    return (Words(card_words.rate_step(look.next_rate, at), True),)


def _shared(look: LineLook | None, source: Source, minutes: int) -> Sentence:
    if look is None or not look.shared or not look.shared_with:
        return ()
    others = ", ".join(source.names.drug(name) for name in look.shared_with)
    text = translate("Board", "{shared} of {minutes} min shared with {drugs}")
    return (Words(text.format(shared=look.shared, minutes=max(minutes, look.shared), drugs=others)),)


def _paused(drug: Administration, now: datetime) -> Sentence:
    stops = [segment.stop for segment in drug.segments if segment.stop]
    if drug.state is not LineState.PAUSED or not stops:
        return ()
    length = words.duration(minute_of(now) - minute_of(max(stops)))
    return (Words(translate("Board", "paused {duration}").format(duration=length)),)


def _fact(
    drugs: Sequence[Administration],
    look: LineLook | None,
    source: Source,
    now: datetime,
    notices: Sequence[Notice],
) -> Sentence:
    """The one fact a room card has space for beside the minutes; a chip takes its place."""
    if drugs[0].state is LineState.PREPARED:
        return ()
    coming = _rate_step(look, source, notices) or _next(look, source, notices, "next ")
    return _paused(drugs[0], now) or coming or _since(drugs, source, strong=False)
