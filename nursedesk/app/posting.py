"""The wiring of messages: the queue on its page, and what is due sent by itself while the desk is open."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from nursedesk.app.core import Core
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.desk.posting.facts import BadSetting, PostingFacts, changed, facts_of, mapped_codes
from nursedesk.desk.posting.post import Office, begin, leave, note_cleared, office, settle, waiting
from nursedesk.desk.posting.queue import Outgoing
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import STATION, Deed, may
from nursedesk.outputs.delivery.deliver import deliver
from nursedesk.outputs.delivery.parcel import Answer, BadDestination, destination
from nursedesk.outputs.formats import written
from nursedesk.record.posting_events import PostOutcome
from nursedesk.store.errors import NurseDeskError
from nursedesk.ui.posting.model import FIELDS, MessageRow, PostingActions, PostingModel
from nursedesk.ui.posting.page import PostingPage
from nursedesk.ui.tasks import Progress, Reaction

translate = QCoreApplication.translate

EVERY_MS = 60_000


class Outbox(QObject):
    """Sends one message after the other beside the window; every step is an event before the next one goes."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._left: list[Outgoing] = []
        self._going: Outgoing | None = None
        self.done: Callable[[], None] = lambda: None
        """Called when a message is settled and when all are."""

    @property
    def busy(self) -> bool:
        return self._going is not None

    def send(self, messages: Sequence[Outgoing]) -> None:
        """One attempt for each; while some are on their way nothing is added."""
        if not self.busy:
            self._left = list(messages)
            self._next()

    def _next(self) -> None:
        if not self._left:
            self._going = None
            self.done()
            return
        self._going = one = self._left.pop(0)
        facts = _facts(self._core)
        try:
            to = destination(facts.destination)
            self._core.visit(one.encounter)
            begin(self._core.daybook, one, str(to))
        except (BadDestination, Refused):
            self._left.clear()
            self._next()
            return
        work = Reaction(partial(self._answered, one, str(to)), partial(self._failed, one, str(to)))
        self._core.tasks.run(lambda progress: self._attempt(one, facts, progress), work)

    def _attempt(self, one: Outgoing, facts: PostingFacts, progress: Progress) -> Answer:
        _written(self._core)
        to, wanted = destination(facts.destination), lambda: progress(0, 1)
        return deliver(to, one.parcel, self._core.now, facts.certificates, wanted)

    def _answered(self, one: Outgoing, to: str, answer: object) -> None:
        if not isinstance(answer, Answer):
            return
        try:
            settle(self._core.daybook, one, to, answer)
        except Refused:
            # Somebody who may not has signed in meanwhile: the attempt stays unsettled and goes again.
            self._left.clear()
        if answer.outcome is PostOutcome.NOT_SENT:
            self._left.clear()
        self._core.changed(one.encounter)
        self.done()
        self._next()

    def _failed(self, one: Outgoing, to: str, failure: Exception) -> None:
        self._answered(one, to, Answer(PostOutcome.NO_ANSWER, type(failure).__name__))


class PostingWiring(QObject):
    """The page, made when it is first shown, and the minute's look at what is due."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._waiting: tuple[Outgoing, ...] = ()
        self._page: PostingPage | None = None
        self.outbox = Outbox(core, self)
        self.outbox.done = self.refresh
        self._minute = QTimer(self)
        self._minute.setInterval(EVERY_MS)
        self._minute.timeout.connect(self.send_due)
        self._minute.start()

    @property
    def page(self) -> PostingPage:
        """The page."""
        if self._page is None:
            actions = PostingActions(
                send=lambda: self._send(self._waiting),
                again=lambda control: self._send(self._named(control)),
                leave=self._leave,
                keep=self._keep,
                back=lambda: self._core.show("tickets"),
            )
            self._page = PostingPage(self._core.zone, actions)
        return self._page

    def show(self) -> None:
        """The queue as the record has it; looking is recorded."""
        self._core.looker.look("messages that wait")
        self.page.refuse("")
        self.refresh()

    def refresh(self) -> None:
        """Read the queue beside the window and show it."""
        if self._page is not None:
            self._look(self._show, self._page.refuse)

    def send_due(self) -> None:
        """What is due goes by itself, where a destination is kept and whoever is here may post."""
        if self.outbox.busy or not _facts(self._core).destination or not self._may():
            return
        self._look(self._send_those_due, lambda sentence: None)

    def rest(self) -> None:
        """The desk closes: nothing more is begun."""
        self._minute.stop()

    # --- reading ---

    def _look(self, found: Callable[[Office, tuple[Outgoing, ...]], None], refused: Callable[[str], None]) -> None:
        core = self._core

        def work(_: Progress) -> tuple[Office, tuple[Outgoing, ...]]:
            _written(core)
            at = office(core.desk.ledger.reader, core.daybook.suite, core.rulebook())
            return at, tuple(waiting(at))

        def done(answer: object) -> None:
            if isinstance(answer, tuple):
                found(*answer)

        core.tasks.run(work, Reaction(done, lambda failure: refused(_said(core, failure))))

    def _show(self, at: Office, messages: tuple[Outgoing, ...]) -> None:
        self._waiting = messages
        self.page.show_model(self._model(at.facts))
        self.page.show_busy(self.outbox.busy)

    def _send_those_due(self, at: Office, messages: tuple[Outgoing, ...]) -> None:
        now = self._core.now()
        due = [one for one in messages if one.is_due(now)]
        if due and self._may():
            self.outbox.send(due)
        elif not messages:
            note_cleared(at, self._core.daybook)

    def _model(self, facts: PostingFacts) -> PostingModel:
        person = self._core.daybook.session.person
        settings = {name: str(getattr(facts, name)) for name in FIELDS}
        return PostingModel(
            rows=tuple(self._row(one) for one in self._waiting),
            settings=settings | {"messages": ",".join(facts.messages)},
            may_change=may(person, Deed.SETTINGS),
            may_post=self._may() and bool(facts.destination),
            why=self._why(may(person, Deed.SETTINGS), bool(facts.destination)),
        )

    def _why(self, may_change: bool, has_destination: bool) -> str:
        """What keeps this person from which presses of the page."""
        said = []
        if not may_change:
            said.append(translate("Posting", "Where messages go is an administrator’s to change."))
        if not self._may():
            said.append(translate("Posting", "Sending them belongs to no role of yours."))
        elif not has_destination:
            said.append(translate("Posting", "Nothing can be sent before a destination is kept."))
        return " ".join(said)

    def _row(self, one: Outgoing) -> MessageRow:
        listed = self._core.desk.ledger.visit(one.encounter)
        trail = one.trail
        return MessageRow(
            id=one.parcel.control_id,
            ticket=one.number,
            version=one.version,
            message=one.kind.value,
            patient=written(listed.patient_name if listed else ""),
            outcome=trail.outcome if trail else None,
            said=self._core.wording.fault(trail.said) if trail else "",
            last=trail.last if trail else None,
            due=one.due if trail else None,
            attempts=trail.attempts if trail else 0,
        )

    # --- presses ---

    def _may(self) -> bool:
        person = self._core.daybook.session.person
        return person.id == STATION or may(person, Deed.POST)

    def _send(self, messages: Sequence[Outgoing]) -> None:
        if messages and not self.outbox.busy:
            self.page.show_busy(True)
            self.outbox.send(messages)

    def _named(self, control: str) -> tuple[Outgoing, ...]:
        return tuple(one for one in self._waiting if one.parcel.control_id == control)

    def _leave(self, control: str) -> None:
        for one in self._named(control):
            self._core.visit(one.encounter)
            leave(self._core.daybook, one, translate("Posting", "posted by hand"))
        self.refresh()

    def _keep(self, said: Mapping[str, str]) -> str:
        core = self._core
        try:
            settings = changed(_facts(core), said.items(), core.now())
            if said.get("charge_master"):
                mapped_codes(said["charge_master"])
            if settings:
                core.daybook.write(None, *settings)
        except (BadSetting, BadTable) as refused:
            return core.wording.fault(refused)
        except Refused as refused:
            return core.refusal(refused)
        self.refresh()
        return ""


def _written(core: Core) -> None:
    """Wait until everything said so far is in the record: the writer takes its jobs in order."""
    core.desk.ledger.run(lambda connection: None)


def _facts(core: Core) -> PostingFacts:
    return facts_of(core.desk.ledger.reader.settings())


def _said(core: Core, failure: Exception) -> str:
    if isinstance(failure, NurseDeskError | BadTable):
        return core.wording.fault(failure)
    return translate("Posting", "The queue could not be read just now: nothing is lost; try again.")
