"""When the suite's shifts end: typed as times, taken when the field is left, refused under it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Panel, Paragraph, Text


class ShiftsPanel(Panel):
    """One field: `07:00, 19:00`; empty when nothing is to be said at a shift's end."""

    def __init__(self, keep: Callable[[str], str]) -> None:
        super().__init__("shiftsPanel")
        self._keep = keep
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(0)
        column.addWidget(Text(self.tr("Shifts"), 17, theme.STRONG))
        column.addSpacing(theme.px(12))
        self._ends = Field(self.tr("Shifts end at"), name="shiftEndsField", hint="07:00, 19:00")
        self._ends.edit.setMaxLength(80)
        self._ends.edit.editingFinished.connect(self._left)
        column.addWidget(self._ends)
        column.addSpacing(theme.px(6))
        said = self.tr(
            "In the site’s time. A line that was up before a shift’s end and still is shows “open at shift end”."
        )
        column.addWidget(Paragraph(said, 13, role="quiet"))

    def show_ends(self, ends: Sequence[str], may_change: bool) -> None:
        """Show the times; only who may change them can type."""
        if not self._ends.edit.hasFocus():
            self._ends.set_text(", ".join(ends))
            self._ends.set_error("")
        self._ends.setEnabled(may_change)

    def _left(self) -> None:
        if self._ends.isEnabled():
            self._ends.set_error(self._keep(self._ends.text()))
