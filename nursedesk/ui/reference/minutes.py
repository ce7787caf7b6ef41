"""Minutes tried out: a field, and for each course of the code a ruler with what the ticket would hold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.coding.durations import first_minute
from nursedesk.coding.rulebook import AdminCode, Rulebook
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.pictures.ruler import RulerModel, Tick, scale_end
from nursedesk.outputs.reference_minutes import Course, Stretch, courses, stretch_at
from nursedesk.outputs.reference_page import latest, lines_text, next_text, stretch_text
from nursedesk.ui import theme
from nursedesk.ui.board.pictures import BoundaryRuler
from nursedesk.ui.kit import Field, Paragraph, Text

MOST_MINUTES = 1440
"""A day; the field takes no more."""
NARROW = 600
"""Below this width, px at 100 % text, a ruler stands under its name."""
LONGEST = "96365 × 1 + 96366 × 22"


def ruler_of(course: Course, now: int | None, rulebook: Rulebook) -> RulerModel:
    """The boundaries of a course up to the ruler's end, with the minutes tried out as its mark."""
    end, ticks = scale_end(now), []
    stretch = stretch_at(course, 0, latest(rulebook), rulebook.settings)
    while stretch.end is not None and stretch.end < end:
        stretch = stretch_at(course, stretch.end + 1, latest(rulebook), rulebook.settings)
        ticks.append(Tick(stretch.start, lines_text(stretch)))
    return RulerModel(tuple(ticks), now=now, minor=10, words=False)


class CourseRow:
    """The widgets of one course: its name, its ruler, and what the minutes give."""

    def __init__(self, number: int) -> None:
        self.name = Paragraph("", 14, theme.REGULAR, "quiet")
        self.ruler = BoundaryRuler()
        self.ruler.setObjectName(f"referenceRuler_{number}")
        self.ruler.setMinimumSize(theme.px(120), theme.px(34))
        self.answer = QWidget()
        self.gives, self.then = Text(size=15, weight=theme.STRONG), Text(size=13, role="quiet")
        self.gives.setObjectName(f"referenceGives_{number}")
        self.then.setObjectName(f"referenceNext_{number}")
        column = QVBoxLayout(self.answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.gives)
        column.addWidget(self.then)

    def place(self, grid: QGridLayout, number: int, narrow: bool) -> None:
        """Side by side, or below each other."""
        for place, widget in enumerate((self.name, self.ruler, self.answer)):
            where = (3 * number + place, 0, 1, 3) if narrow else (number, place, 1, 1)
            grid.addWidget(widget, *where, Qt.AlignmentFlag.AlignVCenter)

    def show(self, course: Course, stretch: Stretch, now: int | None, rulebook: Rulebook, say: Say) -> None:
        """Show a course and what the minutes give in it."""
        self.name.show_text(say(course.name))
        self.ruler.set_model(ruler_of(course, now, rulebook), minor=10, number=13, word=0)
        self.gives.set_runs(say(lines_text(stretch)))
        self.then.set_runs(say(stretch_text(stretch) if now is None else next_text(stretch)))

    def set_visible(self, visible: bool) -> None:
        """Show or hide all of it."""
        for widget in (self.name, self.ruler, self.answer):
            widget.setVisible(visible)


class MinutesStrip(QWidget):
    """Shows nothing for a code whose units do not go by minutes."""

    MOST_COURSES = 4

    def __init__(self, say: Say = english, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referenceMinutes")
        self._say = say
        self._code: AdminCode | None = None
        self._rulebook: Rulebook | None = None
        self.field = Field(
            self.tr("Charted minutes"), name="referenceMinutesField", suffix=self.tr("min"),
            hint=self.tr("135"), spoken=self.tr("Charted minutes to try out"),
        )  # fmt: skip
        self.field.edit.setValidator(QIntValidator(0, MOST_MINUTES, self.field.edit))
        self.field.setMaximumWidth(theme.px(170))
        self.field.changed.connect(lambda _: self._refresh())
        self._hint = Paragraph(
            self.tr("Type minutes to see what they give in each place, and when that changes."), 14, role="quiet"
        )
        self._hint.setContentsMargins(0, 0, 0, theme.px(15))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(18))
        self._grid.setVerticalSpacing(theme.px(8))
        self._narrow: bool | None = None
        self._rows = tuple(CourseRow(number) for number in range(1, self.MOST_COURSES + 1))
        self._place(narrow=False)
        head = QHBoxLayout()
        head.setSpacing(theme.px(18))
        head.addWidget(self.field, 1)
        head.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignBottom)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_code(self, code: AdminCode | None, rulebook: Rulebook) -> None:
        """Show the courses of a code's family; the minutes typed stay."""
        self._code, self._rulebook = code, rulebook
        self.setVisible(bool(self._courses()))
        self._refresh()

    def minutes(self) -> int | None:
        """What is typed; None for nothing."""
        text = self.field.text()
        return min(int(text), MOST_MINUTES) if text.isdigit() else None

    def _courses(self) -> Sequence[Course]:
        if self._code is None or self._rulebook is None:
            return ()
        return courses(self._code, self._rulebook)[: self.MOST_COURSES]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(narrow=self.width() < theme.px(NARROW))
        self._hint.setVisible(self.minutes() is None and not self._narrow)

    def _place(self, narrow: bool) -> None:
        """Lay the rows; the answers keep room for the longest, so that rulers do not move as one types."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for number, row in enumerate(self._rows):
            row.place(self._grid, number, narrow)
        self._grid.setColumnMinimumWidth(0, 0 if narrow else theme.px(160))
        self._grid.setColumnMinimumWidth(2, 0 if narrow else round(theme.advance(LONGEST, 15, theme.STRONG)))
        self._grid.setColumnStretch(1, 1)

    def _refresh(self) -> None:
        if self._rulebook is None:
            return
        now, parameters, settings = self.minutes(), latest(self._rulebook), self._rulebook.settings
        shown = self._courses()
        for place, row in enumerate(self._rows):
            row.set_visible(place < len(shown))
            if place < len(shown):
                minutes = first_minute(shown[place].measure, parameters, settings) if now is None else now
                stretch = stretch_at(shown[place], minutes, parameters, settings)
                row.show(shown[place], stretch, now, self._rulebook, self._say)
        self._hint.setVisible(now is None and not self._narrow)
