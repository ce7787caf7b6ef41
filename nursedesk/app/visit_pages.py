"""A visit's page, its closing and the dialogs of hanging: made when first asked for, or when the desk is idle.

The board is painted before anything of them is imported.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.later import Later
from nursedesk.record.events import EncounterId

if TYPE_CHECKING:
    from nursedesk.app.closing import ClosingWiring
    from nursedesk.app.dialogs import Dialogs
    from nursedesk.app.encounter import EncounterWiring
    from nursedesk.app.handing import HandOverWiring
    from nursedesk.app.printing import PrintWiring


@dataclass(frozen=True, slots=True)
class Ways:
    """Where these pages lead, and what they lie over."""

    board: Callable[[], None]
    line_deed: Callable[[str, str, str], None]
    undo: Callable[[], None]
    turn_to: Callable[[str], None]
    """The keyboard goes to a chair's card."""
    printed: Callable[[], None]
    """The list of tickets is brought up to date."""
    host: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A page that brings itself up to date when it is turned to."""

    page: QWidget

    def show(self) -> None:
        """Nothing more to do."""


class VisitPages:
    """Each part is there from its first use on."""

    def __init__(self, core: Core, ways: Ways) -> None:
        self._core, self._ways = core, ways
        self._encounter: EncounterWiring | None = None
        self._closing: ClosingWiring | None = None
        self._dialogs: Dialogs | None = None
        self._handing: HandOverWiring | None = None
        self._printing: PrintWiring | None = None
        self.places = {
            "encounter": Later(lambda: _Placed(self.encounter.page)),
            "close": Later(lambda: _Placed(self.closing.page)),
        }

    @property
    def encounter(self) -> "EncounterWiring":
        """The visit's page."""
        if self._encounter is None:
            from nursedesk.app.encounter import Elsewhere, EncounterWiring  # not before the board is painted

            elsewhere = Elsewhere(
                hang=lambda one: self.dialogs.hang(one),
                push=lambda one: self.dialogs.push(one),
                close=lambda one: self.closing.open(one),
                back=self._ways.board,
                line_deed=self._ways.line_deed,
                undo=self._ways.undo,
            )
            self._encounter = EncounterWiring(self._core, elsewhere)
        return self._encounter

    @property
    def closing(self) -> "ClosingWiring":
        """The closing of a visit."""
        if self._closing is None:
            from nursedesk.app.closing import ClosingWiring  # not before the board is painted

            self._closing = ClosingWiring(self._core, self._ways.board, lambda one: self.encounter.open(one))
        return self._closing

    @property
    def dialogs(self) -> "Dialogs":
        """Check-in, hang and push."""
        if self._dialogs is None:
            from nursedesk.app.dialogs import Dialogs  # not before the board is painted

            self._dialogs = Dialogs(self._core, self._ways.host(), self._ways.turn_to)
        return self._dialogs

    @property
    def handing(self) -> "HandOverWiring":
        """The hand-over."""
        if self._handing is None:
            from nursedesk.app.handing import HandOverWiring  # not before the board is painted

            self._handing = HandOverWiring(self._core, self._ways.host())
        return self._handing

    @property
    def printing(self) -> "PrintWiring":
        """Printing a ticket again."""
        if self._printing is None:
            from nursedesk.app.printing import PrintWiring  # not before the board is painted

            self._printing = PrintWiring(self._core, self._ways.host(), self._ways.printed)
        return self._printing

    def changed(self, encounter_id: EncounterId) -> None:
        """A visit changed: what shows it is painted anew."""
        if self._encounter is not None:
            self._encounter.changed(encounter_id)
        if self._closing is not None:
            self._closing.changed(encounter_id)

    def tick(self, now: datetime) -> None:
        """A second has passed while the visit's page is shown."""
        self.encounter.page.tick(now)

    def shown_visit(self) -> str:
        """The visit its page shows; an empty string before it showed one."""
        return self._encounter.shown if self._encounter is not None else ""

    def close_dialogs(self) -> None:
        """What lies over the pages goes."""
        for part in (self._dialogs, self._handing, self._printing):
            if part is not None:
                part.close()

    def make_next(self) -> bool:
        """Make one part that is not there yet, for its first press to be quick; False when all are there."""
        makers: tuple[tuple[object, Callable[[], object]], ...] = (
            (self._dialogs, lambda: self.dialogs),
            (self._encounter, lambda: self.encounter),
            (self._closing, lambda: self.closing),
        )
        missing = [make for made, make in makers if made is None]
        if missing:
            missing[0]()
        return len(missing) > 1
