"""What has to go, from the record alone: first charges, late charges, corrections, doubts, refusals."""

from datetime import timedelta

import pytest
from nursedesk.desk.posting.facts import Kind
from nursedesk.desk.posting.post import Standing, leave, standing
from nursedesk.desk.posting.queue import HOURLY, WAITS, outgoing, trails, wait_after
from nursedesk.record.events import Exported
from nursedesk.record.posting_events import PostOutcome

from tests.desk.posting.visit import BOTH, Told

ACCEPTED, REFUSED, NO_ANSWER = PostOutcome.ACCEPTED, PostOutcome.REFUSED, PostOutcome.NO_ANSWER


def types(told: Told) -> list[tuple[str, str]]:
    """(FT1-6, code) of the charges that wait."""
    return [
        (cells[6], cells[25].split("^")[0])
        for one in told.waiting(Kind.CHARGES)
        for line in one.parcel.data.decode().split("\r")
        if (cells := line.split("|"))[0] == "FT1"
    ]


def test_a_signed_ticket_waits_until_it_is_accepted() -> None:
    told = Told()
    waiting = told.waiting()
    assert [one.kind for one in waiting] == list(BOTH)
    assert all(one.is_due(told.station.daybook.clock()) for one in waiting)
    told.post_all()
    assert told.waiting() == ()


def test_a_visit_that_is_not_signed_has_nothing_to_send() -> None:
    told = Told()
    unsigned = [event for event in told.events if event.kind not in ("Signed", "Closed")]
    assert outgoing(unsigned, told.making, BOTH) == ()


def test_a_late_charge_after_posting_goes_out_alone() -> None:
    told = Told()
    told.post_all()
    told.amend()
    assert types(told) == [("CG", "96375"), ("CG", "J1200")]
    (charges, _) = told.waiting()
    assert (charges.version, charges.base) == (2, 1)


def test_an_amendment_before_anything_went_is_sent_whole() -> None:
    told = Told()
    told.amend()
    assert [kind for kind, _ in types(told)] == ["CG"] * len(types(told))
    assert {"96413", "96365", "96375"} & {code for _, code in types(told)}
    assert len(types(told)) > 2


@pytest.mark.parametrize("outcome", [REFUSED, PostOutcome.PUT_OFF, PostOutcome.NOT_SENT])
def test_a_version_that_surely_did_not_arrive_is_replaced_by_the_next(outcome: PostOutcome) -> None:
    told = Told()
    told.post_all(outcome)
    told.amend()
    assert {one.version for one in told.waiting()} == {2}
    assert {one.base for one in told.waiting()} == {0}


@pytest.mark.parametrize("outcome", [NO_ANSWER, PostOutcome.TRYING])
def test_a_version_that_may_have_arrived_is_settled_first_under_its_own_id(outcome: PostOutcome) -> None:
    told = Told()
    before = told.waiting()
    told.post_all(outcome)
    told.amend()
    assert [one.parcel for one in told.waiting()] == [one.parcel for one in before]
    told.post_all()
    assert {(one.version, one.base) for one in told.waiting()} == {(2, 1)}


def test_signed_again_with_nothing_changed_sends_nothing() -> None:
    told = Told()
    told.post_all()
    told.sign_again()
    assert told.waiting() == ()
    told.amend()
    assert {(one.version, one.base) for one in told.waiting()} == {(3, 1)}


def test_another_patient_takes_everything_back_first_and_the_half_that_went_is_finished() -> None:
    told = Told()
    told.post_all()
    told.correct_patient()
    credits, charges = told.waiting(Kind.CHARGES)
    told.attempt(credits, ACCEPTED)
    told.amend()
    (left,) = told.waiting(Kind.CHARGES)
    assert left.parcel == charges.parcel
    told.attempt(left, ACCEPTED)
    (late,) = told.waiting(Kind.CHARGES)
    assert (late.version, late.base) == (3, 2)


def test_a_refused_message_waits_for_a_person() -> None:
    told = Told()
    told.post_all(REFUSED)
    assert [one.due for one in told.waiting()] == [None, None]
    assert standing(told.events) is Standing.REFUSED
    for one in told.waiting():
        leave(told.station.daybook, one, "posted by hand")
    assert told.waiting() == ()


def test_attempts_come_further_and_further_apart_by_the_clock_that_is_given() -> None:
    told = Told()
    waits = []
    for _ in range(len(WAITS) + 2):
        (one,) = told.waiting(Kind.CHARGES)
        told.attempt(one, NO_ANSWER)
        (one,) = told.waiting(Kind.CHARGES)
        assert one.trail is not None and one.due is not None
        waits.append(one.due - one.trail.last)
        assert not one.is_due(told.station.daybook.clock())
        told.station.clocks.pass_(minutes=waits[-1].total_seconds() / 60)
        assert one.is_due(told.station.daybook.clock())
    assert waits == [*WAITS, HOURLY, HOURLY]


@pytest.mark.parametrize(("attempts", "wait"), [(0, HOURLY), (1, timedelta(minutes=1)), (99, HOURLY)])
def test_waits(attempts: int, wait: timedelta) -> None:
    assert wait_after(attempts) == wait


def test_what_the_receiver_said_is_kept() -> None:
    told = Told()
    (one,) = told.waiting(Kind.CHARGES)
    told.attempt(one, REFUSED, "Unknown account")
    trail = trails(told.events)[Kind.CHARGES][one.parcel.control_id]
    assert (trail.outcome, trail.attempts, trail.said) == (REFUSED, 1, "Unknown account")


def test_a_message_accepted_somewhere_goes_nowhere_again() -> None:
    told = Told()
    told.post_all()
    told.post_all()
    assert sum(event.kind == "Posted" for event in told.events) == 4


@pytest.mark.parametrize("kind", [Kind.FHIR, Kind.CHARGE_MASTER])
def test_files_are_posted_like_messages(kind: Kind) -> None:
    told = Told()
    (one,) = told.waiting(kind)
    assert not one.parcel.hl7
    assert one.parcel.name.startswith(f"{one.number}.v1.")
    told.attempt(one, ACCEPTED)
    assert told.waiting(kind) == ()
    told.amend()
    (late,) = told.waiting(kind)
    assert late.parcel.control_id != one.parcel.control_id


def test_no_name_of_a_file_says_who_the_patient_is() -> None:
    for one in Told().waiting(*Kind):
        assert "ROE" not in one.parcel.name and "40" not in one.parcel.name.split(".")[1]


def test_where_a_ticket_stands() -> None:
    told = Told()
    assert standing(told.events) is Standing.NOTHING
    told.station.daybook.write(told.id, Exported("ticket", "hl7"))
    assert standing(told.events) is Standing.EXPORTED
    told.post_all(PostOutcome.PUT_OFF)
    assert standing(told.events) is Standing.WAITING
    told.post_all()
    assert standing(told.events) is Standing.POSTED
    told.amend()
    assert standing(told.events) is Standing.AMENDED
