"""How a drug is written on screen and paper."""

from collections.abc import Iterable

from nursedesk.coding.rulebook import Rulebook


def display_names(rulebook: Rulebook, drugs: Iterable[str]) -> dict[str, str]:
    """How each drug is written: tall-man where the drug table has it, else as it was charted."""
    return {drug: found.display if (found := rulebook.drugs.get(drug.strip().lower())) else drug for drug in drugs}
