"""Frozen records made as fast as unfrozen ones.

What `dataclass(frozen=True)` writes into a new instance goes through `object.__setattr__`, field by field: most of
the time it takes to read an encounter. A twin with the same slots that is not frozen yet is filled the plain way
and then becomes one of the frozen kind; from there on nothing can change it.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import Any, TypeVar

Made = TypeVar("Made")


def maker(kind: type[Made]) -> Callable[..., Made]:
    """A constructor for a frozen dataclass with slots and no `__post_init__`: same arguments, same result."""

    def freeze(made: Any) -> None:
        made.__class__ = kind

    parts = [(one.name, Any, _like(one)) for one in fields(kind)]  # type: ignore[arg-type]  # a dataclass
    twin: Callable[..., Made] = make_dataclass(
        f"Unfrozen{kind.__name__}", parts, slots=True, namespace={"__post_init__": freeze}
    )
    return twin


def _like(one: Field[Any]) -> Any:
    """The same default, or none."""
    if one.default_factory is not MISSING:
        return field(default_factory=one.default_factory)
    return field() if one.default is MISSING else field(default=one.default)
