"""The charge lines a visit's draft does not have yet, because an order or a dose is not charted (R9.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from nursedesk.coding.engine import code
from nursedesk.coding.modifiers import WASTE
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, System
from nursedesk.record.encounter import Administration, Amount, Encounter

HOLDING = ("no-order", "no-dose")
"""The coder's findings that hold a drug's line back, in the order in which they are put right."""
Lacks = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One line that comes as soon as what it lacks is charted."""

    code: str
    units: int | None
    """None: not known before the dose is charted."""
    administrations: tuple[str, ...]
    lacks: tuple[str, ...]
    """Of `HOLDING`."""


def held_back(
    encounter: Encounter, ticket: ChargeTicket, rulebook: Rulebook, now: datetime | None = None
) -> tuple[HeldLine, ...]:
    """What the coder would add to `ticket` (made of `encounter` at `now`) if orders and doses were charted."""
    lacks = _lacks(ticket)
    if not lacks:
        return ()
    as_if = tuple(_charted(one, lacks.get(one.id, ()), rulebook) for one in encounter.administrations)
    whole = code(replace(encounter, administrations=as_if), rulebook, now)
    there = {(line.code, line.modifiers, line.date): line.units for line in ticket.lines}
    return tuple(
        _held(line, lacks, there.get((line.code, line.modifiers, line.date), 0))
        for line in whole.lines
        if line.system is System.HCPCS and WASTE not in line.modifiers and set(line.administrations) & set(lacks)
    )


def _lacks(ticket: ChargeTicket) -> Lacks:
    """Administration → which of `HOLDING` it has."""
    found: dict[str, tuple[str, ...]] = {}
    for holding in HOLDING:
        for finding in ticket.findings:
            if finding.code == holding:
                found.update({one: (*found.get(one, ()), holding) for one in finding.administrations})
    return found


def _charted(one: Administration, lacks: tuple[str, ...], rulebook: Rulebook) -> Administration:
    """The same with what it lacks; a dose that is not known is one unit of its code, whose units are not told."""
    if "no-order" in lacks:
        one = replace(one, order_on_file=True)
    if "no-dose" in lacks:
        one = replace(one, dose=_any_dose(one, rulebook))
    return one


def _any_dose(one: Administration, rulebook: Rulebook) -> Amount | None:
    drug = rulebook.drugs.get(one.drug.strip().lower())
    if one.hcpcs_unit is not None or drug is None or not drug.codes:
        return one.hcpcs_unit
    charted = next((known for known in drug.codes if known.hcpcs == one.hcpcs), drug.codes[0])
    return charted.unit


def _held(line: ChargeLine, lacks: Lacks, there: int) -> HeldLine:
    about = tuple(one for one in line.administrations if one in lacks)
    missing = tuple(kind for kind in HOLDING if any(kind in lacks[one] for one in about))
    units = None if "no-dose" in missing else line.units - there
    return HeldLine(line.code, units, about, missing)
