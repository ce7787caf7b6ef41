"""The sentences of the hang and push dialogs: units as they are spoken, and why a typed quantity was not taken."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Amount, Device, Family, Purpose, Route
from nursedesk.record.events import DrugHung
from nursedesk.ui import theme, words
from nursedesk.ui.hang.form import HangContext, HangForm, Typed
from nursedesk.ui.hang.quantities import Refusal
from nursedesk.ui.kit import Run

translate = QCoreApplication.translate


def refusal(why: Refusal, what: str) -> str:
    """One sentence: what is wrong with the typed `what` (`dose`, `volume`, `rate`) and how to write it."""
    sentences = {
        Refusal.EMPTY: translate("Quantities", "The {what} is not typed yet."),
        Refusal.NOT_A_NUMBER: translate("Quantities", "This is not a number. Write the {what} like 400 or 0.5."),
        Refusal.NOT_PLAIN_DIGITS: translate("Quantities", "Use the plain digits 0 to 9 for the {what}."),
        Refusal.COMMA: translate(
            "Quantities", "Write 1.5 with a point, or 1,000 with three figures after the comma."
        ),
        Refusal.NO_LEADING_ZERO: translate("Quantities", "Put a zero before the point: 0.5, not .5."),
        Refusal.LOST_POINT: translate("Quantities", "A zero in front may be a lost point. Write 5 or 0.5."),
        Refusal.EXPONENT: translate("Quantities", "Write the {what} out in full, without an e."),
        Refusal.SUM: translate("Quantities", "Write one {what}, not a sum: 0.3, not 0.1+0.2."),
        Refusal.NEGATIVE: translate("Quantities", "The {what} cannot be less than zero."),
        Refusal.ZERO: translate("Quantities", "The {what} must be more than zero."),
        Refusal.TOO_LONG: translate(
            "Quantities", "This has more figures than a {what} has. Check it against the label."
        ),
        Refusal.UNKNOWN_UNIT: translate(
            "Quantities", "This unit does not fit the {what}. Type the number and choose the unit."
        ),
        Refusal.NOT_A_LENGTH: translate("Quantities", "Write a time like 17:37, or a length like 3 h 30 or 90."),
        Refusal.NOT_MINUTES: translate("Quantities", "Write whole minutes, like 15."),
        Refusal.OVER_A_DAY: translate("Quantities", "A planned end lies within 24 hours."),
    }
    return sentences[why].format(what=what)


def device(kind: Device) -> str:
    """A device in the few letters of a segmented button."""
    return {
        Device.PERIPHERAL: translate("Access", "PIV"),
        Device.MIDLINE: translate("Access", "Midline"),
        Device.PICC: translate("Access", "PICC"),
        Device.PORT: translate("Access", "Port"),
        Device.TUNNELED_CVC: translate("Access", "Tunneled CVC"),
        Device.NONTUNNELED_CVC: translate("Access", "Non-tunneled CVC"),
        Device.DIALYSIS_CATHETER: translate("Access", "Dialysis catheter"),
        Device.SUBCUTANEOUS: translate("Access", "Subcutaneous"),
        Device.UNKNOWN: translate("Access", "Device not recorded"),
    }[kind]


def purpose(kind: Purpose) -> str:
    """A purpose in one or two words."""
    return {
        Purpose.TREATMENT: translate("Purpose", "Treatment"),
        Purpose.PROPHYLAXIS: translate("Purpose", "Prophylaxis"),
        Purpose.DIAGNOSTIC: translate("Purpose", "Diagnostic"),
        Purpose.HYDRATION: translate("Purpose", "Hydration"),
        Purpose.CARRIER: translate("Purpose", "Carrier"),
        Purpose.FLUSH: translate("Purpose", "Flush"),
        Purpose.KEEP_OPEN: translate("Purpose", "Keep open"),
        Purpose.INTEGRAL: translate("Purpose", "Part of a procedure"),
    }[kind]


def route(kind: Route) -> str:
    """A route in one or two words."""
    return {
        Route.IV_INFUSION: translate("Route", "IV infusion"),
        Route.IV_PUSH: translate("Route", "IV push"),
        Route.IM: translate("Route", "IM"),
        Route.SC: translate("Route", "SC"),
        Route.SC_INFUSION: translate("Route", "SC infusion"),
        Route.ON_BODY_INJECTOR: translate("Route", "On-body injector"),
        Route.PUMP: translate("Route", "Pump"),
        Route.PORT_FLUSH: translate("Route", "Port flush"),
        Route.ORAL: translate("Route", "Oral"),
    }[kind]


def start(push: bool, time: str, drug: str, chair: str) -> tuple[str, str]:
    """What the button says, and what is read aloud: `Start now · 14:07`, `Start now, infliximab, chair 3`."""
    verb = translate("HangDialog", "Give now") if push else translate("HangDialog", "Start now")
    where = translate("HangDialog", "chair {chair}").format(chair=chair)
    return f"{verb} · {time}", f"{verb}, {drug}, {where}" if drug else verb


def note(drug: Drug | None, typed: Typed, context: HangContext, push: bool) -> str:
    """One quiet fact about how the record will be read; never advice on how long to run it."""
    purpose_of = typed.purpose
    if not typed.drug.strip():
        return translate("HangNote", "Scan or choose the next drug of this bag.") if typed.others else ""
    if push and drug is not None:
        return translate("HangNote", "Complete at once: the record takes the time of the press.")
    if typed.route is Route.PUMP:
        return _pump_note(typed.clinic_pump)
    if purpose_of in (Purpose.KEEP_OPEN, Purpose.CARRIER):
        return translate("HangNote", "Recorded with its times, and not charged.")
    if purpose_of is Purpose.HYDRATION:
        return translate("HangNote", "Hydration: minutes beside a drug are recorded and not counted twice.")
    if drug is None:
        return translate(
            "HangNote", "Not in this suite’s drug table: it is charted as typed and a biller sees a finding."
        )
    for name, family, reason in context.families:
        if name == drug.name.casefold():
            sentence = translate("HangNote", "{payer} takes it as {family}: {reason}")
            return sentence.format(payer=context.payer, family=_family(family), reason=reason)
    if drug.payer_variable:
        return translate("HangNote", "Payers differ on this drug; the site’s policy for this payer decides.")
    return translate("HangNote", "Charged as {family}. Only minutes that run count.").format(
        family=_family(drug.family)
    )


def _pump_note(clinic: bool) -> str:
    """A pump that goes home is charged by its start and by who supplies it."""
    if clinic:
        return translate("HangNote", "Goes home: its start is charged, with the clinic’s pump.")
    return translate("HangNote", "Goes home: its start is charged, the pump is not the clinic’s.")


def _family(kind: Family) -> str:
    return {
        Family.THERAPEUTIC: translate("Family", "a therapeutic infusion"),
        Family.CHEMOTHERAPY: translate("Family", "chemotherapy"),
        Family.COMPLEX_BIOLOGIC: translate("Family", "a complex biologic"),
        Family.HORMONAL_ANTINEOPLASTIC: translate("Family", "a hormonal antineoplastic"),
        Family.HYDRATION: translate("Family", "hydration"),
    }[kind]


def containers(count: int, each: Amount) -> str:
    """The opened containers a dose takes: `Opened 4 × 100 mg`."""
    return translate("Hang", "Opened {count} × {each}").format(count=count, each=words.dose(each))


def patient_facts(context: HangContext) -> tuple[tuple[Run, ...], ...]:
    """Allergies and weight; what was not recorded is said to be so."""
    quiet = Run(translate("Hang", "Allergies"), 13, role="quiet")
    if context.allergies is None:
        allergies = (quiet, Run(words.not_recorded(), 14, gap=6))
    elif not context.allergies:
        allergies = (quiet, Run(translate("Hang", "none known"), 14, theme.MEDIUM, gap=6))
    else:
        allergies = (quiet, Run(", ".join(context.allergies), 15, theme.STRONG, "needs_stop_text", gap=6))
    weight = words.dose(context.weight)
    heavy = theme.MEDIUM if context.weight else theme.REGULAR
    return (allergies, (Run(translate("Hang", "Weight"), 13, role="quiet"), Run(weight, 14, heavy, gap=6)))


def check_facts(
    form: HangForm, context: HangContext, display: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """What two people compare: each drug with its dose and lot, the bag, its rate, the patient."""
    facts = [(translate("Hang", "Drug"), _hung(one, display)) for one in form.drugs]
    if form.volume or form.diluent:
        bag = [words.dose(form.volume) if form.volume else "", form.diluent or ""]
        facts.append((translate("Hang", "Bag"), " · ".join(part for part in bag if part)))
    if form.rate:
        facts.append((translate("Hang", "Rate"), rates(form)))
    if form.ordered_minutes:
        facts.append((translate("Hang", "Planned length"), words.duration(form.ordered_minutes)))
    clinic = translate("Hang", "supplied by the clinic") if form.clinic_supplied_pump else ""
    facts.append((translate("Hang", "Route"), " · ".join(part for part in (route(form.route), clinic) if part)))
    facts.append((translate("Hang", "Patient"), f"{context.name} · {context.facts}"))
    known = words.not_recorded() if context.allergies is None else ", ".join(context.allergies)
    facts.append((translate("Hang", "Allergies"), known or translate("Hang", "none known")))
    return (*facts, (translate("Hang", "Weight"), words.dose(context.weight)))


def _hung(one: DrugHung, display: Callable[[str], str]) -> str:
    lot = translate("Hang", "lot {lot}").format(lot=one.lot) if one.lot else ""
    until = words.day(one.expiry) if one.expiry else ""
    named = f"{display(one.drug)} {words.dose(one.dose)}" if one.dose else display(one.drug)
    return " · ".join(part for part in (named, lot, until) if part)


def rates(form: HangForm) -> str:
    """`10 → 20 → 40 mL/h, 15 min each`."""
    speeds = " → ".join(words.number(one.amount) for one in (form.rate, *form.then) if one)
    each = translate("Hang", ", {minutes} min each").format(minutes=form.every) if form.every else ""
    return f"{speeds}{words.NBSP}mL/h{each}"


def steps(first: str, last: str, every: int | None) -> str:
    """A rate raised in steps: `10 to 40 mL/h every 15 min`."""
    if every is None:
        return translate("Quantities", "{first} to {last} mL/h in steps").format(first=first, last=last)
    said = translate("Quantities", "{first} to {last} mL/h every {minutes} min")
    return said.format(first=first, last=last, minutes=every)


def access(one: Access) -> str:
    """`A · PIV 22 g, left hand`: an access on a button."""
    gap = " " if one.site and one.site[0].isdigit() else ", "
    placed = f"{device(one.device)}{gap}{one.site}" if one.site else device(one.device)
    return f"{one.id} · {placed}"
