"""Charges under a site's own numbers, as CSV: a row a charge, with what could not be mapped in the same file.

A row without a number has `unmapped` as its status and its code, units and price cells as they are known: nothing
is dropped, and `unmapped_codes` names what the mapping lacks.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from nursedesk.outputs.messages.changes import Chain, Posting, charge_changes
from nursedesk.outputs.messages.release import Release
from nursedesk.outputs.messages.ticket_csv import head_cells, instant, patient_cells, table
from nursedesk.outputs.shift_csv import safe_cell

COLUMNS = (
    *("ticket", "version", "status", "encounter", "patient", "mrn", "birth_date", "transaction", "type"),
    *("date_of_service", "cdm", "department", "description", "code", "modifiers", "units", "price", "amount"),
    *("diagnoses", "ndc", "ndc_amount", "ordering_provider", "signed_by", "signed_at", "mapping"),
)
CHARGE, CREDIT = "charge", "credit"


def charge_master_csv(chains: Iterable[Chain]) -> bytes:
    """The charges (and credits) that bring a receiver to the last release of each chain."""
    return table(COLUMNS, (row for chain in chains for row in _rows(chain)))


def unmapped_codes(chains: Iterable[Chain]) -> tuple[str, ...]:
    """The codes of these charges that the mapping has no number for, each once, in order."""
    lines = (one.charge for chain in chains for one in charge_changes(chain).added)
    return tuple(dict.fromkeys(one.code for one in lines if one.mapped is None))


def _rows(chain: Chain) -> Iterable[Sequence[str | int | None]]:
    changes = charge_changes(chain)
    for posting in changes.taken_back:
        yield _cells(chain[-1], chain[-2], posting, CREDIT)
    for posting in changes.added:
        yield _cells(chain[-1], chain[-1], posting, CHARGE)


def _cells(now: Release, under: Release, posting: Posting, kind: str) -> list[str | int | None]:
    charge = posting.charge
    mapped = charge.mapped
    price = Decimal(mapped.price) if mapped and mapped.price else None
    return [
        *head_cells(now),
        *patient_cells(under),
        safe_cell(posting.transaction),
        kind,
        charge.day.isoformat() if charge.day else "",
        safe_cell(mapped.cdm) if mapped else "",
        safe_cell((mapped.department if mapped else "") or now.interface.department),
        safe_cell((mapped.description if mapped else "") or charge.label),
        safe_cell(charge.code),
        safe_cell(" ".join(charge.modifiers)),
        charge.units,
        "" if price is None else f"{price:.2f}",
        "" if price is None else f"{price * charge.units:.2f}",
        safe_cell(" ".join(charge.diagnoses)),
        safe_cell(" ".join(charge.ndcs)),
        safe_cell(charge.product_amount if charge.ndcs else ""),
        safe_cell(under.encounter.ordering_provider or ""),
        safe_cell(now.encounter.signed_by or ""),
        instant(now.encounter.signed_at, now),
        "mapped" if mapped else "unmapped",
    ]
