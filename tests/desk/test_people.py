"""People change, leave and come back; whatever is tried, somebody can still let others in; and who has to wait."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from nursedesk.desk import hand_over, hang, people, run
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.open_desk import OpenDesk, open_desk
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import NewPerson, add_person, set_up
from nursedesk.desk.sign_in import WAIT_MS, Door
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.encounter import Access, Device, Patient, Setting
from nursedesk.record.events import LineId, PersonId
from nursedesk.store import keys as keys_of
from nursedesk.store import people as verifiers
from nursedesk.store.people import Checked

from tests.desk.station import Clocks, infliximab

PASSWORD, PASSPHRASE = "stone and paper", "twelve quiet chairs"
ADMIN, DOE, RUIZ = PersonId("admin"), PersonId("jdoe"), PersonId("mruiz")
FIRST = (
    NewPerson(Person(ADMIN, "Avery Stone", "", (Role.ADMINISTRATOR,)), PASSWORD, "618250"),
    NewPerson(Person(DOE, "Jordan Doe", "RN", (Role.NURSE,)), PASSWORD, "271946"),
    NewPerson(Person(RUIZ, "Maria Ruiz", "RN", (Role.NURSE,)), PASSWORD, "580314"),
)


@dataclass
class House:
    """A real record with the administrator at the desk."""

    folder: Path
    clocks: Clocks
    desk: OpenDesk
    door: Door

    def kinds(self, *kinds: str) -> list[object]:
        """What the record, read from the disk, holds of these kinds."""
        return [one.body for one in self.desk.ledger.station_events(kinds)]

    def refused(self, do: object) -> str:
        """The key with which something is refused; then nothing more is in the record than before."""
        before = len(self.kinds("PersonChanged", "CredentialSet"))
        with pytest.raises(Refused) as refused:
            do()
        assert len(self.kinds("PersonChanged", "CredentialSet")) == before
        return refused.value.key

    def open_again(self) -> None:
        """The program is closed and started anew."""
        self.desk.ledger.close()
        keys = keys_of.open_with_passphrase(self.folder, PASSPHRASE)
        self.desk = open_desk(self.folder, keys, self.clocks)
        self.door = Door.of(self.desk.daybook, self.desk.ledger)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    # The strength of the hash is tried in tests/store; here it would be most of the time.
    monkeypatch.setattr(verifiers, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    clocks = Clocks(wall=datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    facts = SuiteFacts(site="Elm Street", zone="America/New_York", chairs=("1", "2"))
    folder = tmp_path / "suite"
    made = set_up(folder, facts, FIRST, PASSPHRASE, use_keyring=False, read_clock=clocks)
    house = House(folder, clocks, made.desk, Door.of(made.desk.daybook, made.desk.ledger))
    house.door.enter(ADMIN, "password")
    yield house
    house.desk.ledger.close()


def _person(house: House, who: PersonId) -> Person:
    found = house.desk.daybook.suite.person(who)
    assert found is not None
    return found


# --- changing ---------------------------------------------------------------------------------------


def test_a_change_is_recorded_and_there_after_a_restart(house: House) -> None:
    nurse = _person(house, DOE)
    people.change(house.desk.daybook, replace(nurse, name="Jordan Doe-Lee", credential="RN OCN"))
    people.change(house.desk.daybook, replace(_person(house, DOE), roles=(Role.NURSE, Role.CHARGE_NURSE)))
    house.open_again()
    after = _person(house, DOE)
    assert (after.name, after.credential, after.roles) == (
        "Jordan Doe-Lee",
        "RN OCN",
        (Role.NURSE, Role.CHARGE_NURSE),
    )


def test_what_is_no_change_is_not_recorded(house: House) -> None:
    before = len(house.kinds("PersonChanged"))
    people.change(house.desk.daybook, _person(house, DOE))
    assert len(house.kinds("PersonChanged")) == before


def test_bad_changes_are_refused(house: House) -> None:
    book, nurse = house.desk.daybook, _person(house, DOE)
    assert house.refused(lambda: people.change(book, replace(nurse, name="  "))) == "person_name"
    assert house.refused(lambda: people.change(book, replace(nurse, name="x" * 121))) == "person_name"
    assert house.refused(lambda: people.change(book, replace(nurse, roles=()))) == "role_needed"
    yesterday = date(2026, 11, 23)
    assert house.refused(lambda: people.change(book, replace(nurse, until=yesterday))) == "until_past"
    stranger = Person(PersonId("nobody"), "N. Obody", "", (Role.NURSE,))
    assert house.refused(lambda: people.change(book, stranger)) == "no_such_person"


def test_a_nurse_changes_nobody(house: House) -> None:
    house.door.enter(DOE, "password")
    book, ledger = house.desk.daybook, house.desk.ledger
    assert house.refused(lambda: people.change(book, replace(_person(house, RUIZ), name="M"))) == "not_allowed"
    assert house.refused(lambda: people.leave(book, RUIZ)) == "not_allowed"
    assert house.refused(lambda: people.set_password(book, ledger, RUIZ, PASSWORD)) == "not_allowed"
    assert house.refused(lambda: people.set_pin(book, ledger, RUIZ, "394072")) == "not_allowed"
    assert house.refused(lambda: people.set_badge(book, ledger, DOE, "10020030")) == "not_allowed"


# --- the last administrator -------------------------------------------------------------------------


def test_the_last_administrator_stays(house: House) -> None:
    book, admin = house.desk.daybook, _person(house, ADMIN)
    assert people.is_last_administrator(book.suite, ADMIN)
    assert house.refused(lambda: people.leave(book, ADMIN)) == "last_administrator"
    assert house.refused(lambda: people.change(book, replace(admin, active=False))) == "last_administrator"
    assert house.refused(lambda: people.change(book, replace(admin, roles=(Role.NURSE,)))) == "last_administrator"
    tomorrow = date(2026, 11, 25)
    assert house.refused(lambda: people.change(book, replace(admin, until=tomorrow))) == "last_administrator"


def test_a_second_administrator_lets_the_first_go_unless_her_time_ends(house: House) -> None:
    book = house.desk.daybook
    for_a_day = replace(_person(house, RUIZ), roles=(Role.ADMINISTRATOR,), until=date(2026, 11, 25))
    people.change(book, for_a_day)
    assert house.refused(lambda: people.leave(book, ADMIN)) == "last_administrator"
    people.change(book, replace(for_a_day, until=None))
    people.leave(book, ADMIN)
    assert not _person(house, ADMIN).active
    assert house.refused(lambda: people.leave(book, DOE)) == "not_allowed", "at once, not at the next signing in"


def test_ten_wrong_pins_do_not_shut_the_last_administrator_out(house: House) -> None:
    results = [house.door.check_pin(ADMIN, "111222").result for _ in range(12)]
    assert results[8:10] == [Checked.WRONG, Checked.ENDED]
    house.door.note(ADMIN, house.door.check_pin(ADMIN, "618250"), "pin")
    assert house.door.check_pin(ADMIN, "618250").result is Checked.ENDED
    assert not house.door.pin_serves(ADMIN)
    assert house.door.check_password("admin", PASSWORD).result is Checked.RIGHT
    house.door.enter("admin", "password")
    people.set_pin(house.desk.daybook, house.desk.ledger, ADMIN, "394072")
    assert house.door.check_pin(ADMIN, "394072").result is Checked.RIGHT
    assert [one.what for one in house.kinds("LockedOut")] == ["pin"]


def test_wrong_passwords_make_a_name_wait_and_never_shut_it_out(house: House) -> None:
    def try_(password: str) -> Checked:
        check = house.door.check_password("ADMIN ", password)
        house.door.note("ADMIN ", check, "password")
        return check.result

    tried = [try_("wrong again") for _ in range(10)]
    assert tried == [Checked.WRONG] * 9 + [Checked.WAIT]
    assert try_(PASSWORD) is Checked.WAIT
    house.clocks.set_wall(timedelta(days=1))
    assert try_(PASSWORD) is Checked.WAIT, "a clock that is set does not shorten it"
    house.clocks.pass_(seconds=WAIT_MS / 1000 + 1)
    assert try_(PASSWORD) is Checked.RIGHT
    assert try_("wrong again") is Checked.WRONG, "a right one forgives the wrong ones"
    assert [one.what for one in house.kinds("LockedOut")] == ["password"]


def test_a_restart_does_not_shorten_the_wait(house: House) -> None:
    for _ in range(10):
        house.door.check_password("admin", "wrong again")
    house.open_again()
    assert house.door.check_password("admin", PASSWORD).result is Checked.WAIT
    house.clocks.pass_(seconds=WAIT_MS / 1000 + 1)
    assert house.door.check_password("admin", PASSWORD).result is Checked.RIGHT


def test_a_new_password_ends_the_wait(house: House) -> None:
    for _ in range(10):
        house.door.check_password("jdoe", "wrong again")
    people.set_password(house.desk.daybook, house.desk.ledger, DOE, "a newer password")
    house.door.forgive(DOE)
    assert house.door.check_password("jdoe", "a newer password").result is Checked.RIGHT
    assert house.door.check_password("jdoe", PASSWORD).result is Checked.WRONG


def test_an_unknown_name_waits_as_a_known_one_does(house: House) -> None:
    tried = [house.door.check_password("nobody", "wrong again").result for _ in range(10)]
    assert tried == [Checked.WRONG] * 9 + [Checked.WAIT]


# --- leaving ----------------------------------------------------------------------------------------


def _hang(house: House) -> tuple[str, LineId]:
    book = house.desk.daybook
    house.door.enter(DOE, "password")
    form = CheckIn("2", Patient("ROE, Jane"), Setting.OUTPATIENT_FACILITY, access=Access("A", Device.PERIPHERAL))
    visit = check_in(book, form)
    line = hang.hang_and_start(book, book.encounter(visit), infliximab())
    return visit, line


def test_who_has_lines_up_does_not_leave_before_they_are_handed_over(house: House) -> None:
    book = house.desk.daybook
    visit, _ = _hang(house)
    house.door.enter(ADMIN, "password")
    with pytest.raises(Refused) as refused:
        people.leave(book, DOE)
    assert refused.value.key == "lines_up"
    assert refused.value.params == {"name": "Jordan Doe", "lines": "2: infliximab"}
    assert _person(house, DOE).active
    house.door.enter(DOE, "pin")
    hand_over.hand_over(book, (book.encounter(visit),), RUIZ)
    house.door.enter(ADMIN, "password")
    people.leave(book, DOE)
    house.open_again()
    assert not _person(house, DOE).active


def test_who_has_left_does_not_come_in_and_may_come_back(house: House) -> None:
    book = house.desk.daybook
    visit, line = _hang(house)
    run.stop(book, book.encounter(visit), line)
    house.door.enter(ADMIN, "password")
    people.leave(book, DOE)
    assert house.door.check_password("jdoe", PASSWORD).result is not Checked.RIGHT
    assert house.door.check_pin(DOE, "271946").result is Checked.ENDED
    with pytest.raises(Refused):
        house.door.enter("jdoe", "password")
    people.come_back(book, DOE)
    assert house.door.check_password("jdoe", PASSWORD).result is Checked.RIGHT


def test_an_auditor_with_a_last_day_reads_until_then(house: House) -> None:
    book, ledger = house.desk.daybook, house.desk.ledger
    auditor = Person(PersonId("audit"), "Robin Vale", "", (Role.AUDITOR,))
    add_person(book, ledger, NewPerson(auditor, PASSWORD))
    people.change(book, replace(auditor, until=date(2026, 11, 24)))
    house.open_again()
    assert _person(house, auditor.id).until == date(2026, 11, 24)
    assert house.door.check_password("audit", PASSWORD).result is Checked.RIGHT
    house.clocks.pass_(minutes=15 * 60 + 30)
    assert house.door.check_password("audit", PASSWORD).result is not Checked.RIGHT
    with pytest.raises(Refused):
        house.door.enter("audit", "password")
    house.door.enter(ADMIN, "password")
    people.come_back(house.desk.daybook, auditor.id)
    assert _person(house, auditor.id).until is None


# --- badges -----------------------------------------------------------------------------------------


def test_a_badge_is_its_holders_and_its_number_is_nowhere_in_the_record(house: House) -> None:
    book, ledger = house.desk.daybook, house.desk.ledger
    people.set_badge(book, ledger, DOE, " 00417733 ")
    assert house.door.whose_badge("00417733") == _person(house, DOE)
    assert house.door.whose_badge("00417734") is None
    assert house.door.whose_badge("") is None
    assert "00417733" not in str(house.kinds("CredentialSet"))
    assert house.refused(lambda: people.set_badge(book, ledger, RUIZ, "00417733")) == "badge_taken"
    assert house.refused(lambda: people.set_badge(book, ledger, RUIZ, "JD-12345-6")) == "badge_unread"
    assert house.door.whose_badge("JD 0041-7733") == _person(house, DOE), "digits count, as at the PIN"
    house.open_again()
    assert house.door.whose_badge("00417733") == _person(house, DOE)
    house.door.enter(ADMIN, "password")
    people.set_badge(house.desk.daybook, house.desk.ledger, DOE, "")
    assert house.door.whose_badge("00417733") is None


def test_badges_are_not_guessed_at_the_door(house: House) -> None:
    people.set_badge(house.desk.daybook, house.desk.ledger, DOE, "00417733")
    for number in range(10):
        assert house.door.whose_badge(f"9000000{number}") is None
    assert house.door.whose_badge("00417733") is None
    house.door.enter(RUIZ, "password")
    assert house.door.whose_badge("00417733") == _person(house, DOE)


def test_the_badge_of_somebody_who_left_opens_nothing(house: House) -> None:
    people.set_badge(house.desk.daybook, house.desk.ledger, DOE, "00417733")
    people.leave(house.desk.daybook, DOE)
    assert house.door.whose_badge("00417733") is None


# --- in an emergency --------------------------------------------------------------------------------


def test_breaking_glass_wants_a_reason_and_ends_with_the_lock(house: House) -> None:
    book, ledger = house.desk.daybook, house.desk.ledger
    supervisor = Person(PersonId("house"), "Sam House", "RN", (Role.BREAK_GLASS,))
    add_person(book, ledger, NewPerson(supervisor, PASSWORD))
    form = CheckIn("1", Patient("ROE, Jane"), Setting.OUTPATIENT_FACILITY)
    house.door.enter("house", "password")
    with pytest.raises(Refused):
        check_in(book, form)
    with pytest.raises(Refused) as refused:
        house.door.break_glass("  ")
    assert refused.value.key == "reason_needed_glass"
    house.door.break_glass("nurse collapsed")
    visit = check_in(book, form)
    (broken,) = ledger.station_events(("GlassBroken",))
    assert (broken.header.reason, broken.header.actor) == ("nurse collapsed", "house")
    opened = book.events(visit)[0]
    assert (opened.header.actor, opened.header.session) == ("house", broken.header.session)
    house.door.lock()
    house.door.enter("house", "pin")
    with pytest.raises(Refused):
        check_in(book, replace(form, chair="2"))


def test_nobody_else_breaks_glass(house: House) -> None:
    with pytest.raises(Refused):
        house.door.break_glass("curious")
    assert house.kinds("GlassBroken") == []
