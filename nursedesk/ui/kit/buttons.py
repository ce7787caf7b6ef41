"""Every button of the desk, painted: Stop and Start, the one filled blue, the quiet ones, tints and plain words.

All are QPushButtons, so the keyboard, assistive tools and tests treat them as such.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nursedesk.outputs.pictures.shapes import Shape, paint_shape
from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import RADIUS, paint_ground

TARGET = 44
"""The smallest side of anything one presses, px."""
PAD = 16
"""Left and right of a button's words, px at 100 %."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Kind(StrEnum):
    STOP = "stop"
    STOP_OVERDUE = "stop_overdue"
    STOP_OUTLINE = "stop_outline"
    """Keep-open and carrier."""
    START = "start"
    PRIMARY = "primary"
    QUIET = "quiet"
    TINT = "tint"
    SOFT = "soft"
    """Ink on a tint, inside a frame of its own: Undo."""
    PLAIN = "plain"
    """Words alone: Cancel, Not now."""
    SELECTED = "selected"
    """The chosen part of a segmented control."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a button at rest: fill and border may be missing."""

    fill: str | None
    text: str
    border: str | None = None
    width: float = 1


def resting(kind: Kind, colours: theme.Theme) -> Paint:
    """How a kind of button looks when nothing touches it."""
    return {
        Kind.STOP: Paint(colours.stop_fill, colours.stop_text),
        Kind.STOP_OVERDUE: Paint(colours.stop_overdue_fill, colours.stop_overdue_text),
        Kind.STOP_OUTLINE: Paint(colours.surface, colours.ink, colours.ink, 2),
        Kind.START: Paint(colours.action_tint, colours.action_text, colours.action_fill, 2),
        Kind.PRIMARY: Paint(colours.action_fill, colours.on_action),
        Kind.QUIET: Paint(colours.surface, colours.ink, colours.line_strong),
        Kind.TINT: Paint(colours.action_tint, colours.action_text, _outlined(colours)),
        Kind.SOFT: Paint(colours.tint, colours.ink, _outlined(colours)),
        Kind.PLAIN: Paint(None, colours.ink),
        Kind.SELECTED: Paint(colours.stop_fill, colours.stop_text),
    }[kind]


def _outlined(colours: theme.Theme) -> str | None:
    """Tints vanish in high contrast; a line stands in."""
    return colours.action_fill if colours.action_tint == colours.surface else None


class Button(QPushButton):
    """A painted button of any kind; emits `clicked` like every QPushButton."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.QUIET,
        *,
        icon: str | None = None,
        shape: Shape | None = None,
        name: str = "",
        spoken: str = "",
        size: float = 14,
        weight: int = theme.MEDIUM,
        height: int = TARGET,
        pad: int = PAD,
        inset: int = 0,
        tail: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`inset` px of the height stay unpainted at top and bottom; `tail` is an icon after the text."""
        super().__init__(text, parent)
        self._kind, self._mark, self._shape = kind, icon, shape
        self._size, self._weight, self._height, self._pad = size, weight, height, pad
        self._note, self._inset, self._tail = "", inset, tail
        self.setObjectName(name)
        self.setAccessibleName(spoken or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self._ring = FocusRing(self)

    def set_kind(self, kind: Kind) -> None:
        """Look like another kind; same place, same size."""
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def kind(self) -> Kind:
        """How it looks now."""
        return self._kind

    def set_text(self, text: str, spoken: str = "") -> None:
        """Change the words, when they are others."""
        if text != self.text():
            self.setText(text)
        if (spoken or text) != self.accessibleName():
            self.setAccessibleName(spoken or text)

    def set_note(self, note: str) -> None:
        """A quiet word after the text (seconds left, a key); the room for it is kept by the caller."""
        if note != self._note:
            self._note = note
            self.update()

    def set_compact(self, compact: bool, words: str) -> None:
        """Only the icon, where the words have no room; the accessible name stays."""
        spoken = self.accessibleName()
        self.setToolTip(words if compact else "")
        self.setText("" if compact else words)
        self.setAccessibleName(spoken)
        self.updateGeometry()

    def set_size(self, size: float, height: int | None = None) -> None:
        """Another type size, and height."""
        if size != self._size or height not in (None, self._height):
            self._size, self._height = size, height or self._height
            self.updateGeometry()
            self.update()

    def _mark_size(self, size: float) -> float:
        """Side of the shape or icon beside text of `size`, px."""
        cap = QFontMetricsF(theme.shared_font(size, self._weight)).capHeight()
        return round(cap * (1.0 if self._shape else 1.75))

    def _content_width(self, size: float) -> float:
        """Everything on the button at a type size, px."""
        width = theme.advance(self.text(), size, self._weight)
        if self._note:
            width += theme.advance(f"  {self._note}", size, self._weight)
        if self._tail:
            width += self._mark_size(size) + theme.px(6)
        if self._mark or self._shape:
            width += self._mark_size(size) + (theme.px(10) if self.text() else 0)
        return width

    def _fitted(self) -> float:
        """The type size at which the words fit: a longer language gets smaller before it gets dots."""
        size = self._size
        while size > self._size * 0.7 and self._content_width(size) > self.width() - 16:
            size -= 0.5
        return size

    def sizeHint(self) -> QSize:
        width = self._content_width(self._size) + 2 * theme.px(self._pad)
        height = max(theme.px(self._height), TARGET)
        return QSize(max(round(width + 0.5), TARGET), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _now(self, colours: theme.Theme) -> tuple[QColor | None, QColor, QColor | None, float]:
        """(fill, text, border, border width) in the state the button is in."""
        rest = resting(self._kind, colours)
        if not self.isEnabled():
            return QColor(colours.tint), QColor(theme.hint(colours)), QColor(theme.off_line(colours)), 1
        fill = QColor(rest.fill) if rest.fill else None
        base = rest.fill or colours.surface
        chosen = self.isChecked() and self._kind not in (Kind.TINT, Kind.SELECTED)  # those say it by themselves
        if self.isDown() or chosen:
            fill = theme.pressed(base)
        elif self.underMouse():
            fill = theme.hovered(base)
        return fill, QColor(rest.text), QColor(rest.border) if rest.border else None, rest.width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses once, however long it is held; arrows are the page's, to move between chairs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, text, border, width = self._now(theme.current())
        self.paint_ground(painter, fill, border, width)
        self._paint_content(painter, text)

    def paint_ground(self, painter: QPainter, fill: QColor | None, border: QColor | None, width: float) -> None:
        """The button's ground; a segmented control shapes it otherwise."""
        rect = QRectF(self.rect()).adjusted(0, self._inset, 0, -self._inset)
        off = not self.isEnabled() and theme.current().outlined
        paint_ground(painter, rect, fill, border, width, RADIUS - self._inset / 2, dashed=off)

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        size = self._fitted()
        face = theme.shared_font(size, self._weight)
        metrics = QFontMetricsF(face)
        width = self._content_width(size)
        x = (self.width() - width) / 2
        base = (self.height() + metrics.capHeight()) / 2
        end = x + width
        if self._mark or self._shape:
            mark = self._mark_size(size)
            self._paint_mark(painter, QRectF(x, (self.height() - mark) / 2, mark, mark), colour)
            x += mark + theme.px(10)
        painter.setFont(face)
        painter.setPen(colour)
        room = max(self.width() - x - 4, 0)
        painter.drawText(QPointF(x, base), metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room))
        if self._tail:
            side = self._mark_size(size) - 2
            box = QRectF(end - side, (self.height() - side) / 2, side, side)
            paint_icon(painter, box, self._tail, colour)
        elif self._note:
            painter.setPen(QColor(theme.current().quiet))
            painter.drawText(QPointF(end - theme.advance(self._note, size, self._weight), base), self._note)

    def _paint_mark(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        if self._shape:
            paint_shape(painter, box, self._shape, colour)
        elif self._mark:
            paint_icon(painter, box, self._mark, colour)


class StopButton(Button):
    """The heaviest thing on a row: solid ink, dark vermilion once overdue, outlined for keep-open and carrier."""

    def __init__(
        self, text: str, *, name: str, spoken: str, size: float = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            text, Kind.STOP, shape=Shape.STOP, name=name, spoken=spoken, size=size,
            weight=theme.STRONG, height=52, parent=parent,
        )  # fmt: skip

    def set_state(self, *, overdue: bool = False, outline: bool = False) -> None:
        """Solid, overdue or outlined; outline wins, since what is never charged is never urgent."""
        self.set_kind(Kind.STOP_OUTLINE if outline else Kind.STOP_OVERDUE if overdue else Kind.STOP)


class StartButton(Button):
    """Start or Resume: action tint with a 2 px border; the triangle only where there is room for it."""

    def __init__(
        self,
        text: str,
        *,
        name: str,
        spoken: str,
        size: float = 14,
        shape: Shape | None = Shape.START,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, Kind.START, shape=shape, name=name, spoken=spoken, size=size,
            weight=theme.STRONG, height=52, parent=parent,
        )  # fmt: skip


class PrimaryButton(Button):
    """The one filled blue button of a card or a page."""

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        spoken: str = "",
        icon: str | None = None,
        shape: Shape | None = None,
        size: float = 14,
        height: int = TARGET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, Kind.PRIMARY, icon=icon, shape=shape, name=name, spoken=spoken, size=size,
            weight=theme.STRONG, height=height, pad=20, parent=parent,
        )  # fmt: skip


class QuietButton(Button):
    """Icon and word on the surface with a hairline."""

    def __init__(
        self,
        text: str,
        *,
        icon: str | None = None,
        name: str = "",
        spoken: str = "",
        size: float = 14,
        height: int = TARGET,
        pad: int = PAD,
        tail: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, Kind.QUIET, icon=icon, name=name, spoken=spoken, size=size, height=height, pad=pad,
            tail=tail, parent=parent,
        )  # fmt: skip


class IconButton(Button):
    """A square with an icon alone; `spoken` is required, since nothing else says what it does."""

    def __init__(
        self, icon: str, *, name: str, spoken: str, plain: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "",
            Kind.PLAIN if plain else Kind.QUIET,
            icon=icon,
            name=name,
            spoken=spoken,
            size=15,
            pad=0,
            parent=parent,
        )
        self.setToolTip(spoken)
        self.setFixedSize(theme.px(TARGET), theme.px(TARGET))
