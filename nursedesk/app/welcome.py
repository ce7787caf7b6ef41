"""The first run: describe a suite and have it made, or look at the demo."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from nursedesk.app.wording import wording_of
from nursedesk.desk import station_file
from nursedesk.desk.clock import read_system
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import MadeSuite, NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
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
        self.wizard = WelcomeWizard(lambda: read_system().now)
        self.wizard.suite_described.connect(self._described)
        self.wizard.recovery_confirmed.connect(self._confirmed)
        self.wizard.demo_chosen.connect(self._demo_chosen)
        stack.addWidget(self.wizard)

    def begin(self) -> None:
        """Show the first page."""
        self._stack.setCurrentWidget(self.wizard)

    def _described(self, form: SuiteForm) -> None:
        self.wizard.show_busy(True)
        folder = self._folder
        self._tasks.run(lambda _: make(folder, form), Reaction(self._is_made, self._failed))

    def _is_made(self, suite: object) -> None:
        if isinstance(suite, MadeSuite):
            self._suite = suite
            self.wizard.show_recovery_key(suite.recovery_key, suite.in_keyring)

    def _failed(self, failure: Exception) -> None:
        self.wizard.show_busy(False)
        wording = wording_of(self._folder)
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


def make(folder: Path, form: SuiteForm) -> MadeSuite:
    """The suite as described, with its people; the station remembers where backups go."""
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
    if form.backup_folder:
        station_file.change(folder, backup=form.backup_folder)
    return made
