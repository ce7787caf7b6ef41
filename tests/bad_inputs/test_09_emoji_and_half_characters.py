"""An emoji is a character like any other; a lone surrogate is half of one, and no text."""

import json

import pytest
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import check_site

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

FAMILY = "👩\u200d👧 ROE"


def test_an_emoji_is_kept_and_listed(record: Record) -> None:
    assert record.take_in(visit("B-💉", patient={"name": FAMILY}, first={"drug": "💊 x"})).code == 0
    assert record.export("B-💉")["patient"]["name"] == FAMILY
    assert record.log()[0]["patient"] == FAMILY
    assert "B-💉" in record.ask("tickets").out
    assert "ROE" in record.paper()
    assert record.clean()


def test_half_a_character_is_refused_and_the_next_line_goes_in(record: Record) -> None:
    said = record.take_in(json.dumps(visit(patient={"name": "\ud800 Jane"})), visit("B-2"))
    assert said.code == 1
    assert said.err == ('line 1: patient.name: "\\ud800 Jane" has half of a character in it (a lone surrogate)\n')
    assert "1 added, 0 already there, 1 skipped" in said.out
    assert record.events("B-1") == ()
    assert record.clean()


def test_half_a_character_in_an_option_is_one_sentence(record: Record) -> None:
    assert record.take_in(visit()).code == 0
    for words in (
        ("export", "\udcff", "--format", "json", "-o", "-"),
        ("ticket", "\udcff", "--format", "json", "-o", "-"),
        ("tickets", "--encounter", "\udcff"),
        ("shift-log", "--from", "\udcff", "--to", "2027-01-01", "--format", "csv", "-o", "-"),
        ("import", "\udcff"),
    ):
        said = record.ask(*words)
        assert said.code == 2
        assert said.sentence == "\\udcff is not UTF-8 text, so nothing was done: type it again."
    assert record.clean()


def test_an_import_with_half_a_character_in_its_reason_changes_nothing(record: Record) -> None:
    file = record.folder.parent / "one.jsonl"
    file.write_text(json.dumps(visit()), encoding="utf-8")
    said = record.ask("import", str(file), "--reason", "paper \udcff")
    assert said.code == 2
    assert "nothing was done" in said.sentence
    assert record.events() == ()


def test_a_suite_is_not_half_made(record: Record) -> None:
    record.folder = record.folder.parent / "another"
    options = ("--zone", "UTC", "--setting", "office", "--chairs", "2", "--admin", "admin", "--no-keyring")
    said = record.run("init", "--site", "Elm \udcff", *options)
    assert said.code == 2
    assert "nothing was done" in said.sentence
    assert not record.folder.exists()

    with pytest.raises(Refused, match="site_hidden"):
        check_site("Elm \udcff")


def test_the_desk_takes_an_emoji_beside_letters(suite: Suite) -> None:
    window.check_in(suite, "ROE 💉, Jane")
    patient = window.seated(suite).patient
    assert patient is not None
    assert patient.name == "ROE 💉, Jane"
    assert window.is_clean(suite)
