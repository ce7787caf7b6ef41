"""The contract's JSON (`nursedesk.encounter/1`) and the record, both ways.

`parse_encounter` reads text, `read_encounter` what a JSON decoder made of it, `write_encounter` gives it back.
What cannot be read raises `Unreadable` with one sentence naming the field; odd but valid values never do.
"""

import json
from decimal import Decimal, InvalidOperation
from typing import Never

from nursedesk.record.contract_fields import SCHEMA, Unreadable
from nursedesk.record.contract_read import read_encounter
from nursedesk.record.contract_write import write_encounter
from nursedesk.record.encounter import Encounter

__all__ = ["SCHEMA", "Unreadable", "decode", "parse_encounter", "read_encounter", "write_encounter"]

LONGEST_NUMBER = 60
"""Characters; no dose, volume or minute needs more."""


def parse_encounter(text: str | bytes) -> Encounter:
    """One encounter from its JSON text (UTF-8 when bytes); raises `Unreadable`."""
    return read_encounter(decode(text))


def decode(text: str | bytes) -> object:
    """JSON text to plain values, with every fraction an exact `Decimal`; raises `Unreadable`."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        return _DECODER.decode(text.removeprefix("\ufeff"))
    except Unreadable:
        raise
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 text: byte {error.start + 1} is not valid") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise Unreadable(f"not JSON: {error.msg} ({where}character {error.colno})") from None
    except RecursionError:
        raise Unreadable("not an encounter: lists or objects are nested too deeply") from None
    except ValueError:
        # Python refuses to read integers of thousands of digits.
        raise Unreadable("a number is too long to be meant") from None


def _fraction(text: str) -> Decimal:
    if len(text) > LONGEST_NUMBER:
        raise Unreadable("a number is too long to be meant")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Unreadable(f"the number {text} is too large or too small to be meant") from None


def _not_a_number(text: str) -> Never:
    raise Unreadable(f"{text} is not a number JSON knows")


_DECODER = json.JSONDecoder(parse_float=_fraction, parse_constant=_not_a_number)
