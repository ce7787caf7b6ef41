"""Tickets as files in every format, charges under a site's numbers, and messages that are posted, by command."""

import csv
import io
import json
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from hl7apy.consts import VALIDATION_LEVEL
from hl7apy.parser import parse_message
from nursedesk.cli import main

from tests.cli.signed import SIGNED, make
from tests.outputs.delivery.receiver import Receiver

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A record for what only reads; the options that name it."""
    return make(tmp_path_factory.mktemp("read"))


@pytest.fixture
def own(tmp_path: Path) -> list[str]:
    """A record of one's own, for what posts."""
    (tmp_path / "record").mkdir()
    return make(tmp_path / "record")


def listed(record: list[str], capsys: Capture, *more: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["tickets", "--json", *more, *record]) == 0
    return list(json.loads(capsys.readouterr().out))


def number_of(record: list[str], capsys: Capture, encounter: str) -> str:
    return next(one["number"] for one in listed(record, capsys) if one["encounter"] == encounter)


def ticket(record: list[str], tmp_path: Path, number: str, fmt: str, *more: str) -> bytes:
    out = tmp_path / f"ticket.{fmt}"
    assert main(["ticket", number, "--format", fmt, "-o", str(out), "--force", *more, *record]) == 0
    assert out.stat().st_mode & 0o777 == 0o600
    return out.read_bytes()


def test_a_ticket_in_every_format(record: list[str], tmp_path: Path, capsys: Capture) -> None:
    number = number_of(record, capsys, "V-90")
    assert b"ROE, Jane" in ticket(record, tmp_path, number, "html")
    rows = list(csv.DictReader(io.StringIO(ticket(record, tmp_path, number, "csv").decode())))
    assert [row["code"] for row in rows] == ["96365", "J1745"]
    bundle = Bundle.model_validate_json(ticket(record, tmp_path, number, "fhir"))
    assert {one.resource.get_resource_type() for one in bundle.entry} >= {"ChargeItem", "MedicationAdministration"}
    text = ticket(record, tmp_path, number, "hl7").decode()
    messages = [f"MSH{part}" for part in text.split("MSH")[1:]]
    assert [one.split("|")[8] for one in messages] == ["DFT^P03^DFT_P03", "RAS^O17^RAS_O17"]
    for one in messages:
        parse_message(one, validation_level=VALIDATION_LEVEL.STRICT).validate()
    assert ticket(record, tmp_path, number, "pdf").startswith(b"%PDF")
    assert json.loads(ticket(record, tmp_path, number, "json"))["encounter"] == "V-90"


def test_a_page_in_spanish(record: list[str], tmp_path: Path, capsys: Capture) -> None:
    page = ticket(record, tmp_path, number_of(record, capsys, "V-90"), "html", "--language", "es").decode()
    assert '<html lang="es">' in page


def test_a_file_that_is_there_is_not_replaced_unasked(record: list[str], tmp_path: Path, capsys: Capture) -> None:
    number = number_of(record, capsys, "V-90")
    out = tmp_path / "there.csv"
    out.write_bytes(b"theirs")
    assert main(["ticket", number, "--format", "csv", "-o", str(out), *record]) == 2
    assert "already a file" in capsys.readouterr().err
    assert out.read_bytes() == b"theirs"


def test_charges_of_an_unsigned_ticket_are_no_message(record: list[str], capsys: Capture) -> None:
    number = number_of(record, capsys, "V-DRAFT")
    assert main(["ticket", number, "--format", "hl7", "-o", "-", *record]) == 2
    assert "not signed" in capsys.readouterr().err
    assert main(["charges", "--ticket", number, "-o", "-", *record]) == 2
    assert "not signed" in capsys.readouterr().err


def test_a_draft_is_given_as_fhir_with_planned_charges(record: list[str], tmp_path: Path, capsys: Capture) -> None:
    found = json.loads(ticket(record, tmp_path, number_of(record, capsys, "V-DRAFT"), "fhir"))
    items = [one["resource"] for one in found["entry"] if one["resource"]["resourceType"] == "ChargeItem"]
    assert {one["status"] for one in items} == {"planned"}


def test_a_visit_as_fhir(record: list[str], tmp_path: Path) -> None:
    out = tmp_path / "visit.json"
    assert main(["export", "V-90", "--format", "fhir", "-o", str(out), *record]) == 0
    bundle = Bundle.model_validate_json(out.read_bytes())
    kinds = [one.resource.get_resource_type() for one in bundle.entry]
    assert "ChargeItem" not in kinds
    assert "MedicationAdministration" in kinds


def test_charges_under_the_site_s_numbers(record: list[str], tmp_path: Path, capsys: Capture) -> None:
    mapping = tmp_path / "cdm.csv"
    mapping.write_text("code,cdm,department,price\n96365,33500101,3351,412.50\n", encoding="utf-8")
    out = tmp_path / "charges.csv"
    number = number_of(record, capsys, "V-90")
    words = ["charges", "--ticket", number, "--mapping", str(mapping), "-o", str(out), *record]
    assert main(words) == 1
    assert "no number for J1745" in capsys.readouterr().err
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert [(row["cdm"], row["mapping"]) for row in rows] == [("33500101", "mapped"), ("", "unmapped")]
    mapping.write_text("code,cdm,department\n96365,1,\n96365,2,\n", encoding="utf-8")
    assert main([*words, "--force"]) == 2
    assert "cdm.csv line 3: 96365 is there twice" in capsys.readouterr().err


def test_a_folder_gets_each_message_once(own: list[str], tmp_path: Path, capsys: Capture) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    assert main(["post", "--to", str(drop), "--pending", *own]) == 0
    said = capsys.readouterr().out
    assert said.count("accepted") == 2 * len(SIGNED)
    names = sorted(file.name for file in drop.iterdir())
    assert len(names) == 2 * len(SIGNED)
    assert all(name.endswith(".hl7") and "ROE" not in name for name in names)
    assert main(["post", "--to", str(drop), "--pending", *own]) == 0
    assert capsys.readouterr().out == "Nothing waits.\n"
    assert sorted(file.name for file in drop.iterdir()) == names
    stands = {one["encounter"]: one["posted"] for one in listed(own, capsys, "--posted")}
    assert {stands[name] for name in SIGNED} == {"posted"}
    assert stands["V-DRAFT"] == ""
    assert main(["verify", *own[:4]]) == 0


def test_a_receiver_that_restarts_gets_everything_and_keeps_one_of_each(own: list[str], capsys: Capture) -> None:
    with Receiver("AA", "hang up", "AA", "hang up", "AR", "AA") as receiver:
        to = f"mllp://127.0.0.1:{receiver.port}"
        assert main(["post", "--to", to, "--pending", *own]) == 1
    assert "no answer" in capsys.readouterr().out
    assert main(["post", "--to", to, "--pending", *own]) == 1
    assert "more wait" in capsys.readouterr().out
    with Receiver("AA", port=receiver.port) as again:
        again.taken.update(receiver.taken)
        assert main(["post", "--to", to, "--pending", *own]) == 0
    assert len(again.taken) == 2 * len(SIGNED)
    capsys.readouterr()
    assert main(["post", "--list", *own]) == 0
    assert capsys.readouterr().out == "Nothing waits.\n"


def test_a_refusal_is_listed_and_left_by_a_person(own: list[str], capsys: Capture) -> None:
    number = number_of(own, capsys, "V-90")
    with Receiver("AE") as receiver:
        to = f"mllp://127.0.0.1:{receiver.port}"
        assert main(["post", "--to", to, "--ticket", number, "--messages", "charges", *own]) == 1
    assert "refused: 204 Unknown key identifier Account is closed" in capsys.readouterr().out
    assert main(["post", "--list", *own]) == 0
    assert f"{number} v1  charges         refused" in capsys.readouterr().out
    assert main(["post", "--ticket", number, "--leave", "posted by hand", *own]) == 0
    assert main(["post", "--list", *own]) == 0
    assert number not in capsys.readouterr().out


def test_the_destination_is_a_setting_of_the_suite(own: list[str], tmp_path: Path, capsys: Capture) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    kept = ["--set", f"destination={drop}", "--set", "messages=fhir", "--set", "receiving_application=BILLING"]
    assert main(["post", *kept, *own]) == 0
    assert 'posting.receiving_application is "BILLING"' in capsys.readouterr().out
    assert main(["post", "--pending", *own]) == 0
    # What was signed before the destination was set goes only when a person names it.
    assert capsys.readouterr().out == "Nothing waits.\n"
    assert main(["post", "--ticket", number_of(own, capsys, "V-90"), *own]) == 0
    (file,) = drop.iterdir()
    Bundle.model_validate_json(file.read_bytes())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["post", "--pending"], "No destination is set"),
        (["post", "--to", "http://x", "--pending"], "not mllp://host:port"),
        (["post", "--to", "/x", "--ticket", "X-1"], "no ticket X-1"),
        (["post", "--to", "/x", "--pending", "--messages", "smoke"], "smoke is no message"),
        (["post", "--pending", "--leave", "why"], "--leave needs --ticket"),
        (["post", "--set", "colour=red"], "no setting colour"),
        (["post", "--set", "destination=out"], "not a whole path"),
        (["post", "--set", "credit=ZZ"], "not CD or CR"),
        (["post", "--set", "processing=X"], "not P, T or D"),
        (["post"], "one of the arguments"),
        (["charges", "--ticket", "X-1", "-o", "-"], "no ticket X-1"),
    ],
)
def test_wrong_use_is_one_clear_line(record: list[str], words: list[str], said: str, capsys: Capture) -> None:
    capsys.readouterr()
    assert main([*words, *record]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
