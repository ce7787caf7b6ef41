"""The questions a correction asks and what is recorded: patient, chair, drug, dose, a line that never ran."""

from PySide6.QtCore import QCoreApplication

from nursedesk.app.asking import Asking, Unread, amount_of, titled
from nursedesk.app.core import Core
from nursedesk.app.hang_context import doubt_sentence
from nursedesk.desk import mistakes, run
from nursedesk.desk.move_line import hung_elsewhere
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Administration, Amount, Encounter, Patient, Status
from nursedesk.record.events import DrugHung, EncounterId, LineId
from nursedesk.ui import words
from nursedesk.ui.check_in.form import Refusal, birth_date, name
from nursedesk.ui.check_in.words import refusal as form_refusal
from nursedesk.ui.hang.quantities import Quantity, quantity
from nursedesk.ui.lines.question import Asked, Offer, Question, Said

translate = QCoreApplication.translate


def why(known: str = "") -> Asked:
    """The reason of a correction, filled in where it is known."""
    return Asked(
        "correctionReason",
        translate("Correct", "Why"),
        known,
        hint=translate("Correct", "kept and printed with it"),
    )


def reasons(*told: str) -> tuple[Offer, ...]:
    """Reasons that one press fills in."""
    return tuple(
        Offer(f"correctionReason_{n}", word, {"correctionReason": word}) for n, word in enumerate(told, 1)
    )


def wrong_patient(core: Core, visit: Encounter, _: LineId) -> Asking:
    """Who it is after all."""
    patient = visit.patient or Patient()
    born = words.day(patient.birth_date) if patient.birth_date else ""
    asked = (
        Asked("patientName", translate("Correct", "Name"), patient.name),
        Asked("patientMrn", translate("Correct", "MRN"), patient.mrn),
        Asked("patientBorn", translate("Correct", "Date of birth"), born, hint="02-Feb-1961"),
        why(),
    )

    def answer(found: Encounter, said: Said) -> None:
        today = core.now().astimezone(core.zone).date()
        who = name(said["patientName"])
        when = birth_date(said["patientBorn"], today) if said["patientBorn"].strip() else None
        for wrong in (who, when):
            if isinstance(wrong, Refusal):
                raise Unread(form_refusal(wrong))
        sex = patient.sex
        changed = Patient(str(who), said["patientMrn"].strip(), None if isinstance(when, Refusal) else when, sex)
        mistakes.wrong_patient(core.daybook, found, changed, said["correctionReason"])

    note = translate("Correct", "Chair {chair} · charted as {name}").format(chair=visit.chair, name=patient.name)
    title, done = translate("Correct", "Another patient sits here"), translate("Correct", "Correct the patient")
    offers = reasons(translate("Correct", "wrong patient chosen"), translate("Correct", "misspelt"))
    return Asking(Question("wrongPatientDialog", title, note, asked, done, offers=offers), answer)


def wrong_chair(core: Core, visit: Encounter, _: LineId) -> Asking:
    """Which chair it was."""
    chairs = core.daybook.suite.facts.chairs
    free = tuple((one, one) for one in chairs if core.daybook.in_chair(one) is None)
    asked = (
        Asked("rightChair", translate("Correct", "It was chair"), free[0][0] if free else "", options=free),
        why(),
    )

    def answer(found: Encounter, said: Said) -> None:
        mistakes.wrong_chair(core.daybook, found, said["rightChair"], said["correctionReason"])

    name_ = visit.patient.name if visit.patient else ""
    note = translate("Correct", "{name} · charted in chair {chair}").format(chair=visit.chair, name=name_)
    title, done = translate("Correct", "It was another chair"), translate("Correct", "Correct the chair")
    offers = reasons(translate("Correct", "wrong chair pressed"))
    return Asking(Question("wrongChairDialog", title, note, asked, done, offers=offers), answer)


def wrong_drug(core: Core, visit: Encounter, line: LineId) -> Asking:
    """Which drug hung there."""
    drugs = tuple(one for one in visit.administrations if one.line == line)
    title, note = titled(core, visit, line, translate("Correct", "{drug} was another drug"))
    asked = (*which_drug(core, drugs), Asked("rightDrug", translate("Correct", "It was")), why())

    def answer(found: Encounter, said: Said) -> None:
        one = chosen_drug(drugs, said)
        typed = said["rightDrug"].strip()
        # Vials and codes were the other drug's; the amount that went in is what was charted.
        hung = DrugHung(one.id, _table_name(core, typed), dose=one.dose)
        mistakes.wrong_drug(core.daybook, found, one.id, hung, said["correctionReason"])

    def hear(said: Said) -> str:
        typed = said["rightDrug"].strip()
        if not typed:
            return ""
        if _table_name(core, typed).lower() in core.rulebook().drugs:
            known = translate("Correct", "{drug}, of the drug table; the dose is kept")
            return known.format(drug=core.display(_table_name(core, typed)))
        return translate("Correct", "Not in the drug table: it is charted as typed, without a code.")

    offers = reasons(translate("Correct", "wrong drug chosen"))
    done = translate("Correct", "Correct the drug")
    return Asking(Question("wrongDrugDialog", title, note, asked, done, offers=offers, hear=hear), answer)


def _table_name(core: Core, typed: str) -> str:
    """The table's name of a drug or brand, whatever its case; else as typed."""
    wanted = typed.casefold()
    for key, drug in core.rulebook().drugs.items():
        if wanted in (key, drug.display.casefold(), *(brand.casefold() for brand in drug.brands)):
            return drug.name
    return typed


def wrong_dose(core: Core, visit: Encounter, line: LineId) -> Asking:
    """How much it was."""
    drugs = tuple(one for one in visit.administrations if one.line == line)
    title, note = titled(core, visit, line, translate("Correct", "The dose of {drug} was another"))
    unit = words.unit(drugs[0].dose.unit) if drugs[0].dose else ""
    hint = words.dose(drugs[0].dose) if drugs[0].dose else "400 mg"
    asked = (
        *which_drug(core, drugs),
        Asked("rightDose", translate("Correct", "Dose given"), hint=hint, suffix=unit),
        why(),
    )

    def answer(found: Encounter, said: Said) -> None:
        one = chosen_drug(drugs, said)
        dose = amount_of(said["rightDose"], translate("Correct", "dose"), one.dose.unit if one.dose else "mg")
        mistakes.wrong_dose(core.daybook, found, one.id, dose, said["correctionReason"])

    def hear(said: Said) -> str:
        read = quantity(said["rightDose"])
        one = chosen_drug(drugs, said)
        if not isinstance(read, Quantity):
            return ""
        dose = Amount(read.amount, read.unit or (one.dose.unit if one.dose else "mg"))
        return doubt_sentence(core, visit.id, one.drug, dose)

    offers = reasons(translate("Correct", "typing mistake"), translate("Correct", "not all was given"))
    done = translate("Correct", "Correct the dose")
    return Asking(Question("wrongDoseDialog", title, note, asked, done, offers=offers, hear=hear), answer)


def never_ran(core: Core, visit: Encounter, line: LineId) -> Asking:
    """Why it does not count."""
    run.line_of(visit, line)
    title, note = titled(core, visit, line, translate("Correct", "{drug} never ran here"))

    def answer(found: Encounter, said: Said) -> None:
        mistakes.never_ran(core.daybook, found, line, said["correctionReason"])

    offers = reasons(
        translate("Correct", "charted on the wrong patient"), translate("Correct", "hung, and never started")
    )
    done = translate("Correct", "Take the line off")
    return Asking(Question("neverRanDialog", title, note, (why(),), done, offers=offers), answer)


def elsewhere(core: Core, visit: Encounter, line: LineId) -> Asking:
    """With whom the line hung. Raises `Refused` when nobody else is here."""
    run.line_of(visit, line)
    others = [one for one in core.daybook.encounters() if one.status is Status.OPEN and one.id != visit.id]
    if not others:
        raise Refused("no_other_visit")
    word = translate("Correct", "chair {chair} · {name}")
    options = tuple(
        (one.id, word.format(chair=one.chair or "–", name=one.patient.name if one.patient else ""))
        for one in sorted(others, key=lambda one: one.chair or "")
    )
    title, note = titled(core, visit, line, translate("Correct", "{drug} hung with another patient"))
    # Nobody is chosen before somebody chooses: a guess would be the next wrong patient.
    hint = translate("Correct", "choose the patient")
    where = Asked("rightVisit", translate("Correct", "It hung with"), hint=hint, options=options)

    def answer(found: Encounter, said: Said) -> None:
        if not said.get("rightVisit"):
            raise Unread(translate("Correct", "Nobody is chosen, so nothing was moved: choose the patient."))
        there = EncounterId(said["rightVisit"])
        hung_elsewhere(core.daybook, found, line, core.visit(there), said["correctionReason"])
        core.changed(there)

    offers = reasons(translate("Correct", "charted on the wrong patient"))
    done = translate("Correct", "Move the line")
    return Asking(Question("elsewhereDialog", title, note, (where, why()), done, offers=offers), answer)


def which_drug(core: Core, drugs: tuple[Administration, ...]) -> tuple[Asked, ...]:
    """Which of several drugs in one bag."""
    if len(drugs) < 2:
        return ()
    options = tuple((one.id, core.display(one.drug)) for one in drugs)
    return (Asked("correctedDrug", translate("Correct", "Drug"), options[0][0], options=options),)


def chosen_drug(drugs: tuple[Administration, ...], said: Said) -> Administration:
    """The drug of the bag that the question is about."""
    wanted = said.get("correctedDrug") or drugs[0].id
    return next(one for one in drugs if one.id == wanted)
