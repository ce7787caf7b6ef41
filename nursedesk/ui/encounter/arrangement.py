"""Where the parts of a visit's page stand: decided by the window's size alone, and before anything is painted."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.banner import INSET, Banner
from nursedesk.ui.encounter.findings_list import FindingsList
from nursedesk.ui.encounter.findings_panel import FindingsPanel
from nursedesk.ui.encounter.phase_bar import ChartingBlock
from nursedesk.ui.encounter.record_panel import RecordPanel, Tab
from nursedesk.ui.encounter.reopen_bar import ReopenBar
from nursedesk.ui.encounter.ticket_view import TicketPanel
from nursedesk.ui.encounter.timeline_panel import TimelinePanel

MARGIN, GAP, BOTTOM = 24, 16, 16
_NEAR = 10
"""In a low window: between panels, and under the last."""
WIDE = 1720
"""Page width, before text scale, from which findings and charting stand beside the ticket: drug names whole."""
ONE_COLUMN, _TALL = 960, 940
"""Under this width the ticket stands under what is recorded; is the page lower than that, it is a tab."""
LOW = 600
"""Under this page height the timeline is a tab, and the banner is lower."""
_DENSE = 900
"""Under this page height lanes are lower: at 1280 × 800 two accesses are seen."""
_OVERVIEWED, _OVERVIEWED_NARROW = 690, 760
"""Under this page height the overview bar gives its room to the lanes; a narrow page's banner is higher."""
_LOWER_LEAST, _LOWER, _SHARE = 236, 500, 0.44
_SHARES, _TWO = (560, 662, 520), (630, 506, 0)
"""Widths of record, ticket and findings, as shares; without the third every tab has room at 1280."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a page of a size looks like."""

    wide: bool
    stacked: bool
    low: bool
    ticket_tab: bool
    dense: bool
    overviewed: bool


def shape_of(width: int, height: int) -> Shape:
    """The shape of a page of that size, px, under the text scale in force."""
    across, down = width / theme.scale(), height / theme.scale()
    stacked, low = across < ONE_COLUMN, down < LOW
    return Shape(
        wide=across >= WIDE,
        stacked=stacked,
        low=low,
        ticket_tab=stacked and down < _TALL,
        dense=down < _DENSE,
        overviewed=down >= (_OVERVIEWED_NARROW if stacked else _OVERVIEWED),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands on the page."""

    banner: Banner
    reopening: ReopenBar
    timeline: TimelinePanel
    record: RecordPanel
    ticket: TicketPanel
    side: FindingsPanel
    findings: FindingsList
    checklist: ChartingBlock


class Arrangement:
    """Lays the parts out in a page; `fit` after anything that changes its size or what it needs."""

    def __init__(self, page: QWidget, parts: Parts) -> None:
        self._page, self._parts = page, parts
        # Its own, not what its parts want: a page that is made for a high window goes into a low one.
        page.setMinimumSize(theme.px(320), theme.px(220))
        self._shape: Shape | None = None
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self._inner = QVBoxLayout()
        self._lower = QHBoxLayout()
        for panel, share in zip((parts.record, parts.ticket, parts.side), _SHARES, strict=True):
            self._lower.addWidget(panel, share)
        for part in (parts.timeline, parts.record, parts.ticket, parts.side):
            # Whatever large text wants: the page is no larger than its window, or a Stop would leave it.
            part.setMinimumSize(theme.px(160), theme.px(60))
        self._column.addWidget(parts.banner)
        self._inner.addWidget(parts.reopening)
        self._inner.addWidget(parts.timeline)
        self._inner.addLayout(self._lower, 1)
        self._column.addLayout(self._inner, 1)
        parts.reopening.hide()

    def shape(self) -> Shape:
        """What the page looks like now."""
        return self._shape or shape_of(self._page.width(), self._page.height())

    def fit(self) -> None:
        """Everything in its place and as high as it will be, shown already or not."""
        shape = shape_of(self._page.width(), self._page.height())
        if shape != self._shape:
            self._take(shape)
        self._parts.banner.settle(self._page.width() - 2 * (MARGIN - INSET), shape.low)
        self._parts.reopening.fit(self._page.width() - 2 * MARGIN)
        self._share_height(shape)
        self._column.activate()

    def _take(self, shape: Shape) -> None:
        """Move the parts that stand elsewhere in this shape."""
        before, self._shape, parts = self._shape, shape, self._parts
        gap, bottom = (_NEAR, _NEAR) if shape.dense else (GAP, BOTTOM)
        self._column.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, bottom)
        self._inner.setContentsMargins(INSET, 0, INSET, 0)
        self._inner.setSpacing(gap)
        self._lower.setSpacing(GAP)
        down, across = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._lower.setDirection(down if shape.stacked else across)
        if before is None or shape.wide != before.wide:
            self._place_findings(shape.wide)
        if shape.ticket_tab != (before is not None and before.ticket_tab):
            self._place_ticket(shape.ticket_tab)
        if shape.low != (before is not None and before.low):
            self._place_timeline(shape.low)
        for place, share in enumerate(_SHARES if shape.wide else _TWO):
            self._lower.setStretch(place, share)
        parts.timeline.view.set_dense(shape.dense)
        parts.record.tabs.set_low(shape.low)

    def _place_findings(self, wide: bool) -> None:
        parts = self._parts
        if wide:
            parts.record.release(Tab.FINDINGS, parts.findings)
            parts.record.release(Tab.CHARTING, parts.checklist)
            parts.side.take_in()
        else:
            parts.record.house(Tab.FINDINGS, parts.findings)
            parts.record.house(Tab.CHARTING, parts.checklist)
            parts.checklist.matrix.head.set_title("")
        parts.side.setVisible(wide)

    def _place_ticket(self, tab: bool) -> None:
        record, ticket = self._parts.record, self._parts.ticket
        ticket.become_tab(tab)
        if tab:
            record.house(Tab.TICKET, ticket)
        else:
            record.release(Tab.TICKET, ticket)
            self._lower.insertWidget(1, ticket, _SHARES[1])
            ticket.show()

    def _place_timeline(self, low: bool) -> None:
        parts = self._parts
        if low:
            parts.banner.take_undo(parts.timeline.undo)
            parts.record.house(Tab.TIMELINE, parts.timeline)
            parts.timeline.become_tab(True)
            parts.banner.show_undo(parts.timeline.offers_undo())
        else:
            parts.record.release(Tab.TIMELINE, parts.timeline)
            parts.banner.give_undo()
            parts.timeline.become_tab(False)
            self._inner.insertWidget(1, parts.timeline)
            parts.timeline.show()

    def _share_height(self, shape: Shape) -> None:
        """The timeline gets what its lanes need, as long as the lists below keep theirs."""
        page, parts = self._page, self._parts
        gap, bottom = self._inner.spacing(), self._column.contentsMargins().bottom()
        asked = parts.reopening.sizeHint().height() + gap if not parts.reopening.isHidden() else 0
        room = page.height() - parts.banner.height() - asked - bottom
        if not shape.low:
            share = 0 if shape.dense else min(theme.px(_LOWER), round((room - gap) * _SHARE))
            wished = max(theme.px(_LOWER_LEAST), share)
            width = page.width() - 2 * MARGIN
            least = parts.timeline.least_height(width, shape.overviewed)
            needed = parts.timeline.needed_height(width, shape.overviewed)
            height = max(min(needed, room - gap - wished), least)
            parts.timeline.show_overview(shape.overviewed)
            parts.timeline.setFixedHeight(height)
            room -= height + gap
        if shape.wide:
            parts.side.share_height(room)
