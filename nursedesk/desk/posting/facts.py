"""What a suite decides about its messages, kept as settings `posting.…` of the record."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from nursedesk.catalog.charge_master import load_charge_master
from nursedesk.outputs.delivery.parcel import BadDestination, destination
from nursedesk.outputs.messages.release import Interface, Mapped, MappedCode
from nursedesk.record.events import SettingChanged

PREFIX = "posting."


class Kind(StrEnum):
    """What can be sent of a ticket."""

    CHARGES = "charges"
    """DFT^P03."""
    ADMINISTRATIONS = "administrations"
    """RAS^O17."""
    FHIR = "fhir"
    CHARGE_MASTER = "charge_master"
    """CSV under the site's own numbers."""


HL7 = frozenset({Kind.CHARGES, Kind.ADMINISTRATIONS})


@dataclass(frozen=True, slots=True)
class PostingFacts:
    destination: str = ""
    """A folder or mllp://host:port; empty: nothing is sent by itself."""
    messages: tuple[str, ...] = (Kind.CHARGES.value, Kind.ADMINISTRATIONS.value)
    since: str = ""
    """ISO instant; tickets signed before it only go when a person sends them."""
    charge_master: str = ""
    """The site's mapping file; empty: none."""
    certificates: str = ""
    """PEM file of who vouches for an mllps receiver; empty: whom this computer trusts."""
    sending_application: str = "NURSEDESK"
    sending_facility: str = ""
    receiving_application: str = ""
    receiving_facility: str = ""
    processing: str = "P"
    credit: str = "CD"
    authority: str = ""
    department: str = ""
    location: str = "INFUSION"

    @property
    def interface(self) -> Interface:
        """How messages are addressed."""
        names = {field.name for field in fields(Interface)}
        return Interface(**{name: getattr(self, name) for name in names})

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(Kind(name) for name in self.messages)


class BadSetting(ValueError):
    """A setting cannot be so; the message is for the person. Nothing was changed."""


def facts_of(settings: Mapping[str, str]) -> PostingFacts:
    """The facts as the record's settings (key → JSON) tell them; what cannot be read stays as it is at first."""
    found: dict[str, Any] = {}
    for field in fields(PostingFacts):
        said = settings.get(f"{PREFIX}{field.name}")
        value = None if said is None else _plain(said)
        if field.name == "messages" and isinstance(value, list):
            found["messages"] = tuple(str(one) for one in value if one in tuple(Kind))
        elif field.name != "messages" and isinstance(value, str):
            found[field.name] = value
    return replace(PostingFacts(), **found)


def _plain(said: str) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        return None


def changed(facts: PostingFacts, wishes: Iterable[tuple[str, str]], now: datetime) -> tuple[SettingChanged, ...]:
    """The settings that make these wishes true. Raises `BadSetting` for a name or value that cannot be."""
    values: dict[str, Any] = {name: _value(name, value.strip()) for name, value in wishes}
    wanted = replace(facts, **values)
    if wanted.destination.startswith(("mllp:", "mllps:")) and not HL7.issuperset(wanted.kinds):
        raise BadSetting("Only HL7 messages go over MLLP: nothing was changed; choose them, or a folder.")
    if wanted.destination and not wanted.since:
        wanted = replace(wanted, since=now.isoformat())
    return tuple(
        SettingChanged(f"{PREFIX}{field.name}", json.dumps(getattr(wanted, field.name), ensure_ascii=False))
        for field in fields(PostingFacts)
        if getattr(wanted, field.name) != getattr(facts, field.name)
    )


def _value(name: str, value: str) -> str | tuple[str, ...]:
    known = [field.name for field in fields(PostingFacts)]
    if name not in known:
        raise BadSetting(f"There is no setting {name}: nothing was changed; there are {', '.join(known)}.")
    if not value.isprintable():
        raise BadSetting(f"The value of {name} cannot be printed: nothing was changed; type it again.")
    if name == "messages":
        return messages_of(value)
    check = _CHECKS.get(name)
    if check is not None and value:
        check(value)
    return value


def messages_of(value: str) -> tuple[str, ...]:
    """The kinds of a list with commas. Raises `BadSetting`."""
    names = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    odd = [name for name in names if name not in tuple(Kind)]
    if odd or not names:
        said = odd[0] if odd else "none"
        raise BadSetting(f"{said} is no message: nothing was changed; there are {', '.join(Kind)}.")
    return names


def _destination(value: str) -> None:
    try:
        destination(value)
    except BadDestination as refused:
        raise BadSetting(str(refused)) from refused


def _since(value: str) -> None:
    try:
        zoned = datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        zoned = False
    if not zoned:
        raise BadSetting(f"{value} is not an instant with its offset: nothing was changed.")


def _processing(value: str) -> None:
    if value not in ("P", "T", "D"):
        raise BadSetting(f"{value} is not P, T or D: nothing was changed.")


def _credit(value: str) -> None:
    if value not in ("CD", "CR"):
        raise BadSetting(f"{value} is not CD or CR: nothing was changed.")


_CHECKS = {"destination": _destination, "since": _since, "processing": _processing, "credit": _credit}


def mapped_codes(file: str | Path) -> Mapped:
    """The site's own numbers from its mapping file; none without one. Raises `BadTable` (file, line, reason)."""
    if not str(file):
        return {}
    return {
        key: MappedCode(one.cdm, one.department, one.price, one.description)
        for key, one in load_charge_master(Path(file)).items()
    }
