"""The list of today over the page: a row per patient with one press to check in, and a line to type another."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.expected.model import ExpectedActions, ExpectedForm, ExpectedRow
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import (
    Button,
    ComboField,
    DialogFrame,
    Field,
    Kind,
    Paragraph,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    Text,
    hairline,
)

SIZE = QSize(860, 760)


class ExpectedItem(QWidget):
    """Time, name, facts, and the two presses."""

    def __init__(self, row: ExpectedRow, number: int, reasons: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(f"expectedRow_{number}")
        self.setAccessibleName(", ".join(part for part in (row.time, row.name, row.facts) if part))
        line = QHBoxLayout(self)
        line.setContentsMargins(28, 8, 24, 8)
        line.setSpacing(theme.px(14))
        time = Text(row.time or "–", 17, theme.STRONG)
        time.setFixedWidth(theme.px(62))
        line.addWidget(time)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(Text(row.name, 15, theme.STRONG))
        words.addWidget(Text(self._facts(row), 13, role="quiet"))
        words.addStretch()
        line.addLayout(words, 1)
        spoken = self.tr("{name} is not coming").format(name=row.name)
        self.drop = Button(self.tr("Not coming"), Kind.PLAIN, name=f"dropExpected_{number}", spoken=spoken, pad=10)
        self.arrive = Button(self._word(row), Kind.START, name=f"arriveExpected_{number}", weight=theme.STRONG)
        self.arrive.setAccessibleName(f"{self._word(row)}, {row.name}")
        self.arrive.setEnabled(bool(row.chair))
        self.reasons = tuple(reasons)
        line.addWidget(self.drop)
        line.addWidget(self.arrive)

    def _word(self, row: ExpectedRow) -> str:
        if not row.chair:
            return self.tr("No free chair")
        return self.tr("Check in · chair {chair}").format(chair=row.chair)

    def _facts(self, row: ExpectedRow) -> str:
        if not row.meant:
            return row.facts
        taken = self.tr("chair {chair} is not free").format(chair=row.meant)
        return " · ".join(part for part in (row.facts, taken) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 28, self.width() - 24, self.height() - 1, theme.current())


class ExpectedDialog(DialogFrame):
    """Stays open until it is closed; a row that was checked in is gone from it."""

    def __init__(self, host: QWidget, actions: ExpectedActions, chairs: Sequence[str]) -> None:
        super().__init__(
            host, name="expectedDialog", title="", size=SIZE * theme.scale(), note=" ", clear_top=bar_height()
        )
        self._actions = actions
        self.title.set_runs(self.tr("Expected today"))
        self.setAccessibleName(self.tr("Expected today"))
        self._rows: tuple[ExpectedRow, ...] | None = None
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._said = Paragraph("", 14, theme.MEDIUM, "quiet")
        self._said.setObjectName("expectedSaid")
        self._said.setContentsMargins(28, 8, 28, 0)
        self.body.addWidget(ScrollArea(self._list), 1)
        self.body.addWidget(self._said)
        self._make_form(chairs)
        self._said.hide()

    def _make_form(self, chairs: Sequence[str]) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setSpacing(theme.px(10))
        for column in range(5):
            # Else what stands over two columns gets nothing when the words of the others are long or large.
            grid.setColumnStretch(column, 1)
        self._fields = {
            "name": Field(self.tr("Name"), name="expectedNameField", hint=self.tr("VANCE, Tomas")),
            "time": Field(self.tr("Time"), name="expectedTimeField", hint="14:30"),
            "planned": Field(self.tr("Planned"), name="expectedPlannedField", hint=self.tr("iron sucrose 200 mg")),
            "born": Field(self.tr("Born"), name="expectedBornField", hint=self.tr("02-Feb-1961")),
            "mrn": Field(self.tr("MRN"), name="expectedMrnField", hint=self.tr("optional")),
        }
        anywhere = ("", self.tr("Any chair"))
        options = (anywhere, *((chair, chair) for chair in chairs))
        self._chair = ComboField(self.tr("Chair"), options, name="expectedChairField")
        places = {"name": (0, 0, 3), "time": (0, 3, 1), "planned": (1, 0, 2), "born": (1, 2, 1), "mrn": (1, 3, 1)}
        top = Qt.AlignmentFlag.AlignTop
        for key, (row, column, span) in places.items():
            grid.addWidget(self._fields[key], row, column, 1, span, top)
            self._fields[key].entered.connect(lambda _: self._add())
        grid.addWidget(self._chair, 0, 4, top)
        add = PrimaryButton(self.tr("Add"), name="addExpectedButton", icon="plus", height=48)
        add.clicked.connect(self._add)
        grid.addWidget(add, 1, 4, Qt.AlignmentFlag.AlignBottom)
        file = QuietButton(self.tr("Take a CSV file"), icon="folder", name="expectedFileButton")
        file.clicked.connect(self._take_file)
        self.head.insertWidget(self.head.count() - 1, file)
        self.foot.addLayout(grid)

    def show_rows(self, rows: Sequence[ExpectedRow], day: str) -> None:
        """Who is not here yet, by time."""
        one, many = self.tr("{day} · 1 not here yet"), self.tr("{day} · {count} not here yet")
        self.note.set_runs((one if len(rows) == 1 else many).format(day=day, count=len(rows)))
        self.note.show()
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, row in enumerate(rows, 1):
            self._column.addWidget(self._item(row, number))
        if not rows:
            empty = Paragraph(
                self.tr("Nobody is on the list. Type a name below, or take a CSV file with the day’s list."), 15,
                theme.REGULAR, "quiet",
            )  # fmt: skip
            empty.setContentsMargins(28, 24, 28, 24)
            self._column.addWidget(empty)
        self._column.addStretch(1)

    def _item(self, row: ExpectedRow, number: int) -> ExpectedItem:
        item = ExpectedItem(row, number, self._reasons())
        item.arrive.clicked.connect(lambda: self._answer(self._actions.arrive(row.entry, row.chair)))
        item.drop.clicked.connect(lambda: self._offer_reasons(item, row))
        return item

    def _reasons(self) -> tuple[str, ...]:
        return self.tr("did not come"), self.tr("moved to another day"), self.tr("on the list by mistake")

    def _offer_reasons(self, item: ExpectedItem, row: ExpectedRow) -> None:
        menu = QMenu(self)
        menu.setObjectName("dropReasons")
        for reason in item.reasons:
            action = menu.addAction(reason)
            action.triggered.connect(lambda _=False, why=reason: self._answer(self._actions.drop(row.entry, why)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(item.drop.mapToGlobal(QPoint(0, item.drop.height())))

    def _add(self) -> None:
        said = {key: field.text() for key, field in self._fields.items()}
        refusal = self._actions.add(ExpectedForm(chair=self._chair.choice(), **said))
        self._answer(refusal)
        if not refusal:
            for field in self._fields.values():
                field.set_text("")
            self._chair.choose("")
        self._fields["name"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_file(self) -> None:
        self._answer(self._actions.take_file())

    def _answer(self, sentence: str) -> None:
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))
