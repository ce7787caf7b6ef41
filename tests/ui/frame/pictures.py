"""Every page of this part of the desk as PNG: `python -m tests.ui.frame.pictures OUT [NAME…]`."""

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

from nursedesk.catalog import resources
from nursedesk.ui import theme
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.frame.samples import SAMPLES

SIZES = {"1280": QSize(1280, 800), "1920": QSize(1920, 1080)}


def draw(app: QApplication, out: Path, wanted: list[str]) -> None:
    """One PNG per page, theme, size and text scale; 150 % only at the larger size."""
    theme.load_fonts(resources.path("fonts"))
    shapes = [
        (t, s, x) for t, s, x in product((theme.LIGHT, theme.DARK), SIZES, (1.0, 1.5)) if (s, x) != ("1280", 1.5)
    ]
    for name, make in SAMPLES.items():
        if wanted and not any(name.startswith(w) for w in wanted):
            continue
        for look, size, scale in shapes:
            theme.apply(app, look, scale)
            one(make, SIZES[size], out / f"{name}-{look.name}-{size}-{round(scale * 100)}.png")


def one(make: Callable[[], QWidget], size: QSize, file: Path) -> None:
    """Build a page, show it at a size, and save what it looks like."""
    page = make()
    page.resize(size)
    page.show()
    QApplication.processEvents()
    QApplication.processEvents()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()
    # No event loop runs here that would: what is kept is styled anew with every look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> None:
    """Draw into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    draw(QApplication(sys.argv[:1]), out, sys.argv[2:])


if __name__ == "__main__":
    main()
