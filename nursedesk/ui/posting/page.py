"""The messages page: where messages go, what waits, what was refused and by which words."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.kit import (
    ComboField,
    Field,
    Foot,
    IconButton,
    PageHead,
    Panel,
    Paragraph,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    Text,
)
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.kit.rows_model import RowsModel
from nursedesk.ui.kit.scroll import Fluid
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
from nursedesk.ui.posting.rows import MessageDelegate

NARROW, LOW, LIST = 800, 560, 250
"""Below this width the fields stand in two columns; below this height the page scrolls, and a queue as high as the
third, or as there is room for, comes before them. Px at 100 %."""
_GAP = 16


class PostingPage(QWidget):
    """Shows a `PostingModel`; what is pressed goes to its actions."""

    def __init__(self, zone: ZoneInfo, actions: PostingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("postingPage")
        self._actions, self._zone = actions, zone
        self._may_post = self._busy = False
        self._columns = 0
        self._rows = RowsModel(lambda row: row.id, self._spoken, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        body = Fluid()
        self._below = below = QVBoxLayout(body)
        below.setContentsMargins(24, 4, 24, 24)
        below.setSpacing(12)
        self._settings = self._make_settings()
        below.addWidget(self._settings)
        self._queue = self._make_queue()
        below.addWidget(self._queue, 1)
        area = ScrollArea(body)
        area.setObjectName("postingArea")
        column.addWidget(area, 1)
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
        self._title = Text(self.tr("Messages to other systems"), 20, theme.STRONG)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        self._head, self._back = head, back
        head.left.addWidget(back)
        head.left.addWidget(self._title)
        head.left.addWidget(self._count)
        head.left.addStretch(1)
        head.right.addWidget(self._send)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit(self) -> None:
        """The page's name is whole: the count goes to a line of its own, then the button loses its words."""
        room = self.width() - 2 * max(theme.px(24), 24)
        named = sum(part.sizeHint().width() + _GAP for part in (self._back, self._title))
        said = self.tr("Send what waits")
        self._send.set_compact(False, said)
        self._send.set_compact(named + self._send.sizeHint().width() > room, said)
        taken = named + self._send.sizeHint().width() + _GAP
        beside = taken + self._count.sizeHint().width() <= room
        if beside != (self._head.left.indexOf(self._count) >= 0):
            if beside:
                self._head.left.insertWidget(2, self._count)
            else:
                self._below.insertWidget(0, self._count)
        self._place_fields(2 if self.width() < theme.px(NARROW) else 4)
        low = self.height() < theme.px(LOW)
        seen = self.height() - self._head.height() - 28 - (0 if beside else self._count.sizeHint().height() + 12)
        self._queue.setMinimumHeight(max(min(theme.px(LIST), seen), 0) if low else 0)
        if low != (self._below.indexOf(self._queue) < self._below.indexOf(self._settings)):
            # What is looked at every day comes before what is typed once.
            self._below.addWidget(self._settings if low else self._queue, 0 if low else 1)
        foot = self.width() - 2 * 24 - 2 * 24 - _GAP
        pressed = self._leave.sizeHint().width() + self._again.sizeHint().width()
        self._about.setVisible(pressed + self._about.sizeHint().width() <= foot)

    def _place_fields(self, columns: int) -> None:
        """Four fields beside each other, or two and two; the first two have half a row each, or a whole one."""
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        if columns == self._columns:
            return
        self._columns = columns
        half = columns // 2 if columns == 4 else columns
        grid.addWidget(self._fields["destination"], 0, 0, 1, half, top)
        grid.addWidget(self._set, *((0, 2) if columns == 4 else (1, 0)), 1, half, top)
        places = ("receiving_application", "receiving_facility", "department", "charge_master")
        for number, name in enumerate(places):
            grid.addWidget(self._fields[name], 2 + number // columns, number % columns, top)
        grid.addWidget(self._refusal, 4, 0, 1, columns - 1)
        grid.addWidget(self._keep, 4, columns - 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._why, 5, 0, 1, columns)

    def _make_settings(self) -> Panel:
        panel = Panel("postingSettings")
        self._grid = grid = QGridLayout(panel)
        grid.setContentsMargins(20, 14, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        self._fields: dict[str, Field] = {
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
        self._hints = {name: field.edit.placeholderText() for name, field in self._fields.items()}
        self._set: ComboField = ComboField(self.tr("What is sent"), sets(), name="postingSet")
        self._keep: QuietButton = QuietButton(self.tr("Keep"), name="postingKeepButton")
        self._keep.clicked.connect(lambda: self._keep_settings())
        self._refusal: Paragraph = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._refusal.setObjectName("postingRefusal")
        self._refusal.hide()
        self._why: Paragraph = Paragraph("", 14, role="quiet")
        self._why.setObjectName("postingWhy")
        self._place_fields(4)
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
        # A row is as tall as its words are in this width.
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.viewport().setAutoFillBackground(False)
        view.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._nothing = Empty("forward", name="postingNothing")
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
        foot.row.addWidget(self._about)
        foot.row.addStretch(1)
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
            # An example in a field that cannot be typed into would read as what is kept.
            field.edit.setPlaceholderText(self._hints[name] if model.may_change else self.tr("not set"))
        self._set.choose(model.settings.get("messages", ""))
        self._set.setEnabled(model.may_change)
        self._keep.setVisible(model.may_change)
        self._list.setVisible(bool(model.rows))
        self._nothing.setVisible(not model.rows)
        none = self.tr(
            "Keep a destination: from then on the messages of every signed ticket go there by themselves."
        )
        kept_one = self.tr(
            "The messages of a signed ticket go by themselves. They stand here while they wait, or when they were "
            "refused."
        )
        self._nothing.say(self.tr("Nothing waits"), kept_one if model.settings.get("destination") else none)
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
        self._fit()

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
