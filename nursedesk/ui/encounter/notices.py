"""Live notices of the visit as quiet chips: each once, dismissed stays dismissed."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from nursedesk.record.encounter import Encounter, Status
from nursedesk.ui.board import card_words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.line_names import line_groups
from nursedesk.ui.kit import Chip, Tone
from nursedesk.watch.look import Kind, Look, Notice
from nursedesk.watch.policy import Policy

_AHEAD = frozenset({Kind.UNDER, Kind.BOUNDARY})
_ABOUT_BOUNDARIES = _AHEAD | {Kind.JUST_CROSSED}


@dataclass(frozen=True, slots=True)
class NoticeRow:
    notice: Notice
    text: str
    tone: Tone


def notice_rows(encounter: Encounter, look: Look | None, context: EncounterContext) -> tuple[NoticeRow, ...]:
    """What is said now, with the drug where several lines are up; the site's boundary policy holds here too."""
    left_out = {
        Policy.SHOWN: frozenset[Kind](),
        Policy.AFTER: _AHEAD,
        Policy.HIDDEN: _ABOUT_BOUNDARIES,
    }[context.boundaries]
    groups = line_groups(encounter)
    names: Mapping[str, str] = {
        line: " + ".join(context.drug(a.drug) for a in group) for line, group in groups.items()
    }
    rows = []
    for notice in look.notices if look and encounter.status is Status.OPEN else ():
        if notice.kind in left_out:
            continue
        text = card_words.notice_text(notice, context.zone)
        if notice.line and notice.line in names and len(names) > 1:
            text = f"{names[notice.line]}: {text}"
        rows.append(NoticeRow(notice, text, card_words.notice_tone(notice.kind)))
    return tuple(rows)


class NoticeChip(Chip):
    """A chip that knows its notice."""

    def __init__(self, row: NoticeRow, number: int, parent: QWidget | None = None) -> None:
        action = card_words.notice_action(row.notice)
        super().__init__(row.text, row.tone, action=action, name=f"encounterNotice_{number}", parent=parent)
        self._row = row

    def row(self) -> NoticeRow:
        """What it says."""
        return self._row

    def fit(self, room: int) -> bool:
        """Take the width there is, without the second word where that is short; False when it is too little."""
        self.set_notice(self._row.text, self._row.tone, card_words.notice_action(self._row.notice))
        if self.sizeHint().width() > room:
            self.set_notice(self._row.text, self._row.tone)
        return self.sizeHint().width() <= room
