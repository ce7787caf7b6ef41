"""What a scanned or typed code is, by our tables and this site's patterns for wristbands and badges."""

from nursedesk.app.core import Core
from nursedesk.catalog.barcodes import BadPattern, Barcodes, barcodes
from nursedesk.catalog.scans import Field, Scan, WrongField, expect
from nursedesk.ui.tasks import Reaction


class Scanning:
    """Keeps the reader for the patterns that are set now."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._reader: Barcodes | None = None
        self._warm = False

    def read(self, text: str, wanted: Field) -> Scan | WrongField:
        """What a text is for a field that wants one sort, on the site's day; no text raises."""
        today = self._core.now().astimezone(self._core.zone).date()
        return expect(self._current().read(text, today), wanted)

    def warm_up(self) -> None:
        """Read the tables beside the screen, so that the first scan does not wait for them."""
        if not self._warm:
            self._warm = True
            self._core.tasks.run(lambda _: _first_scan(), Reaction(lambda _: None, lambda _: None))

    def _current(self) -> Barcodes:
        facts = self._core.daybook.suite.facts
        wanted = (facts.wristband_pattern, facts.badge_pattern)
        if self._reader is None or (self._reader.wristband, self._reader.badge) != wanted:
            try:
                self._reader = barcodes(*wanted)
            except BadPattern:  # set by a later version, or by hand: codes of drugs are still read
                self._reader = barcodes()
        return self._reader


def _first_scan() -> None:
    from datetime import date

    barcodes().read("]d20100357894030010", date.min)
