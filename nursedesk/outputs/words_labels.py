"""Short plain labels of our own for the codes on a ticket."""

from functools import lru_cache

from nursedesk.coding.rulebook import Rulebook
from nursedesk.outputs import formats
from nursedesk.record.encounter import Amount

ADMINISTRATION = {
    "96360": "Hydration, first hour",
    "96361": "Hydration, each further hour",
    "96365": "IV infusion, first hour",
    "96366": "IV infusion, each further hour",
    "96367": "IV infusion of a further drug, first hour",
    "96368": "Concurrent infusion, once a visit",
    "96369": "Infusion under the skin, first hour",
    "96370": "Infusion under the skin, each further hour",
    "96371": "Further pump set-up at a new site",
    "96372": "Injection under the skin or into muscle",
    "96374": "IV push, first of the visit",
    "96375": "IV push of a further drug",
    "96376": "IV push of the same drug again",
    "96377": "On-body injector put on",
    "96401": "Injection of a complex drug",
    "96402": "Injection of a hormonal cancer drug",
    "96409": "Complex push, first of the visit",
    "96411": "Complex push of a further drug",
    "96413": "Complex infusion, first hour",
    "96415": "Complex infusion, each further hour",
    "96416": "Complex drug by pump, start of a long infusion",
    "96417": "Complex infusion of a further drug, first hour",
    "96523": "Port flush, nothing else given",
    "C8957": "Drug by pump, start of a long infusion",
    "G0498": "Pump supplied by the clinic, started here",
    "G0463": "Clinic visit",
}


def label(code: str, rulebook: Rulebook | None = None) -> str:
    """`IV infusion, first hour`; for a drug code of the table `inFLIXimab, per 10 mg`. One line, never empty."""
    known = ADMINISTRATION.get(code)
    if known is not None:
        return known
    drug = rulebook.drugs_by_hcpcs.get(code) if rulebook else None
    for entry in drug.codes if drug else ():
        if drug is not None and entry.hcpcs == code:
            return _per(drug.display, entry.unit)
    if code.startswith("99"):
        return "Visit with a provider"
    return "Drug administration, inpatient" if code.startswith("3E0") else "Drug or supply"


@lru_cache(maxsize=1024)
def _per(drug: str, unit: Amount) -> str:
    return f"{drug}, per {formats.amount(unit)}"
