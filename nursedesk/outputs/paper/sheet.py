"""From a visit and its ticket to the printed form: one pure function, `sheet`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk import __version__
from nursedesk.outputs.formats import (
    NOT_RECORDED,
    clock,
    local_day,
    moment,
    offset,
    one_line,
    written,
)
from nursedesk.outputs.languages import Language, Say
from nursedesk.outputs.paper.biller import biller_entries, time_entries
from nursedesk.outputs.paper.charges import Earlier, charge_groups, dx_letter, visit_services
from nursedesk.outputs.paper.given import Showing, given_rows
from nursedesk.outputs.paper.model import (
    Entry,
    Field,
    Run,
    Sheet,
    SheetStatus,
    SiteHeader,
    Weight,
    plain,
    strong,
)
from nursedesk.outputs.paper.revenue import RevenueRow
from nursedesk.outputs.paper.signatures import second_people, signature
from nursedesk.outputs.pictures.timeline_build import Naming, timeline
from nursedesk.outputs.words_paper import say_in, timeline_words
from nursedesk.outputs.words_signed import in_language
from nursedesk.record.encounter import Encounter, Patient, Setting
from nursedesk.watch.look import Look

SETTINGS: Mapping[Setting, str] = {
    Setting.OUTPATIENT_FACILITY: "Facility, outpatient",
    Setting.OFFICE: "Office",
    Setting.INPATIENT: "Inpatient",
}
_CPT = (
    "CPT® is a registered trademark of the American Medical Association. Code numbers only; labels are ours. "
    "Not the medical record."
)


def sheet(
    encounter: Encounter,
    ticket: Mapping[str, Any],
    site: SiteHeader,
    people: Mapping[str, str],
    *,
    status: SheetStatus,
    copy: int,
    printed_by: str,
    printed_at: datetime,
    zone: ZoneInfo,
    printer: str,
    revenue: Sequence[RevenueRow] = (),
    look: Look | None = None,
    drugs: Mapping[str, str] | None = None,
    meaning: str | None = None,
    earlier: Earlier | None = None,
    language: Language = Language.ENGLISH,
    imported: bool = False,
) -> Sheet:
    """The whole form. `ticket` is nursedesk.ticket/1 as signed and is not recomputed.

    `people` turns sign-in names into `M. Ruiz RN`; `copy` is 0 for the original and n for COPY n; `look` gives the
    timeline its marks and shared minutes; `drugs` how a drug is written (tall-man); `meaning` is what the signer
    put their name to; `earlier` is the version that this one replaces; `imported`: the
    visit came into the record from paper or another system, and was over before.
    """
    say, words = say_in(language), timeline_words(language)
    service = date_of_service(encounter, zone)
    now = None if encounter.closed else printed_at
    showing = Showing(zone, service, people, drugs or {}, now, say, words)
    named = {one.drug: showing.drug(one) for one in encounter.administrations}
    shown = in_language(ticket, language)
    return Sheet(
        site=written(site.name, say),
        site_detail=_site_detail(site, encounter, printed_at, showing),
        status=status,
        status_detail=_status_detail(encounter, status, copy, say),
        number=encounter.ticket_number or "",
        patient=_patient_grid(encounter, showing, imported),
        running_head=_running_head(encounter, showing),
        given=given_rows(encounter, showing),
        timeline=timeline(encounter, look, now, zone, Naming(named, showing.amount, words)),
        charges_order=_order(encounter.setting, say),
        charges=charge_groups(encounter, shown, revenue, _in(earlier, language), say),
        visit_services=visit_services(shown, say),
        biller=(*_amended(earlier, say), *biller_entries(encounter, shown, showing)),
        times=time_entries(encounter, showing),
        times_note=say("all others observed: pressed when it happened") if encounter.time_notes else "",
        signature=signature(encounter, status, showing, meaning),
        checker=second_people(encounter, showing),
        footer=(_printed(ticket, printed_by, printed_at, printer, showing), say(_CPT)),
        footer_ticket=_footer_ticket(encounter, say),
        say=say,
    )


def _in(earlier: Earlier | None, language: Language) -> Earlier | None:
    if earlier is None:
        return None
    return replace(earlier, lines=in_language({"lines": earlier.lines}, language)["lines"])


def _amended(earlier: Earlier | None, say: Say) -> tuple[Entry, ...]:
    """That this replaces another version, whose, and why."""
    if earlier is None:
        return ()
    said = say("replaces version {version}, signed by {who}").format(version=earlier.version, who=earlier.signed)
    why = one_line(earlier.reason) or say("reason not recorded")
    return (Entry(say("Amended"), (plain(f"{said} · {why}"),)),)


def date_of_service(encounter: Encounter, zone: ZoneInfo) -> date | None:
    """The day the visit began in the site's zone: its opening, else its first start."""
    starts = [segment.start for one in encounter.administrations for segment in one.segments if segment.start]
    first = encounter.opened or min(starts, default=None)
    return local_day(first, zone) if first else None


def _site_detail(site: SiteHeader, encounter: Encounter, printed_at: datetime, showing: Showing) -> str:
    say = showing.say
    npi = f"NPI {one_line(site.npi)}" if site.npi else say("NPI not recorded")
    address = one_line(site.address) or say("address not recorded")
    return " · ".join((address, npi, offset(encounter.opened or printed_at, showing.zone)))


def _status_detail(encounter: Encounter, status: SheetStatus, copy: int, say: Say) -> str:
    which = say("COPY {number}").format(number=copy)
    if status is SheetStatus.DRAFT:
        return say("not signed") if copy == 0 else f"{say('not signed')} · {which}"
    version = say("version {number}").format(number=encounter.version)
    return f"{version} · {which if copy else say('original')}"


def _footer_ticket(encounter: Encounter, say: Say) -> str:
    number = one_line(encounter.ticket_number or "") or say("no ticket number yet")
    version = say("version {number}").format(number=encounter.version)
    return f"{number} · {version if encounter.version else say('not signed')}"


def _patient_grid(encounter: Encounter, showing: Showing, imported: bool) -> tuple[tuple[Field, ...], ...]:
    patient = encounter.patient or Patient()
    say, told = showing.say, showing.written
    return (
        (
            Field(say("Patient"), strong(told(patient.name)), 24),
            Field(say("Date of birth"), plain(showing.day(patient.birth_date)), 12),
            Field(say("MRN"), plain(told(patient.mrn)), 12),
            Field(say("Encounter"), plain(told(encounter.id)), 12),
            Field(say("Date of service"), plain(showing.day(showing.visit)), 12),
        ),
        (
            Field(say("Chair"), plain(told(encounter.chair)), 9),
            Field(say("Setting"), plain(say(SETTINGS[encounter.setting])), 15),
            Field(say("Payer"), plain(_payer(encounter, showing)), 24),
            Field(say("Visit"), plain(_visit(encounter, showing, imported)), 24),
        ),
        (
            Field(say("Ordering provider"), plain(told(encounter.ordering_provider)), 24),
            Field(say("Supervising provider"), plain(told(encounter.supervising_provider)), 24),
            Field(say("Diagnoses"), _diagnoses(encounter, say), 24),
        ),
    )


def _payer(encounter: Encounter, showing: Showing) -> str:
    payer = showing.written(encounter.payer)
    if not encounter.authorization:
        return payer
    return f"{payer} · {showing.say('auth. {number}').format(number=one_line(encounter.authorization))}"


def _visit(encounter: Encounter, showing: Showing, imported: bool) -> str:
    opened = clock(encounter.opened, showing.zone) if encounter.opened else showing.say(NOT_RECORDED).lower()
    if imported:
        # It was closed when it was imported, which says nothing of when the patient left.
        stops = [part.stop for one in encounter.administrations for part in one.segments if part.stop]
        last = showing.clock(max(stops)) if stops else showing.say(NOT_RECORDED).lower()
        return f"{opened} – {last} · {showing.say('LATE ENTRY')}, {showing.say('imported')}"
    closed = showing.clock(encounter.closed) if encounter.closed else showing.say("not closed")
    return f"{opened} – {closed}"


def _diagnoses(encounter: Encounter, say: Say) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, code in enumerate(encounter.diagnoses):
        runs += [Run(f"{dx_letter(index)} ", Weight.STRONG), Run(f"{one_line(code)}   ")]
    return tuple(runs) or plain(say(NOT_RECORDED))


def _running_head(encounter: Encounter, showing: Showing) -> str:
    patient, say = encounter.patient or Patient(), showing.say
    parts = (
        showing.written(patient.name),
        say("born {day}").format(day=showing.day(patient.birth_date)),
        f"{say('MRN')} {showing.written(patient.mrn)}",
        say("encounter {id}").format(id=showing.written(encounter.id)),
        showing.day(showing.visit),
    )
    return " · ".join(parts)


def _order(setting: Setting, say: Say) -> str:
    facility = setting is Setting.OUTPATIENT_FACILITY
    return say("facility order, grouped by revenue code") if facility else say("claim lines in order")


def _printed(ticket: Mapping[str, Any], by: str, at: datetime, printer: str, showing: Showing) -> str:
    say = showing.say
    profile = ticket.get("profile", {})
    digest = one_line(profile.get("rules_digest", "")).removeprefix("sha256:")[:16]
    grouped = " ".join(digest[start : start + 4] for start in range(0, len(digest), 4)) or say(NOT_RECORDED)
    book = say("Rule book {name}, digest {digest}").format(
        name=showing.written(profile.get("name")), digest=grouped
    )
    made = say("printed {when} by {who} on {printer}").format(
        when=moment(at, showing.zone, say), who=showing.person(by), printer=showing.written(printer)
    )
    return f"{book} · NurseDesk {__version__} · {made}"
