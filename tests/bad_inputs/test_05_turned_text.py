"""U+202E, which turns the text behind it around, in a drug's name."""

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

DRUG = "inflix\u202ebamix"


def test_an_imported_drug_is_shown_with_the_mark_written_out(record: Record) -> None:
    assert record.take_in(visit(first={"drug": DRUG})).code == 0
    assert record.log()[0]["drug"] == "inflix[U+202E]bamix"
    assert record.export()["administrations"][0]["drug"] == DRUG
    assert "inflix[U+202E]bamix" in record.paper()
    texts = [finding["text"] for finding in record.ticket()["findings"]]
    assert any(text.startswith("inflix[U+202E]bamix: no drug line") for text in texts)
    assert all("\u202e" not in text for text in texts)
    assert record.clean()


def test_a_turned_name_is_not_taken_at_the_desk(suite: Suite) -> None:
    window.check_in(suite, "ROE\u202e, enaJ")
    assert "hidden characters" in window.shown(suite, "nameField_error")
    assert window.sitting(suite) is None


def test_a_suite_with_a_turned_name_is_not_made(record: Record) -> None:
    said = record.run(*_init("Elm \u202eteertS", record), "--admin", "admin")
    assert said.code == 2
    assert "hidden characters" in said.sentence
    assert "nothing was made" in said.sentence


def _init(site: str, record: Record) -> tuple[str, ...]:
    record.folder = record.folder.parent / "another"
    return ("init", "--no-keyring", "--site", site, "--zone", "UTC", "--setting", "office", "--chairs", "2")
