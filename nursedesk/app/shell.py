"""The open desk in its window: pages and their wirings are built here and handed to each other."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nursedesk.app import finding, looks, pages
from nursedesk.app.board import BoardWiring, dismiss_notice, press_line, say_stop_reason
from nursedesk.app.bridge import Bridge
from nursedesk.app.commands import Commands
from nursedesk.app.commands_of import Uses, commands_of
from nursedesk.app.core import Core
from nursedesk.app.diagnoses import DiagnosesWiring
from nursedesk.app.later import Later
from nursedesk.app.lines import LineWiring, Questions
from nursedesk.app.looking_anew import LookingAnew
from nursedesk.app.messages_later import MessagesLater
from nursedesk.app.presses import PressesWiring
from nursedesk.app.room import RoomWiring
from nursedesk.app.second import SecondWiring
from nursedesk.app.ticket_presses import TicketPresses
from nursedesk.app.visit_pages import VisitPages, Ways
from nursedesk.desk import run, station_file
from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.mind_clock import ClockMinder
from nursedesk.desk.open_desk import OpenDesk, leave
from nursedesk.desk.sign_in import Door
from nursedesk.record.encounter import LineState
from nursedesk.record.events import EncounterId, Event
from nursedesk.ui import theme
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.frame.message import Message
from nursedesk.ui.frame.model import Look, Saved
from nursedesk.ui.main_window import MainWindow, WindowActions
from nursedesk.ui.tasks import Dispatcher

if TYPE_CHECKING:
    from nursedesk.app.closing import ClosingWiring
    from nursedesk.app.dialogs import Dialogs
    from nursedesk.app.encounter import EncounterWiring
    from nursedesk.app.handing import HandOverWiring
    from nursedesk.app.printing import PrintWiring


class Shell(QObject):
    """One suite at one station, from signing in to leaving."""

    def __init__(
        self, desk: OpenDesk, door: Door, folder: Path, tasks: Dispatcher, lock: Callable[[], None]
    ) -> None:
        super().__init__()
        self.lock_station = lock
        self.bridge = Bridge(desk.ledger, desk.daybook, self)
        desk.daybook.submit = self.bridge.submit()
        self.core = Core(
            desk=desk,
            bridge=self.bridge,
            door=door,
            tasks=tasks,
            folder=folder,
            say=self._say,
            show=self._show,
            changed=self.changed,
        )
        self._closed = False
        self._minder = ClockMinder(desk.daybook)
        self._build()
        self._connect()
        self._clock_work()

    # --- building ---

    def _build(self) -> None:
        self.board = BoardWiring(self.core, self._board_actions())
        ways = Ways(
            board=lambda: self._show("board"),
            line_deed=lambda visit, line, deed: self.lines.do(visit, line, deed),
            undo=self._undo,
            turn_to=self.board.turn_to,
            printed=lambda: self.later["tickets"].show_now(),
            host=lambda: self.window.dialog_host(),
        )
        self.visit_pages = VisitPages(self.core, ways)
        presses = TicketPresses(
            open_encounter=self.open_visit,
            close=lambda one: self.closing.open(one),
            print_ticket=lambda one: self.printing.open(one),
            save_pdf=lambda one: self.closing.save_pdf(one),
            came_out=lambda one: self.closing.came_out(one),
            messages=lambda: self._show("posting"),
        )
        self.messages = MessagesLater(self.core, self)
        self.later = {
            "tickets": Later(lambda: pages.tickets(self.core, presses)),
            "shift": Later(lambda: pages.shift(self.core, self.open_visit, self.window.dialog_host())),
            "drugs": Later(lambda: pages.drugs(self.core)),
            "codes": Later(lambda: pages.codes(self.core)),
            "audit": Later(lambda: pages.audit(self.core)),
            "settings": Later(lambda: pages.settings(self.core)),
            "people": Later(lambda: pages.people(self.core)),
            "help": Later(lambda: pages.help_page(self.core)),
            "posting": Later(self.messages.now),
        }
        shown: dict[str, QWidget] = {
            "board": self.board.page,
            **self.visit_pages.places,
            **self.later,
        }
        actions = WindowActions(
            lock=self.lock_station,
            sign_out=self._leave,
            choose_look=self.choose_look,
            find=lambda text: finding.find(self.core, self.commands, text),
            go=lambda hit: finding.go(hit, self.commands, self._show, self.open_visit, self.later["drugs"]),
        )
        self.window = MainWindow(shown, actions, site=self.core.daybook.suite.facts.site)
        self.commands = Commands(commands_of(self._uses()))
        self.message = Message(self.window.bar)
        self.message.find_pressed.connect(self.window.bar.focus_search)
        self.diagnoses = DiagnosesWiring(self.core, self)
        self.presses = PressesWiring(self.core, self.window.dialog_host())
        self.second = SecondWiring(self.core, self.window.dialog_host())
        self.core.ask_second = self.second.ask
        self.questions = Questions(self.core, self.window.dialog_host())
        self.lines = LineWiring(self.core, self.questions, self.open_visit)
        self.room = RoomWiring(self.core, self.window.dialog_host(), self.questions, self.board.show_all)

    @property
    def encounter(self) -> "EncounterWiring":
        """The visit's page."""
        return self.visit_pages.encounter

    @property
    def closing(self) -> "ClosingWiring":
        """The closing of a visit."""
        return self.visit_pages.closing

    @property
    def dialogs(self) -> "Dialogs":
        """Check-in, hang and push."""
        return self.visit_pages.dialogs

    @property
    def handing(self) -> "HandOverWiring":
        """The hand-over."""
        return self.visit_pages.handing

    @property
    def printing(self) -> "PrintWiring":
        """Printing a ticket again."""
        return self.visit_pages.printing

    def open_visit(self, encounter_id: str) -> None:
        """Show a visit on its page."""
        self.encounter.open(encounter_id)

    def _uses(self) -> Uses:
        """What can be done by name in the search."""
        return Uses(
            show=self._show,
            keys=lambda: self.window.show_keys(),
            lock=lambda: self.lock_station(),
            expected=lambda: self.room.open_list(),
            hand_over=lambda: self.handing.open(),
            density=self.board.page.set_density,
            filter=self.board.page.set_filter,
            look=self.choose_look,
        )

    def _board_actions(self) -> BoardActions:
        core = self.core
        return BoardActions(
            check_in=lambda chair: self.dialogs.check_in(chair),
            start=press_line(core, run.start),
            stop=press_line(core, run.stop),
            pause=press_line(core, run.pause),
            resume=press_line(core, run.resume),
            hang=lambda one: self.dialogs.hang(one),
            push=lambda one: self.dialogs.push(one),
            close=lambda one: self.closing.open(one),
            open_encounter=self.open_visit,
            hand_over=lambda: self.handing.open(),
            undo=self._undo,
            say_stop_reason=partial(say_stop_reason, core),
            dismiss_notice=partial(dismiss_notice, core),
            act_on_notice=lambda *said: self.lines.act_on_notice(*said),
            line_deed=lambda visit, line, deed: self.lines.do(visit, line, deed),
            assign=lambda visit, nurse: self.room.assign(visit, nurse),
            move=lambda visit, chair: self.room.move(visit, chair),
            free=lambda visit: self.room.free(visit),
            take_out=lambda chair: self.room.take_out(chair),
            put_back=lambda chair: self.room.put_back(chair),
            arrive=lambda entry, chair: self.room.seat(entry, chair),
            expected=lambda: self.room.open_list(),
        )

    def _connect(self) -> None:
        self.bridge.said.connect(self.window.show_saved)
        self.bridge.not_saved.connect(self._lost)
        self.bridge.settled.connect(lambda: self._looking.saved())
        self.window.page_shown.connect(self._page_shown)
        self.board.page.density_chosen.connect(self._keep_density)

    def _clock_work(self) -> None:
        self._looking = LookingAnew(self.core, self.board, self.visit_pages, self._say, self)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)

    # --- who is at the desk ---

    def enter(self) -> None:
        """Somebody signed in: show the board as hers."""
        kept = station_file.read(self.core.folder)
        person = self.core.daybook.session.person
        self.window.bar.show_nurse(person.signature)
        self.window.bar.show_look(looks.look_of(kept.theme))
        self.board.page.set_density("mine" if kept.density == "my_chairs" else "room")
        self.window.show_saved(Saved.SAVED)
        self.show_everything()
        self._ticking.start()
        self.diagnoses.begin()
        self.tick()

    def look_again(self) -> None:
        """Another person stands before the page that is shown already."""
        if self.window.page() == "encounter":
            self.encounter.turned_to()
        elif self.window.page() == "close":
            self.closing.turned_to()

    def put_away(self) -> None:
        """What lies over the pages goes; what was typed is kept."""
        self.visit_pages.close_dialogs()
        self.presses.close()
        self.second.close()
        self.questions.close()
        self.room.close()
        self.core.put_away()

    def _leave(self) -> None:
        self.core.door.leave()
        self.lock_station()

    # --- showing ---

    def show_everything(self) -> None:
        """Every chair, then the looks one by one, so that the first paint does not wait for the coder."""
        self.board.page.set_nurses(self.room.nurses())
        self.board.show_all()
        self._looking.soon(one.id for one in self.core.daybook.encounters() if one.freed is None)

    def changed(self, encounter_id: EncounterId) -> None:
        """A visit changed: paint it now with the look there is, then look anew."""
        if encounter_id in self.core.daybook.known():
            chair = self.core.daybook.encounter(encounter_id).chair
            if chair is not None:
                self.board.show_chair(chair)
        else:
            self.board.show_all()
        self.board.show_undo()
        self.visit_pages.changed(encounter_id)
        self._looking.soon((encounter_id,))

    def lines_up(self) -> int:
        """How many lines run or are paused in the room."""
        return sum(
            one.state is not LineState.PREPARED
            for visit in self.core.daybook.encounters()
            for one in open_lines(visit)
        )

    def looked(self) -> bool:
        """Whether every visit's look is of its newest state."""
        return self._looking.done()

    def ready(self) -> bool:
        """Whether the pages a first press on a chair wants are there."""
        return self._looking.ready()

    def tick(self) -> None:
        """A second has passed."""
        trusted = not self._minder.mind()
        self.core.lookout.clock_trusted = trusted
        now = self.core.now()
        self.window.show_clock(face(now, self.core.zone, trusted))
        self.board.page.tick(now)
        if self.window.page() == "encounter":
            self.visit_pages.tick(now)
        late = [
            one.id
            for one in self.core.daybook.encounters()
            if one.freed is None and not self.core.lookout.fresh(one, now)
        ]
        self._looking.at_once(late)

    def _show(self, page: str) -> None:
        self.window.show_page(page)

    def _page_shown(self, page: str) -> None:
        self.core.looker.turn(page)
        if page in self.visit_pages.places:
            self.visit_pages.places[page].show_now()
        if page == "board":
            self._focus_board()
            self.core.looker.glance("board")
        elif page == "close":
            self.closing.turned_to()
        elif page == "encounter":
            self._show_encounter()
        elif page in self.later:
            self.later[page].show_now()

    def _focus_board(self) -> None:
        """The keyboard is on a chair, so that S, H and P mean something at once."""
        board = self.board.page
        chairs = self.core.daybook.suite.facts.chairs
        card = board.focused_card() or next((one for chair in chairs if (one := board.card(chair))), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_encounter(self) -> None:
        """The visit that was shown last; else my first one, else anybody's, else the board."""
        if self.visit_pages.shown_visit():
            self.encounter.turned_to()
            return
        me = self.core.daybook.session.person.id
        there = [one for one in self.core.daybook.encounters() if one.freed is None and one.chair]
        chairs = self.core.daybook.suite.facts.chairs
        there.sort(key=lambda one: (one.nurse != me, chairs.index(one.chair) if one.chair in chairs else 0))
        if there:
            self.encounter.open(there[0].id)
        else:
            self._say(self.tr("Nobody is checked in: choose a chair on the board."))
            self._show("board")

    def _say(self, sentence: str) -> None:
        self.message.say(sentence)

    # --- presses of the frame ---

    def _undo(self) -> None:
        last = self.core.daybook.last_action
        if last is not None and run.undo(self.core.daybook):
            self.message.put_away()
            self.changed(last.encounter)
            self.board.show_all()
        self.board.show_undo()

    def _lost(self, reason: str, events: tuple[Event, ...]) -> None:
        """Presses that were not saved no longer count: say so and paint what does."""
        self._say(self.core.wording.fault(reason))
        self.board.show_all()
        for encounter_id in {event.header.encounter_id for event in events}:
            if encounter_id is not None and encounter_id in self.core.daybook.known():
                self.changed(encounter_id)

    def choose_look(self, look: Look) -> None:
        """Dress the program, now and from the next opening on."""
        station_file.change(self.core.folder, theme=looks.name_of(look))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            looks.use(app, station_file.read(self.core.folder), theme.scale())
        self.show_everything()

    def _keep_density(self, density: str) -> None:
        station_file.change(self.core.folder, density="my_chairs" if density == "mine" else "room")

    def close(self) -> None:
        """Finish what is queued and give the folder back; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self.messages.rest()
        self.diagnoses.rest()
        self._ticking.stop()
        self._looking.rest()
        leave(self.core.desk)
