"""A field that holds a CSV's own marks: quotes, a comma and a line end."""

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NAME = 'ROE","Jane\r\nsecond line'


def test_the_csv_has_one_row_and_the_name_whole(record: Record) -> None:
    assert record.take_in(visit(patient={"name": NAME})).code == 0
    (row,) = record.log()
    assert row["patient"] == NAME
    assert row["mrn"] == "40 21 877"
    assert record.export()["patient"]["name"] == NAME
    assert 'ROE","Jane second line' in record.paper()
    assert record.clean()


def test_a_visit_named_over_two_lines_is_one_line_of_the_list(record: Record) -> None:
    assert record.take_in(visit("B-1\nSIGNED by nobody", patient={"name": NAME})).code == 0
    listed = record.ask("tickets")
    assert len(listed.out.splitlines()) == 2
    assert "B-1[U+000A]SIGNED by nobody" in listed.out


def test_a_pasted_name_becomes_one_line(suite: Suite) -> None:
    window.check_in(suite, NAME)
    patient = window.seated(suite).patient
    assert patient is not None
    assert patient.name == 'ROE","Jane second line'
