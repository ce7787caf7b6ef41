"""The hand-over's wiring: my visits, with what is up in each, to a nurse who is here."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.desk.hand_over import hand_over, open_lines
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import EncounterId, PersonId
from nursedesk.ui.hand_over.dialog import HandOverDialog, OpenVisit


class HandOverWiring:
    """Opens the dialog and hands over."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core, self._host = core, host
        self._dialog: HandOverDialog | None = None
        self._before: QWidget | None = None

    def open(self) -> None:
        """Ask to whom; every visit of mine that still has its chair is chosen already."""
        self.close()
        self._before = self._host.focusWidget()
        me = self._core.daybook.session.person.id
        mine = [one for one in self._core.daybook.encounters() if one.nurse == me and one.freed is None]
        visits = [self._visit(one) for one in sorted(mine, key=lambda one: one.chair or "")]
        people = self._core.daybook.suite.people
        nurses = [(one.id, one.signature) for one in people if one.active and may_chart(one) and one.id != me]
        self._dialog = HandOverDialog(self._host, visits, nurses)
        self._dialog.handed.connect(self._handed)
        self._dialog.cancelled.connect(self.close)
        self._dialog.show()
        self._dialog.raise_()

    def close(self) -> None:
        """Put the dialog away."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
            give_back(self._before, self._host)

    def _visit(self, one: Encounter) -> OpenVisit:
        lines = ", ".join(self._core.display(line.drug) for line in open_lines(one))
        lines = lines or QCoreApplication.translate("HandOver", "nothing hung")
        name = one.patient.name if one.patient else ""
        return OpenVisit(one.id, f"{one.chair} · {name}", lines)

    def _handed(self, encounters: tuple[str, ...], to: str) -> None:
        visits = tuple(self._core.visit(one) for one in encounters)
        try:
            hand_over(self._core.daybook, visits, PersonId(to))
        except Refused as refused:
            self._core.say(self._core.refusal(refused))
            return
        self.close()
        for one in encounters:
            self._core.changed(EncounterId(one))
