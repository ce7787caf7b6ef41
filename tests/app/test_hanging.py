"""Hanging in the whole desk: what was typed, chosen and checked is in the record; a favourite is two presses."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.desk.check_in import free_chair
from nursedesk.desk.daybook import Session
from nursedesk.desk.hang import Hang, hang_and_start
from nursedesk.desk.people import set_badge
from nursedesk.desk.refusal import Refused
from nursedesk.desk.run import stop
from nursedesk.desk.set_up import change_facts
from nursedesk.record.encounter import Amount, RateStep, Route
from nursedesk.record.events import DrugHung, Prepared, SettingChanged, Witnessed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.suite import PIN, Suite
from tests.bad_inputs import window

OTHER_PIN = "580314"


@pytest.fixture
def seated(suite: Suite) -> Suite:
    suite.sign_in()
    window.check_in(suite)
    return suite


def mL_h(*speeds: int) -> tuple[Amount, ...]:
    return tuple(Amount(Decimal(speed), "mL/h") for speed in speeds)


def prepared(suite: Suite) -> Prepared:
    visit = window.seated(suite).id
    return next(
        one.body for one in suite.shell.core.desk.ledger.events_of(visit) if isinstance(one.body, Prepared)
    )


def test_a_favourite_is_two_presses(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    rows = seated.hands.find("choiceList")
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    seated.hands.press("startNowButton")
    seated.settle()
    (line,) = window.seated(seated).administrations
    assert (line.drug, line.dose) == ("methylprednisolone", Amount(Decimal(100), "mg"))


def test_steps_of_a_rate_are_one_line_and_give_the_planned_end(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    seated.hands.type("drugField", "infliximab")
    seated.hands.type("doseField", "400", enter=False)
    seated.hands.type("volumeField", "250", enter=False)
    seated.hands.type("rateField", "10 20 40 every 15 min", enter=False)
    seated.hands.press("startNowButton")
    seated.settle()
    (line,) = window.seated(seated).administrations
    ten, twenty, forty = mL_h(10, 20, 40)
    assert line.steps == (RateStep(ten, 15), RateStep(twenty, 15), RateStep(forty))
    assert (line.rate, line.ordered_minutes) == (ten, 394)
    assert prepared(seated).steps == line.steps
    assert window.is_clean(seated)


def test_several_drugs_hang_in_one_bag(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    for drug, dose in (("ondansetron", "8"), ("dexamethasone", "12")):
        seated.hands.type("drugField", drug)
        seated.hands.type("doseField", dose, enter=False)
        if drug == "ondansetron":
            seated.hands.press("anotherDrugButton")
    seated.hands.type("volumeField", "50", enter=False)
    seated.hands.type("rateField", "200", enter=False)
    seated.hands.press("startNowButton")
    seated.settle()
    one, two = window.seated(seated).administrations
    assert [(each.drug, each.dose) for each in (one, two)] == [
        ("ondansetron", Amount(Decimal(8), "mg")),
        ("dexamethasone", Amount(Decimal(12), "mg")),
    ]
    assert one.line == two.line == one.bag
    assert (one.volume, one.ordered_minutes) == (Amount(Decimal(50), "mL"), 15)


def test_a_drug_of_the_bag_is_edited_and_another_taken_out(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    for drug, dose in (("ondansetron", "8"), ("dexamethasone", "12"), ("famotidine", "20")):
        seated.hands.type("drugField", drug)
        seated.hands.type("doseField", dose, enter=False)
        if drug != "famotidine":
            seated.hands.press("anotherDrugButton")
    seated.hands.press("bagDrugOut_2")
    seated.hands.press("bagDrug_1")
    seated.hands.type("doseField", "4", enter=False)
    seated.hands.press("startNowButton")
    seated.settle()
    assert [(one.drug, one.dose.amount) for one in window.seated(seated).administrations if one.dose] == [
        ("famotidine", 20),
        ("ondansetron", 4),
    ]


@pytest.mark.parametrize("dose", ["0", "-5", "−5", "0.0"])
def test_a_dose_of_nothing_or_less_is_refused_with_its_own_sentence(seated: Suite, dose: str) -> None:
    seated.hands.press("hangButton_1")
    seated.hands.type("drugField", "infliximab")
    window.paste(seated, "doseField", dose)
    seated.hands.press("startNowButton")
    less = "The dose cannot be less than zero."
    assert window.shown(seated, "doseField_error") == (
        less if dose[0] in "-−" else "The dose must be more than zero."
    )
    assert window.seated(seated).administrations == ()


def test_a_bag_of_saline_is_charted_with_the_code_of_its_size(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    seated.hands.type("drugField", "normal saline")
    seated.hands.type("volumeField", "500", enter=False)
    seated.hands.press("startNowButton")
    seated.settle()
    assert window.seated(seated).administrations[0].hcpcs == "J7040"


def test_favourites_are_kept_reordered_and_taken_out_by_a_nurse(seated: Suite) -> None:
    seated.hands.press("hangButton_1")
    seated.hands.type("drugField", "infliximab")
    seated.hands.type("doseField", "555", enter=False)
    seated.hands.press("favouriteButton")
    seated.hands.press("arrangeFavouritesButton")
    seated.hands.press("favouriteOut_1")
    seated.hands.press("favouriteDown_1")
    seated.hands.press("arrangeDoneButton")
    seated.hands.press("hangCancelButton")
    seated.settle()
    said = seated.shell.core.desk.ledger.station_events(("SettingChanged",))
    assert [one.body.key for one in said if isinstance(one.body, SettingChanged)][-3:] == ["favourites"] * 3
    assert {one.header.actor for one in said[-3:]} == {"jdoe"}
    kept = [choice.drug for choice in seated.shell.dialogs.favourites() if choice.route is Route.IV_INFUSION]
    assert kept[-1] == "infliximab"
    assert "methylprednisolone" not in kept


def ask_for_checks(suite: Suite) -> None:
    book = suite.shell.core.daybook
    admin = book.suite.person("admin")
    assert admin is not None
    at_the_desk, book.session = book.session, Session(admin, "s", "password")
    change_facts(book, replace(book.suite.facts, second_sign=("check",), check_families=("chemotherapy",)))
    book.session = at_the_desk


def hang_chemotherapy(suite: Suite) -> None:
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "paclitaxel")
    suite.hands.type("doseField", "150", enter=False)
    suite.hands.press("startNowButton")


def test_a_second_check_is_signed_by_who_did_it(seated: Suite) -> None:
    ask_for_checks(seated)
    hang_chemotherapy(seated)
    assert window.seated(seated).administrations == ()
    seated.hands.type("checkPinField", PIN)
    seated.hands.wait(lambda: window.is_shown(seated, "checkSentence"), "a wrong PIN is said")
    assert "Tries left" in window.shown(seated, "checkSentence")
    seated.hands.type("checkPinField", OTHER_PIN)
    seated.hands.wait(lambda: window.seated(seated).administrations != (), "the bag hangs")
    seated.settle()
    (line,) = window.seated(seated).administrations
    assert line.checked_by == "mruiz"
    events = seated.shell.core.desk.ledger.events_of(window.seated(seated).id)
    (signed,) = (one for one in events if isinstance(one.body, Witnessed))
    assert (signed.header.actor, signed.header.auth) == ("mruiz", "pin")
    assert window.is_clean(seated)


def test_a_colleagues_badge_signs_the_second_check(seated: Suite) -> None:
    core = seated.shell.core
    ask_for_checks(seated)
    book = core.daybook
    at_the_desk = book.session
    book.session = Session(book.suite.person("admin"), "s", "password")
    for who, badge in (("jdoe", "00417733"), ("mruiz", "00998811")):
        set_badge(book, core.desk.ledger, who, badge)
    book.session = at_the_desk
    hang_chemotherapy(seated)
    for badge, said in (
        ("12345678", "Nobody here has this badge"),
        ("00417733", "The second person must be somebody else"),
        ("00998811", "has not signed in here this shift"),
    ):
        seated.hands.type("checkPinField", badge)
        assert said in window.shown(seated, "checkSentence")
        assert window.seated(seated).administrations == ()
    core.door.enter("mruiz", "password")
    book.session = at_the_desk
    seated.hands.type("checkPinField", "00998811")
    seated.hands.wait(lambda: window.seated(seated).administrations != (), "the bag hangs")
    seated.settle()
    events = core.desk.ledger.events_of(window.seated(seated).id)
    (signed,) = (one for one in events if isinstance(one.body, Witnessed))
    assert (signed.header.actor, signed.header.auth) == ("mruiz", "badge")


def test_without_a_colleague_it_goes_on_and_the_record_says_nothing_of_a_check(seated: Suite) -> None:
    ask_for_checks(seated)
    hang_chemotherapy(seated)
    seated.hands.press("withoutCheckButton")
    seated.settle()
    (line,) = window.seated(seated).administrations
    assert line.checked_by is None


def test_a_drug_of_another_family_is_asked_nothing(seated: Suite) -> None:
    ask_for_checks(seated)
    window.hang(seated)
    assert len(window.seated(seated).administrations) == 1


def test_nobody_checks_what_she_hangs_herself(seated: Suite) -> None:
    form = Hang(Route.IV_INFUSION, (DrugHung("", "paclitaxel"),), checked_by="jdoe")
    with pytest.raises(Refused):
        hang_and_start(seated.shell.core.daybook, window.seated(seated), form)
    assert window.seated(seated).administrations == ()


def test_the_keyboard_alone_hangs_a_bag(seated: Suite) -> None:
    def typed(text: str = "", key: Qt.Key = Qt.Key.Key_Return) -> None:
        QTest.keyClicks(seated.station.frame.focusWidget(), text)
        QTest.keyClick(seated.station.frame.focusWidget(), key)
        QApplication.processEvents()

    seated.hands.find("chairCard_1").setFocus()
    typed(key=Qt.Key.Key_H)
    typed("vedoliz")
    typed("300")
    typed()
    seated.settle()
    (line,) = window.seated(seated).administrations
    assert (line.drug, line.dose) == ("vedolizumab", Amount(Decimal(300), "mg"))


def sit_down(suite: Suite) -> None:
    suite.hands.press("checkInButton_1")
    suite.hands.type("mrnField", "40 21 877", enter=False)
    suite.hands.type("nameField", "ROE, Jane", enter=False)
    suite.hands.press("checkInButton")
    suite.settle()


def test_the_same_as_last_time_hangs_the_whole_bag_again_without_its_lots(suite: Suite) -> None:
    suite.sign_in()
    sit_down(suite)
    book = suite.shell.core.daybook
    drugs = (
        DrugHung("", "ondansetron", dose=Amount(Decimal(8), "mg"), lot="L1"),
        DrugHung("", "bortezomib", hcpcs="J9049", dose=Amount(Decimal(2), "mg")),
    )
    hang_and_start(book, window.seated(suite), Hang(Route.IV_INFUSION, drugs, volume=Amount(Decimal(50), "mL")))
    stop(book, window.seated(suite), "A1")
    free_chair(book, window.seated(suite))
    suite.shell.show_everything()
    suite.settle()
    sit_down(suite)
    suite.hands.press("hangButton_1")
    suite.hands.press("startNowButton")
    suite.settle()
    one, two = window.seated(suite).administrations
    assert (one.drug, one.dose, one.lot) == ("ondansetron", Amount(Decimal(8), "mg"), None)
    assert (two.drug, two.hcpcs, two.volume) == ("bortezomib", "J9049", Amount(Decimal(50), "mL"))
