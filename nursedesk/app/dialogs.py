"""The dialogs over the pages: check in, hang, push. What was typed and left is kept for the next opening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app import favourites
from nursedesk.app.core import Core
from nursedesk.app.dose_doubts import DoseDoubts, Doubtful
from nursedesk.app.giving_back import give_back
from nursedesk.app.hang_context import asked, context_of
from nursedesk.app.scanning import Scanning
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.hang import Hang, hang_and_start, prepare, push
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.desk.tap import claim_push
from nursedesk.record.encounter import Encounter, Patient
from nursedesk.record.events import EncounterId, EventId, LineId, PersonId
from nursedesk.store.people import Check, Checked
from nursedesk.ui.check_in.dialog import CheckInDialog, CheckInDraft
from nursedesk.ui.check_in.form import CheckInForm, CheckInUses
from nursedesk.ui.frame.second_press import SecondPress
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.doubts import doubts_in, without
from nursedesk.ui.hang.form import Choice, HangContext, HangForm, HangUses, Typed
from nursedesk.ui.tasks import Reaction
from nursedesk.ui.words import clock_time

translate = QCoreApplication.translate

UseForm = Callable[[Daybook, Encounter, Hang], LineId]


def pin_refused(check: object) -> str:
    """Why a colleague's PIN does not serve; empty when it was right."""
    if not isinstance(check, Check):
        return translate("SecondCheck", "The PIN could not be checked: try again.")
    if check.result is Checked.RIGHT:
        return ""
    if check.result is Checked.WRONG and check.tries_left:
        said = translate("SecondCheck", "That PIN is not right: nothing was hung. Tries left: {count}.")
        return said.format(count=check.tries_left)
    return translate("SecondCheck", "This PIN serves no longer: somebody else checks, or a new PIN is set.")


class Dialogs:
    """Opens one dialog at a time over the desk."""

    def __init__(self, core: Core, host: QWidget, seated: Callable[[str], None]) -> None:
        self._core = core
        self._seated = seated
        self._host = host
        self._open: QWidget | None = None
        self._before: QWidget | None = None
        self._typed: dict[tuple[str, bool], Typed] = {}
        self._seats: dict[str, CheckInDraft] = {}
        self.scanning = Scanning(core)
        self._second = SecondPress(host)
        self.doubts = DoseDoubts(core, host, self._second)

    def is_open(self) -> bool:
        """Whether a dialog lies over the desk."""
        return self._open is not None

    def close(self) -> None:
        """Put the dialog away, as when the desk is locked; what was typed in it is kept."""
        if isinstance(self._open, HangDialog | CheckInDialog):
            self._open.cancelled.emit()
        self._put_away()
        self.doubts.close()

    # --- check in ---

    def check_in(self, chair: str) -> None:
        """Ask who sits down in a chair."""
        if self._core.who_first(lambda: self.check_in(chair)):
            return
        self._make_room()
        facts = self._core.daybook.suite.facts
        uses = CheckInUses(self._today, self.scanning.read, self._known, bool(facts.wristband_pattern))
        dialog = CheckInDialog(self._host, chair, facts.setting, uses, offered=self._seats.get(chair))
        dialog.checked_in.connect(self._checked_in)
        dialog.left.connect(lambda draft: self._left_seat(chair, draft))
        self._show(dialog)

    def _today(self) -> date:
        return self._core.now().astimezone(self._core.zone).date()

    def _known(self, number: str) -> Patient | None:
        """The patient with this number as he was here last."""
        listed = self._core.desk.ledger.visits(mrn=number, limit=1)
        return self._core.visit(listed[0].id).patient if listed else None

    def _checked_in(self, form: CheckInForm) -> None:
        wanted = CheckIn(
            chair=form.chair,
            patient=form.patient,
            setting=form.setting,
            payer=form.payer,
            ordering_provider=form.ordering_provider,
            earlier_visit_same_day=form.earlier_visit_same_day,
            access=form.access,
        )
        try:
            encounter_id = check_in(self._core.daybook, wanted)
        except Refused as refused:
            self._refuse(self._core.refusal(refused))
            return
        self._seats.pop(form.chair, None)
        self._put_away()
        self._core.changed(encounter_id)
        self._seated(form.chair)

    def _left_seat(self, chair: str, draft: CheckInDraft | None) -> None:
        if draft is None:
            self._seats.pop(chair, None)
        else:
            self._seats[chair] = draft
        self._put_away()

    # --- hang and push ---

    def favourites(self) -> tuple[Choice, ...]:
        """What is offered first when something is hung or pushed."""
        return favourites.kept(self._core)

    def hang(self, encounter_id: str) -> None:
        """Ask what is hung."""
        self._hang(encounter_id, False)

    def push(self, encounter_id: str) -> None:
        """Ask what is pushed."""
        self._hang(encounter_id, True)

    def push_pressed(self, encounter_id: str, press: str) -> None:
        """Ask what was pushed at a time that is fixed already."""
        at = next((one.at for one in self._core.visit(encounter_id).presses if one.event == press), None)
        if at is None:
            return
        said = translate("Dialogs", "pushed {time}, the time is kept").format(time=clock_time(at, self._core.zone))
        self._hang(
            encounter_id, True, said, lambda book, visit, form: claim_push(book, visit, EventId(press), form)
        )

    def _hang(self, encounter_id: str, at_once: bool, fixed: str = "", give: UseForm | None = None) -> None:
        if self._core.who_first(lambda: self._hang(encounter_id, at_once, fixed, give)):
            return
        self._make_room()
        key = (encounter_id, at_once)
        self.scanning.warm_up()
        context = context_of(self._core, self._core.visit(encounter_id), at_once)
        if fixed:
            context = replace(context, facts=" · ".join(part for part in (fixed, context.facts) if part))
        uses = HangUses(self._core.now, self.scanning.read, self._check, self._badge)
        dialog = HangDialog(self._host, context, uses, push=at_once, draft=self._typed.get(key))
        dialog.favourites_changed.connect(lambda choices: favourites.keep(self._core, choices))
        dialog.line_hung.connect(lambda form, start: self._hung(key, context, form, start))
        dialog.push_given.connect(lambda form: self._record(key, context, form, give or push))
        dialog.left.connect(lambda typed: self._left_hang(key, typed))
        dialog.turned.connect(self._second.keep)
        self._show(dialog)

    def _check(self, person: str, pin: str, answer: Callable[[str], None]) -> None:
        """Whether a colleague's PIN is right, beside the screen; the answer is a refusal or nothing."""
        who = PersonId(person)
        reaction = Reaction(
            lambda check: answer(self._checked(who, check)),
            lambda failure: answer(self._core.wording.fault(failure)),
        )
        self._core.tasks.run(lambda _: self._core.door.check_pin(who, pin), reaction)

    def _badge(self, badge: str) -> tuple[str, str]:
        """Which colleague's badge it is; else why it does not serve for the second check."""
        core = self._core
        person = core.door.whose_badge(badge)
        if person is None:
            return "", translate("SecondCheck", "Nobody here has this badge: nothing was hung; use the PIN.")
        if person.id == core.daybook.session.person.id:
            return "", core.wording.refusal("same_person", {})
        if not may_chart(person):
            return "", core.wording.refusal("no_such_nurse", {"name": person.signature})
        if not core.door.pin_serves(person.id):
            said = translate("SecondCheck", "{name} has not signed in here this shift: use the PIN.")
            return "", said.format(name=person.signature)
        return person.id, ""

    def _checked(self, who: PersonId, check: object) -> str:
        if isinstance(check, Check):
            self._core.door.note(who, check, "pin")
        return pin_refused(check)

    def _hung(self, key: tuple[str, bool], context: HangContext, form: HangForm, start: bool) -> None:
        self._record(key, context, form, hang_and_start if start else prepare)

    def _record(self, key: tuple[str, bool], context: HangContext, form: HangForm, use: UseForm) -> None:
        """The time is fixed first; a dose that looks wrong is asked about then, unless two people checked it."""
        doubts = doubts_in(form, context) if form.checked_by is None else (None,) * len(form.drugs)
        wanted = asked(without(form, doubts))
        line = self._try(key, lambda visit: use(self._core.daybook, visit, wanted))
        if line is None:
            return
        drugs = [one.id for one in self._core.visit(key[0]).administrations if one.line == line]
        self.doubts.ask([Doubtful(key[0], one, doubt) for one, doubt in zip(drugs, doubts, strict=True) if doubt])

    def _try(self, key: tuple[str, bool], do: Callable[[Encounter], LineId]) -> LineId | None:
        """Record it and put the dialog away; refused, everything typed stays in it."""
        try:
            line = do(self._core.visit(key[0]))
        except Refused as refused:
            self._refuse(self._core.refusal(refused))
            return None
        self._typed.pop(key, None)
        self._put_away()
        self._core.changed(EncounterId(key[0]))
        return line

    def _refuse(self, sentence: str) -> None:
        if isinstance(self._open, HangDialog | CheckInDialog):
            self._open.refuse(sentence)
            self._second.keep()

    def _left_hang(self, key: tuple[str, bool], typed: Typed | None) -> None:
        if typed is None:
            self._typed.pop(key, None)
        else:
            self._typed[key] = typed
        self._put_away()

    # --- one at a time ---

    def _make_room(self) -> None:
        """Before a dialog is made, since it takes the keyboard at once."""
        self._put_away()
        self._before = self._host.focusWidget()

    def _show(self, dialog: QWidget) -> None:
        self._open = dialog
        dialog.show()
        dialog.raise_()
        self._second.keep()

    def _put_away(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            give_back(self._before, self._host)
            self._second.keep()
