"""The room over the shift and the charge nurse's charts, painted by the hands that print them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.desk.shift_charts import ChartName
from nursedesk.outputs.pictures.chart_model import ChartModel
from nursedesk.outputs.pictures.charts import paint_chart
from nursedesk.outputs.pictures.gantt import GanttModel, gantt_fitted, gantt_height, paint_gantt
from nursedesk.outputs.pictures.timeline_style import TimelineStyle
from nursedesk.ui import theme
from nursedesk.ui.encounter.timeline_view import screen_style
from nursedesk.ui.kit import ComboField, QuietButton, ScrollArea
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.kit.scroll import Fluid
from nursedesk.ui.shift.legend import RoomLegend

LEAST_CHART = 212
"""A chart takes the height there is; where that is less it scrolls. Design pixels."""
Paint = Callable[[QPainter, QRectF, TimelineStyle], None]


class Picture(QWidget):
    """Paints what it is given, as wide as there is room; says it in words to assistive tools."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._paint: Paint | None = None
        self._tall: Callable[[float], float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, paint: Paint, tall: Callable[[float], float], spoken: str) -> None:
        """Show another picture, as tall in px as `tall` says for a width in px."""
        self._paint, self._tall = paint, tall
        self._fit()
        self.setAccessibleName(spoken)
        self.update()

    def show_growing(self, paint: Paint, least: float, spoken: str) -> None:
        """Show another picture that takes the height there is, at least so many px."""
        self._paint, self._tall = paint, None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(round(least))
        self.setAccessibleName(spoken)
        self.update()

    def _fit(self) -> None:
        if self._tall is not None:
            self.setFixedHeight(round(self._tall(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paint is not None:
            painter = QPainter(self)
            self._paint(painter, QRectF(self.rect()), screen_style())
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


class RoomView(QWidget):
    """The chairs, one under the other; `save_pressed` when the picture is wanted as a file."""

    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("shiftRoom")
        self._model: GanttModel | None = None
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(20, 4, 20, 8)
        inside.addWidget(self._picture)
        inside.addStretch(1)
        self._area = ScrollArea(held)
        self._area.setObjectName("shiftRoomArea")
        self._area.setAccessibleName(self.tr("Chairs over the shift"))
        self._legend = RoomLegend()
        self._save = QuietButton(self.tr("Save picture…"), icon="pdf", name="saveRoomButton")
        self._save.clicked.connect(lambda: self.save_pressed.emit())
        self._nothing = Empty("board", name="shiftRoomNothing")
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(_head(self._legend, self._save))
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)

    def show_room(self, model: GanttModel) -> None:
        """Show the chairs of a period; in one without anybody there is no picture, only why."""
        self._model = model
        for part in (self._area, self._legend, self._save):
            part.setVisible(bool(model.rows))
        self._nothing.setVisible(not model.rows)
        said = self.tr("Each chair has its row here, with what ran as bars over the hours.")
        self._nothing.say(self.tr("Nobody was in a chair in this time"), said)
        spoken = "; ".join(_spoken(row.chair, [bar.label for bar in row.bars]) for row in model.rows)

        def paint(painter: QPainter, rect: QRectF, style: TimelineStyle) -> None:
            paint_gantt(painter, rect, model, style)

        def tall(width: float) -> float:
            fitted = gantt_fitted(model, width, screen_style())
            return gantt_height(fitted, screen_style())

        self._picture.show_picture(paint, tall, spoken or model.words.nobody)

    @property
    def model(self) -> GanttModel | None:
        """What is shown."""
        return self._model


def _spoken(chair: str, labels: list[str]) -> str:
    return f"{chair}: {', '.join(labels)}"


class ChartsView(QWidget):
    """One chart at a time, chosen from a list; `save_pressed` when it is wanted as a file."""

    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts: Mapping[ChartName, ChartModel] = {}
        self._picture = Picture("shiftChart")
        self._said = Empty("shift", name="shiftChartsSaid")
        self._choice = ComboField("", self._names(), name="shiftChartChoice", spoken=self.tr("Chart"))
        self._choice.changed.connect(lambda _: self._show())
        self._choice.setMaximumWidth(theme.px(480))
        self._choice.combo.setMinimumWidth(0)
        self._choice.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._save = QuietButton(self.tr("Save picture…"), icon="pdf", name="saveChartButton")
        self._save.clicked.connect(lambda: self.save_pressed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(_head(self._choice, self._save))
        below = Fluid()
        held = QVBoxLayout(below)
        held.setContentsMargins(20, 8, 20, 12)
        held.addWidget(self._picture, 1)
        held.addWidget(self._said, 1)
        area = ScrollArea(below)
        area.setObjectName("shiftChartArea")
        area.setAccessibleName(self.tr("Chart"))
        column.addWidget(area, 1)
        self.say("")

    def _names(self) -> tuple[tuple[str, str], ...]:
        return (
            (ChartName.CHAIRS, self.tr("Chairs in use by hour")),
            (ChartName.LATE, self.tr("Minutes past the plan by hour")),
            (ChartName.TIMES, self.tr("Missing and late times by week")),
            (ChartName.BOUNDARIES, self.tr("Stops around boundaries")),
        )

    def show_charts(self, charts: Mapping[ChartName, ChartModel]) -> None:
        """Show the charts of a period."""
        self._charts = charts
        self._offer(True)
        self._show()

    def refuse(self, words: str) -> None:
        """Nothing to choose and nothing to save, and a sentence why."""
        self._offer(False)
        self._said_instead(words)

    def _offer(self, offered: bool) -> None:
        self._choice.setVisible(offered)
        self._save.setVisible(offered)

    def say(self, words: str) -> None:
        """A sentence instead of a chart: it is being counted."""
        self._offer(True)
        self._said_instead(words)

    def _said_instead(self, words: str) -> None:
        self._charts = {}
        self._said.say("", words)
        self._show()

    @property
    def chart(self) -> ChartModel | None:
        """The chart that is shown."""
        return self._charts.get(ChartName(self._choice.choice() or ChartName.CHAIRS))

    def name(self) -> str:
        """The key of the chart that is chosen."""
        return self._choice.choice() or ChartName.CHAIRS

    def _show(self) -> None:
        model = self.chart
        self._picture.setVisible(model is not None)
        self._said.setVisible(model is None)
        self._save.setEnabled(model is not None)
        if model is None:
            return

        def paint(painter: QPainter, rect: QRectF, style: TimelineStyle) -> None:
            paint_chart(painter, rect, model, style)

        self._picture.show_growing(paint, theme.px(LEAST_CHART), model.spoken())


def _head(left: QWidget, save: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(20, 8, 20, 4)
    row.setSpacing(12)
    row.addWidget(left, 1)
    row.addWidget(save, 0, Qt.AlignmentFlag.AlignRight)
    return row
