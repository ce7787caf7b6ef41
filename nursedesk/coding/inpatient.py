"""An inpatient stay (§16): no CPT, and the ICD-10-PCS code of each IV administration and drug."""

from datetime import date

from nursedesk.coding.givings import HYDRATION, Given, State
from nursedesk.coding.keys import WhyKey
from nursedesk.coding.rule_tables import Procedure, in_force
from nursedesk.coding.services import IV_ROUTES, Visit
from nursedesk.coding.ticket import ChargeLine, System, Why
from nursedesk.record.encounter import Access, Family, Purpose

ELECTROLYTE, DIAGNOSTIC, OTHER = "electrolyte", "diagnostic", "other_therapeutic"
_CLASSES = {
    Family.CHEMOTHERAPY: "antineoplastic",
    Family.HORMONAL_ANTINEOPLASTIC: "antineoplastic",
    Family.COMPLEX_BIOLOGIC: "monoclonal_antibody",
    Family.HYDRATION: ELECTROLYTE,
    Family.THERAPEUTIC: OTHER,
}
"""What a drug that is not in the drug table is taken for."""


def lines(visit: Visit) -> tuple[ChargeLine, ...]:
    """One line per code and day; where the vein is not known there is none, never a default (R16)."""
    accesses = {access.id: access for access in visit.encounter.accesses}
    together: dict[tuple[date, str], list[tuple[Given, tuple[Why, ...]]]] = {}
    for given in visit.givens:
        a = given.administration
        if given.state is not State.CODABLE or a.route not in IV_ROUTES or a.access is None:
            continue
        access = accesses.get(a.access)
        day = visit.day(given.times.start or 0)
        coded = None if access is None else _procedure(given, access, day, visit)
        if coded is not None:
            procedure, why = coded
            together.setdefault((day, procedure.code), []).append((given, why))
    return tuple(_line(day, code, together[day, code], visit) for day, code in sorted(together))


def _procedure(given: Given, access: Access, day: date, visit: Visit) -> tuple[Procedure, tuple[Why, ...]] | None:
    part = visit.rulebook.body_parts.get(access.device)
    if part is None:
        return None
    listed = given.drug is not None and given.drug.pcs_class
    drug_class = listed or _class_of(given)
    rows = [p for p in visit.rulebook.procedures if p.body_part == part and p.drug_class == drug_class]
    procedure = in_force(rows, day) or (rows[0] if rows else None)
    if procedure is None:
        return None
    key = WhyKey.PCS_CLASS if listed else WhyKey.PCS_FAMILY
    tip = {"access": access.site or access.id, "device": str(access.device), "part": part}
    return procedure, (
        Why("R16", key, {"drug": given.display, "class": drug_class}),
        Why("R16", WhyKey.PCS_TIP, tip),
    )


def _class_of(given: Given) -> str:
    """By family and purpose: the drug table does not say."""
    if given.family == HYDRATION:
        return ELECTROLYTE
    if given.administration.purpose is Purpose.DIAGNOSTIC:
        return DIAGNOSTIC
    return _CLASSES[given.chosen_family]


def _line(day: date, code: str, equal: list[tuple[Given, tuple[Why, ...]]], visit: Visit) -> ChargeLine:
    equal.sort(key=lambda pair: pair[0].administration.id)
    return ChargeLine(
        code=code,
        system=System.ICD_10_PCS,
        units=len(equal),
        date=day,
        administrations=tuple([given.administration.id for given, _ in equal]),
        diagnoses=visit.pointers,
        why=_reasons(equal),
    )


def _reasons(equal: list[tuple[Given, tuple[Why, ...]]]) -> tuple[Why, ...]:
    """Each reason once."""
    reasons: list[Why] = []
    for _, why in equal:
        reasons += [one for one in why if one not in reasons]
    return tuple(reasons)
