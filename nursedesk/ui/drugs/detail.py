"""One drug in full: its names, family and why, container, every code with its days, how it is usually hung."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.coding.rulebook import DrugCode
from nursedesk.ui import theme, words
from nursedesk.ui.drugs.model import DrugRow
from nursedesk.ui.drugs.words import (
    container_word,
    days_words,
    favourite_words,
    payment_word,
    unit_words,
)
from nursedesk.ui.family_words import family_word
from nursedesk.ui.kit import Button, Hairline, Kind, Paragraph, Tag, Text

MARGIN, LABEL = 28, 132
LARGE = 1.5
"""From this text scale on, labels stand above what they name: beside it there is no room."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class DrugDetail(QWidget):
    """The sections of one drug from the top; it is made for one drug and replaced for the next."""

    favourite_pressed = Signal(str, bool)
    """(drug, True: keep it as a favourite; False: take it out)."""

    def __init__(self, row: DrugRow, *, may_favour: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drugDetail")
        self.setAccessibleName(row.drug.display)
        self._column = QVBoxLayout(self)
        side = MARGIN if theme.scale() < LARGE else 16
        self._column.setContentsMargins(side, 24, side, MARGIN)
        self._column.setSpacing(theme.px(10))
        self._names(row)
        self._family(row)
        self._fact(self.tr("Container"), container_word(row.drug.container), "drugContainer")
        given = "\n".join(favourite_words(one) for one in row.given) or self.tr("not a favourite")
        self._fact(self.tr("Favourites"), given, "drugFavourites")
        if may_favour:
            self._favour(row)
        self._codes(row)
        self._column.addStretch(1)

    def _names(self, row: DrugRow) -> None:
        name = Paragraph(row.drug.display, 26, theme.STRONG)
        name.setObjectName("drugName")
        self._column.addWidget(name)
        brands = ", ".join(row.drug.brands) or self.tr("no brand in the table")
        said = Paragraph(brands, 15, role="quiet")
        said.setObjectName("drugBrands")
        self._column.addWidget(said)
        self._column.addSpacing(theme.px(8))

    def _family(self, row: DrugRow) -> None:
        self._fact(self.tr("Family"), family_word(row.drug.family), "drugFamily")
        if row.drug.payer_variable:
            self._fact(self.tr("Payers"), self.tr("payers differ"), "drugPayers")
        self._fact(self.tr("Basis"), row.drug.family_basis or words.not_recorded(), "drugFamilyBasis")

    def _fact(self, label: str, value: str, name: str) -> None:
        line = QBoxLayout(_ACROSS if theme.scale() < LARGE else _DOWN)
        line.setSpacing(theme.px(12) if theme.scale() < LARGE else 0)
        head = Paragraph(label, 14, role="quiet")
        if theme.scale() < LARGE:
            head.setFixedWidth(theme.px(LABEL))
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = Paragraph(value, 15)
        said.setObjectName(name)
        said.setAccessibleName(f"{label}: {value}")
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addWidget(head)
        line.addWidget(said, 1)
        self._column.addLayout(line)

    def _favour(self, row: DrugRow) -> None:
        """The drug joins the favourites without a dose, or leaves them."""
        kept = bool(row.given)
        words = self.tr("Take out of the favourites") if kept else self.tr("Keep as a favourite")
        spoken = f"{words}: {row.drug.display}"
        press = Button(
            words, Kind.TINT if kept else Kind.QUIET, icon="star", name="favourDrugButton", spoken=spoken
        )
        # Its words get smaller before the page gets wider than its view.
        press.setMinimumWidth(theme.px(120))
        press.clicked.connect(lambda: self.favourite_pressed.emit(row.drug.name, not kept))
        self._column.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)

    def _codes(self, row: DrugRow) -> None:
        self._column.addSpacing(theme.px(14))
        self._column.addWidget(Text(self.tr("Codes"), 17, theme.STRONG))
        for code in row.drug.codes:
            self._column.addWidget(Hairline())
            self._code(code, code in row.today)

    def _code(self, code: DrugCode, today: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        ink = "ink" if today else "quiet"
        named = Text(code.hcpcs, 20, theme.STRONG, ink)
        named.setObjectName(f"drugCode_{code.hcpcs}")
        head.addWidget(named)
        head.addWidget(Text(unit_words(code), 15, role=ink))
        head.addStretch(1)
        self._column.addLayout(head)
        tags = QBoxLayout(_ACROSS if theme.scale() < LARGE else _DOWN)
        tags.setSpacing(theme.px(8))
        tags.addWidget(Tag(payment_word(code).upper(), "action" if code.payable else "tint"))
        if not today:
            tags.addWidget(Tag(self.tr("NOT IN FORCE TODAY")))
        tags.addStretch(1)
        self._column.addLayout(tags)
        follows = self.tr("then {code}").format(code=code.successor) if code.successor else ""
        days = Paragraph(" · ".join(part for part in (days_words(code), follows) if part), 14)
        days.setObjectName(f"drugCodeDays_{code.hcpcs}")
        self._column.addWidget(days)
        source = self.tr("Source: {source}").format(source=code.source or words.not_recorded())
        self._column.addWidget(Paragraph(source, 13, role="quiet"))
