"""The end of the printed shift log: what does not agree, who took what over, the figures, and the sign-off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nursedesk.outputs.formats import clock_on, local_day, one_line
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Piece
from nursedesk.outputs.paper.model import plain, strong
from nursedesk.outputs.paper.page import POINT, SIGNED, SMALL
from nursedesk.outputs.paper.setting import set_text
from nursedesk.outputs.paper.shift_rows import Column, Row, row
from nursedesk.outputs.shift_reconcile import OPEN_QUESTIONS
from nursedesk.outputs.shift_visits import Heading, Totals, VisitEntry

MOST = 200
"""Rows of each list that paper names; the rest is counted, and the spreadsheet has it."""
_OPEN = (
    Column("Chair", 0, 60),
    Column("Patient", 68, 300),
    Column("Line", 308, 560),
    Column("Goes to", 568, 1000),
)
_LOOK = (
    Column("Chair", 0, 60),
    Column("Encounter, ticket", 68, 300),
    Column("Drug", 308, 560),
    Column("Charges", 568, 790),
    Column("Outcome", 798, 1000),
)
FIGURES = (
    ("visits", "visits"),
    ("lines", "lines given"),
    ("minutes", "running minutes"),
    ("open_lines", "lines still up"),
    ("handed_over", "lines handed over"),
    ("late", "late entries"),
    ("corrected", "corrections"),
    ("reactions", "reactions"),
    ("missing", "missing items"),
    ("unsigned", "tickets not signed"),
    ("to_look_at", "charges to look at"),
)


LOOKED_THROUGH = (
    "The lines, times and hand-overs of this shift were looked through. "
    "The checkpoint is given again by the record alone, as far as it had come."
)


@dataclass(slots=True)
class Foot:
    """Gathered while the visits go by."""

    heading: Heading
    open_lines: list[tuple[str, ...]] = field(default_factory=list)
    to_look_at: list[tuple[str, ...]] = field(default_factory=list)
    more: int = 0

    def add(self, visit: VisitEntry) -> None:
        """Keep what the end of the log names of a visit."""
        zone, say = self.heading.asked.zone, self.heading.say
        day = local_day(self.heading.asked.period.begin, zone)
        for line in visit.lines:
            if line.open_at_end:
                to = one_line(line.handed_over_to)
                if line.handed_over_at is not None:
                    to = f"{to}, {clock_on(line.handed_over_at, zone, day, say)}"
                name = one_line(self.heading.display(line.drug))
                if line.start:
                    since = clock_on(line.start, zone, day, say)
                    name = say("{drug}, since {time}").format(drug=name, time=since)
                self._keep(
                    self.open_lines,
                    (one_line(visit.chair), one_line(visit.patient), name, to or say("not handed over")),
                )
        for one in visit.reconciled:
            if one.match in OPEN_QUESTIONS:
                codes = ", ".join(part for part in (one.service_codes, one.drug_codes) if part)
                which = " · ".join(part for part in (one_line(visit.encounter), one_line(visit.ticket)) if part)
                self._keep(
                    self.to_look_at,
                    (
                        one_line(visit.chair),
                        which,
                        one_line(self.heading.display(one.drug)),
                        one_line(codes) or say("none"),
                        say(one.match.value),
                    ),
                )

    def _keep(self, rows: list[tuple[str, ...]], texts: tuple[str, ...]) -> None:
        if len(rows) < MOST:
            rows.append(texts)
        else:
            self.more += 1

    def tables(self, width: float) -> Iterable[tuple[str, Sequence[Row]]]:
        """(title, rows with their head first) of what there is to say."""
        say = self.heading.say
        for title, columns, rows in (
            (say("Lines still up at the end"), _OPEN, self.open_lines),
            (say("Drug lines and charges that do not agree"), _LOOK, self.to_look_at),
        ):
            head = row([say(column.head) for column in columns], columns, width)
            none = row((say("None"), *[""] * (len(columns) - 1)), columns, width)
            yield title, (head, *(row(texts, columns, width) for texts in rows)) if rows else (none,)


def figures_piece(totals: Totals, width: float, say: Say = english) -> Piece:
    """The counts in one band, number over word."""
    step = width / len(FIGURES)
    texts = [
        (
            set_text((strong(f"{getattr(totals, name):,}"),), step - 4 * POINT, SIGNED),
            set_text((plain(say(word)),), step - 4 * POINT, SMALL),
        )
        for name, word in FIGURES
    ]
    height = max(number.height + word.height for number, word in texts) + 8 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.box(painter, QRectF(x, y, width, height))
        for at, (number, word) in enumerate(texts):
            if at:
                ink.upright(painter, x + at * step, y, height)
            ink.ink(painter)
            number.paint(painter, x + at * step + 4 * POINT, y + 3 * POINT)
            word.paint(painter, x + at * step + 4 * POINT, y + 3 * POINT + number.height)

    return Piece(height, paint)


def sign_off_piece(heading: Heading, width: float) -> Piece:
    """Who signed the shift off, or where a hand may."""
    half, say = width / 2, heading.say
    done = heading.signed_off
    how = say("Signed off electronically") if done else say("Signed off by")
    left = (
        set_text((plain(how),), half - 14 * POINT, SMALL),
        set_text((strong(done or say("Not signed off")),), half - 14 * POINT, SIGNED),
    )
    right = (
        set_text((plain(say("Checkpoint of the record")),), half - 14 * POINT, SMALL),
        set_text((strong(heading.checkpoint or say("not known")),), half - 14 * POINT, SIGNED),
        set_text((plain(say(LOOKED_THROUGH)),), half - 14 * POINT, SMALL),
    )
    height = max(sum(text.height for text in side) for side in (left, right)) + 10 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.box(painter, QRectF(x, y, width, height))
        ink.upright(painter, x + half, y, height, ink.RULE)
        if not done:
            # For a pen, where the shift is signed off on paper.
            ink.rule(painter, x + 0.4 * half, y + height - 9 * POINT, 0.55 * half)
        for at, side in enumerate((left, right)):
            ink.ink(painter)
            top = y + 4 * POINT
            for text in side:
                text.paint(painter, x + at * half + 7 * POINT, top)
                top += text.height

    return Piece(height, paint)
