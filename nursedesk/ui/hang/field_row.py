"""Fields side by side where there is room for what stands in them, else on two lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme

GAP = 12


class FieldRow(QWidget):
    """Each part with the width it needs, in px at 100 %; what room there is beyond that is shared alike."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = dict(parts)
        self._lines: tuple[tuple[QWidget, ...], ...] = ()
        self._rows = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(GAP))
        for row in self._rows:
            row.setSpacing(GAP)
            column.addLayout(row)
        self._arrange()

    def set_need(self, part: QWidget, need: int) -> None:
        """A part wants another width; one that is not shown wants none."""
        if self._needs[part] != need:
            self._needs[part] = need
            self._arrange()

    def lines(self) -> int:
        """On how many lines the parts stand."""
        return len(self._lines)

    def _arrange(self) -> None:
        parts = tuple(part for part, need in self._needs.items() if need)
        wanted = sum(theme.px(self._needs[part]) for part in parts) + GAP * (len(parts) - 1)
        half = (len(parts) + 1) // 2
        whole = wanted <= self.width() or len(parts) < 3
        lines = (parts,) if whole else (parts[:half], parts[half:])
        if lines != self._lines:
            self._lines = lines
            for row, part in ((row, part) for row in self._rows for part in self._needs):
                # Not takeAt: an item taken out so is kept, and answers with the size its part had then.
                row.removeWidget(part)
            for part in self._needs:
                if part not in parts:
                    part.hide()
        for row, line in zip(self._rows, lines, strict=False):
            for place, part in enumerate(line):
                if row.indexOf(part) < 0:
                    part.setParent(self)
                    row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
                    part.show()
                row.setStretch(place, self._needs[part])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
