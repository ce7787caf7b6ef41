"""The wiring of presses that wait for a name: shown to a nurse who signed in, until none is left."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.app.taps import press_word
from nursedesk.desk import tap
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.record.encounter import Encounter, WaitingPress
from nursedesk.record.events import EncounterId, EventId
from nursedesk.ui.people.presses import PressesDialog, PressRow
from nursedesk.ui.words import clock_time

translate = QCoreApplication.translate


class PressesWiring:
    """Opens the dialog when there is something in it, and closes it when nothing is left."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core, self._host = core, host
        self._dialog: PressesDialog | None = None
        self._before: QWidget | None = None

    def offer(self) -> None:
        """Show what waits, to somebody who can say whose it was."""
        self.close()
        rows = self._rows()
        if not rows or not may_chart(self._core.daybook.session.person):
            return
        self._before = self._host.focusWidget()
        self._dialog = PressesDialog(self._host, rows)
        self._dialog.claimed.connect(self._claim)
        self._dialog.discarded.connect(self._discard)
        self._dialog.cancelled.connect(self.close)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.setFocus()

    def close(self) -> None:
        """Put the dialog away; what waits, waits on."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
            give_back(self._before, self._host)

    def _rows(self) -> list[PressRow]:
        return [self._row(visit, press) for visit, press in tap.waiting_presses(self._core.daybook)]

    def _row(self, visit: Encounter, press: WaitingPress) -> PressRow:
        drugs = [self._core.display(one.drug) for one in visit.administrations if one.line == press.line]
        name = visit.patient.name if visit.patient else ""
        time = clock_time(press.at, self._core.zone)
        where = f"{visit.chair} · {name}"
        drug = " + ".join(drugs) or translate("Taps", "which drug is said after")
        return PressRow(visit.id, press.event, time, press_word(press.press), where, drug)

    def _claim(self, encounter: str, press: str) -> None:
        if tap.is_unsaid(self._core.visit(encounter), EventId(press)):
            self._core.say_drug(encounter, press)
            return
        self._settle(encounter, press, lambda visit: tap.claim(self._core.daybook, visit, EventId(press)))

    def _discard(self, encounter: str, press: str, reason: str) -> None:
        self._settle(
            encounter, press, lambda visit: tap.discard(self._core.daybook, visit, EventId(press), reason)
        )

    def _settle(self, encounter: str, press: str, do: Callable[[Encounter], None]) -> None:
        try:
            do(self._core.visit(encounter))
        except Refused as refused:
            if self._dialog is not None:
                self._dialog.refuse(press, self._core.refusal(refused))
            return
        self._core.changed(EncounterId(encounter))
        rows = self._rows()
        if rows and self._dialog is not None:
            self._dialog.show_rows(rows)
        else:
            self.close()
