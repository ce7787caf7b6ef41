"""Vital signs and reactions: read strictly, noted with their time, nothing lost when refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.encounter import Amount
from nursedesk.record.events import ReactionNoted, VitalsNoted
from nursedesk.ui import words
from nursedesk.ui.encounter.event_words import vitals_words
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.encounter.vitals_reading import FIELDS, read_vitals
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.encounter.finders import button, edit
from tests.ui.encounter.recorder import Recorder

WHOLE = {
    "pressure": "118/72", "pulse": "76", "respirations": "16", "saturation": "98 %", "temperature": "36.8",
    "pain": "0",
}  # fmt: skip


def degrees(number: str, unit: str) -> Amount:
    return Amount(Decimal(number), unit)


def test_everything_measured() -> None:
    read = read_vitals(WHOLE, " calm ")
    assert read == VitalsNoted(118, 72, 76, 16, 98, degrees("36.8", "Cel"), 0, "calm")
    said = vitals_words(read).replace(words.NBSP, " ")
    assert said == "BP 118/72 · pulse 76 · resp 16 · SpO2 98 % · 36.8 °C · pain 0/10"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("98.6", degrees("98.6", "[degF]")),
        ("36.8 C", degrees("36.8", "Cel")),
        ("99 °F", degrees("99", "[degF]")),
        ("41", degrees("41", "Cel")),
    ],
)
def test_a_temperature_is_of_the_scale_it_can_be(text: str, wanted: Amount) -> None:
    read = read_vitals({"temperature": text})
    assert isinstance(read, VitalsNoted) and read.temperature == wanted


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("pressure", "118"), ("pressure", "118/"), ("pressure", "118 72"), ("pulse", "7 6"), ("pulse", "-7"),
        ("pulse", "７６"), ("respirations", "16.5"), ("saturation", "98%%"), ("temperature", "36,8"),
        ("temperature", "3"), ("pain", "mild"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(field: str, text: str) -> None:
    assert read_vitals(WHOLE | {field: text}) == field


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=8)))
def test_whatever_is_typed(typed: dict[str, str]) -> None:
    read = read_vitals(typed)
    assert isinstance(read, VitalsNoted) or read in FIELDS


def test_vital_signs_are_noted_by_keyboard(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.NOTES)
    button(page, "noteKind_vitals").click()
    for name, text in WHOLE.items():
        qtbot.keyClicks(edit(page, f"{name}Field"), text)
        qtbot.keyClick(edit(page, f"{name}Field"), Qt.Key.Key_Return)
    assert recorder.calls == [("note_vitals", VitalsNoted(118, 72, 76, 16, 98, degrees("36.8", "Cel"), 0))]
    assert edit(page, "pulseField").text() == ""


def test_a_wrong_value_keeps_the_others(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.NOTES)
    button(page, "noteKind_vitals").click()
    qtbot.keyClicks(edit(page, "pulseField"), "76")
    qtbot.keyClicks(edit(page, "pressureField"), "118")
    button(page, "saveVitals").click()
    assert recorder.calls == []
    assert (edit(page, "pulseField").text(), edit(page, "pressureField").accessibleDescription()) == (
        "76", "Cannot be read.",
    )  # fmt: skip


def test_a_reaction_with_its_drug_and_what_was_done(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.NOTES)
    button(page, "noteKind_reaction").click()
    button(page, "saveReaction").click()
    assert recorder.calls == []
    for name in ("sign_1", "sign_2", "sign_1"):
        button(page, name).click()
    page.record.notes.reaction.about.choose("L1")
    qtbot.keyClicks(edit(page, "reactionDoneField"), "paused")
    qtbot.keyClick(edit(page, "reactionDoneField"), Qt.Key.Key_Return)
    assert recorder.calls == [("note_reaction", ReactionNoted("flushing, itch", "L1", "paused"))]
