"""From the dialog's text to a form: what follows from what, and what stands in the way."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.drugs import load_drugs
from nursedesk.record.encounter import Access, Amount, Device, Purpose, Route
from nursedesk.ui.hang.form import Choice, HangContext, Now, Typed
from nursedesk.ui.hang.judging import problems, warnings
from nursedesk.ui.hang.reading import NEW, follow, form, typed_for

ZONE = ZoneInfo("America/New_York")
NOW = Now(datetime(2026, 11, 24, 19, 7, tzinfo=UTC), ZONE)
CONTEXT = HangContext(
    "e1",
    "3",
    "ROE, Jane",
    "",
    ZONE,
    (Access("A", Device.PORT), Access("B", Device.PERIPHERAL)),
    drugs=load_drugs(),
)
TYPED = Typed(drug="infliximab", dose="400", unit="mg", volume="250", rate="125", minutes=120, access="A")


def test_the_end_follows_from_volume_and_rate() -> None:
    assert follow(replace(TYPED, rate="250", planned_end="17:00"), "rate", NOW).minutes == 60
    assert follow(replace(TYPED, rate="250", planned_end="17:00"), "rate", NOW).planned_end == ""


def test_the_rate_follows_from_a_typed_end() -> None:
    typed = follow(replace(TYPED, planned_end="15:37"), "planned_end", NOW)
    assert (typed.minutes, typed.rate) == (90, "166.7")


def test_steps_of_a_rate_are_left_alone_and_the_end_with_them() -> None:
    typed = replace(TYPED, rate="40 to 200", minutes=210)
    assert follow(typed, "rate", NOW).minutes == 210
    assert follow(replace(typed, planned_end="90"), "planned_end", NOW).rate == "40 to 200"


def test_a_unit_typed_behind_the_dose_moves_into_its_field() -> None:
    assert follow(replace(TYPED, dose="500 mcg"), "dose", NOW).unit == "ug"


def test_the_form_has_what_was_typed() -> None:
    made = form(
        replace(TYPED, lot="K1", expiry="06/2027", ndc="50242-150-01", order_on_file=True), CONTEXT, NOW, False
    )
    hung = made.drugs[0]
    assert (made.route, made.access, made.new_access) == (Route.IV_INFUSION, "A", None)
    assert (hung.drug, hung.dose) == ("infliximab", Amount(Decimal(400), "mg"))
    assert (hung.lot, hung.expiry, hung.ndc) == ("K1", date(2027, 6, 30), "50242-150-01")
    assert (made.volume, made.rate) == (Amount(Decimal(250), "mL"), Amount(Decimal(125), "mL/h"))
    assert (made.ordered_minutes, made.order_on_file) == (120, True)


def test_what_was_left_empty_is_none_and_nothing_is_in_the_way() -> None:
    bare = Typed(drug="infliximab")
    assert problems(bare, CONTEXT, NOW, False) == ()
    made = form(bare, CONTEXT, NOW, False)
    assert (made.drugs[0].dose, made.volume, made.rate, made.access) == (None, None, None, None)
    assert made.order_on_file is None


def test_a_new_access_gets_the_next_free_letter() -> None:
    typed = replace(TYPED, access=NEW, device=Device.PICC, site="right arm", separate_reason="rate")
    made = form(typed, CONTEXT, NOW, False)
    assert made.new_access == Access("C", Device.PICC, "right arm", "rate")
    assert made.access is None


def test_an_injection_has_no_access_and_no_rate() -> None:
    made = form(replace(TYPED, route=Route.IM), CONTEXT, NOW, True)
    assert (made.access, made.new_access, made.rate, made.volume, made.ordered_minutes) == (None,) * 5


def test_every_wrong_field_has_its_sentence_in_order() -> None:
    wrong = replace(
        TYPED,
        drug=" ",
        dose="1,5",
        volume="NaN",
        rate="1e309",
        planned_end="soon",
        expiry="never",
        ndc="12",
        lot="x" * 30,
    )
    found = problems(wrong, CONTEXT, NOW, False)
    fields = [one.field for one in found]
    assert fields[:5] == ["drugField", "doseField", "volumeField", "rateField", "plannedEndField"]
    assert set(fields[5:]) == {"lotField", "expiryField", "ndcField"}
    assert all(one.sentence.endswith(".") for one in found)


def test_a_plan_of_more_than_a_day_is_in_the_way() -> None:
    slow = follow(replace(TYPED, rate="1"), "rate", NOW)
    assert [one.field for one in problems(slow, CONTEXT, NOW, False)] == ["plannedEndField"]


def test_an_expired_lot_and_an_unusual_unit_are_said_and_stop_nobody() -> None:
    odd = replace(TYPED, expiry="30-Jun-2025", unit="ug")
    assert {one.field for one in warnings(odd, CONTEXT, NOW)} == {"expiryField", "doseField"}
    assert problems(odd, CONTEXT, NOW, False) == ()


def test_a_choice_fills_in_everything_it_knows() -> None:
    choice = Choice(
        "infliximab",
        Amount(Decimal(400), "mg"),
        volume=Decimal(250),
        rate=Decimal(125),
        order_signed=date(2026, 11, 1),
    )
    typed = typed_for(choice, CONTEXT, push=False)
    assert (typed.dose, typed.unit, typed.volume, typed.rate, typed.minutes) == ("400", "mg", "250", "125", 120)
    assert (typed.access, typed.order_on_file, typed.purpose) == ("A", True, Purpose.TREATMENT)


def test_a_bag_of_fluid_is_hydration_unless_the_choice_says_otherwise() -> None:
    assert typed_for(Choice("sodium chloride 0.9 %"), CONTEXT, push=False).purpose is Purpose.HYDRATION
    kept = Choice("sodium chloride 0.9 %", purpose=Purpose.KEEP_OPEN)
    assert typed_for(kept, CONTEXT, push=False).purpose in (Purpose.KEEP_OPEN, Purpose.HYDRATION)


@given(st.builds(Typed, *[st.text(max_size=20)] * 3))
def test_no_text_raises_and_a_form_without_problems_can_be_made(typed: Typed) -> None:
    for part in ("dose", "volume", "rate", "planned_end"):
        typed = follow(typed, part, NOW)
    warnings(typed, CONTEXT, NOW)
    if not problems(typed, CONTEXT, NOW, False):
        form(typed, CONTEXT, NOW, False)
