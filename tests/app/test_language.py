"""Every page and dialog opens in both languages, and in Spanish no English word of the screen is left on it."""

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.language import speak, spoken
from nursedesk.app.station import Station
from nursedesk.app.welcome import make
from nursedesk.app.wording import wording_of
from nursedesk.desk import station_file
from nursedesk.desk.demo.people import SECRETS
from nursedesk.outputs.languages import Language
from nursedesk.record.encounter import Setting
from nursedesk.ui.kit import Button
from nursedesk.ui.kit.dialog import DialogFrame
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.welcome.form import PersonForm, SuiteForm
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.house.test_spanish import KEPT

SHOWN = ("text", "accessibleName", "accessibleDescription", "toolTip", "placeholderText", "title", "currentText")
PAGES = (
    "board",
    "encounter",
    "tickets",
    "posting",
    "shift",
    "drugs",
    "codes",
    "audit",
    "settings",
    "people",
    "help",
)
SPANISH = {one.spanish for one in KEPT}
KEY = "Enter"
"""On the sheet of keys, as it stands on the keyboard; on the keypad it is a button with a word."""


def as_pattern(text: str) -> re.Pattern[str]:
    """A string with anything in the place of its figures."""
    pieces = re.split(r"(\{[^{}]*\})", text.strip())
    return re.compile("".join(".+?" if piece.startswith("{") else re.escape(piece) for piece in pieces), re.DOTALL)


def own_letters(text: str) -> int:
    return len(re.findall("[A-Za-z]", re.sub(r"\{[^{}]*\}", "", text)))


ENGLISH = {
    one.source: as_pattern(one.source)
    for one in KEPT
    if one.source not in {one.spanish, KEY} and one.source not in SPANISH and own_letters(one.source) > 3
}


def words_on(top: QWidget) -> set[str]:
    """Everything that is shown or read out, hidden widgets too."""
    found = set()
    for widget in top.findChildren(QWidget):
        for name in SHOWN:
            words = getattr(widget, name, None)
            if callable(words) and isinstance(said := words(), str) and said.strip():
                found.add(said.strip())
    return found


def cut_on(top: QWidget) -> set[str]:
    """Presses whose words, even at their smallest, are wider than they are."""
    shown = (button for button in top.findChildren(Button) if button.isVisible())
    return {one.text() for one in shown if one._content_width(one._fitted()) > one.width()}


def english_in(words: set[str]) -> set[str]:
    return {said for said in words if any(pattern.fullmatch(said) for pattern in ENGLISH.values())}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The process has one application, and the other tests read English."""
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, Language.ENGLISH)
    # Here and not whenever Python likes, which may be in a thread that must not touch a widget.
    gc.collect()


def put_away(top: QWidget) -> None:
    """Close what lies over the window, as Esc does."""
    for dialog in top.findChildren(DialogFrame):
        if dialog.isVisible():
            dialog.cancelled.emit()
    QApplication.processEvents()


def the_demo(folder: Path, language: Language) -> Station:
    """The demo at its sign-in page, at a station of this language."""
    app = application(folder)
    speak(app, language)
    station = Station(app, folder, None)
    station.begin_demo()
    station.frame.resize(1280, 800)
    assert station_file.read(folder).screen_language == language.value
    return station


def walked(station: Station) -> set[str]:
    """What was to be read on the way through every page and the main dialogs, and on the locked desk.

    Nothing that is pressed on the way is cut.
    """
    hands = Hands(station.frame)
    said = words_on(station.frame)
    hands.press("typeNameButton")
    hands.type("signInNameField", "mruiz", enter=False)
    hands.type("passwordField", SECRETS["password"])
    hands.wait(lambda: station.shell is not None, "the desk opens")
    shell = station.shell
    assert shell is not None
    hands.wait(lambda: shell.core.daybook.waiting() == 0 and shell.looked(), "the board is shown")
    moreno = shell.core.daybook.in_chair("2")
    assert moreno is not None
    shell.encounter.open(moreno.id)
    for page in PAGES:
        shell.window.show_page(page)
        QApplication.processEvents()
        said |= words_on(station.frame)
        assert (page, cut_on(station.frame)) == (page, set())
    shell.window.show_page("board")
    for button in ("hangButton_6", "pushButton_6"):
        hands.press(button)
        said |= words_on(station.frame)
        hands.press("hangCancelButton")
    shell.handing.open()
    said |= words_on(station.frame)
    shell.handing.close()
    hands.press("closeButton_8")
    said |= words_on(station.frame)
    assert cut_on(station.frame) == set()
    shell.window.show_page("board")
    for opened in (
        lambda: shell.lines.do(moreno.id, moreno.administrations[0].line, "rate"),
        lambda: shell.lines.do(moreno.id, moreno.administrations[0].line, "stop_at"),
        lambda: shell.room.open_list(),
        lambda: shell.dialogs.check_in("4"),
        lambda: shell.window.show_keys(),
    ):
        opened()
        said |= words_on(station.frame)
        assert cut_on(station.frame) == set()
        put_away(station.frame)
    station.lock()
    QApplication.processEvents()
    return said | words_on(station.frame)


def test_every_page_opens_in_spanish_and_no_english_is_left(tmp_path: Path, qtbot: QtBot) -> None:
    station = the_demo(tmp_path / "suite", Language.SPANISH)
    try:
        said = walked(station)
    finally:
        station.close()
    assert english_in(said) == set()
    assert len(said & SPANISH) > 200


def test_the_same_walk_finds_english_when_english_is_spoken(tmp_path: Path, qtbot: QtBot) -> None:
    station = the_demo(tmp_path / "suite", Language.ENGLISH)
    try:
        said = walked(station)
    finally:
        station.close()
    assert len(english_in(said)) > 200


def test_the_first_page_of_all_changes_its_language_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "suite"
    station = Station(application(folder), folder, None)
    hands = Hands(station.frame)
    station.begin()
    try:
        assert "Set up a suite" in words_on(station.frame)
        hands.press("welcomeLanguage_es")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert spoken() is Language.SPANISH
        assert "Crear una sala" in words_on(station.frame)
        assert english_in(words_on(station.frame)) == set()
        hands.press("setUpButton")
        assert english_in(words_on(station.frame)) == set()
    finally:
        station.close()
    assert not folder.exists()


def test_a_new_suites_station_keeps_the_language_it_was_made_in(tmp_path: Path) -> None:
    folder = tmp_path / "suite"
    person = PersonForm("admin", "Avery Stone", "", "start and stop", "618250", ("administrator",))
    words = "a quiet place for bags"
    form = SuiteForm("Elm St", "America/New_York", Setting.OFFICE, ("1",), (person,), words, printer="Front-Desk")
    make(folder, form, Language.SPANISH).desk.ledger.close()
    assert wording_of(folder).language is Language.SPANISH
    assert station_file.read(folder).printer == "Front-Desk"


class SmallLockPage(LockPage):
    """A page that inherits every word it says."""


def test_a_subclass_speaks_the_language_of_the_page_it_is_made_from(qapp: QApplication) -> None:
    speak(qapp, Language.SPANISH)
    page = SmallLockPage("Elm Street Infusion")
    assert page.tr("Unlock") == "Desbloquear"
    assert "Desbloquear" in words_on(page)
    page.deleteLater()


def test_a_language_replaces_the_one_before(qapp: QApplication) -> None:
    def pause() -> str:
        return QCoreApplication.translate("Banner", "Pause")

    assert pause() == "Pause"
    speak(qapp, Language.SPANISH)
    speak(qapp, Language.SPANISH)
    assert pause() == "Pausar"
    speak(qapp, Language.ENGLISH)
    assert pause() == "Pause"


def test_qts_own_dialogs_speak_too(qapp: QApplication) -> None:
    there = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_es.qm")
    if not there.is_file():
        pytest.skip("this Qt came without its translations")
    speak(qapp, Language.SPANISH)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


def test_the_next_opening_speaks_what_was_chosen(tmp_path: Path) -> None:
    assert wording_of(tmp_path).language is Language.ENGLISH
    station_file.change(tmp_path, screen_language="es")
    application(tmp_path)
    assert QCoreApplication.translate("Banner", "Pause") == "Pausar"
    assert wording_of(tmp_path).language is Language.SPANISH


def test_a_language_nobody_knows_is_english(tmp_path: Path) -> None:
    station_file.change(tmp_path, screen_language="tlh")
    application(tmp_path)
    assert QCoreApplication.translate("Banner", "Pause") == "Pause"
