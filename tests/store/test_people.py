"""Passwords and PINs: the right one opens, ten wrong PINs end it, and nothing readable is kept."""

import pytest
from nursedesk.record.events import EncounterId, PersonId
from nursedesk.store import people
from nursedesk.store.ledger import open_folder, open_reader
from nursedesk.store.people import (
    Check,
    Checked,
    PinProblem,
    check_password,
    check_password_reading,
    check_pin,
    end_pin,
    pin_problem,
    set_password,
    set_pin,
)
from nursedesk.store.tables import VERIFIER
from sqlalchemy import select

from tests.store.making import Desk, Suite

JANE, JOHN = PersonId("jane"), PersonId("john")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow hash made light: its cost is not what is tested here."""
    monkeypatch.setattr(people, "_HASHER", people.PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def test_the_right_password_and_pin(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    assert set_pin(suite.ledger, JANE, "194306") is None
    assert check_password(suite.ledger, JANE, "herons wade") == Check(Checked.RIGHT)
    assert check_password(suite.ledger, JANE, "Herons wade") == Check(Checked.WRONG)
    assert check_pin(suite.ledger, JANE, "194 306") == Check(Checked.RIGHT, 10)
    assert check_pin(suite.ledger, JANE, "１９４３０６") == Check(Checked.RIGHT, 10)


def test_beside_an_open_desk_a_password_is_checked_by_reading(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    beside = open_reader(suite.folder, suite.keys)
    assert check_password_reading(beside, suite.keys, JANE, "herons wade")
    assert not check_password_reading(beside, suite.keys, JANE, "herons")
    assert not check_password_reading(beside, suite.keys, JOHN, "herons wade")
    beside.close()


def test_nobody_without_one_gets_in(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    assert check_password(suite.ledger, JOHN, "herons wade").result is Checked.NOT_SET
    assert check_pin(suite.ledger, JANE, "194306").result is Checked.NOT_SET


def test_ten_wrong_pins_end_it_also_over_a_new_start(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    set_pin(suite.ledger, JANE, "194306")
    left = [check_pin(suite.ledger, JANE, "194307").tries_left for _ in range(5)]
    suite.ledger.close()
    suite.ledger = open_folder(suite.folder, suite.keys)
    left += [check_pin(suite.ledger, JANE, "000000").tries_left for _ in range(4)]
    assert left == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert check_pin(suite.ledger, JANE, "194307") == Check(Checked.ENDED, 0)
    assert check_pin(suite.ledger, JANE, "194306") == Check(Checked.ENDED, 0)
    assert check_password(suite.ledger, JANE, "herons wade").result is Checked.RIGHT
    set_pin(suite.ledger, JANE, "730915")
    assert check_pin(suite.ledger, JANE, "730915").result is Checked.RIGHT
    suite.ledger.close()


def test_a_right_pin_forgives_the_wrong_ones(suite: Suite) -> None:
    set_pin(suite.ledger, JANE, "194306")
    for _ in range(3):
        for _ in range(9):
            assert check_pin(suite.ledger, JANE, "194307").result is Checked.WRONG
        assert check_pin(suite.ledger, JANE, "194306").result is Checked.RIGHT


def test_a_password_is_never_locked_by_wrong_ones(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    for _ in range(12):
        assert check_password(suite.ledger, JANE, "x").result is Checked.WRONG
    assert check_password(suite.ledger, JANE, "herons wade").result is Checked.RIGHT


def test_a_pin_can_be_taken_away(suite: Suite) -> None:
    set_pin(suite.ledger, JANE, "194306")
    end_pin(suite.ledger, JANE)
    assert check_pin(suite.ledger, JANE, "194306").result is Checked.NOT_SET


def test_a_verifier_put_in_another_persons_row_opens_nothing(suite: Suite) -> None:
    set_pin(suite.ledger, JANE, "194306")
    set_pin(suite.ledger, JOHN, "730915")
    from_jane = "(SELECT verifier FROM verifier WHERE person = 'jane')"
    copy = f"UPDATE verifier SET verifier = {from_jane} WHERE person = 'john'"  # noqa: S608 no one else's words
    suite.ledger.run(lambda connection: connection.exec_driver_sql(copy).rowcount)
    assert check_pin(suite.ledger, JOHN, "194306").result is Checked.WRONG


def test_the_verifier_needs_the_suites_key(suite: Suite) -> None:
    set_pin(suite.ledger, JANE, "194306")
    kept = suite.ledger.run(lambda connection: connection.execute(select(VERIFIER.c.verifier)).scalar_one())
    assert kept.startswith("$argon2id$")
    for guess in ("194306", "pin\0jane\x00194306"):
        assert not people._matches(kept, guess)


def test_a_spoilt_verifier_is_a_wrong_password_not_a_crash(suite: Suite) -> None:
    set_password(suite.ledger, JANE, "herons wade")
    spoil = "UPDATE verifier SET verifier = 'nonsense'"
    suite.ledger.run(lambda connection: connection.exec_driver_sql(spoil).rowcount)
    assert check_password(suite.ledger, JANE, "herons wade").result is Checked.WRONG


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("194306", None),
        ("１９４３０６", None),
        ("19 43 06", None),
        ("123456", PinProblem.TOO_SIMPLE),
        ("987654", PinProblem.TOO_SIMPLE),
        ("890123", PinProblem.TOO_SIMPLE),
        ("000000", PinProblem.TOO_SIMPLE),
        ("121212", PinProblem.TOO_SIMPLE),
        ("147147", PinProblem.TOO_SIMPLE),
        ("12345", PinProblem.NOT_SIX_DIGITS),
        ("1234567", PinProblem.NOT_SIX_DIGITS),
        ("", PinProblem.NOT_SIX_DIGITS),
        ("12a456", PinProblem.NOT_SIX_DIGITS),
        ("١٩٤٣٠٦", PinProblem.NOT_SIX_DIGITS),
    ],
)
def test_which_pins_may_be_chosen(suite: Suite, pin: str, problem: PinProblem | None) -> None:
    assert pin_problem(pin) is problem
    assert set_pin(suite.ledger, JANE, pin) is problem
    assert (check_pin(suite.ledger, JANE, pin).result is Checked.NOT_SET) == (problem is not None)


def test_a_lone_surrogate_in_a_password_is_only_a_character(suite: Suite, desk: Desk) -> None:
    set_password(suite.ledger, JANE, "a\ud800")
    assert check_password(suite.ledger, JANE, "a\ud800").result is Checked.RIGHT
    assert suite.ledger.events_of(EncounterId("none")) == ()
