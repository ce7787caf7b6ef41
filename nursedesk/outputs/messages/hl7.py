"""HL7 v2.5.1 by hand: escaping, fields, segments, and the head and patient every message has.

Segments end in a carriage return. Every text from outside goes through `escape`; no other text holds a delimiter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from nursedesk.outputs.messages.release import Release, Staff, name_parts, shown, zoned
from nursedesk.record.encounter import Setting

VERSION = "2.5.1"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_ESCAPES = {
    "\\": "\\E\\",
    "|": "\\F\\",
    "^": "\\S\\",
    "&": "\\T\\",
    "~": "\\R\\",
    **{chr(code): f"\\X{chr(code).encode().hex().upper()}\\" for code in _CONTROLS},
}
"""Control characters as the bytes they are in the message's own character set, UTF-8."""
_CLASSES = {Setting.OUTPATIENT_FACILITY: "O", Setting.OFFICE: "O", Setting.INPATIENT: "I"}
_SEXES = {"F": "F", "FEMALE": "F", "M": "M", "MALE": "M", "O": "O", "OTHER": "O"}


@dataclass(frozen=True, slots=True)
class Hl7Message:
    """One message: what it is (`DFT^P03`, `RAS^O17`), its control id, and its text."""

    kind: str
    control_id: str
    text: str

    @property
    def data(self) -> bytes:
        return self.text.encode("utf-8", "backslashreplace")


def escape(text: str) -> str:
    """Text with every reserved and every control character escaped; a strict parser gives back what came in."""
    return "".join(_ESCAPES.get(character, character) for character in text)


def value(text: str | None, most: int = 199) -> str:
    """Other people's text as a value of type ST: at most 199 characters as sent; a longer one ends in `…`."""
    return _fitted(shown(text, most), most, "…")


def short(text: str | None) -> str:
    """A value of type IS: at most twenty characters as they are sent."""
    return _fitted(shown(text), 20, "")


def _fitted(text: str, most: int, end: str) -> str:
    """Escaped text that is no longer than `most`; what is cut is never half an escape."""
    whole = escape(text)
    if len(whole) <= most:
        return whole
    sent = ""
    for character in text:
        if len(sent) + len(escape(character)) > most - len(end):
            break
        sent += escape(character)
    return sent + end


def parts(*components: str) -> str:
    """Components that are escaped already, those empty at the end left out."""
    return "^".join(components).rstrip("^")


def repeats(fields: Iterable[str]) -> str:
    """A field that repeats."""
    return "~".join(one for one in fields if one)


def segment(name: str, fields: Mapping[int, str]) -> str:
    """A segment from its fields by number; fields are escaped already."""
    cells = [fields.get(number, "") for number in range(1, max(fields) + 1)]
    return "|".join([name, *cells]).rstrip("|") + "\r"


def instant(at: datetime | None, zone: tzinfo) -> str:
    """`20261124101500-0500`; empty when not recorded."""
    if at is None:
        return ""
    shown_at = zoned(at, zone)
    return f"{shown_at.year:04}{shown_at:%m%d%H%M%S%z}"


def day(value: date | None) -> str:
    """`19680307`; empty when not recorded."""
    return f"{value.year:04}{value.month:02}{value.day:02}" if value else ""


def head(release: Release, kind: str, structure: str, control: str) -> str:
    """The message's head."""
    sends = release.interface
    fields = {
        3: short(sends.sending_application),
        4: short(release.facility),
        5: short(sends.receiving_application),
        6: short(sends.receiving_facility),
        7: instant(release.made, release.zone),
        9: f"{kind}^{structure}",
        10: control,
        11: value(sends.processing, 1),
        12: VERSION,
        18: "UNICODE UTF-8",
    }
    cells = "|".join(fields.get(number, "") for number in range(3, 19))
    return f"MSH|^~\\&|{cells}\r"


def patient(release: Release) -> str:
    """PID: without an MRN the visit's own number stands in, typed as such."""
    who = release.patient
    authority = short(release.authority)
    visit = value(release.encounter.id)
    mrn = value(who.mrn)
    family, given = name_parts(who.name)
    return segment(
        "PID",
        {
            1: "1",
            3: parts(mrn, "", "", authority, "MR") if mrn else parts(visit, "", "", authority, "VN"),
            5: parts(value(family) or "UNKNOWN", value(given)),
            7: day(who.birth_date),
            8: _SEXES.get((who.sex or "").strip().upper(), "U"),
            18: parts(visit, "", "", authority, "AN"),
        },
    )


def visit(release: Release) -> str:
    """PV1: class, chair, providers, visit number, in and out."""
    encounter = release.encounter
    return segment(
        "PV1",
        {
            1: "1",
            2: _CLASSES[encounter.setting],
            3: location(release),
            7: provider(encounter.supervising_provider),
            8: provider(encounter.ordering_provider),
            19: parts(value(encounter.id), "", "", short(release.authority), "VN"),
            44: instant(encounter.opened, release.zone),
            45: instant(encounter.closed, release.zone),
        },
    )


def location(release: Release) -> str:
    """Point of care and chair."""
    return parts(short(release.interface.location), "", short(release.encounter.chair), short(release.facility))


def provider(name: str | None) -> str:
    """A provider of whom the record has the name and no number."""
    return parts("", value(name)) if name else ""


def staff(one: Staff | None) -> str:
    """A person of the suite: sign-in name, family and given name, credential."""
    if one is None:
        return ""
    words = one.name.split()
    given, family = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else ("", one.name)
    return parts(value(one.id), value(family), value(given), "", "", "", short(one.credential))


def coded(code: str, text: str = "", system: str = "") -> str:
    """A coded element; empty without code and text."""
    return parts(value(code), value(text), system if code or text else "")


def note(number: int, texts: Iterable[str], most: int = 2000) -> str:
    """A comment; empty without words."""
    said = [value(text, most) for text in texts if text]
    return segment("NTE", {1: str(number), 2: "L", 3: repeats(said)}) if said else ""
