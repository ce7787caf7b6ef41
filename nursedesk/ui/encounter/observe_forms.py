"""The forms for vital signs and for a reaction: what was seen now, noted with one press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.record.events import LineId, ReactionNoted, VitalsNoted
from nursedesk.ui import theme
from nursedesk.ui.encounter import vitals_reading as reading
from nursedesk.ui.kit import Button, ComboField, Field, Kind, PrimaryButton


class VitalsForm(QWidget):
    """Emits `noted(VitalsNoted)`; what is not measured is left empty."""

    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            reading.PRESSURE: (self.tr("Pressure"), "118/72"),
            reading.PULSE: (self.tr("Pulse"), "76"),
            reading.RESPIRATIONS: (self.tr("Resp"), "16"),
            reading.SATURATION: (self.tr("SpO2 %"), "98"),
            reading.TEMPERATURE: (self.tr("Temp °C or °F"), "36.8"),
            reading.PAIN: (self.tr("Pain 0–10"), "2"),
        }
        self.fields = {
            name: Field(label, name=f"{name}Field", hint=hint, size=15) for name, (label, hint) in words.items()
        }
        self.save = PrimaryButton(self.tr("Add"), name="saveVitals", spoken=self.tr("Note the vital signs"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        for place, name in enumerate(reading.FIELDS):
            field = self.fields[name]
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
            field.entered.connect(lambda _, at=place: self._on(at))
            field.changed.connect(lambda _, one=field: one.set_error(""))
        grid.addWidget(self.save, 1, 3, Qt.AlignmentFlag.AlignBottom)
        self.save.clicked.connect(self._note)

    def _on(self, place: int) -> None:
        """Enter goes to the next measurement, and from the last one notes them."""
        if place + 1 < len(reading.FIELDS):
            self.fields[reading.FIELDS[place + 1]].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._note()

    def _note(self) -> None:
        read = reading.read_vitals({name: field.text() for name, field in self.fields.items()})
        if isinstance(read, VitalsNoted):
            self.noted.emit(read)
            return
        self.fields[read].set_error(self.tr("Cannot be read."))
        self.fields[read].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self.fields.values():
            field.set_text("")
            field.set_error("")


class ReactionForm(QWidget):
    """Emits `noted(ReactionNoted)`: signs, the drug where it is known, and what was done."""

    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = ComboField("", name="reactionAboutField", spoken=self.tr("Reaction to"))
        self.signs = Field("", name="reactionField", hint=self.tr("What is seen"), spoken=self.tr("Reaction"))
        self.done = Field("", name="reactionDoneField", hint=self.tr("What was done"), spoken=self.tr("Done"))
        self.save = PrimaryButton(self.tr("Add"), name="saveReaction", spoken=self.tr("Note the reaction"))
        offers, rows = QHBoxLayout(), QHBoxLayout()
        for row in (offers, rows):
            row.setSpacing(theme.px(6))
        signs = (self.tr("flushing"), self.tr("itch"), self.tr("rash"), self.tr("chills"), self.tr("dyspnea"))
        for number, sign in enumerate(signs, 1):
            button = Button(sign, Kind.QUIET, name=f"sign_{number}", size=13, pad=9)
            button.clicked.connect(lambda _=False, word=sign: self._add(word))
            offers.addWidget(button)
        offers.addStretch(1)
        rows.addWidget(self.done, 1)
        rows.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.about)
        column.addLayout(offers)
        column.addWidget(self.signs)
        column.addLayout(rows)
        self.signs.entered.connect(lambda _: self.done.edit.setFocus(Qt.FocusReason.TabFocusReason))
        self.done.entered.connect(lambda _: self._note())
        self.save.clicked.connect(self._note)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """(line, drug) of what has been given."""
        options = [("", self.tr("To what is not known"))]
        options += [(line, self.tr("To {drug}").format(drug=drug)) for line, drug in lines]
        self.about.set_options(options)

    def _add(self, sign: str) -> None:
        """One more sign; pressed twice it stands once."""
        said = [part.strip() for part in self.signs.text().split(",") if part.strip()]
        self.signs.set_text(", ".join(dict.fromkeys((*said, sign))))

    def _note(self) -> None:
        if not self.signs.text():
            self.signs.set_error(self.tr("Say what is seen, such as flushing."))
            self.signs.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        line = LineId(self.about.choice()) if self.about.choice() else None
        self.noted.emit(ReactionNoted(self.signs.text(), line, self.done.text()))

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.signs, self.done):
            field.set_text("")
            field.set_error("")
