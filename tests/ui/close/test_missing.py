"""What the desk says is missing, in words and presses."""

from datetime import UTC, datetime

from nursedesk.coding.ticket import Finding, Severity
from nursedesk.desk.close import Lack
from nursedesk.desk.close import Missing as Found
from nursedesk.desk.held_back import HeldLine
from nursedesk.record.encounter import Administration, Encounter, LineState, Route, Segment, Setting
from nursedesk.ui.close.missing import listed, missing_items
from nursedesk.ui.close.model import FixKind

START = datetime(2026, 11, 24, 18, 20, tzinfo=UTC)


def one(name: str, state: LineState) -> Administration:
    return Administration(
        id=name,
        drug=f"drug {name}",
        route=Route.IV_INFUSION,
        segments=(Segment(START),),
        state=state,
        prepared=START,
    )


ENCOUNTER = Encounter(
    "e",
    Setting.OFFICE,
    "America/New_York",
    administrations=(
        one("A1", LineState.RUNNING),
        one("A2", LineState.PREPARED),
        one("A3", LineState.STOPPED),
        one("A4", LineState.STOPPED),
    ),
)


def items(*found: Found) -> list[tuple[str, bool, list[FixKind]]]:
    made = missing_items(found, ENCOUNTER, str.upper)
    return [(m.title, m.blocks, [b.fix.kind for b in m.buttons]) for m in made]


def test_a_line_that_runs_can_be_stopped_here_and_one_never_started_taken_off() -> None:
    assert items(Found(Lack.STILL_UP, True, ("A1",)), Found(Lack.STILL_UP, True, ("A2",))) == [
        ("DRUG A1 is still up", True, [FixKind.STOP_LINE, FixKind.OPEN]),
        ("DRUG A2 was not started", True, [FixKind.REMOVE_LINE, FixKind.OPEN]),
    ]
    why = missing_items((Found(Lack.STILL_UP, True, ("A1",)),), ENCOUNTER, str)[0].why
    assert "13:20" in why


def test_one_response_is_asked_for_all_drugs_together() -> None:
    assert items(Found(Lack.RESPONSE, False, ("A3", "A4"))) == [
        ("Response to DRUG A3 and DRUG A4", False, [FixKind.TOLERATED, FixKind.REACTION, FixKind.LEAVE])
    ]


def test_order_and_dose_have_their_press() -> None:
    order = Finding("no-order", Severity.WARN, "R9.4", ("A3",), params={"drug": "drug A3"})
    dose = Finding("no-dose", Severity.WARN, "R9.4", ("A3",), params={"drug": "drug A3"})
    assert items(Found(Lack.FINDING, True, ("A3",), order), Found(Lack.FINDING, True, ("A3",), dose)) == [
        ("Order for DRUG A3", True, [FixKind.ORDER_ON_FILE, FixKind.OPEN]),
        ("Dose of DRUG A3", True, [FixKind.CHART_DOSE, FixKind.OPEN]),
    ]


def test_any_other_block_leads_to_the_encounter() -> None:
    before = Finding("stop-before-start", Severity.BLOCK, "R2.1", ("A3",), params={"drug": "cefTRIAXone"})
    title, blocks, kinds = items(Found(Lack.FINDING, True, ("A3",), before))[0]
    assert title.startswith("cefTRIAXone: the stop is before the start")
    assert (blocks, kinds) == (True, [FixKind.OPEN])


def test_a_missing_order_says_which_lines_it_holds_back() -> None:
    finding = Finding("no-order", Severity.WARN, "R9.4", ("A3",))
    held = (HeldLine("J1745", 40, ("A3",), ("no-order",)), HeldLine("J1200", 1, ("A4",), ("no-order",)))
    (row,) = missing_items([Found(Lack.FINDING, True, ("A3",), finding)], ENCOUNTER, str.upper, held=held)
    assert row.why == "Not recorded · held back: J1745 × 40 · R9.4"
    assert row.buttons[0].fix.kind is FixKind.ORDER_ON_FILE


def test_names_are_listed_as_they_are_spoken() -> None:
    assert [listed(n) for n in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_what_a_charge_lacks_is_listed_and_blocks_nothing() -> None:
    nobody = Found(Lack.FINDING, False, (), Finding("no-diagnosis", Severity.WARN, "R17"))
    params = {"drug": "drug A3", "code": "J1745"}
    opened = Found(
        Lack.FINDING, False, ("A3",), Finding("waste-missing", Severity.WARN, "R11.2", ("A3",), params=params)
    )
    assert items(nobody, opened) == [
        ("Diagnosis", False, [FixKind.OPEN, FixKind.LEAVE]),
        ("Amount opened of DRUG A3", False, [FixKind.OPEN, FixKind.LEAVE]),
    ]
    assert not any(one.asks_again for one in missing_items((nobody, opened), ENCOUNTER, str))
