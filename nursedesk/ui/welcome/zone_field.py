"""A time zone found by typing a city: what fits stands below, with the time it is there now."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.frame.model import Hit
from nursedesk.ui.frame.search import HIT, ROW, HitDelegate
from nursedesk.ui.kit import Field

MOST = 4


class ZoneField(QWidget):
    """`zone()` is the IANA name, or an empty string while no zone is chosen."""

    changed = Signal()

    def __init__(
        self, zones: tuple[str, ...], clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._zones, self._clock = {_plain(z): z for z in sorted(zones)}, clock
        spoken = self.tr("Time zone: type a city")
        self.field = Field(self.tr("Time zone"), name="zoneField", icon="search", spoken=spoken)
        self.field.edit.setMaxLength(80)
        self.field.edit.textChanged.connect(self._look)
        self.field.edit.installEventFilter(self)
        self._rows = QListWidget()
        self._rows.setObjectName("zoneRows")
        self._rows.setAccessibleName(self.tr("Time zones found"))
        self._rows.setItemDelegate(HitDelegate(self._rows))
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setFrameShape(QFrame.Shape.NoFrame)
        self._rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.viewport().setAutoFillBackground(False)
        self._rows.itemClicked.connect(self._choose)
        self._rows.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._rows)
        self.setFocusProxy(self.field)

    def zone(self) -> str:
        """The zone that is typed or chosen."""
        return self._zones.get(_plain(self.field.text()), "")

    def choose(self, zone: str) -> None:
        """Show a zone as chosen."""
        self.field.set_text(zone)
        self._rows.hide()

    def _look(self, text: str) -> None:
        exact = self.zone()
        self.field.set_error("")
        self.field.set_suffix(self._now(exact) if exact else "")
        wanted = _plain(text)
        found = (
            [] if exact or len(wanted) < 2 else [z for plain, z in self._zones.items() if wanted in plain][:MOST]
        )
        self._rows.clear()
        for zone in found:
            item = QListWidgetItem(f"{zone}, {self._now(zone)}")
            item.setData(HIT, Hit(zone, self._now(zone), "zone", zone))
            self._rows.addItem(item)
        self._rows.setCurrentRow(0)
        self._rows.setFixedHeight(theme.px(ROW) * len(found))
        self._rows.setVisible(bool(found))
        self.changed.emit()

    def _now(self, zone: str) -> str:
        place, now = ZoneInfo(zone), self._clock()
        return f"{words.clock_time(now, place)} {words.zone_name(now, place)}"

    def _choose(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(HIT)
        self.choose(hit.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._rows.isVisible():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._rows.setCurrentRow((self._rows.currentRow() + step) % self._rows.count())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._rows.currentItem())
            return True
        return False


def _plain(text: str) -> str:
    """`new york` finds `America/New_York`."""
    return " ".join(text.lower().replace("_", " ").split())
