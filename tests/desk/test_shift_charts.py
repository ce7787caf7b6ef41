"""The charge nurse's charts: counts become labelled bars, and every word of them can be said otherwise."""

from dataclasses import fields, replace

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk.boundary_report import Report
from nursedesk.desk.shift_charts import ChartName, ChartWords, drawn
from nursedesk.outputs.formats import day
from nursedesk.outputs.languages import Language
from nursedesk.outputs.pictures.chart_model import ChartModel
from nursedesk.outputs.shift_figures import Figures
from nursedesk.outputs.shift_log import Period
from nursedesk.outputs.words_paper import say_in

from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, ZONE, at, ran


def charts(words: ChartWords = ChartWords()) -> dict[ChartName, ChartModel]:  # noqa: B008 - frozen
    figures, report = Figures(Period(at("07:00"), at("19:00")), ZONE, at("19:00")), Report(load_rulebook())
    for end in ("13:02", "13:00", "12:58"):
        visit = replace(ENCOUNTER, administrations=(replace(INFLIXIMAB, segments=ran("11:30", end)),))
        figures.add(visit)
        report.add(visit)
    return drawn(figures, report, words)


def test_chairs_in_use_are_chairs() -> None:
    chart = charts()[ChartName.CHAIRS]
    assert chart.labels == ("10", "11", "12", "13", "14", "15")
    assert [round(value, 2) for value in chart.series[0].values] == [0, 2.9, 3, 3, 1.45, 0]
    assert [round(value, 2) for value in chart.series[1].values] == [0, 1.5, 2.97, 0.03, 0, 0]


def test_a_cluster_past_a_boundary_is_seen() -> None:
    chart = charts()[ChartName.BOUNDARIES]
    whole = {
        label: chart.series[0].values[at] + chart.series[1].values[at] for at, label in enumerate(chart.labels)
    }
    assert {label: count for label, count in whole.items() if count} == {"-3": 1, "-1": 1, "+1": 1}
    assert chart.labels[chart.mark or 0] == "0"
    assert "3 of 3 timed lines" in chart.note


def test_weeks_have_three_kinds_of_bars() -> None:
    chart = charts()[ChartName.TIMES]
    assert chart.labels == ("23-Nov-2026",)
    assert [one.values for one in chart.series] == [(0.0,), (3.0,), (3.0,)]


def test_every_word_can_be_said_in_another_language() -> None:
    words = {one.name: f"§ {getattr(ChartWords(), one.name)}" for one in fields(ChartWords) if one.name != "day"}
    for chart in charts(ChartWords(**words)).values():
        said = [chart.title, chart.note, chart.unit, chart.nothing, *(one.name for one in chart.series)]
        assert all(text.startswith("§ ") for text in said), chart


def test_weeks_are_read_as_the_reader_reads_days() -> None:
    spanish = ChartWords(day=lambda when: day(when, say_in(Language.SPANISH)))
    assert charts(spanish)[ChartName.TIMES].labels == ("23-nov-2026",)
