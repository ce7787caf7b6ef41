"""The audit page as PNG: `python -m tests.ui.audit.pictures OUT`."""

import sys
from datetime import date
from pathlib import Path

from nursedesk.catalog import resources
from nursedesk.ui import theme
from nursedesk.ui.audit.model import LastCheckpoint, RecordState, verified_words
from nursedesk.ui.audit.page import AuditPage
from PySide6.QtWidgets import QApplication

from tests.ui.audit.record import NAMES, day
from tests.ui.drugs.pictures import SIZES, framed
from tests.ui.frame.sample_window import NEW_YORK, NOW


def main() -> None:
    """Draw into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.load_fonts(resources.path("fonts"))
    today = date(2026, 11, 24)
    for look in (theme.LIGHT, theme.DARK):
        for name, size, scale in SIZES:
            theme.apply(app, look, scale)
            page = AuditPage(NEW_YORK, today)
            page.show_people(NAMES)
            page.show_state(RecordState(12345, "5f3a90c1d27be846", LastCheckpoint(12200, NOW)))
            page.show_entries(today, day())
            page.show_verified(verified_words(145, ()), clean=True)
            made = framed("audit", page)
            made.resize(size)
            made.show()
            for _ in range(3):
                QApplication.processEvents()
            made.grab().save(str(out / f"audit-{look.name}-{name}.png"))
            made.close()


if __name__ == "__main__":
    main()
