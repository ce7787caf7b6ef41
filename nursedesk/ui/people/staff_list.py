"""The people of the suite as a list: who may sign in first, then who has left."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.desk.suite import Role
from nursedesk.ui import theme
from nursedesk.ui.kit import ListRow, Run, paint_list_row, paint_runs
from nursedesk.ui.kit.folding import folded
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.people.model import PersonView
from nursedesk.ui.people.words import role_word

ROW, AIR, PAD = 64, 20, 24
_PERSON = Qt.ItemDataRole.UserRole


class StaffDelegate(QStyledItemDelegate):
    """Name and credential strong, roles and facts quiet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view, person = self.parent(), index.data(_PERSON)
        room = (view.viewport().width() if isinstance(view, QListWidget) else 400) - 2 * PAD
        facts = " · ".join((*roles_of(person), *person.facts))
        words = len(self.name_lines(person, room)) * QFontMetricsF(theme.shared_font(16, theme.STRONG)).height()
        words += len(folded(facts, 13, theme.REGULAR, room)) * QFontMetricsF(theme.shared_font(13)).height()
        return QSize(200, max(theme.px(ROW), round(words) + theme.px(AIR)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        person: PersonView = index.data(_PERSON)
        ink = "ink" if person.active else "quiet"
        area = QRectF(option.rect)
        chosen, over = row_state(option)
        paint_list_row(painter, area, ListRow(()), pad=PAD, selected=chosen, hovered=over)
        room = area.width() - 2 * PAD
        facts = " · ".join((*roles_of(person), *person.facts))
        runs = [Run(line, 16, theme.STRONG, ink) for line in self.name_lines(person, room)]
        runs += [Run(line, 13, role="quiet") for line in folded(facts, 13, theme.REGULAR, room)]
        heights = [QFontMetricsF(run.face()).height() for run in runs]
        top = area.center().y() - sum(heights) / 2
        for run, height in zip(runs, heights, strict=True):
            base = top + QFontMetricsF(run.face()).ascent()
            paint_runs(painter, QPointF(area.left() + PAD, base), (run,), room)
            top += height

    def name_lines(self, person: PersonView, room: float) -> tuple[str, ...]:
        """Name and credential, whole."""
        return folded(f"{person.name} {person.credential}".strip(), 16, theme.STRONG, room)


def roles_of(person: PersonView) -> tuple[str, ...]:
    """The roles in words; one of a later version as it is written."""
    known = set(Role)
    return tuple(role_word(Role(one)) if one in known else one for one in person.roles)


class StaffList(QListWidget):
    """Emits `chosen(PersonView)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staffList")
        self.setAccessibleName(self.tr("People of the suite"))
        self.setItemDelegate(StaffDelegate(self))
        # A row is as tall as its words are in this width.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        as_plain_list(self)
        self.currentItemChanged.connect(self._changed)

    def show_people(self, people: Sequence[PersonView], first: str) -> None:
        """Show these; the one chosen before stays chosen, else `first`."""
        kept = self.person()
        wanted = kept.sign_in if kept else first
        self.blockSignals(True)
        self.clear()
        for person in people:
            words = ", ".join((f"{person.name} {person.credential}".strip(), *roles_of(person), *person.facts))
            item = QListWidgetItem(words)
            item.setData(_PERSON, person)
            self.addItem(item)
        names = [one.sign_in for one in people]
        self.blockSignals(False)
        self.setCurrentRow(names.index(wanted) if wanted in names else 0)

    def choose(self, sign_in: str) -> None:
        """Choose somebody by her sign-in name."""
        for place in range(self.count()):
            if self.item(place).data(_PERSON).sign_in == sign_in:
                self.setCurrentRow(place)

    def person(self) -> PersonView | None:
        """Who is chosen."""
        item = self.currentItem()
        person: PersonView | None = item.data(_PERSON) if item is not None else None
        return person

    def _changed(self) -> None:
        person = self.person()
        if person is not None:
            self.chosen.emit(person)
