"""The messages page: where messages go, what waits, what was refused and by which words."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.encounter.rows_model import ROW, RowsModel
from nursedesk.ui.kit import (
    ComboField,
    Field,
    Foot,
    IconButton,
    ListRow,
    PageHead,
    Panel,
    Paragraph,
    PrimaryButton,
    QuietButton,
    Run,
    Text,
    paint_list_row,
)
from nursedesk.ui.posting.model import (
    MessageRow,
    PostingActions,
    PostingModel,
    count_of,
    facts_of,
    sets,
    state_of,
    title_of,
)

Index = QModelIndex | QPersistentModelIndex
TALL = 60


class MessageDelegate(QStyledItemDelegate):
    """What it is over who and when; its state at the right, in words."""

    def __init__(self, parent: QWidget, zone: ZoneInfo) -> None:
        super().__init__(parent)
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme.px(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MessageRow = index.data(ROW)
        role = "needs_stop_text" if row.refused else "attention_text" if row.attempts else "quiet"
        shown = ListRow(
            (Run(title_of(row), 15, theme.STRONG),),
            (Run(facts_of(row, self._zone), 13, role="quiet"),),
            (Run(state_of(row), 14, theme.STRONG, role),),
            "needs_stop_fill" if row.refused else None,
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_list_row(painter, QRectF(option.rect), shown, selected=chosen)


class PostingPage(QWidget):
    """Shows a `PostingModel`; what is pressed goes to its actions."""

    def __init__(self, zone: ZoneInfo, actions: PostingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("postingPage")
        self._actions, self._zone = actions, zone
        self._may_post = self._busy = False
        self._rows = RowsModel(lambda row: row.id, self._spoken, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        below = QVBoxLayout()
        below.setContentsMargins(24, 4, 24, 24)
        below.setSpacing(12)
        below.addWidget(self._make_settings())
        below.addWidget(self._make_queue(), 1)
        column.addLayout(below, 1)
        self.setFocusProxy(self._list)
        self._offer()

    def _make_head(self) -> PageHead:
        head = PageHead("postingHead")
        back = IconButton("back", name="postingBack", spoken=self.tr("Back to the tickets"))
        back.clicked.connect(lambda: self._actions.back())
        self._count = Text("", 15, role="quiet")
        self._count.setObjectName("postingCount")
        self._send = PrimaryButton(self.tr("Send what waits"), name="postingSendButton", icon="forward")
        self._send.clicked.connect(lambda: self._actions.send())
        head.left.addWidget(back)
        head.left.addWidget(Text(self.tr("Messages to other systems"), 20, theme.STRONG))
        head.left.addWidget(self._count, 1)
        head.right.addWidget(self._send)
        return head

    def _make_settings(self) -> Panel:
        panel = Panel("postingSettings")
        grid = QGridLayout(panel)
        grid.setContentsMargins(20, 14, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        self._fields = {
            "destination": Field(
                self.tr("Goes to"), name="postingDestination", hint=self.tr("a folder, or mllp://host:port")
            ),
            "receiving_application": Field(self.tr("Receiving application"), name="postingApplication"),
            "receiving_facility": Field(self.tr("Receiving facility"), name="postingFacility"),
            "department": Field(self.tr("Department"), name="postingDepartment"),
            "charge_master": Field(
                self.tr("Charge master file"), name="postingChargeMaster", hint=self.tr("CSV; may stay empty")
            ),
        }
        self._set = ComboField(self.tr("What is sent"), sets(), name="postingSet")
        self._keep = QuietButton(self.tr("Keep"), name="postingKeepButton")
        self._keep.clicked.connect(lambda: self._keep_settings())
        self._refusal = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._refusal.setObjectName("postingRefusal")
        self._refusal.hide()
        self._why = Paragraph("", 14, role="quiet")
        self._why.setObjectName("postingWhy")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._fields["destination"], 0, 0, 1, 2, top)
        grid.addWidget(self._set, 0, 2, 1, 2, top)
        places = ("receiving_application", "receiving_facility", "department", "charge_master")
        for column, name in enumerate(places):
            grid.addWidget(self._fields[name], 1, column, top)
        grid.addWidget(self._refusal, 2, 0, 1, 3)
        grid.addWidget(self._keep, 2, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._why, 3, 0, 1, 4)
        return panel

    def _make_queue(self) -> Panel:
        panel = Panel("postingPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 6, 1, 1)
        inside.setSpacing(0)
        self._list = view = QListView()
        view.setObjectName("postingList")
        view.setAccessibleName(self.tr("Messages that have not gone"))
        view.setModel(self._rows)
        view.setItemDelegate(MessageDelegate(view, self._zone))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.viewport().setAutoFillBackground(False)
        view.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._nothing = Paragraph("", 15, role="quiet")
        self._nothing.setObjectName("postingNothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(view, 1)
        inside.addWidget(self._nothing, 1)
        inside.addWidget(self._make_foot())
        return panel

    def _make_foot(self) -> QWidget:
        foot = Foot()
        self._about = Text("", 14, role="quiet")
        self._leave = QuietButton(self.tr("Posted by hand"), icon="edit", name="postingLeaveButton")
        self._again = QuietButton(self.tr("Send this one"), icon="forward", name="postingAgainButton")
        self._leave.clicked.connect(lambda: self._tell(self._actions.leave))
        self._again.clicked.connect(lambda: self._tell(self._actions.again))
        foot.row.addWidget(self._about, 1)
        foot.row.addWidget(self._leave)
        foot.row.addWidget(self._again)
        return foot

    # --- showing ---

    def show_model(self, model: PostingModel) -> None:
        """Show the queue and the settings as they are; the marked row stays."""
        kept = self._current()
        self._rows.set_rows(model.rows)
        self._may_post = model.may_post
        self._count.set_runs(count_of(model.rows))
        self._why.show_text(model.why)
        self._why.setVisible(bool(model.why))
        for name, field in self._fields.items():
            field.set_text(model.settings.get(name, ""))
            field.setEnabled(model.may_change)
        self._set.choose(model.settings.get("messages", ""))
        self._set.setEnabled(model.may_change)
        self._keep.setVisible(model.may_change)
        self._list.setVisible(bool(model.rows))
        self._nothing.setVisible(not model.rows)
        none = self.tr("Nothing waits. A signed ticket’s messages go by themselves once a destination is kept.")
        self._nothing.show_text(none)
        place = next((n for n, row in enumerate(model.rows) if kept and row.id == kept.id), 0)
        if model.rows:
            self._list.setCurrentIndex(self._rows.index(place, 0))
        self._offer()

    def show_busy(self, busy: bool) -> None:
        """While messages go, none can be sent twice."""
        self._busy = busy
        self._offer()

    def refuse(self, sentence: str) -> None:
        """Why something was not done; empty takes it away."""
        self._refusal.show_text(sentence)
        self._refusal.setVisible(bool(sentence))

    def _offer(self) -> None:
        row = self._current()
        ready = self._may_post and not self._busy
        self._send.setEnabled(ready and bool(self._rows.rows()))
        for button in (self._again, self._leave):
            button.setEnabled(ready and row is not None)
        self._about.set_runs(title_of(row) if row is not None else "")

    def _current(self) -> MessageRow | None:
        rows = self._rows.rows()
        place = self._list.currentIndex().row()
        return rows[place] if 0 <= place < len(rows) else None

    def _spoken(self, row: MessageRow) -> str:
        return ". ".join((title_of(row), state_of(row), facts_of(row, self._zone)))

    def _tell(self, action: Callable[[str], None]) -> None:
        row = self._current()
        if row is not None:
            action(row.id)

    def _keep_settings(self) -> None:
        said = {name: field.text() for name, field in self._fields.items()}
        self.refuse(self._actions.keep(said | {"messages": self._set.choice()}))
