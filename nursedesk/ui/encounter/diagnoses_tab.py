"""Diagnoses by code or by words, first-listed first; and evaluation and management services."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.catalog.diagnosis_words import diagnosis_words, find_diagnoses
from nursedesk.record.encounter import EvaluationAndManagement
from nursedesk.ui import theme
from nursedesk.ui.encounter.pane import Pane
from nursedesk.ui.encounter.scroll_column import ScrollColumn
from nursedesk.ui.kit import Button, CheckBox, Field, IconButton, Kind, Paragraph, QuietButton, Run, Text, hairline

_TELLING = 3
"""From so many letters on it is said that nothing is found."""
MOST = 4
"""Of what is found, so many are offered."""
_SERVICE = re.compile(r"[0-9G][0-9]{4}", re.ASCII)
_CODE = re.compile(r"[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?")


def typed_code(text: str) -> str | None:
    """`k5090` → `K50.90`; None when it does not have the form of an ICD-10-CM code."""
    plain = text.strip().upper().replace(" ", "")
    if not _CODE.fullmatch(plain):
        return None
    bare = plain.replace(".", "")
    return f"{bare[:3]}.{bare[3:]}" if len(bare) > 3 else bare


class DiagnosisItem(QWidget):
    """One code with its pointer letter; can be moved first or taken out."""

    first_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, code: str, place: int, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        letter = chr(ord("A") + place) if place < 26 else "–"
        self.setObjectName(f"diagnosisRow_{place + 1}")
        self.setAccessibleName(", ".join(part for part in (letter, code, words) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(5))
        row.setSpacing(theme.px(4))
        note = self.tr("first-listed") if place == 0 else ""
        runs = [Run(letter, 14, theme.MEDIUM, "quiet"), Run(code, 15, theme.STRONG, gap=14)]
        if words:
            runs.append(Run(words, 14, gap=10))
        row.addWidget(Text((*runs, Run(note, 13, theme.REGULAR, "quiet", gap=14))), 1)
        if place:
            spoken = self.tr("List {code} first").format(code=code)
            first = Button(self.tr("First"), Kind.PLAIN, name=f"diagnosisFirst_{place + 1}", spoken=spoken, pad=10)
            first.clicked.connect(lambda: self.first_asked.emit(code))
            row.addWidget(first)
        spoken = self.tr("Take {code} out").format(code=code)
        out = IconButton("cross", name=f"diagnosisOut_{place + 1}", spoken=spoken, plain=True)
        out.clicked.connect(lambda: self.remove_asked.emit(code))
        row.addWidget(out)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), self.height() - 1, theme.current())


class ServiceItem(QWidget):
    """One evaluation and management service."""

    remove_asked = Signal(str)

    def __init__(self, service: EvaluationAndManagement, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        apart = self.tr("separate from the infusion")
        note = apart if service.separately_identifiable else self.tr("part of the visit")
        self.setObjectName(f"emRow_{number}")
        self.setAccessibleName(f"E/M, {service.code}, {note}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(5))
        runs = (Run("E/M", 14, theme.MEDIUM, "quiet"), Run(service.code, 15, theme.STRONG, gap=14))
        row.addWidget(Text((*runs, Run(note, 13, theme.REGULAR, "quiet", gap=14))), 1)
        spoken = self.tr("Take {code} out").format(code=service.code)
        out = IconButton("cross", name=f"emOut_{number}", spoken=spoken, plain=True)
        out.clicked.connect(lambda: self.remove_asked.emit(service.code))
        row.addWidget(out)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), self.height() - 1, theme.current())


class DiagnosesTab(QWidget):
    """Emits `diagnoses_set(codes)` and `services_set(E/M services)`, each with the whole list."""

    diagnoses_set = Signal(object)
    services_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnosesTab")
        self._codes: tuple[str, ...] | None = None
        self._services: tuple[EvaluationAndManagement, ...] = ()
        self._found: tuple[str, ...] = ()
        self._list = ScrollColumn("diagnosesList")
        self._list.setAccessibleName(self.tr("Diagnoses"))
        search, services = QWidget(), QWidget()
        for part, make in ((search, self._make_search), (services, self._make_services)):
            inner = QVBoxLayout(part)
            inner.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
            inner.setSpacing(theme.px(8))
            make(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pane = Pane("diagnosesPane", self._list, self._list.needed_height, head=search, foot=services)
        column.addWidget(self.pane)

    def _make_search(self, foot: QVBoxLayout) -> None:
        hint = self.tr("Code or words, such as K50.90 or Crohn")
        self.field = Field("", name="diagnosisField", hint=hint, icon="search")
        self.field.edit.setAccessibleName(self.tr("Add a diagnosis"))
        self.field.entered.connect(self._add)
        self.field.changed.connect(self._look)
        foot.addWidget(self.field)
        self._none = Paragraph(
            self.tr("No code fits. Type a whole code like K50.90, or fewer letters."), 13, theme.REGULAR, "quiet"
        )
        self._none.hide()
        foot.addWidget(self._none)
        self._hits = [self._hit(place) for place in range(MOST)]
        for button in self._hits:
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _hit(self, place: int) -> Button:
        button = Button("", Kind.QUIET, name=f"diagnosisHit_{place + 1}", size=13, pad=10)
        button.clicked.connect(lambda: self._take(place))
        button.hide()
        return button

    def _make_services(self, foot: QVBoxLayout) -> None:
        self.service = Field("", name="emField", hint=self.tr("99213"), spoken=self.tr("E/M code"))
        self.apart = CheckBox(self.tr("Separate from the infusion (25)"), name="emSeparate")
        self._add_service = QuietButton(self.tr("Add E/M"), icon="plus", name="addEm")
        self._add_service.clicked.connect(self._chart_service)
        self.service.entered.connect(lambda _: self._chart_service())
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.service, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.apart)
        row.addWidget(self._add_service)
        foot.addLayout(row)

    def show_codes(self, codes: Sequence[str], services: Sequence[EvaluationAndManagement] = ()) -> None:
        """Show these diagnoses and services."""
        wanted = tuple(codes)
        if (wanted, tuple(services)) == (self._codes, self._services):
            return
        self._codes, self._services = wanted, tuple(services)
        items: list[QWidget] = []
        known = {one.code: one.words for one in diagnosis_words()} if wanted else {}
        for place, code in enumerate(wanted):
            item = DiagnosisItem(code, place, known.get(code, ""))
            item.first_asked.connect(self._first)
            item.remove_asked.connect(self._remove)
            items.append(item)
        for number, one in enumerate(self._services, 1):
            service = ServiceItem(one, number)
            service.remove_asked.connect(self._remove_service)
            items.append(service)
        self._list.set_widgets(items, self.tr("No diagnosis is recorded yet."))
        self.pane.share()

    def set_open(self, allowed: bool) -> None:
        """Whether anything may be charted."""
        self._list.setEnabled(allowed)
        for part in (self.field, self.service, self.apart, self._add_service, *self._hits):
            part.setEnabled(allowed)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.set_text("")
        self.service.set_text("")
        self._look("")

    def take_focus(self) -> None:
        """Start typing a code."""
        self.field.edit.setFocus()
        self.pane.reveal(self.field)

    def _look(self, text: str) -> None:
        """What these letters may mean, while they are typed."""
        self.field.set_error("")
        found = find_diagnoses(text, most=MOST)
        self._found = tuple(one.code for one in found)
        self._none.setVisible(len(text.strip()) >= _TELLING and not found and typed_code(text) is None)
        for place, button in enumerate(self._hits):
            button.setVisible(place < len(found))
            if place < len(found):
                button.set_text(f"{found[place].code}  {found[place].words}")

    def _take(self, place: int) -> None:
        if place < len(self._found):
            self._add(self._found[place])
            self.field.edit.setFocus()

    def _chart_service(self) -> None:
        code = self.service.text().upper()
        if not _SERVICE.fullmatch(code):
            self.service.set_error(self.tr("Five characters, such as 99213 or G0463."))
            return
        others = tuple(one for one in self._services if one.code != code)
        self.service.set_text("")
        self.service.set_error("")
        self.services_set.emit((*others, EvaluationAndManagement(code, self.apart.isChecked())))

    def _remove_service(self, code: str) -> None:
        self.services_set.emit(tuple(one for one in self._services if one.code != code))

    def _add(self, text: str) -> None:
        code, codes = typed_code(text), self._codes or ()
        if code is None and len(self._found) == 1:
            code = self._found[0]
        if code is None:
            some = self.tr("Choose one of those found, or write the whole code like K50.90.")
            none = self.tr("Not the form of an ICD-10-CM code. Write it like K50.90.")
            self.field.set_error(some if self._found else none)
            return
        if code in codes:
            self.field.set_error(self.tr("{code} is in the list already.").format(code=code))
            return
        self.field.set_text("")
        self._look("")
        self.diagnoses_set.emit((*codes, code))

    def _first(self, code: str) -> None:
        rest = tuple(c for c in self._codes or () if c != code)
        self.diagnoses_set.emit((code, *rest))

    def _remove(self, code: str) -> None:
        self.diagnoses_set.emit(tuple(c for c in self._codes or () if c != code))
