"""The demo's day, chair by chair; every number is minutes before the present."""

from datetime import timedelta

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import correct
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.demo import people as who
from nursedesk.desk.demo.teller import Visit, bag, keep_open, syringe
from nursedesk.desk.suite import Person
from nursedesk.record.encounter import Access, Container, Device, Patient, Purpose

BEFORE = timedelta(days=29)
"""How long before the present the suite was set up."""


def visits(daybook: Daybook, rulebook: Rulebook) -> tuple[Visit, ...]:
    """Every visit of the demo, not yet told."""

    def visit(chair: str, patient: Patient, nurse: Person, payer: str = "Blue Ridge PPO") -> Visit:
        return Visit(daybook, rulebook, chair, patient, nurse, payer)

    return (
        _vedolizumab(visit("1", who.KOWALSKI, who.RUIZ)),
        _infliximab_with_magnesium(visit("2", who.MORENO, who.RUIZ)),
        _oxaliplatin(visit("3", who.ROE, who.DOE, "Medicare Part B")),
        _abbott(visit("4", who.ABBOTT, who.DOE, "Medicare Part B")),
        _nguyen(visit("4", who.NGUYEN, who.DOE)),
        _ceftriaxone(visit("5", who.LEE, who.DOE)),
        _prepared_infliximab(visit("6", who.OKAFOR, who.DOE)),
        _paused_rituximab(visit("7", who.HADDAD, who.RUIZ, "Medicare Part B")),
        _ready_to_close(visit("8", who.BERG, who.RUIZ, "Medicare Part B")),
        _hydration(visit("9", who.PATEL, who.ADEYEMI)),
        _last_month(visit("10", who.SCHMIDT, who.ADEYEMI, "Medicare Part B")),
        _checked_in(visit("10", who.SCHMIDT, who.ADEYEMI, "Medicare Part B")),
        _carboplatin(visit("11", who.IVERSEN, who.ADEYEMI)),
    )


def _vedolizumab(visit: Visit) -> Visit:
    visit.arrive(44, site="22 g, right forearm")
    visit.hang(31, "saline", keep_open())
    visit.chart(30, lambda book, one: correct.set_diagnoses(book, one, ("K51.90",)))
    visit.hang(
        22,
        "drug",
        bag("vedolizumab", "300 mg", opened="300 mg", volume="250 mL", rate="500 mL/h", minutes=30, lot="VE2231"),
    )
    return visit


def _infliximab_with_magnesium(visit: Visit) -> Visit:
    visit.arrive(185)
    visit.hang(179, "saline", keep_open())
    visit.chart(178, lambda book, one: correct.set_diagnoses(book, one, ("K50.90", "E83.42")))
    visit.push(175, syringe("diphenhydramine", "25 mg", "112408"))
    visit.push(172, syringe("methylprednisolone", "40 mg", "HX4410"))
    visit.hang(
        157,
        "drug",
        bag(
            "infliximab",
            "400 mg",
            volume="250 mL",
            rate="125 mL/h",
            minutes=145,
            lot="KJT9F21",
            ndc="57894-030-01",
        ),
    )
    visit.pause(100, "drug")
    visit.retime(99, "Paused", "drug", 109, "with patient, flushing and itch")
    visit.resume(87, "drug")
    visit.chart(
        80, lambda book, one: correct.place_access(book, one, Access("B", Device.PERIPHERAL, "24 g, right hand"))
    )
    visit.hang(
        72,
        "magnesium",
        bag(
            "magnesium sulfate",
            "2 g",
            opened="2 g",
            volume="50 mL",
            rate="60 mL/h",
            minutes=50,
            access="B",
            lot="6128803",
            ndc="00409-6729-24",
            diluent="premixed",
        ),
    )
    visit.stop(15, "magnesium", by=who.DOE)
    visit.retime(6, "Stopped", "magnesium", 22, "bag empty, seen at bedside")
    return visit


def _oxaliplatin(visit: Visit) -> Visit:
    visit.arrive(140, Device.PORT, "right chest")
    visit.chart(138, lambda book, one: correct.set_diagnoses(book, one, ("C18.7",)))
    visit.push(124, syringe("ondansetron", "8 mg", "ON8841"))
    visit.push(121, syringe("dexamethasone", "12 mg", "DX0172"))
    visit.hang(
        87,
        "oxaliplatin",
        bag(
            "oxaliplatin",
            "150 mg",
            opened="150 mg",
            volume="250 mL",
            rate="125 mL/h",
            minutes=120,
            lot="OX5567",
        ),
    )
    visit.hang(
        85,
        "leucovorin",
        bag(
            "leucovorin",
            "700 mg",
            opened="700 mg",
            volume="250 mL",
            minutes=118,
            lot="LV1180",
        ),
    )
    return visit


def _abbott(visit: Visit) -> Visit:
    visit.arrive(372, Device.PICC, "right upper arm")
    visit.chart(370, lambda book, one: correct.set_diagnoses(book, one, ("M86.171",)))
    visit.hang(
        366,
        "drug",
        bag(
            "vancomycin",
            "1 g",
            opened="1 g",
            volume="250 mL",
            rate="167 mL/h",
            minutes=90,
            lot="VC7719",
        ),
    )
    visit.stop(270, "drug")
    visit.retime(268, "Stopped", "drug", 276, "pump stood still, bag empty at 90 min")
    visit.hang(
        262,
        "second",
        bag(
            "ceftriaxone",
            "2 g",
            opened="2 g",
            volume="50 mL",
            minutes=30,
            lot="CX2093",
        ),
    )
    visit.stop(230, "second")
    visit.respond(229)
    visit.sign(226)
    return visit


def _nguyen(visit: Visit) -> Visit:
    visit.arrive(167)
    visit.chart(165, lambda book, one: correct.set_diagnoses(book, one, ("D50.0",)))
    visit.hang(
        150, "iron", bag("iron sucrose", "200 mg", opened="200 mg", volume="100 mL", minutes=30, lot="IS4417")
    )
    visit.stop(96, "iron", by=who.RUIZ)
    visit.retime(95, "Stopped", "iron", 112, "calculated bag end, seen by M. Ruiz")
    visit.hang(
        90,
        "saline",
        bag(
            "sodium chloride 0.9 %",
            "500 mL",
            opened="500 mL",
            hcpcs="J7040",
            purpose=Purpose.HYDRATION,
            minutes=60,
        ),
    )
    visit.stop(30, "saline")
    visit.respond(29)
    visit.sign(27)
    return visit


def _ceftriaxone(visit: Visit) -> Visit:
    visit.arrive(66)
    visit.hang(62, "saline", keep_open())
    visit.chart(60, lambda book, one: correct.set_diagnoses(book, one, ("N10",)))
    visit.hang(
        47,
        "drug",
        bag("ceftriaxone", "2 g", opened="2 g", volume="50 mL", rate="100 mL/h", minutes=30, lot="CX2093"),
    )
    return visit


def _prepared_infliximab(visit: Visit) -> Visit:
    visit.arrive(25, site="20 g, right hand")
    visit.chart(24, lambda book, one: correct.set_diagnoses(book, one, ("M05.79",)))
    visit.push(9, syringe("methylprednisolone", "40 mg", "HX4410"))
    visit.hang(
        6,
        "drug",
        bag("infliximab", "500 mg", opened="500 mg", volume="250 mL", rate="125 mL/h", minutes=120, order=None),
        start=False,
    )
    visit.push(0.05, syringe("diphenhydramine", "25 mg", "112408"))
    return visit


def _paused_rituximab(visit: Visit) -> Visit:
    visit.arrive(140, site="22 g, left hand")
    visit.hang(129, "saline", keep_open())
    visit.chart(128, lambda book, one: correct.set_diagnoses(book, one, ("M31.31",)))
    visit.push(126, syringe("diphenhydramine", "50 mg", "112408"))
    visit.push(123, syringe("methylprednisolone", "100 mg", "HX4410"))
    visit.hang(
        113,
        "drug",
        bag("rituximab", "700 mg", opened="700 mg", volume="500 mL", rate="100 mL/h", minutes=255, lot="RX3302"),
    )
    visit.pause(9, "drug")
    return visit


def _ready_to_close(visit: Visit) -> Visit:
    visit.arrive(91)
    visit.chart(90, lambda book, one: correct.set_diagnoses(book, one, ("C79.51", "E86.0")))
    visit.hang(
        77,
        "drug",
        bag(
            "zoledronic acid",
            "4 mg",
            opened="4 mg",
            volume="100 mL",
            rate="300 mL/h",
            minutes=20,
            lot="ZA2208",
            ndc="25021-801-66",
        ),
    )
    visit.stop(55, "drug", by=who.DOE)
    visit.hang(
        53,
        "saline",
        bag(
            "sodium chloride 0.9 %",
            "500 mL",
            opened="500 mL",
            hcpcs="J7040",
            rate="625 mL/h",
            purpose=Purpose.HYDRATION,
            minutes=48,
            lot="Y40117",
            diluent=None,
        ),
    )
    visit.stop(5, "saline", by=who.DOE)
    return visit


def _hydration(visit: Visit) -> Visit:
    visit.arrive(38, site="20 g, left forearm")
    visit.chart(37, lambda book, one: correct.set_diagnoses(book, one, ("E86.0",)))
    visit.push(30, syringe("ondansetron", "4 mg", "ON8841"))
    visit.push(28, syringe("famotidine", "20 mg", "FA6120"))
    visit.hang(
        26,
        "saline",
        bag(
            "sodium chloride 0.9 %",
            "1000 mL",
            opened="1000 mL",
            hcpcs="J7030",
            rate="500 mL/h",
            purpose=Purpose.HYDRATION,
            minutes=120,
            lot="Y40117",
            diluent=None,
        ),
    )
    return visit


_MONTH = 28 * 24 * 60


def _last_month(visit: Visit) -> Visit:
    visit.arrive(_MONTH + 300, site="22 g, left hand")
    visit.chart(_MONTH + 299, lambda book, one: correct.set_diagnoses(book, one, ("G35.D",)))
    visit.hang(
        _MONTH + 280,
        "drug",
        bag(
            "ocrelizumab",
            "600 mg",
            opened="600 mg",
            volume="500 mL",
            minutes=210,
            lot="K7731A",
            ndc="50242-150-01",
        ),
    )
    visit.stop(_MONTH + 66, "drug")
    visit.respond(_MONTH + 64)
    visit.sign(_MONTH + 60)
    return visit


def _checked_in(visit: Visit) -> Visit:
    visit.arrive(8, site="22 g, left hand")
    visit.chart(7, lambda book, one: correct.set_diagnoses(book, one, ("G35.D",)))
    return visit


def _carboplatin(visit: Visit) -> Visit:
    visit.arrive(160, Device.PORT, "left chest")
    visit.chart(158, lambda book, one: correct.set_diagnoses(book, one, ("C56.1",)))
    visit.push(150, syringe("dexamethasone", "20 mg", "DX0172"))
    visit.push(147, syringe("famotidine", "20 mg", "FA6120"))
    visit.hang(
        112,
        "paclitaxel",
        bag(
            "paclitaxel",
            "300 mg",
            opened="300 mg",
            container=Container.MULTI_DOSE,
            volume="500 mL",
            rate="167 mL/h",
            minutes=180,
            lot="PX9014",
        ),
    )
    visit.hang(
        12,
        "carboplatin",
        bag(
            "carboplatin",
            "450 mg",
            opened="450 mg",
            container=Container.MULTI_DOSE,
            volume="250 mL",
            rate="500 mL/h",
            minutes=30,
            lot="CB3327",
        ),
    )
    return visit
