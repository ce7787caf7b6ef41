"""What is typed for vital signs: `118/72`, `76`, `36.8` or `98.6`; read strictly, or the wrong field is named."""

import re
from collections.abc import Mapping
from decimal import Decimal

from nursedesk.record.encounter import Amount
from nursedesk.record.events import VitalsNoted

PRESSURE, PULSE, RESPIRATIONS, SATURATION, TEMPERATURE, PAIN = (
    "pressure", "pulse", "respirations", "saturation", "temperature", "pain",
)  # fmt: skip
FIELDS = (PRESSURE, PULSE, RESPIRATIONS, SATURATION, TEMPERATURE, PAIN)
HOTTEST_CELSIUS = 45
"""A number above this was read from a Fahrenheit thermometer: nobody is that hot in Celsius."""

_PRESSURE = re.compile(r"(\d{2,3})\s*/\s*(\d{2,3})", re.ASCII)
_WHOLE = re.compile(r"\d{1,3}", re.ASCII)
_DEGREES = re.compile(r"(\d{2,3}(?:\.\d)?)\s*°?\s*([CF])?", re.ASCII | re.IGNORECASE)


def read_vitals(typed: Mapping[str, str], text: str = "") -> VitalsNoted | str:
    """The vital signs, or the name of the first field that cannot be read."""
    numbers: dict[str, int] = {}
    for name in (PULSE, RESPIRATIONS, SATURATION, PAIN):
        plain = typed.get(name, "").strip().removesuffix("%").strip()
        if plain and not _WHOLE.fullmatch(plain):
            return name
        if plain:
            numbers[name] = int(plain)
    pressure = typed.get(PRESSURE, "").strip()
    found = _PRESSURE.fullmatch(pressure)
    if pressure and found is None:
        return PRESSURE
    if found is not None:
        numbers |= {"systolic": int(found[1]), "diastolic": int(found[2])}
    degrees = typed.get(TEMPERATURE, "").strip()
    temperature = _temperature(degrees)
    if degrees and temperature is None:
        return TEMPERATURE
    return VitalsNoted(temperature=temperature, text=text.strip(), **numbers)


def _temperature(text: str) -> Amount | None:
    found = _DEGREES.fullmatch(text)
    if found is None:
        return None
    degrees = Decimal(found[1])
    said = (found[2] or "").upper()
    fahrenheit = said == "F" or (not said and degrees > HOTTEST_CELSIUS)
    return Amount(degrees, "[degF]" if fahrenheit else "Cel")
