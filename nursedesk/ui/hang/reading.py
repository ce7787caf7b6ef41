"""From a line of the list to what stands in the dialog, what follows from what, and from there to a form."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from string import ascii_uppercase

from nursedesk.catalog.charted import charted_code, codes_on, generic_name, is_by_bag
from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Amount, Container, Device, Family, Purpose, Route
from nursedesk.record.events import AccessId, DrugHung
from nursedesk.ui.frame.typed_dates import expiry
from nursedesk.ui.hang import quantities as read
from nursedesk.ui.hang.form import Choice, HangContext, HangForm, Now, Typed, TypedDrug
from nursedesk.ui.hang.quantities import Quantity, Refusal
from nursedesk.ui.hang.search import named

NEW = "new"
PUSHES = (Route.IV_PUSH, Route.IM, Route.SC, Route.ON_BODY_INJECTOR, Route.PORT_FLUSH)
RUNS = (Route.IV_INFUSION, Route.SC_INFUSION, Route.PUMP)
"""What a bag or syringe that runs can be hung as; a pump goes home with the patient."""
WITHOUT_ACCESS = (Route.IM, Route.SC, Route.SC_INFUSION, Route.ON_BODY_INJECTOR)
STEP_SIGN = " → "


def typed_for(choice: Choice, context: HangContext, push: bool) -> Typed:
    """The dialog filled in from a line of the list; the access last used is preselected."""
    drug = named(choice.drug, context.drugs)
    dose = choice.dose
    purpose = choice.purpose
    if dose is None and drug is not None and drug.family is Family.HYDRATION and not push:
        purpose = Purpose.HYDRATION
    fluid = "mL" if drug is not None and drug.family is Family.HYDRATION else "mg"
    unit = dose.unit if dose else drug.codes[0].unit.unit if drug and drug.codes else fluid
    rates = () if choice.rate is None else (choice.rate, *choice.then)
    return Typed(
        drug=choice.drug,
        dose=f"{dose.amount:f}" if dose else "",
        unit=unit,
        diluent=choice.diluent or "",
        volume="" if choice.volume is None else f"{choice.volume:f}",
        rate=STEP_SIGN.join(f"{one:f}" for one in rates),
        every=str(choice.every) if choice.every and choice.then else "",
        minutes=choice.minutes or planned(choice.volume, rates, choice.every),
        access=context.accesses[0].id if context.accesses else "",
        purpose=purpose,
        route=choice.route if push == (choice.route in PUSHES) else PUSHES[0] if push else Route.IV_INFUSION,
        ndc=choice.ndc or "",
        hcpcs=choice.hcpcs or "",
        clinic_pump=choice.clinic_pump,
        order_on_file=True if choice.order_signed or context.order_signed else None,
        others=tuple(_other(one) for one in choice.others),
    )


def _other(choice: Choice) -> TypedDrug:
    dose = choice.dose
    return TypedDrug(
        drug=choice.drug,
        dose=f"{dose.amount:f}" if dose else "",
        unit=dose.unit if dose else TypedDrug().unit,
        ndc=choice.ndc or "",
        hcpcs=choice.hcpcs or "",
    )


WITHOUT_DOSE = (Purpose.KEEP_OPEN, Purpose.CARRIER, Purpose.FLUSH)
"""What is hung for its volume alone."""
_OF_BAG = (
    "diluent",
    "volume",
    "rate",
    "every",
    "planned_end",
    "minutes",
    "purpose",
    "route",
    "access",
    "order_on_file",
    "clinic_pump",
)


def cleared(typed: Typed) -> Typed:
    """The same bag with no drug in the fields."""
    return typed.with_one(TypedDrug(unit=typed.unit))


def into(before: Typed, fresh: Typed) -> Typed:
    """Another drug in the fields: a new access stays, and the bag does when there are others in it."""
    if before.others:
        fresh = replace(fresh, others=before.others, **{part: getattr(before, part) for part in _OF_BAG})
    if before.access == NEW:
        kept = ("access", "device", "site", "separate_reason")
        fresh = replace(fresh, **{part: getattr(before, part) for part in kept})
    return fresh


def wants_check(typed: Typed, context: HangContext) -> bool:
    """Whether a drug of the bag is of a family that wants a second check, by this payer's family too."""
    if typed.purpose in WITHOUT_DOSE:
        return False
    drugs = [named(one.drug, context.drugs) for one in drugs_of(typed)]
    payers = {name: family for name, family, _ in context.families}
    families = {one.family for one in drugs if one} | {payers.get(one.name.casefold()) for one in drugs if one}
    return bool(families & context.checked_families)


def planned(volume: Decimal | None, rates: tuple[Decimal, ...], every: int | None) -> int | None:
    """Minutes that volume and rate, or its steps, come to; None while that cannot be told."""
    if volume is None or not rates:
        return None
    if len(rates) == 1:
        return read.minutes_at(volume, rates[0])
    return read.minutes_in_steps(volume, rates, every) if every else None


def follow(typed: Typed, changed: str, now: Now) -> Typed:
    """The same with what follows from the field just changed: of volume, rate and length two give the third.

    A unit typed behind the dose and minutes typed behind steps of a rate move into their own fields.
    """
    if changed == "dose":
        dose = read.dose(typed.dose)
        return replace(typed, unit=dose.unit) if isinstance(dose, Quantity) and dose.unit else typed
    if changed == "rate":
        typed = with_steps(typed, typing=True)
    if changed == "planned_end":
        return _from_length(typed, now)
    return _from_bag(typed, changed) if changed in ("volume", "rate", "every") else typed


def with_steps(typed: Typed, *, typing: bool) -> Typed:
    """The minutes of a step that were typed behind the rates, in their own field."""
    rates, minutes = read.every(typed.rate, typing)
    return _from_bag(replace(typed, rate=rates, every=minutes), "every") if minutes else typed


def _from_length(typed: Typed, now: Now) -> Typed:
    """A length was typed: with a volume it gives the rate, else with a rate the volume; steps are left alone."""
    minutes = read.length(typed.planned_end, now.at, now.zone)
    if not isinstance(minutes, int):
        return replace(typed, minutes=None)
    typed = replace(typed, minutes=minutes)
    volume, rates = read.volume(typed.volume), read.rate(typed.rate)
    if isinstance(rates, tuple) and len(rates) > 1:
        return typed
    if isinstance(volume, Decimal):
        return replace(typed, rate=f"{read.rate_for(volume, minutes):f}")
    if isinstance(rates, tuple) and not typed.volume.strip():
        return replace(typed, volume=f"{read.volume_in(rates[0], minutes):f}")
    return typed


def _from_bag(typed: Typed, changed: str) -> Typed:
    """Volume or rate was typed: with the other one it gives the length, else with a length the other one."""
    volume, rates = read.volume(typed.volume), read.rate(typed.rate)
    if isinstance(volume, Decimal) and isinstance(rates, tuple):
        each = read.step_minutes(typed.every)
        minutes = planned(volume, rates, each if isinstance(each, int) else None)
        return typed if minutes is None else replace(typed, planned_end="", minutes=minutes)
    if typed.minutes is None or not 0 < typed.minutes <= read.MOST_MINUTES:
        return typed
    if changed == "volume" and isinstance(volume, Decimal) and not typed.rate.strip():
        return replace(typed, rate=f"{read.rate_for(volume, typed.minutes):f}")
    if changed == "rate" and isinstance(rates, tuple) and len(rates) == 1 and not typed.volume.strip():
        return replace(typed, volume=f"{read.volume_in(rates[0], typed.minutes):f}")
    return typed


def form(typed: Typed, context: HangContext, now: Now, push: bool) -> HangForm:
    """The form of a dialog without problems; what was left empty is None."""
    rates = () if push else read.rate(typed.rate)
    rates = rates if isinstance(rates, tuple) else ()
    each = read.step_minutes(typed.every)
    volume = None if push else read.volume(typed.volume)
    with_access = typed.route not in WITHOUT_ACCESS
    bag = volume if isinstance(volume, Decimal) else None
    day = now.at.astimezone(now.zone).date()
    return HangForm(
        encounter=context.encounter,
        route=typed.route,
        drugs=tuple(_drug(one, context, bag, day) for one in drugs_of(typed)),
        purpose=typed.purpose,
        access=AccessId(typed.access) if with_access and typed.access not in ("", NEW) else None,
        new_access=_placed(typed, context) if with_access and typed.access == NEW else None,
        diluent=typed.diluent or None,
        volume=Amount(bag, "mL") if bag is not None else None,
        rate=Amount(rates[0], "mL/h") if rates else None,
        then=tuple(Amount(one, "mL/h") for one in rates[1:]),
        every=each if isinstance(each, int) and len(rates) > 1 else None,
        ordered_minutes=None if push else typed.minutes,
        order_on_file=typed.order_on_file,
        clinic_supplied_pump=typed.clinic_pump and typed.route is Route.PUMP,
    )


def drugs_of(typed: Typed) -> tuple[TypedDrug, ...]:
    """Every drug of the bag; the fields may stand empty when the bag has others."""
    return tuple(one for one in (*typed.others, typed.one()) if one.drug.strip())


def _drug(typed: TypedDrug, context: HangContext, bag: Decimal | None, day: date) -> DrugHung:
    drug = named(typed.drug, context.drugs)
    dose, opened = read.dose(typed.dose), read.opened(typed.opened)
    size = bag
    if size is None and isinstance(dose, Quantity) and typed.unit == "mL":
        size = dose.amount
    return DrugHung(
        administration="",
        drug=generic_name(drug.name) if drug else " ".join(typed.drug.split()),
        hcpcs=charted_code(drug, typed.hcpcs, size, day) if drug else None,
        ndc=typed.ndc or None,
        dose=Amount(dose.amount, typed.unit) if isinstance(dose, Quantity) else None,
        opened=Amount(opened.amount, opened.unit or typed.unit) if isinstance(opened, Quantity) else None,
        container=drug.container if drug else Container.UNKNOWN,
        lot=typed.lot or None,
        expiry=expiry(typed.expiry) if typed.expiry else None,
    )


def _placed(typed: Typed, context: HangContext) -> Access:
    taken = {one.id for one in context.accesses}
    free = next(letter for letter in (*ascii_uppercase, *map(str, range(1, 100))) if letter not in taken)
    device = typed.device if typed.device is not Device.UNKNOWN else Device.PERIPHERAL
    return Access(free, device, typed.site.strip() or None, typed.separate_reason.strip() or None)


def containers(typed: TypedDrug, context: HangContext) -> tuple[int, Amount] | None:
    """How many containers of the scanned package the dose takes; None while that cannot be told."""
    drug, dose = named(typed.drug, context.drugs), read.dose(typed.dose)
    if typed.each is None or drug is None or not isinstance(dose, Quantity):
        return None
    if drug.container is Container.MULTI_DOSE:
        return None
    same = typed.unit == typed.each.unit
    amount = dose.amount if same else read.same_in(dose.amount, typed.unit, typed.each.unit)
    return None if amount is None else (read.vials(amount, typed.each.amount), typed.each)


def bag_of(drug: Drug, each: Amount | None, day: date) -> str:
    """The volume a scanned bag of fluid brings along; empty for a drug that goes into a bag."""
    if each is None or each.unit != "mL" or not codes_on(drug, day):
        return ""
    fluid = is_by_bag(drug, day) or drug.family is Family.HYDRATION
    return f"{each.amount:f}" if fluid else ""


def refused(value: object) -> Refusal | None:
    """Why a field was not taken; an empty one never stands in the way."""
    return value if isinstance(value, Refusal) and value is not Refusal.EMPTY else None
