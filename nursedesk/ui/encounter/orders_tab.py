"""Orders and doses: a row per drug; chart the dose, what was opened for it, and whether the order is on file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.record.encounter import Amount, Container, Encounter
from nursedesk.ui import theme, words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.event_words import purpose_word
from nursedesk.ui.encounter.line_names import UNCHARGED
from nursedesk.ui.encounter.scroll_column import ScrollColumn
from nursedesk.ui.hang.quantities import UNITS, Refusal, quantity
from nursedesk.ui.hang.words import refusal
from nursedesk.ui.kit import (
    Button,
    ComboField,
    Field,
    Kind,
    Paragraph,
    PrimaryButton,
    QuietButton,
    Segmented,
    Text,
    hairline,
)

translate = QCoreApplication.translate

Doubt = Callable[[str, Amount], str]
"""(drug, dose): what looks wrong about it in a sentence, empty when nothing does."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """What is charted of one drug."""

    administration: str
    line: str
    drug: str
    dose: Amount | None
    opened: Amount | None
    container: Container
    on_file: bool
    ordered_minutes: int | None
    purpose: str
    """Said instead of a dose for what is never charged; empty else."""
    name: str = ""
    """The drug as the record has it."""

    @property
    def said(self) -> str:
        """`400 mg given · opened 400 mg · order on file, 165 min`."""
        given = translate("EncounterOrders", "{dose} given").format(dose=words.dose(self.dose))
        missing = translate("EncounterOrders", "dose not recorded")
        parts = [given if self.dose else self.purpose or missing]
        if self.opened:
            parts.append(translate("EncounterOrders", "opened {amount}").format(amount=words.dose(self.opened)))
        order = translate("EncounterOrders", "no order on file")
        if self.on_file:
            order = translate("EncounterOrders", "order on file")
            if self.ordered_minutes:
                order += f", {words.duration(self.ordered_minutes)}"
        return " · ".join([*parts, order])


def order_rows(encounter: Encounter, context: EncounterContext) -> tuple[OrderRow, ...]:
    """A row per administration, in the order they were hung."""
    return tuple(
        OrderRow(
            a.id, a.line, context.drug(a.drug), a.dose, a.opened, a.container,
            bool(a.order_on_file), a.ordered_minutes, purpose_word(a.purpose) if a.purpose in UNCHARGED else "",
            a.drug,
        )
        for a in encounter.administrations
    )  # fmt: skip


class OrderItem(QWidget):
    """One drug: what is charted, two presses, and the form when it is open."""

    dose_charted = Signal(str, object, object, object)
    order_charted = Signal(str, bool, object)

    def __init__(self, row: OrderRow, number: int, doubt: Doubt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._number, self._doubt = row, number, doubt
        self.setObjectName(f"orderRow_{number}")
        self.setAccessibleName(f"{row.drug}, {row.said}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(20), theme.px(8), theme.px(16), theme.px(9))
        self._column.setSpacing(theme.px(8))
        self._column.addLayout(self._head())
        self._form: DoseForm | None = None

    def _head(self) -> QHBoxLayout:
        row, drug = self._row, self._row.drug
        head, texts = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.px(8))
        texts.setSpacing(0)
        texts.addWidget(Text(drug, 15, theme.STRONG))
        texts.addWidget(Paragraph(row.said, 13, theme.REGULAR, "quiet"))
        head.addLayout(texts, 1)
        if not row.on_file:
            spoken = self.tr("Order on file, {drug}").format(drug=drug)
            order = Button(
                self.tr("Order on file"), Kind.TINT, name=f"orderOnFile_{self._number}", spoken=spoken, pad=13
            )
            order.clicked.connect(lambda: self.order_charted.emit(row.line, True, row.ordered_minutes))
            head.addWidget(order)
        spoken = self.tr("Chart dose, {drug}").format(drug=drug)
        chart = QuietButton(self.tr("Chart"), icon="edit", name=f"chartDose_{self._number}", spoken=spoken)
        chart.clicked.connect(self.open)
        head.addWidget(chart)
        return head

    def administration(self) -> str:
        """The drug it is about."""
        return self._row.administration

    def open(self) -> None:
        """Show the form, or give it the keyboard when it is there."""
        if self._form is None:
            self._form = DoseForm(self._row, self._number, self._doubt)
            self._form.dose_charted.connect(self.dose_charted)
            self._form.order_charted.connect(self.order_charted)
            self._form.left.connect(self.close_form)
            self._column.addWidget(self._form)
        self._form.show()
        self._form.take_focus()

    def close_form(self) -> None:
        """Put the form away; what was typed stays in it."""
        if self._form is not None:
            self._form.hide()

    def form_open(self) -> bool:
        """Whether a person is at the form."""
        return self._form is not None and not self._form.isHidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), self.height() - 1, theme.current())


class DoseForm(QWidget):
    """Dose given, unit, content opened, container, ordered minutes."""

    dose_charted = Signal(str, object, object, object)
    order_charted = Signal(str, bool, object)
    left = Signal()

    def __init__(self, row: OrderRow, number: int, doubt: Doubt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._doubt = row, doubt
        self._doubted: Amount | None = None
        amount, opened = row.dose, row.opened
        charted = amount or opened
        unit = charted.unit if charted else UNITS[0]
        self.dose = Field(self.tr("Dose given"), name=f"chartDoseField_{number}", text=_typed(amount))
        self.opened = Field(
            self.tr("Opened, in all"),
            name=f"chartOpenedField_{number}",
            text=_typed(opened),
            hint=self.tr("optional"),
        )
        self.minutes = Field(
            self.tr("Ordered for"),
            name=f"orderedMinutesField_{number}",
            text=str(row.ordered_minutes or ""),
            suffix=self.tr("min"),
        )
        options = [(code, words.unit(code)) for code in dict.fromkeys((*UNITS, unit))]
        self.unit = ComboField(self.tr("Unit"), options, name=f"chartUnitField_{number}")
        self.unit.choose(unit)
        self.container = Segmented(
            (
                (Container.SINGLE_DOSE, self.tr("Single-dose")),
                (Container.MULTI_DOSE, self.tr("Multi-dose")),
                (Container.UNKNOWN, self.tr("Unknown")),
            ),
            name=f"containerField_{number}",
            spoken=self.tr("Container"),
            height=48,
        )
        self.container.choose(row.container)
        self.save = PrimaryButton(self.tr("Save"), name=f"saveDose_{number}")
        leave = Button(self.tr("Not now"), Kind.PLAIN, name=f"leaveDose_{number}")
        self.save.clicked.connect(self._save)
        leave.clicked.connect(self.left)
        for field in (self.dose, self.opened, self.minutes):
            field.entered.connect(lambda _: self._save())
        self._lay_out(leave)

    def _lay_out(self, leave: Button) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(theme.px(8))
        for field, share in ((self.dose, 3), (self.unit, 3), (self.opened, 3), (self.minutes, 3)):
            first.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.container)
        second.addStretch(1)
        second.addWidget(leave)
        second.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(8))
        column.addLayout(first)
        column.addLayout(second)

    def take_focus(self) -> None:
        """Start at the dose."""
        self.dose.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dose.edit.selectAll()

    def _read(self, field: Field, what: str, needed: bool) -> tuple[Amount | None, bool]:
        """(amount, whether the field is right)."""
        field.set_error("")
        if not field.text() and not needed:
            return None, True
        read = quantity(field.text())
        if isinstance(read, Refusal):
            field.set_error(refusal(read, what))
            return None, False
        return Amount(read.amount, read.unit or self.unit.choice()), True

    def _save(self) -> None:
        dose, right = self._read(self.dose, self.tr("dose"), needed=False)
        opened, also = self._read(self.opened, self.tr("amount opened"), needed=False)
        minutes, third = self._minutes()
        if not (right and also and third) or self._asks_about(dose):
            return
        if (dose, opened, self.container.choice()) != (self._row.dose, self._row.opened, self._row.container):
            self.dose_charted.emit(self._row.administration, dose, opened, Container(self.container.choice()))
        if minutes != self._row.ordered_minutes:
            self.order_charted.emit(self._row.line, True, minutes)
        self.left.emit()

    def _asks_about(self, dose: Amount | None) -> bool:
        """A dose that looks wrong is asked about once; saved again it is charted as it stands."""
        if dose is None or dose in (self._row.dose, self._doubted):
            return False
        sentence = self._doubt(self._row.name, dose)
        if sentence:
            self._doubted = dose
            again = self.tr("{sentence} If it is right, save once more.")
            self.dose.set_error(again.format(sentence=sentence))
            self.take_focus()
        return bool(sentence)

    def _minutes(self) -> tuple[int | None, bool]:
        text = self.minutes.text()
        self.minutes.set_error("")
        if not text:
            return None, True
        if text.isdecimal() and text.isascii() and 0 < int(text) <= 1440:
            return int(text), True
        self.minutes.set_error(self.tr("Write whole minutes, 1 to 1440."))
        return None, False


def _typed(amount: Amount | None) -> str:
    return words.number(amount.amount) if amount else ""


class OrdersTab(ScrollColumn):
    """All drugs of the visit."""

    dose_charted = Signal(str, object, object, object)
    order_charted = Signal(str, bool, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ordersTab", parent)
        self.setAccessibleName(self.tr("Orders and doses"))
        self._rows: tuple[OrderRow, ...] | None = None
        self._items: list[OrderItem] = []
        self._doubt: Doubt = lambda drug, dose: ""

    def show_rows(self, rows: Sequence[OrderRow], doubt: Doubt | None = None) -> None:
        """Show these drugs; forms that are open stay open with what is typed in them."""
        self._doubt = doubt or self._doubt
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self._rows = wanted
        held = self.window().focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        kept = {item.administration(): item for item in self._items if item.form_open()}
        items = []
        for number, row in enumerate(wanted, 1):
            item = kept.get(row.administration) or self._item(row, number)
            items.append(item)
        self._items = items
        self.set_widgets(items, self.tr("Nothing has been hung or pushed yet."))
        if inside and not (held in self.findChildren(QWidget) and held is not None and held.isVisible()):
            self._take_back()

    def _take_back(self) -> None:
        """The button that had the keyboard is gone: on to the next order, else to the first drug."""
        presses = [one for item in self._items for one in item.findChildren(Button) if one.isVisible()]
        orders = [one for one in presses if one.objectName().startswith("orderOnFile")]
        for press in (orders or presses)[:1]:
            press.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, row: OrderRow, number: int) -> OrderItem:
        item = OrderItem(row, number, lambda drug, dose: self._doubt(drug, dose))
        item.dose_charted.connect(self.dose_charted)
        item.order_charted.connect(self.order_charted)
        return item

    def set_open(self, allowed: bool) -> None:
        """Whether anything may be charted."""
        body = self.widget()
        if body is not None:
            body.setEnabled(allowed)

    def close_forms(self) -> bool:
        """Put open forms away; False when there are none."""
        found = [item for item in self._items if item.form_open()]
        for item in found:
            item.close_form()
        return bool(found)

    def clear(self) -> None:
        """Forget every row and what was typed in it."""
        self._rows, self._items = None, []
        self.set_widgets((), "")

    def open(self, administration: str) -> None:
        """Open the form of a drug."""
        for item in self._items:
            if item.administration() == administration:
                item.open()
                # Once the form has its place: before that it is as low as it was shut.
                QTimer.singleShot(0, item, lambda opened=item: self.ensureWidgetVisible(opened))
