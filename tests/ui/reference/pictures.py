"""The reference as PNG: `python -m tests.ui.reference.pictures OUT`."""

import sys
from pathlib import Path

from nursedesk.catalog import resources
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.ui import theme
from nursedesk.ui.main_window import Ground
from nursedesk.ui.reference.page import ReferencePage
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout

SIZES = {"960": QSize(960 - 96, 640 - 64), "1280": QSize(1280 - 96, 800 - 64), "1920": QSize(1920 - 96, 1080 - 64)}
"""What bar and navigation leave of the window."""


def draw(out: Path, key: str, minutes: str, size: str, name: str) -> None:
    """One picture of a page."""
    book = load_rulebook()
    ground = Ground()
    page = ReferencePage(load_reference(book.codes), book)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    ground.resize(SIZES[size])
    ground.show()
    page.open_page(key)
    field = page.findChild(QLineEdit, "referenceMinutesField")
    field.setText(minutes)
    field.textEdited.emit(minutes)
    for _ in range(3):
        QApplication.processEvents()
    if name.endswith("-end"):
        bar = page.findChild(QScrollArea, "referenceArea").verticalScrollBar()
        bar.setValue(bar.maximum())
    ground.grab().save(str(out / f"{name}.png"))
    ground.close()


def main() -> None:
    """Draw into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.load_fonts(resources.path("fonts"))
    for look in (theme.LIGHT, theme.DARK):
        for size in SIZES:
            for scale in (1.0, 2.0) if size == "1280" else (1.0,):
                theme.apply(app, look, scale)
                for key, minutes in (("96365", "135"), ("96366", ""), ("diagnoses", ""), ("excludes", "")):
                    name = f"{key}-{look.name}-{size}-{round(scale * 100)}"
                    draw(out, key, minutes, size, name)
                    draw(out, key, minutes, size, f"{name}-end")


if __name__ == "__main__":
    main()
