"""What the hang and push dialogs are told about a visit, and what they give back as the desk's request."""

from dataclasses import replace
from datetime import date

from nursedesk.app import favourites
from nursedesk.app.board import last_visit
from nursedesk.app.core import Core
from nursedesk.catalog.drugs import by_hcpcs
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.hang import AT_ONCE, Hang
from nursedesk.desk.roles import may_chart
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Encounter,
    Family,
    Purpose,
    RateStep,
    SecondSign,
)
from nursedesk.record.events import PersonId
from nursedesk.ui.hang.doubts import doubt_of
from nursedesk.ui.hang.form import Choice, HangContext, HangForm
from nursedesk.ui.words import day

_REPEATED = frozenset({Purpose.TREATMENT, Purpose.PROPHYLAXIS, Purpose.DIAGNOSTIC, Purpose.HYDRATION})


def context_of(core: Core, visit: Encounter, at_once: bool) -> HangContext:
    """The visit, its patient, what was given last, what the suite likes."""
    rulebook = core.rulebook()
    last = last_visit(core, visit)
    patient = visit.patient
    given = last.administrations if last else ()
    drugs = {drug.name: drug for drug in rulebook.drugs.values()}
    return HangContext(
        encounter=visit.id,
        chair=visit.chair or "",
        name=patient.name if patient else "",
        facts=_facts(visit),
        zone=core.zone,
        mrn=patient.mrn if patient else "",
        allergies=patient.allergies if patient else None,
        weight=patient.weight if patient else None,
        accesses=_last_used_first(visit),
        last_visit=_last_lines(tuple(one for one in given if _repeats(one, at_once)), rulebook),
        last_visit_on=last.opened.astimezone(core.zone).date() if last and last.opened else None,
        favourites=favourites.kept(core),
        drugs=tuple(drugs.values()),
        payer=visit.payer,
        families=_families(visit, rulebook, core.now().astimezone(core.zone).date()),
        checked_by=_colleagues(core),
        checked_families=_checked(core),
    )


def _facts(visit: Encounter) -> str:
    """Birth date, sex and MRN in one line."""
    patient = visit.patient
    if patient is None:
        return ""
    born = day(patient.birth_date) if patient.birth_date else ""
    mrn = f"MRN {patient.mrn}" if patient.mrn else ""
    return " · ".join(part for part in (born, patient.sex, mrn) if part)


def _families(visit: Encounter, rulebook: Rulebook, day: date) -> tuple[tuple[str, Family, str], ...]:
    """What this visit's payer takes which drug for on a day, and why."""
    payer = (visit.payer or "").strip().casefold()
    return tuple(
        (drug, one.family, one.reason)
        for (whose, drug), policies in rulebook.payer_families.items()
        if whose == payer
        for one in policies
        if (one.effective_from or date.min) <= day <= (one.effective_to or date.max)
    )


def _colleagues(core: Core) -> tuple[tuple[str, str], ...]:
    """Who else works at the chairs, by name."""
    me = core.daybook.session.person.id
    there = [one for one in core.daybook.suite.people if one.active and one.id != me and may_chart(one)]
    return tuple((one.id, one.signature) for one in sorted(there, key=lambda one: one.name))


def _checked(core: Core) -> frozenset[Family]:
    """The families whose drugs want a second check by the suite's policy."""
    facts = core.daybook.suite.facts
    if SecondSign.CHECK not in facts.second_sign:
        return frozenset()
    return frozenset(family for family in Family if family in facts.check_families)


def _last_used_first(visit: Encounter) -> tuple[Access, ...]:
    used = [one.access for one in visit.administrations if one.access][::-1]
    return tuple(sorted(visit.accesses, key=lambda access: used.index(access.id) if access.id in used else 99))


def _repeats(one: Administration, at_once: bool) -> bool:
    return one.purpose in _REPEATED and (one.route in AT_ONCE) == at_once


def _last_lines(given: tuple[Administration, ...], rulebook: Rulebook) -> tuple[Choice, ...]:
    """One choice for each line; the drugs of one bag are hung together again."""
    lines: dict[str, list[Choice]] = {}
    for one in given:
        lines.setdefault(one.line or one.id, []).append(_again(one, rulebook))
    return tuple(replace(drugs[-1], others=tuple(drugs[:-1])) for drugs in lines.values())


def _again(one: Administration, rulebook: Rulebook) -> Choice:
    """The same again: the table's drug of that maker or bag, without lot and expiry."""
    drug = by_hcpcs(rulebook.drugs.values()).get(one.hcpcs) if one.hcpcs else None
    return Choice(
        drug=drug.name if drug else one.drug,
        dose=one.dose,
        purpose=one.purpose,
        route=one.route,
        diluent=one.diluent,
        volume=one.volume.amount if one.volume else None,
        rate=one.steps[0].rate.amount if one.steps else one.rate.amount if one.rate else None,
        then=tuple(step.rate.amount for step in one.steps[1:]),
        every=one.steps[0].minutes if one.steps else None,
        minutes=one.ordered_minutes,
        clinic_pump=one.clinic_supplied_pump,
        ndc=one.ndc,
        hcpcs=one.hcpcs,
    )


def doubt_sentence(core: Core, encounter: str, drug: str, dose: Amount) -> str:
    """What looks wrong about a dose of a visit, beside its last one, the favourites and the table; empty else."""
    visit = core.visit(encounter)
    found = (doubt_of(drug, dose, context_of(core, visit, at_once)) for at_once in (False, True))
    doubts = [one.sentence for one in found if one is not None]
    # What is usual as a push is not, as an infusion: only what looks wrong beside both is asked about.
    return doubts[0] if len(doubts) > 1 else ""


def asked(form: HangForm) -> Hang:
    """The dialog's form as the desk takes it."""
    rates = (form.rate, *form.then) if form.rate and form.then else ()
    last = len(rates) - 1
    steps = tuple(RateStep(rate, form.every if place < last else None) for place, rate in enumerate(rates) if rate)
    return Hang(
        route=form.route,
        drugs=form.drugs,
        purpose=form.purpose,
        access=form.access,
        new_access=form.new_access,
        diluent=form.diluent,
        volume=form.volume,
        rate=form.rate,
        steps=steps,
        ordered_minutes=form.ordered_minutes,
        clinic_supplied_pump=form.clinic_supplied_pump,
        order_on_file=form.order_on_file,
        checked_by=PersonId(form.checked_by) if form.checked_by else None,
        checked_auth=form.checked_auth or "pin",
    )
