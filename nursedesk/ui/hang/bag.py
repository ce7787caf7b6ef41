"""The other drugs of the same bag or syringe: each is one press from the fields, and one from being out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang.emptied import empty
from nursedesk.ui.kit import Button, IconButton, Kind, Paragraph


class BagStrip(QWidget):
    """Emits the place of the drug that is to stand in the fields, or to be taken out, from 0."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bagStrip")
        self.setAccessibleName(title)
        self._title = title
        self._rows: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._wrong = Paragraph("", 13, theme.MEDIUM, "needs_stop_text")
        self._wrong.setObjectName("bagField_error")
        self._wrong.hide()
        self._column.addWidget(Paragraph(title, 13, theme.MEDIUM, "quiet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self._column.addLayout(self._lines)
        self._column.addWidget(self._wrong)
        self.hide()

    def show_drugs(self, shown: Sequence[str]) -> None:
        """One line for each other drug: `ondansetron 8 mg`; without one the strip takes no room."""
        if tuple(shown) == self._rows:
            return
        self._rows = tuple(shown)
        empty(self._lines)
        for place, words in enumerate(shown):
            self._lines.addWidget(self._line(place, words))
        self.setVisible(bool(shown))

    def show_problem(self, sentence: str) -> None:
        """What is wrong with one of them."""
        self._wrong.show_text(sentence)
        self._wrong.setVisible(bool(sentence))

    def _line(self, place: int, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        spoken = self.tr("Edit {drug}").format(drug=words)
        drug = Button(words, Kind.TINT, name=f"bagDrug_{place + 1}", spoken=spoken, size=15)
        drug.clicked.connect(lambda: self.opened.emit(place))
        out = IconButton(
            "cross", name=f"bagDrugOut_{place + 1}", spoken=self.tr("Take {drug} out").format(drug=words)
        )
        out.clicked.connect(lambda: self.removed.emit(place))
        row.addWidget(drug, 1)
        row.addWidget(out)
        return line
