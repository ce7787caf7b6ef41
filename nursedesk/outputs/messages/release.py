"""A version of a ticket with its visit, as every message and file is made from it; and its lines as charges.

Nothing here reads a clock: the same release gives the same bytes, so that a message sent twice is one message.
"""

import base64
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.outputs.formats import local, visible
from nursedesk.record.encounter import Administration, Encounter, Patient

MOST = 250
"""Characters of one text in a message; the record keeps the whole."""
NAMESPACE = uuid.UUID("6f1f1c5e-5d0c-5b4e-9c55-6e757273657f")
"""Every id in a message is derived from this and the record's own ids."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who signs in: sign-in name, full name, credential."""

    id: str
    name: str
    credential: str = ""


@dataclass(frozen=True, slots=True)
class Interface:
    """How a site's messages are addressed; what is empty is left out or taken from the site's name."""

    sending_application: str = "NURSEDESK"
    sending_facility: str = ""
    receiving_application: str = ""
    receiving_facility: str = ""
    processing: str = "P"
    """P production, T training, D debugging (HL7 table 0103)."""
    credit: str = "CD"
    """Transaction type of a credit (HL7 table 0017: CD); some receivers want CR."""
    authority: str = ""
    """Who gives out the MRN; empty: the sending facility."""
    department: str = ""
    """Of charges that no mapping gives one."""
    location: str = "INFUSION"
    """Point of care; the chair is the bed."""


@dataclass(frozen=True, slots=True)
class MappedCode:
    """A site's own number for a code, from its charge master."""

    cdm: str
    department: str = ""
    price: str = ""
    """Dollars with two decimals, or empty."""
    description: str = ""


Mapped = Mapping[tuple[str, str], MappedCode]
"""(code, modifier or "") → the site's own number."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of a ticket: 0 for a draft, else as it was signed."""

    encounter: Encounter
    ticket: Mapping[str, Any]
    """nursedesk.ticket/1."""
    number: str
    version: int
    site: str = ""
    address: str = ""
    npi: str = ""
    people: Mapping[str, Staff] = field(default_factory=dict)
    drugs: Mapping[str, str] = field(default_factory=dict)
    """Drug as charted → as it is written (tall-man)."""
    interface: Interface = field(default_factory=Interface)
    mapped: Mapped = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.encounter.time_zone)

    @property
    def patient(self) -> Patient:
        return self.encounter.patient or Patient()

    @property
    def facility(self) -> str:
        """The sending facility's name, within the twenty characters of an HD."""
        return self.interface.sending_facility or self.site[:20].strip() or "NURSEDESK"

    @property
    def authority(self) -> str:
        """Who gives out the MRN."""
        return self.interface.authority or self.facility

    @property
    def made(self) -> datetime:
        """The instant a message of this release is dated: the signature, else the last thing known."""
        visit = self.encounter
        times = [s.stop or s.start for one in visit.administrations for s in one.segments if s.stop or s.start]
        last = max((time for time in times if time), default=_NEVER)
        return visit.signed_at or visit.closed or max(last, visit.opened or _NEVER)

    def staff(self, sign_in: str | None) -> Staff | None:
        """Who a sign-in name is; the name alone when the list does not know it."""
        return self.people.get(sign_in, Staff(sign_in, sign_in)) if sign_in else None

    def hcpcs(self, one: Administration) -> str:
        """The code of a drug: as charted, else that of the ticket's line for it; empty when neither is known."""
        lines = (line for line in self.ticket.get("lines", ()) if line.get("system") == "HCPCS")
        told = (line["code"] for line in lines if one.id in line.get("administrations", ()))
        return one.hcpcs or next(told, "")

    def drug(self, one: Administration) -> str:
        """A drug as it is written."""
        return self.drugs.get(one.drug, one.drug)


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of a ticket with what a biller's system asks of it. `place` counts from 1."""

    place: int
    code: str
    system: str
    label: str
    units: int
    modifiers: tuple[str, ...]
    minutes: int | None
    day: date | None
    diagnoses: tuple[str, ...]
    why: tuple[str, ...]
    given: tuple[Administration, ...]
    ndcs: tuple[str, ...]
    """Eleven digits where that can be told."""
    mapped: MappedCode | None

    @property
    def billed(self) -> tuple[Any, ...]:
        """What a payer would see: lines equal in this are the same charge."""
        return self.code, self.units, self.modifiers, self.day, self.diagnoses, self.ndcs

    @property
    def product_amount(self) -> str:
        """How much of the product it charges: `400 mg`; on a JW line what was discarded; empty if unknown."""
        discarded = "JW" in self.modifiers
        found: dict[str, Decimal] = {}
        for one in self.given:
            part = one.wasted if discarded else one.dose
            if part is None or not part.amount.is_finite():
                return ""
            found[part.unit] = found.get(part.unit, Decimal(0)) + part.amount
        return " + ".join(f"{plain(amount)} {shown(unit)}" for unit, amount in found.items())

    @property
    def times(self) -> tuple[datetime | None, datetime | None]:
        """First start and last stop of what it charges."""
        starts = [s.start for one in self.given for s in one.segments if s.start]
        stops = [s.stop for one in self.given for s in one.segments if s.stop]
        return min(starts, default=None), max(stops, default=None)


def charges(release: Release) -> tuple[Charge, ...]:
    """The ticket's lines as they stand; nothing is computed anew."""
    by_id = {one.id: one for one in release.encounter.administrations}
    return tuple(_charge(n, line, by_id, release) for n, line in enumerate(release.ticket.get("lines", ()), 1))


def _charge(place: int, line: Mapping[str, Any], by_id: Mapping[str, Administration], release: Release) -> Charge:
    given = tuple(by_id[one] for one in line.get("administrations", ()) if one in by_id)
    product = line.get("system") == "HCPCS"
    modifiers = tuple(line.get("modifiers", ()))
    found = [release.mapped.get((line["code"], modifier)) for modifier in (*modifiers, "")]
    return Charge(
        place=place,
        code=line["code"],
        system=line.get("system", "CPT"),
        label=line.get("label", ""),
        units=line["units"],
        modifiers=modifiers,
        minutes=line.get("minutes"),
        day=date.fromisoformat(line["date"]) if line.get("date") else None,
        diagnoses=tuple(line.get("diagnoses", ())),
        why=tuple(f"{why['text']} ({why['rule']})" for why in line.get("why", ())),
        given=given,
        ndcs=tuple(dict.fromkeys(ndc11(one.ndc) for one in given if one.ndc)) if product else (),
        mapped=next((one for one in found if one is not None), None),
    )


def ndc11(ndc: str) -> str:
    """An NDC as the eleven digits (5-4-2) a claim takes; as it stands when its parts cannot be told."""
    parts = re.fullmatch(r"(\d{4,5})-(\d{3,4})-(\d{1,2})", ndc.strip(), re.ASCII)
    return (
        "".join(part.zfill(n) for part, n in zip(parts.groups(), (5, 4, 2), strict=True)) if parts else ndc.strip()
    )


def plain(amount: Decimal) -> str:
    """A finite decimal as a message takes it: no exponent, no trailing zeros, no commas."""
    text = format(amount, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def derived_id(*parts: object) -> str:
    """A UUID (version 5) that is the same for the same parts."""
    return str(
        uuid.uuid5(
            NAMESPACE, "\x1f".join(str(part).encode("utf-8", "backslashreplace").decode() for part in parts)
        )
    )


def control_id(*parts: object) -> str:
    """Twenty characters, the same for the same parts: what MSH-10 holds."""
    return base64.b32encode(uuid.UUID(derived_id("control", *parts)).bytes).decode()[:20]


def shown(text: str | None, most: int = MOST) -> str:
    """Other people's text as it can be seen; what is longer says how much more the record holds."""
    found = visible((text or "").strip()[:most], keep="\t\r\n")
    more = len((text or "").strip()) - most
    return f"{found} … [{more:,} more characters in the record]" if more > 0 else found


def zoned(at: datetime, zone: tzinfo) -> datetime:
    """An instant in the zone; in UTC where the zone's offset has seconds, as before standard time."""
    found = local(at, zone)
    return found if (found.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta() else at


def name_parts(name: str) -> tuple[str, str]:
    """Family and given name: `DOE, Jane` is taken apart at its comma, any other name is a family name whole."""
    family, comma, given = shown(name).partition(",")
    return (family.strip(), given.strip()) if comma and "," not in given and family.strip() else (shown(name), "")


def diagnoses_of(release: Release) -> Sequence[str]:
    """The visit's codes, first-listed first, each once."""
    return tuple(dict.fromkeys(release.encounter.diagnoses))
