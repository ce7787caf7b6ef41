"""Somebody typed onto the list of today: six fields and one press, in two rows or, where it is narrow, three."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.expected.model import ExpectedForm
from nursedesk.ui.kit import ComboField, Field, PrimaryButton, hairline
from nursedesk.ui.kit.scroll import Fluid

WIDE = 760
"""From here on two rows, px at 100 %."""
AIR = 18
"""Over and under the fields, px at 100 %."""
_TWO_ROWS = {
    "name": (0, 0, 3), "time": (0, 3, 1), "chair": (0, 4, 1),
    "planned": (1, 0, 2), "born": (1, 2, 1), "mrn": (1, 3, 1), "add": (1, 4, 1),
}  # fmt: skip
_THREE_ROWS = {
    "name": (0, 0, 4), "time": (0, 4, 2), "planned": (1, 0, 4), "chair": (1, 4, 2),
    "born": (2, 0, 2), "mrn": (2, 2, 2), "add": (2, 4, 2),
}  # fmt: skip
"""(row, column, columns) of each."""


class ExpectedEntry(Fluid):
    """Emits `added` with an `ExpectedForm`; what was typed stays until `clear`."""

    added = Signal(object)

    def __init__(self, chairs: tuple[str, ...], side: int) -> None:
        """`side`: the margin at the left and the right, px."""
        super().__init__()
        self.setObjectName("expectedForm")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(side, theme.px(AIR), side, theme.px(AIR))
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(12))
        self._fields = {
            "name": Field(self.tr("Name"), name="expectedNameField", hint=self.tr("VANCE, Tomas")),
            "time": Field(self.tr("Time"), name="expectedTimeField", hint="14:30"),
            "planned": Field(self.tr("Planned"), name="expectedPlannedField", hint=self.tr("iron sucrose 200 mg")),
            "born": Field(self.tr("Born"), name="expectedBornField", hint=self.tr("02-Feb-1961")),
            "mrn": Field(self.tr("MRN"), name="expectedMrnField", hint=self.tr("optional")),
        }
        for field in self._fields.values():
            field.entered.connect(lambda _: self._add())
        options = (("", self.tr("Any chair")), *((chair, chair) for chair in chairs))
        self._chair = ComboField(self.tr("Chair"), options, name="expectedChairField")
        self._press = PrimaryButton(self.tr("Add"), name="addExpectedButton", icon="plus", height=48)
        self._press.clicked.connect(self._add)
        self._places: dict[str, tuple[int, int, int]] = {}
        self._lay(_TWO_ROWS)

    def parts(self) -> dict[str, QWidget]:
        """Everything in it by its key, in the order of the keyboard."""
        fields = self._fields
        return {
            "name": fields["name"], "time": fields["time"], "chair": self._chair, "planned": fields["planned"],
            "born": fields["born"], "mrn": fields["mrn"], "add": self._press,
        }  # fmt: skip

    def lay_for(self, width: int) -> None:
        """Stand as this width has room for, px."""
        self._lay(_TWO_ROWS if width >= theme.px(WIDE) else _THREE_ROWS)

    def _lay(self, places: dict[str, tuple[int, int, int]]) -> None:
        if places == self._places:
            return
        self._places = places
        last = max(column + span for _, column, span in places.values())
        for key, part in self.parts().items():
            row, column, span = places[key]
            self._grid.removeWidget(part)
            side = Qt.AlignmentFlag.AlignBottom if key == "add" else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(part, row, column, 1, span, side)
        for column in range(6):
            # Else what stands over two columns gets nothing when the words of the others are long or large.
            self._grid.setColumnStretch(column, 1 if column < last else 0)
        parts = self.parts()
        for earlier, later in pairwise(sorted(parts, key=lambda key: places[key])):
            QWidget.setTabOrder(parts[earlier], parts[later])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_for(self.width())

    def begin(self) -> None:
        """The keyboard to the name."""
        self._fields["name"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty, for the next."""
        for field in self._fields.values():
            field.set_text("")
        self._chair.choose("")

    def _add(self) -> None:
        said = {key: field.text() for key, field in self._fields.items()}
        self.added.emit(ExpectedForm(chair=self._chair.choice(), **said))

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), 0, theme.current())
