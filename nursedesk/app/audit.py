"""The wiring of the audit page: the record is read and verified beside the window; looking is itself recorded."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from nursedesk.app.core import Core
from nursedesk.desk.audit import entries_of, may_see
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, require_deed
from nursedesk.outputs.audit_csv import audit_csv
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.events import Exported
from nursedesk.store.checkpoint import stored_checkpoints
from nursedesk.store.errors import NurseDeskError
from nursedesk.store.report import Report
from nursedesk.store.verify import verify
from nursedesk.ui.audit.model import LastCheckpoint, RecordState, saved_row, verified_words
from nursedesk.ui.audit.page import AuditPage
from nursedesk.ui.audit.sentences import Names
from nursedesk.ui.tasks import Reaction

translate = QCoreApplication.translate


class AuditWiring:
    """Who did what and when, for those whose role may ask."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._reading = 0
        self.page = AuditPage(core.zone, self._today())
        self.page.day_wanted.connect(self.read)
        self.page.verify_pressed.connect(self.verify)
        self.page.save_pressed.connect(self._ask_where)

    def show(self) -> None:
        """Today anew; a person who may not see it is told who may, and nothing is read."""
        core = self._core
        core.looker.look("audit")
        core.tasks.cancel(self._reading)
        if not may_see(core.daybook.session.person):
            refused = translate(
                "Audit",
                "The audit is for auditors, administrators and charge nurses: nothing is shown; ask one of them.",
            )
            self.page.refuse(refused)
            return
        self.page.refuse("")
        self.page.show_people(Names(core.daybook.suite.signatures(), core.drug_names()))
        core.tasks.run(lambda _: self._record_state(), Reaction(self._show_state, self._failed))
        self.read(self._today())

    def read(self, day: date) -> None:
        """Read a day; one that is still being read is no longer wanted."""
        core, zone = self._core, self._core.zone
        core.looker.look(f"audit of {day.isoformat()}")
        core.tasks.cancel(self._reading)
        self.page.show_reading(day, self._today())
        reaction = Reaction(partial(self._show_entries, day), self._failed)
        reader = core.desk.ledger.reader
        self._reading = core.tasks.run(
            lambda told: entries_of(reader, day, zone, lambda count: told(count, count)), reaction
        )

    def verify(self) -> None:
        """Check what was written since the last checkpoints; every event is for `nursedesk verify`."""
        self.page.show_verifying()
        folder, keys = self._core.folder, self._core.desk.ledger.keys
        reaction = Reaction(self._verified, lambda failure: self._not_verified(self._said(failure)))
        self._core.tasks.run(lambda _: verify(folder, keys, full=False), reaction)

    # --- a file of it ---

    def _ask_where(self) -> None:
        name = str(Path.home() / f"audit-{self.page.day():%Y-%m-%d}.csv")
        path, _ = QFileDialog.getSaveFileName(
            self.page, translate("Audit", "Save the audit as CSV"), name, "CSV (*.csv)"
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> bool:
        """Write what fits the filters; that a file was made is recorded, a refusal is said."""
        core, page = self._core, self.page
        rows = [saved_row(one, page.names(), core.zone) for one in page.chosen()]
        try:
            require_deed(core.daybook.session.person, Deed.AUDIT)
            write_file(path, audit_csv(rows), overwrite=True)
        except Refused as refused:
            core.say(core.refusal(refused))
            return False
        except FileNotWritten as refused:
            core.say(core.wording.fault(refused))
            return False
        core.daybook.write(None, Exported("audit", "csv"))
        said = translate(
            "Audit", "The audit is in {path}. It holds patients’ names: keep it as you keep the record."
        )
        core.say(said.format(path=path))
        return True

    # --- answers ---

    def _show_state(self, state: object) -> None:
        if isinstance(state, RecordState):
            self.page.show_state(state)

    def _show_entries(self, day: date, found: object) -> None:
        if isinstance(found, tuple):
            self.page.show_entries(day, found)

    def _verified(self, report: object) -> None:
        if isinstance(report, Report):
            problems = tuple(self._core.wording.fault(one.sentence()) for one in report.problems)
            self.page.show_verified(verified_words(report.events, problems), clean=report.clean)

    def _not_verified(self, sentence: str) -> None:
        self.page.show_verified(sentence, clean=False)

    def _failed(self, failure: Exception) -> None:
        self.page.show_failure(self._said(failure))

    def _said(self, failure: Exception) -> str:
        if isinstance(failure, NurseDeskError):
            return self._core.wording.fault(failure)
        return translate("Audit", "The record could not be read just now: it is unharmed; try again.")

    def _today(self) -> date:
        return self._core.now().astimezone(self._core.zone).date()

    def _record_state(self) -> RecordState:
        ledger, station = self._core.desk.ledger, self._core.daybook.station
        events = sum(ledger.head(one).seq for one in ledger.reader.stations())
        kept = ledger.reader.read(partial(stored_checkpoints, latest_only=True))
        last = next((one for one in kept if one.station == station), None)
        signed = LastCheckpoint(last.seq, last.made) if last else None
        return RecordState(events, ledger.head(station).hash.hex()[:16], signed)
