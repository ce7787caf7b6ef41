"""What kind of charge a line of a ticket in JSON form is, by its first reason: codes come and go."""

from collections.abc import Mapping
from typing import Any

_VISIT, _DRUG = "R10", "R11"


def is_visit(line: Mapping[str, Any]) -> bool:
    """A visit service (E/M)."""
    return _rule(line) == _VISIT


def is_drug(line: Mapping[str, Any]) -> bool:
    """A drug, or what was discarded of it."""
    return _rule(line) == _DRUG


def _rule(line: Mapping[str, Any]) -> str:
    first = next(iter(line.get("why", ())), {"rule": ""})
    return str(first["rule"]).split(".")[0]
