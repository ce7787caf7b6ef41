"""The zoomable timeline: wheel zooms about the pointer, drag pans, keys do both; painted by the one painter."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGestureEvent, QPinchGesture, QToolTip, QWidget

from nursedesk.outputs.pictures.timeline import paint_timeline
from nursedesk.outputs.pictures.timeline_layout import (
    AXIS,
    Scale,
    lanes,
    line_areas,
    line_at,
    line_starts,
    scale_of,
    timeline_height,
)
from nursedesk.outputs.pictures.timeline_model import TimelineModel, clock_text, spoken
from nursedesk.outputs.pictures.timeline_style import TimelineStyle
from nursedesk.ui import theme
from nursedesk.ui.encounter.view_window import Window, following, kept_near, panned, zoomed
from nursedesk.ui.kit.focus import FocusRing

STEP = 0.8
"""One press of + shows this share of what was shown."""
PAN = 0.12
MARGIN = 24


def screen_style(dense: bool = False) -> TimelineStyle:
    """The painter's style under the theme and text scale in force."""
    worn = theme.current()
    colors = {key: value for key, value in asdict(worn).items() if str(value).startswith("#")}
    colors["line"] = theme.grid_line(worn)
    return TimelineStyle(colors, theme.font(13).family(), theme.scale(), dense=dense)


class TimelineView(QAbstractScrollArea):
    """`line_pressed`: a bar or push was chosen; `edit_pressed(line, instant)`: its event there is to be edited."""

    window_changed = Signal()
    line_pressed = Signal(str)
    edit_pressed = Signal(str, object)
    chosen_changed = Signal(bool)
    """Whether any line is chosen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: TimelineModel | None = None
        self._whole: Window | None = None
        self._window: Window | None = None
        self._fits, self._follows = True, False
        self._dragged_from: tuple[QPointF, Window, int] | None = None
        """Where, and the stretch and the lanes that were shown then."""
        self._moved = False
        self._dense = False
        self._chosen = ""
        self.setObjectName("timelineView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Timeline of the visit"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.verticalScrollBar().setSingleStep(24)
        self._ring = FocusRing(self, 6, 6)

    def set_dense(self, dense: bool) -> None:
        """Lower lanes, for a low window."""
        if dense != self._dense:
            self._dense = dense
            self._measure()
            self.viewport().update()

    def _style(self) -> TimelineStyle:
        return screen_style(self._dense)

    def show_model(self, model: TimelineModel) -> None:
        """Show a timeline; zoom and place stay where the person put them."""
        self._model = model
        self._whole = Window(model.begin, model.end)
        if self._fits or self._window is None:
            self._window = self._whole
        if self._follows and model.now is not None:
            self._window = following(self._window, model.now)
        said = "\n".join(spoken(model))
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
        self._measure()
        self.window_changed.emit()
        self.viewport().update()

    def model(self) -> TimelineModel | None:
        """What is shown, with the stretch that is shown."""
        if self._model is None or self._window is None:
            return None
        return replace(self._model, begin=self._window.begin, end=self._window.end)

    def whole(self) -> Window | None:
        """The stretch Fit shows."""
        return self._whole

    def window_shown(self) -> Window | None:
        """The stretch shown now."""
        return self._window

    def follows(self) -> bool:
        """Whether the now-line stands still and the visit moves."""
        return self._follows

    def fit(self) -> None:
        """Show the whole visit."""
        self._fits, self._follows = True, False
        if self._whole:
            self._set(self._whole)

    def follow(self) -> None:
        """Keep now in sight."""
        self._fits, self._follows = False, True
        if self._model and self._model.now and self._window:
            self._set(following(self._window, self._model.now))

    def zoom(self, factor: float, share: float = 0.5) -> None:
        """Show more (factor > 1) or less, about a share of the width."""
        if self._window:
            self._fits = False
            self.show_window(zoomed(self._window, factor, share))

    def pan(self, share: float) -> None:
        """Go later (positive) or earlier by a share of what is shown."""
        if self._window:
            self._fits = self._follows = False
            self.show_window(panned(self._window, share))

    def show_window(self, window: Window) -> None:
        """Show exactly this stretch, unless nothing of the visit would be in it."""
        self._fits = False
        self._set(kept_near(window, self._whole) if self._whole else window)

    def _set(self, window: Window) -> None:
        if window != self._window:
            self._window = window
            self._measure()
            self.window_changed.emit()
            self.viewport().update()

    def _rect(self) -> QRectF:
        width = self.viewport().width() - 2 * theme.px(MARGIN)
        top = -float(self.verticalScrollBar().value())
        height = max(self.needed_height(), float(self.viewport().height()))
        return QRectF(theme.px(MARGIN), top, max(width, 1), height)

    def needed_height(self) -> float:
        """Height at which nothing is cut off at the present width and zoom, in px."""
        return self._height_of(self.model(), self.viewport().width())

    def whole_height(self, width: float) -> float:
        """Height the whole visit needs in a view of a width, in px: zooming never moves what stands below."""
        return self._height_of(self._model, width)

    def _height_of(self, model: TimelineModel | None, width: float) -> float:
        if model is None:
            return 0.0
        return timeline_height(model, self._style(), max(width - 2.0 * theme.px(MARGIN), 1.0))

    def least_height(self, width: float) -> float:
        """Height of the axis and the first lane at a width of the view, px; also while it is not shown."""
        if self._model is None:
            return 0.0
        rect = QRectF(theme.px(MARGIN), 0, max(width - 2 * theme.px(MARGIN), 1), 100)
        placed = lanes(rect, self._model, self._style())
        first = placed[0].height if placed else theme.px(60)
        return first + self._style().px(AXIS)

    def _measure(self) -> None:
        needed = round(self.needed_height())
        over = needed - self.viewport().height()
        self.verticalScrollBar().setRange(0, max(over, 0))
        self.verticalScrollBar().setPageStep(self.viewport().height())

    def _scale(self) -> Scale | None:
        model = self.model()
        return scale_of(self._rect(), model, self._style()) if model else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.current().surface))
        model = self.model()
        if model is not None:
            paint_timeline(painter, self._rect(), model, self._style())
            self._paint_chosen(painter, model)
            if not any(lane.bars or lane.pushes for lane in model.lanes):
                self._paint_empty(painter)

    def _paint_chosen(self, painter: QPainter, model: TimelineModel) -> None:
        """A ring round every stretch, or the push, of the line that is chosen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().action_fill), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in line_areas(self._rect(), model, self._style(), self._chosen):
            painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), theme.px(6), theme.px(6))

    def chosen(self) -> str:
        """The line that is marked, or an empty string."""
        return self._chosen

    def choose(self, line: str) -> None:
        """Mark a line, wherever it was chosen."""
        if line != self._chosen:
            self._chosen = line
            self.chosen_changed.emit(bool(line))
            self.viewport().update()

    def _step(self, by: int) -> None:
        """To the next or the last line in the order they began; what is chosen comes into sight."""
        model = self._model
        begun = line_starts(model) if model else ()
        if not begun:
            return
        names = [line for line, _ in begun]
        place = (names.index(self._chosen) + by) % len(names) if self._chosen in names else 0 if by > 0 else -1
        line, at = begun[place]
        self.choose(line)
        window = self._window
        if window is not None and not window.begin <= at < window.end:
            self.show_window(Window(at - window.length * 0.1, at + window.length * 0.9))
        self.line_pressed.emit(line)

    def edit_chosen(self) -> None:
        """The latest time of the line that is chosen is to be edited."""
        if self._chosen:
            self.edit_pressed.emit(self._chosen, None)

    def pinched(self, factor: float, x: float) -> None:
        """Two fingers went apart (factor > 1) or together about a place in the viewport, px."""
        scale = self._scale()
        if scale is not None and factor > 0:
            self.zoom(1 / factor, min(max((x - scale.left) / scale.width, 0.0), 1.0))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                # Its middle is a place on the screen; lifting the fingers tells the last step once more.
                if pinch.state() is Qt.GestureState.GestureUpdated:
                    middle = self.viewport().mapFromGlobal(pinch.centerPoint())
                    self.pinched(pinch.scaleFactor(), middle.x())
                return True
        if isinstance(event, QTouchEvent) and len(event.points()) > 1:
            return True  # or the first finger would drag the hours as a mouse does
        return super().viewportEvent(event)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(theme.font(14))
        painter.setPen(QColor(theme.current().quiet))
        area = self.viewport().rect().adjusted(theme.px(MARGIN), theme.px(46), 0, 0)
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(area, flags, self.tr("Nothing has been hung or pushed yet."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        scale, turned = self._scale(), event.angleDelta().y()
        if scale is None or not turned:
            return
        share = min(max((event.position().x() - scale.left) / scale.width, 0.0), 1.0)
        self.zoom(float(STEP ** (turned / 120)), share)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._window:
            scrolled = self.verticalScrollBar().value()
            self._dragged_from, self._moved = (event.position(), self._window, scrolled), False
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scale = self._scale()
        if self._dragged_from is None or scale is None:
            self._tell(event)
            return
        start, window, scrolled = self._dragged_from
        moved = start - event.position()
        if abs(moved.x()) >= 4 or abs(moved.y()) >= 4 or self._moved:
            self._moved = True
            self.verticalScrollBar().setValue(round(scrolled + moved.y()))
            if abs(moved.x()) >= 4 or window != self._window:
                self._fits = self._follows = False
                self.show_window(panned(window, moved.x() / scale.width))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        pressed, self._dragged_from = self._dragged_from, None
        model = self.model()
        if pressed and not self._moved and model:
            line = line_at(self._rect(), model, self._style(), event.position())
            if line is not None:
                self.choose(line)
                self.line_pressed.emit(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The event nearest to the place is edited."""
        model, scale = self.model(), self._scale()
        line = line_at(self._rect(), model, self._style(), event.position()) if model else None
        if line is not None and scale is not None:
            self.edit_pressed.emit(line, scale.at(event.position().x()))

    def _tell(self, event: QMouseEvent) -> None:
        """What a bar too narrow for its words is."""
        model = self.model()
        line = line_at(self._rect(), model, self._style(), event.position()) if model else None
        bar = next((b for b in model.bars if b.line == line), None) if model else None
        if bar is None or model is None:
            QToolTip.hideText()
            return
        begin, end = clock_text(bar.begin, model.zone), clock_text(bar.end, model.zone)
        text = f"{bar.title} {bar.dose}\n{begin} – {end} · {bar.total}"
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        presses: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Left: lambda: self.pan(-PAN),
            Qt.Key.Key_Right: lambda: self.pan(PAN),
            Qt.Key.Key_Up: lambda: self._scroll(-1),
            Qt.Key.Key_Down: lambda: self._scroll(1),
            Qt.Key.Key_BracketRight: lambda: self._step(1),
            Qt.Key.Key_BracketLeft: lambda: self._step(-1),
            Qt.Key.Key_PageDown: lambda: self._step(1),
            Qt.Key.Key_PageUp: lambda: self._step(-1),
            Qt.Key.Key_Return: self.edit_chosen,
            Qt.Key.Key_Enter: self.edit_chosen,
        }
        press = presses.get(event.key())
        if press is None:
            super().keyPressEvent(event)
            return
        press()

    def _scroll(self, steps: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * bar.singleStep())

    def x_of(self, at: datetime) -> float:
        """Where an instant stands in the viewport, px."""
        scale = self._scale()
        return scale.x(at) if scale else 0.0
