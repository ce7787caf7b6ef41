"""The printed recovery key: seven groups of four signs and a check sign, forgiving of how it is typed back.

`A7K2Q-…`: signs without I, L, O, U; 140 random bits; each group's check sign tells which group has a slip.
"""

import secrets

from nursedesk.store.errors import WrongKey

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GROUPS = 7
_DATA = 4


def new_recovery_key() -> str:
    """A fresh key as it is printed, 41 characters."""
    groups = []
    for place in range(_GROUPS):
        values = [secrets.randbelow(32) for _ in range(_DATA)]
        groups.append("".join(_SIGNS[value] for value in (*values, _check(place, values))))
    return "-".join(groups)


def recovery_secret(typed: str) -> bytes:
    """The 28 values of a typed key, whatever its case, spaces and hyphens; WrongKey says which group is wrong."""
    signs = [sign for sign in typed.upper().translate(_LOOKALIKES) if sign.isalnum()]
    if len(signs) != _GROUPS * (_DATA + 1):
        raise WrongKey(
            f"The recovery key has {_GROUPS} groups of {_DATA + 1} signs, and {len(signs)} signs were typed: "
            "nothing was changed; type it again."
        )
    found: list[int] = []
    for place in range(_GROUPS):
        group = signs[place * (_DATA + 1) : (place + 1) * (_DATA + 1)]
        values = [_SIGNS.find(sign) for sign in group]
        if min(values) < 0 or _check(place, values[:_DATA]) != values[_DATA]:
            raise WrongKey(
                f"Group {place + 1} of the recovery key has a slip: nothing was changed; look at it again."
            )
        found += values[:_DATA]
    return bytes(found)


def _check(place: int, values: list[int]) -> int:
    """A check value over the field of 32: one wrong sign or two swapped neighbours always change it."""
    total = place + 1
    for value in values:
        total = _double(total) ^ value
    return _double(total)


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled
