"""`nursedesk code`: what goes in, what comes out, and that nothing that goes in brings it down."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from nursedesk.catalog.resources import path
from nursedesk.cli import code as command
from nursedesk.cli import main

TICKET = Draft202012Validator(json.loads(path("schemas", "ticket.schema.json").read_text(encoding="utf-8")))
Ran = tuple[int, str, str]


def encounter(name: str = "E1", minutes: int = 90, **more: Any) -> dict[str, Any]:
    stop = f"2026-03-02T{9 + minutes // 60:02}:{minutes % 60:02}"
    given = {
        "id": "1",
        "drug": "vancomycin",
        "route": "iv_infusion",
        "order_on_file": True,
        "access": "A",
        "segments": [{"start": "2026-03-02T09:00", "stop": stop}],
    }
    return {
        "schema": "nursedesk.encounter/1",
        "id": name,
        "setting": "outpatient_facility",
        "accesses": [{"id": "A", "device": "port"}],
        "administrations": [{**given, **more}],
    }


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command in this process; bytes given are its standard input."""

    def ran(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(["code", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return ran


def units(ticket: dict[str, Any]) -> dict[str, int]:
    return {line["code"]: line["units"] for line in ticket["lines"]}


def answers(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_gives_a_ticket_of_the_contract(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "visit.json"
    file.write_text(json.dumps(encounter(minutes=135)), encoding="utf-8")
    status, out, err = run(str(file))
    assert (status, err) == (0, "")
    ticket = json.loads(out)
    assert not list(TICKET.iter_errors(ticket))
    assert units(ticket) == {"96365": 1, "96366": 1}
    assert ticket["encounter"] == "E1"
    assert ticket["profile"]["name"] == "cpt"
    assert all(line["label"] and line["why"] for line in ticket["lines"])
    assert "135 min = first hour + 1; next at 151" in {why["text"] for why in ticket["lines"][1]["why"]}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"96365": 1}),
        (["--profile", "reference-card"], {"96365": 1, "96366": 1}),
        (["--set", "additional_hour_from=30"], {"96365": 1, "96366": 1}),
        (
            ["--profile", "reference-card", "--set", "additional_hour_from=31", "--set", "tie_break=longest"],
            {"96365": 1},
        ),
    ],
)
def test_profile_and_settings(run: Callable[..., Ran], options: list[str], expected: dict[str, int]) -> None:
    status, out, _ = run("-", *options, stdin=json.dumps(encounter()).encode())
    assert (status, units(json.loads(out))) == (0, expected)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "the following arguments are required: FILE"),
        (["-", "--profile", "medicare"], "There is no profile 'medicare'"),
        (["-", "--set", "tie_break"], "write it as name=value"),
        (["-", "--set", "colour=red"], "There is no setting 'colour'"),
        (["-", "--set", "tie_break=\nred"], "tie_break cannot be 'red'"),
        (["-", "--colour"], "unrecognized arguments: --colour"),
        (["-", "--line"], "unrecognized arguments: --line"),
        (["/no/such/file"], "There is no file /no/such/file: nothing was coded; check its name and folder."),
        (["."], ". is a folder: nothing was coded; name a file in it."),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(run: Callable[..., Ran], arguments: list[str], sentence: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.startswith("nursedesk")
    assert err.count("\n") == 1


BAD = [
    (b"{", "not JSON"),
    (b"", "not JSON"),
    (b"[]", "an encounter must be an object"),
    (json.dumps({**encounter(), "schema": "nursedesk.encounter/9"}).encode(), "schema: must be"),
    (json.dumps({**encounter(), "time_zone": "Mars/Olympus"}).encode(), "is not a time zone"),
    (json.dumps(encounter(route="drip")).encode(), "administrations[0].route: "),
    (json.dumps({**encounter(), "administrations": encounter()["administrations"] * 2}).encode(), "is used twice"),
    (b'{"schema": "nursedesk.encounter/1", "id": "\xff"}', "not UTF-8 text"),
    (json.dumps(encounter(drug="\ud800")).encode(), "lone surrogate"),
    (b"[" * 100_000, "nested too deeply"),
    (b'{"a": ' + b"9" * 5000 + b"}", "a number is too long"),
    (b'{"a": NaN}', "NaN is not a number"),
    ('{"id": "\u2028'.encode(), "not JSON"),
]


@pytest.mark.parametrize(("text", "sentence"), BAD)
def test_a_bad_encounter_is_one_line_and_exit_2(run: Callable[..., Ran], text: bytes, sentence: str) -> None:
    status, out, err = run("-", stdin=text)
    assert (status, out) == (2, "")
    assert err.startswith("nursedesk code: standard input: ")
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(("text", "sentence"), [x for x in BAD if x[0]])
def test_a_bad_line_is_answered_in_its_place(run: Callable[..., Ran], text: bytes, sentence: str) -> None:
    good = json.dumps(encounter()).encode()
    status, out, err = run("-", "--lines", stdin=b"\n".join([good, text, good, b""]))
    first, refused, last = answers(out)
    assert (status, err) == (1, "")
    assert (refused["schema"], refused["line"]) == ("nursedesk.error/1", 2)
    assert sentence in refused["error"]
    assert set(refused) == {"schema", "line", "error"}
    assert first == last
    assert not list(TICKET.iter_errors(first))


def test_lines_are_one_to_one_and_in_order(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "day.jsonl"
    file.write_bytes("\r\n".join(json.dumps(encounter(f"E{n}")) for n in range(50)).encode())
    status, out, _ = run(str(file), "--lines")
    assert status == 0
    assert [ticket["encounter"] for ticket in answers(out)] == [f"E{n}" for n in range(50)]


def test_empty_lines_are_told_of_except_at_the_end(run: Callable[..., Ran]) -> None:
    good = json.dumps(encounter()).encode()
    status, out, _ = run("-", "--lines", stdin=good + b"\n\n \n" + good + b"\n\n\n")
    assert status == 1
    assert [(x["schema"], x.get("line")) for x in answers(out)] == [
        ("nursedesk.ticket/1", None),
        ("nursedesk.error/1", 2),
        ("nursedesk.error/1", 3),
        ("nursedesk.ticket/1", None),
    ]
    assert run("-", "--lines", stdin=b"") == (0, "", "")
    assert run("-", "--lines", stdin=b"\n\n") == (0, "", "")


def test_the_same_ticket_is_the_same_text(run: Callable[..., Ran]) -> None:
    raw = encounter()
    turned = dict(reversed(list(raw.items())))
    _, out, _ = run("-", "--lines", stdin=f"{json.dumps(raw)}\n{json.dumps(turned)}".encode())
    one, other = out.splitlines()
    assert one == other
    assert one.isascii()


def test_a_line_too_long_is_refused_and_the_run_goes_on(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = json.dumps(encounter()).encode()
    monkeypatch.setattr(command, "LONGEST", len(good) + 1)
    monkeypatch.setattr(command, "CHUNK", 7)
    for over in (2, 3, 50):
        status, out, _ = run("-", "--lines", stdin=good + b"\n" + b"x" * (len(good) + over) + b"\n" + good)
        assert status == 1
        assert [x.get("line") for x in answers(out)] == [None, 2, None]
        assert "longer than" in answers(out)[1]["error"]
    status, out, err = run("-", stdin=b"x" * (len(good) + 2))
    assert (status, out) == (2, "")
    assert "longer than" in err


def test_our_own_mistake_costs_one_line_only(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    from nursedesk.coding import engine

    real = engine.code
    monkeypatch.setattr(engine, "code", lambda e, book, **more: real(e, book) if e.id != "E2" else 1 // 0)
    lines = [json.dumps(encounter(f"E{n}")).encode() for n in (1, 2, 3)]
    status, out, err = run("-", "--lines", stdin=b"\n".join(lines))
    assert (status, err) == (1, "")
    assert [x.get("line") for x in answers(out)] == [None, 2, None]
    assert "a mistake in NurseDesk (ZeroDivisionError)" in answers(out)[1]["error"]
    status, out, err = run("-", stdin=lines[1])
    assert (status, out) == (2, "")
    assert "stopped on a mistake of its own" in err
    assert err.count("\n") == 1


def test_strict_says_no_to_a_blocked_ticket(run: Callable[..., Ran]) -> None:
    blocked = json.dumps(encounter(order_on_file=False)).encode()
    assert run("-", stdin=blocked)[0] == 0
    assert run("-", "--strict", stdin=blocked)[0] == 1
    assert run("-", "--strict", "--lines", stdin=blocked)[0] == 1
    assert run("-", "--strict", stdin=json.dumps(encounter()).encode())[0] == 0


def test_text_is_for_people(run: Callable[..., Ran]) -> None:
    raw = encounter(minutes=139, dose={"amount": "1000", "unit": "mg"}, hcpcs="J3373", response="none")
    raw["diagnoses"] = ["A41.02"]
    status, out, _ = run("-", "--text", stdin=json.dumps(raw).encode())
    assert status == 0
    for words in (
        "Charge ticket for encounter E1, 02-Mar-2026",
        "vancomycin 1,000 mg  IV infusion  A port  09:00 - 11:19  139 min",
        "IV infusion, each further hour",
        "139 min = first hour + 1; next at 151 (R2.3)",
        "vancomycin, per 10 mg",
        "x 100",
        "Nothing found.",
    ):
        assert words in out
    assert max(len(line) for line in out.splitlines()) <= 110
    assert "Code numbers only" in out
    _, out, _ = run("-", "--text", stdin=json.dumps(encounter(order_on_file=None)).encode())
    assert "To check\n" in out
    assert "vancomycin: order not recorded (R9.4, no-order)" in out


def test_text_shows_what_others_wrote_and_obeys_none_of_it(run: Callable[..., Ran]) -> None:
    raw = encounter("E\x1b[2J", drug="x\n\x1b]0;gone\x07\u202e", access="B")
    _, out, _ = run("-", "--text", stdin=json.dumps(raw).encode())
    assert all(line.isprintable() for line in out.splitlines())
    assert "[U+202E]" in out


def test_text_of_lines(run: Callable[..., Ran]) -> None:
    status, out, _ = run("-", "--text", "--lines", stdin=json.dumps(encounter()).encode() + b"\n{\n")
    assert status == 1
    assert "Charge ticket for encounter E1" in out
    assert "Line 2: not JSON" in out


def nursedesk(*arguments: str, **more: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "nursedesk", *arguments], **more)


def test_a_reader_that_goes_away_leaves_no_words(tmp_path: Path) -> None:
    file = tmp_path / "day.jsonl"
    file.write_bytes((json.dumps(encounter()).encode() + b"\n") * 2000)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with nursedesk("code", str(file), "--lines", **pipes) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_an_answer_comes_before_the_next_question() -> None:
    """A program may keep the command open and ask one encounter at a time."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with nursedesk("code", "-", "--lines", **pipes) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for n in range(3):
            process.stdin.write(json.dumps(encounter(f"E{n}")).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["encounter"] == f"E{n}"
        process.stdin.close()
        assert process.wait() == 0


def test_several_processes_give_the_same_lines_in_the_same_order(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "visits.jsonl"
    lines = [json.dumps(encounter(f"E{n}", 30 + n)) for n in range(250)]
    lines[7], lines[130] = "{", ""
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    alone = run(str(file), "--lines", "--set", "tie_break=longest")
    assert run(str(file), "--lines", "--jobs", "2", "--set", "tie_break=longest") == alone
    assert alone[0] == 1
    assert len(answers(alone[1])) == 250


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1000"])
def test_a_wrong_number_of_processes_is_refused(run: Callable[..., Ran], jobs: str) -> None:
    status, _, err = run("-", "--lines", "--jobs", jobs)
    assert status == 2
    assert "is not a number from 1 to 64" in err


def test_a_profile_of_the_sites_own_is_named_on_the_ticket_as_given(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('charting = ["lot"]\n[settings]\nadditional_hour_from = 30\n', encoding="utf-8")
    status, out, _ = run("-", "--profile", str(file), stdin=json.dumps(encounter()).encode())
    ticket = json.loads(out)
    assert (status, units(ticket)) == (0, {"96365": 1, "96366": 1})
    assert ticket["profile"]["name"] == str(file)
    assert "vancomycin: lot not recorded" in {f["text"] for f in ticket["findings"]}
    file.write_text("[settings]\ncolour = 1\n", encoding="utf-8")
    status, _, err = run("-", "--profile", str(file), stdin=json.dumps(encounter()).encode())
    assert (status, err.count("\n")) == (2, 1)
    assert "ours.toml cannot be used: There is no setting 'colour'" in err
