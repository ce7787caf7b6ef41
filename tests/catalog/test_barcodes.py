"""Codes as scanners and people type them, each with its own outcome."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.catalog.barcodes import BadPattern, Barcodes, PatternProblem, barcodes, pattern_problem
from nursedesk.catalog.packages import Package
from nursedesk.catalog.scans import (
    BadCheckDigit,
    Damage,
    Expired,
    Field,
    FoundDrug,
    Garbled,
    Kind,
    Label,
    MissingSeparator,
    NotADrug,
    Plain,
    Scan,
    TwoCodes,
    TwoPackages,
    UnknownDrug,
    WrongField,
    expect,
)
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.record.encounter import Amount, Container, Family

GS = "\x1d"
TODAY = date(2026, 11, 24)
INFLIXIMAB = "00357894030010"
CEFTRIAXONE = "00301439857259"
WHOLE = Label("", "57894003001", INFLIXIMAB, "AB12C", "SN0001", date(2027, 9, 30))
READER = barcodes(wristband=r"MRN\d{6}|\d{10}|9\d{11}", badge=r"B-\d{4}")


def label(scan: Scan) -> tuple[str, str, str, str, date | None]:
    assert isinstance(scan, FoundDrug), scan
    got = scan.label
    return got.ndc, got.gtin, got.lot, got.serial, got.expiry


WITH_ALL = ("57894003001", INFLIXIMAB, "AB12C", "SN0001", date(2027, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        f"]d201{INFLIXIMAB}1727093010AB12C{GS}21SN0001",
        f"]C101{INFLIXIMAB}1727093010AB12C{GS}21SN0001",
        f"01{INFLIXIMAB}1727093010AB12C{GS}21SN0001",
        f"{GS}01{INFLIXIMAB}1727093010AB12C{GS}21SN0001{GS}",
        f"]d2{GS}01{INFLIXIMAB}{GS}17270930{GS}10AB12C{GS}21SN0001",
        f"]d201{INFLIXIMAB}21SN0001{GS}1727093010AB12C",
        f"]d210AB12C{GS}21SN0001{GS}1727093001{INFLIXIMAB}",
        f"]d201{INFLIXIMAB}1727093010AB12C{GS}21SN0001\r\n",
        f"01{INFLIXIMAB}1727093010AB12C<GS>21SN0001",
        f"01{INFLIXIMAB}1727093010AB12C\u241d21SN0001",
        f"(01){INFLIXIMAB}(17)270930(10)AB12C(21)SN0001",
        f"01{INFLIXIMAB}1727090010AB12C{GS}21SN0001",
        f"1727093010AB12C{GS}21SN0001{GS}01{INFLIXIMAB}",
    ],
    ids=range(13),
)
def test_a_gs1_code_with_and_without_what_scanners_add(text: str) -> None:
    scan = READER.read(text, TODAY)
    assert label(scan) == WITH_ALL
    assert isinstance(scan, FoundDrug)
    assert (scan.candidate.drug.name, scan.candidate.hcpcs) == ("infliximab", "J1745")
    assert scan.candidate.package.units_each == 10


@pytest.mark.parametrize(
    ("text", "ndc", "gtin"),
    [
        ("357894030010", "57894003001", INFLIXIMAB),
        ("0357894030010", "57894003001", INFLIXIMAB),
        (INFLIXIMAB, "57894003001", INFLIXIMAB),
        (f"]E0{INFLIXIMAB[1:]}", "57894003001", INFLIXIMAB),
        ("]C0357894030010", "57894003001", INFLIXIMAB),
        ("]d1357894030010", "57894003001", INFLIXIMAB),
        ("57894-030-01", "57894003001", ""),
        ("57894-0030-01", "57894003001", ""),
        ("57894-0030-1", "57894003001", ""),
        ("0143-9857-25", "00143985725", ""),
        ("NDC 0143-9857-25", "00143985725", ""),
        ("ndc: 57894-030-01", "57894003001", ""),
        (" 57894003001\t", "57894003001", ""),
        ("5789403001", "57894003001", ""),
        ("0143985725", "00143985725", ""),
    ],
)
def test_linear_codes_and_typed_numbers(text: str, ndc: str, gtin: str) -> None:
    assert label(READER.read(text, TODAY)) == (ndc, gtin, "", "", None)


@pytest.mark.parametrize(
    "text",
    [
        "(212) 555-0100",
        "578940-30-01",
        "57894-03-001",
        "5789-4030-1",
        "57894-0300-123",
        "57894-030",
        "57894--030-01",
        "-",
        "",
    ],
)
def test_hyphens_in_other_places_are_no_drug_number(text: str) -> None:
    assert READER.read(text, TODAY) == Plain(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("357894030011", "357894030011"),
        ("00357894030019", "00357894030019"),
        (f"]d201{INFLIXIMAB[:-1]}11727093010AB12C{GS}21SN0001", "00357894030011"),
        ("(01)00357894030011(17)270930", "00357894030011"),
        (f"01{INFLIXIMAB[:-1]}11727093010AB12C21SN0001", "00357894030011"),
    ],
)
def test_a_bad_check_digit(text: str, number: str) -> None:
    scan = READER.read(text, TODAY)
    assert isinstance(scan, BadCheckDigit)
    assert scan.number == number


@pytest.mark.parametrize(
    ("text", "lots", "expiry"),
    [
        (f"01{CEFTRIAXONE}1727093010AB12C21SN0001", ("AB12C21SN0001", "AB12C"), date(2027, 9, 30)),
        (f"]d201{CEFTRIAXONE}1727093010AB12C21SN0001", ("AB12C21SN0001", "AB12C"), date(2027, 9, 30)),
        (f"01{CEFTRIAXONE}1727093010A21B21C", ("A21B21C", "A", "A21B"), date(2027, 9, 30)),
        (f"01{CEFTRIAXONE}172709301021B21C", ("21B21C", "21B"), date(2027, 9, 30)),
        (f"01{CEFTRIAXONE}10AB12C17270930", ("AB12C17270930",), None),
        (f"01{CEFTRIAXONE}21SN0001172709301AB", (), None),
        (f"01{CEFTRIAXONE}1727093021SN0110AB12C", ("AB12C",), date(2027, 9, 30)),
        (f"01{CEFTRIAXONE}21SN00011727093010AB12C", (), None),
        (f"01{CEFTRIAXONE}21ABCDEFGHIJKL1727093010AB12C", ("AB12C",), None),
        (f"01{CEFTRIAXONE}1727093010{'A' * 15}21{'B' * 15}", (), date(2027, 9, 30)),
    ],
    ids=range(10),
)
def test_a_scanner_that_drops_the_separator(text: str, lots: tuple[str, ...], expiry: date | None) -> None:
    scan = READER.read(text, TODAY)
    assert isinstance(scan, MissingSeparator)
    assert scan.lots == lots
    assert isinstance(scan.found, FoundDrug)
    assert scan.found.candidate.hcpcs == "J0696"
    assert (scan.found.label.lot, scan.found.label.serial, scan.found.label.expiry) == ("", "", expiry)


@pytest.mark.parametrize(
    "text",
    [
        f"01{CEFTRIAXONE}1727093010AB12C",
        f"01{CEFTRIAXONE}17270930",
        f"01{CEFTRIAXONE}1727093021SN0001",
        f"01{CEFTRIAXONE}1727093010AB21C{GS}21SN",
        f"01{CEFTRIAXONE}172709301021",
    ],
)
def test_a_code_whose_separators_are_there_or_not_needed(text: str) -> None:
    assert isinstance(READER.read(text, TODAY), FoundDrug)


@pytest.mark.parametrize(
    ("expiry", "today", "expired"),
    [
        ("261123", TODAY, True),
        ("261124", TODAY, False),
        ("261100", date(2026, 11, 30), False),
        ("261100", date(2026, 12, 1), True),
        ("280200", date(2028, 2, 29), False),
        ("280229", date(2028, 3, 1), True),
    ],
)
def test_the_last_day_a_lot_may_be_given(expiry: str, today: date, expired: bool) -> None:
    scan = READER.read(f"01{INFLIXIMAB}17{expiry}10AB12C{GS}21SN", today)
    assert isinstance(scan, Expired if expired else FoundDrug)
    if isinstance(scan, Expired):
        assert isinstance(scan.found, FoundDrug)
        assert scan.found.candidate.drug.name == "infliximab"
        assert scan.expiry == scan.found.label.expiry


def test_what_is_expired_and_unknown_or_run_together_is_first_of_all_expired() -> None:
    unknown = READER.read("01003999999999911720010110A", TODAY)
    assert isinstance(unknown, Expired)
    assert isinstance(unknown.found, UnknownDrug)
    joined = READER.read(f"01{CEFTRIAXONE}1720010110AB12C21SN0001", TODAY)
    assert isinstance(joined, Expired)
    assert isinstance(joined.found, MissingSeparator)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("55513000204", ["J0881", "J0882"]),
        ("55513-002-04", ["J0881", "J0882"]),
    ],
)
def test_a_package_with_two_codes_is_for_a_person_to_decide(text: str, codes: list[str]) -> None:
    scan = READER.read(text, TODAY)
    assert isinstance(scan, TwoCodes)
    assert [one.hcpcs for one in scan.candidates] == codes
    assert scan.label.ndc == "55513000204"


@pytest.mark.parametrize(
    ("text", "ndc", "gtin"),
    [
        ("99999-999-99", "99999099999", ""),
        ("99999999999", "99999999999", ""),
        ("00399999999991", "9999999999", "00399999999991"),
        ("4006381333931", "", "04006381333931"),
        (f"01{'4006381333931'.zfill(14)}10A", "", "04006381333931"),
    ],
)
def test_a_sound_number_that_is_not_in_the_table(text: str, ndc: str, gtin: str) -> None:
    scan = READER.read(text, TODAY)
    assert isinstance(scan, UnknownDrug)
    assert (scan.label.ndc, scan.label.gtin) == (ndc, gtin)


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("x" * 201, Damage.TOO_LONG),
        ("1" * 10_000, Damage.TOO_LONG),
        ("57894\x00003001", Damage.CONTROL_CHARACTERS),
        ("ond\u202eansetron", Damage.CONTROL_CHARACTERS),
        ("\u200d", Damage.CONTROL_CHARACTERS),
        ("\ud800", Damage.CONTROL_CHARACTERS),
        ("[)>\x1e06\x1d", Damage.CONTROL_CHARACTERS),
        ("\uff13\uff15\uff17\uff18\uff19", Damage.WRONG_KEYBOARD),
        ('"(-\'_è&à"à&à', Damage.WRONG_KEYBOARD),
        ("$d2à&àà\"(èçé&'", Damage.WRONG_KEYBOARD),
        (f"]D201{INFLIXIMAB}", Damage.WRONG_KEYBOARD),
        (f"+d201{INFLIXIMAB}", Damage.WRONG_KEYBOARD),
        (f"01{INFLIXIMAB}17271301", Damage.UNREADABLE),
        (f"01{INFLIXIMAB}17270231", Damage.UNREADABLE),
        (f"01{INFLIXIMAB}01{CEFTRIAXONE}", Damage.UNREADABLE),
        (f"01{INFLIXIMAB}1727093010AB 12C", Damage.UNREADABLE),
        ("]d2hello", Damage.UNREADABLE),
        ("]d210AB12C\x1d17270930", Damage.NO_DRUG_NUMBER),
    ],
    ids=range(18),
)
def test_what_cannot_be_trusted_says_why(text: str, damage: Damage) -> None:
    assert READER.read(text, TODAY) == Garbled(damage)


def test_two_hundred_characters_are_not_too_long() -> None:
    assert READER.read("x" * 200, TODAY) == Plain("x" * 200)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("MRN123456", Field.WRISTBAND),
        ("MRN123456\r", Field.WRISTBAND),
        ("]C0MRN123456", Field.WRISTBAND),
        ("1234567890", Field.WRISTBAND),
        ("912345678901", Field.WRISTBAND),
        ("B-1234", Field.BADGE),
    ],
)
def test_a_person_is_told_by_the_patterns_of_the_site(text: str, field: Field) -> None:
    assert READER.read(text, TODAY) == NotADrug(field, text.strip().removeprefix("]C0"))


def test_a_drug_of_the_table_is_a_drug_even_where_a_pattern_would_take_it() -> None:
    assert READER.read("0143985725", TODAY).kind is Kind.DRUG


def test_a_gs1_wristband_is_a_person_when_a_pattern_says_so() -> None:
    reader = barcodes(wristband=r"8018\d{18}")
    text = "]d28018410000000000000007"
    assert reader.read(text, TODAY) == NotADrug(Field.WRISTBAND, text[3:])


@pytest.mark.parametrize("pattern", ["(", "[", "*"])
def test_a_pattern_that_is_none_is_refused_in_one_sentence(pattern: str) -> None:
    with pytest.raises(BadPattern, match="The wristband pattern"):
        barcodes(wristband=pattern)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", None),
        (r"MRN(?P<number>\d{8})", None),
        (r"\d{2} ?\d{2} ?\d{3}", None),
        ("(", PatternProblem.NO_EXPRESSION),
        ("x" * 201, PatternProblem.TOO_LONG),
        (".*", PatternProblem.TAKES_WORDS),
        (r"\w+", PatternProblem.TAKES_WORDS),
        (r"\d*", PatternProblem.TAKES_WORDS),
        (r"(\d+)+X", PatternProblem.MAY_HANG),
        (r"(a*)*b", PatternProblem.MAY_HANG),
    ],
)
def test_a_pattern_that_would_do_harm_is_not_taken(pattern: str, problem: PatternProblem | None) -> None:
    assert pattern_problem(pattern) is problem


def test_the_number_of_a_wristband_is_what_its_pattern_names() -> None:
    scan = barcodes(r"MRN(?P<number>\d{6})").read("MRN123456", TODAY)
    assert isinstance(scan, NotADrug)
    assert (scan.text, scan.number) == ("MRN123456", "123456")


DRUG_CODE = f"]d201{INFLIXIMAB}1727093010AB12C{GS}21SN0001"


@pytest.mark.parametrize(
    ("text", "wanted", "got"),
    [
        (DRUG_CODE, Field.WRISTBAND, Field.DRUG),
        (DRUG_CODE, Field.BADGE, Field.DRUG),
        ("357894030010", Field.WRISTBAND, Field.DRUG),
        ("55513000204", Field.WRISTBAND, Field.DRUG),
        (DRUG_CODE.replace("17270930", "17200101"), Field.WRISTBAND, Field.DRUG),
        (DRUG_CODE.replace(GS, ""), Field.WRISTBAND, Field.DRUG),
        (DRUG_CODE.replace("0010172", "0011172"), Field.WRISTBAND, Field.DRUG),
        ("00399999999991", Field.WRISTBAND, Field.DRUG),
        ("MRN123456", Field.DRUG, Field.WRISTBAND),
        ("B-1234", Field.DRUG, Field.BADGE),
        ("B-1234", Field.WRISTBAND, Field.BADGE),
        ("MRN123456", Field.BADGE, Field.WRISTBAND),
    ],
    ids=range(12),
)
def test_a_code_in_the_wrong_field_is_refused(text: str, wanted: Field, got: Field) -> None:
    assert expect(READER.read(text, TODAY), wanted) == WrongField(wanted, got)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (DRUG_CODE, Field.DRUG),
        ("99999-999-99", Field.DRUG),
        ("357894030011", Field.DRUG),
        ("MRN123456", Field.WRISTBAND),
        ("B-1234", Field.BADGE),
        ("Smith", Field.WRISTBAND),
        ("ondansetron", Field.DRUG),
        ("x" * 201, Field.WRISTBAND),
    ],
)
def test_a_code_in_its_own_field_passes(text: str, wanted: Field) -> None:
    scan = READER.read(text, TODAY)
    assert expect(scan, wanted) is scan


@pytest.mark.parametrize("text", ["1234567890", "12345678901", "357894030011", "12345-678-90"])
def test_a_number_that_only_looks_like_a_drug_may_be_a_persons(text: str) -> None:
    """Without a pattern for wristbands, a medical record number of ten digits is no reason to refuse."""
    scan = barcodes().read(text, TODAY)
    assert expect(scan, Field.WRISTBAND) == Plain(text)
    assert expect(scan, Field.DRUG) is scan


def small_reader(*packages: Package) -> Barcodes:
    codes = (
        DrugCode("J0001", Amount(Decimal(1), "mg"), True, date(2020, 1, 1), date(2026, 6, 30), "J0002"),
        DrugCode("J0002", Amount(Decimal(1), "mg"), True, date(2026, 7, 1)),
        DrugCode("J0003", Amount(Decimal(1), "mg"), True, date(2020, 1, 1), date(2020, 12, 31)),
    )
    drug = Drug("one", "one", (), Family.THERAPEUTIC, "", False, Container.SINGLE_DOSE, codes)
    return Barcodes((drug,), packages)


def package(ndc11: str, hcpcs: str = "J0002") -> Package:
    return Package(ndc11, hcpcs, "one", 1, Decimal(1))


def test_ten_digits_that_are_two_packages_are_for_a_person_to_decide() -> None:
    reader = small_reader(package("01234567890"), package("12345067890"))
    scan = reader.read("1234567890", TODAY)
    assert isinstance(scan, TwoPackages)
    assert [one.package.ndc11 for one in scan.candidates] == ["01234567890", "12345067890"]
    assert scan.label.ndc == "1234567890"


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("1234567890", "01234567890", True),
        ("1234567890", "12345067890", True),
        ("1234567890", "12345678900", True),
        ("1234567890", "12345678990", False),
        ("1234-5678-90", "01234567890", True),
        ("1234-5678-90", "12345067890", False),
        ("12345-678-90", "12345067890", True),
        ("12345-678-90", "01234567890", False),
        ("12345-6789-0", "12345678900", True),
        ("12345-6789-0", "12345067890", False),
    ],
)
def test_hyphens_decide_and_without_them_the_table_does(text: str, listed: str, found: bool) -> None:
    scan = small_reader(package(listed)).read(text, TODAY)
    assert isinstance(scan, FoundDrug if found else UnknownDrug)


@pytest.mark.parametrize(
    ("hcpcs", "today", "given"),
    [
        ("J0001", date(2026, 6, 30), "J0001"),
        ("J0001", date(2026, 7, 1), "J0002"),
        ("J0002", date(2026, 7, 1), "J0002"),
        ("J0003", date(2026, 7, 1), "J0003"),
    ],
)
def test_the_code_is_the_one_in_force_on_the_day(hcpcs: str, today: date, given: str) -> None:
    scan = small_reader(package("12345678901", hcpcs)).read("12345678901", today)
    assert isinstance(scan, FoundDrug)
    assert scan.candidate.hcpcs == given
