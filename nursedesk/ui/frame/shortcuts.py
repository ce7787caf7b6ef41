"""Every key of the desk on one sheet over the page, by where it works."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import DialogFrame, Paragraph, PrimaryButton, ScrollArea, Text, paint_ground
from nursedesk.ui.kit.dialog import EDGE
from nursedesk.ui.kit.scroll import Fluid

translate = QCoreApplication.translate
Keys = tuple[tuple[str, str], ...]
"""(keys, what they do); keys with a space between are pressed together or are alternatives."""


def groups() -> tuple[tuple[str, Keys], ...]:
    """(where, keys): what the sheet lists, and Help too."""
    return (
        (
            translate("Keys", "Everywhere"),
            (
                ("Ctrl K", translate("Keys", "find anything, do anything")),
                ("Ctrl 1 … 9", translate("Keys", "the pages, from the top")),
                ("F1", translate("Keys", "Help")),
                ("Ctrl /", translate("Keys", "this sheet")),
                ("Ctrl L", translate("Keys", "lock the screen")),
                ("Tab", translate("Keys", "to the next control; Shift Tab back")),
                ("Esc", translate("Keys", "put away what is open")),
            ),
        ),
        (
            translate("Keys", "Board"),
            (
                ("← → ↑ ↓", translate("Keys", "from chair to chair")),
                ("Enter", translate("Keys", "open the visit, or check in")),
                ("S", translate("Keys", "start or stop the line that is marked or overdue")),
                ("H", translate("Keys", "hang")),
                ("P", translate("Keys", "push")),
                ("M", translate("Keys", "everything else at this chair and its lines")),
                ("Z", translate("Keys", "take the last press back")),
            ),
        ),
        (
            translate("Keys", "Visit"),
            (
                ("S", translate("Keys", "stop what has run longest")),
                ("M", translate("Keys", "rate, bag, access, waste, a stop said later")),
                ("+ − 0", translate("Keys", "zoom the timeline, show it whole")),
                ("← →", translate("Keys", "go along the timeline")),
                ("[ ]", translate("Keys", "from line to line on the timeline")),
                ("Enter", translate("Keys", "edit the time of what is chosen")),
            ),
        ),
        (
            translate("Keys", "A time that is typed"),
            (
                ("-5m", translate("Keys", "five minutes earlier")),
                ("14:02", translate("Keys", "that minute of the clock")),
                ("↑ ↓", translate("Keys", "a minute later, a minute earlier")),
            ),
        ),
    )


TWO, CAPS = 860, 132
"""Width from which two columns stand side by side, and what the widest keys take, px at 100 %."""


class KeyCaps(QWidget):
    """The keys, each on a cap."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys.split(" ")
        self.setAccessibleName(keys)
        wide = sum(self._wide(key) for key in self._keys) + theme.px(5) * (len(self._keys) - 1)
        self.setFixedSize(round(wide) + 2, theme.px(30))

    def _wide(self, key: str) -> float:
        return max(theme.advance(key, 13, theme.MEDIUM) + theme.px(16), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, x = theme.current(), QPainter(self), 0.0
        painter.setFont(theme.font(13, theme.MEDIUM))
        for key in self._keys:
            box = QRectF(x + 0.5, theme.px(2), self._wide(key), theme.px(26))
            paint_ground(painter, box, QColor(colours.tint), QColor(colours.line_strong), 1, 5)
            painter.setPen(QColor(colours.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            x += self._wide(key) + theme.px(5)


class ShortcutSheet(DialogFrame):
    """Two columns of groups; Esc or Done puts it away."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(
            host, name="shortcutSheet", title="", size=QSize(980, 720) * theme.scale(), clear_top=bar_height()
        )
        title = self.tr("Keys")
        self.title.set_runs(title)
        self.setAccessibleName(title)
        self._inside = Fluid()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(EDGE, 6, EDGE, 18)
        self._grid.setHorizontalSpacing(theme.px(40))
        self._grid.setVerticalSpacing(theme.px(22))
        self._groups = [self._group(where, keys) for where, keys in groups()]
        self._columns = 0
        self._arrange()
        self.body.addWidget(ScrollArea(self._inside), 1)
        done = PrimaryButton(self.tr("Done"), name="shortcutsDone", height=48)
        done.clicked.connect(self.cancelled)
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Two columns of one width, or one where each would be too narrow for what the keys do."""
        columns = 2 if self.panel.width() >= theme.px(TWO) else 1
        if columns != self._columns:
            self._columns = columns
            for place, group in enumerate(self._groups):
                self._grid.addWidget(group, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            for column in range(2):
                self._grid.setColumnStretch(column, int(column < columns))
        self.hug(self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._groups:
            self._arrange()

    def _group(self, where: str, keys: Keys) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Text(where, 15, theme.STRONG))
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.px(14))
        rows.setVerticalSpacing(theme.px(5))
        rows.setColumnMinimumWidth(0, theme.px(CAPS))
        rows.setColumnStretch(1, 1)
        for number, (key, does) in enumerate(keys):
            rows.addWidget(KeyCaps(key), number, 0, Qt.AlignmentFlag.AlignLeft)
            words = Paragraph(does, 14)
            words.setMinimumHeight(theme.px(30))
            rows.addWidget(words, number, 1)
        column.addLayout(rows)
        return box
