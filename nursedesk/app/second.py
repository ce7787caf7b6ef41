"""Asks a second person to sign, where the site's policy wants it: over the page, known by her own PIN or badge."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.app.who import Identifier, charting
from nursedesk.desk import second_sign
from nursedesk.desk.refusal import Refused
from nursedesk.desk.second_sign import Wanted
from nursedesk.desk.suite import Person
from nursedesk.record.encounter import Encounter, SecondSign
from nursedesk.record.events import EncounterId
from nursedesk.ui.people.who import WhoDialog
from nursedesk.ui.words import clock_time, dose

translate = QCoreApplication.translate


def wanted(core: Core, visit: Encounter) -> tuple[Wanted, ...]:
    """What a second person has yet to sign for in a visit."""
    return second_sign.wanted(core.daybook, visit, core.daybook.suite.facts, core.rulebook().drugs)


class SecondWiring:
    """One signature at a time; put away, it stays wanted and the closing page asks again."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core, self._host = core, host
        self._who = Identifier(core.door, core.tasks, lambda failure: core.say(core.wording.fault(failure)))
        self._dialog: WhoDialog | None = None
        self._before: QWidget | None = None

    def ask(self, encounter: str, administration: str = "", what: str = "") -> None:
        """Ask for the signature that is wanted: the one named, else the first; nothing when none is."""
        self.close()
        visit = self._core.visit(encounter)
        listed = [
            one
            for one in wanted(self._core, visit)
            if administration in ("", one.administration) and what in ("", one.what)
        ]
        if not listed:
            return
        self._before = self._host.focusWidget()
        dialog = self._make(visit, listed[0])
        known = partial(self._known, encounter, listed[0])
        dialog.pin_given.connect(lambda name, pin: self._who.pin(dialog, name, pin, known))
        dialog.password_given.connect(lambda name, said: self._who.password(dialog, name, said, known))
        dialog.badge_given.connect(lambda badge: self._who.badge(dialog, badge, known))
        dialog.cancelled.connect(self.close)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.begin()

    def _make(self, visit: Encounter, want: Wanted) -> WhoDialog:
        core = self._core
        one = next(drug for drug in visit.administrations if drug.id == want.administration)
        drug = core.display(one.drug)
        waste = translate("Second", "{amount} of {drug} thrown away")
        check = translate("Second", "{drug} {amount} as it was hung")
        amount = dose(one.wasted if want.what is SecondSign.WASTE else one.dose)
        words = waste if want.what is SecondSign.WASTE else check
        me = core.daybook.session.person.id
        people = charting(core.door, want.by, me)
        return WhoDialog(
            self._host,
            people,
            lead=clock_time(core.now(), core.zone),
            title=words.format(drug=drug, amount=amount),
            note=self._note(visit, want),
            safe=translate("Second", "Signed by a second person who saw it, with her own PIN or badge."),
            verb=translate("Second", "I saw it"),
            later=translate("Second", "Not now"),
        )

    def _note(self, visit: Encounter, want: Wanted) -> str:
        names = self._core.daybook.suite.signatures()
        said = translate("Second", "Chair {chair} · charted by {name}, who cannot sign for it")
        return said.format(chair=visit.chair or "", name=names.get(want.by, want.by))

    def _known(self, encounter: str, want: Wanted, person: Person, auth: str) -> None:
        try:
            second_sign.sign(self._core.daybook, self._core.visit(encounter), want, person, auth)
        except Refused as refused:
            if self._dialog is not None:
                self._dialog.show_sentence(self._core.refusal(refused))
            return
        self.close()
        self._core.changed(EncounterId(encounter))

    def close(self) -> None:
        """Put the question away; what is wanted stays wanted."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
            give_back(self._before, self._host)
