"""The “Charges” table: the signed lines as they are, grouped for a facility, one by one for an office's claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from nursedesk.outputs.formats import NOT_RECORDED, number, one_line, written
from nursedesk.outputs.paper.model import ChargeGroup, ChargeRow
from nursedesk.outputs.paper.revenue import RevenueRow, revenue_of
from nursedesk.record.encounter import Administration, Amount, Encounter, Setting

# X12 837 CTP05 units an NDC quantity may be given in, and how many of ours make one.
_NDC_UNITS: Mapping[str, tuple[str, Decimal]] = {
    "mg": ("ME", Decimal(1)),
    "ug": ("ME", Decimal("0.001")),
    "g": ("GR", Decimal(1)),
    "mL": ("ML", Decimal(1)),
    "L": ("ML", Decimal(1000)),
    "[iU]": ("F2", Decimal(1)),
}
_VISIT_CODES = ("99202", "99499")
_MOST_NDC = 12


def charge_groups(
    encounter: Encounter, ticket: Mapping[str, Any], revenue: Sequence[RevenueRow]
) -> tuple[ChargeGroup, ...]:
    """The ticket's lines as the encounter's setting has them; a facility's groups in the order of the table."""
    lines = ticket.get("lines", ())
    rows = [_row(line, encounter) for line in lines]
    if encounter.setting is not Setting.OUTPATIENT_FACILITY:
        return (ChargeGroup("", tuple(rows)),) if rows else ()
    grouped: dict[tuple[str, str], list[ChargeRow]] = {}
    for line, row in zip(lines, rows, strict=True):
        heading = revenue_of(line["code"], day_of(line), revenue)
        grouped.setdefault(heading, []).append(row)
    order = list(dict.fromkeys(row.code for row in revenue))
    headings = sorted(grouped, key=lambda heading: order.index(heading[0]) if heading[0] in order else len(order))
    return tuple(ChargeGroup(" ".join(heading).strip(), tuple(grouped[heading])) for heading in headings)


def visit_services(ticket: Mapping[str, Any]) -> str:
    """What the E/M row says when the ticket has no E/M line; empty when it has one."""
    first, last = _VISIT_CODES
    return "" if any(first <= line["code"] <= last for line in ticket.get("lines", ())) else "None charted"


def day_of(line: Mapping[str, Any]) -> date | None:
    """Date of service of a line of a ticket in JSON form."""
    plain = line.get("date")
    return date.fromisoformat(plain) if plain else None


def dx_letter(index: int) -> str:
    """The pointer of the diagnosis at `index`: A to Z, then its number."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _row(line: Mapping[str, Any], encounter: Encounter) -> ChargeRow:
    return ChargeRow(
        code=written(line["code"]),
        label=written(line.get("label")),
        units=str(line["units"]),
        modifiers=one_line(" ".join(line.get("modifiers", ()))) or "None",
        dx=_pointers(line, encounter),
        quantity=_quantity(line, encounter),
        why=_why(line),
    )


def _pointers(line: Mapping[str, Any], encounter: Encounter) -> str:
    codes = line.get("diagnoses") or ()
    pointers = [
        dx_letter(encounter.diagnoses.index(code)) if code in encounter.diagnoses else one_line(code)
        for code in codes
    ]
    return " ".join(pointers) or "Not set"


def _why(line: Mapping[str, Any]) -> str:
    """The reasons, and behind them the rules they follow, each once."""
    reasons = list(dict.fromkeys(one_line(why["text"]) for why in line.get("why", ())))
    rules = list(dict.fromkeys(one_line(why["rule"]) for why in line.get("why", ())))
    return " · ".join(part for part in ("; ".join(reasons), ", ".join(rules)) if part) or NOT_RECORDED


def _quantity(line: Mapping[str, Any], encounter: Encounter) -> str:
    ids = line.get("administrations", ())
    given = [one for one in encounter.administrations if one.id in ids]
    if line.get("system") == "HCPCS" and any(one.hcpcs == line["code"] or one.ndc for one in given):
        return _ndc(line, given)
    if line.get("minutes"):
        return f"{line['minutes']} min"
    return f"{len(given)} given" if given else "None"


def _ndc(line: Mapping[str, Any], given: Sequence[Administration]) -> str:
    """`NDC ME400`: how much of the product was given, or discarded on a JW line, in a unit the claim takes."""
    if not any(one.ndc for one in given):
        return "NDC not recorded"
    discarded = "JW" in line.get("modifiers", ())
    totals: dict[str, Decimal] = {}
    for one in given[:_MOST_NDC]:
        part = _claim_amount(_discarded(one) if discarded else one.dose)
        if part is None:
            return "NDC quantity not recorded"
        totals[part[0]] = totals.get(part[0], Decimal(0)) + part[1]
    return "NDC " + " + ".join(f"{unit}{number(total).replace(',', '')}" for unit, total in totals.items())


def _discarded(one: Administration) -> Amount | None:
    if one.wasted is not None:
        return one.wasted
    if one.dose is None or one.opened is None or one.dose.unit != one.opened.unit:
        return None
    return Amount(one.opened.amount - one.dose.amount, one.dose.unit)


def _claim_amount(amount: Amount | None) -> tuple[str, Decimal] | None:
    if amount is None or amount.unit not in _NDC_UNITS or not amount.amount.is_finite():
        return None
    unit, factor = _NDC_UNITS[amount.unit]
    return unit, amount.amount * factor
