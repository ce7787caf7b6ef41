"""A name of zero-width joiners only: nobody could find that patient again."""

import pytest
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.events import PersonId

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NOTHING = "\u200d\u200d"


def test_the_desk_wants_a_name_that_can_be_seen(suite: Suite) -> None:
    window.check_in(suite, NOTHING)
    assert window.shown(suite, "nameField_error") == "This name has no letter anyone can see. Type it again."
    assert window.sitting(suite) is None
    suite.hands.type("nameField", "ROE, Jane", enter=False)
    suite.hands.press("checkInButton")
    suite.settle()
    assert window.seated(suite).patient is not None


def test_an_imported_one_is_kept_and_its_marks_are_seen(record: Record) -> None:
    assert record.take_in(visit(patient={"name": NOTHING})).code == 0
    assert record.export()["patient"]["name"] == NOTHING
    assert record.log()[0]["patient"] == "[U+200D][U+200D]"
    assert "[U+200D][U+200D]" in record.paper()
    assert record.clean()


@pytest.mark.parametrize("site", ["", "  ", NOTHING])
def test_a_suite_needs_a_name_that_can_be_seen(record: Record, site: str) -> None:
    record.folder = record.folder.parent / "another"
    options = ("--zone", "UTC", "--setting", "office", "--chairs", "2", "--admin", "admin", "--no-keyring")
    said = record.run("init", "--site", site, *options)
    assert said.code == 2
    assert "needs a name" in said.sentence
    assert not record.folder.exists()


def test_nobody_is_made_with_a_blank_password(record: Record) -> None:
    admin = NewPerson(Person(PersonId("admin"), "A", "", (Role.ADMINISTRATOR,)), " " * 12, None)
    folder = record.folder.parent / "another"
    facts = SuiteFacts(site="Elm", zone="UTC", chairs=("1",))
    with pytest.raises(Refused, match="password_short"):
        set_up(folder, facts, (admin,), "stone and paper", use_keyring=False)
    with pytest.raises(Refused, match="passphrase_short"):
        set_up(folder, facts, (), " " * 12, use_keyring=False)
    assert not folder.exists()
