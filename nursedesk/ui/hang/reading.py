"""From what stands in the dialog to a form, or to the sentences that say what cannot be taken as it stands."""

from dataclasses import replace
from decimal import Decimal
from string import ascii_uppercase

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Amount, Container, Device, Family, Purpose, Route
from nursedesk.record.events import AccessId, DrugHung
from nursedesk.ui.frame.typed_dates import expiry
from nursedesk.ui.hang import scan, words
from nursedesk.ui.hang.form import Choice, HangContext, HangForm, Now, Problem, Typed
from nursedesk.ui.hang.quantities import (
    MOST_MINUTES,
    Quantity,
    Refusal,
    dose,
    length,
    minutes_at,
    rate,
    rate_for,
    same_in,
    volume,
)
from nursedesk.ui.hang.search import named
from nursedesk.ui.words import unit as spoken_unit

translate = QCoreApplication.translate

NEW = "new"
_WITHOUT_ACCESS = (Route.IM, Route.SC)


def typed_for(choice: Choice, context: HangContext, push: bool) -> Typed:
    """The dialog filled in from a line of the list; the access last used is preselected."""
    drug = named(choice.drug, context.drugs)
    dose = choice.dose
    purpose = choice.purpose
    if dose is None and drug is not None and drug.family is Family.HYDRATION and not push:
        purpose = Purpose.HYDRATION
    unit = dose.unit if dose else drug.codes[0].unit.unit if drug and drug.codes else "mg"
    access = context.accesses[0].id if context.accesses else ""
    steps = "" if choice.rate is None else f"{choice.rate:f}"
    return Typed(
        drug=choice.drug,
        dose=f"{dose.amount:f}" if dose else "",
        unit=unit,
        diluent=choice.diluent or "",
        volume="" if choice.volume is None else f"{choice.volume:f}",
        rate=f"{steps} to {choice.rate_to:f}" if choice.rate_to is not None else steps,
        minutes=choice.minutes or _minutes_of(choice),
        access=access,
        purpose=purpose,
        route=choice.route if push == (choice.route in PUSHES) else PUSHES[0] if push else Route.IV_INFUSION,
        ndc=choice.ndc or "",
        order_on_file=True if choice.order_signed or context.order_signed else None,
    )


PUSHES = (Route.IV_PUSH, Route.IM, Route.SC)


def _minutes_of(choice: Choice) -> int | None:
    if choice.volume is None or choice.rate is None or choice.rate_to is not None:
        return None
    return minutes_at(choice.volume, choice.rate)


def follow(typed: Typed, changed: str, now: Now) -> Typed:
    """The same with what follows from the field just changed: the end from volume and rate, the rate from the end.

    A unit typed behind the dose moves into the unit field.
    """
    if changed == "dose":
        read = dose(typed.dose)
        return replace(typed, unit=read.unit) if isinstance(read, Quantity) and read.unit else typed
    given = volume(typed.volume)
    if changed == "planned_end":
        minutes = length(typed.planned_end, now.at, now.zone)
        typed = replace(typed, minutes=minutes if isinstance(minutes, int) else None)
        if isinstance(given, Decimal) and typed.minutes and "to" not in typed.rate:
            return replace(typed, rate=f"{rate_for(given, typed.minutes):f}")
        return typed
    if changed in ("volume", "rate"):
        speed = rate(typed.rate)
        if isinstance(given, Decimal) and isinstance(speed, tuple) and speed[1] is None:
            return replace(typed, planned_end="", minutes=minutes_at(given, speed[0]))
    return typed


def problems(typed: Typed, context: HangContext, now: Now, push: bool) -> tuple[Problem, ...]:
    """What stands in the way, in the order of the fields; an empty field is never in the way, except the drug."""
    found = []
    if not typed.drug.strip():
        found.append(Problem("drugField", translate("Hang", "Choose a drug from the list, or type its name.")))
    wrong = _wrong_quantities(typed, now, push)
    found += [Problem(field, words.refusal(why, what)) for field, why, what in wrong]
    if typed.lot and len(typed.lot) > 20:
        found.append(Problem("lotField", translate("Hang", "A lot number has up to 20 characters.")))
    if typed.expiry and expiry(typed.expiry) is None:
        found.append(Problem("expiryField", translate("Hang", "Write 30-Jun-2027 or 06/2027.")))
    if typed.ndc and scan.ndc(typed.ndc) is None:
        found.append(Problem("ndcField", translate("Hang", "An NDC has 10 or 11 digits, like 50242-150-01.")))
    return tuple(found)


def _wrong_quantities(typed: Typed, now: Now, push: bool) -> list[tuple[str, Refusal, str]]:
    read: list[tuple[str, object, str]] = [("doseField", dose(typed.dose), translate("Hang", "dose"))]
    if not push:
        read.append(("volumeField", volume(typed.volume), translate("Hang", "volume")))
        read.append(("rateField", rate(typed.rate), translate("Hang", "rate")))
        if typed.planned_end:
            read.append(
                ("plannedEndField", length(typed.planned_end, now.at, now.zone), translate("Hang", "planned end"))
            )
        elif typed.minutes and typed.minutes > MOST_MINUTES:
            read.append(("plannedEndField", Refusal.OVER_A_DAY, translate("Hang", "planned end")))
    return [(f, why, what) for f, why, what in read if isinstance(why, Refusal) and why is not Refusal.EMPTY]


def warnings(typed: Typed, context: HangContext, now: Now) -> tuple[Problem, ...]:
    """What is worth a second look and stops nobody: an expired lot, a dose in an unusual unit."""
    found = []
    expires = expiry(typed.expiry) if typed.expiry else None
    if expires is not None and expires < now.at.astimezone(now.zone).date():
        found.append(Problem("expiryField", translate("Hang", "This lot has expired. Check the label.")))
    drug, given = named(typed.drug, context.drugs), dose(typed.dose)
    if drug is not None and drug.codes and isinstance(given, Quantity):
        usual = drug.codes[0].unit.unit
        other = same_in(given.amount, typed.unit, usual)
        if other is not None and typed.unit != usual and {typed.unit, usual} == {"ug", "mg"}:
            sentence = translate("Hang", "Usually in {unit}. This is {amount} {unit}.")
            unit = spoken_unit(usual)
            found.append(Problem("doseField", sentence.format(unit=unit, amount=f"{other:f}")))
    return tuple(found)


def form(typed: Typed, context: HangContext, push: bool) -> HangForm:
    """The form of a dialog without problems; what was left empty is None."""
    drug = named(typed.drug, context.drugs)
    given = dose(typed.dose)
    speed = None if push else rate(typed.rate)
    amount = None if push else volume(typed.volume)
    with_access = typed.route not in _WITHOUT_ACCESS
    return HangForm(
        encounter=context.encounter,
        route=typed.route,
        drugs=(_drug(typed, drug, given),),
        purpose=typed.purpose,
        access=AccessId(typed.access) if with_access and typed.access not in ("", NEW) else None,
        new_access=_placed(typed, context) if with_access and typed.access == NEW else None,
        diluent=typed.diluent or None,
        volume=Amount(amount, "mL") if isinstance(amount, Decimal) else None,
        rate=Amount(speed[0], "mL/h") if isinstance(speed, tuple) else None,
        rate_to=Amount(speed[1], "mL/h") if isinstance(speed, tuple) and speed[1] is not None else None,
        ordered_minutes=None if push else typed.minutes,
        order_on_file=typed.order_on_file,
    )


def _drug(typed: Typed, drug: Drug | None, dose: Quantity | Refusal) -> DrugHung:
    expires = expiry(typed.expiry) if typed.expiry else None
    return DrugHung(
        administration="",
        drug=drug.name if drug else " ".join(typed.drug.split()),
        ndc=typed.ndc or None,
        dose=Amount(dose.amount, typed.unit) if isinstance(dose, Quantity) else None,
        container=drug.container if drug else Container.UNKNOWN,
        lot=typed.lot or None,
        expiry=expires,
    )


def _placed(typed: Typed, context: HangContext) -> Access:
    taken = {one.id for one in context.accesses}
    free = next(letter for letter in (*ascii_uppercase, *map(str, range(1, 100))) if letter not in taken)
    device = typed.device if typed.device is not Device.UNKNOWN else Device.PERIPHERAL
    return Access(free, device, typed.site.strip() or None, typed.separate_reason.strip() or None)
