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

FOOT = 6
"""px under the last lane."""
_TOOLED, _OVERVIEWED = 190, 330
"""As a tab: under these heights, before text scale, the lanes have the room of the tools, of the overview."""


class Legend(QWidget):
    """Swatches with words; drops out whole when the head is too narrow for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def sizeHint(self) -> QSize:
        return QSize(round(sum(whole for _, _, whole in self._steps())), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
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
    """Head, view, overview; in a low window it is a tab without a frame and a title of its own."""

    edit_pressed = Signal()
    """The line that is chosen is to be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("timelinePanel", parent=parent)
        self.view = TimelineView()
        self.overview = OverviewBar()
        self._shown = Text("", 13, theme.REGULAR, "quiet")
        self._shown.setObjectName("timelineShown")
        self.undo = UndoPlace(name="encounterUndo")
        self._legend = Legend()
        self._middle = QStackedWidget()
        self._title = Text(self.tr("Timeline"), 15, theme.STRONG)
        self._follow = Button(self.tr("Follow now"), Kind.TINT, name="timelineFollow")
        self._edit = QuietButton(
            self.tr("Edit"), name="timelineEdit", spoken=self.tr("Edit the time of the line that is chosen")
        )
        self._edit.clicked.connect(self.edit_pressed)
        self._tab = self._offers = False
        self._tools = QWidget()
        self._tools.setLayout(self._head())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 2)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(Hairline())
        column.addWidget(self.view, 1)
        self._line = Hairline()
        column.addWidget(self._line)
        column.addWidget(self.overview)
        self.view.window_changed.connect(self._moved)
        self.view.chosen_changed.connect(self._edit.setEnabled)
        self.overview.window_chosen.connect(self._chosen)
        self._edit.hide()
        self._edit.setEnabled(False)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(12))
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        minus = IconButton("minus", name="timelineZoomOut", spoken=self.tr("Show more time"))
        plus = IconButton("plus", name="timelineZoomIn", spoken=self.tr("Show less time"))
        fit = QuietButton(self.tr("Fit"), icon="fit", name="timelineFit", spoken=self.tr("Show the whole visit"))
        minus.clicked.connect(lambda: self.view.zoom(1 / STEP))
        plus.clicked.connect(lambda: self.view.zoom(STEP))
        fit.clicked.connect(self.view.fit)
        self._follow.clicked.connect(self.view.follow)
        row.addWidget(self._title)
        row.addSpacing(theme.px(12))
        self._middle.addWidget(self._legend)
        self._middle.addWidget(self.undo)
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._middle, 1)
        for widget in (self._shown, minus, plus, fit, self._follow, self._edit):
            row.addWidget(widget)
        return row

    def become_tab(self, tab: bool) -> None:
        """Be a tab among others, without a frame, or a panel; as a tab Undo stands elsewhere."""
        self._tab = tab
        self._title.setVisible(not tab)
        self._edit.setVisible(tab)
        if not tab:
            self._middle.addWidget(self.undo)
            self.show_undo(self._offers)
        self._share()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._tab:
            super().paintEvent(event)

    def show_undo(self, shown: bool) -> None:
        """What was pressed last stands in the legend's place; nothing else moves."""
        self._offers = shown
        if not self._tab:
            self._middle.setCurrentIndex(1 if shown else 0)

    def offers_undo(self) -> bool:
        """Whether something pressed can be taken back, here or beside the name."""
        return self._offers

    def show_model(self, model: TimelineModel) -> None:
        """Show the visit."""
        self.view.show_model(model)
        self._follow.setEnabled(model.now is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The stretch shown, written on the axis too, gives way first; in a low tab the tools do.

        Keys, drags, wheel and two fingers do what they do.
        """
        self._shown.setVisible(self.width() >= theme.px(640) and not self._tab)
        self._tools.setVisible(not self._tab or self.height() >= theme.px(_TOOLED))
        if self._tab:
            self.show_overview(self.height() >= theme.px(_OVERVIEWED))

    def needed_height(self, width: int, overviewed: bool) -> int:
        """Height at which no lane of the whole visit is scrolled in a panel of a width, px, with a foot."""
        return round(self._around(overviewed) + self.view.whole_height(width - 2)) + theme.px(FOOT)

    def least_height(self, width: int, overviewed: bool) -> int:
        """Height at which the first lane is seen whole in a panel of a width, px."""
        return round(self._around(overviewed) + self.view.least_height(width - 2))

    def _around(self, overviewed: bool) -> float:
        head = theme.px(12) + max(theme.px(44), 44)
        return head + (self.overview.sizeHint().height() + 1 if overviewed else 0) + 4

    def show_overview(self, shown: bool) -> None:
        """The overview bar and the line above it, or their room for the lanes."""
        self.overview.setVisible(shown)
        self._line.setVisible(shown)

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
