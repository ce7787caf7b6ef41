"""The painted parts of a card: the boundary ruler and the strip, each repainted only when its model changes."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nursedesk.outputs.pictures.ruler import RulerColours, RulerFonts, RulerModel, paint_ruler
from nursedesk.outputs.pictures.strip import StripColours, StripFonts, StripModel, paint_strip
from nursedesk.ui import theme


def ruler_colours(colours: theme.Theme) -> RulerColours:
    """The ruler's colours in a theme."""
    return RulerColours(
        line=QColor(colours.line_strong),
        ink=QColor(colours.ink),
        quiet=QColor(colours.quiet),
        now=QColor(colours.action_fill),
    )


def strip_colours(colours: theme.Theme) -> StripColours:
    """The strip's colours in a theme."""
    return StripColours(
        line=QColor(colours.line_strong if not colours.dark else colours.line),
        grid=QColor(theme.grid_line(colours)),
        ink=QColor(colours.ink),
        quiet=QColor(colours.quiet),
        now=QColor(colours.action_fill),
        now_word=QColor(colours.action_text),
        running=QColor(colours.timeline_segment),
        overdue=QColor(colours.needs_stop_fill),
        finished=QColor(colours.timeline_finished),
        planned=QColor(colours.prepared_fill),
        hatch=QColor(colours.hatch),
    )


class BoundaryRuler(QWidget):
    """Where the ticket changes along a line's minutes, and where the line is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RulerModel(())
        self._number, self._word = 13.0, 13

    def set_model(self, model: RulerModel, *, minor: int, number: float, word: int) -> bool:
        """Show a ruler; False, and nothing is repainted, when it is the one shown."""
        wanted = replace(model, minor=minor, words=word > 0)
        if (wanted, number, word) == (self._model, self._number, self._word):
            return False
        self._model, self._number, self._word = wanted, number, word
        self.setAccessibleName(self._spoken(wanted))
        self.update()
        return True

    def _spoken(self, model: RulerModel) -> str:
        minutes = ", ".join(str(tick.minute) for tick in model.ticks)
        if not minutes:
            return self.tr("No boundaries")
        if model.now is None:
            return self.tr("The ticket changes at minute {minutes}").format(minutes=minutes)
        return self.tr("The ticket changes at minute {minutes}; now at {now}").format(
            minutes=minutes, now=model.now
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        word = self._word or 12
        fonts = RulerFonts(
            theme.font(self._number, theme.MEDIUM), theme.font(word), theme.font(word, theme.STRONG)
        )
        rect = QRectF(self.rect()).adjusted(7, 0, -7, 0)
        paint_ruler(painter, rect, self._model, ruler_colours(theme.current()), fonts)


class StripView(QWidget):
    """The visit so far, at the foot of a card."""

    def __init__(self, parent: QWidget | None = None, size: float = 13, grown: float = 1.0) -> None:
        """`size` of the hours, px at 100 %; `grown`: how many times as large as planned all of it is."""
        super().__init__(parent)
        self._model, self._words = StripModel(1.0), False
        self._size, self._grown = size * grown, grown

    def set_model(self, model: StripModel) -> bool:
        """Show a strip; False, and nothing is repainted, when it is the one shown."""
        if model == self._model:
            return False
        self._model = model
        self.update()
        return True

    def set_words(self, words: bool) -> None:
        """Whether the hours are written under it."""
        if words != self._words:
            self._words = words
            self.update()

    def words(self) -> bool:
        """Whether the hours are written."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fonts = StripFonts(theme.font(self._size), theme.font(self._size, theme.STRONG))
        shown, colours = replace(self._model, words=self._words), strip_colours(theme.current())
        paint_strip(painter, QRectF(self.rect()), shown, colours, fonts, theme.scale() * self._grown)
