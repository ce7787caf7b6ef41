"""From presses to paper: events folded, coded, signed, printed; and the same events in the shift log."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.outputs.shift_csv import shift_csv
from nursedesk.outputs.shift_log import Asked, Period, shift_log
from nursedesk.outputs.ticket_json import ticket_json
from nursedesk.record.charted_lines import charted, hand_overs_of
from nursedesk.record.encounter import Amount, Container, Encounter, Label, Route
from nursedesk.record.events import (
    Closed,
    DiagnosesSet,
    DoseCharted,
    HandedOver,
    LineId,
    PersonId,
    Signed,
    Wasted,
)
from nursedesk.record.fold import fold
from nursedesk.watch.notices import look

from tests.outputs.visits import PEOPLE, ZONE, sheet_of, text_of
from tests.record.visit import Visit, at


@pytest.fixture
def visit() -> Visit:
    """An infusion with a pause and a corrected stop, and a push with waste; handed over, closed, signed."""
    told = Visit().open()
    told.hang("L1", "infliximab").hang("L2", "diphenhydramine", route=Route.IV_PUSH)
    told.say(DiagnosesSet(("K50.90",)))
    told.say(DoseCharted("L2", Amount(Decimal(25), "mg"), Amount(Decimal(50), "mg"), Container.SINGLE_DOSE))
    told.push("L2", "14:00")
    told.start("L1", "14:10")
    told.pause("L1", "15:00")
    told.resume("L1", "15:20")
    told.say(HandedOver(PersonId("mruiz"), (LineId("L1"),)), "15:30")
    stop = told.stop("L1", "16:50", segment=2, actor="mruiz")
    told.correct(stop, "16:40", "17:00")
    told.say(Wasted("L2", Amount(Decimal(25), "mg"), "mruiz"), "17:01")
    told.say(Closed("A-260302-001"), "17:05")
    told.say(Signed("A-260302-001", 1, "{}", "d", "I gave this care"), "17:06")
    return told


@pytest.fixture
def encounter(visit: Visit) -> Encounter:
    return fold(visit.events)


def test_what_was_pressed_is_what_is_printed(encounter: Encounter) -> None:
    book = load_rulebook()
    ticket = ticket_json(code(encounter, book), book)
    sheet = sheet_of(encounter, ticket, look=look(encounter, at("17:05"), book))
    first, second = sheet.given
    assert text_of(first.times) == "09:10\n11:40\n11:50"
    assert text_of(first.minutes) == "130"
    assert text_of(first.interruptions) == "10:00 – 10:20, 20 min"
    assert text_of(first.people) == "J. Doe RN\nM. Ruiz RN"
    assert text_of(second.times) == "09:00\npush"
    assert text_of(second.drug).endswith("wasted 25 mg · opened 50 mg")
    assert text_of(sheet.times[0].body) == (
        "infliximab stop 11:50 11:40 · J. Doe RN, charted 12:00 · seen at bedside"
    )
    charged = {row.code: row for group in sheet.charges for row in group.rows}
    assert charged["96365"].quantity == "130 min"
    assert charged["96366"].units == "1"
    assert sheet.number == "A-260302-001"
    assert sheet.checker.meaning == "M. Ruiz RN is named as witness of waste of diphenhydramine 25 mg; not signed."
    assert [mark.minute for mark in sheet.timeline.bars[0].marks if mark.passed] == [16, 91]  # type: ignore[union-attr]


def test_the_same_presses_are_in_the_shift_log(visit: Visit, encounter: Encounter) -> None:
    period = Period(at("12:00"), at("17:00"))
    hand_overs = hand_overs_of(visit.events)
    log = shift_log([encounter], period, PEOPLE, ZONE, hand_overs)
    push, infusion = log.rows
    assert (push.drug, push.minutes, push.handed_over_to) == ("diphenhydramine", 0, "")
    assert (infusion.minutes, infusion.stop, infusion.labels) == (130, at("16:40"), (Label.CORRECTION,))
    assert (infusion.handed_over_to, infusion.handed_over_at) == ("M. Ruiz RN", at("15:30"))
    assert infusion.date == date(2026, 3, 2).isoformat()
    assert b"2026-03-02T09:10:00-05:00,2026-03-02T11:40:00-05:00,130,1,CORRECTION" in shift_csv(
        [charted(encounter, hand_overs)], Asked(period, PEOPLE, ZONE)
    )
