"""Paint the whole kit in every theme: `python -m tests.ui.kit.pictures OUT [THEME [SCALE]]`."""

import sys
from pathlib import Path

from nursedesk.ui import kit, theme
from nursedesk.ui.kit.icon_paths import ICONS
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
STATES = tuple((state, state.value.replace("_", " ").capitalize()) for state in kit.State)


class Icons(QWidget):
    """Every icon in a grid."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(520, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, name in enumerate(ICONS):
            x, y = place % 8 * 64 + 8, place // 8 * 56
            kit.paint_icon(painter, QRectF(x, y, 24, 24), name, QColor(theme.current().ink))
            painter.setFont(theme.font(9))
            painter.setPen(QColor(theme.current().quiet))
            painter.drawText(x - 6, y + 38, name)


def gallery() -> QWidget:
    """One widget with all of it."""
    whole = kit.Panel("gallery")
    column = QVBoxLayout(whole)
    column.setSpacing(14)
    rows: list[list[QWidget]] = [
        [kit.StopButton("Stop", name="s1", spoken="Stop"), kit.StopButton("Stop", name="s2", spoken="Stop"),
         kit.StopButton("Stop", name="s3", spoken="Stop"), kit.StartButton("Start", name="s4", spoken="Start"),
         kit.PrimaryButton("Sign", icon="print"), kit.QuietButton("Hang", icon="hang"),
         kit.Button("Follow now", kit.Kind.TINT), kit.Button("Cancel", kit.Kind.PLAIN),
         kit.IconButton("back", name="b", spoken="Back")],
        [kit.StatePill(state, word) for state, word in STATES],
        [kit.Chip("under 16 min"), kit.Chip("overlap: concurrent", action="Sequential"),
         kit.Chip("no order yet", kit.Tone.ATTENTION), kit.Chip("planned end passed 13:50", kit.Tone.NEEDS_STOP),
         kit.Tag("LATE ENTRY"), kit.Tag("DRAFT", "tint")],
        [kit.Field("Dose", name="f1", text="600"), kit.Field("Volume", name="f2", text="500", suffix="mL"),
         kit.ComboField("Unit", (("mg", "mg"),), name="f3"),
         kit.SearchField("Scan the bag, or type a drug", name="f4", icon="scan", key="NDC · GS1")],
        [kit.Segmented((("t", "Treatment"), ("h", "Hydration"), ("k", "Keep open")), name="seg", height=48),
         kit.CheckBox("Print 1 copy", name="c1", note="on Suite-Laser-2"), kit.Toggle("Dark", name="c2")],
        [kit.PinField("PIN of J. Doe RN"), kit.Keypad()],
        [Icons()],
    ]  # fmt: skip
    for widgets in rows:
        line = QHBoxLayout()
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch()
        column.addLayout(line)
    rows[0][1].set_state(overdue=True)  # type: ignore[attr-defined]
    rows[0][2].set_state(outline=True)  # type: ignore[attr-defined]
    rows[4][0].choose("t")  # type: ignore[attr-defined]
    rows[4][1].setChecked(True)  # type: ignore[attr-defined]
    rows[4][2].setChecked(True)  # type: ignore[attr-defined]
    rows[5][0].edit.setText("123456")  # type: ignore[attr-defined]
    rows[3][1].set_error("Volume must be a number of mL. Type it again.")  # type: ignore[attr-defined]
    return whole


def main() -> None:
    """Write `kit-THEME.png` files."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    theme.load_fonts(FONTS)
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    for name in [sys.argv[2]] if len(sys.argv) > 2 else list(theme.THEMES):
        theme.apply(app, theme.THEMES[name], scale)
        picture = gallery()
        picture.resize(picture.sizeHint())
        picture.grab().save(str(out / f"kit-{name}.png"))


if __name__ == "__main__":
    main()
