"""Who looked at what: recorded once for each person and record while a page is visited, to be read."""

from nursedesk.desk.daybook import NOBODY, Daybook
from nursedesk.record.events import EncounterId, Viewed

_Key = tuple[str, EncounterId | None, str]


class Looker:
    """Remembers what has been noted of this visit of a page, and of this signing in."""

    def __init__(self, daybook: Daybook) -> None:
        self._daybook = daybook
        self._page = ""
        self._noted: set[_Key] = set()
        self._once: set[_Key] = set()

    def turn(self, page: str) -> None:
        """Another page is shown: what is looked at there is noted anew."""
        if page != self._page:
            self._page = page
            self._noted.clear()

    def look(self, what: str, encounter_id: EncounterId | None = None) -> None:
        """Whoever is at the desk looks at a visit, a list or a report; noted once while the page is shown."""
        self._note(self._noted, what, encounter_id)

    def glance(self, what: str, encounter_id: EncounterId | None = None) -> None:
        """The same for what is seen again and again, as the board: noted once for each signing in."""
        self._note(self._once, what, encounter_id)

    def _note(self, noted: set[_Key], what: str, encounter_id: EncounterId | None) -> None:
        session = self._daybook.session
        key = (session.id, encounter_id, what)
        if session is NOBODY or key in noted:
            return
        noted.add(key)
        self._daybook.write(encounter_id, Viewed(what))
