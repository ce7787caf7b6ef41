"""The wiring of the drugs page: the drug table of this site's rule book, as it is on the day it is shown."""

from nursedesk.app import favourites
from nursedesk.app.core import Core
from nursedesk.catalog.favourites import favourites_of
from nursedesk.desk.roles import may_chart
from nursedesk.ui.drugs.model import rows_of
from nursedesk.ui.drugs.page import DrugsPage
from nursedesk.ui.hang.form import Choice


class DrugsWiring:
    """The drug table, read-only, and the suite's favourites."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.page = DrugsPage()
        self.page.favourites_changed.connect(self._keep)

    def show(self) -> None:
        """The codes in force on the site's day."""
        day = self._core.now().astimezone(self._core.zone).date()
        drugs = [self._core.wording.drug(one) for one in self._core.rulebook().drugs.values()]
        self.page.show_rows(rows_of(drugs, favourites_of(self._core.daybook.suite.facts.favourites), day))
        names = self._core.drug_names()
        liked = [(one, names.get(one.drug.lower(), one.drug)) for one in favourites.kept(self._core)]
        self.page.show_favourites(liked, may_chart(self._core.daybook.session.person))

    def _keep(self, choices: tuple[Choice, ...]) -> None:
        """Other favourites, or in another order: recorded, and shown as they then are."""
        favourites.keep(self._core, choices)
        self.show()
