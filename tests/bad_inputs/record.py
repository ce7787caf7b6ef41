"""A record worked by commands as a person types them; and visits to import, each with one thing wrong."""

import copy
import csv
import io
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nursedesk.cli import main
from nursedesk.record.events import EncounterId, Event
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.cli.test_record import ENCOUNTER


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error, without the command's name."""
        (line,) = self.err.strip().splitlines()
        assert "Traceback" not in line
        assert "mistake of its own" not in line
        return line.split(": ", 1)[1]


def visit(name: str = "B-1", *, patient: Any = None, first: Any = None, **changes: Any) -> dict[str, Any]:
    """An encounter in contract form; `patient` and `first` (administration) change some of theirs."""
    made: dict[str, Any] = copy.deepcopy(ENCOUNTER)
    made["patient"].update(patient or {})
    made["administrations"][0].update(first or {})
    return made | {"id": name} | changes


def segment(start: str, stop: str) -> dict[str, Any]:
    """One running time of the first administration."""
    return {"segments": [{"start": start, "stop": stop}]}


@dataclass
class Record:
    """A suite in a folder whose commands are typed by a nurse."""

    folder: Path
    keys: Keys
    secrets: Path
    screen: pytest.CaptureFixture[str]

    def run(self, *words: str) -> Answer:
        """Any command on this record."""
        self.screen.readouterr()
        code = main([*words, "--data", str(self.folder), "--secrets", str(self.secrets)])
        said = self.screen.readouterr()
        return Answer(code, said.out, said.err)

    def ask(self, *words: str) -> Answer:
        """A command that shows or changes patients' data."""
        return self.run(*words, "--user", "jdoe")

    def take_in(self, *lines: object) -> Answer:
        """`import` of these encounters, or of text as it stands."""
        file = self.folder.parent / "paper.jsonl"
        text = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        file.write_text("\n".join(text) + "\n", encoding="utf-8")
        return self.ask("import", str(file), "--reason", "paper during downtime")

    def events(self, name: str = "B-1") -> tuple[Event, ...]:
        """What is stored of a visit."""
        reader = open_reader(self.folder, self.keys)
        try:
            return reader.events_of(EncounterId(name))
        finally:
            reader.close()

    def clean(self) -> bool:
        """Whether the record is what was written."""
        return verify(self.folder, self.keys).clean

    def number(self) -> str:
        """The number of the only ticket."""
        (one,) = json.loads(self.ask("tickets", "--json").out)
        return str(one["number"])

    def paper(self) -> str:
        """The only ticket on paper, as its text is read off the PDF, every run of spaces one."""
        out = self.folder.parent / "ticket.pdf"
        answer = self.ask("ticket", self.number(), "--format", "pdf", "-o", str(out), "--overwrite")
        assert answer.code == 0, answer.err
        text = subprocess.run(
            ["pdftotext", "-layout", str(out), "-"], capture_output=True, text=True, check=True
        ).stdout
        return " ".join(text.split())

    def ticket(self) -> dict[str, Any]:
        """The only ticket as JSON."""
        answer = self.ask("ticket", self.number(), "--format", "json", "-o", "-")
        assert answer.code == 0, answer.err
        got: dict[str, Any] = json.loads(answer.out)
        return got

    def export(self, name: str = "B-1") -> dict[str, Any]:
        """A visit as it is handed to other programs."""
        answer = self.ask("export", name, "--format", "json", "-o", "-")
        assert answer.code == 0, answer.err
        got: dict[str, Any] = json.loads(answer.out)
        return got

    def log(self) -> list[dict[str, str]]:
        """The shift log of all time, as a program reads its CSV."""
        out = self.folder.parent / "log.csv"
        period = ("--from", "1960-01-01", "--to", "2090-01-01")
        answer = self.ask("shift-log", *period, "--format", "csv", "-o", str(out), "--overwrite")
        assert answer.code == 0, answer.err
        return list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8"), newline="")))

    def code(self, encounter: object) -> Answer:
        """`code` of one encounter, or of text as it stands."""
        file = self.folder.parent / "one.json"
        text = encounter if isinstance(encounter, str) else json.dumps(encounter)
        file.write_text(text, encoding="utf-8")
        return self.run("code", str(file))
