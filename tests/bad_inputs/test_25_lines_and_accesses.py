"""More lines at once than accesses, fifty lines, a line without an access."""

import copy

from nursedesk.desk import hang
from nursedesk.record.events import EncounterId

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit
from tests.desk.station import infliximab

FIFTY = 50


def test_fifty_lines_on_one_access_are_kept_and_pointed_at(record: Record) -> None:
    crowded = visit()
    (first,) = crowded["administrations"]
    drugs = ("infliximab", "ondansetron", "vancomycin")
    crowded["administrations"] = [
        copy.deepcopy(first) | {"id": str(n), "drug": drugs[n % 3], "hcpcs": None} for n in range(FIFTY)
    ]
    assert record.take_in(crowded).code == 0
    assert len(record.log()) == FIFTY
    assert len(record.export()["administrations"]) == FIFTY
    coded = record.code(crowded)
    assert coded.code == 0
    assert '"same-drug-self-overlap"' in coded.out
    assert record.clean()


def test_a_line_without_an_access_and_one_at_an_unknown_one_are_pointed_at(record: Record) -> None:
    for access in (None, "Z"):
        said = record.code(visit(first={"access": access}))
        assert said.code == 0
        assert "access not recorded" in said.out


def test_two_accesses_of_one_name_are_refused(record: Record) -> None:
    said = record.take_in(visit(accesses=[{"id": "A"}, {"id": "A"}]))
    assert said.code == 1
    assert 'the access id "A" is used twice' in said.err
    assert record.events() == ()


def test_fifty_lines_at_the_chair_are_all_shown(suite: Suite) -> None:
    window.check_in(suite)
    visit_id = EncounterId(window.seated(suite).id)
    core = suite.shell.core
    for _ in range(FIFTY):
        core.press(visit_id, lambda one: hang.hang_and_start(core.daybook, one, infliximab()))
    suite.settle()
    suite.pass_(20)
    suite.shell.encounter.open(visit_id)
    suite.settle()
    assert len(window.seated(suite).administrations) == FIFTY
    assert not suite.station.frame.grab().isNull()
    suite.shell.window.show_page("board")
    suite.settle()
    assert window.stored(suite, visit_id).count("Started") == FIFTY
    assert window.is_clean(suite)


def test_a_line_hung_without_an_access_runs_and_is_pointed_at(suite: Suite) -> None:
    suite.hands.press("checkInButton_1")
    window.paste(suite, "nameField", "ROE, Jane")
    suite.hands.press("checkInButton")
    suite.settle()
    window.hang(suite)
    (line,) = window.seated(suite).administrations
    assert line.access is None
    suite.pass_(20)
    look = suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall)
    assert "access-not-charted" in [finding.code.value for finding in look.ticket.findings]
