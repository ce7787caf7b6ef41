"""The clock and the word that says whether the presses are on the disk."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.frame.model import ClockFace, Saved
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import PILL, paint_ground
from nursedesk.ui.kit.text import Text


def face(now: datetime, zone: ZoneInfo, trusted: bool = True) -> ClockFace:
    """The wall clock's words at an instant."""
    return ClockFace(words.clock_time(now, zone), words.zone_name(now, zone), words.local_day(now, zone), trusted)


class Clock(QWidget):
    """`14:07` with its zone and day beside it; repaints only when a word changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clock")
        self._time = Text("", size=28, weight=theme.STRONG)
        self._zone = Text("", size=13, role="quiet")
        self._day = Text("", size=13, role="quiet")
        for part in (self._time, self._zone, self._day):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._time)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._zone)
        column.addWidget(self._day)
        column.addStretch(1)
        row.addLayout(column)

    def show_face(self, shown: ClockFace) -> bool:
        """Show these words; an untrusted clock says so where the zone stands. False when nothing changed."""
        changed = self._time.set_runs(shown.time)
        zone = shown.zone if shown.trusted else self.tr("{zone} · clock not trusted").format(zone=shown.zone)
        changed = self._zone.set_runs(zone) or changed
        changed = self._day.set_runs(shown.day) or changed
        if changed:
            self.setAccessibleName(f"{shown.time} {zone}, {shown.day}")
        return changed

    def day_room(self) -> int:
        """How much narrower it is without the day, px."""
        return max(self._day.sizeHint().width() - self._zone.sizeHint().width(), 0)

    def set_short(self, short: bool) -> None:
        """Without the day; the zone is always named."""
        self._day.setHidden(short)
        self.setToolTip(self._day.text() if short else "")


class SavedIndicator(QLabel):
    """Saved · Saving… · Not saved: write it on paper · Checking: an icon, a word, and a ground when it matters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savedIndicator")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state, self._short, self._lines = Saved.CHECKING, False, 1
        self.show_state(Saved.SAVED)

    def show_state(self, state: Saved) -> None:
        """Say what became of the presses."""
        if state is self._state:
            return
        self._state = state
        word = {
            Saved.SAVED: self.tr("Saved"),
            Saved.SAVING: self.tr("Saving…"),
            Saved.NOT_SAVED: self.tr("Not saved: write it on paper"),
            Saved.CHECKING: self.tr("Checking"),
        }[state]
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def state(self) -> Saved:
        """What is shown."""
        return self._state

    def set_short(self, short: bool) -> None:
        """The icon alone while all is well; what is not saved is always said in words."""
        self._short = short
        self.updateGeometry()
        self.update()

    def _bare(self) -> bool:
        return self._short and self._state in (Saved.SAVED, Saved.SAVING)

    def word_room(self) -> int:
        """How much narrower it is as an icon, px; 0 where the word stays."""
        if self._state not in (Saved.SAVED, Saved.SAVING):
            return 0
        return round(_advance(self.text()) + 8)

    def wrap_room(self) -> int:
        """How much narrower it is with what to do under what happened, px; 0 where it has one line anyway."""
        if self._state is not Saved.NOT_SAVED:
            return 0
        return round(_advance(self.text()) - max(map(_advance, self._broken(2))))

    def set_wrapped(self, wrapped: bool) -> None:
        """What happened over what to do: not a word of it is cut."""
        self._lines = 2 if wrapped else 1
        self.updateGeometry()
        self.update()

    def _broken(self, lines: int) -> tuple[str, ...]:
        """The words as they stand, line by line."""
        first, colon, rest = self.text().partition(": ")
        return (first + colon.strip(), rest) if lines == 2 and rest else (self.text(),)

    def _pad(self) -> int:
        return 12 if self._state is Saved.NOT_SAVED else 0

    def sizeHint(self) -> QSize:
        shown = self._broken(self._lines)
        word = 0 if self._bare() else max(map(_advance, shown)) + 8
        return QSize(round(word + theme.px(18) + 2 * self._pad() + 0.5), theme.px(36 if len(shown) == 1 else 46))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        icon, ink = {
            Saved.SAVED: ("close", colours.running_text),
            Saved.SAVING: ("shift", colours.quiet),
            Saved.NOT_SAVED: ("warn", colours.needs_stop_text),
            Saved.CHECKING: ("search", colours.attention_text),
        }[self._state]
        if self._state is Saved.NOT_SAVED:
            paint_ground(painter, QRectF(self.rect()), QColor(colours.needs_stop_tint), QColor(ink), 1, PILL)
        size = theme.px(18)
        left = self._pad()
        paint_icon(painter, QRectF(left, (self.height() - size) / 2, size, size), icon, QColor(ink))
        if self._bare():
            return
        font = theme.font(14, theme.MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown, metrics = self._broken(self._lines), QFontMetricsF(font)
        base = (self.height() + metrics.capHeight() - (len(shown) - 1) * metrics.height()) / 2
        for number, line in enumerate(shown):
            painter.drawText(QPointF(left + size + 8, base + number * metrics.height()), line)


def _advance(word: str) -> float:
    return QFontMetricsF(theme.font(14, theme.MEDIUM)).horizontalAdvance(word)


class Rule(QWidget):
    """A hairline standing between two groups of the bar."""

    def __init__(self, height: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(1, theme.px(height))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().line))
