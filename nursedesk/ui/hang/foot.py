"""The foot of the dialog: away, what there is to say, and the two heavy buttons, which stay whole."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nursedesk.outputs.pictures.shapes import Shape
from nursedesk.ui import theme
from nursedesk.ui.hang.low import RING
from nursedesk.ui.kit import Button, Kind, Paragraph, PrimaryButton

translate = QCoreApplication.translate

TALL, LOW = 76, 56
"""Height of the heavy buttons; in a low window they leave the fields what room there is."""
START, PREPARE = 264, 176
"""Widths where there is room, px at 100 %."""
GAP = 12
PLANS = ((False, "Esc", True), (True, "Esc", True), (True, "", True), (True, "", False))
"""How room is saved, one after the other: are buttons small, what stands behind Cancel, does Cancel stand."""


class HangFoot(QWidget):
    """Its parts are public; which of them are shown, and how wide, follows from the width."""

    def __init__(self, push: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spoken = translate("HangDialog", "Cancel, keep what is typed")
        cancel = translate("HangDialog", "Cancel")
        self.cancel = Button(cancel, Kind.PLAIN, name="hangCancelButton", spoken=spoken)
        self.afresh = Button(translate("HangDialog", "Start afresh"), Kind.PLAIN, name="afreshButton")
        self.prepare: Button | None = None
        if not push:
            words = translate("HangDialog", "Prepare")
            self.prepare = Button(words, shape=Shape.DIAMOND, name="prepareButton", size=17, height=TALL)
        shape, icon = (None, "push") if push else (Shape.START, None)
        self.start = PrimaryButton("", name="startNowButton", shape=shape, icon=icon, size=20, height=TALL)
        self._said = Paragraph("", 14, role="quiet")
        self._said.setObjectName("hangKept")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._kept = self._low = False
        self._away = True
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, RING, RING, RING)
        row.setSpacing(GAP)
        row.addWidget(self.cancel)
        row.addWidget(self._said, 1)
        # What is not said leaves its room free: no button grows into it.
        row.addStretch(0)
        for part in (self.afresh, self.prepare, self.start):
            if part is not None:
                row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def say(self, sentence: str) -> None:
        """A quiet fact beside Cancel."""
        self._said.show_text(sentence)
        self._fit()

    def offer_afresh(self, kept: bool) -> None:
        """Whether what stands in the dialog was kept from before."""
        self._kept = kept
        self._fit()

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        if low != self._low:
            self._low = low
            self._fit()

    def name_start(self, words: str, spoken: str) -> None:
        """What Start says, which may need other room than before."""
        if words != self.start.text():
            self.start.set_text(words, spoken)
            self._fit()
        self.start.set_text(words, spoken)

    def let(self, start: bool) -> None:
        """Whether there is a drug that can be started."""
        for one in (self.start, self.prepare):
            if one is not None:
                one.setEnabled(start)

    def _fit(self) -> None:
        """From roomy to spare: smaller buttons first, then the key of Cancel, then Cancel, which the head has too.

        What there is to say wraps; it is left out before any of it would be cut.
        """
        least = self._least_said()
        fits = any(self._try(*plan, least) for plan in PLANS) or any(self._try(*plan, 0) for plan in PLANS)
        self._said.setVisible(bool(least) and fits and self.width() - 2 * RING - self._taken() >= least)
        self.afresh.setVisible(self._kept)
        self.cancel.setVisible(self._away)

    def _try(self, spare: bool, note: str, away: bool, least: int) -> bool:
        self._away = away
        self._shape(spare)
        self.cancel.set_note(note)
        return self.width() - 2 * RING - self._taken() >= least

    def _shape(self, spare: bool) -> None:
        height, big = LOW if self._low else TALL, 17 if spare else 20
        self.start.set_size(big, height)
        self.start.setMinimumWidth(self.start.sizeHint().width() if spare else theme.px(START))
        if self.prepare is not None:
            self.prepare.set_size(17, height)
            self.prepare.setMinimumWidth(self.prepare.sizeHint().width() if spare else theme.px(PREPARE))

    def _taken(self) -> int:
        """What the buttons and the gaps take, px."""
        parts = [self.cancel] if self._away else []
        parts += [self.afresh] if self._kept else []
        parts += [self.prepare] if self.prepare is not None else []
        widths = [max(one.sizeHint().width(), one.minimumWidth()) for one in (*parts, self.start)]
        return sum(widths) + GAP * len(widths)

    def _least_said(self) -> int:
        """The width in which what there is to say stands whole in the buttons' height, px."""
        text, metrics = self._said.text(), QFontMetricsF(self._said.font())
        if not text:
            return 0
        lines = max(int(self.start.sizeHint().height() / metrics.height()), 1)
        longest = max(metrics.horizontalAdvance(word) for word in text.split())
        even = metrics.horizontalAdvance(text) / lines
        # Words do not break: lines are as long as the even share and most of the longest word.
        return round(max(longest, even + 0.75 * longest if lines > 1 else even)) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
