"""What the lines of a visit are called: drugs, dose and access of each, for every list on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nursedesk.outputs.pictures.timeline_build import access_letter, line_of
from nursedesk.record.encounter import Administration, Encounter, LineState, Purpose
from nursedesk.record.events import Event, Prepared
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext

UNCHARGED = frozenset({Purpose.KEEP_OPEN, Purpose.CARRIER, Purpose.FLUSH, Purpose.INTEGRAL})


@dataclass(frozen=True, slots=True)
class LineName:
    """`drug` is bold, `dose` may be empty, `access` is its letter or empty."""

    drug: str
    dose: str = ""
    access: str = ""
    purpose: Purpose = Purpose.TREATMENT


@dataclass(frozen=True, slots=True)
class LineNames:
    lines: Mapping[str, LineName]
    letters: Mapping[str, str]
    """Access id → letter."""
    drugs: Mapping[str, str]
    """Administration id → drug as shown."""

    def of(self, line: str | None) -> LineName:
        """The line's name; its id when the record knows no such line."""
        return self.lines.get(line or "", LineName(line or ""))


def line_groups(encounter: Encounter) -> dict[str, tuple[Administration, ...]]:
    """Administrations by line, in the order they were hung."""
    groups: dict[str, tuple[Administration, ...]] = {}
    for administration in encounter.administrations:
        line = line_of(administration)
        groups[line] = (*groups.get(line, ()), administration)
    return groups


def line_names(encounter: Encounter, events: Sequence[Event], context: EncounterContext) -> LineNames:
    """Names from the folded record, and from what was prepared for lines that no longer count."""
    letters = {access.id: access_letter(access.id, index) for index, access in enumerate(encounter.accesses)}
    named: dict[str, LineName] = {}
    single: dict[str, str] = {}
    for event in events:
        if isinstance(event.body, Prepared):
            drugs = " + ".join(context.drug(d.drug) for d in event.body.drugs)
            doses = " + ".join(words.dose(d.dose) for d in event.body.drugs if d.dose)
            letter = letters.get(event.body.access or "", "")
            single |= {d.administration: context.drug(d.drug) for d in event.body.drugs}
            named[event.body.line] = LineName(drugs, doses, letter, event.body.purpose)
    for line, group in line_groups(encounter).items():
        single |= {a.id: context.drug(a.drug) for a in group}
        drugs = " + ".join(single[a.id] for a in group)
        doses = " + ".join(words.dose(a.dose) for a in group if a.dose)
        named[line] = LineName(drugs, doses, letters.get(group[0].access or "", ""), group[0].purpose)
    return LineNames(named, letters, single)


def given_lines(encounter: Encounter, context: EncounterContext) -> list[tuple[str, str]]:
    """(line, drugs) of everything given that a patient can respond to."""
    return [
        (line, " + ".join(context.drug(a.drug) for a in group))
        for line, group in line_groups(encounter).items()
        if group[0].state is not LineState.PREPARED and group[0].purpose not in UNCHARGED
    ]
