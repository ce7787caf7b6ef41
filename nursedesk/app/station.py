"""The station's window: welcome, sign-in and the desk in one frame, one shown at a time."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QStackedWidget

from nursedesk.app import window_state
from nursedesk.app.entrance import Entrance, recovered_words
from nursedesk.app.idle import IdleWatch
from nursedesk.app.language import spoken
from nursedesk.catalog import resources
from nursedesk.desk import station_file
from nursedesk.desk.clock import Reading, read_system
from nursedesk.store.places import database_path, key_path
from nursedesk.ui.tasks import Dispatcher

if TYPE_CHECKING:
    from nursedesk.app.backups import Backups
    from nursedesk.app.disk_watch import DiskWatch
    from nursedesk.app.downtime import Downtime
    from nursedesk.app.shell import Shell
    from nursedesk.app.taps import Taps
    from nursedesk.desk.open_desk import OpenDesk
    from nursedesk.desk.sign_in import Door

WANTED = QSize(1600, 1000)
LETS_GO_EVERY_MS = 3_600_000


class Frame(QStackedWidget):
    """The one top-level window."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nurseDesk")
        self.setWindowTitle("NurseDesk")
        self.setWindowIcon(QIcon(str(resources.path("icons", "nursedesk.svg"))))
        self.setMinimumSize(QSize(960, 640))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window never asks: everything pressed is with the writer, who finishes first."""
        super().closeEvent(event)


class Station:
    """From the first page to the last commit."""

    def __init__(
        self, app: QApplication, folder: Path, secret: str | None, read_clock: Callable[[], Reading] = read_system
    ) -> None:
        self._app, self._folder, self._secret, self._read_clock = app, folder, secret, read_clock
        self.frame = Frame()
        self.tasks = Dispatcher(self.frame)
        self.shell: Shell | None = None
        self.backups: Backups | None = None
        self.disk: DiskWatch | None = None
        self.taps: Taps | None = None
        self.entrance: Entrance | None = None
        self.idle = IdleWatch(self.frame, lambda: read_clock().boot_ms, self._draw_curtain, self.lock)
        room = app.primaryScreen().availableSize() if app.primaryScreen() else WANTED
        self.frame.resize(WANTED.boundedTo(room))
        window_state.restore(self.frame, folder)

    # --- beginning ---

    def begin(self) -> None:
        """The sign-in page of the suite in the folder, or the welcome when there is none."""
        if database_path(self._folder).exists() or key_path(self._folder).exists():
            self._sign_in(None)
        else:
            self._welcome()
        self.frame.show()

    def begin_demo(self) -> None:
        """The demo suite, made now in the folder."""
        self._sign_in(self._make_demo(), demo=True)
        self.frame.show()

    def _make_demo(self) -> "OpenDesk":
        from nursedesk.catalog.rulebook import load_rulebook
        from nursedesk.desk.demo.suite import make_demo

        desk = make_demo(self._folder, load_rulebook("cpt"), self._read_clock)
        station_file.change(self._folder, screen_language=spoken().value)
        return desk

    def _welcome(self) -> None:
        from nursedesk.app.welcome import Welcome

        self._first = Welcome(self.frame, self.tasks, self._folder, self._made, self._show_demo)
        self._first.begin()

    def _made(self, desk: "OpenDesk") -> None:
        self._sign_in(desk)

    def _show_demo(self, folder: Path) -> None:
        self._folder = folder
        self._sign_in(self._make_demo(), demo=True)

    def _sign_in(self, desk: "OpenDesk | None", *, demo: bool = False) -> None:
        self.entrance = Entrance(self.frame, self.tasks, self._folder, self._entered, self._read_clock)
        self.entrance.begin(desk, self._secret)
        if demo:
            from nursedesk.app.demo_words import demo_people

            self.entrance.page.show_hint(demo_people())

    # --- the desk ---

    @cached_property
    def downtime(self) -> "Downtime":
        """The sheet to write on; what paints it is loaded when it is first wanted."""
        from nursedesk.app.downtime import Downtime

        shell = self.shell
        if shell is None:
            raise RuntimeError("the sheet is of an open desk")
        return Downtime(shell.core, self.frame)

    def _entered(self, desk: "OpenDesk", door: "Door") -> None:
        from nursedesk.app.backups import Backups
        from nursedesk.app.beside import Beside
        from nursedesk.app.disk_watch import DiskWatch
        from nursedesk.app.glass import offer_glass
        from nursedesk.app.shell import Shell

        if self.shell is None:
            self.shell = Shell(desk, door, self._folder, self.tasks, self.lock)
            # Deleted with the frame, in the window's thread: Python would do it in whichever collects garbage.
            self.shell.setParent(self.frame)
            self.shell.window.setWindowFlags(Qt.WindowType.Widget)
            self.frame.addWidget(self.shell.window)
            self.frame.setWindowTitle(self.shell.window.windowTitle())
            self.shell.bridge.recovered.connect(self._say_recovered)
            self.shell.window.bar.downtime_pressed.connect(lambda: self.downtime.press())
            self.backups = Backups(self.shell.core, self.shell.window.show_backup, self.frame)
            self.shell.core.back_up_now = self.backups.look
            self.backups.begin()
            self.disk = DiskWatch(self.shell.core, self.frame)
            self.disk.begin()
            self.beside = Beside(self.shell.core, self.frame)
            self.beside.begin()
            self._letting_go = QTimer(self.frame)
            self._letting_go.setInterval(LETS_GO_EVERY_MS)
            self._letting_go.timeout.connect(self.let_go)
            self._letting_go.start()
            self._take_presses(self.shell, door)
        self.shell.enter()
        facts = desk.daybook.suite.facts
        self.idle.set_minutes(facts.curtain_minutes, facts.lock_minutes)
        self.idle.begin(self.frame.windowHandle())
        self.frame.setCurrentWidget(self.shell.window)
        # Only now: what is not shown cannot take the keyboard.
        self.shell.window.show_page("board")
        self.shell.board.show_undo()
        self.shell.presses.offer()
        offer_glass(self.shell.core, self.shell.questions)

    def _take_presses(self, shell: "Shell", door: "Door") -> None:
        """At a desk that was left alone a press fixes the time, and then it is asked whose it was."""
        from nursedesk.app.taps import Taps
        from nursedesk.app.who import Identifier

        who = Identifier(door, self.tasks, lambda failure: shell.message.say(shell.core.wording.fault(failure)))
        taps = self.taps = Taps(
            shell.window.dialog_host(),
            who,
            self._identified,
            shell.show_everything,
            shell.message.say,
            shell.core.wording,
        )

        def tap_first(encounter: str, line: str) -> bool:
            if self.idle.doubtful:
                taps.press(encounter, line)
            return self.idle.doubtful

        def who_first(then: Callable[[], None]) -> bool:
            if self.idle.doubtful:
                taps.first(then)
            return self.idle.doubtful

        def say_drug(encounter: str, press: str) -> None:
            shell.presses.close()
            shell.dialogs.push_pressed(encounter, press)

        shell.core.tap_first, shell.core.who_first, shell.core.say_drug = tap_first, who_first, say_drug
        taps.say_drug = say_drug
        if self.entrance is not None and self.entrance.taps is not None:
            self.entrance.taps.say_drug = say_drug

    def _identified(self) -> None:
        """Somebody said who she is at a desk that was left alone: it is hers, where she is."""
        if self.shell is not None:
            self.shell.enter()
            self.shell.look_again()
            self.shell.board.show_undo()
            self.idle.begin(self.frame.windowHandle())

    def _say_recovered(self, count: int) -> None:
        if self.shell is not None:
            self.shell.message.say(recovered_words(count, 0))

    def let_go(self) -> None:
        """A desk that is open for days keeps in memory what one opened now would."""
        from nursedesk.desk.open_desk import LOOK_BACK

        if self.shell is not None:
            self.shell.core.daybook.let_go(self.shell.core.now() - LOOK_BACK)

    def _draw_curtain(self, drawn: bool) -> None:
        if self.shell is not None:
            self.shell.board.page.set_curtain(drawn)

    def lock(self) -> None:
        """Nobody is at the desk; timers and the writer go on."""
        self.idle.rest()
        if self.shell is not None and self.entrance is not None:
            person = self.shell.core.daybook.session.person.id
            self.shell.put_away()
            if self.taps is not None:
                self.taps.close()
            self.shell.core.door.lock()
            self.entrance.lock(person, self.shell.lines_up())

    # --- from outside ---

    def raise_window(self) -> None:
        """Somebody started the program again: here it is."""
        self.frame.setWindowState(self.frame.windowState() & ~Qt.WindowState.WindowMinimized)
        self.frame.raise_()
        self.frame.activateWindow()

    def say_fault(self, sentence: str) -> None:
        """Say that the program made a mistake."""
        if self.shell is not None:
            self.shell.message.say(sentence)
        elif self.entrance is not None:
            self.entrance.page.show_sentence(sentence)

    def close(self) -> None:
        """Wait for slow work and the writer."""
        window_state.keep(self.frame, self._folder)
        self.idle.rest()
        if self.backups is not None and self.disk is not None:
            self.backups.rest()
            self.disk.rest()
            self.beside.rest()
            self._letting_go.stop()
        self.tasks.close()
        if self.shell is not None:
            self.shell.close()
        elif self.entrance is not None and self.entrance.desk is not None:
            self.entrance.desk.ledger.close()
