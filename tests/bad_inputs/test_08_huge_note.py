"""A note of 10 MB."""

from nursedesk.desk import correct
from nursedesk.record.events import EncounterId

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NOTE = "tolerated well " * 700_000


def test_code_and_import_refuse_the_same_line_and_keep_the_others(record: Record) -> None:
    assert len(NOTE) > 10_000_000
    said = record.take_in(visit("B-1"), visit("B-2", first={"response": NOTE}), visit("B-3"))
    assert said.code == 1
    assert said.err == "line 2: longer than 4 MiB, which no encounter is\n"
    assert "2 added, 0 already there, 1 skipped" in said.out
    coded = record.code(visit("B-2", first={"response": NOTE}))
    assert coded.code == 2
    assert coded.sentence.endswith("longer than 4 MiB, which no encounter is")
    assert record.clean()


def test_a_note_of_one_million_is_kept_whole_and_paper_says_how_much_is_left_out(record: Record) -> None:
    long = NOTE[:1_000_000]
    assert record.take_in(visit(first={"response": long})).code == 0
    assert record.export()["administrations"][0]["response"] == long
    assert "more characters in the record]" in record.paper()
    assert record.clean()


def test_a_note_at_the_desk_is_kept_whole(suite: Suite) -> None:
    window.check_in(suite)
    core, visit_id = suite.shell.core, EncounterId(window.seated(suite).id)
    core.press(visit_id, lambda one: correct.note(core.daybook, one, NOTE))
    suite.settle()
    noted = core.desk.ledger.events_of(visit_id)[-1]
    assert noted.body.text == NOTE.strip()
    suite.shell.encounter.open(visit_id)
    suite.settle()
    assert window.is_clean(suite)
