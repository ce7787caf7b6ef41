"""The first run: describe a suite and have it made, or look at the demo."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget

from nursedesk.app.language import speak, spoken
from nursedesk.desk import station_file
from nursedesk.desk.clock import read_system
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import MadeSuite, NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.outputs.languages import Language
from nursedesk.outputs.wording import Wording
from nursedesk.outputs.words_paper import say_in
from nursedesk.record.events import PersonId
from nursedesk.store.errors import NurseDeskError
from nursedesk.ui.tasks import Dispatcher, Reaction
from nursedesk.ui.welcome.form import SuiteForm
from nursedesk.ui.welcome.wizard import WelcomeWizard

if TYPE_CHECKING:
    from nursedesk.desk.open_desk import OpenDesk


class Welcome(QObject):
    """Shows the wizard in `stack`; `made` gets the open desk, `demo` a folder for the demo."""

    def __init__(
        self,
        stack: QStackedWidget,
        tasks: Dispatcher,
        folder: Path,
        made: "Callable[[OpenDesk], None]",
        demo: Callable[[Path], None],
    ) -> None:
        super().__init__(stack)
        self._stack, self._tasks, self._folder, self._made, self._demo = stack, tasks, folder, made, demo
        self._suite: MadeSuite | None = None
        self.wizard = self._make_wizard()

    def _make_wizard(self) -> WelcomeWizard:
        wizard = WelcomeWizard(
            lambda: read_system().now,
            printers=_printers,
            print_test=print_test_page,
            language=spoken().value,
        )
        wizard.suite_described.connect(self._described)
        wizard.recovery_confirmed.connect(self._confirmed)
        wizard.demo_chosen.connect(self._demo_chosen)
        wizard.language_chosen.connect(self._language_chosen)
        self._stack.addWidget(wizard)
        return wizard

    def begin(self) -> None:
        """Show the first page."""
        self._stack.setCurrentWidget(self.wizard)

    def _language_chosen(self, language: str) -> None:
        """The first page once more, in the language that was pressed."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and language != spoken().value:
            speak(app, Language(language))
            before, self.wizard = self.wizard, self._make_wizard()
            self.begin()
            self._stack.removeWidget(before)
            before.deleteLater()

    def _described(self, form: SuiteForm) -> None:
        self.wizard.show_busy(True)
        folder, language = self._folder, spoken()
        self._tasks.run(lambda _: make(folder, form, language), Reaction(self._is_made, self._failed))

    def _is_made(self, suite: object) -> None:
        if isinstance(suite, MadeSuite):
            self._suite = suite
            self.wizard.show_recovery_key(suite.recovery_key, suite.in_keyring)

    def _failed(self, failure: Exception) -> None:
        self.wizard.show_busy(False)
        wording = Wording(spoken())
        if isinstance(failure, Refused):
            self.wizard.refuse(wording.refusal(failure.key, failure.params))
        elif isinstance(failure, NurseDeskError):
            self.wizard.refuse(wording.fault(failure))
        else:
            raise failure

    def _confirmed(self) -> None:
        if self._suite is not None:
            self._made(self._suite.desk)

    def _demo_chosen(self) -> None:
        self._throw_away = tempfile.TemporaryDirectory(prefix="nursedesk-demo-")
        self._demo(Path(self._throw_away.name) / "suite")


def make(folder: Path, form: SuiteForm, language: Language = Language.ENGLISH) -> MadeSuite:
    """The suite as described, with its people; the station remembers its language and where backups go."""
    facts = SuiteFacts(site=form.site, zone=form.zone, setting=form.setting, chairs=form.chairs)
    people = tuple(
        NewPerson(
            Person(PersonId(one.sign_in), one.name, one.credential, tuple(Role(role) for role in one.roles)),
            one.password,
            one.pin,
        )
        for one in form.people
    )
    made = set_up(folder, facts, people, form.passphrase)
    station_file.change(
        folder, backup=form.backup_folder or "", screen_language=language.value, printer=form.printer
    )
    return made


def _printers() -> tuple[tuple[str, ...], str]:
    from nursedesk.outputs.paper.printing import default_printer, printers  # only where a suite is described

    return printers(), default_printer()


def print_test_page(printer: str, site: str, zone: str, chairs: tuple[str, ...]) -> str:
    """Print a blank downtime sheet of the suite as it is described so far; says what became of it."""
    from nursedesk.outputs.paper.downtime import DowntimeSheet, print_downtime  # only where it is pressed

    say = say_in(spoken())
    sheet = DowntimeSheet(site, ZoneInfo(zone), read_system().now, "NurseDesk", (), chairs, say=say)
    return Wording(spoken()).fault(print_downtime(sheet, printer).message)
