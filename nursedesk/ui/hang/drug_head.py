"""The drug's name over its fields, its star, and what is known of the order: on one line where they fit."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang.emptied import empty
from nursedesk.ui.kit import CheckBox, IconButton, Kind, Paragraph, paint_ground

translate = QCoreApplication.translate

SIZE, LOW = 26, 20
"""Of the drug's name; in a low window the fields want the room."""
GAP = 10


class FactTag(QLabel):
    """A fact in a hairline: `order signed 24-Nov`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font(13))
        return QSize(round(metrics.horizontalAdvance(self.text())) + theme.px(18), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()), None, QColor(colours.line_strong), 1, 6)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(colours.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class DrugHead(QWidget):
    """Emits `starred` and `ordered(on)`."""

    starred = Signal()
    ordered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Paragraph("", SIZE, theme.STRONG)
        self._title.setObjectName("drugTitle")
        spoken = translate("HangFields", "Keep as a favourite")
        self._star = IconButton("star", name="favouriteButton", spoken=spoken, plain=True)
        kept = self._star.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._star.setSizePolicy(kept)
        self._star.clicked.connect(self.starred)
        self._order = CheckBox(translate("HangFields", "Order on file"), name="orderField")
        self._order.clicked.connect(self.ordered)
        self._known = QWidget()
        self._tags = QHBoxLayout()
        self._tags.setSpacing(GAP)
        known = QHBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(GAP)
        known.addLayout(self._tags)
        known.addWidget(self._order)
        known.addStretch(1)
        self._named = QHBoxLayout()
        self._named.setSpacing(GAP)
        self._named.addWidget(self._title, 1)
        self._named.addWidget(self._star)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addLayout(self._named, 1)
        self._line.addWidget(self._known)

    def show_title(self, display: str, tags: Sequence[str], ask_order: bool) -> None:
        """The drug's name, what is known of its order, or the question whether there is one."""
        self._title.show_text(display)
        if [tag.text() for tag in self.tags()] != list(tags):
            empty(self._tags)
            for tag in tags:
                self._tags.addWidget(FactTag(tag))
        self._order.setVisible(ask_order)
        self._known.setVisible(ask_order or bool(tags))
        self._fit()

    def tags(self) -> list[FactTag]:
        """The facts that are shown."""
        held = (self._tags.itemAt(place) for place in range(self._tags.count()))
        return [one for one in (item.widget() for item in held if item is not None) if isinstance(one, FactTag)]

    def show_order(self, on: bool) -> None:
        """Whether there is an order on file."""
        if self._order.isChecked() != on:
            self._order.setChecked(on)

    def show_star(self, offered: bool, kept: bool) -> None:
        """Whether what stands here can be a favourite, and whether it is one."""
        self._star.setVisible(offered)
        words = (
            translate("HangFields", "No longer a favourite")
            if kept
            else translate("HangFields", "Keep as a favourite")
        )
        self._star.set_kind(Kind.TINT if kept else Kind.PLAIN)
        self._star.setAccessibleName(words)
        self._star.setToolTip(words)

    def set_low(self, low: bool) -> None:
        """In a low window the name is smaller."""
        self._title.setFont(theme.font(LOW if low else SIZE, theme.STRONG))
        self._fit()

    def _fit(self) -> None:
        name = QFontMetricsF(self._title.font()).horizontalAdvance(self._title.text())
        known = self._known.sizeHint().width() + GAP if not self._known.isHidden() else 0
        fits = name + 4 + GAP + self._star.width() + known <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if fits or not self.width() else down)
        self._line.setSpacing(GAP if fits else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
