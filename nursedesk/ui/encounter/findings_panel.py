"""Findings over the charting matrix, as one panel beside the ticket where the page is wide enough."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.findings_list import FindingsList
from nursedesk.ui.encounter.phase_bar import ChartingBlock
from nursedesk.ui.kit import Hairline, Panel, Text

HEAD = 50


class FindingsPanel(Panel):
    """The two widgets belong to the page; the panel only houses them, or gives them up to the tabs."""

    def __init__(self, findings: FindingsList, charting: ChartingBlock, parent: QWidget | None = None) -> None:
        super().__init__("findingsPanel", parent=parent)
        self._findings, self._charting = findings, charting
        self._summary = Text("", 13, theme.REGULAR, "quiet", align=Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 3)
        self._column.setSpacing(0)
        self._column.addWidget(self._head(self.tr("Findings"), self._summary))
        self._column.addWidget(Hairline())
        self._column.addWidget(Hairline())

    def _head(self, title: str, right: Text) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Text(title, 15, theme.STRONG))
        row.addWidget(right, 1)
        box.setFixedHeight(theme.px(HEAD))
        return box

    def take_in(self) -> None:
        """Show both here."""
        self._column.insertWidget(2, self._findings, 1)
        self._column.addWidget(self._charting)
        self._charting.matrix.head.set_title(self.tr("Charting"))
        self._findings.show()
        self._charting.show()

    def share_height(self, height: int) -> None:
        """Of the panel's height charting gets what its rows need; findings, which scroll, the rest."""
        room = max(height - theme.px(HEAD) - 6, 0)
        needed = self._charting.needed_height()
        least = min(self._findings.needed_height(), theme.px(130))
        self._charting.setFixedHeight(max(min(needed, room - least), theme.px(72)))

    def show_summary(self, words: str) -> None:
        """`nothing blocks · 2 to fix · 2 to know`."""
        self._summary.set_runs(words)
