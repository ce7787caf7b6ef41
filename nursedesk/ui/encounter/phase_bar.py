"""Five phases under the charting matrix, each with what it still lacks; a press leads to the first of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.charting_model import ChartingRow
from nursedesk.ui.encounter.charting_view import ChartingView
from nursedesk.ui.encounter.phases import Phase, PhaseRow, phase_word
from nursedesk.ui.kit import Button, Kind


class PhaseBar(QWidget):
    """Emits `pressed(PhaseRow)` for a phase that lacks something."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phaseBar")
        self.setAccessibleName(self.tr("Charting by phase"))
        self._rows: dict[Phase, PhaseRow] = {}
        self._parts = {phase: self._part(phase) for phase in Phase}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(3), theme.px(10), theme.px(3))
        row.setSpacing(theme.px(2))
        for part in self._parts.values():
            row.addWidget(part, 1)

    def _part(self, phase: Phase) -> Button:
        part = Button(phase_word(phase), Kind.PLAIN, name=f"phase_{phase}", size=13, pad=6, parent=self)
        part.clicked.connect(lambda: self._press(phase))
        return part

    def _press(self, phase: Phase) -> None:
        row = self._rows.get(phase)
        if row is not None and row.lacks:
            self.pressed.emit(row)

    def buttons(self) -> list[Button]:
        """The five, in order."""
        return list(self._parts.values())

    def show_phases(self, rows: Sequence[PhaseRow]) -> None:
        """Say of each phase whether it is charted, and how much it lacks."""
        self._rows = {row.phase: row for row in rows}
        for row in rows:
            part, word = self._parts[row.phase], phase_word(row.phase)
            said, spoken = f"{word} –", self.tr("{phase}: nothing to chart yet").format(phase=word)
            if row.done:
                said, spoken = f"{word} ✓", self.tr("{phase}: all charted").format(phase=word)
            elif row.begun:
                lacking = ", ".join(lack.words for lack in row.lacks)
                said = f"{word} {len(row.lacks)}"
                spoken = self.tr("{phase}: not recorded: {things}").format(phase=word, things=lacking)
            part.set_text(said, spoken)
            part.setToolTip(spoken)
            part.set_kind(Kind.TINT if row.begun and row.lacks else Kind.PLAIN)
            part.setEnabled(row.begun)


class ChartingBlock(QWidget):
    """The matrix and the phases under it, moved together between the panel and the tab."""

    def __init__(self, matrix: ChartingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix, self.phases = matrix, PhaseBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(matrix, 1)
        column.addWidget(self.phases)
        column.addStretch()

    def show_rows(self, rows: Sequence[ChartingRow]) -> None:
        """Show what is charted of each drug; the phases stand right under it where there is room."""
        self.matrix.show_rows(rows)
        self.matrix.setMaximumHeight(self.matrix.needed_height())

    def needed_height(self) -> int:
        """Height at which every drug is seen, px."""
        return self.phases.sizeHint().height() + self.matrix.needed_height()
