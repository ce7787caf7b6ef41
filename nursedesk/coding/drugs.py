"""The drug lines (R11.1–R11.4): units of the code in force on the day, and what was thrown away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from nursedesk.coding.amounts import Ratio, in_units_of, plus, rounded_up, shown, usable
from nursedesk.coding.givings import Given
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import NO_WASTE, WASTE
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import ChargeLine, Finding, System, Why
from nursedesk.record.encounter import Amount, Container, Route


class Dose(NamedTuple):
    """One administration's drug with a code and a dose that can be charged."""

    given: Given
    code: str
    unit: Amount
    payable: bool
    day: date
    units: Ratio
    single: bool
    """From single-dose containers."""


class DrugSheet(NamedTuple):
    lines: tuple[ChargeLine, ...] = ()
    findings: tuple[Finding, ...] = ()


def charge(visit: Visit) -> DrugSheet:
    """One line per HCPCS code and day, a JW line beside it where whole units were discarded."""
    doses: dict[tuple[date, str], list[Dose]] = {}
    findings: list[Finding] = []
    for service in (*(s for g in visit.groups for s in g.services), *visit.independent):
        if service.route is Route.PORT_FLUSH:
            continue  # the flush itself is included (§14)
        for given in service.parts:
            dose = _dose(given, visit)
            if isinstance(dose, Dose):
                doses.setdefault((dose.day, dose.code), []).append(dose)
            elif dose is not None:
                findings.append(dose)
    lines: list[ChargeLine] = []
    for key in sorted(doses):
        sheet = _lines(sorted(doses[key], key=lambda d: d.given.administration.id), visit)
        lines.extend(sheet.lines)
        findings.extend(sheet.findings)
    return DrugSheet(tuple(lines), tuple(findings))


def _dose(given: Given, visit: Visit) -> Dose | Finding | None:
    """The chargeable dose, the finding that says why there is none, or None when that is said elsewhere."""
    a = given.administration
    day = visit.day(given.times.start or 0)
    listed = _listed(a.hcpcs, given.drug, day)
    if isinstance(listed, str):
        return _no_code(given, listed, day, visit)
    code = a.hcpcs.strip().upper() if a.hcpcs and a.hcpcs.strip() else listed.hcpcs if listed else ""
    unit = a.hcpcs_unit if usable(a.hcpcs_unit) else listed.unit if listed else None
    if not code or unit is None:
        return _no_hcpcs(given, "unit" if code else "unknown", visit)
    if a.dose is None or not usable(a.dose) or a.order_on_file is None:
        return None
    units = in_units_of(a.dose, unit)
    if units is None:
        return _no_hcpcs(given, "unit", visit)
    payable = listed is None or listed.payable or not visit.facility
    return Dose(given, code, unit, payable, day, units, _container(given) is Container.SINGLE_DOSE)


def _listed(hcpcs: str | None, drug: Drug | None, day: date) -> DrugCode | str | None:
    """The table's code in force on the day (R11.7), why there is none, or None where it knows nothing."""
    charted = hcpcs.strip().upper() if hcpcs else ""
    if drug is None:
        return None if charted else "unknown"
    codes = [c for c in drug.codes if not charted or c.hcpcs == charted]
    if not codes:
        return None if charted else "unknown"
    in_force = [c for c in codes if _started(c, day) and not _ended(c, day)]
    if in_force:
        return in_force[0] if len({c.hcpcs for c in in_force}) == 1 else "many"
    return "ended" if any(_ended(c, day) for c in codes) else "not-yet"


def _started(code: DrugCode, day: date) -> bool:
    return code.effective_from is None or code.effective_from <= day


def _ended(code: DrugCode, day: date) -> bool:
    return code.effective_to is not None and code.effective_to < day


def _container(given: Given) -> Container:
    charted = given.administration.container
    return given.drug.container if charted is Container.UNKNOWN and given.drug is not None else charted


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


def _lines(doses: list[Dose], visit: Visit) -> DrugSheet:
    """The drug line of one code and day, and its JW line or JZ (R11.2–R11.4)."""
    first = doses[0]
    units = rounded_up(_sum(d.units for d in doses))
    ids = tuple(d.given.administration.id for d in doses)
    given = " + ".join(shown(d.given.administration.dose) for d in doses if d.given.administration.dose)
    unit = shown(first.unit)
    why = (Why("R11.1", WhyKey.DRUG_UNITS, {"given": given, "unit": unit, "units": units}),)
    line = ChargeLine(first.code, System.HCPCS, units, (), first.day, None, ids, (), why)
    single = [d for d in doses if d.single]
    if not first.payable:
        return DrugSheet((_with(line, (), Why("R11.4", WhyKey.PACKAGED)),))
    if not single:
        known = all(_container(d.given) is Container.MULTI_DOSE for d in doses)
        return DrugSheet((_with(line, (), Why("R11.4", WhyKey.MULTI_DOSE)) if known else line,))
    opened = [_opened(d) for d in single]
    if unknown := [d for d, o in zip(single, opened, strict=True) if o is None]:
        return DrugSheet((line,), tuple(_waste_missing(d, visit) for d in unknown))
    whole = _sum(o for o in opened if o is not None)
    discarded = whole[0] // whole[1] - rounded_up(_sum(d.units for d in single))
    vials = " + ".join(shown(d.given.administration.opened) for d in single if d.given.administration.opened)
    if discarded <= 0:
        return DrugSheet((_with(line, (NO_WASTE,), Why("R11.2", WhyKey.NO_WASTE, {"opened": vials})),))
    params: Params = {"opened": vials, "given": given, "unit": unit, "units": discarded}
    waste_ids = tuple(d.given.administration.id for d in single)
    waste_why = (Why("R11.3", WhyKey.WASTE_UNITS, params),)
    waste = ChargeLine(first.code, System.HCPCS, discarded, (WASTE,), first.day, None, waste_ids, (), waste_why)
    return DrugSheet((line, waste))


def _with(line: ChargeLine, modifiers: tuple[str, ...], why: Why) -> ChargeLine:
    return replace(line, modifiers=modifiers, why=(*line.why, why))


def _opened(dose: Dose) -> Ratio | None:
    """What was opened, in HCPCS units; None when not charted or not comparable."""
    opened = dose.given.administration.opened
    if opened is None or not usable(opened):
        return None
    return in_units_of(opened, dose.unit)


def _waste_missing(dose: Dose, visit: Visit) -> Finding:
    params: Params = {"drug": dose.given.display, "code": dose.code}
    ids = (dose.given.administration.id,)
    return found(visit.rulebook, FindingCode.WASTE_MISSING, "R11.2", ids, (dose.code,), params)


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    total: Ratio = (0, 1)
    for ratio in ratios:
        total = plus(total, ratio)
    return total
