"""How a drug of the table is charted: by its generic name, with the code that tells maker or bag apart."""

import re
from datetime import date
from decimal import Decimal

from nursedesk.coding.rulebook import Drug, DrugCode

_BEHIND = re.compile(r" \(([^()]+)\)$")
_NO_MAKER = ("mg of ", "ESRD on dialysis", "HIV prevention", "rabbit")
"""What else stands in brackets behind a name: which part the dose counts, whom it is for, what it is made from."""


def generic_name(name: str) -> str:
    """`bortezomib` for `bortezomib (Hospira)`: the same drug, whoever made it."""
    found = _BEHIND.search(name)
    if found is None or found[1].startswith(_NO_MAKER):
        return name
    return name[: found.start()]


def codes_on(drug: Drug, day: date) -> tuple[DrugCode, ...]:
    """The codes in force on a day, both ends included."""
    return tuple(
        code for code in drug.codes if (code.effective_from or date.min) <= day <= (code.effective_to or date.max)
    )


def is_by_bag(drug: Drug, day: date) -> bool:
    """Whether the drug has a code for each size of bag."""
    codes = codes_on(drug, day)
    return len(codes) > 1 and all(code.unit.unit == "mL" for code in codes)


def code_of_bag(drug: Drug, volume: Decimal, day: date) -> str | None:
    """The code of a bag of so many mL, or of several of the largest; None where no bag has that size."""
    codes = sorted(codes_on(drug, day), key=lambda code: code.unit.amount)
    for code in codes:
        if code.unit.amount == volume:
            return code.hcpcs
    largest = codes[-1] if codes else None
    return largest.hcpcs if largest is not None and volume > 0 and volume % largest.unit.amount == 0 else None


def code_in_force(drug: Drug, hcpcs: str, day: date) -> str:
    """The code that has taken a code's place by a day; the code itself when none has."""
    codes = {code.hcpcs: code for code in drug.codes}
    code = codes[hcpcs]
    while code.effective_to is not None and code.effective_to < day and code.successor is not None:
        code = codes[code.successor]
    return code.hcpcs


def charted_code(drug: Drug, known: str, volume: Decimal | None, day: date) -> str | None:
    """The code to chart with a drug: by the bag's size, else the one known, else a maker's own.

    None leaves it to the coder, who finds the one code a plain drug has on the day.
    """
    if is_by_bag(drug, day) and volume is not None and (by_size := code_of_bag(drug, volume, day)) is not None:
        return by_size
    if known in {code.hcpcs for code in drug.codes}:
        return code_in_force(drug, known, day)
    codes = codes_on(drug, day)
    return codes[0].hcpcs if len(codes) == 1 and generic_name(drug.name) != drug.name else None
