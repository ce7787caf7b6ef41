"""The settings' wiring: people, policies, this station's look, one's own PIN."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.app.kept import backup_said, kept_actions, kept_of
from nursedesk.app.site_rules import actions_of, rules_of
from nursedesk.desk import people, station_file
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import NewPerson, add_person, change_facts
from nursedesk.desk.shift_ends import read_ends
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.outputs.paper.printing import default_printer, printers
from nursedesk.record.events import PersonId
from nursedesk.store.people import Check, Checked
from nursedesk.ui.settings.model import NewPersonForm, PersonRow, SettingsActions, SettingsModel
from nursedesk.ui.settings.page import SettingsPage
from nursedesk.ui.tasks import Reaction

translate = QCoreApplication.translate


class SettingsWiring:
    """Changes what a person may change; a refusal is said beside it."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.page = SettingsPage(
            SettingsActions(
                add_person=self._add_person,
                set_policy=lambda policy: self._change(replace(self._facts(), boundary_policy=policy)),
                set_profile=lambda profile: self._change(replace(self._facts(), profile=profile)),
                set_text=self._set_text,
                set_paper=lambda paper: station_file.change(core.folder, paper=paper),
                set_printer=lambda printer: station_file.change(core.folder, printer=printer),
                change_pin=self._change_pin,
                open_people=lambda: core.show("people"),
                set_language=lambda language: station_file.change(core.folder, language=language),
                set_screen_language=self._set_screen_language,
                site=actions_of(core, self._change),
                kept=kept_actions(core, self.show),
                set_shift_ends=self._set_shift_ends,
            )
        )
        core.backup_told = lambda: self.page.kept.show_said(*backup_said(core))

    def show(self) -> None:
        """Show the suite and the station as they are."""
        suite = self._core.daybook.suite
        kept = station_file.read(self._core.folder)
        there = printers()
        rows = (
            PersonRow(one.id, one.name, one.credential, tuple(role.value for role in one.roles))
            for one in sorted(suite.people, key=lambda one: one.name)
            if one.active
        )
        self.page.show_model(
            SettingsModel(
                people=tuple(rows),
                boundary_policy=suite.facts.boundary_policy,
                profile=suite.facts.profile,
                text_percent=str(kept.text_percent),
                paper=kept.paper,
                printers=there,
                printer=kept.printer or default_printer(),
                may_change=Role.ADMINISTRATOR in self._core.daybook.session.person.roles,
                site=rules_of(suite.facts),
                language=kept.language,
                screen_language=kept.screen_language,
                kept=kept_of(self._core),
                shift_ends=suite.facts.shift_ends,
            )
        )

    def _add_person(self, form: NewPersonForm) -> str:
        person = Person(PersonId(form.sign_in), form.name, form.credential, (Role(form.role),))
        if not form.name:
            return translate("Settings", "The person needs a name: nobody was added; type it.")
        try:
            newcomer = NewPerson(person, form.password, form.pin or None)
            add_person(self._core.daybook, self._core.desk.ledger, newcomer)
        except Refused as refused:
            return self._core.refusal(refused)
        self.show()
        return ""

    def _facts(self) -> SuiteFacts:
        return self._core.daybook.suite.facts

    def _change(self, facts: SuiteFacts) -> None:
        try:
            change_facts(self._core.daybook, facts)
        except Refused as refused:
            self._core.say(self._core.refusal(refused))
        self.show()

    def _set_shift_ends(self, typed: str) -> str:
        ends = read_ends(typed)
        if ends is None:
            words = translate("Settings", "{typed}: not all of it are times like 07:00. Nothing was changed.")
            return words.format(typed=typed.strip())
        if ends != self._facts().shift_ends:
            self._change(replace(self._facts(), shift_ends=ends))
        return ""

    def _set_text(self, percent: str) -> None:
        station_file.change(self._core.folder, text_percent=int(percent))
        self._core.say(translate("Settings", "The new text size is there when NurseDesk is opened again."))

    def _set_screen_language(self, language: str) -> None:
        station_file.change(self._core.folder, screen_language=language)
        self._core.say(translate("Settings", "The new language is there when NurseDesk is opened again."))

    def _change_pin(self, password: str, pin: str) -> None:
        core = self._core
        me = core.daybook.session.person.id
        work = Reaction(
            lambda check: self._checked(me, check, pin),
            lambda failure: self.page.pin_answer(core.wording.fault(failure)),
        )
        core.tasks.run(lambda _: core.door.check_password(me, password), work)

    def _checked(self, me: PersonId, check: object, pin: str) -> None:
        if not isinstance(check, Check) or check.result is not Checked.RIGHT:
            said = translate("Settings", "That password is not right: the PIN stays as it was.")
        else:
            said = self._set_pin(me, pin)
        self.page.pin_answer(said)

    def _set_pin(self, me: PersonId, pin: str) -> str:
        try:
            people.set_pin(self._core.daybook, self._core.desk.ledger, me, pin)
        except Refused as refused:
            return self._core.refusal(refused)
        return translate("Settings", "The new PIN serves from now on.")
