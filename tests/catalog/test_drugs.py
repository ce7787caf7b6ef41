"""The drug table that is installed: what is in it, by name, by code and by date of service."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.catalog.drugs import by_hcpcs, by_name, drug_files, load_drugs
from nursedesk.coding.rulebook import DrugCode
from nursedesk.record.encounter import Amount, Container, Family

SEED = ["J0290", "J1745", "J0696", "J3370", "J3475"]
SEED_DRUGS = [
    "vancomycin",
    "cefazolin",
    "piperacillin-tazobactam",
    "infliximab",
    "tocilizumab",
    "rituximab",
    "micafungin",
    "caspofungin",
    "natalizumab",
    "ocrelizumab",
    "vedolizumab",
    "ondansetron",
    "promethazine",
    "ketorolac",
    "ceftriaxone",
    "ampicillin",
    "magnesium sulfate",
    "sodium chloride 0.9 %",
    "glucagon",
]
PICTURED = [
    "oxaliplatin",
    "leucovorin",
    "diphenhydramine",
    "methylprednisolone",
    "acetaminophen",
    "iron sucrose",
    "zoledronic acid",
    "famotidine",
    "paclitaxel",
    "carboplatin",
]


def in_force(name: str, on: date) -> list[DrugCode]:
    codes = by_name(load_drugs())[name].codes
    return [x for x in codes if (x.effective_from or date.min) <= on <= (x.effective_to or date.max)]


def test_the_drugs_of_the_seed_the_pictures_and_the_cases_are_there() -> None:
    names, codes = by_name(load_drugs()), by_hcpcs(load_drugs())
    assert [x for x in SEED_DRUGS + PICTURED if x not in names] == []
    assert [x for x in SEED if x not in codes] == []
    assert {
        "cisplatin",
        "fluorouracil",
        "gemcitabine",
        "irinotecan",
        "bortezomib",
        "palonosetron",
        "dexamethasone",
        "levoleucovorin",
        "lorazepam",
        "levofloxacin",
        "azithromycin",
        "morphine",
        "vit b12",
    } <= names.keys()


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("vancomycin", date(2025, 6, 30), [("J3370", "500")]),
        ("vancomycin", date(2025, 7, 1), [("J3373", "10")]),
        ("methylprednisolone", date(2024, 3, 31), [("J2920", "40"), ("J2930", "125")]),
        ("methylprednisolone", date(2024, 4, 1), [("J2919", "5")]),
        ("infliximab", date(2026, 11, 24), [("J1745", "10")]),
        ("ns", date(2026, 11, 24), [("J7030", "1000"), ("J7040", "500"), ("J7050", "250")]),
    ],
)
def test_codes_by_date_of_service(name: str, on: date, expected: list[tuple[str, str]]) -> None:
    assert [(x.hcpcs, str(x.unit.amount)) for x in in_force(name, on)] == expected


def test_a_drug_is_found_by_brand_and_by_code() -> None:
    drugs = load_drugs()
    infliximab = by_hcpcs(drugs)["J1745"]
    assert by_name(drugs)["remicade"] is infliximab
    assert (infliximab.display, infliximab.family, infliximab.payer_variable) == (
        "inFLIXimab",
        Family.THERAPEUTIC,
        True,
    )
    assert infliximab.container is Container.SINGLE_DOSE
    assert infliximab.codes[0].unit == Amount(Decimal(10), "mg")


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("J9263", "chemotherapy"),
        ("J9271", "complex_biologic"),
        ("J9395", "hormonal_antineoplastic"),
        ("J7040", "hydration"),
        ("J0640", "therapeutic"),
        ("J2405", "therapeutic"),
        ("J1100", "therapeutic"),
        ("J1200", "therapeutic"),
    ],
)
def test_families(code: str, family: str) -> None:
    """Supportive drugs given with chemotherapy are therapeutic (R1.3)."""
    assert by_hcpcs(load_drugs())[code].family == family


@pytest.mark.parametrize(
    ("file", "some"),
    [
        ("antibiotics", ["cefepime", "meropenem", "dalbavancin", "gentamicin"]),
        ("antivirals", ["acyclovir", "ganciclovir", "remdesivir"]),
        ("antifungals", ["fluconazole", "amphotericin B liposome"]),
        ("biologics", ["infliximab-abda", "belimumab", "ustekinumab"]),
        ("migraine_and_ms", ["eptinezumab-jjmr", "dihydroergotamine", "ocrelizumab"]),
        ("iron", ["iron sucrose", "ferric carboxymaltose", "ferumoxytol"]),
        ("immune_globulins", ["immune globulin (Privigen)", "immune globulin subcutaneous"]),
        ("rare_disease", ["agalsidase beta", "laronidase"]),
        ("steroids", ["methylprednisolone", "dexamethasone"]),
        ("antiemetics", ["fosaprepitant", "granisetron"]),
        ("cytotoxics", ["docetaxel", "doxorubicin", "vincristine"]),
        ("cancer_antibodies", ["nivolumab", "trastuzumab"]),
        ("antibody_drug_conjugates", ["brentuximab vedotin"]),
        ("hormones", ["octreotide", "leuprolide"]),
        ("fluids_and_electrolytes", ["potassium chloride", "lactated Ringer's"]),
        ("bone", ["zoledronic acid", "denosumab"]),
        ("growth_factors", ["filgrastim", "epoetin alfa"]),
        ("heart_and_clotting", ["heparin", "alteplase"]),
        ("diagnostics", ["regadenoson", "adenosine"]),
    ],
)
def test_what_an_infusion_suite_gives_has_a_file_for_each_class(file: str, some: list[str]) -> None:
    (table,) = (one for one in drug_files() if one.stem == file)
    names = by_name(load_drugs(table))
    assert [name for name in some if name.lower() not in names] == []


def test_the_common_cancer_drugs_are_there() -> None:
    """More than seventy, whatever code they have."""
    complex_families = (Family.CHEMOTHERAPY, Family.COMPLEX_BIOLOGIC, Family.HORMONAL_ANTINEOPLASTIC)
    assert len([drug for drug in load_drugs() if drug.family in complex_families]) > 70


@pytest.mark.parametrize(
    ("name", "display"),
    [
        ("docetaxel", "DOCEtaxel"),
        ("doxorubicin liposome", "DOXOrubicin liposome"),
        ("cefoxitin", "cefOXitin"),
        ("daptomycin", "DAPTOmycin"),
        ("dactinomycin", "DACTINomycin"),
        ("vinblastine", "vinBLAStine"),
        ("vincristine", "vinCRIStine"),
        ("hydralazine", "hydrALAZINE"),
        ("hydroxyzine", "hydrOXYzine"),
        ("romiplostim", "romiPLOStim"),
        ("romidepsin", "romiDEPsin"),
    ],
)
def test_names_that_look_alike_are_written_in_tall_letters(name: str, display: str) -> None:
    assert by_name(load_drugs())[name].display == display


def test_tall_letters_change_no_letter_of_a_name() -> None:
    assert [drug.name for drug in load_drugs() if drug.display.lower() != drug.name.lower()] == []


@pytest.mark.parametrize(
    ("first", "second"), [("J0881", "J0882"), ("J0885", "Q4081"), ("Q0138", "Q0139"), ("Q5106", "Q5105")]
)
def test_a_drug_with_a_code_for_dialysis_is_two_drugs_to_choose_from(first: str, second: str) -> None:
    codes = by_hcpcs(load_drugs())
    assert codes[second].name == f"{codes[first].name} (ESRD on dialysis)"


def test_an_ended_code_leads_to_a_code_of_the_same_drug_without_a_free_day() -> None:
    table = by_hcpcs(load_drugs())
    followed = [(c, table[c.hcpcs]) for d in load_drugs() for c in d.codes if c.successor]
    assert len(followed) >= 20
    for code, drug in followed:
        successor = next(x for x in drug.codes if x.hcpcs == code.successor)
        assert code.effective_to is not None
        assert successor.effective_from is not None
        assert (successor.effective_from - code.effective_to).days <= 1


def test_every_row_is_there_once_whatever_file_it_is_in() -> None:
    assert sum(len(load_drugs(file)) for file in drug_files()) == len(load_drugs())
