"""The samples a stranger can make: every kind of file, valid, the same whenever they are made, of nobody real."""

import csv
import io
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from hl7apy.consts import VALIDATION_LEVEL
from hl7apy.parser import parse_message
from nursedesk.cli import main

from tests.cli.test_record import SECRETS

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("samples") / "new"
    assert main(["samples", str(made)]) == 0
    return made


def test_every_kind_of_file_is_there(folder: Path) -> None:
    names = {file.name for file in folder.iterdir()}
    kinds = {name.partition(".")[2] for name in names}
    assert {"html", "csv", "json", "fhir.json", "hl7", "pdf", "jsonl"} <= kinds
    assert all(file.stat().st_mode & 0o777 == 0o600 and file.stat().st_size for file in folder.iterdir())


def test_messages_are_valid(folder: Path) -> None:
    for file in folder.glob("*.fhir.json"):
        Bundle.model_validate_json(file.read_bytes())
    kinds = set()
    for file in folder.glob("*.hl7"):
        for text in file.read_bytes().decode().split("MSH|")[1:]:
            parse_message(f"MSH|{text}", validation_level=VALIDATION_LEVEL.STRICT).validate()
            kinds.add(text.split("|")[7])
    assert kinds == {"DFT^P03^DFT_P03", "RAS^O17^RAS_O17"}


def test_the_amended_ticket_credits_and_posts(folder: Path) -> None:
    text = (folder / "ticket-amended.hl7").read_bytes().decode()
    lines = [one.split("|") for one in text.split("\r") if one.startswith("FT1|")]
    assert {one[6] for one in lines} == {"CD", "CG"}
    rows = list(csv.DictReader(io.StringIO((folder / "charges-amended.csv").read_text(encoding="utf-8"))))
    assert {row["type"] for row in rows} == {"credit", "charge"}


def test_the_long_stay_has_its_sixty_lines_over_midnight(folder: Path) -> None:
    text = (folder / "ticket-long-stay.hl7").read_bytes().decode()
    days = [one.split("|")[3][:8] for one in text.split("\r") if one.startswith("RXA|")]
    assert len(days) == 60
    assert set(days) == {"20261123", "20261124"}
    assert (folder / "ticket-long-stay.html").read_text(encoding="utf-8").count("ceFAZolin") >= 60


def test_made_again_they_are_the_same(folder: Path, tmp_path: Path) -> None:
    assert main(["samples", str(tmp_path)]) == 0
    for file in folder.iterdir():
        if file.suffix != ".pdf":
            assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_files_that_are_there_stay_unless_it_is_said(folder: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["samples", str(folder)]) == 2
    assert "already a file" in capsys.readouterr().err
    assert main(["samples", str(folder), "--force"]) == 0


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["samples", str(tmp_path / "file" / "new")]) == 2
    assert "cannot be made" in capsys.readouterr().err


def test_the_visits_go_into_a_record_as_the_readme_says(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    where = ["--data", str(tmp_path / "suite"), "--secrets", str(secrets)]
    site = ("--site", "Elm Street", "--zone", "America/New_York", "--setting", "outpatient_facility")
    assert main(["init", *site, "--chairs", "12", "--admin", "admin", "--no-keyring", *where]) == 0
    capsys.readouterr()
    visits = str(folder / "visits.jsonl")
    assert main(["import", visits, "--reason", "paper during downtime", "--user", "admin", *where]) == 0
    assert capsys.readouterr().out == "3 added, 0 already there, 0 skipped\n"
