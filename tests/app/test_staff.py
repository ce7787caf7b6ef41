"""The people page through the real widgets: what was changed, refused, and stored."""

import pytest
from nursedesk.app.hands import Hands
from nursedesk.desk.roles import Deed
from nursedesk.desk.suite import Role
from nursedesk.record.events import CredentialSet, PersonChanged
from PySide6.QtWidgets import QLabel, QWidget

from tests.app.suite import PASSWORD, Suite
from tests.app.test_desk import _run, _seat


def _people(suite: Suite, who: str = "admin") -> Hands:
    suite.sign_in(who)
    suite.shell.window.show_page("settings")
    suite.hands.press("peopleButton")
    assert suite.shell.window.page() == "people"
    return Hands(suite.hands.find("peoplePage"))


def _choose(suite: Suite, who: str) -> None:
    suite.hands.find("staffList").choose(who)


def _said(suite: Suite, name: str = "personAnswer") -> str:
    return suite.hands.find(name).text()


def _recorded(suite: Suite, *kinds: str) -> list:
    suite.settle()
    return [event.body for event in suite.shell.core.desk.ledger.station_events(kinds)]


def test_name_role_and_last_day_are_changed_and_recorded(suite: Suite) -> None:
    page = _people(suite)
    _choose(suite, "jdoe")
    page.type("editNameField", "Jordan Lee", enter=False)
    page.type("editUntilField", "31-Dec-2026", enter=False)
    page.press("editRole_charge_nurse")
    page.press("savePersonButton")
    assert _said(suite) == "Saved."
    last = _recorded(suite, "PersonChanged")[-1]
    assert isinstance(last, PersonChanged)
    assert (last.name, last.roles, str(last.until)) == ("Jordan Lee", ("nurse", "charge_nurse"), "2026-12-31")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("editNameField", "", "needs a name"),
        ("editUntilField", "next week", "cannot be read"),
        ("editUntilField", "31-Feb-2027", "cannot be read"),
        ("editUntilField", "01-Jan-2020", "has passed"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_recorded(
    suite: Suite, field: str, typed: str, said: str
) -> None:
    page = _people(suite)
    before = len(_recorded(suite, "PersonChanged"))
    _choose(suite, "jdoe")
    page.type(field, typed, enter=False)
    page.press("savePersonButton")
    assert said in _said(suite)
    assert len(_recorded(suite, "PersonChanged")) == before


def test_the_last_administrator_is_told_why_she_stays(suite: Suite) -> None:
    page = _people(suite)
    page.press("editRole_administrator")
    page.press("editRole_nurse")
    page.press("savePersonButton")
    assert "last administrator" in _said(suite)
    page.press("leaveButton")
    assert "Press once more" in _said(suite)
    page.press("leaveButton")
    assert "last administrator" in _said(suite)
    assert Role.ADMINISTRATOR in suite.shell.core.daybook.suite.person("admin").roles
    assert suite.shell.core.daybook.suite.person("admin").active


def test_who_has_lines_up_is_named_with_them_and_stays(suite: Suite) -> None:
    suite.sign_in()
    _run(suite, _seat(suite))
    core = suite.shell.core
    core.door.enter("admin", "password")
    suite.shell.window.show_page("people")
    _choose(suite, "jdoe")
    page = Hands(suite.hands.find("peoplePage"))
    page.press("leaveButton")
    page.press("leaveButton")
    assert _said(suite).startswith("Jordan Doe still has lines up")
    assert "1: infliximab" in _said(suite)
    assert core.daybook.suite.person("jdoe").active


def test_who_leaves_is_on_no_sign_in_list_and_comes_back(suite: Suite) -> None:
    page = _people(suite)
    _choose(suite, "mruiz")
    page.press("leaveButton")
    page.press("leaveButton")
    assert not suite.shell.core.daybook.suite.person("mruiz").active
    assert "mruiz" not in {one.sign_in for one in suite.station.entrance.entrants()}
    _choose(suite, "mruiz")
    page.press("leaveButton")
    assert suite.shell.core.daybook.suite.person("mruiz").active
    assert [one.active for one in _recorded(suite, "PersonChanged")[-2:]] == [False, True]


def test_a_new_password_and_pin_serve_and_the_old_do_not(suite: Suite) -> None:
    page = _people(suite)
    _choose(suite, "jdoe")
    page.type("resetPasswordField", "short", enter=False)
    page.press("resetPasswordButton")
    assert "fewer than 8" in _said(suite, "secretsAnswer")
    page.type("resetPasswordField", "another quiet one", enter=False)
    page.press("resetPasswordButton")
    page.type("resetPinField", "123456", enter=False)
    page.press("resetPinButton")
    assert "easy to guess" in _said(suite, "secretsAnswer")
    page.type("resetPinField", "394072", enter=False)
    page.press("resetPinButton")
    door = suite.shell.core.door
    assert door.check_password("jdoe", "another quiet one").result == "right"
    assert door.check_password("jdoe", PASSWORD).result == "wrong"
    assert door.check_pin("jdoe", "394072").result == "right"
    told = _recorded(suite, "CredentialSet")
    assert [(one.person, one.what) for one in told] == [("jdoe", "password"), ("jdoe", "pin")]


def test_a_badge_is_given_and_taken_away(suite: Suite) -> None:
    page = _people(suite)
    _choose(suite, "jdoe")
    page.type("badgeField", "00417733")
    assert "The badge serves" in _said(suite, "secretsAnswer")
    _choose(suite, "mruiz")
    page.type("badgeField", "00417733")
    assert "Jordan Doe" in _said(suite, "secretsAnswer")
    _choose(suite, "jdoe")
    page.press("takeBadgeButton")
    assert [one.what for one in _recorded(suite, "CredentialSet")] == ["badge", "no badge"]
    assert isinstance(_recorded(suite, "CredentialSet")[0], CredentialSet)


def test_a_nurse_changes_her_own_password_with_the_old_one_and_nobody_else(suite: Suite) -> None:
    page = _people(suite, "jdoe")
    assert page._visible("savePersonButton") is None
    assert page._visible("leaveButton") is None
    page.type("oldPasswordField", "not this one", enter=False)
    page.type("resetPasswordField", "another quiet one", enter=False)
    page.press("resetPasswordButton")
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the password is checked")
    assert "not your password" in _said(suite, "secretsAnswer")
    assert _recorded(suite, "CredentialSet") == []
    page.type("oldPasswordField", PASSWORD, enter=False)
    page.press("resetPasswordButton")
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the password is checked")
    assert [one.person for one in _recorded(suite, "CredentialSet")] == ["jdoe"]
    _choose(suite, "mruiz")
    assert page._visible("resetPasswordButton") is None


def test_the_table_of_who_may_do_what_is_on_the_page(suite: Suite) -> None:
    _people(suite)
    table = suite.station.frame.findChild(QWidget, "roleTable")
    names = {one.accessibleName() for one in table.findChildren(QLabel)}
    assert sum(name.startswith(("Nurse: yes", "Nurse: no")) for name in names) == len(Deed)
    assert "Auditor: no, Close, sign, reopen, witness, hand over" in names


def test_esc_leads_back_to_the_settings(suite: Suite) -> None:
    page = _people(suite)
    page.press("peopleBackButton")
    assert suite.shell.window.page() == "settings"
