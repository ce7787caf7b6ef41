"""`nursedesk what-if`: the ticket at a minute, the next change and to what; from a file and from the record."""

import copy
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from nursedesk.catalog.resources import path
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.cli import main
from nursedesk.cli.what_if import answer_json, answer_text, as_of, last_event, what_if
from nursedesk.coding.engine import code
from nursedesk.record.encounter import LineState, Route, Segment
from nursedesk.watch.ahead import HORIZON

from tests.watch.suite import at, drug, fluid, visit

TICKET = Draft202012Validator(json.loads(path("schemas", "ticket.schema.json").read_text(encoding="utf-8")))
CPT = load_rulebook()
Ran = tuple[int, str, str]

RUNNING: dict[str, Any] = {
    "schema": "nursedesk.encounter/1",
    "id": "E1",
    "setting": "outpatient_facility",
    "time_zone": "America/New_York",
    "accesses": [{"id": "A", "device": "port"}],
    "administrations": [
        {
            "id": "1",
            "drug": "infliximab",
            "route": "iv_infusion",
            "access": "A",
            "order_on_file": True,
            "dose": {"amount": "400", "unit": "mg"},
            "segments": [{"start": "2026-11-20T09:00"}],
        },
        {
            "id": "2",
            "drug": "methylprednisolone",
            "route": "iv_push",
            "access": "A",
            "order_on_file": True,
            "segments": [{"start": "2026-11-20T08:50", "stop": "2026-11-20T08:50"}],
        },
    ],
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command on an encounter given on standard input."""

    def ran(*arguments: str, encounter: object = RUNNING) -> Ran:
        text = encounter if isinstance(encounter, bytes) else json.dumps(encounter).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        status = main(["what-if", "-", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return ran


def asked(run: Callable[..., Ran], time: str, **more: Any) -> dict[str, Any]:
    status, out, _ = run("--at", time, "--json", **more)
    assert status == 0
    found: dict[str, Any] = json.loads(out)
    return found


def units(ticket: dict[str, Any]) -> dict[str, int]:
    return {line["code"]: line["units"] for line in ticket["lines"] if line["system"] == "CPT"}


def lines(following: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(side(x["was"]), side(x["would_be"]), x["rule"]) for x in following["lines"]]


def side(line: dict[str, Any] | None) -> str:
    return f"{line['code']} x {line['units']}" if line else ""


# --- one minute after another ----------------------------------------------------------------------

MINUTES = [
    ("09:10", {"96374": 1, "96375": 1}, "09:16", 6),
    ("09:15", {"96374": 1, "96375": 1}, "09:16", 1),
    ("09:16", {"96365": 1, "96375": 1}, "10:31", 75),
    ("10:30", {"96365": 1, "96375": 1}, "10:31", 1),
    ("10:31", {"96365": 1, "96366": 1, "96375": 1}, "11:31", 60),
]


@pytest.mark.parametrize(("time", "charged", "changes", "minutes"), MINUTES)
def test_the_ticket_at_a_minute_and_the_next_change(
    run: Callable[..., Ran], time: str, charged: dict[str, int], changes: str, minutes: int
) -> None:
    found = asked(run, f"2026-11-20T{time}")
    assert units(found["ticket"]) == charged
    assert found["running"] == found["next"]["through"] == ["infliximab"]
    assert found["next"]["at"] == f"2026-11-20T{changes}:00-05:00"
    assert found["next"]["minutes"] == minutes
    TICKET.validate(found["ticket"])
    TICKET.validate(found["next"]["ticket"])


def test_what_it_changes_to_is_said_line_by_line(run: Callable[..., Ran]) -> None:
    following = asked(run, "2026-11-20T10:31")["next"]
    assert lines(following) == [("96366 x 1", "96366 x 2", "R2.3")]
    assert units(following["ticket"])["96366"] == 2


def test_text_is_for_people_and_the_default(run: Callable[..., Ran]) -> None:
    status, out, _ = run("--at", "2026-11-20T10:20")
    assert status == 0
    assert out.startswith("If everything stopped at 20-Nov-2026 10:20 EST: inFLIXimab would come down.\n")
    assert "The ticket changes next at 10:31, in 11 min, through inFLIXimab:\n  none -> 96366 x 1" in out
    assert "09:00 - 10:20" in out
    assert run("--at", "2026-11-20T10:20", "--text") == (0, out, "")


def test_without_a_time_it_is_the_last_start_or_stop(run: Callable[..., Ran]) -> None:
    found = json.loads(run("--json")[1])
    assert found["at"] == "2026-11-20T09:00:00-05:00"
    done = copy.deepcopy(RUNNING)
    done["administrations"][0]["segments"][0]["stop"] = "2026-11-20T10:35"
    found = json.loads(run("--json", encounter=done)[1])
    assert (found["at"], found["running"], found["next"]) == ("2026-11-20T10:35:00-05:00", [], None)
    assert "nothing runs then" in run(encounter=done)[1]


def test_a_clock_is_read_only_for_now(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> Any:
        raise AssertionError("the clock was read")

    monkeypatch.setattr("nursedesk.desk.clock.read_system", read)
    assert run()[0] == 0
    assert run("--at", "2026-11-20T10:20")[0] == 0
    now = datetime.fromisoformat("2026-11-20T15:25:40+00:00")
    monkeypatch.setattr("nursedesk.desk.clock.read_system", lambda: type("Reading", (), {"now": now}))
    found = asked(run, "now")
    assert (found["at"], found["next"]["minutes"]) == ("2026-11-20T10:25:40-05:00", 6)


def test_profile_and_settings_are_those_of_the_coder(run: Callable[..., Ran]) -> None:
    for options in (["--profile", "reference-card"], ["--set", "additional_hour_from=30"]):
        found = json.loads(run("--at", "2026-11-20T10:29", "--json", *options)[1])
        assert found["next"]["at"] == "2026-11-20T10:30:00-05:00"


def test_what_happened_after_that_minute_is_left_out(run: Callable[..., Ran]) -> None:
    done = copy.deepcopy(RUNNING)
    first, push = done["administrations"]
    first["segments"] = [{"start": "2026-11-20T09:00", "stop": "2026-11-20T11:00"}]
    done["administrations"].append({**copy.deepcopy(push), "id": "3", "drug": "ondansetron"})
    done["administrations"][2]["segments"] = [{"start": "2026-11-20T10:30", "stop": "2026-11-20T10:30"}]
    found = asked(run, "2026-11-20T10:20", encounter=done)
    assert units(found["ticket"]) == {"96365": 1, "96375": 1}
    assert found["running"] == ["infliximab"]
    assert found["next"]["at"] == "2026-11-20T10:31:00-05:00"
    before = asked(run, "2026-11-20T08:00", encounter=done)
    assert (units(before["ticket"]), before["next"]) == ({}, None)


def test_the_drugs_of_one_bag_are_one_line(run: Callable[..., Ran]) -> None:
    mixed = copy.deepcopy(RUNNING)
    one = mixed["administrations"][0] | {"bag": "7"}
    mixed["administrations"] = [one, {**copy.deepcopy(one), "id": "9", "drug": "ketorolac"}]
    found = asked(run, "2026-11-20T09:05", encounter=mixed)
    assert found["next"]["at"] == "2026-11-20T09:16:00-05:00"
    assert found["next"]["through"] == ["infliximab", "ketorolac"]


# --- the pure part ---------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(now=st.integers(0, 200), first=st.integers(0, 60), second=st.integers(0, 60), beside=st.booleans())
def test_the_next_change_is_the_first_minute_with_another_ticket(
    now: int, first: int, second: int, beside: bool
) -> None:
    encounter = visit(drug("a", (first, None)), (drug if beside else fluid)("b", (second, None)))
    answer = what_if(encounter, at(now), CPT)
    so_far = as_of(encounter, at(now))
    tickets = [code(so_far, CPT, at(now + minute)).units() for minute in range(HORIZON + 1)]
    assert answer.ticket.units() == tickets[0]
    changed = next((minute for minute, ticket in enumerate(tickets) if ticket != tickets[0]), None)
    assert answer.next_at == (None if changed is None else at(now + changed))
    if answer.then is not None and changed is not None:
        assert answer.then.units() == tickets[changed]


@settings(max_examples=100, deadline=None)
@given(stop=st.integers(1, 200), now=st.integers(0, 250))
def test_a_time_before_the_stop_gives_what_was_so_then(stop: int, now: int) -> None:
    """A visit looked at in hindsight is the visit that was running."""
    closed, running = visit(drug("a", (0, stop))), visit(drug("a", (0, None)))
    hindsight, then = what_if(closed, at(now), CPT), what_if(running, at(now), CPT)
    if now < stop:
        assert (hindsight.ticket.units(), hindsight.next_at) == (then.ticket.units(), then.next_at)
    else:
        assert hindsight.ticket.units() == code(closed, CPT).units()
        assert hindsight.next_at is None


def test_between_two_stretches_a_line_is_paused() -> None:
    encounter = visit(drug("a", (0, 20), (40, 80)))
    for minute, state, open_parts in (
        (10, LineState.RUNNING, 1),
        (30, LineState.PAUSED, 0),
        (50, LineState.RUNNING, 1),
    ):
        (one,) = as_of(encounter, at(minute)).administrations
        assert one.state is state
        assert sum(part.stop is None for part in one.segments) == open_parts
    assert what_if(encounter, at(30), CPT).running == ()


def test_what_has_no_time_stays_as_it_is() -> None:
    bare = drug("a", state=LineState.STOPPED)
    assert as_of(visit(bare), at(5)).administrations[0].segments == ()
    odd = replace(bare, segments=(Segment(None, at(20)),))
    assert as_of(visit(odd), at(5)).administrations[0].segments == odd.segments
    assert last_event(visit(odd)) == at(20)
    assert last_event(visit(bare)) is None


def test_seconds_belong_to_their_minute() -> None:
    encounter = visit(drug("a", (0, None)))
    assert what_if(encounter, at(15) + timedelta(seconds=59), CPT).ticket.units()[0][0] == "96374"
    assert what_if(encounter, at(15) + timedelta(seconds=59), CPT).next_at == at(16)


def test_a_concurrent_line_alone_changes_nothing_more() -> None:
    encounter = visit(drug("a", (0, 100)), drug("b", (10, None)), drug("p", (5, 5), route=Route.IV_PUSH))
    answer = what_if(encounter, at(40), CPT)
    text = "\n".join(answer_text(replace(answer, next_at=None, then=None), CPT))
    assert f"within the next {HORIZON} minutes" in text


def test_a_site_that_hides_boundaries_has_them_hidden_here_too() -> None:
    answer = what_if(visit(drug("a", (0, None))), at(10), CPT)
    assert answer_json(answer, CPT, hidden=True)["next"] is None
    assert answer_json(answer, CPT, hidden=True)["next_hidden"] is True
    assert "does not show" in "\n".join(answer_text(answer, CPT, hidden=True))
    assert answer_json(answer, CPT)["next"] is not None


# --- refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--at", "soon"], "is not a time"),
        (["--at", "2026-13-40T10:00"], "is not a time"),
        (["--at", "2026-03-08T02:30"], "no clock showed"),
        (["--profile", "medicare"], "no profile"),
        (["--set", "x=1"], "no setting"),
        (["--text", "--json"], "not allowed with"),
    ],
)
def test_wrong_use_is_one_clear_line(run: Callable[..., Ran], arguments: list[str], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("encounter", "said"),
    [
        (b"{not json", "standard input: not JSON"),
        (b"\xff", "not UTF-8"),
        ({**RUNNING, "administrations": [{"id": "1"}]}, "administrations[0].drug: is missing"),
        ({**RUNNING, "administrations": []}, "say with --at"),
        (b" " * (4 * 1024 * 1024 + 1), "longer than 4 MiB"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(run: Callable[..., Ran], encounter: object, said: str) -> None:
    status, out, err = run(encounter=encounter)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_no_file_says_how_a_visit_in_the_record_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["what-if", str(tmp_path / "E7")]) == 2
    assert "add --user" in capsys.readouterr().err
    assert main(["what-if", str(tmp_path)]) == 2
    assert "is a folder: nothing was worked out" in capsys.readouterr().err


# --- in the record ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    from tests.cli import signed

    return signed.make(tmp_path_factory.mktemp("what-if"))


def test_a_visit_in_the_record_is_asked_by_its_id(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["what-if", "V-150", "--at", "2026-11-12T10:40", "--json", *record]) == 0
    found = json.loads(capsys.readouterr().out)
    assert units(found["ticket"]) == {"96365": 1, "96366": 1}
    assert found["next"]["at"] == "2026-11-12T11:31:00-05:00"


def test_that_somebody_looked_is_noted_with_the_visit(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.cli import signed

    folder = Path(record[1])
    before = signed.kinds(folder)
    assert main(["what-if", "V-60", *record]) == 0
    after = signed.kinds(folder)
    assert after.count(("Viewed", "V-60")) == before.count(("Viewed", "V-60")) + 1
    assert [one for one in after if one[1] and one[0] != "Viewed"] == [
        one for one in before if one[1] and one[0] != "Viewed"
    ]


def test_an_id_that_is_not_in_the_record_is_one_clear_line(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["what-if", "V-0", *record]) == 2
    assert "no encounter V-0" in capsys.readouterr().err
