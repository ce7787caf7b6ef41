"""Amounts are compared exactly, in units that can be compared, and never guessed."""

from decimal import Decimal

import pytest
from nursedesk.coding.amounts import divided, exact, plus, rounded_up, shown, summed, total
from nursedesk.record.encounter import Amount

EQUAL = [
    *(("1", "kg", "1000", "g"), ("1", "g", "1000", "mg"), ("1", "mg", "1000", "ug"), ("1", "ug", "1", "mcg")),
    *(("1", "ug", "1000", "ng"), ("1", "L", "1000", "mL"), ("1", "l", "10", "dL"), ("1", "ml", "1000", "uL")),
    *(("1", "M[iU]", "1000", "k[iU]"), ("1", "k[iU]", "1000", "[iU]"), ("1", "[iU]", "1000", "m[iU]")),
    *(("1", "[iU]", "1", "U"), ("1", "U", "1", "IU"), ("1", "IU", "1", "units"), ("1", "[USP'U]", "1", "U")),
    *(("1", "eq", "1000", "meq"), ("1", "mol", "1000", "mmol"), ("1", "mL", "1", "ml"), ("1", "L", "1", "l")),
]


@pytest.mark.parametrize(("one", "unit", "other", "of"), EQUAL)
def test_the_same_in_two_units_is_one(one: str, unit: str, other: str, of: str) -> None:
    left, right = exact(Amount(Decimal(one), unit)), exact(Amount(Decimal(other), of))
    assert left is not None
    assert right is not None
    ratio = divided(left, unit, right, of)
    assert ratio is not None
    assert ratio[0] == ratio[1]


@pytest.mark.parametrize(
    ("unit", "of"), [("mg", "mL"), ("mg", "furlong"), ("furlong", "mg"), ("meq", "mmol"), ("U", "mg")]
)
def test_what_cannot_be_compared_gives_nothing(unit: str, of: str) -> None:
    assert divided((1, 1), unit, (1, 1), of) is None
    assert divided((6, 1), "furlong", (2, 1), "furlong") == (6, 2)


@pytest.mark.parametrize(
    ("number", "known"),
    [
        *(("0", False), ("-1", False), ("NaN", False), ("Infinity", False), ("1e15", True), ("1e16", False)),
        *(("9e-15", True), ("9e-16", False), ("0.1", True)),
    ],
)
def test_only_a_real_positive_quantity_is_one(number: str, known: bool) -> None:
    assert (exact(Amount(Decimal(number), "mg")) is not None) is known


def test_sums_and_whole_units() -> None:
    assert plus((1, 3), (1, 6)) == (9, 18)
    assert [rounded_up(r) for r in ((10, 10), (11, 10), (1, 10), (20, 10))] == [1, 2, 1, 2]
    assert exact(None) is None
    written = ["400", "1E+3", "0.50", "2.0"]
    assert [shown(Amount(Decimal(n), "mg")) for n in written] == ["400 mg", "1000 mg", "0.5 mg", "2 mg"]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        (("1 g",), "1 g"),
        (("1 g",) * 6, "6 × 1 g = 6 g"),
        (("1 g", "1.0 g", "0.5 g"), "2 × 1 g + 0.5 g = 2.5 g"),
        (("500 mg", "1 g", "500 mg"), "2 × 500 mg + 1 g"),
    ],
)
def test_several_amounts_are_counted_and_added_up(amounts: tuple[str, ...], words: str) -> None:
    some = [Amount(Decimal(number), unit) for number, unit in (one.split() for one in amounts)]
    assert summed(some) == words


def test_amounts_of_several_units_have_no_sum() -> None:
    assert total([Amount(Decimal(1), "g"), Amount(Decimal(1), "mg")]) is None
    assert total([Amount(Decimal("0.5"), "g")] * 2) == Amount(Decimal(1), "g")
    assert total([Amount(Decimal(3), "g")]) == Amount(Decimal(3), "g")


def test_a_unit_that_is_a_part_of_one_divides_exactly() -> None:
    part = exact(Amount(Decimal("0.3"), "mg"))
    whole = exact(Amount(Decimal("0.9"), "mg"))
    assert part is not None and whole is not None
    assert rounded_up(divided(whole, "mg", part, "mg") or (0, 1)) == 3
