"""What a narrow page may cost: never the name of a drug, never two words over each other."""

from datetime import UTC, datetime

import pytest
from nursedesk.record.encounter import Label
from nursedesk.ui import theme
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.events_list import label_width, planned
from nursedesk.ui.encounter.findings_list import FindingItem
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit import StopButton, runs_width
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def row(subject: str, label: Label | None = None) -> EventRow:
    second = "charted 04:10 · “bag empty, seen at bedside”" if label else ""
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    return EventRow("e1", at, "04:00", "", "Started", subject, label, second, "M. Ruiz RN", True, False, "L1")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [476, 520, 600, 760])
@pytest.mark.parametrize("label", [None, Label.LATE_ENTRY, Label.CORRECTION])
@pytest.mark.parametrize(
    "subject", ["inFLIXimab", "methylPREDNISolone 40 mg", "sodium chloride 0.9 % 1,000 mL · hydration · access A"]
)
def test_words_of_an_event_never_meet(width: int, label: Label | None, subject: str) -> None:
    shown = row(subject, label)
    plan = planned(shown, width)
    room = width - theme.px(92) - theme.px(44)
    upper = runs_width(plan.subject)
    if label and not plan.label_below:
        upper += theme.px(10) + label_width(label)
    if not plan.who_below:
        upper += theme.px(16) + theme.advance(shown.who, 13)
    assert upper <= room + 0.5
    assert plan.double or not (plan.who_below or plan.label_below)


@pytest.mark.parametrize("width", [860, 1184, 1504, 1824])
def test_the_matrix_shows_whole_drug_names(qtbot: QtBot, page: EncounterPage, width: int) -> None:
    page.resize(width, 900)
    page.record.show_tab(Tab.CHARTING)
    matrix = page.charting
    qtbot.waitUntil(matrix.isVisible)
    page.grab()
    names = [theme.advance(one.drug, 14, theme.STRONG) for one in matrix.rows()]
    assert max(names) + theme.px(20) <= matrix.columnWidth(0)
    last = len(matrix.rows()[0].cells)
    assert matrix.columnViewportPosition(last) + matrix.columnWidth(last) <= matrix.viewport().width()


@pytest.mark.parametrize("width", [1184, 1504, 1824])
def test_a_finding_shows_all_its_lines(page: EncounterPage, width: int) -> None:
    page.resize(width, 900)
    page.record.show_tab(Tab.FINDINGS)
    page.grab()
    assert max(item.height() for item in page.findings.findChildren(FindingItem)) < 90
    for label in page.findings.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()


def test_facts_beside_the_name_are_whole_or_left_out(page: EncounterPage) -> None:
    facts = page.findChild(QLabel, "encounterFacts")
    for width in range(900, 1900, 40):
        page.resize(width, 900)
        assert facts.sizeHint().width() <= facts.width() + 2
        assert not facts.text().endswith("·")
    assert "Blue Ridge PPO" in facts.toolTip()


@pytest.mark.parametrize("width", [700, 876])
def test_every_stop_stays_inside_its_page(page: EncounterPage, width: int) -> None:
    page.show()
    page.resize(width, 640)
    page.grab()
    stops = [stop for stop in page.findChildren(StopButton) if stop.isVisible()]
    assert len(stops) >= 2
    for stop in stops:
        assert page.rect().right() >= stop.mapTo(page, stop.rect().bottomRight()).x()
