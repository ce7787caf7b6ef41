"""Scans in the whole desk: patterns a site sets are in force at once; what was scanned is in the record."""

from datetime import date

from nursedesk.catalog.scans import Field, NotADrug
from nursedesk.record.events import SettingChanged

from tests.app.suite import Suite
from tests.bad_inputs import window

GOOD = "]d201003578940300101727093010AB12C"


def set_pattern(suite: Suite, name: str, pattern: str) -> None:
    window.paste(suite, name, pattern)
    suite.settle()


def test_a_pattern_set_by_an_administrator_reads_wristbands_and_is_in_the_record(suite: Suite) -> None:
    suite.sign_in("admin")
    suite.shell.window.show_page("settings")
    set_pattern(suite, "wristbandPatternField", r"MRN(?P<number>\d{7})")
    window.paste(suite, "tryCodeField", "MRN4021877")
    assert window.shown(suite, "tryCodeSentence") == "A wristband. Its number is 4021877."
    said = suite.shell.core.desk.ledger.station_events(("SettingChanged",))
    assert [one.body.key for one in said if isinstance(one.body, SettingChanged)][-1] == "wristband_pattern"
    read = suite.shell.dialogs.scanning.read("MRN4021877", Field.WRISTBAND)
    assert isinstance(read, NotADrug)


def test_a_pattern_that_takes_everything_is_refused_and_the_old_one_serves(suite: Suite) -> None:
    suite.sign_in("admin")
    suite.shell.window.show_page("settings")
    set_pattern(suite, "wristbandPatternField", ".*")
    assert "would take typed names" in window.shown(suite, "wristbandPatternField_error")
    assert suite.shell.core.daybook.suite.facts.wristband_pattern == ""


def test_what_a_scan_says_is_in_the_record(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", GOOD)
    suite.hands.type("doseField", "300")
    suite.hands.press("containersButton")
    suite.hands.press("startNowButton")
    suite.settle()
    (line,) = window.seated(suite).administrations
    assert (line.drug, line.hcpcs, line.ndc) == ("infliximab", "J1745", "57894-0030-01")
    assert (line.lot, line.expiry) == ("AB12C", date(2027, 9, 30))
    assert line.opened is not None
    assert line.opened.amount == 300
    assert window.is_clean(suite)


def test_a_drugs_code_seats_nobody(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite, GOOD)
    assert "drug’s code" in window.shown(suite, "nameField_error")
    assert window.sitting(suite) is None
