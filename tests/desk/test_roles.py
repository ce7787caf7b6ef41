"""Each role against each kind of event, each use case and each command; what was refused is not stored."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from nursedesk.desk import check_in, close, correct, hand_over, hang, mistakes, run, second_sign, set_up, tap
from nursedesk.desk.daybook import Session
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import COMMANDS, DEEDS, MAY, STATION_WRITES, Deed, may_write, require_command
from nursedesk.desk.suite import Person, Role
from nursedesk.record import events as ev
from nursedesk.record.codec import BODIES
from nursedesk.record.encounter import Access, Amount, Patient, SecondSign

from tests.desk.station import DOE, Station, infliximab

BEDSIDE = {Role.NURSE, Role.CHARGE_NURSE}
TABLE = {
    Deed.CHART: BEDSIDE,
    Deed.CORRECT: BEDSIDE,
    Deed.SIGN: BEDSIDE,
    Deed.CODE: BEDSIDE | {Role.BILLER},
    Deed.TAKE_IN: BEDSIDE | {Role.BILLER, Role.ADMINISTRATOR},
    Deed.POST: BEDSIDE | {Role.BILLER, Role.ADMINISTRATOR},
    Deed.VIEW: set(Role),
    Deed.TAKE_OUT: set(Role),
    Deed.COMPARE: {Role.CHARGE_NURSE, Role.BILLER, Role.AUDITOR, Role.ADMINISTRATOR},
    Deed.AUDIT: {Role.CHARGE_NURSE, Role.AUDITOR, Role.ADMINISTRATOR},
    Deed.RESTORE: {Role.CHARGE_NURSE, Role.ADMINISTRATOR},
    Deed.SETTINGS: {Role.ADMINISTRATOR},
    Deed.PEOPLE: {Role.ADMINISTRATOR},
    Deed.BREAK_GLASS: {Role.BREAK_GLASS},
    Deed.BE_HERE: set(Role),
}
"""Written out once more by hand: a change of the program's table is a change here too."""


def person(role: Role) -> Person:
    return Person(ev.PersonId(f"a-{role.value}"), role.value, "", (role,))


def at_the_desk(role: Role) -> Station:
    """A visit with a line that runs, charted by a nurse; then somebody of this role comes."""
    station = Station()
    visit = station.seat()
    hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(40)
    station.daybook.session = Session(person(role), "s2", "pin")
    return station


def body_of(kind: str) -> ev.Body:
    """A body of a kind with nothing in it: only its kind is asked for."""
    body = BODIES[kind].__new__(BODIES[kind])
    if kind == "CredentialSet":
        body = ev.CredentialSet(ev.PersonId("somebody-else"), "pin")
    if kind == "SettingChanged":
        body = ev.SettingChanged("site", '"Elm Street"')
    return body


def test_the_table_is_the_one_written_here() -> None:
    assert {deed: set(roles) for deed, roles in MAY.items()} == TABLE


@pytest.mark.parametrize("role", list(Role))
def test_what_is_offered_first_is_for_those_who_hang_to_say(role: Role) -> None:
    body = ev.SettingChanged("favourites", "[]")
    assert may_write(person(role), body) is (role in BEDSIDE | {Role.ADMINISTRATOR})


def test_every_kind_of_event_is_in_the_table() -> None:
    named = {kind.__name__ for kind in DEEDS} | {"Tapped"}
    assert set(BODIES) == named


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", sorted(BODIES))
def test_each_role_writes_its_kinds_and_no_other(role: Role, kind: str) -> None:
    allowed = kind != "Tapped" and role in TABLE[DEEDS[BODIES[kind]]]
    assert may_write(person(role), body_of(kind)) is allowed
    if allowed:
        return
    station = at_the_desk(role)
    before = len(station.saved)
    with pytest.raises(Refused) as refused:
        station.daybook.write(None, body_of(kind))
    assert refused.value.key == "not_allowed"
    assert len(station.saved) == before


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_the_station_writes_only_what_nobody_presses(kind: str) -> None:
    from nursedesk.desk.daybook import NOBODY

    assert may_write(NOBODY.person, body_of(kind)) is (BODIES[kind] in STATION_WRITES)
    charting = {"Started", "Stopped", "Pushed", "Signed", "Corrected", "Voided", "Closed", "Wasted", "Witnessed"}
    assert not charting & {one.__name__ for one in STATION_WRITES}


def test_one_chooses_ones_own_pin_and_nobody_elses() -> None:
    nurse = person(Role.NURSE)
    assert may_write(nurse, ev.CredentialSet(nurse.id, "pin"))
    assert not may_write(nurse, ev.CredentialSet(ev.PersonId("other"), "pin"))


@pytest.mark.parametrize("role", Role)
def test_a_time_that_was_imported_or_calculated_is_taken_in(role: Role) -> None:
    for source in (ev.Source.IMPORTED, ev.Source.CALCULATED):
        body = ev.Stopped(ev.LineId("A1"), 1)
        assert may_write(person(role), body, source) is (role in TABLE[Deed.TAKE_IN])


def _visit(station: Station):
    (visit,) = station.daybook.encounters()
    return visit


def _line(station: Station) -> ev.LineId:
    return ev.LineId(_visit(station).administrations[0].line)


def _stop_event(station: Station) -> ev.EventId:
    return next(one.header.event_id for one in station.saved if one.kind == "Started")


Use = Callable[[Station], object]
MG, LESS = Amount(Decimal(400), "mg"), Amount(Decimal(300), "mg")
USES: dict[str, tuple[Deed, Use]] = {
    "check in": (Deed.CHART, lambda s: s.seat("2", "LEE, Kim")),
    "move": (Deed.CHART, lambda s: check_in.move(s.daybook, _visit(s), "3")),
    "free the chair": (Deed.CHART, lambda s: check_in.free_chair(s.daybook, _visit(s))),
    "correct the patient": (
        Deed.CORRECT,
        lambda s: mistakes.wrong_patient(s.daybook, _visit(s), Patient("ROE, Janet"), "misread"),
    ),
    "correct the chair": (Deed.CORRECT, lambda s: mistakes.wrong_chair(s.daybook, _visit(s), "3", "misread")),
    "correct a dose": (
        Deed.CORRECT,
        lambda s: mistakes.wrong_dose(s.daybook, _visit(s), _line(s), LESS, "misread"),
    ),
    "correct a drug": (
        Deed.CORRECT,
        lambda s: mistakes.wrong_drug(s.daybook, _visit(s), _line(s), ev.DrugHung("", "rituximab"), "misread"),
    ),
    "it never ran": (Deed.CORRECT, lambda s: mistakes.never_ran(s.daybook, _visit(s), _line(s), "misread")),
    "prepare": (Deed.CHART, lambda s: hang.prepare(s.daybook, _visit(s), infliximab())),
    "hang and start": (Deed.CHART, lambda s: hang.hang_and_start(s.daybook, _visit(s), infliximab())),
    "push": (Deed.CHART, lambda s: hang.push(s.daybook, _visit(s), infliximab(hang.Route.IV_PUSH))),
    "pause": (Deed.CHART, lambda s: run.pause(s.daybook, _visit(s), _line(s))),
    "stop": (Deed.CHART, lambda s: run.stop(s.daybook, _visit(s), _line(s))),
    "say why it stopped": (
        Deed.CHART,
        lambda s: run.say_stop_reason(s.daybook, _visit(s), _line(s), run.StopReason.ORDERED),
    ),
    "chart a dose": (Deed.CHART, lambda s: correct.chart_dose(s.daybook, _visit(s), _line(s), MG)),
    "chart an order": (Deed.CHART, lambda s: correct.chart_order(s.daybook, _visit(s), _line(s), True)),
    "chart waste": (Deed.CHART, lambda s: correct.chart_waste(s.daybook, _visit(s), _line(s), MG, None)),
    "place an access": (Deed.CHART, lambda s: correct.place_access(s.daybook, _visit(s), Access("B"))),
    "chart a response": (Deed.CHART, lambda s: correct.chart_response(s.daybook, _visit(s), _line(s), "well")),
    "note": (Deed.CHART, lambda s: correct.note(s.daybook, _visit(s), "warm blanket")),
    "set diagnoses": (Deed.CHART, lambda s: correct.set_diagnoses(s.daybook, _visit(s), ("K50.90",))),
    "dismiss a notice": (Deed.CHART, lambda s: correct.dismiss(s.daybook, _visit(s), "under", None)),
    "correct a time": (
        Deed.CORRECT,
        lambda s: correct.correct_time(
            s.daybook, _visit(s), _stop_event(s), s.clocks.wall - timedelta(minutes=9), "was later"
        ),
    ),
    "chart late": (
        Deed.CHART,
        lambda s: correct.chart_late(
            s.daybook,
            _visit(s),
            correct.missing_stop(_visit(s), _line(s)),
            s.clocks.wall - timedelta(minutes=9),
            "busy",
        ),
    ),
    "void": (Deed.CORRECT, lambda s: correct.void(s.daybook, _visit(s), _stop_event(s), "wrong patient")),
    "hand over": (Deed.SIGN, lambda s: hand_over.hand_over(s.daybook, (_visit(s),), ev.PersonId("mruiz"))),
    "close": (Deed.SIGN, lambda s: close.close_unsigned(s.daybook, _visit(s))),
    "print": (Deed.TAKE_OUT, lambda s: close.printed(s.daybook, _visit(s), "PDF")),
    "see it come out": (Deed.TAKE_OUT, lambda s: close.came_out(s.daybook, _visit(s))),
    "look": (Deed.VIEW, lambda s: s.daybook.write(_visit(s).id, ev.Viewed("encounter"))),
    "change a setting": (
        Deed.SETTINGS,
        lambda s: set_up.change_facts(s.daybook, replace(s.daybook.suite.facts, boundary_policy="hidden")),
    ),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("use", USES)
def test_each_role_does_its_use_cases_and_no_other(role: Role, use: str) -> None:
    deed, do = USES[use]
    station = at_the_desk(role)
    before = len(station.saved)
    if role in TABLE[deed]:
        do(station)
        assert len(station.saved) > before
        assert {one.header.actor for one in station.saved[before:]} == {f"a-{role.value}"}
    else:
        with pytest.raises(Refused):
            do(station)
        assert len(station.saved) == before


def test_signing_is_the_nurses() -> None:
    from nursedesk.catalog.rulebook import load_rulebook

    for role in Role:
        station = at_the_desk(role)
        signer, station.daybook.session = station.daybook.session, Session(person(Role.NURSE), "s3", "pin")
        run.stop(station.daybook, _visit(station), _line(station))
        station.daybook.session = signer
        before = len(station.saved)
        if role in TABLE[Deed.SIGN]:
            close.sign(station.daybook, _visit(station), load_rulebook("cpt"))
            assert station.saved[-1].kind == "Signed"
        else:
            with pytest.raises(Refused):
                close.sign(station.daybook, _visit(station), load_rulebook("cpt"))
            assert len(station.saved) == before


# --- commands ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", [*COMMANDS, "one of tomorrow"])
def test_each_role_gives_its_commands_and_no_other(role: Role, command: str) -> None:
    if role in TABLE[COMMANDS.get(command, Deed.SETTINGS)]:
        require_command(person(role), command)
    else:
        with pytest.raises(Refused):
            require_command(person(role), command)


def test_every_command_that_asks_who_is_there_is_in_the_table() -> None:
    from nursedesk.cli import _parser

    root = Path(__file__).parents[2] / "nursedesk" / "cli"
    asking = {path.stem for path in root.glob("*.py") if "add_user(" in path.read_text(encoding="utf-8")}
    _, module_of = _parser()
    of_record = {name for name, module in module_of.items() if module.__name__.rpartition(".")[2] in asking}
    assert of_record - set(COMMANDS) == set(), "name the deed of each command in desk/roles.py"


# --- presses of somebody not yet named ----------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("what", ["claim", "say what was pushed", "discard"])
def test_only_who_charts_settles_a_press_that_waits_for_a_name(role: Role, what: str) -> None:
    station = at_the_desk(role)
    book = station.daybook
    stop = tap.tap(book, _visit(station), _line(station))
    push = tap.tap_push(book, _visit(station))
    assert stop is not None
    form = hang.Hang(hang.Route.IV_PUSH, (ev.DrugHung("", "ondansetron"),))
    settle: dict[str, Use] = {
        "claim": lambda s: tap.claim(book, _visit(s), ev.EventId(stop.event)),
        "say what was pushed": lambda s: tap.claim_push(book, _visit(s), ev.EventId(push.event), form),
        "discard": lambda s: tap.discard(book, _visit(s), ev.EventId(push.event), "leant on the screen"),
    }
    before = len(station.saved)
    if role in BEDSIDE:
        settle[what](station)
        assert {one.header.actor for one in station.saved[before:]} == {f"a-{role.value}"}
        assert len(_visit(station).presses) == 1
        return
    with pytest.raises(Refused):
        settle[what](station)
    assert len(station.saved) == before
    assert len(_visit(station).presses) == 2


@pytest.mark.parametrize("role", Role)
def test_only_who_charts_is_a_second_person_and_never_the_first(role: Role) -> None:
    station = at_the_desk(Role.NURSE)
    station.daybook.session = Session(DOE, "s1", "pin")
    (event,) = (one for one in station.saved if one.kind == "Prepared")
    want = second_sign.Wanted(
        SecondSign.CHECK, _visit(station).administrations[0].id, event.header.event_id, event.header.actor
    )
    before = len(station.saved)
    if role in BEDSIDE:
        second_sign.sign(station.daybook, _visit(station), want, person(role), "pin")
        assert (station.saved[-1].kind, station.saved[-1].header.actor) == ("Witnessed", f"a-{role.value}")
        return
    with pytest.raises(Refused):
        second_sign.sign(station.daybook, _visit(station), want, person(role), "pin")
    assert len(station.saved) == before
