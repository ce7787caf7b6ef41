"""Diagnoses: a typed list of ICD-10-CM codes, first-listed first."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.scroll_column import ScrollColumn
from nursedesk.ui.kit import Button, Field, IconButton, Kind, Run, Text, hairline

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

    def __init__(self, code: str, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        letter = chr(ord("A") + place) if place < 26 else "–"
        self.setObjectName(f"diagnosisRow_{place + 1}")
        self.setAccessibleName(f"{letter}, {code}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(5))
        row.setSpacing(theme.px(4))
        note = self.tr("first-listed") if place == 0 else ""
        runs = (Run(letter, 14, theme.MEDIUM, "quiet"), Run(code, 15, theme.STRONG, gap=14))
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


class DiagnosesTab(QWidget):
    """Emits `diagnoses_set(tuple of codes)` with the whole list."""

    diagnoses_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnosesTab")
        self._codes: tuple[str, ...] | None = None
        self._list = ScrollColumn("diagnosesList")
        self._list.setAccessibleName(self.tr("Diagnoses"))
        self.field = Field("", name="diagnosisField", hint=self.tr("ICD-10-CM code, then Enter"), icon="plus")
        self.field.edit.setAccessibleName(self.tr("Add a diagnosis"))
        self.field.entered.connect(self._add)
        self.field.changed.connect(lambda _: self.field.set_error(""))
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(20), theme.px(10), theme.px(16), theme.px(12))
        foot.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addLayout(foot)

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show this list."""
        wanted = tuple(codes)
        if wanted == self._codes:
            return
        self._codes = wanted
        items = []
        for place, code in enumerate(wanted):
            item = DiagnosisItem(code, place)
            item.first_asked.connect(self._first)
            item.remove_asked.connect(self._remove)
            items.append(item)
        self._list.set_widgets(items, self.tr("No diagnosis is recorded yet."))

    def set_open(self, allowed: bool) -> None:
        """Whether anything may be charted."""
        self._list.setEnabled(allowed)
        self.field.setEnabled(allowed)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.set_text("")
        self.field.set_error("")

    def take_focus(self) -> None:
        """Start typing a code."""
        self.field.edit.setFocus()

    def _add(self, text: str) -> None:
        code, codes = typed_code(text), self._codes or ()
        if code is None:
            self.field.set_error(self.tr("Not the form of an ICD-10-CM code. Write it like K50.90."))
            return
        if code in codes:
            self.field.set_error(self.tr("{code} is in the list already.").format(code=code))
            return
        self.field.set_text("")
        self.diagnoses_set.emit((*codes, code))

    def _first(self, code: str) -> None:
        rest = tuple(c for c in self._codes or () if c != code)
        self.diagnoses_set.emit((code, *rest))

    def _remove(self, code: str) -> None:
        self.diagnoses_set.emit(tuple(c for c in self._codes or () if c != code))
