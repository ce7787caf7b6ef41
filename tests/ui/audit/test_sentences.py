"""Every kind of event as one plain sentence."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from nursedesk.desk.audit import About, Entry
from nursedesk.record import events as ev
from nursedesk.record.codec import BODIES
from nursedesk.record.encounter import (
    Access,
    Amount,
    Device,
    EvaluationAndManagement,
    Label,
    Modifier,
    Patient,
    Press,
    Route,
    SecondSign,
    Setting,
    StopReason,
)
from nursedesk.record.posting_events import PostOutcome
from nursedesk.ui.audit.recorded_words import looked_at, notice_name
from nursedesk.ui.audit.sentences import sentence
from nursedesk.watch.look import Kind

from tests.desk.station import Station
from tests.ui.audit.record import NAMES

LINE = ev.LineId("L1")
MG = Amount(Decimal(400), "mg")
ABOUT = About(ev.EncounterId("e1"), "ROE, Jane", "40", "", (("L1", ("infliximab",)),), (("A1", "infliximab"),))
ROE = Patient("ROE, Jane", "40")
TOLD = (
    (ev.Opened("Elm", Setting.OUTPATIENT_FACILITY, "5", ROE), "checked in ROE, Jane, chair 5"),
    (ev.PatientCorrected(ROE), "corrected the patient to ROE, Jane"),
    (ev.ChairMoved("6"), "moved the visit to chair 6"),
    (ev.ChairFreed(), "freed the chair"),
    (ev.NurseAssigned(ev.PersonId("mruiz")), "made M. Ruiz RN the visit's nurse"),
    (ev.HandedOver(ev.PersonId("mruiz"), (LINE,)), "handed inFLIXimab over to M. Ruiz RN"),
    (ev.HandedOver(ev.PersonId("mruiz"), ()), "handed the visit over to M. Ruiz RN"),
    (ev.AccessPlaced(Access("B", Device.PERIPHERAL)), "charted access B"),
    (ev.DiagnosesSet(("K50.90",)), "set the diagnoses: K50.90"),
    (ev.DiagnosesSet(()), "set the diagnoses: none"),
    (ev.EmCharted((EvaluationAndManagement("99213"),)), "charted evaluation and management: 99213"),
    (ev.PrimarySet("A1"), "named inFLIXimab as the primary service"),
    (ev.PrimarySet(None), "named nothing as the primary service"),
    (ev.Noted("warm blanket"), "noted: “warm blanket”"),
    (ev.Noted("tolerated", LINE, True), "charted the response: “tolerated”"),
    (
        ev.Prepared(LINE, Route.IV_INFUSION, (ev.DrugHung("A1", "infliximab", dose=MG),)),
        "prepared inFLIXimab 400\u00a0mg",
    ),
    (ev.OrderCharted(LINE, True), "charted the order of inFLIXimab as on file"),
    (ev.OrderCharted(LINE, False), "charted that no order of inFLIXimab is on file"),
    (ev.DoseCharted("A1", MG), "charted 400\u00a0mg of inFLIXimab"),
    (ev.Started(LINE), "started inFLIXimab"),
    (ev.Started(LINE, by=ev.PersonId("mruiz")), "started inFLIXimab, done by M. Ruiz RN"),
    (ev.Started(ev.LineId("L9")), "started L9"),
    (ev.Paused(LINE, 1), "paused inFLIXimab"),
    (ev.Resumed(LINE, 2), "resumed inFLIXimab"),
    (ev.RateChanged(LINE, Amount(Decimal(95), "mL/h")), "set the rate of inFLIXimab to 95\u00a0mL/h"),
    (ev.Stopped(LINE, 1), "stopped inFLIXimab"),
    (ev.Stopped(LINE, 1, StopReason.REACTION), "stopped inFLIXimab (reaction)"),
    (ev.StopReasonSet(LINE, StopReason.ORDERED), "gave the reason for the stop of inFLIXimab: ordered"),
    (ev.Pushed(LINE), "pushed inFLIXimab"),
    (ev.Wasted("A1", MG, "mruiz"), "charted 400\u00a0mg of inFLIXimab as wasted, witness mruiz"),
    (ev.Wasted("A1", MG), "charted 400\u00a0mg of inFLIXimab as wasted, witness Not recorded"),
    (
        ev.ClockDoubted(LINE, -3_600_000),
        "marked the times of inFLIXimab as doubtful: the clock was set by -60 min",
    ),
    (ev.TimesConfirmed(LINE), "confirmed the times of inFLIXimab"),
    (ev.ModifiersSet("A1", (Modifier("XU", "x"),)), "set the modifiers of inFLIXimab: XU"),
    (ev.ModifiersSet("A1", ()), "set the modifiers of inFLIXimab: none"),
    (ev.Closed("A-1"), "closed the visit as ticket A-1"),
    (ev.Reopened(), "reopened the visit"),
    (ev.Signed("A-1", 2, "{}", "d", "I gave this"), "signed ticket A-1, version 2: “I gave this”"),
    (ev.Signed("A-1", 2, "{}", "d", "I attest", "late"), "attested ticket A-1, version 2: “I attest”"),
    (ev.Printed("A-1", 2, 1, "PDF"), "printed ticket A-1, version 2, copy 1, to PDF"),
    (ev.PrintConfirmed("A-1", 2), "saw ticket A-1 come out"),
    (ev.Exported("shift log", "csv"), "wrote a file of shift log as csv"),
    (
        ev.Posted("A-1", 2, "charges", "C", "mllp://billing:2575", PostOutcome.ACCEPTED),
        "message of ticket A-1 to mllp://billing:2575: Posted",
    ),
    (ev.QueueCleared(datetime(2026, 11, 24, tzinfo=UTC)), "found every message of earlier tickets delivered"),
    (ev.NoticeDismissed("under-16"), "dismissed the notice under-16"),
    (ev.SignedIn(ev.PersonId("jdoe")), "signed in"),
    (ev.SignedOut(ev.PersonId("jdoe")), "signed out"),
    (ev.Locked(), "locked the station"),
    (ev.Viewed("tickets"), "looked at: tickets"),
    (ev.SettingChanged("site", '"Elm"'), 'set site to "Elm"'),
    (
        ev.PersonChanged(ev.PersonId("x"), "Ann Bo", "RN", ("charge_nurse",)),
        "charted Ann Bo as a person of the suite, roles: charge nurse",
    ),
    (
        ev.PersonChanged(ev.PersonId("x"), "Ann Bo", "RN", (), False),
        "took Ann Bo off the people of the suite, roles: none",
    ),
    (ev.ClockStepped(-1500), "saw the clock step by -1.5 s"),
    (ev.BackedUp("record-1.db"), "backed the record up as record-1.db"),
    (ev.Restored("record-1.db", 3), "restored the record from record-1.db, without 3 later entries"),
    (
        ev.Restored("record-1.db", -1),
        "restored the record from record-1.db, without an unknown number of later entries",
    ),
    (
        ev.ShiftSignedOff(datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=UTC), 12, 1),
        "signed a shift off: 12 lines, 1 still up",
    ),
    (ev.Recovered(2), "took 2 entries from the emergency journal into the record"),
    (ev.Tapped(Press.STOP, LINE, 1), "took a press of Stop from somebody not yet named: inFLIXimab"),
    (ev.Tapped(Press.START, LINE), "took a press of Start from somebody not yet named: inFLIXimab"),
    (ev.Tapped(Press.PUSH), "took a press of Push from somebody not yet named"),
    (ev.Claimed(ev.EventId("x")), "said that a press at the locked station was hers or his"),
    (ev.Discarded(ev.EventId("x")), "discarded a press at the locked station"),
    (ev.Witnessed(ev.EventId("x"), SecondSign.WASTE), "signed as the second person for waste"),
    (ev.Witnessed(ev.EventId("x"), SecondSign.CHECK), "signed as the second person for the check of a line"),
    (ev.CredentialSet(ev.PersonId("mruiz"), "password"), "set a new password for M. Ruiz RN"),
    (ev.CredentialSet(ev.PersonId("mruiz"), "no badge"), "took the badge of M. Ruiz RN away"),
    (ev.LockedOut(ev.PersonId("mruiz"), "pin"), "ended the PIN of M. Ruiz RN after wrong tries"),
    (ev.LockedOut(ev.PersonId("mruiz"), "password"), "made M. Ruiz RN wait after wrong passwords"),
    (ev.GlassBroken(), "broke glass: charts in an emergency without a nurse’s role"),
    (ev.BagChanged(LINE), "hung a new bag of inFLIXimab"),
    (ev.AccessChanged(LINE, ev.AccessId("B")), "moved inFLIXimab to access B"),
    (ev.VitalsNoted(120, 80), "noted vital signs"),
    (ev.ReactionNoted("flushing", LINE), "noted a reaction: “flushing”"),
    (ev.NoticeShown("boundary", LINE), "was shown the notice boundary"),
    (ev.PatientExpected("x1", date(2026, 11, 24), ROE), "put ROE, Jane on the list of 24-Nov-2026"),
    (ev.ExpectedDropped("x1", "did not come"), "took x1 off the list: “did not come”"),
    (ev.ChairOutOfService("4", "pump broken"), "took chair 4 out of service: “pump broken”"),
    (ev.ChairInService("4"), "put chair 4 back in service"),
)


def event(body: ev.Body) -> ev.Event:
    """A body under a header of Jordan Doe's."""
    station = Station()
    header = station.daybook.write(None, ev.Viewed("x"))[0].header
    return ev.Event(header, body)


@pytest.mark.parametrize(("body", "said"), TOLD, ids=[f"{type(b).__name__}-{n}" for n, (b, _) in enumerate(TOLD)])
def test_what_was_done(qapp: object, body: ev.Body, said: str) -> None:
    assert sentence(Entry(event(body), ABOUT), NAMES) == f"J. Doe RN {said}."


def test_every_kind_is_told() -> None:
    assert {type(body).__name__ for body, _ in TOLD} | {"Corrected", "Voided"} == set(BODIES)


CORRECTED = (
    (
        ev.Corrected(ev.EventId("x"), Label.CORRECTION, datetime(2026, 11, 24, tzinfo=UTC)),
        "corrected the time of “J. Doe RN started inFLIXimab”",
    ),
    (
        ev.Corrected(ev.EventId("x"), Label.CORRECTION, None, ev.Paused(LINE, 1)),
        "corrected “J. Doe RN started inFLIXimab” to “paused inFLIXimab”",
    ),
    (ev.Voided(ev.EventId("x")), "took back: “J. Doe RN started inFLIXimab”"),
)


@pytest.mark.parametrize(("body", "said"), CORRECTED)
def test_what_is_replaced_is_named(qapp: object, body: ev.Body, said: str) -> None:
    found = sentence(Entry(event(body), ABOUT, event(ev.Started(LINE))), NAMES)
    assert found == f"J. Doe RN {said}."
    lost = sentence(Entry(event(body), ABOUT), NAMES)
    assert "an event that is not in this visit" in lost


def test_a_person_unknown_today_keeps_her_sign_in_name_and_the_station_its_own(qapp: object) -> None:
    assert NAMES.person("gone") == "gone"
    assert NAMES.person("station") == "The station"
    assert NAMES.person(None) == "Not recorded"
    assert re.fullmatch(r"\S.*\.", sentence(Entry(event(ev.Locked())), NAMES))


@pytest.mark.parametrize("kind", Kind)
def test_every_notice_is_called_by_what_it_says(kind: Kind) -> None:
    assert "_" not in notice_name(kind.value)
    assert notice_name("of an earlier program") == "of an earlier program"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("tickets", "tickets"),
        ("shift log, week", "shift log of the week"),
        ("audit of 2026-11-24", "audit of 24-Nov-2026"),
        ("audit of yesterday", "audit of yesterday"),
        ("stop times around boundaries of one day", "stop times around boundaries of one day"),
    ],
)
def test_what_was_looked_at_is_said_as_it_is_known(what: str, said: str) -> None:
    assert looked_at(what) == said
