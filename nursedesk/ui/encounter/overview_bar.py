"""The whole visit in one low bar, and the part of it the timeline shows, between two handles."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nursedesk.outputs.pictures.timeline import paint_overview
from nursedesk.outputs.pictures.timeline_layout import Scale
from nursedesk.outputs.pictures.timeline_model import TimelineModel
from nursedesk.ui import theme
from nursedesk.ui.encounter.timeline_view import screen_style
from nursedesk.ui.encounter.view_window import SHORTEST, Window, around, panned
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.surface import paint_ground
from nursedesk.ui.kit.text import Run, paint_runs

_REACH = 12


class Part(StrEnum):
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class OverviewBar(QWidget):
    """Drag a handle or the middle; arrows move it. Emits `window_chosen(Window)`."""

    window_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: TimelineModel | None = None
        self._window: Window | None = None
        self._held: tuple[Part, float, Window] | None = None
        self.setObjectName("timelineOverview")
        self.setAccessibleName(self.tr("Whole visit: the part shown"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._ring = FocusRing(self, 6, 4)

    def sizeHint(self) -> QSize:
        return QSize(400, max(theme.px(40), 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def show_window(self, model: TimelineModel | None, whole: Window | None, window: Window | None) -> None:
        """Show which stretch of the visit is shown."""
        self._window = window
        if model is not None and whole is not None:
            reach = around(whole, model.now)
            self._model = replace(model, begin=reach.begin, end=reach.end)
        self.update()

    def _bar(self) -> QRectF:
        left = theme.px(24) + screen_style().px(screen_style().gutter)
        height = theme.px(24)
        return QRectF(left, (self.height() - height) / 2 - 2, self.width() - left - theme.px(24), height)

    def _scale(self) -> Scale | None:
        bar, model = self._bar(), self._model
        return Scale(bar.left(), bar.width(), model.begin, model.end) if model else None

    def _handles(self) -> tuple[float, float] | None:
        scale = self._scale()
        if scale is None or self._window is None:
            return None
        bar = self._bar()
        left = min(max(scale.x(self._window.begin), bar.left()), bar.right() - 8)
        right = max(min(scale.x(self._window.end), bar.right()), bar.left() + 8)
        return left, right

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, bar = theme.current(), QPainter(self), self._bar()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = (Run(self.tr("Whole visit"), 13, theme.REGULAR, "quiet"),)
        paint_runs(painter, QPointF(theme.px(24), bar.center().y() + theme.px(4.5)), title)
        paint_ground(painter, bar, QColor(colours.tint), None, 0, 5)
        handles = self._handles()
        if self._model is None or handles is None:
            return
        left, right = handles
        paint_ground(
            painter, QRectF(left, bar.top(), right - left, bar.height()), QColor(colours.surface), None, 0, 5
        )
        paint_overview(painter, bar, self._model, screen_style())
        paint_ground(
            painter, QRectF(left, bar.top(), right - left, bar.height()), None, QColor(colours.quiet), 1.5, 6
        )
        painter.setPen(QPen(QColor(colours.ink), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x in (left, right):
            painter.drawLine(QPointF(x, bar.center().y() - 4), QPointF(x, bar.center().y() + 4))

    def _part_at(self, x: float) -> Part | None:
        handles = self._handles()
        if handles is None:
            return None
        left, right = handles
        if abs(x - left) <= _REACH:
            return Part.LEFT
        if abs(x - right) <= _REACH:
            return Part.RIGHT
        return Part.MIDDLE if left < x < right else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale, x = self._scale(), event.position().x()
        part = self._part_at(x)
        if scale is None or self._window is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if part is None:
            middle, half = scale.at(x), self._window.length / 2
            self.window_chosen.emit(Window(middle - half, middle + half))
            part = Part.MIDDLE
        self._held = (part, x, self._window)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scale, x = self._scale(), event.position().x()
        if self._held is None or scale is None:
            edge = self._part_at(x) in (Part.LEFT, Part.RIGHT)
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.OpenHandCursor)
            return
        part, start, window = self._held
        self.window_chosen.emit(moved(part, window, scale.at(start), scale.at(x)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1}.get(Qt.Key(event.key()))
        if step is None or self._window is None:
            super().keyPressEvent(event)
            return
        self.window_chosen.emit(panned(self._window, step))


def moved(part: Part, window: Window, held: datetime, now: datetime) -> Window:
    """The window after its handle or middle was dragged from one instant to another."""
    by = now - held
    if part is Part.MIDDLE:
        return Window(window.begin + by, window.end + by)
    if part is Part.LEFT:
        return Window(min(window.begin + by, window.end - SHORTEST), window.end)
    return Window(window.begin, max(window.end + by, window.begin + SHORTEST))
