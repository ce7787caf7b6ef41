"""The “Charges” table: the signed lines as they are, grouped for a facility, one by one for an office's claim.

An amended ticket also shows what it replaces: lines of the version before that are gone or changed, struck.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from nursedesk.outputs.formats import NOT_RECORDED, number, one_line, written
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper.model import ChargeGroup, ChargeRow
from nursedesk.outputs.paper.revenue import RevenueRow, revenue_of
from nursedesk.outputs.ticket_lines import is_visit
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
_MOST_NDC = 12
_NEW, _CHANGED = "new in this version", "changed in this version"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version that this one replaces."""

    version: int
    lines: Sequence[Mapping[str, Any]]
    """Of its nursedesk.ticket/1."""
    signed: str = ""
    """`J. Doe RN, 24-Nov-2026 14:31 EST`."""
    reason: str = ""
    """Why the visit was taken up again."""


@dataclass(frozen=True, slots=True)
class _Charging:
    """What the rows are written with."""

    encounter: Encounter
    earlier: Earlier | None
    say: Say


def charge_groups(
    encounter: Encounter,
    ticket: Mapping[str, Any],
    revenue: Sequence[RevenueRow],
    earlier: Earlier | None = None,
    say: Say = english,
) -> tuple[ChargeGroup, ...]:
    """The ticket's lines as the encounter's setting has them; a facility's groups in the order of the table."""
    charging = _Charging(encounter, earlier, say)
    rows = _with_replaced(ticket.get("lines", ()), charging)
    if encounter.setting is not Setting.OUTPATIENT_FACILITY:
        return (ChargeGroup("", tuple(row for _, row in rows)),) if rows else ()
    grouped: dict[tuple[str, str], list[ChargeRow]] = {}
    for line, row in rows:
        heading = revenue_of(line["code"], day_of(line), revenue)
        grouped.setdefault(heading, []).append(row)
    order = list(dict.fromkeys(row.code for row in revenue))
    headings = sorted(grouped, key=lambda heading: order.index(heading[0]) if heading[0] in order else len(order))
    return tuple(
        ChargeGroup(f"{number} {say(name)}".strip(), tuple(grouped[number, name])) for number, name in headings
    )


_Line = Mapping[str, Any]


def _with_replaced(lines: Sequence[_Line], charging: _Charging) -> list[tuple[_Line, ChargeRow]]:
    """The lines, and before those that changed the ones they replace; what is gone comes last."""
    earlier = charging.earlier
    if earlier is None:
        return [(line, _row(line, charging)) for line in lines]
    kept = {_charge(line) for line in lines}
    before = {_charge(line) for line in earlier.lines}
    codes = {line["code"] for line in earlier.lines}
    gone = [line for line in earlier.lines if _charge(line) not in kept]
    rows: list[tuple[_Line, ChargeRow]] = []
    for line in lines:
        same = [old for old in gone if old["code"] == line["code"] and _charge(line) not in before]
        rows += [(old, _struck(old, charging)) for old in same]
        gone = [old for old in gone if old not in same]
        new = "" if _charge(line) in before else _NEW if line["code"] not in codes else _CHANGED
        rows.append((line, _row(line, charging, new)))
    return rows + [(old, _struck(old, charging)) for old in gone]


def _charge(line: _Line) -> tuple[str, int, tuple[str, ...], str | None]:
    """What a payer sees of a line."""
    return line["code"], line["units"], tuple(line.get("modifiers", ())), line.get("date")


def _struck(line: _Line, charging: _Charging) -> ChargeRow:
    version = charging.earlier.version if charging.earlier else 0
    why = charging.say("in version {version}; no longer charged so").format(version=version)
    return replace(_row(line, charging), why=why, struck=True)


def visit_services(ticket: Mapping[str, Any], say: Say = english) -> str:
    """What the E/M row says when the ticket has no E/M line; empty when it has one."""
    return "" if any(is_visit(line) for line in ticket.get("lines", ())) else say("None charted")


def day_of(line: Mapping[str, Any]) -> date | None:
    """Date of service of a line of a ticket in JSON form."""
    plain = line.get("date")
    return date.fromisoformat(plain) if plain else None


def dx_letter(index: int) -> str:
    """The pointer of the diagnosis at `index`: A to Z, then its number."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def _row(line: _Line, charging: _Charging, new: str = "") -> ChargeRow:
    say = charging.say
    added = f"{say(new)} · " if new else ""
    return ChargeRow(
        code=written(line["code"]),
        label=written(line.get("label"), say),
        units=str(line["units"]),
        modifiers=one_line(" ".join(line.get("modifiers", ()))) or say("None"),
        dx=_pointers(line, charging),
        quantity=_quantity(line, charging),
        why=added + _why(line, say),
    )


def _pointers(line: _Line, charging: _Charging) -> str:
    encounter = charging.encounter
    codes = line.get("diagnoses") or ()
    pointers = [
        dx_letter(encounter.diagnoses.index(code)) if code in encounter.diagnoses else one_line(code)
        for code in codes
    ]
    return " ".join(pointers) or charging.say("Not set")


def _why(line: _Line, say: Say) -> str:
    """The reasons, and behind them the rules they follow, each once."""
    reasons = list(dict.fromkeys(one_line(why["text"]) for why in line.get("why", ())))
    rules = list(dict.fromkeys(one_line(why["rule"]) for why in line.get("why", ())))
    return " · ".join(part for part in ("; ".join(reasons), ", ".join(rules)) if part) or say(NOT_RECORDED)


def _quantity(line: _Line, charging: _Charging) -> str:
    say = charging.say
    ids = line.get("administrations", ())
    given = [one for one in charging.encounter.administrations if one.id in ids]
    if line.get("system") == "HCPCS" and any(one.hcpcs == line["code"] or one.ndc for one in given):
        return _ndc(line, given, say)
    if line.get("minutes"):
        return f"{line['minutes']} min"
    return say("{count} given").format(count=len(given)) if given else say("None")


def _ndc(line: _Line, given: Sequence[Administration], say: Say) -> str:
    """`NDC ME400`: how much of the product was given, or discarded on a JW line, in a unit the claim takes."""
    if not any(one.ndc for one in given):
        return say("NDC not recorded")
    discarded = "JW" in line.get("modifiers", ())
    totals: dict[str, Decimal] = {}
    for one in given[:_MOST_NDC]:
        part = _claim_amount(_discarded(one) if discarded else one.dose)
        if part is None:
            return say("NDC quantity not recorded")
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
