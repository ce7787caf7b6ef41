"""What the drugs page shows: the drug table by name, a day's code of each, and what a search finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nursedesk.catalog.favourites import Favourite
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.ui.hang.search import find, names

NEAR = 12
"""Drugs offered when nothing is spelled as it was typed."""


@dataclass(frozen=True, slots=True)
class DrugRow:
    """One drug; `given` is how it stands among the favourites, empty when it is none."""

    drug: Drug
    today: tuple[DrugCode, ...]
    """The codes in force on the day of the page."""
    given: tuple[Favourite, ...] = ()


def rows_of(drugs: Iterable[Drug], favourites: Sequence[Favourite], day: date) -> tuple[DrugRow, ...]:
    """Each drug once, by name."""
    once = {drug.name: drug for drug in drugs}
    given: dict[str, tuple[Favourite, ...]] = {}
    for one in favourites:
        key = one.drug.strip().lower()
        given[key] = (*given.get(key, ()), one)
    return tuple(
        DrugRow(drug, tuple(code for code in drug.codes if in_force(code, day)), _given(drug, given))
        for drug in sorted(once.values(), key=lambda drug: drug.name.lower())
    )


def _given(drug: Drug, given: dict[str, tuple[Favourite, ...]]) -> tuple[Favourite, ...]:
    return tuple(one for name in (drug.name, *drug.brands) for one in given.get(name.lower(), ()))


def in_force(code: DrugCode, day: date) -> bool:
    """Whether a code may be charged on a day; both ends count."""
    return (code.effective_from or date.min) <= day <= (code.effective_to or date.max)


def shown(rows: Sequence[DrugRow], text: str, favourites_only: bool = False) -> tuple[DrugRow, ...]:
    """Rows whose name, brand or code has the typed text, those that begin so first; near misses when none has."""
    offered = tuple(row for row in rows if row.given) if favourites_only else tuple(rows)
    wanted = " ".join(text.lower().split())
    if not wanted:
        return offered
    ranked = [(rank, row) for row in offered if (rank := _rank(row.drug, wanted)) is not None]
    if ranked:
        return tuple(row for _, row in sorted(ranked, key=lambda one: one[0]))
    of = {row.drug.name: row for row in offered}
    return tuple(of[drug.name] for drug in find(wanted, [row.drug for row in offered], NEAR))


def _rank(drug: Drug, wanted: str) -> int | None:
    called = [name.lower() for name in names(drug)]
    if any(name.startswith(wanted) for name in called):
        return 0
    return 1 if any(wanted in name for name in called) else None
