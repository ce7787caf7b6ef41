"""The drug lines (R11.1–R11.4): units of the code in force on the day, and what was thrown away."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import NamedTuple

from nursedesk.coding.added import Asked, of_drug
from nursedesk.coding.amounts import (
    NOTHING,
    Ratio,
    divided,
    exact,
    measured,
    plus,
    rounded_up,
    shown,
    summed,
    total,
)
from nursedesk.coding.evaluation import evaluation_of
from nursedesk.coding.givings import CODABLE, Given
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import NO_WASTE, WASTE
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import ChargeLine, Finding, System, Why
from nursedesk.record.encounter import Administration, Amount, Container, Route


class Priced(NamedTuple):
    """The code a drug is charged with on a day, and what one unit of it is."""

    code: str
    unit: str
    per: Ratio
    """An amount of `unit`."""
    words: str
    """The same to be read: `10 mg`."""
    payable: bool
    """Neither packaged nor in an office; there everything is."""


@dataclass(slots=True)
class Dose:
    """One administration's drug with a code and a dose that can be charged."""

    given: Given
    amount: Amount
    priced: Priced
    day: date
    units: Ratio
    container: Container
    added: tuple[Asked, ...] = ()
    """Modifiers a person wants on the drug's line (§10)."""


class DrugSheet(NamedTuple):
    lines: tuple[ChargeLine, ...] = ()
    findings: tuple[Finding, ...] = ()


_FLUSH = Route.PORT_FLUSH
_SINGLE, _MULTI, _UNKNOWN = Container.SINGLE_DOSE, Container.MULTI_DOSE, Container.UNKNOWN
_MANY = "many"
_LEVEL_II = re.compile(r"[A-Z][0-9]{4}")
"""How HCPCS writes the code of a drug."""
_HCPCS, _DRUG_UNITS, _DRUG_UNITS_UP = System.HCPCS, WhyKey.DRUG_UNITS, WhyKey.DRUG_UNITS_UP
_PACKAGED = Why("R11.4", WhyKey.PACKAGED)
_MULTI_DOSE = Why("R11.4", WhyKey.MULTI_DOSE)


def charge(visit: Visit) -> DrugSheet:
    """One line per HCPCS code and day, a JW line beside it where whole units were discarded."""
    doses: dict[tuple[date, str, tuple[str, ...]], list[Dose]] = {}
    findings: list[Finding] = []
    refused = {g.administration.id for s in visit.refused for g in s.parts} if visit.refused else ()
    only = visit.first_day if visit.one_day else None
    for given in visit.givens:
        a = given.administration
        if given.state is not CODABLE or a.route is _FLUSH or (refused and a.id in refused):
            continue  # a flush is included, whether it has a code or not (§14)
        dose = _dose(given, only or visit.day(given.times.start or 0), visit)
        if isinstance(dose, Dose):
            marks = tuple([one.code for one in dose.added]) if dose.added else ()
            doses.setdefault((dose.day, dose.priced.code, marks), []).append(dose)
        elif dose is not None:
            findings.append(dose)
    lines: list[ChargeLine] = []
    for key in sorted(doses):
        equal = doses[key]
        if len(equal) > 1:
            equal.sort(key=lambda d: d.given.administration.id)
        _lines(equal, visit, lines, findings)
    return DrugSheet(tuple(lines), tuple(findings))


def _dose(given: Given, day: date, visit: Visit) -> Dose | Finding | None:
    """The chargeable dose, the finding that says why there is none, or None when that is said elsewhere."""
    a, drug = given.administration, given.drug
    if given.dose is NOTHING:
        return None
    priced = _as_listed(a, drug, day, visit)
    if priced is None:
        looked_up = _looked_up(given, day, visit)
        if not isinstance(looked_up, Priced):
            return looked_up
        priced = looked_up
    amount = a.dose
    if amount is None or given.dose is None or a.order_on_file is None:
        return None
    units = divided(given.dose, amount.unit, priced.per, priced.unit)
    if units is None:
        return _no_hcpcs(given, "unit", visit)
    container = a.container
    if container is _UNKNOWN and drug is not None:
        container = drug.container
    return Dose(given, amount, priced, day, units, container, of_drug(a, visit) if a.modifiers else ())


def _as_listed(a: Administration, drug: Drug | None, day: date, visit: Visit) -> Priced | None:
    """A listed drug's code and unit, remembered: a suite gives few drugs, and each of them often.

    None where that alone does not tell: another unit is charted, or it takes the container, or there is no code.
    """
    if drug is None or a.hcpcs_unit is not None:
        return None
    asked = ("priced", a.hcpcs, drug.name, day, visit.facility)
    known: Priced | None = visit.rulebook.kept.get(asked)
    if known is None:
        listed = _listed(a.hcpcs, drug, day)
        if isinstance(listed, DrugCode) and (priced := _priced(a, listed, visit)) is not None:
            return visit.rulebook.keep(asked, priced)
    return known


def _looked_up(given: Given, day: date, visit: Visit) -> Priced | Finding:
    """Code and unit, or the finding that says why there is none."""
    a = given.administration
    code = (a.hcpcs or "").strip().upper()
    if code and not _is_of_a_drug(code, visit):
        return _no_hcpcs(given, "unknown", visit)
    listed = _listed(a.hcpcs, given.drug, day)
    if isinstance(listed, str):
        sized = _by_container(a, given.drug, day) if listed == _MANY else listed
        if isinstance(sized, str):
            return _no_code(given, sized, day, visit)
        listed = sized
    priced = _priced(a, listed, visit)
    return _no_hcpcs(given, "unit", visit) if priced is None else priced


def _is_of_a_drug(code: str, visit: Visit) -> bool:
    """Whether a charted code can be a drug's: listed as one, or written as one and none of a service (R11.1)."""
    book = visit.rulebook
    if code in book.drugs_by_hcpcs:
        return True
    return _LEVEL_II.fullmatch(code) is not None and code not in book.codes and evaluation_of(code, visit) is None


def _priced(a: Administration, listed: DrugCode | None, visit: Visit) -> Priced | None:
    """The code and its unit: the charted one's where there is one, else the table's; None without a unit."""
    if a.hcpcs_unit is None and listed is not None:
        if listed.per is None:
            return None
        payable = listed.payable or not visit.facility
        return Priced(listed.hcpcs, listed.unit.unit, listed.per, listed.shown, payable)
    code = listed.hcpcs if listed is not None else (a.hcpcs or "").strip().upper()
    per = exact(a.hcpcs_unit)
    if not code or a.hcpcs_unit is None or per is None:
        return (
            None if listed is None or listed.per is None else _priced(replace(a, hcpcs_unit=None), listed, visit)
        )
    payable = listed is None or listed.payable or not visit.facility
    return Priced(code, a.hcpcs_unit.unit, per, shown(a.hcpcs_unit), payable)


def _listed(hcpcs: str | None, drug: Drug | None, day: date) -> DrugCode | str | None:
    """The table's code in force on the day (R11.7), why there is none, or None where it knows nothing."""
    charted = hcpcs.strip().upper() if hcpcs else ""
    if drug is None:
        return None if charted else "unknown"
    reason: str | None = None if charted else "unknown"
    in_force: DrugCode | None = None
    for code in drug.codes:
        if charted and code.hcpcs != charted:
            continue
        if _ended(code, day):
            reason = "ended"
        elif code.effective_from is not None and code.effective_from > day:
            reason = "ended" if reason == "ended" else "not-yet"
        elif in_force is not None and in_force.hcpcs != code.hcpcs:
            return _MANY
        else:
            in_force = code
    return reason if in_force is None else in_force


def _by_container(a: Administration, drug: Drug | None, day: date) -> DrugCode | str:
    """Of codes that are sizes of one bag, that of the bag: by what was opened, else by the volume hung (R11.8)."""
    sized = [c for c in drug.codes if c.by_container and _in_force(c, day)] if drug is not None else []
    for size in (a.opened, a.volume):
        ratio = exact(size)
        if size is not None and ratio is not None:
            same = [c for c in sized if c.per and _equal(divided(ratio, size.unit, c.per, c.unit.unit))]
            return same[0] if len(same) == 1 else _MANY
    return _MANY


def _equal(ratio: Ratio | None) -> bool:
    return ratio is not None and ratio[0] == ratio[1]


def _in_force(code: DrugCode, day: date) -> bool:
    return not _ended(code, day) and (code.effective_from is None or code.effective_from <= day)


def _ended(code: DrugCode, day: date) -> bool:
    return code.effective_to is not None and code.effective_to < day


def _no_hcpcs(given: Given, reason: str, visit: Visit) -> Finding:
    params: Params = {"drug": given.display, "reason": reason}
    return found(visit.rulebook, FindingCode.NO_HCPCS, "R11.1", (given.administration.id,), (), params)


def _no_code(given: Given, reason: str, day: date, visit: Visit) -> Finding:
    if reason != "ended" or given.drug is None:
        return _no_hcpcs(given, reason, visit)
    charted = (given.administration.hcpcs or "").strip().upper()
    ended = [c for c in given.drug.codes if _ended(c, day) and charted in ("", c.hcpcs)]
    last = max(ended, key=lambda c: c.effective_to or date.min)
    successor = next((c for c in given.drug.codes if c.hcpcs == last.successor), None)
    params: Params = {
        "drug": given.display,
        "code": last.hcpcs,
        "ended": last.effective_to.isoformat() if last.effective_to else "",
        "successor": last.successor or "",
        "unit": shown(successor.unit) if successor else "",
    }
    ids = (given.administration.id,)
    return found(visit.rulebook, FindingCode.CODE_ENDED, "R11.7", ids, (last.hcpcs,), params)


def _lines(doses: list[Dose], visit: Visit, lines: list[ChargeLine], findings: list[Finding]) -> None:
    """The drug line of one code and day, and its JW line or JZ (R11.2–R11.4)."""
    priced = doses[0].priced
    ratio = _sum(doses)
    units = rounded_up(ratio)
    key = _DRUG_UNITS_UP if ratio[0] % ratio[1] else _DRUG_UNITS
    why = Why("R11.1", key, {"given": _divided(doses), "unit": priced.words, "units": units})
    if not priced.payable:
        lines.append(_line(visit, doses, units, (), why, _PACKAGED))
        return
    single = [d for d in doses if d.container is _SINGLE]
    if single:
        _with_waste(single, doses, units, why, visit, lines, findings)
    elif all([d.container is _MULTI for d in doses]):
        lines.append(_line(visit, doses, units, (), why, _MULTI_DOSE))
    else:
        lines.append(_line(visit, doses, units, (), why))


def _with_waste(
    single: list[Dose],
    doses: list[Dose],
    units: int,
    why: Why,
    visit: Visit,
    lines: list[ChargeLine],
    findings: list[Finding],
) -> None:
    """With single-dose containers among them: exactly one of JW and JZ, where it is known what was opened."""
    opened = [_opened(d) for d in single]
    if None in opened:
        lines.append(_line(visit, doses, units, (), why))
        findings += [_waste_missing(d, visit) for d, o in zip(single, opened, strict=True) if o is None]
        return
    whole = reduce(plus, [o for o in opened if o is not None])
    discarded = whole[0] // whole[1] - rounded_up(_sum(single))
    vials = summed([d.given.administration.opened for d in single if d.given.administration.opened])
    if discarded <= 0:
        lines.append(
            _line(visit, doses, units, (NO_WASTE,), why, Why("R11.2", WhyKey.NO_WASTE, {"opened": vials}))
        )
        return
    lost: Params = {
        "opened": vials,
        "given": summed([d.amount for d in single]),
        "unit": doses[0].priced.words,
        "units": discarded,
    }
    lines.append(_line(visit, doses, units, (), why))
    lines.append(_line(visit, single, discarded, (WASTE,), Why("R11.3", WhyKey.WASTE_UNITS, lost)))
    findings += [_waste_unwitnessed(d, visit) for d in single if not _witnessed(d)]


def _line(visit: Visit, doses: list[Dose], units: int, modifiers: tuple[str, ...], *why: Why) -> ChargeLine:
    first = doses[0]
    if first.added:
        modifiers = (*modifiers, *[one.code for one in first.added])
        why = (*why, *_reasons(doses))
    if len(doses) == 1:
        ids: tuple[str, ...] = (first.given.administration.id,)
    else:
        ids = tuple([d.given.administration.id for d in doses])
    return ChargeLine(first.priced.code, _HCPCS, units, modifiers, first.day, None, ids, visit.pointers, why)


def _divided(doses: list[Dose]) -> str:
    """What is divided by the unit: one dose, or several added up and the sum once more."""
    if len(doses) == 1:
        return shown(doses[0].amount)
    amounts = [d.amount for d in doses]
    whole = total(amounts)
    return f"({summed(amounts)})" if whole is None else f"{summed(amounts)}; {shown(whole)}"


def _opened(dose: Dose) -> Ratio | None:
    """What was opened, in HCPCS units; None when not charted or not comparable."""
    opened = dose.given.administration.opened
    if opened is None:
        return None
    ratio = measured(opened)
    return None if ratio is None else divided(ratio, opened.unit, dose.priced.per, dose.priced.unit)


def _waste_missing(dose: Dose, visit: Visit) -> Finding:
    params: Params = {"drug": dose.given.display, "code": dose.priced.code}
    ids = (dose.given.administration.id,)
    return found(visit.rulebook, FindingCode.WASTE_MISSING, "R11.2", ids, (dose.priced.code,), params)


def _witnessed(dose: Dose) -> bool:
    witness = dose.given.administration.waste_witness
    return witness is not None and bool(witness.strip())


def _waste_unwitnessed(dose: Dose, visit: Visit) -> Finding:
    params: Params = {"drug": dose.given.display, "code": dose.priced.code}
    ids = (dose.given.administration.id,)
    return found(visit.rulebook, FindingCode.WASTE_UNWITNESSED, "R11.6", ids, (dose.priced.code,), params)


def _sum(doses: list[Dose]) -> Ratio:
    return doses[0].units if len(doses) == 1 else reduce(plus, [d.units for d in doses])


def _reasons(doses: list[Dose]) -> list[Why]:
    """Why the line has the modifiers a person added, each reason once."""
    reasons: list[Why] = []
    for dose in doses:
        reasons += [one.why for one in dose.added if one.why not in reasons]
    return reasons
