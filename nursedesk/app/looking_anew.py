"""The coder behind the paint: visits that changed are looked at anew, one by one, when nothing is waited for."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from nursedesk.app.board import BoardWiring
from nursedesk.app.core import Core
from nursedesk.app.notices import record_shown
from nursedesk.app.visit_pages import VisitPages
from nursedesk.record.events import EncounterId
from nursedesk.watch.look import Kind, Look

AFTER_SAVED_MS = 20
AFTER_PAINT_MS, IDLE_MS = 100, 250
"""The coder runs when the press has been painted and saved; when the disk is slow, at least this much later."""


class LookingAnew(QObject):
    """Keeps which visits are to be looked at; when all are, makes the pages a first press will want."""

    def __init__(
        self, core: Core, board: BoardWiring, pages: VisitPages, say: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core, self._board, self._pages, self._say = core, board, pages, say
        self._stale: set[str] = set()
        self._after_paint = self._timer(AFTER_PAINT_MS, self._look, single=True)
        self._idle: QTimer | None = self._timer(IDLE_MS, self._make_ready, single=False)

    def _timer(self, interval: int, do: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setInterval(interval)
        timer.timeout.connect(do)
        return timer

    def soon(self, visits: Iterable[str]) -> None:
        """Look at these once what was pressed is painted."""
        self._stale.update(visits)
        self._after_paint.start()

    def at_once(self, visits: Iterable[str]) -> None:
        """Look at these, where there are any, at the next turn of the loop: a minute has turned."""
        self._stale.update(visits)
        if self._stale:
            self._after_paint.start(0)

    def saved(self) -> None:
        """The press is saved and shown: now the coder may run."""
        if self._stale:
            self._after_paint.start(AFTER_SAVED_MS)

    def done(self) -> bool:
        """Whether every visit's look is of its newest state."""
        return not self._stale

    def ready(self) -> bool:
        """Whether the pages a first press will want are there."""
        return self._idle is None

    def rest(self) -> None:
        """The desk closes."""
        self._after_paint.stop()
        if self._idle is not None:
            self._idle.stop()

    def _look(self) -> None:
        """One visit's look; the next one after the next turn of the loop."""
        now = self._core.now()
        while self._stale:
            encounter_id = EncounterId(self._stale.pop())
            if encounter_id not in self._core.daybook.known():
                continue
            visit = self._core.daybook.encounter(encounter_id)
            if not self._core.lookout.fresh(visit, now):
                look = self._core.lookout.look(visit, now)
                if visit.chair is not None:
                    self._board.show_chair(visit.chair)
                record_shown(self._core, visit, look)
                self._pages.changed(encounter_id)
                self._say_short_stop(look)
                break
        if self._stale:
            self._after_paint.start(0)
        elif self._idle is not None:
            self._idle.start()

    def _make_ready(self) -> None:
        """A part at a time, so that no press waits for more than one."""
        if self._idle is not None and not self._pages.make_next():
            self._idle.stop()
            self._idle = None

    def _say_short_stop(self, look: Look) -> None:
        """Once, and only for the line that was stopped with the last press."""
        last = self._core.daybook.last_action
        if last is None or last.kind != "stopped":
            return
        for notice in look.notices:
            if notice.kind is Kind.CHARGED_AS_PUSH and notice.line == last.line:
                said = self.tr("{minutes} min is charged as a push. Times right?")
                self._say(said.format(minutes=notice.params["minutes"]))
