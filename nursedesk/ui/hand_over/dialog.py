"""Hand over: which visits, to whom. One press when everything goes to one colleague."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import Button, CheckBox, ComboField, DialogFrame, Kind, PrimaryButton
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.kit.scroll import ScrollArea

SIZE = QSize(640, 620)


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit that can be handed over: `3 · ROE, Jane` and what is up there."""

    encounter: str
    title: str
    lines: str


class HandOverDialog(DialogFrame):
    """Asks which of the visits, and to which nurse."""

    handed = Signal(object, str)
    """(tuple of encounter ids, sign-in name)."""

    def __init__(self, host: QWidget, visits: Sequence[OpenVisit], nurses: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            host,
            name="handOverDialog",
            title="",
            size=SIZE * theme.scale(),
            note="",
            clear_top=bar_height(),
        )
        title = self.tr("Hand over")
        self.title.set_runs(title)
        self.setAccessibleName(title)
        self._boxes: dict[str, CheckBox] = {}
        self._nurse = ComboField(self.tr("To"), nurses, name="handOverTo", hint=self.tr("Choose a nurse"))
        self._nurse.changed.connect(lambda _: self._weigh())
        column = QVBoxLayout()
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addWidget(self._nurse)
        column.addWidget(self._list(visits), 1)
        self.body.addLayout(column, 1)
        self._foot()
        self._weigh()
        if visits:
            self._nurse.combo.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say_nothing()

    def _say_nothing(self) -> None:
        """Nobody to give away: nothing is asked."""
        self._nurse.hide()
        self.done_button.hide()
        self._cancel.set_text(self.tr("Close"))
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, visits: Sequence[OpenVisit]) -> QWidget:
        if not visits:
            nothing = Empty("hand_over", name="handOverNothing")
            nothing.say(self.tr("Nothing to hand over"), self.tr("You have nobody in a chair."))
            return nothing
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for visit in visits:
            box = CheckBox(visit.title, name=f"handOver_{visit.encounter}", note=visit.lines)
            box.setChecked(True)
            box.toggled.connect(lambda _: self._weigh())
            self._boxes[visit.encounter] = box
            column.addWidget(box)
        column.addStretch()
        return ScrollArea(rows)

    def _foot(self) -> None:
        self._cancel = cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="handOverCancel")
        cancel.clicked.connect(self.cancelled)
        self.done_button = PrimaryButton(
            self.tr("Hand over"), name="handOverNowButton", icon="hand_over", size=17, height=60
        )
        self.done_button.clicked.connect(self._done)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addStretch()
        row.addWidget(self.done_button)
        self.foot.addLayout(row)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def _weigh(self) -> None:
        self.done_button.setEnabled(bool(self._chosen() and self._nurse.choice()))

    def _done(self) -> None:
        self.handed.emit(self._chosen(), self._nurse.choice())
