"""What the rule data's own CMS tables say about a code: pairs that do not go together, and unit limits."""

from nursedesk.coding.reference import Entry, Reference, Section, Source
from nursedesk.coding.rulebook import AdminCode, Rulebook
from nursedesk.outputs import formats

PAIRS, LIMITS = "ptp", "mue"
"""The tables' keys among the reference's sources."""
PLACES = {True: "facility", False: "office"}
OTHER, THIS = "the other", "this code"
NO_EDIT, NEVER, WITH_MODIFIER = "no edit", "never", "only with a modifier"


def paired(code: AdminCode, reference: Reference, rulebook: Rulebook) -> Section:
    """The codes NCCI pairs with a code, those with the same answers in one row."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for gives_way, other in sorted(_others(code, rulebook)):
        answers = (_answer(code.code, other, gives_way, facility, rulebook) for facility in PLACES)
        rows.setdefault((gives_way, *answers), []).append(other)
    source = _source(reference, PAIRS)
    entries = tuple(Entry((", ".join(others), *answers), source) for answers, others in rows.items())
    columns = ("Code", "Which gives way", "Both in a facility", "Both in an office")
    return Section("Pairs that are not paid together", columns, entries)


def _others(code: AdminCode, rulebook: Rulebook) -> set[tuple[str, str]]:
    """(which of the two gives way, the other code) of every edit in force."""
    edits = [edit for rows in rulebook.pair_edits.values() for edit in rows if edit.effective_to is None]
    first = {(OTHER, edit.beside) for edit in edits if edit.code == code.code}
    return first | {(THIS, edit.code) for edit in edits if edit.beside == code.code}


def _answer(code: str, other: str, gives_way: str, facility: bool, rulebook: Rulebook) -> str:
    first, second = (code, other) if gives_way == OTHER else (other, code)
    for edit in rulebook.pairs.get(facility, {}).get(first, {}).get(second, ()):
        if edit.effective_to is None:
            return WITH_MODIFIER if edit.allowed else NEVER
    return NO_EDIT


def unit_limits(code: AdminCode, reference: Reference, rulebook: Rulebook) -> list[Entry]:
    """The unit limits in force, with the day each began."""
    source = _source(reference, LIMITS)
    return [
        Entry((f"unit limit ({place})", f"{limit.units}", formats.day(limit.effective_from)), source)
        for facility, place in PLACES.items()
        for limit in rulebook.unit_limits.get(facility, ())
        if limit.code == code.code and limit.effective_to is None
    ]


def _source(reference: Reference, key: str) -> Source | None:
    return next((source for source in reference.sources if source.key == key), None)
