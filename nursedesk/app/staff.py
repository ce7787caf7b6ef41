"""The people page's wiring: forms to use cases, refusals to sentences, slow checks beside the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.desk import people
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, may
from nursedesk.desk.suite import Person, Role
from nursedesk.record.events import PersonId
from nursedesk.store.people import Check, Checked
from nursedesk.ui.frame.typed_dates import parts
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonForm, PersonView
from nursedesk.ui.people.page import PeoplePage
from nursedesk.ui.tasks import Reaction
from nursedesk.ui.words import day

translate = QCoreApplication.translate


class StaffWiring:
    """Changes people for whoever may; everybody changes her own password and PIN."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.page = PeoplePage(
            PeopleActions(
                save=self._save,
                leave=lambda who: self._do(lambda: people.leave(core.daybook, PersonId(who))),
                come_back=lambda who: self._do(lambda: people.come_back(core.daybook, PersonId(who))),
                set_badge=self._set_badge,
                set_password=self._set_password,
                set_pin=self._set_pin,
                back=lambda: core.show("settings"),
            )
        )

    def show(self) -> None:
        """Everybody as recorded: who may sign in first, then who has left, each by name."""
        suite, me = self._core.daybook.suite, self._core.daybook.session.person
        listed = sorted(suite.people, key=lambda one: (not one.active, one.name.casefold()))
        views = tuple(self._view(one) for one in listed)
        self.page.show_model(PeopleModel(views, me.id, may(me, Deed.PEOPLE)))

    def _view(self, one: Person) -> PersonView:
        suite = self._core.daybook.suite
        badge = one.id in {holder for _, holder in suite.badges}
        facts = []
        if not one.active:
            facts.append(translate("Staff", "has left"))
        elif one.until is not None:
            past = one.until < self._today()
            said = translate("Staff", "ended {day}") if past else translate("Staff", "last day {day}")
            facts.append(said.format(day=day(one.until)))
        if people.is_last_administrator(suite, one.id):
            facts.append(translate("Staff", "last administrator"))
        if badge:
            facts.append(translate("Staff", "badge"))
        until = day(one.until) if one.until else ""
        roles = tuple(role.value for role in one.roles)
        return PersonView(one.id, one.name, one.credential, roles, one.active, until, tuple(facts), badge)

    def _today(self) -> date:
        return self._core.now().astimezone(self._core.zone).date()

    def _save(self, form: PersonForm) -> str:
        until = None
        if form.until:
            read = parts(form.until)
            try:
                until = date(*read) if read else None
            except ValueError:
                until = None
            if until is None:
                return translate(
                    "Staff", "That last day cannot be read, so nothing was changed: type it like 24-Nov-2026."
                )
        before = self._core.daybook.suite.person(form.sign_in)
        if before is None:
            return self._core.refusal(Refused("no_such_person", {"name": form.sign_in}))
        roles = tuple(Role(one) for one in form.roles)
        changed = replace(before, name=form.name, credential=form.credential, roles=roles, until=until)
        return self._do(lambda: people.change(self._core.daybook, changed))

    def _set_badge(self, who: str, number: str) -> str:
        book, ledger = self._core.daybook, self._core.desk.ledger
        return self._do(lambda: people.set_badge(book, ledger, PersonId(who), number))

    def _do(self, use: Callable[[], None]) -> str:
        """Do it and show what is recorded; the sentence that refuses it, or an empty one."""
        try:
            use()
        except Refused as refused:
            return self._core.refusal(refused)
        self.show()
        return ""

    # --- secrets ---

    def _set_password(self, who: str, old: str, new: str) -> None:
        book, ledger, door = self._core.daybook, self._core.desk.ledger, self._core.door

        def set_it() -> str:
            people.set_password(book, ledger, PersonId(who), new)
            door.forgive(PersonId(who))
            return translate("Staff", "The new password serves from now on.")

        self._secret(who, old, set_it)

    def _set_pin(self, who: str, old: str, pin: str) -> None:
        book, ledger = self._core.daybook, self._core.desk.ledger

        def set_it() -> str:
            people.set_pin(book, ledger, PersonId(who), pin)
            return translate("Staff", "The new PIN serves, after the password of a shift.")

        self._secret(who, old, set_it)

    def _secret(self, who: str, old: str, set_it: Callable[[], str]) -> None:
        """One's own needs the password there is, since a desk is left alone; another's needs the role only."""
        if who != self._core.daybook.session.person.id:
            self._finish(set_it)
            return
        self.page.show_busy()
        work = Reaction(
            lambda check: self._checked(check, set_it),
            lambda failure: self.page.answer(self._core.wording.fault(failure), good=False),
        )
        self._core.tasks.run(lambda _: self._core.door.check_password(who, old), work)

    def _checked(self, check: object, set_it: Callable[[], str]) -> None:
        if isinstance(check, Check) and check.result is Checked.RIGHT:
            self._finish(set_it)
            return
        said = translate("Staff", "That is not your password, so nothing was changed: type the one you have now.")
        if isinstance(check, Check) and check.result is Checked.WAIT:
            said = translate("Staff", "Too many wrong passwords: nothing was changed; wait five minutes.")
        self.page.answer(said, good=False)

    def _finish(self, set_it: Callable[[], str]) -> None:
        try:
            self.page.answer(set_it(), good=True)
        except Refused as refused:
            self.page.answer(self._core.refusal(refused), good=False)
