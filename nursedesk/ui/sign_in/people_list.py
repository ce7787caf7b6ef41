"""The people of the suite as a list: initials, name, credential."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.kit import ListRow, Run, hairline, paint_list_row
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.sign_in.model import Entrant, initials

ROW = 68
_PERSON = Qt.ItemDataRole.UserRole


class PersonDelegate(QStyledItemDelegate):
    """A disc with initials, the name strong, the credential quiet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        person: Entrant = index.data(_PERSON)
        area = QRectF(option.rect)
        chosen, over = row_state(option)
        second = person.credential or person.sign_in
        row = ListRow((Run(person.name, 17, theme.STRONG),), (Run(second, 13, role="quiet"),))
        disc = theme.px(40)
        paint_list_row(painter, area, row, pad=24 + disc + 16, selected=chosen, hovered=over)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.action_fill if chosen else colours.tint))
        round_ = QRectF(area.left() + 24, area.center().y() - disc / 2, disc, disc)
        painter.drawEllipse(round_)
        painter.setPen(QColor(colours.on_action if chosen else colours.quiet))
        painter.setFont(theme.font(14, theme.STRONG))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, initials(person.name))
        painter.restore()
        hairline(painter, area.left(), area.right(), area.bottom() - 1, colours)


class PeopleList(QListWidget):
    """Emits `chosen(Entrant)` for a press and for the arrow keys, `settled` for a press and for Enter."""

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peopleList")
        self.setAccessibleName(self.tr("Who is signing in"))
        self.setItemDelegate(PersonDelegate(self))
        as_plain_list(self)
        self.currentItemChanged.connect(self._changed)
        self.itemClicked.connect(lambda _: self.settled.emit())
        self.itemActivated.connect(lambda _: self.settled.emit())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_people(self, people: Sequence[Entrant]) -> None:
        """Show these people; the one chosen before stays chosen, else the first."""
        kept = self.person()
        self.blockSignals(True)
        self.clear()
        for person in people:
            item = QListWidgetItem(f"{person.name} {person.credential}".strip())
            item.setData(_PERSON, person)
            self.addItem(item)
        names = [p.sign_in for p in people]
        self.blockSignals(False)
        if people:
            self.setCurrentRow(names.index(kept.sign_in) if kept and kept.sign_in in names else 0)

    def choose(self, sign_in: str) -> None:
        """Choose somebody by her sign-in name."""
        for place in range(self.count()):
            if self.item(place).data(_PERSON).sign_in == sign_in:
                self.setCurrentRow(place)

    def person(self) -> Entrant | None:
        """Who is chosen."""
        item = self.currentItem()
        person: Entrant | None = item.data(_PERSON) if item is not None else None
        return person

    def _changed(self) -> None:
        person = self.person()
        if person is not None:
            self.chosen.emit(person)
