"""Finding a drug: what begins so comes first, a brand or a code finds it too, a slip of the finger is forgiven."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.record.encounter import Amount, Container, Family
from nursedesk.ui.hang.search import find, named, surely


def drug(name: str, brands: tuple[str, ...] = (), code: str = "J0000") -> Drug:
    unit = Amount(Decimal(10), "mg")
    codes = (DrugCode(code, unit, payable=True),)
    return Drug(name, name, brands, Family.THERAPEUTIC, "", False, Container.SINGLE_DOSE, codes)


DRUGS = (
    drug("infliximab", ("Remicade",), "J1745"),
    drug("ceftriaxone", ("Rocephin",), "J0696"),
    drug("sodium chloride 0.9 %", (), "J7040"),
    drug("iron sucrose", ("Venofer",), "J1756"),
)


def test_a_few_letters_a_brand_and_a_code_find_the_drug() -> None:
    for text in ("infl", "REMI", "j1745", " infliximab "):
        assert find(text, DRUGS)[0].name == "infliximab", text


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert find("inflixmab", DRUGS)[0].name == "infliximab"
    assert find("seftriaxone", DRUGS)[0].name == "ceftriaxone"


def test_a_dose_is_not_taken_for_a_part_of_a_code() -> None:
    assert find("040", DRUGS) == ()
    assert not surely("040", DRUGS)
    assert surely("J70", DRUGS)


def test_nothing_is_found_for_nothing_and_for_nonsense() -> None:
    assert find("", DRUGS) == ()
    assert find("qqqqqqqq", DRUGS) == ()


def test_a_name_or_brand_names_its_drug_exactly() -> None:
    assert named(" Remicade ", DRUGS) is DRUGS[0]
    assert named("infli", DRUGS) is None


@given(st.text(max_size=300))
def test_no_typed_text_raises(text: str) -> None:
    assert len(find(text, DRUGS, limit=3)) <= 3
