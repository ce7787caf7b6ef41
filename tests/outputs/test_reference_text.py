"""What minutes give agrees with the coder minute by minute; pages fit a terminal and name their sources."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import Role
from nursedesk.outputs.reference_minutes import courses, stretch_at, stretches
from nursedesk.outputs.reference_page import FAMILIES, ROLES, UNITS, Page, code_page, given_at, latest, topics
from nursedesk.outputs.reference_tables import paired, unit_limits
from nursedesk.outputs.reference_text import WIDTH, minutes_text, page_text, table
from nursedesk.record.encounter import Administration, Encounter, Family, Purpose, Route, Segment, Setting

BOOKS = {profile: load_rulebook(profile) for profile in ("cpt", "reference-card")}
BOOK = BOOKS["cpt"]
REFERENCE = load_reference(BOOK.codes)
EIGHT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
PAGES = [*topics(REFERENCE, BOOK), *(code_page(x, REFERENCE, BOOK) for x in BOOK.codes.values())]


def run(
    minutes: int, family: Family, route: Route = Route.IV_INFUSION, *, name: str = "a", after: int = 0
) -> Administration:
    start = EIGHT + timedelta(minutes=after)
    segment = Segment(start, start + timedelta(minutes=minutes))
    purpose = Purpose.HYDRATION if family is Family.HYDRATION else Purpose.TREATMENT
    return Administration(
        id=name, drug=f"drug {name}", route=route, segments=(segment,), family=family, purpose=purpose
    )


def coded(profile: str, *given: Administration) -> dict[str, int]:
    visit = Encounter(
        id="e", setting=Setting.OUTPATIENT_FACILITY, time_zone="America/New_York", administrations=given
    )
    lines = code(visit, BOOKS[profile]).lines
    return {line.code: line.units for line in lines if line.code in BOOK.codes}


def said(profile: str, of: str, place: int, minutes: int) -> dict[str, int]:
    book = BOOKS[profile]
    return dict(given_at(book.codes[of], minutes, book)[place][1].lines)


@pytest.mark.parametrize("profile", BOOKS)
@given(minutes=st.integers(1, 700))
def test_alone_a_service_gives_on_the_ticket_what_the_reference_says(profile: str, minutes: int) -> None:
    for of, family, route in (
        ("96365", Family.THERAPEUTIC, Route.IV_INFUSION),
        ("96413", Family.CHEMOTHERAPY, Route.IV_INFUSION),
        ("96360", Family.HYDRATION, Route.IV_INFUSION),
        ("96369", Family.THERAPEUTIC, Route.SC_INFUSION),
    ):
        assert said(profile, of, 0, minutes) == coded(profile, run(minutes, family, route))


@pytest.mark.parametrize("profile", BOOKS)
@given(minutes=st.integers(1, 700))
def test_after_another_drug_a_service_gives_what_the_reference_says(profile: str, minutes: int) -> None:
    """After twelve hours of another drug of the same family, which stays the initial one."""
    for of, family in (("96367", Family.THERAPEUTIC), ("96417", Family.CHEMOTHERAPY)):
        first = run(720, family, name="first")
        alone = coded(profile, first)
        both = coded(profile, first, run(minutes, family, name="second", after=721))
        added = {key: units - alone.get(key, 0) for key, units in both.items() if units != alone.get(key, 0)}
        assert added == said(profile, of, 1, minutes)
    fluid = run(minutes, Family.HYDRATION, name="fluid", after=721)
    drug = run(60, Family.THERAPEUTIC, name="drug")
    added = {key: units for key, units in coded(profile, drug, fluid).items() if key == "96361"}
    assert added == said(profile, "96361", 1, minutes)


@given(minutes=st.integers(0, 100_000))
def test_a_stretch_holds_its_minutes_and_nothing_changes_within(minutes: int) -> None:
    parameters = latest(BOOK)
    for family in ("96365", "96413", "96360", "96369"):
        for course in courses(BOOK.codes[family], BOOK):
            at = stretch_at(course, minutes, parameters, BOOK.settings)
            assert at.start <= minutes <= (minutes if at.end is None else at.end)
            assert stretch_at(course, at.start, parameters, BOOK.settings) == at
            if at.end is not None:
                after = stretch_at(course, at.end + 1, parameters, BOOK.settings)
                assert (after.start, after.lines != at.lines) == (at.end + 1, True)


def test_boundaries_of_an_infusion() -> None:
    initial = courses(BOOK.codes["96365"], BOOK)[0]
    found = stretches(initial, latest(BOOK), BOOK.settings)
    assert [(x.start, x.end, x.lines) for x in found] == [
        (0, 15, (("96374", 1),)),
        (16, 90, (("96365", 1),)),
        (91, 150, (("96365", 1), ("96366", 1))),
        (151, 210, (("96365", 1), ("96366", 2))),
    ]


def test_minutes_as_text() -> None:
    text = minutes_text(BOOK.codes["96365"], 90, BOOK)
    assert "1 h 30 min, 90 charted minutes" in text
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert "Initial service 96365 × 1 16 to 90 min next at 91" in rows
    assert "Sequential: a further drug by itself 96367 × 1 16 to 90 min next at 91" in rows
    card = minutes_text(BOOK.codes["96365"], 90, BOOKS["reference-card"])
    assert "96365 × 1 + 96366 × 1  90 to 149 min  next at 150" in card
    assert card.endswith("By profile reference-card.")
    assert "do not go by minutes" in minutes_text(BOOK.codes["96372"], 90, BOOK)
    assert "A charted push is a push" in minutes_text(BOOK.codes["96374"], 20, BOOK)
    assert "A charted push is a push" not in text
    assert "blocked" in minutes_text(BOOK.codes["96365"], 1441, BOOK)
    assert "blocked" not in minutes_text(BOOK.codes["96365"], 1440, BOOK)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_fits_the_terminal_and_every_mark_is_explained(page: Page) -> None:
    text = page_text(page)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "{" not in text
    head, _, foot = text.partition("\nSources\n")
    for number in range(1, 40):
        assert (f"[{number}]" in head) == (f"[{number}] " in foot)
    assert "American Medical" in text


def test_every_family_and_role_has_words() -> None:
    assert {x.family for x in BOOK.codes.values()} <= set(FAMILIES)
    assert {x.role for x in BOOK.codes.values()} <= set(ROLES) & set(UNITS)
    assert Role.INITIAL in ROLES


def test_a_wide_table_goes_on_below() -> None:
    lines = table([("Code", "What"), ("1", "word " * 50)])
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) > 3
    assert lines[2].startswith("        word")


def test_pairs_say_which_gives_way_and_where() -> None:
    section = paired(BOOK.codes["96365"], REFERENCE, BOOK)
    rows = {entry.cells for entry in section.entries}
    assert ("96523", "the other", "never", "never") in rows
    assert ("99211", "the other", "only with a modifier", "never") in rows
    assert (
        "96409, 96413, 96416, C8957, G0498",
        "this code",
        "only with a modifier",
        "only with a modifier",
    ) in rows
    assert all(entry.source is not None and entry.source.key == "ptp" for entry in section.entries)
    flush = {entry.cells for entry in paired(BOOK.codes["96523"], REFERENCE, BOOK).entries}
    assert any(cells[1:] == ("this code", "no edit", "never") and "96361" in cells[0] for cells in flush)


def test_every_edit_in_force_is_on_the_pages_of_both_codes() -> None:
    told = {
        (code.code, other, entry.cells[1])
        for code in BOOK.codes.values()
        for entry in paired(code, REFERENCE, BOOK).entries
        for other in entry.cells[0].split(", ")
    }
    for edits in BOOK.pair_edits.values():
        for edit in edits:
            if edit.effective_to is None:
                assert edit.code not in BOOK.codes or (edit.code, edit.beside, "the other") in told
                assert edit.beside not in BOOK.codes or (edit.beside, edit.code, "this code") in told


def test_unit_limits_come_from_the_rule_data_with_their_day() -> None:
    for number, limited in BOOK.codes.items():
        rows = {entry.cells[0]: entry.cells for entry in unit_limits(limited, REFERENCE, BOOK)}
        for facility, place in ((True, "facility"), (False, "office")):
            limit = next(x for x in BOOK.unit_limits[facility] if x.code == number and x.effective_to is None)
            assert rows[f"unit limit ({place})"][1] == str(limit.units)
    assert [entry.cells for entry in unit_limits(BOOK.codes["96365"], REFERENCE, BOOK)] == [
        ("unit limit (facility)", "2", "01-Jul-2024"),
        ("unit limit (office)", "1", "01-Jul-2024"),
    ]


def test_a_figure_the_reference_lacks_is_said_to_be_lacking() -> None:
    for number, page in ((x.key, x) for x in PAGES if x.key in BOOK.codes):
        section = next(x for x in page.sections if x.heading == "Published facts that go stale")
        facts = {entry.cells[0]: entry for entry in section.entries}
        assert {"work RVU", "OPPS status", "unit limit (facility)", "unit limit (office)"} <= set(facts), number
        for entry in facts.values():
            assert (entry.source is None) == entry.cells[1].startswith("not recorded here")
