"""The right side of the dialog: one drug's dose, bag, access and purpose, as fields."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nursedesk.record.encounter import Device, Purpose, Route
from nursedesk.ui import theme
from nursedesk.ui.hang import words as own_words
from nursedesk.ui.hang.bag import BagStrip
from nursedesk.ui.hang.drug_head import DrugHead
from nursedesk.ui.hang.field_row import FieldRow
from nursedesk.ui.hang.form import HangContext, Problem, Typed
from nursedesk.ui.hang.one_of import OneOf
from nursedesk.ui.hang.quantities import UNITS, rate
from nursedesk.ui.hang.reading import NEW, PUSHES, RUNS, WITHOUT_ACCESS
from nursedesk.ui.kit import (
    Button,
    CheckBox,
    ComboField,
    Field,
    Kind,
    Paragraph,
    Text,
    paint_icon,
)
from nursedesk.ui.words import unit as spoken_unit

_DEVICES = (Device.PERIPHERAL, Device.PORT, Device.PICC, Device.MIDLINE)
STEPS_WITH_UNIT = 3
"""More rates than these leave no room for their unit behind them."""
LINES = 1.7
"""Of the quiet sentence beside the buttons, at most; a longer one stands above them."""
_PURPOSES = (Purpose.TREATMENT, Purpose.HYDRATION, Purpose.CARRIER, Purpose.KEEP_OPEN)


class Note(QWidget):
    """An icon and one quiet sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Paragraph("", 14, role="quiet")
        self._text.setObjectName("hangNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(26), 0, 0, 0)
        row.addWidget(self._text)

    def wanted(self) -> float:
        """How long the sentence is on one line, with its icon, px."""
        return QFontMetricsF(self._text.font()).horizontalAdvance(self._text.text()) + theme.px(26)

    def show_text(self, text: str) -> None:
        """Say another sentence; without one the icon goes too."""
        self._text.show_text(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = theme.px(18)
        if self._text.text():
            paint_icon(QPainter(self), QRectF(0, 1, size, size), "info", QColor(theme.current().quiet))


class HangFields(QWidget):
    """Shows a `Typed` and tells which part of it a person changed."""

    edited = Signal(str)
    """The part of `Typed` that was changed."""
    left = Signal(str)
    """A text field lost the keyboard: what stands in it may be judged now."""
    entered = Signal(str, str)
    """Enter in a text field: its part and what stands in it."""
    pressed = Signal(str)
    """A button: `another` (drug in this bag), `star` (favourite), `containers` (as many as the dose takes)."""

    def __init__(self, context: HangContext, push: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._push = push
        self._typed = Typed()
        self._settled = Typed()
        self._make(context)
        self._column = column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(self.bag)
        for row in self._rows():
            column.addLayout(row)
        column.addLayout(self._foot())
        column.addStretch(1)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """In a low window the fields begin higher and stand closer."""
        self.head.set_low(low)
        self._column.setContentsMargins(24, 6 if low else 12, 24, 8)
        self._column.setSpacing(theme.px(8 if low else 12))

    def _foot(self) -> QBoxLayout:
        """The one quiet sentence, and a further drug for the same bag: beside it, or below where it is long."""
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._last.setSpacing(12)
        self._last.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._containers)
        buttons.addWidget(self._another)
        self._last.addLayout(buttons)
        return self._last

    def _fit_foot(self) -> None:
        shown = [one for one in (self._containers, self._another) if not one.isHidden()]
        room = self.width() - 48 - sum(one.sizeHint().width() + 12 for one in shown)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._last.setDirection(across if self._note.wanted() < LINES * room else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _make(self, context: HangContext) -> None:
        self.head = DrugHead()
        self.head.starred.connect(lambda: self.pressed.emit("star"))
        self.head.ordered.connect(lambda on: self._set("order_on_file", True if on else None))
        strip = self.tr("In the same syringe") if self._push else self.tr("In the same bag")
        self.bag = BagStrip(strip)
        words = self.tr("Drug in the same syringe") if self._push else self.tr("Drug in the same bag")
        spoken = self.tr("Another drug in the same bag or syringe")
        self._another = Button(words, Kind.PLAIN, icon="plus", name="anotherDrugButton", spoken=spoken, pad=10)
        self._another.clicked.connect(lambda: self.pressed.emit("another"))
        self._containers = Button("", Kind.TINT, name="containersButton", pad=12)
        self._containers.clicked.connect(lambda: self.pressed.emit("containers"))
        self._containers.hide()
        self._dose = self._field("dose", self.tr("Dose"), "doseField")
        self._unit = ComboField(self.tr("Unit"), [(u, spoken_unit(u)) for u in UNITS], name="doseUnitField")
        self._unit.changed.connect(lambda unit: self._set("unit", unit))
        self._diluent = ComboField(self.tr("Diluent"), self._diluents(), name="diluentField")
        self._diluent.changed.connect(lambda key: self._set("diluent", key))
        self._volume = self._field("volume", self.tr("Volume"), "volumeField", "mL")
        self._rate = self._field("rate", self.tr("Rate"), "rateField", "mL/h")
        self._step = self._field("every", self.tr("Each step"), "stepField", self.tr("min"))
        self._end = self._field("planned_end", self.tr("Planned end"), "plannedEndField")
        self._lot = self._field("lot", self.tr("Lot"), "lotField")
        self._expiry = self._field("expiry", self.tr("Expiry"), "expiryField")
        self._ndc = self._field("ndc", self.tr("NDC"), "ndcField")
        self._opened = self._field("opened", self.tr("Opened"), "openedField")
        self._note = Note()
        self._make_choices(context)

    def _make_choices(self, context: HangContext) -> None:
        accesses = [(one.id, own_words.access(one)) for one in context.accesses]
        new = "+ " + self.tr("New access")
        self._access = self._segmented([*accesses, (NEW, new)], "accessField", self.tr("Access"))
        self._access.chosen.connect(lambda key: self._set("access", key))
        devices = [(d.value, own_words.device(d)) for d in _DEVICES]
        self._device = self._segmented(devices, "newDeviceField", self.tr("Kind of access"))
        self._device.chosen.connect(lambda key: self._set("device", Device(key)))
        self._site = self._field("site", "", "newSiteField", hint=self.tr("22 g, left hand"))
        self._why = self._field("separate_reason", "", "newReasonField", hint=self.tr("Why a second access"))
        self._second = bool(context.accesses)
        purposes = [(p.value, own_words.purpose(p)) for p in _PURPOSES]
        self._purpose = self._segmented(purposes, "purposeField", self.tr("Purpose"))
        self._purpose.chosen.connect(lambda key: self._set("purpose", Purpose(key)))
        routes = [(r.value, own_words.route(r)) for r in PUSHES]
        self._route = self._segmented(routes, "routeField", self.tr("Route"))
        runs = [(r.value, own_words.route(r)) for r in RUNS]
        self._runs_as = ComboField(self.tr("Route"), runs, name="runsAsField")
        self._pump = CheckBox(self.tr("The clinic supplies the pump"), name="clinicPumpField")
        self._pump.clicked.connect(lambda on: self._set("clinic_pump", on))
        self._route.chosen.connect(lambda key: self._set("route", Route(key)))
        self._runs_as.changed.connect(lambda key: self._set("route", Route(key)))

    def _segmented(self, options: Sequence[tuple[str, str]], name: str, spoken: str) -> OneOf:
        return OneOf(options, name, spoken, 14)

    def _field(self, part: str, label: str, name: str, suffix: str = "", hint: str = "") -> Field:
        field = Field(label, name=name, suffix=suffix, hint=hint, spoken=label or hint)
        field.edit.setMaxLength(200)
        field.changed.connect(lambda text: self._set(part, text.strip()))
        field.entered.connect(lambda text: self.entered.emit(part, text))
        field.edit.editingFinished.connect(lambda: self._leave(part))
        field.edit.installEventFilter(self)
        return field

    def _leave(self, part: str) -> None:
        self._settled = self._typed
        self.left.emit(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press into a field that is filled in marks it all, so that what is typed takes its place."""
        entered = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn
        if entered and isinstance(watched, QLineEdit):
            self._settled = self._typed
            # After the press itself, which would put the cursor between the figures.
            QTimer.singleShot(0, watched.selectAll)
        # The keyboard may be there already: a press must not put the cursor beside a figure nobody typed.
        pressed = event.type() == QEvent.Type.MouseButtonRelease
        if pressed and isinstance(watched, QLineEdit) and not (watched.isModified() or watched.hasSelectedText()):
            QTimer.singleShot(0, watched.selectAll)
        return False

    def _diluents(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("None")),
            ("sodium chloride 0.9 %", "sodium chloride 0.9 %"),
            ("dextrose 5 %", "dextrose 5 %"),
            ("sterile water", self.tr("sterile water")),
            ("premixed", self.tr("premixed bag")),
        ]

    def _rows(self) -> Sequence[QHBoxLayout | QVBoxLayout]:
        dose = FieldRow(((self._dose, 100), (self._unit, 96), *(() if self._push else ((self._diluent, 236),))))
        label = FieldRow(((self._lot, 112), (self._expiry, 140), (self._ndc, 164), (self._opened, 106)))
        self._access_row = _labelled(self.tr("Access"), self._access)
        self._new_row = QHBoxLayout()
        self._new_row.setSpacing(12)
        self._new_row.addWidget(self._site, 1)
        self._new_row.addWidget(self._why, 1)
        access = QVBoxLayout()
        access.setSpacing(8)
        access.addWidget(self._access_row)
        access.addWidget(self._device)
        access.addLayout(self._new_row)
        if self._push:
            return (_boxed(_labelled(self.tr("Route"), self._route)), _boxed(dose), access, _boxed(label))
        self._bag_row = FieldRow(((self._volume, 130), (self._rate, 130), (self._step, 0), (self._end, 168)))
        what = QHBoxLayout()
        what.setSpacing(12)
        what.addWidget(_labelled(self.tr("Purpose"), self._purpose), 70)
        what.addWidget(self._runs_as, 30)
        return (_boxed(dose), _boxed(self._bag_row), access, what, _boxed(self._pump), _boxed(label))

    def _set(self, part: str, value: object) -> None:
        self._typed = replace(self._typed, **{part: value})  # type: ignore[arg-type] # `part` is one of its fields
        self.edited.emit(part)

    def typed(self) -> Typed:
        """What stands in the fields."""
        return self._typed

    def settled(self) -> Typed:
        """What stood here before the field that has the keyboard was changed."""
        return self._settled

    def settle(self) -> None:
        """What stands here now was not typed into a field: it is what to go back to."""
        self._settled = self._typed

    def show_typed(self, typed: Typed, end: str, length: str) -> None:
        """Put values into the fields; `end` is the planned end's clock time, `length` its length in words."""
        self._typed = typed
        for field, text in (
            (self._dose, typed.dose),
            (self._volume, typed.volume),
            (self._rate, typed.rate),
            (self._step, typed.every),
            (self._end, typed.planned_end or end),
            (self._lot, typed.lot),
            (self._expiry, typed.expiry),
            (self._ndc, typed.ndc),
            (self._opened, typed.opened),
            (self._site, typed.site),
            (self._why, typed.separate_reason),
        ):
            if field.text() != text:
                field.set_text(text)
                field.edit.setCursorPosition(len(text) if field.edit.hasFocus() else 0)
        self._end.set_suffix(length)
        self._opened.set_suffix(spoken_unit(typed.unit))
        self._make_room_for_steps(typed)
        self._unit.choose(typed.unit)
        self._offer(self._diluent, typed.diluent)
        self._show_choices(typed)

    def _make_room_for_steps(self, typed: Typed) -> None:
        """Steps want a wider field and say how long each runs; one rate does not."""
        rates = rate(typed.rate)
        count = len(rates) if isinstance(rates, tuple) else 1
        steps = count > 1 and not self._push
        self._rate.set_suffix("" if count > STEPS_WITH_UNIT else "mL/h")
        if not self._push:
            needs = (98, 192, 88, 172) if steps else (130, 130, 0, 168)
            for part, need in zip((self._volume, self._rate, self._step, self._end), needs, strict=True):
                self._bag_row.set_need(part, need)

    def _show_choices(self, typed: Typed) -> None:
        self._access.choose(typed.access)
        self._device.choose(typed.device)
        self._purpose.choose(typed.purpose)
        self._route.choose(typed.route)
        self._runs_as.choose(typed.route)
        at_vein = typed.route not in WITHOUT_ACCESS
        new = typed.access == NEW and at_vein
        self._access_row.setVisible(at_vein)
        for part in (self._device, self._site):
            part.setVisible(new)
        self._why.setVisible(new and self._second)
        self.head.show_order(bool(typed.order_on_file))
        self._pump.setVisible(typed.route is Route.PUMP)
        if self._pump.isChecked() != typed.clinic_pump:
            self._pump.setChecked(typed.clinic_pump)

    def _offer(self, field: ComboField, key: str) -> None:
        if key and field.combo.findData(key) < 0:
            field.set_options([*self._diluents(), (key, key)])
        field.choose(key)

    def show_containers(self, words: str) -> None:
        """As many containers as the dose takes, one press away: `4 × 100 mg opened`."""
        self._containers.set_text(words)
        self._containers.setVisible(bool(words))
        self._fit_foot()

    def show_note(self, sentence: str) -> None:
        """The one quiet sentence at the foot."""
        self._note.show_text(sentence)
        self._fit_foot()

    def show_problems(self, found: Sequence[Problem]) -> None:
        """Sentences under their fields; a field without one is clear."""
        sentences = {one.field: one.sentence for one in reversed(found)}
        for field in self._fields():
            field.set_error(sentences.get(field.edit.objectName(), ""))
        self.bag.show_problem(sentences.get("bagField", ""))

    def _fields(self) -> tuple[Field, ...]:
        bag = (self._volume, self._rate, self._step, self._end)
        return (self._dose, *bag, self._lot, self._expiry, self._ndc, self._opened)

    def focus_on(self, name: str) -> None:
        """Put the keyboard into the field of this objectName."""
        for field in self._fields():
            if field.edit.objectName() == name:
                field.edit.setFocus(Qt.FocusReason.TabFocusReason)
                field.edit.selectAll()


def _boxed(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(part)
    return column


def _labelled(label: str, part: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(5))
    column.addWidget(Text(label, 13, theme.MEDIUM, "quiet"))
    column.addWidget(part)
    return box
