"""What one event is called in the list: a strong verb, what it is about, a quiet second line."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nursedesk.record import events as ev
from nursedesk.record.encounter import Press, Purpose, SecondSign, StopReason
from nursedesk.ui import words
from nursedesk.ui.board.card_words import access_words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.line_names import LineNames
from nursedesk.ui.posting_words import posting_word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    verb: str
    subject: str = ""
    second: str = ""


def purpose_word(purpose: Purpose) -> str:
    """Only purposes that are not treatment are said."""
    return {
        Purpose.HYDRATION: translate("EncounterEvents", "hydration"),
        Purpose.CARRIER: translate("EncounterEvents", "carrier"),
        Purpose.FLUSH: translate("EncounterEvents", "flush"),
        Purpose.KEEP_OPEN: translate("EncounterEvents", "keep open"),
        Purpose.INTEGRAL: translate("EncounterEvents", "part of a procedure"),
    }.get(purpose, "")


def stop_reason_word(reason: StopReason) -> str:
    """Why a line came down."""
    return {
        StopReason.COMPLETED: translate("EncounterEvents", "completed"),
        StopReason.REACTION: translate("EncounterEvents", "reaction"),
        StopReason.ACCESS_FAILURE: translate("EncounterEvents", "access failed"),
        StopReason.PATIENT_REQUEST: translate("EncounterEvents", "patient's wish"),
        StopReason.ORDERED: translate("EncounterEvents", "ordered"),
        StopReason.EMERGENCY: translate("EncounterEvents", "emergency"),
        StopReason.OTHER: translate("EncounterEvents", "other reason"),
    }[reason]


def said(event: ev.Event, names: LineNames, context: EncounterContext) -> Said | None:
    """None for what is told by another row (a correction, a voiding) or is not about the visit."""
    named = _named_said(event.body, names)
    return named or _line_said(event.body, names) or _visit_said(event.body, names, context)


def _line_said(body: ev.Body, names: LineNames) -> Said | None:
    match body:
        case ev.Started():
            return Said(translate("EncounterEvents", "Started"), _begun(body.line, names))
        case ev.Paused():
            return Said(translate("EncounterEvents", "Paused"), names.of(body.line).drug)
        case ev.Resumed():
            return Said(translate("EncounterEvents", "Resumed"), names.of(body.line).drug)
        case ev.Stopped():
            reason = "" if body.reason is StopReason.COMPLETED else stop_reason_word(body.reason)
            return Said(translate("EncounterEvents", "Stopped"), names.of(body.line).drug, reason)
        case ev.Pushed():
            name = names.of(body.line)
            return Said(translate("EncounterEvents", "Pushed"), f"{name.drug} {name.dose}".strip())
        case ev.Prepared():
            return Said(translate("EncounterEvents", "Prepared"), _begun(body.line, names))
        case ev.RateChanged():
            subject = f"{names.of(body.line).drug} · {words.dose(body.rate)}"
            return Said(translate("EncounterEvents", "Rate"), subject)
        case ev.StopReasonSet():
            subject = f"{names.of(body.line).drug}: {stop_reason_word(body.reason)}"
            return Said(translate("EncounterEvents", "Stop reason"), subject)
        case ev.BagChanged():
            volume = f" · {words.dose(body.volume)}" if body.volume else ""
            lot = translate("EncounterEvents", "lot {lot}").format(lot=body.lot) if body.lot else ""
            return Said(translate("EncounterEvents", "New bag"), f"{names.of(body.line).drug}{volume}", lot)
        case ev.AccessChanged():
            letter = names.letters.get(body.access, body.access)
            to = translate("EncounterEvents", "{drug} to access {letter}")
            return Said(
                translate("EncounterEvents", "Moved"), to.format(drug=names.of(body.line).drug, letter=letter)
            )
        case _:
            return _charted_said(body, names)


def _charted_said(body: ev.Body, names: LineNames) -> Said | None:
    match body:
        case ev.OrderCharted():
            return Said(_order_word(body.on_file), names.of(body.line).drug)
        case ev.DoseCharted():
            drug = names.drugs.get(body.administration, "")
            opened = translate("EncounterEvents", "opened {amount}").format(amount=words.dose(body.opened))
            second = opened if body.opened else ""
            return Said(translate("EncounterEvents", "Dose"), f"{drug} {words.dose(body.dose)}", second)
        case ev.Wasted():
            drug = names.drugs.get(body.administration, "")
            witness = translate("EncounterEvents", "witness {person}").format(person=body.witness)
            second = witness if body.witness else translate("EncounterEvents", "no witness recorded")
            return Said(translate("EncounterEvents", "Wasted"), f"{drug} {words.dose(body.wasted)}", second)
        case ev.Noted():
            response, note = translate("EncounterEvents", "Response"), translate("EncounterEvents", "Note")
            return Said(
                response if body.response else note,
                names.of(body.line).drug if body.line else "",
                f"“{body.text}”",
            )
        case ev.VitalsNoted():
            return Said(translate("EncounterEvents", "Vitals"), vitals_words(body), body.text)
        case ev.ReactionNoted():
            drug = names.of(body.line).drug if body.line else ""
            second = " · ".join(part for part in (f"“{body.text}”", body.done) if part)
            return Said(translate("EncounterEvents", "Reaction"), drug, second)
        case _:
            return _looked_at(body, names)


def _looked_at(body: ev.Body, names: LineNames) -> Said | None:
    """What the clock made doubtful, and what a person said of it and of the charge."""
    match body:
        case ev.ClockDoubted():
            minutes = f"{body.step_ms / 60_000:+.0f}".replace("-", "\N{MINUS SIGN}")
            said = translate("EncounterEvents", "the clock was set by {minutes} min").format(minutes=minutes)
            return Said(translate("EncounterEvents", "Times in doubt"), names.of(body.line).drug, said)
        case ev.TimesConfirmed():
            return Said(translate("EncounterEvents", "Times confirmed"), names.of(body.line).drug)
        case ev.ModifiersSet():
            codes = ", ".join(one.code for one in body.modifiers) or translate("EncounterEvents", "none")
            return Said(translate("EncounterEvents", "Modifiers"), names.drugs.get(body.administration, ""), codes)
        case _:
            return None


def vitals_words(body: ev.VitalsNoted) -> str:
    """`BP 118/72 · pulse 76 · 36.8 °C · SpO2 98 %`: only what was measured."""
    pressure = ""
    if body.systolic is not None and body.diastolic is not None:
        pressure = translate("EncounterEvents", "BP {high}/{low}").format(high=body.systolic, low=body.diastolic)
    parts = [pressure]
    for value, pattern in (
        (body.pulse, translate("EncounterEvents", "pulse {number}")),
        (body.respirations, translate("EncounterEvents", "resp {number}")),
        (body.saturation, translate("EncounterEvents", "SpO2 {number} %")),
    ):
        parts.append(pattern.format(number=value) if value is not None else "")
    parts.append(words.dose(body.temperature) if body.temperature else "")
    pain = translate("EncounterEvents", "pain {number}/10")
    parts.append(pain.format(number=body.pain) if body.pain is not None else "")
    return " · ".join(part for part in parts if part)


def _order_word(on_file: bool) -> str:
    if on_file:
        return translate("EncounterEvents", "Order on file")
    return translate("EncounterEvents", "No order on file")


def _visit_said(body: ev.Body, names: LineNames, context: EncounterContext) -> Said | None:
    match body:
        case ev.Opened():
            chair = translate("EncounterEvents", "chair {chair}").format(chair=body.chair)
            return Said(translate("EncounterEvents", "Opened"), chair)
        case ev.ChairMoved():
            return Said(translate("EncounterEvents", "Moved to chair"), body.chair)
        case ev.ChairFreed():
            return Said(translate("EncounterEvents", "Chair freed"))
        case ev.NurseAssigned():
            return Said(translate("EncounterEvents", "Nurse"), context.person(body.nurse))
        case ev.HandedOver():
            return Said(translate("EncounterEvents", "Handed over to"), context.person(body.to))
        case ev.AccessPlaced():
            letter = names.letters.get(body.access.id, body.access.id)
            verb = translate("EncounterEvents", "Access {letter}").format(letter=letter)
            return Said(verb, access_words(body.access), body.access.separate_reason or "")
        case ev.DiagnosesSet():
            return Said(translate("EncounterEvents", "Diagnoses"), ", ".join(body.codes))
        case ev.EmCharted():
            return Said(translate("EncounterEvents", "E/M charted"), ", ".join(s.code for s in body.services))
        case ev.PatientCorrected():
            return Said(translate("EncounterEvents", "Patient corrected"), body.patient.name)
        case _:
            return _ticket_said(body)


def attestation_word(kind: str) -> str:
    """Why a signature is an attestation; empty when it is not."""
    return {
        "late": translate("EncounterEvents", "an attestation, after the day of the care"),
        "other": translate("EncounterEvents", "an attestation, charted by others"),
        "late other": translate("EncounterEvents", "an attestation, after the day, charted by others"),
    }.get(kind, "")


def _named_said(body: ev.Body, names: LineNames) -> Said | None:
    """Presses at a locked station, and second signatures."""
    match body:
        case ev.Tapped():
            word = {
                Press.START: translate("EncounterEvents", "Start pressed"),
                Press.STOP: translate("EncounterEvents", "Stop pressed"),
                Press.PUSH: translate("EncounterEvents", "Push pressed"),
            }[body.press]
            drug = names.of(body.line).drug if body.line else ""
            return Said(word, drug, translate("EncounterEvents", "at the locked station, by somebody not named"))
        case ev.Claimed():
            return Said(translate("EncounterEvents", "Press claimed"))
        case ev.Discarded():
            return Said(translate("EncounterEvents", "Press discarded"))
        case ev.Witnessed():
            check = translate("EncounterEvents", "Check signed by a second person")
            waste = translate("EncounterEvents", "Waste signed by a second person")
            return Said(check if body.what is SecondSign.CHECK else waste)
        case _:
            return None


def _ticket_said(body: ev.Body) -> Said | None:
    match body:
        case ev.Closed():
            return Said(translate("EncounterEvents", "Closed"), body.ticket_number)
        case ev.Reopened():
            return Said(translate("EncounterEvents", "Reopened"))
        case ev.Signed():
            version = translate("EncounterEvents", "version {number}").format(number=body.version)
            attested = translate("EncounterEvents", "Attested") if body.attestation else ""
            verb = attested or translate("EncounterEvents", "Signed")
            return Said(verb, f"{body.ticket_number} · {version}", attestation_word(body.attestation or ""))
        case ev.Printed():
            return Said(translate("EncounterEvents", "Printed"), f"{body.ticket_number} · {body.printer}")
        case ev.Exported():
            return Said(translate("EncounterEvents", "Exported"), f"{body.what} · {body.format}")
        case ev.Posted():
            return Said(posting_word(body.outcome), f"{body.ticket_number} · {body.destination}")
        case _:
            return None


def _begun(line: str, names: LineNames) -> str:
    """`inFLIXimab 400 mg · access A`, `sodium chloride 0.9 % · keep open`."""
    name = names.of(line)
    drug = f"{name.drug} {name.dose}".strip()
    purpose = purpose_word(name.purpose)
    access = translate("EncounterEvents", "access {letter}").format(letter=name.access) if name.access else ""
    return " · ".join(part for part in (drug, purpose or access) if part)
