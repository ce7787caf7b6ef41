"""What a card says at a minute: states, rows, facts, notices, rulers, and what a tick changes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.coding.ticket import Role
from nursedesk.outputs.pictures.strip import BarKind
from nursedesk.record.encounter import LineState, Purpose, Status
from nursedesk.ui.board.card_model import CardModel, advance, card
from nursedesk.ui.board.card_parts import ChairDay, ListModel, Sentence, StepModel
from nursedesk.ui.board.card_words import notice_text, stretch_word
from nursedesk.ui.kit import State, Tone
from nursedesk.ui.words import NBSP
from nursedesk.watch.look import Kind, Notice
from nursedesk.watch.policy import Policy

from tests.ui.board.suite import (
    NAMES,
    NOW,
    ZONE,
    amount,
    at,
    cards,
    drug_look,
    keep_open,
    line,
    looked,
    piv,
    push,
    visit,
)

STATES = {
    "1": State.RUNNING, "2": State.RUNNING, "3": State.RUNNING, "4": State.FREE, "5": State.NEEDS_STOP,
    "6": State.PREPARED, "7": State.PAUSED, "8": State.READY, "9": State.RUNNING, "10": State.CHECKED_IN,
    "11": State.RUNNING, "12": State.FREE,
}  # fmt: skip


@pytest.fixture
def suite() -> dict[str, CardModel]:
    return {model.chair: model for model in cards()}


def said(sentence: Sentence) -> str:
    """A sentence as one string, with plain spaces."""
    return "".join(part.text for part in sentence).replace(NBSP, " ")


def made(*given: object, look: object = None, **more: object) -> CardModel:
    """A card of chair 3 with these administrations."""
    encounter = visit("3", "ROE, Jane", "1961-02-02", "F", "40 21 877", "jdoe", piv("22 g, left hand"), *given)  # type: ignore[arg-type]
    return card("3", replace(encounter, **more), look, NOW, ZONE, NAMES)  # type: ignore[arg-type]


def test_states(suite: dict[str, CardModel]) -> None:
    assert {chair: model.state for chair, model in suite.items()} == STATES


def test_every_card_has_the_same_skeleton(suite: dict[str, CardModel]) -> None:
    for model in suite.values():
        assert len(model.slots) >= 2
        assert model.word
        assert model.name


def test_the_name_for_assistive_tools(suite: dict[str, CardModel]) -> None:
    assert suite["3"].spoken == "Chair 3, ROE Jane, running"
    assert suite["4"].spoken == "Chair 4, free"
    assert suite["5"].spoken == "Chair 5, LEE Kim, needs stop"


def test_the_header(suite: dict[str, CardModel]) -> None:
    assert suite["3"].facts == "02-Feb-1961 · F · MRN 40 21 877 · Port, right chest"
    assert suite["5"].facts == "19-Sep-1984 · F · MRN 40 19 302 · PIV 22 g, left forearm"
    assert suite["3"].short_facts == "02-Feb-1961 · J. Doe RN"
    assert (suite["4"].name, suite["4"].facts) == ("No patient", "Free since 13:46")
    assert suite["12"].facts == "Free all day"


def test_minutes_and_doses(suite: dict[str, CardModel]) -> None:
    rows = {(chair, row.number): row for chair, model in suite.items() for row in model.lines}
    shown = {key: f"{row.drug} {row.dose} {row.elapsed_text}".replace(NBSP, " ") for key, row in rows.items()}
    assert shown["1", 1] == "vedolizumab 300 mg 22 min"
    assert shown["2", 1] == "inFLIXimab 400 mg 2 h 15 min"
    assert shown["2", 2] == "sodium chloride 0.9 % 30 mL/h 2 h 59 min"
    assert shown["3", 1] == "oxaliplatin 150 mg 1 h 27 min"
    assert shown["6", 1] == "inFLIXimab 500 mg Not started"
    assert shown["7", 1] == "riTUXimab 700 mg 1 h 44 min"
    assert shown["9", 1] == "sodium chloride 0.9 % 1,000 mL 26 min"


def test_facts_for_my_chairs(suite: dict[str, CardModel]) -> None:
    facts = {chair: [said(fact) for fact in model.lines[0].facts] for chair, model in suite.items() if model.lines}
    assert facts["3"] == ["since 12:40 · planned end 14:40", "250 mL · 125 mL/h"]
    assert facts["5"] == ["since 13:20 · planned end 13:50", "next boundary 14:51"]
    assert facts["6"] == ["prepared 14:01 · planned 2 h 00 min", "in 250 mL · 125 mL/h"]
    assert [said(fact) for fact in suite["3"].lines[1].facts] == [
        "since 12:42 · planned end 14:40", "85 of 85 min shared with oxaliplatin",
    ]  # fmt: skip
    assert [said(fact) for fact in suite["5"].lines[1].facts] == ["since 13:05 · keep open", "no planned end"]


def test_the_one_fact_for_room(suite: dict[str, CardModel]) -> None:
    facts = {(chair, row.number): said(row.fact) for chair, model in suite.items() for row in model.lines}
    assert facts["1", 1] == "next 15:16"
    assert facts["1", 2] == "since 13:36"
    assert facts["7", 1] == "paused 9 min"
    assert facts["6", 1] == ""


def test_the_boundary_is_a_fact_or_a_chip_never_both(suite: dict[str, CardModel]) -> None:
    for model in suite.values():
        for row in model.lines:
            chip = row.chip is not None and row.chip.kind in (Kind.BOUNDARY, Kind.UNDER)
            fact = any("boundary" in said(sentence) for sentence in row.facts)
            assert not (chip and fact)


def test_chips(suite: dict[str, CardModel]) -> None:
    chips = {(chair, row.number): row.chip for chair, model in suite.items() for row in model.lines if row.chip}
    assert {key: chip.text for key, chip in chips.items()} == {
        ("3", 1): "boundary 14:11", ("3", 2): "overlap: concurrent", ("5", 1): "planned end passed 13:50",
        ("6", 1): "no order yet", ("9", 1): "under 31 min", ("11", 2): "under 16 min",
    }  # fmt: skip
    assert chips["5", 1].tone is Tone.NEEDS_STOP
    assert chips["6", 1].tone is Tone.ATTENTION
    assert chips["3", 1].tone is Tone.FACT
    assert chips["3", 2].action == "Sequential"


@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_every_notice_has_words_without_advice(kind: Kind) -> None:
    params = {"minutes": 16, "role": "concurrent", "amount": "20", "unit": "mL/h"}
    text = notice_text(Notice(kind, "x", NOW, params), ZONE)
    assert text
    for forbidden in ("wait", "should", "more minute", "until", "please"):
        assert forbidden not in text.lower()


def test_stop_is_heavy_overdue_or_outlined(suite: dict[str, CardModel]) -> None:
    assert suite["5"].lines[0].overdue
    assert not suite["5"].lines[1].overdue
    assert suite["5"].lines[1].outline
    assert not suite["3"].lines[0].outline


def test_drugs_stand_before_what_keeps_a_vein_open() -> None:
    model = made(keep_open("11:00"), line("vedolizumab", "300 mg", "13:00"))
    assert [row.drug for row in model.lines] == ["vedolizumab", "sodium chloride 0.9 %"]
    assert [row.number for row in model.lines] == [1, 2]


def test_lines_keep_their_order_while_they_run() -> None:
    given = (line("a", "1 mg", "12:00"), line("b", "1 mg", "12:30"), line("c", "1 mg", "13:00"))
    model = made(*given)
    assert [row.drug for row in model.lines] == ["a", "b", "c"]
    assert model.hidden_lines == 1
    paused = replace(given[0], state=LineState.PAUSED)
    assert [row.drug for row in made(paused, *given[1:]).lines] == ["a", "b", "c"]


def test_a_bag_with_two_drugs_is_one_row() -> None:
    one = line("ondansetron", "8 mg", "13:50", line="L1")
    two = line("dexamethasone", "10 mg", "13:50", line="L1")
    model = made(one, two)
    assert len(model.lines) == 1
    assert model.lines[0].drug == "ondansetron + dexamethasone"
    assert model.lines[0].dose.replace(NBSP, " ") == "8 mg + 10 mg"


def test_a_missing_dose_is_said() -> None:
    assert made(replace(line("vedolizumab", "1 mg", "13:00"), dose=None)).lines[0].dose == "dose not recorded"


def test_what_fills_the_slots(suite: dict[str, CardModel]) -> None:
    free, given = suite["4"].slots, suite["6"].slots[1]
    assert isinstance(free[0], StepModel)
    assert free[0].button == "check_in_other", "somebody is expected there"
    assert isinstance(free[1], StepModel)
    assert (said(free[1].text), said(free[1].note)) == ("VANCE, Tomas", "Expected · 14:30 · iron sucrose")
    assert free[1].button == "arrive"
    unexpected = replace(suite["4"].source, day=replace(suite["4"].source.day, expected=""))
    earlier = advance(replace(suite["4"], source=unexpected), NOW).slots[1]
    assert isinstance(earlier, ListModel)
    assert [item.name for item in earlier.items] == ["NGUYEN, Linh", "ABBOTT, Grace"]
    assert isinstance(given, ListModel)
    assert [(item.name, item.middle, item.right) for item in given.items] == [
        ("diphenhydrAMINE", "Push 14:07", "J. Doe RN"),
        ("methylPREDNISolone", "Push 13:58", "J. Doe RN"),
    ]
    ready, checked_in = suite["8"].slots, suite["10"].slots
    assert isinstance(ready[0], ListModel)
    assert ready[0].items[0].short.replace(NBSP, " ") == "12:50 – 13:12 · 22 min"
    assert isinstance(ready[1], StepModel)
    assert said(ready[1].text) == "1 item missing: response to zoledronic acid"
    assert said(ready[1].note) == "Ticket: 96365 × 1 · 96361 × 1 · J3489 × 4"
    assert isinstance(checked_in[0], StepModel)
    assert said(checked_in[0].text) == "Checked in 13:59. Nothing hung yet."
    assert isinstance(checked_in[1], StepModel)
    assert checked_in[1].button == "hang"


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        (None, "1 item to look at before closing"),
        ((), "Nothing is missing."),
        (("dose of a", "response to b"), "2 items missing: dose of a"),
    ],
)
def test_what_is_missing(suite: dict[str, CardModel], missing: tuple[str, ...] | None, text: str) -> None:
    source = suite["8"].source
    model = card("8", source.encounter, source.look, NOW, ZONE, NAMES, earlier_today=ChairDay(missing=missing))
    step = model.slots[1]
    assert isinstance(step, StepModel)
    assert said(step.text) == text


def test_a_signed_visit_says_its_ticket() -> None:
    model = made(line("a", "1 mg", "12:00-12:40"), status=Status.SIGNED, ticket_number="A-261124-007")
    assert model.state is State.READY
    step = model.slots[1]
    assert isinstance(step, StepModel)
    assert said(step.text) == "Ticket A-261124-007 is signed."


def test_the_ruler_says_what_the_record_gives(suite: dict[str, CardModel]) -> None:
    ruler = suite["3"].lines[0].ruler
    assert ruler is not None
    assert (ruler.before, [(tick.minute, tick.word) for tick in ruler.ticks]) == (
        "push", [(16, "first hour"), (91, "+ 1 hour"), (151, "+ 2 hours")],
    )  # fmt: skip
    hydration = suite["9"].lines[0].ruler
    assert hydration is not None
    assert (hydration.before, [tick.word for tick in hydration.ticks]) == (
        "no hydration",
        ["1 hour", "2 hours", "3 hours"],
    )
    concurrent = suite["3"].lines[1].ruler
    assert concurrent is not None
    assert [(tick.minute, tick.word) for tick in concurrent.ticks] == [
        (16, "concurrent: once, whatever its length")
    ]
    assert suite["5"].lines[1].ruler is None
    assert suite["5"].lines[1].note


def test_words_of_a_drug_ordered_again() -> None:
    assert stretch_word(Role.CONTINUED, Purpose.TREATMENT, 1) == "+ 1 hour"
    assert stretch_word(Role.SC_INFUSION, Purpose.TREATMENT, 0) == "injection"


@pytest.mark.parametrize("policy", list(Policy), ids=str)
def test_the_sites_policy_on_boundaries(policy: Policy) -> None:
    suite = {model.chair: model for model in cards(policy=policy)}
    row, later = suite["3"].lines[0], suite["5"].lines[0]
    if policy is Policy.SHOWN:
        assert row.chip is not None
        return
    assert row.chip is None
    assert not any("boundary" in said(fact) for fact in later.facts)
    if policy is Policy.HIDDEN:
        assert row.ruler is None
    else:
        assert row.ruler is not None
        assert [tick.minute for tick in row.ruler.ticks] == [16]


def test_a_notice_about_the_whole_visit_stands_on_the_first_row() -> None:
    look = looked(drug_look("a"), drug_look("b"), notices=(Notice(Kind.CLOCK_NOT_TRUSTED, None),))
    model = made(line("a", "1 mg", "13:00"), line("b", "1 mg", "13:10"), look=look)
    assert model.lines[0].chip is not None
    assert model.lines[0].chip.text == "clock not trusted"
    assert model.lines[1].chip is None


def test_the_strip(suite: dict[str, CardModel]) -> None:
    strip = suite["5"].strip
    assert [bar.kind for bar in strip.bars] == [BarKind.RUNNING, BarKind.OVERDUE, BarKind.THIN]
    assert strip.bars[0].stop - strip.bars[0].start == 30
    assert strip.bars[1].stop == strip.now
    assert [bar.kind for bar in suite["6"].strip.bars] == [BarKind.PLANNED]
    assert len(suite["6"].strip.pushes) == 2
    assert len(suite["2"].strip.pauses) == 1
    assert all(bar.shared for bar in suite["3"].strip.bars)
    assert [word for _, word in suite["5"].strip.hours] == ["13:00", "14:00"]


def test_the_axis_holds_still_while_minutes_pass(suite: dict[str, CardModel]) -> None:
    spans = {advance(suite["5"], at("14:15") + timedelta(minutes=extra)).strip.span for extra in range(14)}
    assert len(spans) == 1


@given(st.integers(min_value=0, max_value=59))
def test_within_a_minute_nothing_changes(second: int) -> None:
    for model in cards():
        assert advance(model, NOW + timedelta(seconds=second)) == model


def test_a_minute_later_only_what_ticks_has_changed(suite: dict[str, CardModel]) -> None:
    later = advance(suite["3"], NOW + timedelta(minutes=1))
    assert later.lines[0].elapsed_text.replace(NBSP, " ") == "1 h 28 min"
    assert later.lines[0].ruler is not None
    assert later.lines[0].ruler.now == 88
    assert later.lines[0].facts == suite["3"].lines[0].facts
    assert (later.name, later.facts, later.state) == (suite["3"].name, suite["3"].facts, suite["3"].state)
    assert advance(suite["12"], NOW + timedelta(minutes=1)).slots == suite["12"].slots


def test_autumn_hour() -> None:
    """Across the repeated hour minutes are counted in UTC."""
    start = at("14:07").replace(month=11, day=1, hour=5, minute=30)
    model = made(
        replace(
            line("a", "1 mg", "13:00"), segments=(replace(line("a", "1 mg", "13:00").segments[0], start=start),)
        )
    )
    later = advance(model, start + timedelta(hours=2))
    assert later.lines[0].elapsed_text.replace(NBSP, " ") == "2 h 00 min"


def test_a_push_alone_is_ready_to_close() -> None:
    assert made(push("ondansetron", "4 mg", "13:37")).state is State.READY


def test_nothing_known_about_the_chair_is_no_error() -> None:
    model = card("7", None, None, NOW, ZONE, NAMES, Policy.SHOWN, ChairDay())
    assert model.encounter is None
    assert amount("1 mg").unit == "mg"
