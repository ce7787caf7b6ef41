"""Hang, push and check-in as somebody left them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from nursedesk.catalog.barcodes import barcodes
from nursedesk.catalog.drugs import load_drugs
from nursedesk.catalog.scans import Field, Scan, WrongField, expect
from nursedesk.record.encounter import Access, Amount, Device, Family, Purpose, Route, Setting
from nursedesk.ui.check_in.dialog import CheckInDialog, CheckInDraft
from nursedesk.ui.check_in.form import AccessChoice, CheckInUses
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import Choice, HangContext, HangUses, Typed, TypedDrug
from PySide6.QtWidgets import QWidget

from tests.ui.frame.sample_window import NEW_YORK, NOW, window

_READER = barcodes(r"(?:MRN)?(?P<number>\d{2} ?\d{2} ?\d{3})", r"B-\d{4}")


def read(text: str, wanted: Field) -> Scan | WrongField:
    """A reader with this suite's wristbands (`40 22 045`) and badges (`B-1234`)."""
    return expect(_READER.read(text, NOW.date()), wanted)


def check(person: str, pin: str, answer: Callable[[str], None]) -> None:
    """Maria Ruiz has a PIN."""
    answer("" if (person, pin) == ("mruiz", "580314") else "That PIN is not right: nothing was hung.")


SITTING = CheckInUses(NOW.date, read, lambda number: None, wristbands=True)
USES = HangUses(lambda: NOW, read, check)


def accesses() -> tuple[Access, ...]:
    return (Access("A", Device.PERIPHERAL, "22 g, left hand"),)


def choice(drug: str, dose: str, unit: str, **more: object) -> Choice:
    return Choice(drug, Amount(Decimal(dose), unit), **more)  # type: ignore[arg-type]


def hang_context(**more: object) -> HangContext:
    """Otto Schmidt, whose last visit was ocrelizumab."""
    last = choice(
        "ocrelizumab", "600", "mg", volume=Decimal(500), rate=Decimal(40), then=(Decimal(200),), minutes=210,
        diluent="sodium chloride 0.9 %", ndc="50242-150-01", order_signed=date(2026, 11, 24),
    )  # fmt: skip
    liked = (
        choice("methylprednisolone", "100", "mg", volume=Decimal(50), minutes=30),
        choice("sodium chloride 0.9 %", "1000", "mL", purpose=Purpose.HYDRATION, rate=Decimal(500)),
        Choice("sodium chloride 0.9 %", purpose=Purpose.KEEP_OPEN, rate=Decimal(30)),
        choice("ceftriaxone", "2", "g", volume=Decimal(50), minutes=30),
        choice("acetaminophen", "1000", "mg", volume=Decimal(100), minutes=15),
        choice("diphenhydramine", "25", "mg", route=Route.IV_PUSH),
        choice("methylprednisolone", "40", "mg", route=Route.IV_PUSH),
        choice("ondansetron", "4", "mg", route=Route.IV_PUSH),
        choice("famotidine", "20", "mg", route=Route.IV_PUSH),
    )
    facts = "28-Dec-1953 · M · MRN 40 22 045"
    given = HangContext(
        "e10",
        "10",
        "SCHMIDT, Otto",
        facts,
        NEW_YORK,
        accesses(),
        (last,),
        date(2026, 10, 27),
        liked,
        load_drugs(),
        mrn="40 22 045",
    )
    return replace(given, **more)  # type: ignore[arg-type]


def hang() -> QWidget:
    made = window()
    HangDialog(made.dialog_host(), hang_context(), USES).show()
    return made


def hang_wrong() -> QWidget:
    """Everything that can be said under a field, at once."""
    made = window()
    typed = Typed("infliximab", "1,5", "mg", "", "250", "1e309", "", 130, "new", site="24 g, right hand", lot="A",
                  expiry="30-Jun-2025", ndc="12")  # fmt: skip
    dialog = HangDialog(made.dialog_host(), hang_context(last_visit=()), USES, draft=typed)
    dialog.show()
    dialog.search.edit.setText("inflixmab")
    dialog.search.edit.textEdited.emit("inflixmab")
    dialog.start.click()
    return made


def hang_scanned() -> QWidget:
    """A package with two codes: a person chooses."""
    made = window()
    facts = hang_context(last_visit=(), allergies=("penicillin", "latex"), weight=Amount(Decimal("72.5"), "kg"))
    dialog = HangDialog(made.dialog_host(), facts, USES)
    dialog.show()
    dialog.search.edit.setText("55513000204")
    dialog.finder.enter("55513000204")
    return made


def hang_bag() -> QWidget:
    """Two drugs in one bag, a rate in steps, vials to be opened, an access to be placed."""
    made = window()
    others = (TypedDrug("ondansetron", "8", "mg"), TypedDrug("dexamethasone", "12", "mg"))
    typed = Typed("infliximab", "420", "mg", "sodium chloride 0.9 %", "250", "10 → 20 → 40", "", 394, "new",
                  site="22 g, right hand", lot="AB12C", expiry="30-Sep-2027", ndc="57894-0030-01", every="15",
                  each=Amount(Decimal(100), "mg"), others=others)  # fmt: skip
    facts = hang_context(last_visit=(), allergies=(), weight=Amount(Decimal("72.5"), "kg"))
    dialog = HangDialog(made.dialog_host(), facts, USES, draft=typed)
    dialog.show()
    return made


def hang_arrange() -> QWidget:
    """The favourites being arranged."""
    made = window()
    dialog = HangDialog(made.dialog_host(), hang_context(), USES)
    dialog.show()
    dialog.findChild(QWidget, "arrangeFavouritesButton").click()  # type: ignore[attr-defined]
    return made


def hang_check() -> QWidget:
    """A colleague compares and puts in her PIN."""
    made = window()
    facts = hang_context(checked_by=(("mruiz", "M. Ruiz RN"),), checked_families=frozenset({Family.THERAPEUTIC}))
    dialog = HangDialog(made.dialog_host(), facts, USES)
    dialog.show()
    dialog.start.click()
    return made


def push() -> QWidget:
    made = window()
    dialog = HangDialog(made.dialog_host(), hang_context(), USES, push=True)
    dialog.show()
    dialog.list.setFocus()
    dialog.list.setCurrentRow(3)
    dialog.list.chosen.emit(hang_context().favourites[-2])
    return made


def check_in() -> QWidget:
    made = window()
    typed = CheckInDraft(name="ROE, Jane", born="31-Feb-1961", sex="F", mrn="40 21 877",
                         access=AccessChoice.PORT, site="right chest")  # fmt: skip
    dialog = CheckInDialog(made.dialog_host(), "4", Setting.OUTPATIENT_FACILITY, SITTING, draft=typed)
    dialog.show()
    dialog.findChild(QWidget, "birthField").editingFinished.emit()  # type: ignore[attr-defined]
    return made
