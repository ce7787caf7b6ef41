"""Paint the encounter page in every theme and size: `python -m tests.ui.encounter.pictures OUT`."""

import sys
from dataclasses import fields
from pathlib import Path

from nursedesk.outputs.words import finding_text, label, why_text
from nursedesk.record.encounter import Container
from nursedesk.ui import theme
from nursedesk.ui.encounter.actions import EncounterActions, EncounterContext, VialHint
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.encounter import moreno

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
DRUG_LABELS = {
    "J1745": "inFLIXimab, per 10 mg",
    "J1200": "diphenhydrAMINE, up to 50 mg",
    "J2919": "methylPREDNISolone, per 5 mg",
    "J3475": "magnesium sulfate, per 500 mg",
}


def no_actions() -> EncounterActions:
    """Every press does nothing."""

    def nothing(*_: object) -> None:
        return None

    return EncounterActions(*([nothing] * len(fields(EncounterActions))))


def context() -> EncounterContext:
    """The names of the made-up suite."""
    vials = VialHint(moreno.mg("400"), Container.SINGLE_DOSE, "4 × 100 mg, no waste")
    return EncounterContext(
        zone=moreno.ZONE,
        label=lambda code: DRUG_LABELS.get(code) or label(code),
        why=why_text,
        finding=finding_text,
        rules="rules cpt · 2026-10 · facility",
        names=moreno.NAMES,
        people=moreno.PEOPLE,
        vials={"L1-1": vials},
        modifiers=("59", "XS", "53", "GY"),
    )


def page(width: int, height: int) -> EncounterPage:
    """The page as it stands in a window of that size, under the top bar and beside the navigation."""
    made = EncounterPage(no_actions())
    made.resize(width - 96, height - 64)
    made.show_encounter(moreno.encounter(), moreno.EVENTS, moreno.look(), moreno.NOW, context())
    return made


def picture(made: EncounterPage, out: Path, part: QWidget | None = None) -> None:
    """Write the page, or a part of it, on the canvas it stands on."""
    made.show()
    for _ in range(4):
        QApplication.processEvents()
    image = QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.current().canvas))
    painter = QPainter(image)
    made.render(painter, QPoint())
    painter.end()
    shown = image if part is None else image.copy(QRect(part.mapTo(made, QPoint()), part.size()))
    shown.save(str(out))


def tabs(out: Path, name: str) -> None:
    """Each tab, and the editor of a time, in the lower left panel."""
    made = page(1920, 1080)
    for tab in (Tab.ORDERS, Tab.ACCESSES, Tab.DIAGNOSES, Tab.NOTES):
        made.record.show_tab(tab)
        if tab is Tab.ORDERS:
            made.record.open_dose("L1-1")
        if tab is Tab.ACCESSES:
            made.record.open_access()
        if tab is Tab.NOTES:
            made.record.open_response("L1")
        picture(made, out / f"tab-{tab.name.lower()}-{name}.png", made.record)
    made.record.open_time("L2")
    made.record.editor.time.edit.setText("13:40")
    made.record.editor.time.edit.textEdited.emit("13:40")
    picture(made, out / f"tab-editor-{name}.png", made.record)
    picture(made, out / f"editor-{name}.png")
    made.record.editor.time.edit.setText("15:40")
    made.record.editor.time.edit.textEdited.emit("15:40")
    made.record.editor.save()
    picture(made, out / f"tab-refused-{name}.png", made.record)
    put_away(made)


def put_away(made: QWidget) -> None:
    """Delete it now: no event loop runs here that would."""
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> None:
    """Write `encounter-THEME-WIDTHxHEIGHT-SCALE.png` and `tab-TAB-THEME.png` files."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    theme.load_fonts(FONTS)
    for name in ("light", "dark"):
        for width, height in ((1920, 1080), (1280, 800)):
            for scale in (1.0, 1.5):
                theme.apply(app, theme.THEMES[name], scale)
                made = page(width, height)
                picture(made, out / f"encounter-{name}-{width}x{height}-{round(scale * 100)}.png")
                put_away(made)
        theme.apply(app, theme.THEMES[name])
        tabs(out, name)


if __name__ == "__main__":
    main()
