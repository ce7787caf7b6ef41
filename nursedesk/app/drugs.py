"""The wiring of the drugs page: the drug table of this site's rule book, as it is on the day it is shown."""

from nursedesk.app.core import Core
from nursedesk.catalog.favourites import favourites_of
from nursedesk.ui.drugs.model import rows_of
from nursedesk.ui.drugs.page import DrugsPage


class DrugsWiring:
    """The drug table, read-only."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.page = DrugsPage()

    def show(self) -> None:
        """The codes in force on the site's day."""
        day = self._core.now().astimezone(self._core.zone).date()
        drugs = self._core.rulebook().drugs.values()
        self.page.show_rows(rows_of(drugs, favourites_of(self._core.daybook.suite.facts.favourites), day))
