"""An encrypted connection: to a receiver somebody vouches for, and to no other."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from nursedesk.outputs.delivery import mllp
from nursedesk.outputs.delivery.deliver import deliver
from nursedesk.outputs.delivery.parcel import Mllp, Parcel
from nursedesk.outputs.messages.dft import dft
from nursedesk.record.posting_events import PostOutcome

from tests.clock import SettableClock
from tests.outputs.delivery.receiver import Receiver
from tests.outputs.messages.made import release

(MESSAGE,) = dft([release()])
PARCEL = Parcel("a.hl7", MESSAGE.control_id, MESSAGE.data)
CLOCK = SettableClock(datetime(2026, 11, 24, 19, 32, tzinfo=UTC))


@pytest.fixture
def vouched(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for this computer's own address, as a file and as a receiver has it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "receiver")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, secret = tmp_path / "receiver.pem", tmp_path / "key.pem"
    file.write_bytes(made.public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, secret)
    return file, context


def test_a_receiver_somebody_vouches_for_gets_it(vouched: tuple[Path, ssl.SSLContext]) -> None:
    file, context = vouched
    with Receiver("AA", tls=context) as receiver:
        answer = deliver(Mllp("127.0.0.1", receiver.port, tls=True), PARCEL, CLOCK, str(file))
    assert answer.outcome is PostOutcome.ACCEPTED
    assert receiver.frames == [MESSAGE.text]


def test_a_receiver_nobody_vouches_for_gets_nothing(vouched: tuple[Path, ssl.SSLContext]) -> None:
    with Receiver("AA", tls=vouched[1]) as receiver:
        answer = deliver(Mllp("127.0.0.1", receiver.port, tls=True), PARCEL, CLOCK)
    assert (answer.outcome, "cannot be trusted" in answer.said) == (PostOutcome.NOT_SENT, True)
    assert receiver.frames == []


def test_a_receiver_that_does_not_encrypt_gets_nothing() -> None:
    patience = mllp.Patience(timedelta(seconds=0.3), timedelta(seconds=0.3))
    with Receiver("AA") as receiver:
        answer = mllp.send(Mllp("127.0.0.1", receiver.port, tls=True), PARCEL, CLOCK, patience)
    assert answer.outcome is PostOutcome.NOT_SENT
    assert receiver.frames == []


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_file_that_vouches_for_nobody_is_said(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with Receiver("AA") as receiver:
        answer = deliver(Mllp("127.0.0.1", receiver.port, tls=True), PARCEL, CLOCK, str(file))
    assert answer.outcome is PostOutcome.NOT_SENT
    assert receiver.frames == []
