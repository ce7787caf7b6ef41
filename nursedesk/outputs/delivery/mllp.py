"""Send a message by MLLP and wait for its acknowledgement; every way it can go wrong is an answer, not an error.

Frame: 0x0B, the message, 0x1C 0x0D. Only AA or CA with this message's control id is an acceptance. AE and CE want
a person; AR and CR mean not now. What was sent and not answered may have arrived.
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nursedesk.outputs.delivery.parcel import Answer, Mllp, Parcel, words
from nursedesk.record.posting_events import PostOutcome

START, END = b"\x0b", b"\x1c\x0d"
CONNECT = timedelta(seconds=5)
LOOK_UP = timedelta(seconds=0.5)
"""How often a wait asks whether it is still wanted."""
ANSWER = timedelta(seconds=30)
MOST = 65_536
"""Bytes of an acknowledgement; more than that is none."""
_ACCEPTED = frozenset({"AA", "CA"})
_REFUSED = frozenset({"AE", "CE"})
_PUT_OFF = frozenset({"AR", "CR"})

Clock = Callable[[], datetime]


def always() -> None:
    """Wanted to the end."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for the connection, then for the acknowledgement; `go_on` raises when nobody wants it."""

    connect: timedelta = CONNECT
    answer: timedelta = ANSWER
    go_on: Callable[[], None] = always
    certificates: str = ""
    """PEM file of who vouches for the receiver (mllps); empty: whom this computer trusts."""


def send(to: Mllp, parcel: Parcel, clock: Clock, patience: Patience) -> Answer:
    """One attempt: connect, send, wait for the acknowledgement."""
    if not parcel.hl7:
        return Answer(PostOutcome.NOT_SENT, "Only HL7 messages go over MLLP: choose a folder for this one.")
    try:
        connection = _connected(to, patience)
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or "no encryption"
        return Answer(PostOutcome.NOT_SENT, words(f"{to} cannot be trusted ({why}). Nothing was sent."))
    except (OSError, ValueError) as error:
        return Answer(PostOutcome.NOT_SENT, f"{to} does not answer ({_why(error)}). Nothing was sent.")
    with connection:
        try:
            connection.settimeout(patience.answer.total_seconds())
            connection.sendall(START + parcel.data + END)
            said = _read(connection, clock, patience)
        except OSError as error:
            return Answer(PostOutcome.NO_ANSWER, f"Sent, and no acknowledgement came ({_why(error)}).")
    return acknowledged(said, parcel.control_id)


def _connected(to: Mllp, patience: Patience) -> socket.socket:
    connection = socket.create_connection((to.host, to.port), patience.connect.total_seconds())
    if not to.tls:
        return connection
    try:
        trusted = ssl.create_default_context(cafile=patience.certificates or None)
        return trusted.wrap_socket(connection, server_hostname=to.host)
    except BaseException:
        connection.close()
        raise


def _read(connection: socket.socket, clock: Clock, patience: Patience) -> bytes:
    """What comes until the end of the frame, the connection, or the time."""
    until, slices, got = clock() + patience.answer, -(-patience.answer // LOOK_UP), b""
    while END not in got and len(got) <= MOST:
        patience.go_on()
        left = min(until - clock(), LOOK_UP, patience.answer)
        # A clock that is set back must not make a wait endless: silent slices are counted too.
        if left <= timedelta() or slices <= 0:
            raise TimeoutError("time is over")
        connection.settimeout(left.total_seconds())
        try:
            piece = connection.recv(4096)
        except TimeoutError:
            slices -= 1
            continue
        if not piece:
            break
        got += piece
    return got


def acknowledged(said: bytes, control_id: str) -> Answer:
    """What an acknowledgement says of the message with this control id."""
    frame, end, _ = said.partition(END)
    if not end or START not in frame:
        return Answer(PostOutcome.NO_ANSWER, "Sent, and the connection ended without an acknowledgement.")
    segments = [one.split("|") for one in frame.split(START, 1)[1].decode("utf-8", "replace").split("\r")]
    code, about, text = _msa(segments)
    if about != control_id:
        return Answer(
            PostOutcome.NO_ANSWER, words(f"Sent, and the acknowledgement is of another message ({about}).")
        )
    reason = words(" ".join(part for part in (text, *_errors(segments)) if part))
    if code in _ACCEPTED:
        return Answer(PostOutcome.ACCEPTED, reason)
    if code in _REFUSED:
        return Answer(PostOutcome.REFUSED, reason or "The receiver gave no reason.")
    if code in _PUT_OFF:
        return Answer(PostOutcome.PUT_OFF, reason or "The receiver gave no reason.")
    return Answer(PostOutcome.NO_ANSWER, words(f"Sent, and “{code}” is no acknowledgement."))


def _msa(segments: list[list[str]]) -> tuple[str, str, str]:
    fields = next((one for one in segments if one[0].strip() == "MSA"), ["MSA"])
    code, about, text = (*fields[1:4], "", "", "")[:3]
    return code.strip().upper(), about.strip(), text


def _errors(segments: list[list[str]]) -> list[str]:
    """The readable parts of ERR: the code's text, what the user is told."""
    found = []
    for one in segments:
        if one[0].strip() == "ERR":
            found += [
                part for number in (3, 7, 8) if number < len(one) for part in one[number].split("^")[:2] if part
            ]
    return found


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, TimeoutError):
        return "time is over"
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
