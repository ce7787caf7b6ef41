"""A ticket as CSV (RFC 4180, UTF-8, CRLF): a row a charge line, everything a line needs to be read alone.

Instants are ISO 8601 with the zone's offset, units and minutes are numbers; text a spreadsheet would compute gets
an apostrophe in front, which `plain_cell` takes off again.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from nursedesk.outputs.messages.release import Charge, Release, charges, zoned
from nursedesk.outputs.shift_csv import safe_cell

COLUMNS = (
    *("ticket", "version", "status", "encounter", "date_of_service", "setting", "chair"),
    *("patient", "mrn", "birth_date", "payer", "authorization", "ordering_provider", "supervising_provider"),
    *("line", "code", "system", "label", "units", "modifiers", "diagnoses", "minutes", "start", "stop"),
    *("drugs", "dose", "ndc", "lot", "why", "signed_by", "signed_at", "profile", "rules_digest"),
)


def ticket_csv(release: Release) -> bytes:
    """The ticket's lines as the bytes of a CSV file, a head line first."""
    return table(COLUMNS, (_cells(release, charge) for charge in charges(release)))


def table(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """Rows of cells that are safe already, under their head."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def head_cells(release: Release) -> list[str | int | None]:
    """What every row says of the ticket: number, version, status, encounter."""
    status = ("SIGNED" if release.version == 1 else "AMENDED") if release.version else "DRAFT"
    return [safe_cell(release.number), release.version, status, safe_cell(release.encounter.id)]


def patient_cells(release: Release) -> list[str | int | None]:
    """The patient: name, MRN, date of birth."""
    who = release.patient
    return [safe_cell(who.name), safe_cell(who.mrn), who.birth_date.isoformat() if who.birth_date else ""]


def instant(at: datetime | None, release: Release) -> str:
    """ISO 8601 with the zone's offset; empty when not recorded."""
    return zoned(at, release.zone).isoformat(timespec="seconds") if at else ""


def _cells(release: Release, charge: Charge) -> list[str | int | None]:
    visit, given = release.encounter, charge.given
    start, stop = charge.times
    profile = release.ticket.get("profile", {})
    return [
        *head_cells(release),
        charge.day.isoformat() if charge.day else "",
        visit.setting.value,
        safe_cell(visit.chair or ""),
        *patient_cells(release),
        safe_cell(visit.payer or ""),
        safe_cell(visit.authorization or ""),
        safe_cell(visit.ordering_provider or ""),
        safe_cell(visit.supervising_provider or ""),
        charge.place,
        safe_cell(charge.code),
        charge.system,
        safe_cell(charge.label),
        charge.units,
        safe_cell(" ".join(charge.modifiers)),
        safe_cell(" ".join(charge.diagnoses)),
        charge.minutes,
        instant(start, release),
        instant(stop, release),
        safe_cell("; ".join(release.drug(one) for one in given)),
        safe_cell("; ".join(f"{one.dose.amount} {one.dose.unit}" if one.dose else "" for one in given)),
        safe_cell(" ".join(charge.ndcs)),
        safe_cell("; ".join(one.lot or "" for one in given) if any(one.lot for one in given) else ""),
        safe_cell("; ".join(charge.why)),
        safe_cell(visit.signed_by or "") if release.version else "",
        instant(visit.signed_at, release) if release.version else "",
        safe_cell(profile.get("name", "")),
        safe_cell(profile.get("rules_digest", "")),
    ]
