"""The shift log of a period, from the record: as rows, and as a file of any format, visit by visit."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, TextIO, TypeVar
from zoneinfo import ZoneInfo

from nursedesk.catalog.drug_names import display_names
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.suite import Suite
from nursedesk.outputs.formats import moment, person
from nursedesk.outputs.languages import Language, Say, english
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.safe_files import write_with
from nursedesk.outputs.shift_csv import write_csv
from nursedesk.outputs.shift_json import write_json
from nursedesk.outputs.shift_log import Asked, Period, ShiftLog, shift_log
from nursedesk.outputs.shift_visits import Heading, Logged, Told, Totals, VisitEntry, by_day, entries
from nursedesk.outputs.ticket_json import ticket_json
from nursedesk.outputs.words_paper import say_in
from nursedesk.outputs.words_signed import in_language
from nursedesk.record.charted_lines import ChartedVisit, hand_overs_of
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import Event, ShiftSignedOff
from nursedesk.record.fold import fold
from nursedesk.store.checkpoint import Checkpoint
from nursedesk.store.reader import Reader

_V = TypeVar("_V")


class LogFormat(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which log is wanted, by whom, and on what paper."""

    period: Period
    format: LogFormat
    by: str
    at: datetime
    nurse: str | None = None
    chair: str | None = None
    paper: Paper = Paper.LETTER
    language: Language = Language.ENGLISH
    """Of the printed form; files for machines are in English."""
    checkpoint: str | None = None
    """Stands for the record's own in a sample, which is the same whenever it is made."""


def log_of(reader: Reader, suite: Suite, period: Period, now: datetime, nurse: str | None = None) -> ShiftLog:
    """Every line that was up in the period, whoever's or one nurse's; running ones counted up to `now`."""
    visits = [events for _, events in reader.encounters_between(period.begin, period.end)]
    return shift_log(
        [fold(events) for events in visits],
        period,
        suite.signatures(),
        ZoneInfo(suite.facts.zone),
        hand_overs_of(event for events in visits for event in events),
        nurse,
        now,
    )


def save_log(
    path: Path,
    reader: Reader,
    suite: Suite,
    rulebook: Rulebook,
    wish: Wish,
    told: Told | None = None,
    overwrite: bool = True,
) -> Totals:
    """Write the log to a file in one step. Raises `FileNotWritten` with a sentence; the place is then as it was.

    `told` hears how many visits of how many are done, and stops it by raising. A PDF needs a QGuiApplication.
    """

    def fill(out: BinaryIO) -> Totals:
        return write_log(out, reader, suite, rulebook, wish, told, path.parent)

    return write_with(path, fill, overwrite=overwrite)


def write_log(
    out: BinaryIO,
    reader: Reader,
    suite: Suite,
    rulebook: Rulebook,
    wish: Wish,
    told: Told | None = None,
    beside: Path | None = None,
) -> Totals:
    """Write the log into an open file; returns what it counted. `beside` is where a spreadsheet's rows wait."""
    heading = heading_of(reader, suite, rulebook, wish)
    total = reader.count_between(wish.period.begin, wish.period.end) if told else 0
    if wish.format is LogFormat.CSV:
        return _csv(out, reader, heading.asked, total, told)
    if wish.format is LogFormat.PDF:
        return _pdf(out, reader, rulebook, wish, heading, total, told)
    visits = entries(_counted(logged(reader, wish.period, rulebook), total, told), heading.asked)
    match wish.format:
        case LogFormat.JSON:
            with _as_text(out) as text:
                return write_json(text, visits, heading)
        case LogFormat.XLSX:
            from nursedesk.outputs.shift_xlsx import write_xlsx

            return write_xlsx(out, visits, heading, str(beside) if beside else None)


def heading_of(reader: Reader, suite: Suite, rulebook: Rulebook, wish: Wish) -> Heading:
    """What the log says about itself, with the checkpoint of every station's chain as it is now."""
    asked = Asked(
        wish.period, suite.signatures(), ZoneInfo(suite.facts.zone), wish.nurse, wish.chair, as_of=wish.at
    )
    say = say_in(wish.language if wish.format is LogFormat.PDF else Language.ENGLISH)
    return Heading(
        site=suite.facts.site,
        asked=asked,
        made_by=suite.signatures().get(wish.by, wish.by),
        made_at=wish.at,
        checkpoint=_checkpoints(reader, wish.at) if wish.checkpoint is None else wish.checkpoint,
        signed_off=signed_off(reader, wish.period, suite, ZoneInfo(suite.facts.zone), say),
        display=lambda drug: display_names(rulebook, (drug,))[drug],
        say=say,
    )


def signed_off(reader: Reader, period: Period, suite: Suite, zone: ZoneInfo, say: Say = english) -> str:
    """Who last signed off a shift that ended in this period, when, up to when; empty when nobody did."""
    kept = reader.station_events((ShiftSignedOff.__name__,))
    inside = [event for event in kept if period.begin < _end_of(event) <= period.end]
    if not inside:
        return ""
    last = max(inside, key=lambda event: event.header.recorded)
    who = person(suite.signatures(), last.header.actor)
    when, end = (moment(at, zone, say) for at in (last.header.recorded, _end_of(last)))
    return say("{who}, {when}, up to {end}").format(who=who, when=when, end=end)


def _end_of(event: Event) -> datetime:
    return event.body.end if isinstance(event.body, ShiftSignedOff) else event.header.recorded


def sign_off(daybook: Daybook, reader: Reader, period: Period) -> ShiftSignedOff:
    """Note that the person at the desk looked through the log of a period; raises `Refused` when she may not."""
    log = log_of(reader, daybook.suite, period, daybook.clock())
    said = ShiftSignedOff(period.begin, period.end, len(log.rows), log.open_lines)
    daybook.write(None, said)
    return said


def _checkpoints(reader: Reader, now: datetime) -> str:
    return ", ".join(_checkpoint(reader, station, now) for station in reader.stations())


def _checkpoint(reader: Reader, station: str, now: datetime) -> str:
    """`A · 12,345 · 3f9c01aa77e2b1c4`: the station, how many events, and the code the ledger alone gives again."""
    head = reader.head(station)
    return f"{station} · {head.seq:,} · {Checkpoint(station, head.seq, head.hash, head.seq, now).code}"


def logged(reader: Reader, period: Period, rulebook: Rulebook | None) -> Iterator[Logged]:
    """The visits of a period by arrival, one at a time; with a rule book each with its ticket or a draft of it."""
    for _, events in reader.encounters_between(period.begin, period.end):
        encounter = fold(events)
        ticket = _ticket(encounter, rulebook) if rulebook is not None else None
        yield Logged(events, encounter, ticket)


def _ticket(encounter: Encounter, rulebook: Rulebook) -> dict[str, object] | None:
    """As signed, else a draft of a closed visit; a visit that goes on has none."""
    if encounter.signed_ticket is not None:
        return dict(json.loads(encounter.signed_ticket))
    return ticket_json(code(encounter, rulebook), rulebook) if encounter.closed else None


def _counted(visits: Iterable[_V], total: int, told: Told | None) -> Iterator[_V]:
    for number, visit in enumerate(visits, start=1):
        if told is not None:
            told(number, total)
        yield visit


def _csv(out: BinaryIO, reader: Reader, asked: Asked, total: int, told: Told | None) -> Totals:
    """A table of lines alone says nothing of charges, so no visit that is closed has to be folded for it."""
    totals = Totals()

    def visits() -> Iterator[ChartedVisit]:
        found = reader.charted_between(asked.period.begin, asked.period.end, asked.until)
        for visit in by_day(_counted(found, total, told), asked):
            totals.visits += 1
            yield visit

    with _as_text(out) as text:
        totals.lines = write_csv(text, visits(), asked)
    return totals


def _pdf(
    out: BinaryIO,
    reader: Reader,
    rulebook: Rulebook,
    wish: Wish,
    heading: Heading,
    total: int,
    told: Told | None,
) -> Totals:
    """Read twice: each page says of how many it is, and a year is not held to count them."""
    from nursedesk.outputs.paper.shift_pages import write_shift_pdf

    done = 0

    def count(_number: int, _total: int) -> None:
        nonlocal done
        done += 1
        if told is not None:
            told(min(done, 2 * total), 2 * total)

    def visits() -> Iterator[VisitEntry]:
        found = _counted(logged(reader, wish.period, rulebook), total, count)
        in_words = (replace(visit, ticket=_in_language(visit, wish.language)) for visit in found)
        return entries(in_words, heading.asked)

    return write_shift_pdf(out, visits, heading, wish.paper)


def _in_language(visit: Logged, language: Language) -> Mapping[str, Any] | None:
    return None if visit.ticket is None else in_language(visit.ticket, language)


@contextmanager
def _as_text(out: BinaryIO) -> Iterator[TextIO]:
    """The open file as UTF-8 with line ends as they are written; it stays open."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield text
    finally:
        text.flush()
        text.detach()
