"""The live ticket as rows: administration, drugs, and what is not charged."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.keys import WhyKey
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Role, System, Why
from nursedesk.desk.held_back import HeldLine
from nursedesk.record.encounter import Encounter, Status
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.event_words import purpose_word

translate = QCoreApplication.translate


class RowKind(StrEnum):
    GROUP = "group"
    LINE = "line"
    PACKED = "packed"
    """Several packaged drug codes on one row."""
    HELD = "held"
    """A line the draft does not have until an order or a dose is charted; `press` says so in one word."""
    NOTE = "note"
    """One quiet line: what is not charged, or that nothing is yet."""


@dataclass(frozen=True, slots=True)
class TicketRow:
    kind: RowKind
    label: str
    code: str = ""
    why: str = ""
    units: str = ""
    amount: str = ""
    """Minutes, drugs or dose the units come from."""
    modifiers: str = ""
    about: tuple[str, ...] = ()
    """The administrations behind it."""
    press: str = ""
    """The one press that brings a held line."""
    lacks: str = ""
    """What that press charts: one of `HOLDING`."""

    @property
    def spoken(self) -> str:
        """The row in one sentence for assistive tools."""
        parts = (self.code, self.modifiers, self.label, self.units, self.amount, self.why, self.press)
        return ", ".join(part for part in parts if part)


def ticket_rows(ticket: ChargeTicket, encounter: Encounter, context: EncounterContext) -> tuple[TicketRow, ...]:
    """Groups and lines in the ticket's order."""
    given = [line for line in ticket.lines if line.system is not System.HCPCS]
    drugs = [line for line in ticket.lines if line.system is System.HCPCS]
    rows = _group(translate("EncounterTicket", "Administration"), given, encounter, context)
    packaged = [x for x in drugs if any(why.key == WhyKey.PACKAGED for why in x.why)]
    apart = [x for x in drugs if x not in packaged] if len(packaged) > 1 else drugs
    rows += _group(translate("EncounterTicket", "Drugs"), apart, encounter, context)
    if len(packaged) > 1:
        rows += _packed(packaged, bool(apart))
    rows += _held(encounter, context, bool(drugs))
    if not ticket.lines and not context.held:
        text = translate(
            "EncounterTicket", "Nothing is charged yet. Lines appear as minutes and doses are charted."
        )
        rows.append(TicketRow(RowKind.NOTE, text))
    rows += _not_charged(ticket, encounter, context)
    return tuple(rows)


def ticket_status(encounter: Encounter) -> str:
    """The tag in the ticket's head: DRAFT, or its number and version once signed."""
    if encounter.status is not Status.SIGNED:
        return translate("EncounterTicket", "DRAFT")
    text = translate("EncounterTicket", "SIGNED · {number} · version {version}")
    return text.format(number=encounter.ticket_number or "", version=encounter.version)


def _group(
    title: str, lines: Sequence[ChargeLine], encounter: Encounter, context: EncounterContext
) -> list[TicketRow]:
    if not lines:
        return []
    return [TicketRow(RowKind.GROUP, title), *(_line(line, encounter, context) for line in lines)]


def _packed(lines: Sequence[ChargeLine], headed: bool) -> list[TicketRow]:
    """Codes that are reported and paid within the visit share one row."""
    codes = " · ".join(f"{line.code} × {line.units}" for line in lines)
    row = TicketRow(RowKind.PACKED, codes, amount=translate("EncounterTicket", "packaged, no JW or JZ"))
    return [row] if headed else [TicketRow(RowKind.GROUP, translate("EncounterTicket", "Drugs")), row]


def _held(encounter: Encounter, context: EncounterContext, headed: bool) -> list[TicketRow]:
    """The drug lines that wait for what is not charted; a closed visit is put right after it is reopened."""
    if encounter.status is not Status.OPEN or not context.held:
        return []
    rows = [TicketRow(RowKind.GROUP, translate("EncounterTicket", "Drugs"))] if not headed else []
    known = {one.id: context.drug(one.drug) for one in encounter.administrations}
    for held in context.held:
        names = ", ".join(dict.fromkeys(known[one] for one in held.administrations if one in known))
        rows.append(
            TicketRow(
                RowKind.HELD,
                held_words(held),
                code=held.code,
                why=names,
                units="" if held.units is None else f"× {held.units}",
                about=held.administrations,
                press=_press_word(held),
                lacks=held.lacks[0],
            )
        )
    return rows


def held_words(held: HeldLine) -> str:
    """`held back: order not charted`."""
    if len(held.lacks) > 1:
        return translate("EncounterTicket", "held back: order and dose not charted")
    if held.lacks == ("no-order",):
        return translate("EncounterTicket", "held back: order not charted")
    return translate("EncounterTicket", "held back: dose not charted")


def _press_word(held: HeldLine) -> str:
    if held.lacks[0] == "no-order":
        return translate("EncounterTicket", "Order on file")
    return translate("EncounterTicket", "Chart dose")


def _line(line: ChargeLine, encounter: Encounter, context: EncounterContext) -> TicketRow:
    return TicketRow(
        kind=RowKind.LINE,
        label=context.label(line.code),
        code=line.code,
        why=why_words(line.why, context),
        units=f"× {line.units}",
        amount=_amount(line, encounter),
        modifiers=" ".join(line.modifiers),
        about=line.administrations,
    )


def why_words(whys: Sequence[Why], context: EncounterContext) -> str:
    """The reasons in order, then their rules: `135 min = first hour + 1; next at 151 · R2.3`."""
    said = list(dict.fromkeys(text for text in (context.why(why) for why in _briefly(whys)) if text))
    rules = list(dict.fromkeys(why.rule for why in whys if why.rule))
    return " · ".join(part for part in ("; ".join(said), ", ".join(rules)) if part)


def _briefly(whys: Sequence[Why]) -> list[Why]:
    """New drugs pushed share one reason; that a push was charted as one is said where nothing else is."""
    new = [why for why in whys if why.key == WhyKey.PUSH_NEW]
    drugs = ", ".join(dict.fromkeys(str(why.params["drug"]) for why in new))
    brief: list[Why] = []
    for why in whys:
        if why.key == WhyKey.PUSH_NEW:
            brief += [why._replace(params={**why.params, "drug": drugs})] if why is new[0] else []
        elif why.key != WhyKey.PUSH_DOCUMENTED or not new:
            brief.append(why)
    return brief


def _amount(line: ChargeLine, encounter: Encounter) -> str:
    if line.minutes:
        return translate("EncounterTicket", "{minutes} min").format(minutes=line.minutes)
    known = {a.id: a for a in encounter.administrations}
    about = [known[a] for a in line.administrations if a in known]
    if line.system is System.HCPCS and len(about) == 1 and about[0].dose:
        return words.dose(about[0].dose)
    if len(about) > 1:
        return translate("EncounterTicket", "{number} drugs").format(number=len(about))
    return ""


def _not_charged(ticket: ChargeTicket, encounter: Encounter, context: EncounterContext) -> list[TicketRow]:
    known = {a.id: a for a in encounter.administrations}
    charged = {a for line in ticket.lines if line.system is not System.HCPCS for a in line.administrations}
    said = []
    for placed in ticket.placements:
        for one in (known[a] for a in placed.administrations if a in known):
            if placed.role is Role.UNCODED and one.id not in charged:
                said.append(", ".join(x for x in (context.drug(one.drug), purpose_word(one.purpose)) if x))
    if not said:
        return []
    text = translate("EncounterTicket", "Not charged: {drugs}").format(drugs="; ".join(dict.fromkeys(said)))
    return [TicketRow(RowKind.NOTE, text)]
