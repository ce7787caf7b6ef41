"""A line end in a user's name, with which a log could be made to say what never happened."""

from tests.app.suite import MORNING, PASSWORD
from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, visit

FORGED = "jdoe\nSIGNED by mruiz"


def test_nobody_is_let_in_and_the_answer_is_one_line(record: Record) -> None:
    said = record.run("tickets", "--user", FORGED)
    assert said.code == 2
    assert said.sentence.startswith("That name and password do not belong together")
    assert record.clean()


def test_nobody_is_made_under_it(record: Record) -> None:
    record.folder = record.folder.parent / "another"
    options = ("--site", "Elm", "--zone", "UTC", "--setting", "office", "--chairs", "2", "--no-keyring")
    secrets = 'passphrase = "stone and paper"\nadmin_password = "stone and paper"\nadmin_pin = "618250"\n'
    record.secrets.write_text(secrets, encoding="utf-8")
    said = record.run("init", *options, "--admin", FORGED)
    assert said.code == 2
    assert said.sentence.startswith("A sign-in name is up to 64 plain letters and digits")
    assert not record.folder.exists()


def test_a_site_of_two_lines_is_not_made(record: Record) -> None:
    record.folder = record.folder.parent / "another"
    options = ("--zone", "UTC", "--setting", "office", "--chairs", "2", "--admin", "admin", "--no-keyring")
    said = record.run("init", "--site", "Elm\nSIGNED", *options)
    assert said.code == 2
    assert "nothing was made" in said.sentence


def test_an_imported_author_stays_on_one_line(record: Record) -> None:
    assert record.take_in(visit(first={"started_by": FORGED})).code == 0
    assert record.log()[0]["started_by"] == FORGED
    assert "jdoe SIGNED by mruiz" in record.paper()
    assert record.clean()


def test_nobody_signs_in_or_is_added_at_the_desk_under_it(open_at: OpenAt) -> None:
    suite = open_at(MORNING, "admin")
    people = len(suite.shell.core.daybook.suite.people)
    suite.shell.window.show_page("settings")
    for name, text in (
        ("personNameField", "Forged"),
        ("personSignInField", FORGED),
        ("personPasswordField", PASSWORD),
        ("personPinField", "394072"),
    ):
        window.paste(suite, name, text)
    suite.hands.press("addPersonButton")
    suite.settle()
    assert "letters and digits without" in window.shown(suite, "personRefusal")
    assert len(suite.shell.core.daybook.suite.people) == people
