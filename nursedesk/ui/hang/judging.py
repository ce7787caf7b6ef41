"""What stands in the way of a form, and what deserves a second look, each as a sentence under its field."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.charted import charted_code, is_by_bag
from nursedesk.record.encounter import Amount
from nursedesk.ui.frame.typed_dates import expiry
from nursedesk.ui.hang import quantities as read
from nursedesk.ui.hang import words
from nursedesk.ui.hang.doubts import doubt_of
from nursedesk.ui.hang.form import HangContext, Now, Problem, Typed, TypedDrug
from nursedesk.ui.hang.ndc import ndc
from nursedesk.ui.hang.quantities import MOST_MINUTES, Quantity, Refusal
from nursedesk.ui.hang.reading import drugs_of, refused
from nursedesk.ui.hang.search import named

translate = QCoreApplication.translate

LONGEST_LOT = 20


def problems(typed: Typed, context: HangContext, now: Now, push: bool) -> tuple[Problem, ...]:
    """What stands in the way, in the order of the fields; an empty field is never in the way, except the drug."""
    found = []
    if not drugs_of(typed):
        found.append(Problem("drugField", translate("Hang", "Choose a drug from the list, or type its name.")))
    of_one = _of_drug(typed.one())
    found += [one for one in of_one if one.field == "doseField"]
    found += [] if push else _of_bag(typed, now)
    found += [one for one in of_one if one.field != "doseField"]
    for other in typed.others:
        found += [Problem("bagField", f"{other.drug}: {one.sentence}") for one in _of_drug(other)[:1]]
    return tuple(found)


def _of_drug(typed: TypedDrug) -> list[Problem]:
    found = []
    if why := refused(read.dose(typed.dose)):
        found.append(Problem("doseField", words.refusal(why, translate("Hang", "dose"))))
    if any(len(lot) > LONGEST_LOT for lot in typed.lot.split(" + ")):
        found.append(Problem("lotField", translate("Hang", "A lot number has up to 20 characters.")))
    if typed.expiry and expiry(typed.expiry) is None:
        found.append(Problem("expiryField", translate("Hang", "Write 30-Jun-2027 or 06/2027.")))
    if typed.ndc and ndc(typed.ndc) is None:
        found.append(Problem("ndcField", translate("Hang", "An NDC has 10 or 11 digits, like 50242-150-01.")))
    if why := refused(read.opened(typed.opened)):
        found.append(Problem("openedField", words.refusal(why, translate("Hang", "amount opened"))))
    return found


def _of_bag(typed: Typed, now: Now) -> list[Problem]:
    end = translate("Hang", "planned end")
    rates = read.rate(typed.rate)
    told: list[tuple[str, Refusal | None, str]] = [
        ("volumeField", refused(read.volume(typed.volume)), translate("Hang", "volume")),
        ("rateField", refused(rates), translate("Hang", "rate")),
    ]
    if isinstance(rates, tuple) and len(rates) > 1:
        told.append(("stepField", refused(read.step_minutes(typed.every)), translate("Hang", "step")))
    if typed.planned_end:
        told.append(("plannedEndField", refused(read.length(typed.planned_end, now.at, now.zone)), end))
    elif typed.minutes and typed.minutes > MOST_MINUTES:
        told.append(("plannedEndField", Refusal.OVER_A_DAY, end))
    return [Problem(field, words.refusal(why, what)) for field, why, what in told if why is not None]


def warnings(typed: Typed, context: HangContext, now: Now) -> tuple[Problem, ...]:
    """What is worth a second look and stops nobody: an expired lot, an odd unit or bag, too little opened."""
    today = now.at.astimezone(now.zone).date()
    found = []
    expires = expiry(typed.expiry) if typed.expiry else None
    if expires is not None and expires < today:
        found.append(Problem("expiryField", translate("Hang", "This lot has expired. Check the label.")))
    dose = read.dose(typed.dose)
    if isinstance(dose, Quantity):
        found += _doubtful(typed, context, dose)
        found += _too_little(typed, dose)
    found += _odd_bag(typed, context, today)
    return tuple(found)


def _doubtful(typed: Typed, context: HangContext, dose: Quantity) -> list[Problem]:
    """What the dialog asks about after Start, told before it."""
    doubt = doubt_of(typed.drug, Amount(dose.amount, dose.unit or typed.unit), context)
    return [] if doubt is None else [Problem("doseField", doubt.sentence)]


def _too_little(typed: Typed, dose: Quantity) -> list[Problem]:
    opened = read.opened(typed.opened)
    same = isinstance(opened, Quantity) and opened.unit in (None, typed.unit)
    if not isinstance(opened, Quantity) or not same or opened.amount >= dose.amount:
        return []
    return [Problem("openedField", translate("Hang", "Less was opened than the dose takes. Check both."))]


def _odd_bag(typed: Typed, context: HangContext, today: date) -> list[Problem]:
    """A fluid whose code is by the bag, in a bag that no code is for."""
    drug, volume = named(typed.drug, context.drugs), read.volume(typed.volume)
    if drug is None or isinstance(volume, Refusal) or not is_by_bag(drug, today):
        return []
    if charted_code(drug, "", volume, today) is not None:
        return []
    sizes = ", ".join(f"{code.unit.amount:f}" for code in sorted(drug.codes, key=lambda one: one.unit.amount))
    sentence = translate("Hang", "There is a code for bags of {sizes} mL. This one is charted without a code.")
    return [Problem("volumeField", sentence.format(sizes=sizes))]
