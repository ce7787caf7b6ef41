"""Rows and words of the page, without a screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from nursedesk.coding.keys import WhyKey
from nursedesk.coding.ticket import Finding, Severity, Why
from nursedesk.record.encounter import Container, Encounter, Label, LineState, Status
from nursedesk.record.events import Noted, Prepared, RateChanged, Started, Stopped, Voided
from nursedesk.record.fold import fold
from nursedesk.record.header import EventId, LineId
from nursedesk.ui.encounter.accesses_tab import next_access_id
from nursedesk.ui.encounter.banner_model import banner, visit_state
from nursedesk.ui.encounter.charting_model import Column, Mark, charting
from nursedesk.ui.encounter.diagnoses_tab import typed_code
from nursedesk.ui.encounter.event_rows import EventRow, event_rows, notes_of
from nursedesk.ui.encounter.finding_rows import FixKind, finding_rows, summary
from nursedesk.ui.encounter.notices import notice_rows
from nursedesk.ui.encounter.orders_tab import order_rows
from nursedesk.ui.encounter.ticket_rows import RowKind, ticket_rows, why_words
from nursedesk.ui.kit import State
from nursedesk.ui.words import NBSP
from nursedesk.watch.look import Kind, Notice
from nursedesk.watch.policy import Policy
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.ui.encounter import moreno
from tests.ui.encounter.pictures import context

CONTEXT = context()


def rows() -> dict[str, EventRow]:
    return {row.event_id: row for row in event_rows(moreno.encounter(), moreno.EVENTS, CONTEXT)}


def test_events_come_newest_first_by_when_they_happened() -> None:
    found = event_rows(moreno.encounter(), moreno.EVENTS, CONTEXT)
    assert [row.at for row in found] == sorted((row.at for row in found), reverse=True)
    assert (found[0].time, found[-1].time, found[-1].verb) == ("13:46", "11:02", "Opened")


def test_a_corrected_time_stands_above_the_struck_one_with_its_reason() -> None:
    row = rows()["e-18"]
    assert (row.time, row.was, row.label) == ("13:45", "13:52", Label.CORRECTION)
    assert row.second == "corrected 14:01 · “bag empty, seen at bedside”"
    assert "first charted 13:52" in row.spoken


def test_a_late_entry_says_when_it_was_charted_and_why() -> None:
    row = rows()["e-12"]
    assert (row.time, row.was, row.label) == ("12:18", "", Label.LATE_ENTRY)
    assert row.second == "charted 12:27 · “with patient, flushing and itch”"
    assert row.who == "M. Ruiz RN"


def test_what_was_undone_is_not_shown() -> None:
    assert "e-24" not in rows() and "e-25" not in rows()


def test_what_was_voided_with_a_reason_stays_marked() -> None:
    voided = moreno.event(30, "13:50", Voided(EventId("e-8")), reason="wrong patient")
    events = (*moreno.EVENTS, voided)
    row = next(r for r in event_rows(fold(events), events, CONTEXT) if r.event_id == "e-8")
    assert row.voided and not row.editable
    assert row.second == "does not count · “wrong patient”"


def test_a_rate_set_as_a_line_resumes_is_told_with_it() -> None:
    assert rows()["e-13"].subject == f"inFLIXimab · 95{NBSP}mL/h"
    assert "e-14" not in rows()
    later = moreno.event(31, "13:00", RateChanged(LineId("L1"), moreno.mg("1")))
    events = (*moreno.EVENTS, later)
    assert any(r.event_id == "e-31" for r in event_rows(fold(events), events, CONTEXT))


def test_a_bag_is_told_by_its_start_once_it_has_begun() -> None:
    assert not any(row.verb == "Prepared" for row in rows().values())
    hung = moreno.EVENTS[8]
    assert isinstance(hung.body, Prepared)
    assert [r.verb for r in event_rows(fold([hung]), [hung], CONTEXT)] == ["Prepared"]


def test_only_times_that_count_and_the_check_in_can_be_edited() -> None:
    editable = {key for key, row in rows().items() if row.editable}
    assert editable == {"e-1", "e-4", "e-6", "e-8", "e-11", "e-12", "e-13", "e-17", "e-18"}


def test_notes_are_what_was_written() -> None:
    found = notes_of(tuple(rows().values()), moreno.EVENTS)
    assert {row.event_id for row in found} == {"e-20", "e-21", "e-22"}


def test_every_kind_of_event_has_a_row_or_is_told_elsewhere() -> None:
    """A row for each body of the sample; corrections and voids speak through their targets."""
    told = set(rows())
    silent = {e.header.event_id for e in moreno.EVENTS} - told
    assert silent == {"e-3", "e-5", "e-7", "e-9", "e-14", "e-16", "e-19", "e-24", "e-25"}


def test_the_ticket_has_its_groups_reasons_and_what_is_not_charged() -> None:
    found = ticket_rows(moreno.ticket(), moreno.encounter(), CONTEXT)
    assert [r.label for r in found if r.kind is RowKind.GROUP] == ["Administration", "Drugs"]
    assert [r.code for r in found if r.kind is RowKind.LINE] == ["96365", "96366", "96368", "96375", "J1745"]
    hours = found[2]
    assert (hours.units, hours.amount, hours.why) == (
        "× 1",
        "135 min",
        "135 min = first hour + 1; next at 151 · R2.3",
    )
    assert found[4].amount == "2 drugs"
    assert found[-2].label == "J1200 × 1 · J2919 × 8 · J3475 × 4"
    assert found[-1].label == "Not charged: sodium chloride 0.9 %, keep open"


def test_an_empty_ticket_says_so() -> None:
    empty = replace(moreno.ticket(), lines=(), placements=())
    (row,) = ticket_rows(empty, moreno.encounter(), CONTEXT)
    assert row.kind is RowKind.NOTE and row.label.startswith("Nothing is charged yet")


def test_findings_come_by_weight_with_the_press_that_helps() -> None:
    found = finding_rows(moreno.encounter(), moreno.look(), CONTEXT)
    kinds = [row.fix.kind if row.fix else None for row in found]
    assert kinds == [
        FixKind.CHART_OPENED,
        FixKind.ORDER_ON_FILE,
        FixKind.CORRECT_TIME,
        FixKind.SHOW_LINE,
    ]
    assert (found[0].rule, found[0].detail) == ("R11.2", "favourites say 4 × 100 mg")
    assert summary(found) == "nothing blocks · 2 to fix · 2 to know"
    assert summary(()) == "nothing to fix"


def test_without_favourites_the_vials_are_charted_by_hand() -> None:
    found = finding_rows(moreno.encounter(), moreno.look(), replace(CONTEXT, vials={}))
    assert found[0].fix is not None
    assert (found[0].fix.kind, found[0].fix.word) == (FixKind.CHART_DOSE, "Chart vials")


@pytest.mark.parametrize(
    ("code", "params", "kind"),
    [
        ("missing-stop", {"drug": "x", "minutes": 1}, FixKind.STOP_AT),
        ("no-dose", {"drug": "x"}, FixKind.CHART_DOSE),
        ("no-order", {"drug": "x"}, FixKind.ORDER_ON_FILE),
        ("access-not-charted", {"drug": "x", "reason": "none"}, FixKind.CHART_ACCESS),
        ("no-diagnosis", {}, FixKind.CHART_DIAGNOSIS),
        ("charting-incomplete", {"drug": "x", "missing": "response"}, FixKind.TOLERATED),
        ("not-codable", {"drug": "x", "missing": "order"}, FixKind.ORDER_ON_FILE),
    ],
)
def test_each_finding_leads_to_where_it_is_put_right(code: str, params: dict[str, str], kind: FixKind) -> None:
    finding = Finding(code, Severity.BLOCK, "R1", ("L1-1",), (), params)
    look = replace(moreno.look(), ticket=replace(moreno.ticket(), findings=(finding,)))
    quiet = replace(CONTEXT, finding=lambda f: f.code)
    (row,) = finding_rows(moreno.encounter(), look, quiet)
    assert row.fix is not None and (row.fix.kind, row.fix.line) in ((kind, "L1"), (kind, ""))
    assert summary((row,)) == "1 block"


def lacking(code: str, **params: str) -> tuple[Finding, ...]:
    """The same finding of three drugs, and another between them."""
    given = (("L1-1", "inFLIXimab"), ("L2-1", "magnesium sulfate"), ("L1-1", "diphenhydrAMINE"))
    three = [Finding(code, Severity.WARN, "R13", (one,), (), {"drug": drug, **params}) for one, drug in given]
    return (three[0], Finding("no-diagnosis", Severity.WARN, "R17"), *three[1:])


def test_what_several_drugs_lack_alike_is_one_row_with_one_press() -> None:
    look = replace(
        moreno.look(), ticket=replace(moreno.ticket(), findings=lacking("charting-incomplete", missing="response"))
    )
    row, other = finding_rows(moreno.encounter(), look, CONTEXT)
    assert (row.title, row.rule) == ("3 drugs: response not recorded", "R13")
    assert row.detail == "inFLIXimab, magnesium sulfate, diphenhydrAMINE"
    assert row.fix is not None and row.also is not None and other.code == "no-diagnosis"
    assert (row.fix.kind, row.fix.administrations) == (FixKind.TOLERATED, ("L1-1", "L2-1", "L1-1"))
    assert (row.also.kind, row.also.line) == (FixKind.CHART_RESPONSE, "L1")


def test_other_lacks_stay_apart() -> None:
    apart = (
        Finding("charting-incomplete", Severity.WARN, "R13", ("L1-1",), (), {"drug": "a", "missing": "response"}),
        Finding("charting-incomplete", Severity.WARN, "R13", ("L2-1",), (), {"drug": "b", "missing": "lot"}),
    )
    look = replace(moreno.look(), ticket=replace(moreno.ticket(), findings=apart))
    titles = [row.title for row in finding_rows(moreno.encounter(), look, CONTEXT)]
    assert titles == ["a: response not recorded", "b: lot not recorded"]


def test_new_drugs_pushed_share_their_reason() -> None:
    whys = (
        Why("R5.1", WhyKey.PUSH_NEW, {"drug": "a"}),
        Why("R1.4", WhyKey.PUSH_DOCUMENTED),
        Why("R5.1", WhyKey.PUSH_NEW, {"drug": "b"}),
    )
    assert why_words(whys, CONTEXT) == "a, b: not given before here · R5.1, R1.4"
    assert why_words(whys[1:2], CONTEXT) == "charted as a push · R1.4"


def test_the_matrix_says_what_is_missing() -> None:
    found = {row.drug: row.cells for row in charting(moreno.encounter(), moreno.look(), CONTEXT)}
    assert list(found) == ["inFLIXimab", "magnesium sulfate", "diphenhydrAMINE", "methylPREDNISolone"]
    columns = list(Column)
    marks = {drug: dict(zip(columns, (c.mark for c in cells), strict=True)) for drug, cells in found.items()}
    assert marks["inFLIXimab"][Column.STOP] is Mark.WORD
    assert marks["magnesium sulfate"][Column.ORDER] is Mark.MISSING
    assert marks["magnesium sulfate"][Column.RESPONSE] is Mark.DONE
    assert marks["diphenhydrAMINE"][Column.STOP] is Mark.DASH
    assert marks["inFLIXimab"][Column.SIGNED] is Mark.DASH


def changed(**states: LineState) -> Encounter:
    """The visit with lines in other states, by line."""
    visit = moreno.encounter()
    lines = tuple(replace(a, state=states.get(a.line, a.state)) for a in visit.administrations)
    return replace(visit, administrations=lines)


PLANNED = Notice(Kind.PLANNED_END_PASSED, "L1", moreno.at("13:50"))


@pytest.mark.parametrize(
    ("visit", "notices", "state"),
    [
        (lambda: changed(), (), State.RUNNING),
        (lambda: changed(), (PLANNED,), State.NEEDS_STOP),
        (lambda: changed(L1=LineState.PAUSED), (), State.PAUSED),
        (lambda: changed(L1=LineState.STOPPED), (), State.RUNNING),
        (lambda: changed(L1=LineState.STOPPED, L3=LineState.STOPPED), (), State.READY),
        (lambda: changed(L1=LineState.PREPARED, L3=LineState.STOPPED), (), State.PREPARED),
        (lambda: replace(changed(), administrations=()), (), State.CHECKED_IN),
        (lambda: replace(changed(), status=Status.SIGNED), (PLANNED,), State.READY),
    ],
)
def test_one_state_word(visit: Callable[[], Encounter], notices: tuple[Notice, ...], state: State) -> None:
    assert visit_state(visit(), replace(moreno.look(), notices=notices)) is state


def test_the_banner_has_every_stop_keep_open_first() -> None:
    found = banner(moreno.encounter(), moreno.look(), CONTEXT)
    assert [(p.line, p.outline, p.spoken) for p in found.stops] == [
        ("L3", True, "Stop sodium chloride 0.9 %, chair 2"),
        ("L1", False, "Stop inFLIXimab, chair 2"),
    ]
    assert [p.line for p in found.running] == ["L1"]
    assert found.starts == () and found.paused == ()


def test_an_overdue_line_is_marked() -> None:
    found = banner(moreno.encounter(), replace(moreno.look(), notices=(PLANNED,)), CONTEXT)
    assert {p.line: p.overdue for p in found.stops} == {"L3": False, "L1": True}


def test_a_closed_visit_can_still_be_stopped_and_not_started() -> None:
    """Stop is always allowed; nothing new begins."""
    closed = replace(changed(L2=LineState.PREPARED), status=Status.CLOSED)
    found = banner(closed, None, CONTEXT)
    assert [p.line for p in found.stops] == ["L3", "L1"]
    assert found.starts == () and found.running == ()
    assert (found.open, found.state_word) == (False, "Closed")


@pytest.mark.parametrize(
    ("policy", "kinds"),
    [
        (Policy.SHOWN, {Kind.BOUNDARY, Kind.JUST_CROSSED, Kind.NO_DOSE}),
        (Policy.AFTER, {Kind.JUST_CROSSED, Kind.NO_DOSE}),
        (Policy.HIDDEN, {Kind.NO_DOSE}),
    ],
)
def test_notices_keep_to_the_policy_of_the_site(policy: Policy, kinds: set[Kind]) -> None:
    at = moreno.at("14:11")
    notices = tuple(Notice(kind, "L1", at) for kind in (Kind.BOUNDARY, Kind.JUST_CROSSED, Kind.NO_DOSE))
    look = replace(moreno.look(), notices=notices)
    found = notice_rows(moreno.encounter(), look, replace(CONTEXT, boundaries=policy))
    assert {row.notice.kind for row in found} == kinds
    assert all(row.text.startswith("inFLIXimab: ") for row in found)


def test_orders_say_what_is_charted() -> None:
    said = {row.drug: row.said for row in order_rows(moreno.encounter(), CONTEXT)}
    assert said["inFLIXimab"].replace(NBSP, " ") == "400 mg given · order on file, 2 h 45 min"
    assert said["magnesium sulfate"].replace(NBSP, " ") == "2 g given · no order on file"
    assert said["sodium chloride 0.9 %"] == "keep open · order on file"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("k5090", "K50.90"),
        (" K50.90 ", "K50.90"),
        ("c9", None),
        ("e83.42", "E83.42"),
        ("I10", "I10"),
        ("u071", "U07.1"),
        ("K5", None),
        ("K50.90000", None),
    ],
)
def test_codes_are_written_with_their_point(typed: str, code: str | None) -> None:
    assert typed_code(typed) == code


def test_a_new_access_gets_the_next_letter() -> None:
    assert next_access_id(moreno.encounter().accesses) == "C"
    assert next_access_id(()) == "A"


def test_an_unknown_person_and_drug_are_called_as_recorded() -> None:
    assert CONTEXT.person("nobody") == "nobody"
    assert CONTEXT.drug("Infliximab") == "inFLIXimab"
    assert CONTEXT.drug("novelmab") == "novelmab"


def test_a_stop_with_a_reason_says_it() -> None:
    from nursedesk.record.encounter import StopReason

    stop = moreno.event(40, "14:05", Stopped(LineId("L1"), 2, StopReason.REACTION))
    note = moreno.event(41, "14:06", Noted("itch", None))
    start = moreno.event(42, "14:06", Started(LineId("L9")))
    events = (*moreno.EVENTS, stop, note, start)
    found = {r.event_id: r for r in event_rows(fold(events), events, CONTEXT)}
    assert found["e-40"].second == "reaction"
    assert (found["e-41"].verb, found["e-41"].second) == ("Note", "“itch”")
    assert found["e-42"].subject == "L9"
    assert Container.SINGLE_DOSE in {v.container for v in CONTEXT.vials.values()}


def test_in_the_hour_that_comes_twice_an_event_says_which() -> None:
    start = next(event for event in moreno.EVENTS if isinstance(event.body, Started))
    subjects = []
    for hour in (4, 5, 6, 7):
        at = datetime(2026, 11, 1, hour, 30, tzinfo=UTC)
        moved = replace(start, header=replace(start.header, occurred=at))
        events = tuple(moved if event is start else event for event in moreno.EVENTS)
        rows = event_rows(fold(events), events, context())
        subjects.append(next(row.subject for row in rows if row.event_id == start.header.event_id))
    assert [one.rpartition(" · ")[2] for one in subjects[1:3]] == ["EDT", "EST"]
    assert not any(one.endswith(("EDT", "EST")) for one in (subjects[0], subjects[3]))


def test_what_nobody_pressed_is_of_the_station_in_the_language_of_the_screen(qapp: QApplication) -> None:
    assert CONTEXT.person("station") == "station"
    spanish = QTranslator()
    assert spanish.load(str(ROOT / "resources" / "i18n" / "nursedesk_es.qm"))
    qapp.installTranslator(spanish)
    try:
        assert CONTEXT.person("station") == "estación"
    finally:
        qapp.removeTranslator(spanish)
