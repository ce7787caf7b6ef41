"""Fields that came later: they are kept and folded, and what does not use them has the bytes it always had."""

from dataclasses import replace
from decimal import Decimal

from nursedesk.record.codec import decode_event, event_bytes
from nursedesk.record.encounter import Amount, Patient, RateStep, Route, Setting
from nursedesk.record.events import DrugHung, LineId, Opened, Prepared
from nursedesk.record.fold import fold

from tests.record.visit import Visit

STEPS = tuple(
    RateStep(Amount(Decimal(speed), "mL/h"), minutes) for speed, minutes in ((10, 15), (20, 15), (40, None))
)
PREPARED = Prepared(LineId("L1"), Route.IV_INFUSION, (DrugHung("L1", "immune globulin"),), rate=STEPS[0].rate)


def test_steps_of_a_rate_stay_one_line() -> None:
    visit = Visit().open()
    visit.say(replace(PREPARED, steps=STEPS))
    events = [decode_event(event_bytes(event)) for event in visit.events]
    (line,) = fold(events).administrations
    assert (line.rate, line.steps) == (Amount(Decimal(10), "mL/h"), STEPS)


def test_a_line_without_steps_and_a_patient_without_allergies_are_written_as_ever() -> None:
    visit = Visit()
    visit.say(Opened("s", Setting.OFFICE, "1", Patient("ROE, Jane")))
    visit.say(PREPARED)
    written = b"".join(event_bytes(event) for event in visit.events)
    assert not any(word in written for word in (b"steps", b"allergies", b"weight"))
    assert fold(visit.events).administrations[0].steps == ()


def test_no_known_allergies_is_something_else_than_not_recorded() -> None:
    for allergies in (None, (), ("penicillin", "latex")):
        patient = Patient("ROE, Jane", allergies=allergies, weight=Amount(Decimal("72.5"), "kg"))
        visit = Visit()
        visit.say(Opened("s", Setting.OFFICE, "1", patient))
        assert fold([decode_event(event_bytes(one)) for one in visit.events]).patient == patient
