"""A NUL byte, at which C programs end a text."""

from pathlib import Path

import pytest

from tests.bad_inputs.record import Record, visit


def test_a_name_does_not_end_at_it(record: Record) -> None:
    name = "ROE\0, Jane"
    assert record.take_in(visit(patient={"name": name}, first={"drug": "a\0b"})).code == 0
    assert record.export()["patient"]["name"] == name
    assert record.log()[0]["patient"] == "ROE[U+0000], Jane"
    assert "ROE[U+0000], Jane" in record.paper()
    assert record.clean()


def test_a_visit_is_found_by_its_whole_id(record: Record) -> None:
    assert record.take_in(visit("B\0one"), visit("B\0two"), visit("B")).code == 0
    assert record.export("B\0two")["id"] == "B\0two"
    listed = record.ask("tickets").out
    assert "B[U+0000]one" in listed
    assert "\0" not in listed


def test_raw_in_a_file_it_is_not_json(record: Record) -> None:
    said = record.take_in('{"schema": "nursedesk.encounter/1\0"}')
    assert said.code == 1
    assert said.err.startswith("line 1: not JSON")
    assert "0 added" in said.out


@pytest.mark.parametrize("command", ["tickets", "verify", "code"])
def test_in_a_path_it_is_one_sentence(record: Record, command: str, tmp_path: Path) -> None:
    if command == "code":
        said = record.run("code", str(tmp_path / "a\0b"))
    else:
        record.folder = tmp_path / "a\0b"
        said = record.ask(command) if command == "tickets" else record.run(command)
    assert said.code == 2
    assert "cannot be read" in said.sentence or "There is no suite in" in said.sentence
    assert "a[U+0000]b" in said.sentence


def test_in_the_name_of_a_secrets_file_it_is_one_sentence(record: Record, tmp_path: Path) -> None:
    record.secrets = tmp_path / "a\0b"
    said = record.ask("tickets")
    assert said.code == 2
    assert "cannot be read" in said.sentence


def test_a_file_is_not_written_under_half_its_name(record: Record, tmp_path: Path) -> None:
    assert record.take_in(visit()).code == 0
    said = record.ask("export", "B-1", "--format", "json", "-o", str(tmp_path / "a\0b.json"))
    assert said.code == 2
    assert "holds characters no file name may have. Nothing was written" in said.sentence
    assert not (tmp_path / "a").exists()
