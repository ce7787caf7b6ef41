"""Vital signs and reactions as timed notes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.desk import observe
from nursedesk.desk.hang import hang_and_start
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Amount, Status
from nursedesk.record.events import LineId, ReactionNoted, VitalsNoted

from tests.desk.station import Station, infliximab


def temperature(number: str, unit: str = "Cel") -> Amount:
    return Amount(Decimal(number), unit)


@pytest.mark.parametrize(
    "vitals",
    [
        VitalsNoted(118, 72, 76, 16, 98, temperature("36.8"), 2, "warm blanket"),
        VitalsNoted(pulse=76),
        VitalsNoted(temperature=temperature("98.6", "[degF]")),
        VitalsNoted(pain=0),
    ],
)
def test_what_was_measured_is_stored(vitals: VitalsNoted) -> None:
    station = Station()
    visit = station.seat()
    observe.note_vitals(station.daybook, station.encounter(visit), vitals)
    assert station.saved[-1].body == vitals


@pytest.mark.parametrize(
    ("vitals", "key"),
    [
        (VitalsNoted(), "nothing_measured"),
        (VitalsNoted(text="  "), "nothing_measured"),
        (VitalsNoted(1180, 72), "not_a_vital_sign"),
        (VitalsNoted(72, 118), "pressures_swapped"),
        (VitalsNoted(saturation=101), "not_a_vital_sign"),
        (VitalsNoted(temperature=temperature("98.6")), "not_a_vital_sign"),
        (VitalsNoted(temperature=temperature("36.8", "K")), "not_a_vital_sign"),
        (VitalsNoted(pain=11), "not_a_vital_sign"),
    ],
)
def test_what_was_mistyped_is_refused(vitals: VitalsNoted, key: str) -> None:
    station = Station()
    visit = station.encounter(station.seat())
    before = len(station.saved)
    with pytest.raises(Refused) as refused:
        observe.note_vitals(station.daybook, visit, vitals)
    assert (refused.value.key, len(station.saved)) == (key, before)


def test_a_reaction_names_the_line_it_was_to() -> None:
    station = Station()
    visit = station.seat()
    line = hang_and_start(station.daybook, station.encounter(visit), infliximab())
    said = ReactionNoted("flushing, itch", line, "paused, 25 mg diphenhydramine")
    observe.note_reaction(station.daybook, station.encounter(visit), said)
    assert station.saved[-1].body == said
    for wrong, key in (
        (ReactionNoted(" "), "nothing_written"),
        (ReactionNoted("x", LineId("A9")), "no_such_line"),
    ):
        with pytest.raises(Refused) as refused:
            observe.note_reaction(station.daybook, station.encounter(visit), wrong)
        assert refused.value.key == key


def test_a_closed_visit_is_not_noted_in() -> None:
    station = Station()
    visit = replace(station.encounter(station.seat()), status=Status.SIGNED)
    for note in (
        lambda: observe.note_vitals(station.daybook, visit, VitalsNoted(pulse=70)),
        lambda: observe.note_reaction(station.daybook, visit, ReactionNoted("x")),
    ):
        with pytest.raises(Refused) as refused:
            note()
        assert refused.value.key == "reopen_first"
