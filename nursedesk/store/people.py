"""Passwords and PINs: argon2id verifiers inside the encrypted database, peppered with a key of the suite.

A check is counted as wrong before it is made and forgiven when it was right, so killing the program gains no try.
The slow hash runs on the caller's thread, so presses go on being saved meanwhile.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from nursedesk.record.events import PersonId
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger
from nursedesk.store.reader import Reader
from nursedesk.store.tables import VERIFIER

PIN_TRIES = 10
PIN_DIGITS = 6

_HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4)
_WHOSE = (VERIFIER.c.person == bindparam("whose"), VERIFIER.c.kind == bindparam("what"))
_FIND = select(VERIFIER.c.verifier, VERIFIER.c.wrong_count).where(*_WHOSE)
_COUNT = update(VERIFIER).where(*_WHOSE).values(wrong_count=VERIFIER.c.wrong_count + 1)
_FORGIVE = update(VERIFIER).where(*_WHOSE).values(wrong_count=0)


class Checked(StrEnum):
    """What came of checking a password or PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    ENDED = "ended"
    """Ten wrong PINs: the password is needed, and a new PIN."""
    NOT_SET = "not_set"
    WAIT = "wait"
    """Too many wrong passwords in a row: nothing was tried."""


class PinProblem(StrEnum):
    """Why a PIN may not be chosen."""

    NOT_SIX_DIGITS = "not_six_digits"
    TOO_SIMPLE = "too_simple"


@dataclass(frozen=True, slots=True)
class Check:
    """The result of a check, and how many tries of a PIN are left."""

    result: Checked
    tries_left: int | None = None


def set_password(ledger: Ledger, person: PersonId, password: str) -> None:
    """Put a person's password in place of the one before."""
    _set(ledger, person, "password", password)


def set_pin(ledger: Ledger, person: PersonId, pin: str) -> PinProblem | None:
    """Put a person's six-digit PIN in place of the one before, or say why it may not be chosen."""
    problem = pin_problem(pin)
    if problem is None:
        _set(ledger, person, "pin", plain_pin(pin))
    return problem


def check_password(ledger: Ledger, person: PersonId, password: str) -> Check:
    """Whether this is the person's password (about 0.1 s)."""
    return _check(ledger, person, "password", password, None)


def check_pin(ledger: Ledger, person: PersonId, pin: str) -> Check:
    """Whether this is the person's PIN (about 0.1 s); the tenth wrong one in a row ends it for good."""
    return _check(ledger, person, "pin", plain_pin(pin), PIN_TRIES)


def wrong_tries(ledger: Ledger, person: PersonId, kind: str) -> int:
    """How many wrong passwords or PINs (`kind`) there were in a row; 0 for somebody who has none."""
    whose = {"whose": person, "what": kind}
    row = ledger.run(lambda connection: connection.execute(_FIND, whose).first())
    return int(row.wrong_count) if row is not None else 0


def badge_seal(keys: Keys, badge: str) -> str:
    """What the record keeps of a badge's number: the same for the same digits, and nothing to read them from."""
    return hmac.digest(keys.pepper(), b"badge\0" + badge_digits(badge).encode(), hashlib.sha256).hex()


def badge_digits(badge: str) -> str:
    """The digits of a badge's number, which is what a scanner at the PIN gives of it."""
    return "".join(one for one in unicodedata.normalize("NFKC", badge) if one in "0123456789")


def check_password_reading(reader: Reader, keys: Keys, person: PersonId, password: str) -> bool:
    """Whether this is the person's password, beside an open desk: nothing can be counted there."""
    verifier = reader.verifier(person, "password")
    return _matches(verifier or _nobodys(), _peppered(keys, person, "password", password)) and verifier is not None


def end_pin(ledger: Ledger, person: PersonId) -> None:
    """Take a person's PIN away."""
    gone = delete(VERIFIER).where(*_WHOSE)
    ledger.run(lambda connection: connection.execute(gone, {"whose": person, "what": "pin"}).rowcount)


def pin_problem(pin: str) -> PinProblem | None:
    """Why a PIN may not be chosen: not six digits, one digit only, a run like 123456, a pair or triple again."""
    digits = plain_pin(pin)
    if len(digits) != PIN_DIGITS or not (digits.isascii() and digits.isdigit()):
        return PinProblem.NOT_SIX_DIGITS
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    repeats = digits == digits[:2] * 3 or digits == digits[:3] * 2
    if repeats or (len(steps) == 1 and steps <= {0, 1, 9}):
        return PinProblem.TOO_SIMPLE
    return None


def plain_pin(pin: str) -> str:
    """A PIN as it counts: other scripts' full-width digits made plain, spaces taken out."""
    return "".join(unicodedata.normalize("NFKC", pin).split())


def _set(ledger: Ledger, person: PersonId, kind: str, secret: str) -> None:
    row = {"person": person, "kind": kind, "verifier": _HASHER.hash(_peppered(ledger.keys, person, kind, secret))}
    put = insert(VERIFIER).prefix_with("OR REPLACE")
    ledger.run(lambda connection: connection.execute(put, row | {"wrong_count": 0}).rowcount)


def _check(ledger: Ledger, person: PersonId, kind: str, secret: str, limit: int | None) -> Check:
    whose = {"whose": person, "what": kind}

    def take_a_try(connection: Connection) -> tuple[str, int] | None:
        row = connection.execute(_FIND, whose).first()
        if row is None:
            return None
        if limit is None or row.wrong_count < limit:
            connection.execute(_COUNT, whose)
        return str(row.verifier), int(row.wrong_count)

    found = ledger.run(take_a_try)
    if found is None:
        # As slow as a real check, so that the time does not tell who is known here.
        _matches(_nobodys(), _peppered(ledger.keys, person, kind, secret))
        return Check(Checked.NOT_SET)
    verifier, wrong_before = found
    if limit is not None and wrong_before >= limit:
        return Check(Checked.ENDED, 0)
    if _matches(verifier, _peppered(ledger.keys, person, kind, secret)):
        ledger.run(lambda connection: connection.execute(_FORGIVE, whose).rowcount)
        return Check(Checked.RIGHT, limit)
    left = None if limit is None else limit - wrong_before - 1
    return Check(Checked.ENDED if left == 0 else Checked.WRONG, left)


@cache
def _nobodys() -> str:
    """A verifier that no password or PIN matches."""
    return _HASHER.hash(secrets.token_hex(32))


def _matches(verifier: str, peppered: str) -> bool:
    try:
        return _HASHER.verify(verifier, peppered)
    except (VerificationError, InvalidHashError):
        return False


def _peppered(keys: Keys, person: PersonId, kind: str, secret: str) -> str:
    plain = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    # The person and the kind are in, so that one person's verifier put in another's row opens nothing.
    bound = f"{kind}\0{person}\0".encode() + plain
    return hmac.digest(keys.pepper(), bound, hashlib.sha256).hex()
