"""DFT^P03: the charges of a ticket, an FT1 a line; after an amendment a credit for each line that does not stand.

A credit names the transaction it takes back by that transaction's own id (FT1-2). When the patient was another
one, the credits go under the old patient in a message of their own.
"""

from collections.abc import Iterable
from decimal import Decimal

from nursedesk.outputs.messages import hl7
from nursedesk.outputs.messages.changes import Chain, Posting, charge_changes, same_patient
from nursedesk.outputs.messages.hl7 import Hl7Message
from nursedesk.outputs.messages.release import Charge, Release, control_id, diagnoses_of, shown
from nursedesk.record.encounter import Administration

KIND = "DFT^P03"
CHARGED = "CG"
_SYSTEMS = {"CPT": "C4", "HCPCS": "HCPCS", "ICD-10-PCS": "I10P"}

_Line = tuple[str, Posting, Release]
"""FT1-6, the posting, and the release whose visit it is told with."""


def dft(chain: Chain) -> tuple[Hl7Message, ...]:
    """The messages that bring a receiver from the version it has to the chain's last; none when all stands."""
    now = chain[-1]
    found = charge_changes(chain)
    credits: list[_Line] = [(now.interface.credit, one, chain[-2]) for one in found.taken_back]
    brought: list[_Line] = [(CHARGED, one, now) for one in found.added]
    if credits and not same_patient(chain[-2], now):
        return tuple(_messages(chain, (("credits", chain[-2], credits), ("charges", now, brought))))
    return tuple(_messages(chain, (("charges", now, [*credits, *brought]),)))


def _messages(chain: Chain, told: Iterable[tuple[str, Release, list[_Line]]]) -> Iterable[Hl7Message]:
    now = chain[-1]
    base = chain[-2].version if len(chain) > 1 else 0
    for what, under, lines in told:
        if lines:
            control = control_id(now.site, now.number, now.version, base, what)
            yield Hl7Message(KIND, control, _text(now, under, control, lines))


def _text(now: Release, under: Release, control: str, lines: list[_Line]) -> str:
    return "".join(
        [
            hl7.head(now, KIND, "DFT_P03", control),
            hl7.segment("EVN", {1: "P03", 2: hl7.instant(now.made, now.zone)}),
            hl7.patient(under),
            hl7.visit(under),
            *(_line(number, line, now) for number, line in enumerate(lines, 1)),
            *_diagnoses(under),
        ]
    )


def _line(number: int, line: _Line, now: Release) -> str:
    kind, posting, release = line
    charge = posting.charge
    visit = release.encounter
    mapped = charge.mapped
    code = hl7.coded(charge.code, charge.label, _SYSTEMS.get(charge.system, "L"))
    given = charge.given[0] if charge.given else None
    fields = {
        1: str(number),
        2: hl7.value(posting.transaction),
        3: hl7.value(f"{now.number}.{now.version}"),
        4: _when(charge, release),
        5: hl7.instant(now.made, now.zone),
        6: hl7.short(kind),
        7: hl7.coded(mapped.cdm, mapped.description or charge.label, "L") if mapped else code,
        10: str(charge.units),
        **_money(charge),
        13: hl7.coded((mapped.department if mapped else "") or now.interface.department),
        14: hl7.parts("", hl7.value(visit.payer)),
        16: hl7.location(release),
        19: hl7.repeats(hl7.coded(one, "", "I10") for one in charge.diagnoses),
        20: hl7.repeats(dict.fromkeys(hl7.staff(release.staff(one.started_by)) for one in charge.given)),
        21: hl7.provider(visit.ordering_provider),
        23: _filler(given, release),
        24: hl7.staff(now.staff(now.encounter.signed_by)),
        25: code,
        26: hl7.repeats(hl7.coded(one, "", "C4" if one.isdigit() else "HCPCS") for one in charge.modifiers),
        29: hl7.coded(charge.ndcs[0], release.drug(charge.given[0]), "NDC") if charge.ndcs else "",
    }
    return hl7.segment("FT1", fields) + hl7.note(1, _reasons(charge))


def _filler(given: Administration | None, release: Release) -> str:
    """The line the charge is of, named so that no other visit has it."""
    if given is None:
        return ""
    number = f"{release.encounter.id}-{given.line or given.id}"
    return hl7.parts(hl7.value(number), hl7.short(release.interface.sending_application))


def _reasons(charge: Charge) -> tuple[str, ...]:
    """Why it is charged; and of the product what FT1 has no field for: its amount, further packages."""
    if not charge.ndcs:
        return charge.why
    further = ", ".join(shown(one) for one in charge.ndcs[1:])
    amount = f"NDC quantity: {charge.product_amount}" if charge.product_amount else ""
    return (*charge.why, amount, f"Further NDC: {further}" if further else "")


def _when(charge: Charge, release: Release) -> str:
    """First start and last stop; the date of service where no time belongs to the line."""
    start, stop = charge.times
    if start is None:
        return hl7.day(charge.day) or hl7.instant(release.made, release.zone)[:8]
    return hl7.parts(hl7.instant(start, release.zone), hl7.instant(stop, release.zone))


def _money(charge: Charge) -> dict[int, str]:
    """The line's amount and its unit's, where the site's charge master has a price."""
    if charge.mapped is None or not charge.mapped.price:
        return {}
    price = Decimal(charge.mapped.price)
    return {11: f"{price * charge.units:.2f}&USD", 22: f"{price:.2f}&USD"}


def _diagnoses(release: Release) -> Iterable[str]:
    for number, code in enumerate(diagnoses_of(release), 1):
        yield hl7.segment("DG1", {1: str(number), 3: hl7.coded(code, "", "I10"), 6: "F"})
