"""What a suite wants charted of each drug: an item is not asked for, asked for, or needed before a signature."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from nursedesk.ui import theme
from nursedesk.ui.kit import Panel, Paragraph, Segmented, Text

translate = QCoreApplication.translate

OFF = "off"


def item_words() -> dict[str, str]:
    """What can be asked for, by its key in the policy; orders, doses and stops are always needed."""
    return {
        "access": translate("ChartingPolicy", "Access"),
        "site": translate("ChartingPolicy", "Site of the access"),
        "volume": translate("ChartingPolicy", "Diluent and volume"),
        "rate": translate("ChartingPolicy", "Rate"),
        "waste": translate("ChartingPolicy", "Amount opened"),
        "response": translate("ChartingPolicy", "Response"),
        "lot": translate("ChartingPolicy", "Lot"),
        "ndc": translate("ChartingPolicy", "NDC"),
    }


class ChartingPolicyPanel(Panel):
    """Calls `choose(item, off | warn | block)`."""

    def __init__(self, choose: Callable[[str, str], None]) -> None:
        super().__init__("chartingPanel")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(0)
        column.addWidget(Text(self.tr("What is charted of each drug"), 17, theme.STRONG))
        column.addSpacing(theme.px(6))
        said = self.tr("Order, dose and stop are always needed. Without what is needed, nothing is signed.")
        column.addWidget(Paragraph(said, 13, role="quiet"))
        column.addSpacing(theme.px(10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 1)
        ways = ((OFF, self.tr("No")), ("warn", self.tr("Asked for")), ("block", self.tr("Needed")))
        self._items: dict[str, Segmented] = {}
        self._words: dict[str, Paragraph] = {}
        for item, word in item_words().items():
            part = Segmented(ways, name=f"charting_{item}", spoken=word, size=13, height=44)
            part.chosen.connect(lambda how, item=item: choose(item, how))
            self._words[item] = Paragraph(word, 15, theme.MEDIUM)
            self._items[item] = part
        self._grid = grid
        self._place(beside=True)
        column.addLayout(grid)

    def _place(self, *, beside: bool) -> None:
        """Each choice beside its word, or below it."""
        for row, (item, part) in enumerate(self._items.items()):
            word = self._words[item]
            for one in (word, part):
                self._grid.removeWidget(one)
            self._grid.addWidget(word, row if beside else 2 * row, 0)
            self._grid.addWidget(part, *((row, 1) if beside else (2 * row + 1, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = max(part.sizeHint().width() for part in self._items.values())
        words = max(word.minimumSizeHint().width() for word in self._words.values())
        self._place(beside=self.width() - 48 >= parts + theme.px(16) + words)

    def show_policy(self, policy: tuple[tuple[str, str], ...], may_change: bool) -> None:
        """The policy as it is; only an administrator changes it."""
        for item, part in self._items.items():
            part.choose(dict(policy).get(item, OFF))
            part.setEnabled(may_change)
