"""What the record labels of a time is told once for each line, with its administrations (§18)."""

from datetime import UTC, datetime

from nursedesk.coding.engine import code
from nursedesk.record.encounter import Administration, Encounter, Label, Route, Segment, Setting, TimeNote

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)


def note(line: str | None, label: Label) -> TimeNote:
    return TimeNote(line, "Started", label, None, NINE, "n", NINE, None)


def test_late_and_doubtful_times_are_told_once_for_each_line() -> None:
    given = tuple(
        Administration(i, "iron", Route.IM, (Segment(NINE, NINE),), order_on_file=True, line=line)
        for i, line in (("1", "a"), ("2", "a"), ("3", "b"))
    )
    notes = (
        *(note("a", Label.LATE_ENTRY), note("a", Label.LATE_ENTRY), note("b", Label.CORRECTION)),
        *(note("b", Label.CLOCK_SUSPECT), note(None, Label.LATE_ENTRY), note("b", Label.CALCULATED)),
    )
    visit = Encounter("E", Setting.OFFICE, administrations=given, time_notes=notes)
    told = [
        (str(f.code), f.administrations, f.params["times"])
        for f in code(visit, book()).findings
        if f.code in ("late-entry", "clock-suspect")
    ]
    assert told == [("clock-suspect", ("3",), 1), ("late-entry", (), 1), ("late-entry", ("1", "2"), 2)]
