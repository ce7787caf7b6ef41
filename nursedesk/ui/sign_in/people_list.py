"""The people of the suite as a list: initials, name, credential."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.kit import ListRow, paint_list_row
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.sign_in.model import Entrant, initials

ROW, NAME, DISC, PAD, GAP = 68, 17, 40, 24, 16
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex
_PERSON = Qt.ItemDataRole.UserRole


class PersonDelegate(QStyledItemDelegate):
    """A disc with initials, the name never cut, the credential quiet; no disc where a name needs its room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        person: Entrant = index.data(_PERSON)
        _, room = self._place(person, self._width())
        words = self._tall(person.name, NAME, theme.STRONG, room) + self._tall(_second(person), 13, 400, room)
        return QSize(100, max(theme.px(ROW), round(words) + theme.px(14)))

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListWidget) else 0

    def _place(self, person: Entrant, width: float) -> tuple[float, float]:
        """(where the words begin, how wide they may be), px."""
        with_disc = width - PAD - theme.px(DISC) - GAP - GAP
        if theme.advance(person.name, NAME, theme.STRONG) <= with_disc:
            return PAD + theme.px(DISC) + GAP, with_disc
        return PAD, max(width - PAD - GAP, 1)

    def _tall(self, text: str, size: float, weight: int, room: float) -> float:
        face = QFontMetricsF(theme.shared_font(size, weight))
        if theme.advance(text, size, weight) <= room:
            return face.height()
        return face.boundingRect(QRectF(0, 0, room, 10000), WRAPPED, text).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person: Entrant = index.data(_PERSON)
        area, colours = QRectF(option.rect), theme.current()
        chosen, over = row_state(option)
        paint_list_row(painter, area, ListRow(()), selected=chosen, hovered=over)
        left, room = self._place(person, area.width())
        second = _second(person)
        first = self._tall(person.name, NAME, theme.STRONG, room)
        words = first + self._tall(second, 13, theme.REGULAR, room)
        top = area.center().y() - words / 2
        painter.save()
        for text, size, weight, ink, y in (
            (person.name, NAME, theme.STRONG, colours.ink, top),
            (second, 13, theme.REGULAR, colours.quiet, top + first),
        ):
            painter.setFont(theme.shared_font(size, weight))
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(area.left() + left, y, room, words), WRAPPED, text)
        if left > PAD:
            self._paint_disc(painter, area, person, chosen)
        painter.restore()

    def _paint_disc(self, painter: QPainter, area: QRectF, person: Entrant, chosen: bool) -> None:
        colours, disc = theme.current(), theme.px(DISC)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.action_fill if chosen else colours.tint))
        round_ = QRectF(area.left() + PAD, area.center().y() - disc / 2, disc, disc)
        painter.drawEllipse(round_)
        painter.setPen(QColor(colours.on_action if chosen else colours.quiet))
        painter.setFont(theme.shared_font(14, theme.STRONG))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, initials(person.name))


def _second(person: Entrant) -> str:
    return person.credential or person.sign_in


class PeopleList(QListWidget):
    """Emits `chosen(Entrant)` for a press and for the arrow keys, `settled` for a press and for Enter."""

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peopleList")
        self.setAccessibleName(self.tr("Who is signing in"))
        self.setItemDelegate(PersonDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
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
