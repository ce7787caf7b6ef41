"""A message over MLLP to a receiver that takes it, refuses, puts off, is silent, hangs up, babbles or is gone."""

import socket
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.delivery import mllp
from nursedesk.outputs.delivery.parcel import Answer, Mllp, Parcel
from nursedesk.outputs.messages.dft import dft
from nursedesk.record.posting_events import PostOutcome

from tests.clock import SettableClock
from tests.outputs.delivery.receiver import Receiver, acknowledgement
from tests.outputs.messages.made import named, release

(MESSAGE,) = dft([release()])
PARCEL = Parcel("a.hl7", MESSAGE.control_id, MESSAGE.data)
NOW = datetime(2026, 11, 24, 19, 32, tzinfo=UTC)
PATIENCE = mllp.Patience(timedelta(seconds=0.3), timedelta(seconds=0.3))


def send(port: int, parcel: Parcel = PARCEL, clock: mllp.Clock | None = None) -> Answer:
    return mllp.send(Mllp("127.0.0.1", port), parcel, clock or SettableClock(NOW), PATIENCE)


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said"),
    [
        ("AA", PostOutcome.ACCEPTED, ""),
        ("CA", PostOutcome.ACCEPTED, ""),
        ("AE", PostOutcome.REFUSED, "Unknown key identifier Account is closed"),
        ("AR", PostOutcome.PUT_OFF, "Account is closed"),
        ("ZZ", PostOutcome.NO_ANSWER, "no acknowledgement"),
        ("garbage", PostOutcome.NO_ANSWER, "without an acknowledgement"),
        ("other", PostOutcome.NO_ANSWER, "of another message (SOMETHINGELSE)"),
        ("silent", PostOutcome.NO_ANSWER, "time is over"),
        ("hang up", PostOutcome.NO_ANSWER, "without an acknowledgement"),
        ("hang up at once", PostOutcome.NO_ANSWER, ""),
        ("huge", PostOutcome.NO_ANSWER, ""),
    ],
)
def test_what_the_receiver_does_is_an_answer(behaviour: str, outcome: PostOutcome, said: str) -> None:
    with Receiver(behaviour) as receiver:
        answer = send(receiver.port)
    assert answer.outcome is outcome
    assert said in answer.said


def test_the_receiver_gets_the_message_byte_for_byte() -> None:
    with Receiver() as receiver:
        send(receiver.port)
    assert receiver.taken == {MESSAGE.control_id: MESSAGE.text}


@pytest.mark.parametrize("name", ["a|b^c~d\\e&f", "O'Brien-Ñuñez 👩🏽\u200d⚕", "a\r\x0b\x1c\rb"])
def test_no_text_breaks_the_frame(name: str) -> None:
    (message,) = dft([named(name)])
    with Receiver() as receiver:
        answer = send(receiver.port, Parcel("a.hl7", message.control_id, message.data))
    assert answer.outcome is PostOutcome.ACCEPTED
    assert receiver.frames == [message.text]


def test_nobody_there_is_said_and_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    answer = send(port)
    assert answer.outcome is PostOutcome.NOT_SENT
    assert f"mllp://127.0.0.1:{port} does not answer" in answer.said


def test_a_host_that_is_none_is_said() -> None:
    for host in ("no.such.host.invalid", "x" * 300, ".."):
        answer = mllp.send(Mllp(host, 2575), PARCEL, SettableClock(NOW), PATIENCE)
        assert answer.outcome is PostOutcome.NOT_SENT


def test_an_answer_that_trickles_ends_when_its_time_is_over() -> None:
    clock = SettableClock(NOW)

    def ticking() -> datetime:
        return clock.advance(seconds=0.05)

    with Receiver("trickle") as receiver:
        answer = send(receiver.port, clock=ticking)
    assert (answer.outcome, "time is over" in answer.said) == (PostOutcome.NO_ANSWER, True)


def test_a_wait_that_nobody_wants_any_more_ends_at_once() -> None:
    def leave() -> None:
        raise KeyboardInterrupt

    with Receiver("silent") as receiver, pytest.raises(KeyboardInterrupt):
        mllp.send(Mllp("127.0.0.1", receiver.port), PARCEL, SettableClock(NOW), mllp.Patience(go_on=leave))


def test_sent_again_after_silence_the_receiver_keeps_one() -> None:
    with Receiver("silent", "AA") as receiver:
        assert send(receiver.port).outcome is PostOutcome.NO_ANSWER
    with Receiver("AA", port=receiver.port) as again:
        again.taken.update(receiver.taken)
        assert send(again.port).outcome is PostOutcome.ACCEPTED
    assert list(again.taken) == [MESSAGE.control_id]
    assert receiver.frames == again.frames == [MESSAGE.text]


def test_what_is_not_hl7_does_not_go_over_mllp() -> None:
    answer = send(1, Parcel("a.json", "C", b"{}", hl7=False))
    assert (answer.outcome, "choose a folder" in answer.said) == (PostOutcome.NOT_SENT, True)


@given(st.binary(max_size=400))
def test_no_bytes_are_an_acceptance_by_accident(said: bytes) -> None:
    assert mllp.acknowledged(said, MESSAGE.control_id).outcome is PostOutcome.NO_ANSWER


@given(st.text(max_size=60))
def test_a_receiver_s_words_are_one_printable_line(text: str) -> None:
    frame = acknowledgement("AE", "C").replace(b"Account is closed", text.encode("utf-8", "replace"))
    answer = mllp.acknowledged(frame, "C")
    assert all(character.isprintable() for character in answer.said)
