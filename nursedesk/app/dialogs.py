"""The dialogs over the pages: check in, hang, push. What was typed and left is kept for the next opening."""

from collections.abc import Callable
from datetime import date
from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nursedesk.app.board import last_visit
from nursedesk.app.core import Core
from nursedesk.catalog.favourites import Favourite, favourites
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.hang import AT_ONCE, Hang, hang_and_start, prepare, push
from nursedesk.desk.refusal import Refused
from nursedesk.outputs.words_refusals import refusal_text
from nursedesk.record.encounter import Access, Administration, Encounter, Purpose
from nursedesk.record.events import EncounterId
from nursedesk.ui.check_in.dialog import CheckInDialog, CheckInDraft
from nursedesk.ui.check_in.form import CheckInForm
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import Choice, HangContext, HangForm, Typed
from nursedesk.ui.words import day

_REPEATED = frozenset({Purpose.TREATMENT, Purpose.PROPHYLAXIS, Purpose.DIAGNOSTIC, Purpose.HYDRATION})


class Dialogs:
    """Opens one dialog at a time over the desk."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core = core
        self._host = host
        self._open: QWidget | None = None
        self._before: QWidget | None = None
        self._typed: dict[tuple[str, bool], Typed] = {}
        self._seats: dict[str, CheckInDraft] = {}

    def is_open(self) -> bool:
        """Whether a dialog lies over the desk."""
        return self._open is not None

    def close(self) -> None:
        """Put the dialog away, as when the desk is locked; what was typed in it is kept."""
        if isinstance(self._open, HangDialog | CheckInDialog):
            self._open.cancelled.emit()
        self._put_away()

    # --- check in ---

    def check_in(self, chair: str) -> None:
        """Ask who sits down in a chair."""
        self._make_room()
        setting = self._core.daybook.suite.facts.setting
        today = partial(self._today)
        dialog = CheckInDialog(self._host, chair, setting, today, draft=self._seats.get(chair))
        dialog.checked_in.connect(self._checked_in)
        dialog.left.connect(lambda draft: self._left_seat(chair, draft))
        self._show(dialog)

    def _today(self) -> date:
        return self._core.now().astimezone(self._core.zone).date()

    def _checked_in(self, form: CheckInForm) -> None:
        asked = CheckIn(
            chair=form.chair,
            patient=form.patient,
            setting=form.setting,
            payer=form.payer,
            ordering_provider=form.ordering_provider,
            earlier_visit_same_day=form.earlier_visit_same_day,
            access=form.access,
        )
        try:
            encounter_id = check_in(self._core.daybook, asked)
        except Refused as refused:
            self._refuse(refusal_text(refused.key, refused.params))
            return
        self._seats.pop(form.chair, None)
        self._put_away()
        self._core.changed(encounter_id)

    def _left_seat(self, chair: str, draft: CheckInDraft | None) -> None:
        if draft is None:
            self._seats.pop(chair, None)
        else:
            self._seats[chair] = draft
        self._put_away()

    # --- hang and push ---

    def hang(self, encounter_id: str) -> None:
        """Ask what is hung."""
        self._hang(encounter_id, False)

    def push(self, encounter_id: str) -> None:
        """Ask what is pushed."""
        self._hang(encounter_id, True)

    def _hang(self, encounter_id: str, at_once: bool) -> None:
        self._make_room()
        key = (encounter_id, at_once)
        context = self._context(self._core.visit(encounter_id), at_once)
        dialog = HangDialog(self._host, context, self._core.now, push=at_once, draft=self._typed.get(key))
        dialog.line_hung.connect(lambda form, start: self._hung(key, form, start))
        dialog.push_given.connect(lambda form: self._pushed(key, form))
        dialog.left.connect(lambda typed: self._left_hang(key, typed))
        self._show(dialog)

    def _hung(self, key: tuple[str, bool], form: HangForm, start: bool) -> None:
        use = hang_and_start if start else prepare
        asked = _asked(form)
        self._try(key, lambda visit: use(self._core.daybook, visit, asked))

    def _pushed(self, key: tuple[str, bool], form: HangForm) -> None:
        asked = _asked(form)
        self._try(key, lambda visit: push(self._core.daybook, visit, asked))

    def _try(self, key: tuple[str, bool], do: Callable[[Encounter], object]) -> None:
        """Record it and put the dialog away; refused, everything typed stays in it."""
        try:
            do(self._core.visit(key[0]))
        except Refused as refused:
            self._refuse(refusal_text(refused.key, refused.params))
            return
        self._typed.pop(key, None)
        self._put_away()
        self._core.changed(EncounterId(key[0]))

    def _refuse(self, sentence: str) -> None:
        if isinstance(self._open, HangDialog | CheckInDialog):
            self._open.refuse(sentence)

    def _left_hang(self, key: tuple[str, bool], typed: Typed | None) -> None:
        if typed is None:
            self._typed.pop(key, None)
        else:
            self._typed[key] = typed
        self._put_away()

    def _context(self, visit: Encounter, at_once: bool) -> HangContext:
        core = self._core
        last = last_visit(core, visit)
        patient = visit.patient
        born = day(patient.birth_date) if patient and patient.birth_date else ""
        mrn = f"MRN {patient.mrn}" if patient and patient.mrn else ""
        facts = [part for part in (born, patient.sex if patient else None, mrn) if part]
        given = last.administrations if last else ()
        drugs = {drug.name: drug for drug in core.rulebook().drugs.values()}
        return HangContext(
            encounter=visit.id,
            chair=visit.chair or "",
            name=patient.name if patient else "",
            facts=" · ".join(facts),
            zone=core.zone,
            accesses=_last_used_first(visit),
            last_visit=tuple(_again(one) for one in given if _repeats(one, at_once)),
            last_visit_on=last.opened.astimezone(core.zone).date() if last and last.opened else None,
            favourites=tuple(_choice(one) for one in favourites() if (one.route in AT_ONCE) == at_once),
            drugs=tuple(drugs.values()),
            payer=visit.payer,
        )

    # --- one at a time ---

    def _make_room(self) -> None:
        """Before a dialog is made, since it takes the keyboard at once."""
        self._put_away()
        self._before = self._host.focusWidget()

    def _show(self, dialog: QWidget) -> None:
        self._open = dialog
        dialog.show()
        dialog.raise_()

    def _put_away(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            give_back(self._before, self._host)


def give_back(before: QWidget | None, host: QWidget) -> None:
    """The keyboard goes back to what had it before a dialog, when that is still there."""
    there = before is not None and shiboken6.isValid(before) and before.isVisible()
    (before if before is not None and there else host).setFocus(Qt.FocusReason.PopupFocusReason)


def _asked(form: HangForm) -> Hang:
    return Hang(
        route=form.route,
        drugs=form.drugs,
        purpose=form.purpose,
        access=form.access,
        new_access=form.new_access,
        diluent=form.diluent,
        volume=form.volume,
        rate=form.rate,
        ordered_minutes=form.ordered_minutes,
        order_on_file=form.order_on_file,
    )


def _last_used_first(visit: Encounter) -> tuple[Access, ...]:
    used = [one.access for one in visit.administrations if one.access][::-1]
    return tuple(sorted(visit.accesses, key=lambda access: used.index(access.id) if access.id in used else 99))


def _repeats(one: Administration, at_once: bool) -> bool:
    return one.purpose in _REPEATED and (one.route in AT_ONCE) == at_once


def _again(one: Administration) -> Choice:
    return Choice(
        drug=one.drug,
        dose=one.dose,
        purpose=one.purpose,
        route=one.route,
        diluent=one.diluent,
        volume=one.volume.amount if one.volume else None,
        rate=one.rate.amount if one.rate else None,
        minutes=one.ordered_minutes,
        ndc=one.ndc,
    )


def _choice(one: Favourite) -> Choice:
    return Choice(one.drug, one.dose, one.purpose, one.route, one.diluent, one.volume, one.rate, None, one.minutes)
