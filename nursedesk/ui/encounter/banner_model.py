"""The head of the page as plain values: who, in which state, what may be stopped, paused, started."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nursedesk.record.encounter import Administration, Encounter, LineState, Route, Setting, Status
from nursedesk.ui import words
from nursedesk.ui.board import card_words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.line_names import UNCHARGED, line_groups
from nursedesk.ui.kit import State
from nursedesk.ui.lines.deeds import UP_FIRST, MenuLine
from nursedesk.watch.look import Kind, Look

translate = QCoreApplication.translate
Fact = tuple[tuple[str, bool], ...]
"""A fact in runs of (words, strong): `payer`, **Blue Ridge PPO**."""
Groups = dict[str, tuple[Administration, ...]]


@dataclass(frozen=True, slots=True)
class LinePress:
    """One button about one line."""

    line: str
    drug: str
    spoken: str
    outline: bool = False
    """Keep open, carrier: never charged, never urgent."""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class BannerModel:
    chair: str
    name: str
    state: State
    state_word: str
    facts: tuple[Fact, ...]
    """Set on one line with points between them."""
    stops: tuple[LinePress, ...]
    """Keep-open first, the drug that began first last: it stands at the right end."""
    starts: tuple[LinePress, ...]
    running: tuple[LinePress, ...]
    """Drug lines that can be paused."""
    paused: tuple[LinePress, ...]
    open: bool
    menu: tuple[MenuLine, ...] = ()
    """Every line of the visit, those that are up first."""


def banner(encounter: Encounter, look: Look | None, context: EncounterContext) -> BannerModel:
    """The banner of a visit."""
    groups = line_groups(encounter)
    state = visit_state(encounter, look)
    open_ = encounter.status is Status.OPEN
    patient = encounter.patient
    return BannerModel(
        chair=encounter.chair or "–",
        name=(patient.name if patient else "") or words.not_recorded(),
        state=state,
        state_word=state_word(encounter, state),
        facts=_facts(encounter),
        stops=_stops(groups, encounter, look, context),
        starts=_presses(groups, (LineState.PREPARED,), _start_words(), encounter, context) if open_ else (),
        running=_drugs_only(groups, (LineState.RUNNING,), _pause_words(), encounter, context),
        paused=_drugs_only(groups, (LineState.PAUSED,), _resume_words(), encounter, context),
        open=open_,
        menu=_menu(groups, context) if open_ else (),
    )


def _menu(groups: Groups, context: EncounterContext) -> tuple[MenuLine, ...]:
    lines = []
    for line, group in groups.items():
        drug = " + ".join(context.drug(a.drug) for a in group)
        lines.append(MenuLine(line, drug, group[0].state, group[0].route is Route.PUMP))
    uncharged = {line for line, group in groups.items() if group[0].purpose in UNCHARGED}
    return tuple(sorted(lines, key=lambda one: (UP_FIRST.index(one.state), one.line in uncharged)))


def visit_state(encounter: Encounter, look: Look | None) -> State:
    """The one state of the visit: needs a stop, paused, running, prepared, then what is left to do."""
    if encounter.status is not Status.OPEN:
        return State.READY
    if look and any(n.kind is Kind.PLANNED_END_PASSED for n in look.notices):
        return State.NEEDS_STOP
    states = {a.state for a in encounter.administrations if a.purpose not in UNCHARGED}
    around = {a.state for a in encounter.administrations if a.purpose in UNCHARGED}
    for found, shown in (
        (LineState.PAUSED in states, State.PAUSED),
        (LineState.RUNNING in states | around, State.RUNNING),
        (LineState.PAUSED in around, State.PAUSED),
        (LineState.PREPARED in states | around, State.PREPARED),
        (bool(states | around), State.READY),
    ):
        if found:
            return shown
    return State.CHECKED_IN


def state_word(encounter: Encounter, state: State) -> str:
    """The word beside the shape."""
    if encounter.status is Status.SIGNED:
        return translate("EncounterBanner", "Signed")
    if encounter.status is Status.CLOSED:
        return translate("EncounterBanner", "Closed")
    return card_words.state_word(state)


def setting_word(setting: Setting) -> str:
    """Where the visit is charged."""
    return {
        Setting.OUTPATIENT_FACILITY: translate("EncounterBanner", "Facility"),
        Setting.OFFICE: translate("EncounterBanner", "Office"),
        Setting.INPATIENT: translate("EncounterBanner", "Inpatient"),
    }[setting]


def _facts(encounter: Encounter) -> tuple[Fact, ...]:
    patient, facts = encounter.patient, list[Fact]()
    if patient:
        facts.append(((words.day(patient.birth_date), False),))
        if patient.sex:
            facts.append(((patient.sex, False),))
        mrn = patient.mrn or words.not_recorded()
        facts.append(((translate("EncounterBanner", "MRN {mrn}").format(mrn=mrn), False),))
    facts.append(((setting_word(encounter.setting), True),))
    if encounter.payer:
        facts.append(((translate("EncounterBanner", "payer"), False), (encounter.payer, True)))
    if encounter.ordering_provider:
        by = translate("EncounterBanner", "ordered by")
        facts.append(((by, False), (encounter.ordering_provider, True)))
    codes = ", ".join(encounter.diagnoses[:2]) + (" …" if len(encounter.diagnoses) > 2 else "")
    facts.append(((codes or translate("EncounterBanner", "no diagnosis yet"), False),))
    return tuple(facts)


def _start_words() -> str:
    return translate("EncounterBanner", "Start {drug}, chair {chair}")


def _pause_words() -> str:
    return translate("EncounterBanner", "Pause {drug}, chair {chair}")


def _resume_words() -> str:
    return translate("EncounterBanner", "Resume {drug}, chair {chair}")


def _presses(
    groups: Groups,
    states: Sequence[LineState],
    pattern: str,
    encounter: Encounter,
    context: EncounterContext,
    overdue: frozenset[str] = frozenset(),
) -> tuple[LinePress, ...]:
    found = []
    for line, group in groups.items():
        if group[0].state in states:
            drug = " + ".join(context.drug(a.drug) for a in group)
            spoken = pattern.format(drug=drug, chair=encounter.chair or "–")
            found.append(LinePress(line, drug, spoken, group[0].purpose in UNCHARGED, line in overdue))
    return tuple(found)


def _drugs_only(
    groups: Groups, states: Sequence[LineState], pattern: str, encounter: Encounter, context: EncounterContext
) -> tuple[LinePress, ...]:
    if encounter.status is not Status.OPEN:
        return ()
    return tuple(p for p in _presses(groups, states, pattern, encounter, context) if not p.outline)


def _stops(
    groups: Groups, encounter: Encounter, look: Look | None, context: EncounterContext
) -> tuple[LinePress, ...]:
    notices = look.notices if look else ()
    overdue = frozenset(n.line for n in notices if n.kind is Kind.PLANNED_END_PASSED and n.line)
    pattern = translate("EncounterBanner", "Stop {drug}, chair {chair}")
    up = (LineState.RUNNING, LineState.PAUSED)
    found = _presses(groups, up, pattern, encounter, context, overdue)
    return tuple(p for p in found if p.outline) + tuple(reversed([p for p in found if not p.outline]))
