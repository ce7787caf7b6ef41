"""A text that would be a command in a carelessly written database program."""

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

DROP = "'; DROP TABLE event;--"


def test_every_text_of_an_import_stays_text(record: Record) -> None:
    sly = visit(
        DROP, patient={"name": DROP, "mrn": DROP}, first={"drug": DROP, "started_by": DROP, "response": DROP}
    )
    assert record.take_in(sly).code == 0
    assert record.export(DROP)["patient"] == {"name": DROP, "mrn": DROP, "birth_date": "1961-02-02"}
    assert record.log()[0]["drug"] == DROP
    assert DROP in record.paper()
    assert record.clean()


def test_every_option_stays_text(record: Record) -> None:
    assert record.take_in(visit()).code == 0
    stored = record.events()
    assert "There is no ticket" in record.ask("ticket", DROP, "--format", "json", "-o", "-").sentence
    assert "There is no encounter" in record.ask("export", DROP, "--format", "json", "-o", "-").sentence
    assert len(record.ask("tickets", "--encounter", DROP).out.splitlines()) == 1
    nurse = ("--nurse", DROP, "--format", "csv", "-o", "-")
    assert (
        "Nobody signs in as"
        in record.ask("shift-log", "--from", "2026-01-01", "--to", "2027-01-01", *nurse).sentence
    )
    said = record.run("tickets", "--user", DROP)
    assert said.code == 2
    assert "do not belong together" in said.sentence
    assert record.events() == stored
    assert record.clean()


def test_typed_and_searched_at_the_desk_it_stays_text(suite: Suite) -> None:
    window.check_in(suite, DROP)
    assert window.seated(suite).patient is not None
    suite.hands.type("searchField", DROP)
    suite.settle()
    suite.shell.window.show_page("tickets")
    suite.hands.type("ticketsSearch", DROP)
    suite.settle()
    assert window.all_stored(suite) == 1
    assert window.is_clean(suite)
