"""From a visit and its ticket to the printed form: one pure function, `sheet`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk import __version__
from nursedesk.outputs.formats import (
    NOT_RECORDED,
    amount,
    clock,
    clock_on,
    day,
    local_day,
    moment,
    offset,
    one_line,
    person,
    written,
)
from nursedesk.outputs.paper.biller import biller_entries, time_entries
from nursedesk.outputs.paper.charges import charge_groups, dx_letter, visit_services
from nursedesk.outputs.paper.given import Showing, given_rows
from nursedesk.outputs.paper.model import (
    Field,
    Run,
    Sheet,
    SheetStatus,
    SignatureBox,
    SiteHeader,
    Weight,
    plain,
    strong,
)
from nursedesk.outputs.paper.revenue import RevenueRow
from nursedesk.outputs.pictures.timeline_build import Naming, timeline
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
_DRAFT = "A draft: figures may still change. Not for billing until a nurse has signed."


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
    checkers: Sequence[tuple[str, str]] = (),
) -> Sheet:
    """The whole form. `ticket` is nursedesk.ticket/1 as signed and is not recomputed.

    `people` turns sign-in names into `M. Ruiz RN`; `copy` is 0 for the original and n for COPY n; `look` gives the
    timeline its marks and shared minutes; `drugs` how a drug is written (tall-man); `meaning` is what the signer
    put their name to; `checkers` are second checkers, each with what was checked:
    `("T. Adeyemi RN 11:24", "infliximab dose and rate")`.
    """
    service = date_of_service(encounter, zone)
    now = None if encounter.closed else printed_at
    showing = Showing(zone, service, people, drugs or {}, now)
    naming = Naming(drugs={one.drug: showing.drug(one) for one in encounter.administrations}, amount=amount)
    return Sheet(
        site=written(site.name),
        site_detail=_site_detail(site, encounter, printed_at, zone),
        status=status,
        status_detail=_status_detail(encounter, status, copy),
        number=encounter.ticket_number or "",
        patient=_patient_grid(encounter, service, zone),
        running_head=_running_head(encounter, service),
        given=given_rows(encounter, showing),
        timeline=timeline(encounter, look, now, zone, naming),
        charges_order=_order(encounter.setting),
        charges=charge_groups(encounter, ticket, revenue),
        visit_services=visit_services(ticket),
        biller=biller_entries(encounter, ticket, showing),
        times=time_entries(encounter, showing),
        signature=_signature(encounter, status, showing, meaning),
        checker=_checker(encounter, showing, checkers),
        footer=(_printed(ticket, person(people, printed_by), moment(printed_at, zone), printer), _CPT),
        footer_ticket=_footer_ticket(encounter),
    )


def date_of_service(encounter: Encounter, zone: ZoneInfo) -> date | None:
    """The day the visit began in the site's zone: its opening, else its first start."""
    starts = [segment.start for one in encounter.administrations for segment in one.segments if segment.start]
    first = encounter.opened or min(starts, default=None)
    return local_day(first, zone) if first else None


def _site_detail(site: SiteHeader, encounter: Encounter, printed_at: datetime, zone: ZoneInfo) -> str:
    npi = f"NPI {one_line(site.npi)}" if site.npi else "NPI not recorded"
    address = one_line(site.address) or "address not recorded"
    return " · ".join((address, npi, offset(encounter.opened or printed_at, zone)))


def _status_detail(encounter: Encounter, status: SheetStatus, copy: int) -> str:
    if status is SheetStatus.DRAFT:
        return "not signed" if copy == 0 else f"not signed · COPY {copy}"
    return f"version {encounter.version} · {f'COPY {copy}' if copy else 'original'}"


def _footer_ticket(encounter: Encounter) -> str:
    number = one_line(encounter.ticket_number or "") or "no ticket number yet"
    return f"{number} · version {encounter.version}" if encounter.version else f"{number} · not signed"


def _patient_grid(encounter: Encounter, service: date | None, zone: ZoneInfo) -> tuple[tuple[Field, ...], ...]:
    patient = encounter.patient or Patient()
    return (
        (
            Field("Patient", strong(written(patient.name)), 24),
            Field("Date of birth", plain(day(patient.birth_date)), 12),
            Field("MRN", plain(written(patient.mrn)), 12),
            Field("Encounter", plain(written(encounter.id)), 12),
            Field("Date of service", plain(day(service)), 12),
        ),
        (
            Field("Chair", plain(written(encounter.chair)), 9),
            Field("Setting", plain(SETTINGS[encounter.setting]), 15),
            Field("Payer", plain(_payer(encounter)), 24),
            Field("Visit", plain(_visit(encounter, service, zone)), 24),
        ),
        (
            Field("Ordering provider", plain(written(encounter.ordering_provider)), 24),
            Field("Supervising provider", plain(written(encounter.supervising_provider)), 24),
            Field("Diagnoses", _diagnoses(encounter), 24),
        ),
    )


def _payer(encounter: Encounter) -> str:
    payer = written(encounter.payer)
    return f"{payer} · auth. {written(encounter.authorization)}" if encounter.authorization else payer


def _visit(encounter: Encounter, service: date | None, zone: ZoneInfo) -> str:
    opened = clock(encounter.opened, zone) if encounter.opened else NOT_RECORDED.lower()
    closed = clock_on(encounter.closed, zone, service) if encounter.closed else "not closed"
    return f"{opened} – {closed}"


def _diagnoses(encounter: Encounter) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, code in enumerate(encounter.diagnoses):
        runs += [Run(f"{dx_letter(index)} ", Weight.STRONG), Run(f"{one_line(code)}   ")]
    return tuple(runs) or plain(NOT_RECORDED)


def _running_head(encounter: Encounter, service: date | None) -> str:
    patient = encounter.patient or Patient()
    parts = (
        written(patient.name),
        f"born {day(patient.birth_date)}",
        f"MRN {written(patient.mrn)}",
        f"encounter {written(encounter.id)}",
        day(service),
    )
    return " · ".join(parts)


def _order(setting: Setting) -> str:
    facility = setting is Setting.OUTPATIENT_FACILITY
    return "facility order, grouped by revenue code" if facility else "claim lines in order"


def _signature(encounter: Encounter, status: SheetStatus, showing: Showing, meaning: str | None) -> SignatureBox:
    if status is SheetStatus.DRAFT or encounter.signed_by is None or encounter.signed_at is None:
        return SignatureBox("Signature", strong("Not signed"), _DRAFT)
    who = (
        Run(person(showing.people, encounter.signed_by), Weight.STRONG),
        Run(f" · {moment(encounter.signed_at, showing.zone)}"),
    )
    return SignatureBox("Signed electronically", who, f"Meaning: {written(meaning)}")


def _checker(encounter: Encounter, showing: Showing, checkers: Sequence[tuple[str, str]]) -> SignatureBox:
    caption = "Second checker, witness"
    names = [written(who) for who, _ in checkers]
    said = [f"{written(who)} checked {written(what)}." for who, what in checkers]
    for one in encounter.administrations:
        if one.waste_witness:
            names.append(person(showing.people, one.waste_witness))
            waste = f"{showing.drug(one)} {amount(one.wasted)}".strip()
            said.append(f"{names[-1]} witnessed waste of {waste}.")
    if not said:
        return SignatureBox(caption, plain(NOT_RECORDED), "No second check and no waste witness charted.")
    return SignatureBox(caption, strong(", ".join(dict.fromkeys(names))), " ".join(said))


def _printed(ticket: Mapping[str, Any], who: str, when: str, printer: str) -> str:
    profile = ticket.get("profile", {})
    digest = one_line(profile.get("rules_digest", "")).removeprefix("sha256:")[:16]
    grouped = " ".join(digest[at : at + 4] for at in range(0, len(digest), 4)) or NOT_RECORDED
    book = f"Rule book {written(profile.get('name'))}, digest {grouped}"
    return f"{book} · NurseDesk {__version__} · printed {when} by {who} on {written(printer)}"
