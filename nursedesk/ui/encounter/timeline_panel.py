"""The timeline with its legend, its zoom buttons and the overview bar."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nursedesk.outputs.pictures.timeline_model import TimelineModel, clock_text
from nursedesk.outputs.pictures.timeline_shapes import hatch, triangle
from nursedesk.ui import theme
from nursedesk.ui.board.undo_place import UndoPlace
from nursedesk.ui.encounter.overview_bar import OverviewBar
from nursedesk.ui.encounter.timeline_view import STEP, TimelineView
from nursedesk.ui.encounter.view_window import Window
from nursedesk.ui.kit import Button, Hairline, IconButton, Kind, Panel, QuietButton, Text

FOOT = 10
"""px under the last lane."""


class Legend(QWidget):
    """Swatches with words; drops out whole when the head is too narrow for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explains = True
        self._words = (
            self.tr("running"),
            self.tr("paused"),
            self.tr("shared minutes"),
            self.tr("push"),
            self.tr("ticket changes"),
        )
        self.setAccessibleName(self.tr("Legend: {words}").format(words=", ".join(self._words)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _steps(self) -> list[tuple[str, float, float]]:
        """(word, swatch width, whole width) for each entry."""
        metrics = QFontMetricsF(theme.font(13))
        swatches = (22.0, 22.0, 22.0, 12.0, 4.0)
        return [
            (word, theme.px(mark), theme.px(mark + 8 + 24) + metrics.horizontalAdvance(word))
            for word, mark in zip(self._words, swatches, strict=True)
        ]

    def explain(self, shown: bool) -> None:
        """Paint the signs and their words, or keep the place empty."""
        if shown != self._explains:
            self._explains = shown
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(whole for _, _, whole in self._steps())), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._explains:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, metrics = 0.0, QFontMetricsF(theme.font(13))
        for index, (word, mark, whole) in enumerate(self._steps()):
            if x + whole - theme.px(24) > self.width():
                return
            tall = theme.px(12)
            self._swatch(painter, index, QRectF(x, (self.height() - tall) / 2, mark, tall))
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.current().quiet))
            base = (self.height() + metrics.capHeight()) / 2
            painter.drawText(QPointF(x + mark + theme.px(8), base), word)
            x += whole

    def _swatch(self, painter: QPainter, index: int, box: QRectF) -> None:
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if index == 0:
            painter.setBrush(QColor(colours.timeline_segment))
            painter.drawRoundedRect(box, 3, 3)
        elif index == 1:
            hatch(painter, box, QPen(QColor(colours.line_strong), 1), 5)
        elif index == 2:
            painter.setBrush(QColor(colours.timeline_second))
            painter.drawRoundedRect(box, 3, 3)
            hatch(painter, box, QPen(QColor(colours.ink), 1), 6, 3)
        elif index == 3:
            painter.setBrush(QColor(colours.ink))
            triangle(painter, box.center().x(), box.top() + 1, box.width() / 2)
        else:
            painter.fillRect(QRectF(box.left(), box.top() - 1, 2, box.height() + 2), QColor(colours.ink))


class TimelinePanel(Panel):
    """Head, view, overview."""

    fold_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("timelinePanel", parent=parent)
        self.view = TimelineView()
        self.overview = OverviewBar()
        self._shown = Text("", 13, theme.REGULAR, "quiet")
        self._shown.setObjectName("timelineShown")
        self.undo = UndoPlace(name="encounterUndo")
        self._legend = Legend()
        self._middle = QStackedWidget()
        self._follow = Button(self.tr("Follow now"), Kind.TINT, name="timelineFollow")
        self._fold = Button(self.tr("Hide"), Kind.PLAIN, name="timelineFold", size=13, pad=10)
        self._fold.clicked.connect(self.fold_pressed)
        self._fold.hide()
        self._tools: list[QWidget] = []
        self._foldable = self._folded = self._overviewed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 2)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._under_head = Hairline()
        column.addWidget(self._under_head)
        column.addWidget(self.view, 1)
        self._line = Hairline()
        column.addWidget(self._line)
        column.addWidget(self.overview)
        self.view.window_changed.connect(self._moved)
        self.overview.window_chosen.connect(self._chosen)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(12))
        title = Text(self.tr("Timeline"), 15, theme.STRONG)
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        minus = IconButton("minus", name="timelineZoomOut", spoken=self.tr("Show more time"))
        plus = IconButton("plus", name="timelineZoomIn", spoken=self.tr("Show less time"))
        fit = QuietButton(self.tr("Fit"), icon="fit", name="timelineFit", spoken=self.tr("Show the whole visit"))
        minus.clicked.connect(lambda: self.view.zoom(1 / STEP))
        plus.clicked.connect(lambda: self.view.zoom(STEP))
        fit.clicked.connect(self.view.fit)
        self._follow.clicked.connect(self.view.follow)
        row.addWidget(title)
        row.addSpacing(theme.px(12))
        self._middle.addWidget(self._legend)
        self._middle.addWidget(self.undo)
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._middle, 1)
        self._tools = [minus, plus, fit, self._follow]
        for widget in (self._shown, *self._tools, self._fold):
            row.addWidget(widget)
        return row

    def fold(self, foldable: bool, folded: bool) -> None:
        """In a window too low for it and the lists below the head alone stands, until somebody asks for more."""
        self._foldable, self._folded = foldable, foldable and folded
        self._fold.setVisible(foldable)
        word = self.tr("Show") if self._folded else self.tr("Hide")
        spoken = self.tr("Show the timeline") if self._folded else self.tr("Hide the timeline")
        self._fold.set_text(word, spoken)
        for part in (self.view, self._under_head, *self._tools):
            part.setVisible(not self._folded)
        self._legend.explain(not self._folded)
        self.show_overview(self._overviewed)
        self._show_range()

    def head_height(self) -> int:
        """Height of the head alone, px."""
        return round(theme.px(12) + max(theme.px(44), 44) + 4)

    def show_undo(self, shown: bool) -> None:
        """What was pressed last stands in the legend's place; nothing else moves."""
        self._middle.setCurrentIndex(1 if shown else 0)

    def show_model(self, model: TimelineModel) -> None:
        """Show the visit."""
        self.view.show_model(model)
        self._follow.setEnabled(model.now is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretch shown is written twice, here and on the axis: it gives way first."""
        super().resizeEvent(event)
        self._show_range()

    def _show_range(self) -> None:
        self._shown.setVisible(self.width() >= theme.px(640) and not self._foldable)

    def needed_height(self) -> int:
        """Height at which no lane is scrolled, px, with a foot under the last one."""
        return round(self._around() + self.view.needed_height()) + theme.px(FOOT)

    def least_height(self, width: int) -> int:
        """Height at which the first lane is seen whole in a panel of a width, px."""
        return round(self._around() + self.view.least_height(width - 2))

    def _around(self) -> float:
        head = theme.px(12) + max(theme.px(44), 44)
        overview = 0 if self.overview.isHidden() else self.overview.sizeHint().height() + 1
        return head + overview + 4

    def show_overview(self, shown: bool) -> None:
        """The overview bar and the line above it, or their room for the lanes."""
        self._overviewed = shown
        self.overview.setVisible(shown and not self._folded)
        self._line.setVisible(shown and not self._folded)

    def _moved(self) -> None:
        model, window = self.view.model(), self.view.window_shown()
        if model is None or window is None:
            return
        begin, end = clock_text(window.begin, model.zone), clock_text(window.end, model.zone)
        self._shown.set_runs(f"{begin} – {end}")
        self._shown.updateGeometry()
        self._follow.set_kind(Kind.TINT if self.view.follows() else Kind.QUIET)
        self.overview.show_window(model, self.view.whole(), window)

    def _chosen(self, window: object) -> None:
        if isinstance(window, Window):
            self.view.show_window(window)
