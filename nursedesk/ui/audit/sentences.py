"""One event as one plain sentence: who did what; pure but for the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from nursedesk.desk.audit import About, Entry
from nursedesk.record import events as ev
from nursedesk.record.encounter import Press, SecondSign, StopReason
from nursedesk.ui import words
from nursedesk.ui.audit.recorded_words import looked_at, notice_name, role_name
from nursedesk.ui.encounter.event_words import stop_reason_word
from nursedesk.ui.posting_words import posting_word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Names:
    """How people and drugs are written; what is missing is written as it was recorded."""

    people: Mapping[str, str] = field(default_factory=dict)
    """Sign-in name → `J. Doe RN`."""
    drugs: Mapping[str, str] = field(default_factory=dict)
    """Lower-case drug → as shown (tall-man)."""

    def person(self, name: str | None) -> str:
        """A person's signature; the station for what nobody pressed."""
        if name == "station":
            return translate("Audit", "The station")
        return self.people.get(name or "", name or words.not_recorded())

    def drug(self, name: str) -> str:
        """One drug as it is written."""
        return self.drugs.get(name.lower(), name)

    def line(self, line: str | None, about: About | None) -> str:
        """The drugs of a line; its id when nothing says what hung on it."""
        drugs = dict(about.lines).get(line or "", ()) if about else ()
        return " + ".join(self.drug(one) for one in drugs) or (line or words.not_recorded())

    def administration(self, one: str | None, about: About | None) -> str:
        """The drug of an administration."""
        return self.drug(dict(about.administrations).get(one or "", one or "") if about else one or "")


def sentence(entry: Entry, names: Names) -> str:
    """`J. Doe RN stopped inFLIXimab.` One sentence for every kind of event there is."""
    who = names.person(entry.event.header.actor)
    return translate("Audit", "{who} {did}.").format(who=who, did=did(entry, names))


def did(entry: Entry, names: Names) -> str:
    """What was done, to stand after who did it."""
    body, about = entry.event.body, entry.about
    match body:
        case ev.Corrected():
            return _corrected(body, entry, names)
        case ev.Voided():
            return translate("Audit", "took back: “{earlier}”").format(earlier=_earlier(entry, names))
    bedside = _of_line(body, about, names) or _of_bedside(body, about, names)
    return bedside or _of_visit(body, about, names) or _of_station(body, names)


def _earlier(entry: Entry, names: Names) -> str:
    """The event that is replaced, as its own sentence without the stop."""
    if entry.replaced is None:
        return translate("Audit", "an event that is not in this visit")
    return sentence(Entry(entry.replaced, entry.about), names).rstrip(".")


def _corrected(body: ev.Corrected, entry: Entry, names: Names) -> str:
    earlier = _earlier(entry, names)
    if body.body is None:
        return translate("Audit", "corrected the time of “{earlier}”").format(earlier=earlier)
    now = did(Entry(ev.Event(entry.event.header, body.body), entry.about), names)
    return translate("Audit", "corrected “{earlier}” to “{now}”").format(earlier=earlier, now=now)


def _of_line(body: ev.Body, about: About | None, names: Names) -> str:
    match body:
        case ev.Prepared():
            drugs = " + ".join(_hung(one, names) for one in body.drugs) or names.line(body.line, about)
            return translate("Audit", "prepared {drugs}").format(drugs=drugs)
        case ev.DoseCharted():
            drug = names.administration(body.administration, about)
            said = translate("Audit", "charted {dose} of {drug}")
            return said.format(dose=words.dose(body.dose), drug=drug)
        case ev.Wasted():
            drug = names.administration(body.administration, about)
            said = translate("Audit", "charted {dose} of {drug} as wasted, witness {witness}")
            witness = body.witness or words.not_recorded()
            return said.format(dose=words.dose(body.wasted), drug=drug, witness=witness)
        case ev.Started() | ev.Paused() | ev.Resumed() | ev.Stopped() | ev.Pushed():
            return _pressed(body, names.line(body.line, about), names)
        case ev.RateChanged():
            said = translate("Audit", "set the rate of {drug} to {rate}")
            return said.format(drug=names.line(body.line, about), rate=words.dose(body.rate))
        case ev.StopReasonSet():
            said = translate("Audit", "gave the reason for the stop of {drug}: {reason}")
            return said.format(drug=names.line(body.line, about), reason=stop_reason_word(body.reason))
        case ev.OrderCharted():
            on_file = translate("Audit", "charted the order of {drug} as on file")
            missing = translate("Audit", "charted that no order of {drug} is on file")
            return (on_file if body.on_file else missing).format(drug=names.line(body.line, about))
        case _:
            return _of_charge(body, about, names)


def _of_charge(body: ev.Body, about: About | None, names: Names) -> str:
    match body:
        case ev.ClockDoubted():
            minutes = f"{body.step_ms / 60_000:+.0f}"
            said = translate("Audit", "marked the times of {drug} as doubtful: the clock was set by {minutes} min")
            return said.format(drug=names.line(body.line, about), minutes=minutes)
        case ev.TimesConfirmed():
            return translate("Audit", "confirmed the times of {drug}").format(drug=names.line(body.line, about))
        case ev.ModifiersSet():
            codes = ", ".join(one.code for one in body.modifiers) or translate("Audit", "none")
            said = translate("Audit", "set the modifiers of {drug}: {codes}")
            return said.format(drug=names.administration(body.administration, about), codes=codes)
        case _:
            return ""


def _hung(one: ev.DrugHung, names: Names) -> str:
    return f"{names.drug(one.drug)} {words.dose(one.dose)}" if one.dose else names.drug(one.drug)


def _pressed(body: ev.Started | ev.Paused | ev.Resumed | ev.Stopped | ev.Pushed, drug: str, names: Names) -> str:
    said = {
        ev.Started: translate("Audit", "started {drug}"),
        ev.Paused: translate("Audit", "paused {drug}"),
        ev.Resumed: translate("Audit", "resumed {drug}"),
        ev.Stopped: translate("Audit", "stopped {drug}"),
        ev.Pushed: translate("Audit", "pushed {drug}"),
    }[type(body)].format(drug=drug)
    if isinstance(body, ev.Stopped) and body.reason is not StopReason.COMPLETED:
        said = f"{said} ({stop_reason_word(body.reason)})"
    if isinstance(body, ev.Started | ev.Stopped | ev.Pushed) and body.by:
        said = translate("Audit", "{said}, done by {person}").format(said=said, person=names.person(body.by))
    return said


def _of_bedside(body: ev.Body, about: About | None, names: Names) -> str:
    match body:
        case ev.BagChanged():
            return translate("Audit", "hung a new bag of {drug}").format(drug=names.line(body.line, about))
        case ev.AccessChanged():
            said = translate("Audit", "moved {drug} to access {access}")
            return said.format(drug=names.line(body.line, about), access=body.access)
        case ev.VitalsNoted():
            return translate("Audit", "noted vital signs")
        case ev.ReactionNoted():
            return translate("Audit", "noted a reaction: “{text}”").format(text=body.text)
        case ev.NoticeShown():
            return translate("Audit", "was shown the notice {notice}").format(notice=notice_name(body.notice))
        case _:
            return _of_room(body)


def _of_room(body: ev.Body) -> str:
    match body:
        case ev.PatientExpected():
            said = translate("Audit", "put {patient} on the list of {day}")
            return said.format(patient=body.patient.name, day=words.day(body.day))
        case ev.ExpectedDropped():
            said = translate("Audit", "took {entry} off the list: “{reason}”")
            return said.format(entry=body.expected, reason=body.reason)
        case ev.ChairOutOfService():
            said = translate("Audit", "took chair {chair} out of service: “{reason}”")
            return said.format(chair=body.chair, reason=body.reason)
        case ev.ChairInService():
            return translate("Audit", "put chair {chair} back in service").format(chair=body.chair)
        case _:
            return ""


def _of_visit(body: ev.Body, about: About | None, names: Names) -> str:
    match body:
        case ev.Opened():
            said = translate("Audit", "checked in {patient}, chair {chair}")
            return said.format(patient=body.patient.name, chair=body.chair)
        case ev.PatientCorrected():
            return translate("Audit", "corrected the patient to {patient}").format(patient=body.patient.name)
        case ev.ChairMoved():
            return translate("Audit", "moved the visit to chair {chair}").format(chair=body.chair)
        case ev.ChairFreed():
            return translate("Audit", "freed the chair")
        case ev.NurseAssigned():
            return translate("Audit", "made {person} the visit's nurse").format(person=names.person(body.nurse))
        case ev.HandedOver():
            drugs = ", ".join(names.line(one, about) for one in body.lines) or translate("Audit", "the visit")
            said = translate("Audit", "handed {drugs} over to {person}")
            return said.format(drugs=drugs, person=names.person(body.to))
        case ev.AccessPlaced():
            return translate("Audit", "charted access {access}").format(access=body.access.id)
        case ev.DiagnosesSet():
            codes = ", ".join(body.codes) or translate("Audit", "none")
            return translate("Audit", "set the diagnoses: {codes}").format(codes=codes)
        case ev.EmCharted():
            codes = ", ".join(one.code for one in body.services) or translate("Audit", "none")
            return translate("Audit", "charted evaluation and management: {codes}").format(codes=codes)
        case ev.PrimarySet():
            drug = names.administration(body.administration, about) or translate("Audit", "nothing")
            return translate("Audit", "named {drug} as the primary service").format(drug=drug)
        case ev.Noted():
            response = translate("Audit", "charted the response: “{text}”")
            return (response if body.response else translate("Audit", "noted: “{text}”")).format(text=body.text)
        case ev.NoticeDismissed():
            return translate("Audit", "dismissed the notice {notice}").format(notice=notice_name(body.notice))
        case _:
            return _of_presses(body, about, names) or _of_ticket(body)


def _of_presses(body: ev.Body, about: About | None, names: Names) -> str:
    """Presses of somebody not yet identified, and second signatures."""
    match body:
        case ev.Tapped(press, line):
            said = {
                Press.START: translate("Audit", "took a press of Start from somebody not yet named: {drug}"),
                Press.STOP: translate("Audit", "took a press of Stop from somebody not yet named: {drug}"),
                Press.PUSH: translate("Audit", "took a press of Push from somebody not yet named"),
            }[press]
            return said.format(drug=names.line(line, about))
        case ev.Claimed():
            return translate("Audit", "said that a press at the locked station was hers or his")
        case ev.Discarded():
            return translate("Audit", "discarded a press at the locked station")
        case ev.Witnessed():
            if body.what is SecondSign.CHECK:
                return translate("Audit", "signed as the second person for the check of a line")
            return translate("Audit", "signed as the second person for waste")
        case _:
            return ""


def _of_ticket(body: ev.Body) -> str:
    match body:
        case ev.Closed():
            return translate("Audit", "closed the visit as ticket {ticket}").format(ticket=body.ticket_number)
        case ev.Reopened():
            return translate("Audit", "reopened the visit")
        case ev.Signed():
            signed = translate("Audit", "signed ticket {ticket}, version {version}: “{meaning}”")
            attested = translate("Audit", "attested ticket {ticket}, version {version}: “{meaning}”")
            said = attested if body.attestation else signed
            return said.format(ticket=body.ticket_number, version=body.version, meaning=body.meaning)
        case ev.Printed():
            said = translate("Audit", "printed ticket {ticket}, version {version}, copy {copy}, to {printer}")
            return said.format(
                ticket=body.ticket_number, version=body.version, copy=body.copy, printer=body.printer
            )
        case ev.PrintConfirmed():
            return translate("Audit", "saw ticket {ticket} come out").format(ticket=body.ticket_number)
        case ev.Exported():
            said = translate("Audit", "wrote a file of {what} as {format}")
            return said.format(what=body.what, format=body.format)
        case ev.Posted():
            said = translate("Audit", "message of ticket {ticket} to {destination}: {word}")
            word = posting_word(body.outcome)
            return said.format(ticket=body.ticket_number, destination=body.destination, word=word)
        case _:
            return ""


def _of_station(body: ev.Body, names: Names) -> str:
    match body:
        case ev.SignedIn():
            return translate("Audit", "signed in")
        case ev.SignedOut():
            return translate("Audit", "signed out")
        case ev.Locked():
            return translate("Audit", "locked the station")
        case ev.Viewed():
            return translate("Audit", "looked at: {what}").format(what=looked_at(body.what))
        case ev.SettingChanged():
            return translate("Audit", "set {key} to {value}").format(key=body.key, value=body.value)
        case ev.PersonChanged():
            roles = ", ".join(map(role_name, body.roles)) or translate("Audit", "none")
            active = translate("Audit", "charted {name} as a person of the suite, roles: {roles}")
            gone = translate("Audit", "took {name} off the people of the suite, roles: {roles}")
            return (active if body.active else gone).format(name=body.name, roles=roles)
        case ev.CredentialSet():
            return _credential_set(body, names)
        case ev.LockedOut():
            pin = translate("Audit", "ended the PIN of {person} after wrong tries")
            password = translate("Audit", "made {person} wait after wrong passwords")
            return (pin if body.what == "pin" else password).format(person=names.person(body.person))
        case ev.GlassBroken():
            return translate("Audit", "broke glass: charts in an emergency without a nurse’s role")
        case ev.ClockStepped():
            seconds = f"{body.step_ms / 1000:+.1f}"
            return translate("Audit", "saw the clock step by {seconds} s").format(seconds=seconds)
        case _:
            return _of_keeping(body)


def _of_keeping(body: ev.Body) -> str:
    match body:
        case ev.BackedUp():
            return translate("Audit", "backed the record up as {file}").format(file=body.file)
        case ev.Restored():
            missing = str(body.missing) if body.missing >= 0 else translate("Audit", "an unknown number of")
            said = translate("Audit", "restored the record from {file}, without {missing} later entries")
            return said.format(file=body.file, missing=missing)
        case ev.ShiftSignedOff():
            said = translate("Audit", "signed a shift off: {lines} lines, {open} still up")
            return said.format(lines=body.lines, open=body.open_lines)
        case ev.Recovered():
            said = translate("Audit", "took {count} entries from the emergency journal into the record")
            return said.format(count=body.events)
        case ev.QueueCleared():
            return translate("Audit", "found every message of earlier tickets delivered")
        case _:
            return type(body).__name__


def _credential_set(body: ev.CredentialSet, names: Names) -> str:
    said = {
        "password": translate("Audit", "set a new password for {person}"),
        "pin": translate("Audit", "set a new PIN for {person}"),
        "badge": translate("Audit", "gave {person} a badge"),
        "no pin": translate("Audit", "took the PIN of {person} away"),
        "no badge": translate("Audit", "took the badge of {person} away"),
    }
    return said.get(body.what, body.what).format(person=names.person(body.person))
