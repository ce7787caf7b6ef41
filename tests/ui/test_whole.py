"""Pages of people and of the suite at every size of text and window, in both languages: nothing is cut."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from itertools import product

import pytest
from nursedesk.app.language import speak
from nursedesk.catalog import resources
from nursedesk.catalog.favourites import favourites
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.outputs.languages import Language
from nursedesk.ui import theme
from nursedesk.ui.audit.model import RecordState, verified_words
from nursedesk.ui.audit.page import AuditPage
from nursedesk.ui.drugs.model import rows_of
from nursedesk.ui.drugs.page import DrugsPage
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonView
from nursedesk.ui.people.page import PeoplePage
from nursedesk.ui.people.presses import PressesDialog, PressRow
from nursedesk.ui.people.who import WhoDialog
from nursedesk.ui.settings.kept import Kept
from nursedesk.ui.settings.model import PersonRow, SettingsModel
from nursedesk.ui.settings.page import SettingsPage
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant, TapRow
from nursedesk.ui.sign_in.page import SignInPage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit.record import NAMES, day
from tests.ui.drugs.pictures import framed
from tests.ui.frame.sample_doors import welcome
from tests.ui.frame.sample_window import NEW_YORK, NOW
from tests.ui.settings.test_page import Desk
from tests.ui.whole import not_whole

SIZES = ((1024, 768), (1280, 800), (1920, 1080))
EVERY = tuple(product((1.0, 1.5, 2.0), SIZES))
NARROW = ((1.0, SIZES[0]), (1.5, SIZES[0]), (2.0, SIZES[1]))
TODAY = date(2026, 11, 24)
PEOPLE = (
    Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True),
    Entrant("mrh", "Margarita Rodriguez-Hernandez", "RN, charge nurse", "M. Rodriguez-Hernandez RN"),
    Entrant("tadeyemi", "Tola Adeyemi", "RN", "T. Adeyemi RN", pin_serves=True),
    Entrant("pgrant", "Pat Grant", "biller", "P. Grant"),
)
TAPS = (
    TapRow(
        "V1", "L1", "1", "ado-trastuzumab emtansine", "planned end passed 13:50", "Stop", True, "1_1", overdue=True
    ),
    TapRow("V1", "L2", "1", "sodium chloride 0.9 %", "since 13:36 · keep open", "Stop", True, "1_2", outline=True),
    TapRow("V2", "L3", "12", "diphenhydrAMINE + dexamethasone", "", "Stop", True, "12_1", "14:07", "E1"),
    TapRow("V3", "L4", "Bay A", "inFLIXimab", "prepared 14:02", "Start", False, "Bay-A_1"),
)
STAFF = (
    PersonView("admin", "Avery Stone", roles=("administrator",), facts=("last administrator",)),
    PersonView(
        "mrh", "Margarita Rodriguez-Hernandez", "RN", ("nurse", "charge_nurse"), until="24-Nov-2026", badge=True
    ),
    *(PersonView(f"n{number}", f"Nurse Number{number}", "RN", ("nurse",)) for number in range(5)),
)


@pytest.fixture(params=[Language.ENGLISH, Language.SPANISH], ids=["en", "es"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    theme.load_fonts(resources.path("fonts"))
    speak(qapp, request.param)
    yield request.param
    speak(qapp, Language.ENGLISH)
    theme.apply(qapp, theme.LIGHT)


def at_each(
    qtbot: QtBot,
    qapp: QApplication,
    make: Callable[[], QWidget],
    *pressed: str,
    places: tuple[tuple[float, tuple[int, int]], ...] = EVERY,
) -> Iterator[tuple[str, QWidget]]:
    """The page at each size and scale, as it comes and after each press of what there is to press on the way."""
    for scale, (width, height) in places:
        theme.apply(qapp, theme.LIGHT, scale)
        page = make()
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        _settle(qapp)
        where = f"{width}x{height} at {scale:.0%}"
        yield where, page
        for name in pressed:
            found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisible()]
            for one in found[:1]:
                one.click()
                _settle(qapp)
                yield f"{where}, {name} pressed", page
        page.close()
        page.deleteLater()
        _settle(qapp)


def _settle(qapp: QApplication) -> None:
    for _ in range(4):
        qapp.processEvents()


def check(qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget], *pressed: str) -> None:
    found = {
        f"{where}: {said}" for where, page in at_each(qtbot, qapp, make, *pressed) for said in not_whole(page)
    }
    assert found == set(), "\n".join(sorted(found))


@pytest.mark.usefixtures("language")
def test_signing_in(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        page = SignInPage("Elm Street Infusion Center")
        page.frame.show_clock(face(NOW, NEW_YORK))
        page.show_people(PEOPLE)
        page.frame.show_taps(TAPS)
        return page

    check(qtbot, qapp, make, "doorSwitch_press", "doorSwitch_ask", "otherWayButton", "typeNameButton")


@pytest.mark.usefixtures("language")
def test_the_lock(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        page = LockPage("Elm Street Infusion Center")
        page.frame.show_clock(face(NOW, NEW_YORK))
        page.frame.show_taps(TAPS)
        page.lock(PEOPLE[0], 13)
        return page

    check(qtbot, qapp, make, "doorSwitch_press", "doorSwitch_ask", "otherWayButton")


@pytest.mark.usefixtures("language")
def test_whose_press_it_was(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        host = QWidget()
        host.resize(1024, 768)
        dialog = WhoDialog(
            host,
            PEOPLE,
            lead="14:07",
            title="Stop · chair 12 · diphenhydrAMINE + dexamethasone",
            note="The time is kept. Who pressed?",
            safe="Whatever you answer, 14:07 is kept. Without a name the press waits for one.",
            verb="It was me",
            later="Say it later",
            first="jdoe",
        )
        dialog.begin()
        return host

    check(qtbot, qapp, make, "chooseAgainButton")


@pytest.mark.usefixtures("language")
def test_presses_that_wait(qtbot: QtBot, qapp: QApplication) -> None:
    rows = [
        PressRow("V1", "E1", "14:07", "Stop", "3 · WESTENDORP-VAN DER HEYDEN, Annemarie", "sodium chloride 0.9 %"),
        PressRow("V2", "E2", "14:09", "Stop", "12 · ROE, Jane", "diphenhydrAMINE + dexamethasone"),
    ]

    def make() -> QWidget:
        host = QWidget()
        host.resize(1024, 768)
        PressesDialog(host, rows)
        return host

    check(qtbot, qapp, make, "discardPress_1")


@pytest.mark.usefixtures("language")
def test_people(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        page = PeoplePage(PeopleActions(**{one.name: lambda *said: "" for one in fields(PeopleActions)}))
        page.show_model(PeopleModel(STAFF, "admin", may_change=True))
        return framed("settings", page)

    check(qtbot, qapp, make, "leaveButton")


@pytest.mark.usefixtures("language")
def test_settings(qtbot: QtBot, qapp: QApplication) -> None:
    people = tuple(PersonRow(one.sign_in, one.name, one.credential, one.roles) for one in STAFF)
    kept = Kept("/mnt/backup/nursedesk", "The last backup was made on 24-Nov-2026 at 13:00.")
    model = SettingsModel(people, "shown", "cpt", "100", "letter", (), "", may_change=True, kept=kept)

    def make() -> QWidget:
        page = SettingsPage(Desk().actions)
        page.show_model(model)
        return framed("settings", page)

    check(qtbot, qapp, make)


@pytest.mark.usefixtures("language")
def test_audit(qtbot: QtBot, qapp: QApplication) -> None:
    entries = day()

    def make() -> QWidget:
        page = AuditPage(NEW_YORK, TODAY)
        page.show_people(NAMES)
        page.show_state(RecordState(12345, "5f3a90c1d27be846"))
        page.show_entries(TODAY, entries)
        page.show_verified(verified_words(145, ()), clean=True)
        return framed("audit", page)

    check(qtbot, qapp, make)


@pytest.mark.usefixtures("language")
def test_drugs(qtbot: QtBot, qapp: QApplication) -> None:
    rows = rows_of(list(load_rulebook().drugs.values())[:60], favourites(), TODAY)

    def make() -> QWidget:
        page = DrugsPage()
        page.show_rows(rows)
        page.show_favourites((), may_change=True)
        return framed("drugs", page)

    check(qtbot, qapp, make, "drugsFilter_favourites")


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("step", range(-1, 5))
def test_the_first_run(qtbot: QtBot, qapp: QApplication, step: int) -> None:
    pages = at_each(qtbot, qapp, lambda: welcome(step), places=NARROW)
    assert {f"{where}: {said}" for where, page in pages for said in not_whole(page)} == set()


def test_what_is_cut_and_what_leaves_is_found(qtbot: QtBot, qapp: QApplication) -> None:
    """The measure itself: a page that is too wide for its view does not pass."""
    page = PeoplePage(PeopleActions(**{one.name: lambda *said: "" for one in fields(PeopleActions)}))
    qtbot.addWidget(page)
    page.show_model(PeopleModel(STAFF, "admin", may_change=True))
    page.resize(1280, 800)
    page.show()
    _settle(qapp)
    page.findChild(QWidget, "savePersonButton").setFixedWidth(20)
    page.findChild(QScrollArea).widget().setMinimumWidth(3000)
    _settle(qapp)
    said = "\n".join(not_whole(page))
    assert "savePersonButton" in said
    assert "leaves" in said
