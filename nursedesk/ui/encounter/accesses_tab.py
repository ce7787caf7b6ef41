"""Accesses: what is placed, and a form for another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.outputs.pictures.timeline_build import access_letter
from nursedesk.record.encounter import Access, Device, Encounter
from nursedesk.ui import theme, words
from nursedesk.ui.board.card_words import access_words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.pane import Pane
from nursedesk.ui.encounter.scroll_column import ScrollColumn
from nursedesk.ui.hang.words import device as device_word
from nursedesk.ui.kit import Button, ComboField, Field, Kind, Paragraph, PrimaryButton, QuietButton, Text, hairline

_OFFERED = (
    Device.PERIPHERAL,
    Device.PORT,
    Device.PICC,
    Device.MIDLINE,
    Device.TUNNELED_CVC,
    Device.NONTUNNELED_CVC,
    Device.DIALYSIS_CATHETER,
    Device.SUBCUTANEOUS,
)


def next_access_id(accesses: Sequence[Access]) -> str:
    """The first letter that no access has."""
    taken = {access.id for access in accesses}
    return next(chr(n) for n in range(ord("A"), ord("Z") + 1) if chr(n) not in taken)


class AccessItem(QWidget):
    """One access and its facts."""

    change_asked = Signal(object)

    def __init__(self, access: Access, letter: str, facts: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"accessRow_{letter}")
        title = self.tr("Access {letter}").format(letter=letter)
        self.setAccessibleName(f"{title}, {access_words(access)}, {facts}")
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(16), theme.px(9))
        texts.setSpacing(0)
        texts.addWidget(Text(f"{title} · {access_words(access)}", 15, theme.STRONG))
        texts.addWidget(Paragraph(facts, 13, theme.REGULAR, "quiet"))
        row.addLayout(texts, 1)
        spoken = self.tr("Change access {letter}").format(letter=letter)
        change = QuietButton(self.tr("Change"), icon="edit", name=f"changeAccess_{letter}", spoken=spoken)
        change.clicked.connect(lambda: self.change_asked.emit(access))
        row.addWidget(change)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), self.height() - 1, theme.current())


class AccessForm(QWidget):
    """Device, site, and why a second one was needed. Emits `access_placed(Access)`."""

    access_placed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = "A"
        self._title = Text("", 14, theme.STRONG)
        options = [(device.value, device_word(device)) for device in _OFFERED]
        self.device = ComboField(self.tr("Device"), options, name="accessDeviceField")
        self.site = Field(self.tr("Site"), name="accessSiteField", hint=self.tr("22 g, left forearm"))
        self.reason = Field(
            self.tr("Why a separate access was needed"),
            name="accessReasonField",
            hint=self.tr("only if it was medically necessary"),
        )
        self.save = PrimaryButton(self.tr("Save access"), name="saveAccess")
        leave = Button(self.tr("Not now"), Kind.PLAIN, name="leaveAccess")
        self.save.clicked.connect(self._save)
        leave.clicked.connect(self.left)
        self.site.entered.connect(lambda _: self._save())
        first, last = QHBoxLayout(), QHBoxLayout()
        for row in (first, last):
            row.setSpacing(theme.px(8))
        first.addWidget(self.device, 2, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.site, 3, Qt.AlignmentFlag.AlignTop)
        last.addStretch(1)
        last.addWidget(leave)
        last.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addLayout(first)
        column.addWidget(self.reason)
        column.addLayout(last)

    def open(self, access: Access, title: str) -> None:
        """Fill it with an access, new or charted."""
        self._id = access.id
        self._title.set_runs(title)
        self.device.choose(access.device.value)
        self.site.set_text(access.site or "")
        self.site.set_error("")
        self.reason.set_text(access.separate_reason or "")
        self.show()
        self.site.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.site.text():
            self.site.set_error(self.tr("Where is it? Write the site, such as left forearm."))
            return
        reason = self.reason.text() or None
        self.access_placed.emit(Access(self._id, Device(self.device.choice()), self.site.text(), reason))
        self.left.emit()


class AccessesTab(QWidget):
    """List and form. Emits `access_placed(Access)`."""

    access_placed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accessesTab")
        self._accesses: tuple[Access, ...] | None = None
        self._list = ScrollColumn("accessesList")
        self._list.setAccessibleName(self.tr("Accesses"))
        self.form = AccessForm()
        self.form.hide()
        self._add = QuietButton(self.tr("Add access"), icon="plus", name="addAccess")
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(20), theme.px(10), theme.px(16), theme.px(12))
        foot.addWidget(self._add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below = QWidget()
        stacked = QVBoxLayout(below)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self.form)
        stacked.addWidget(self._foot)
        self.pane = Pane("accessesPane", self._list, self._list.needed_height, foot=below)
        column.addWidget(self.pane)
        self._add.clicked.connect(self.open_new)
        self.form.left.connect(self.close_form)
        self.form.access_placed.connect(self.access_placed)

    def show_encounter(self, encounter: Encounter, context: EncounterContext) -> None:
        """Show the accesses of a visit."""
        if encounter.accesses == self._accesses:
            return
        self._accesses = encounter.accesses
        items = []
        for index, access in enumerate(encounter.accesses):
            lines = [a for a in encounter.administrations if a.access == access.id]
            names = ", ".join(dict.fromkeys(context.drug(a.drug) for a in lines))
            time = words.clock_time(access.placed, context.zone)
            facts = [self.tr("placed {time}").format(time=time), access.separate_reason or "", names]
            item = AccessItem(access, access_letter(access.id, index), " · ".join(x for x in facts if x))
            item.change_asked.connect(self._change)
            items.append(item)
        self._list.set_widgets(items, self.tr("No access is recorded yet."))
        self.pane.share()

    def set_open(self, allowed: bool) -> None:
        """Whether anything may be charted."""
        self._list.setEnabled(allowed)
        self._add.setEnabled(allowed)

    def open_new(self) -> None:
        """Open the form for another access."""
        new = Access(next_access_id(self._accesses or ()), Device.PERIPHERAL)
        self._open(new, self.tr("New access {letter}").format(letter=new.id))

    def _change(self, access: object) -> None:
        if isinstance(access, Access):
            self._open(access, self.tr("Access {letter}").format(letter=access.id))

    def _open(self, access: Access, title: str) -> None:
        self._foot.hide()
        self.form.open(access, title)
        self.pane.reveal(self.form.site)

    def close_form(self) -> bool:
        """Put the form away; False when it is not open."""
        found = not self.form.isHidden()
        self.form.hide()
        self._foot.show()
        return found
