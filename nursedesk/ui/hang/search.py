"""Finding a drug as it is typed: generic name, brand or code, spelling mistakes forgiven."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from nursedesk.coding.rulebook import Drug

_ENOUGH = 68.0
_MOST = 40


def names(drug: Drug) -> tuple[str, ...]:
    """Every name and code a drug is found by."""
    return (drug.name, *drug.brands, *(c.hcpcs for c in drug.codes))


def find(text: str, drugs: Sequence[Drug], limit: int = 8) -> tuple[Drug, ...]:
    """Drugs for the typed text, best first: those that begin so, then those that contain it, then near misses."""
    wanted = utils.default_process(text[:200])
    if not wanted:
        return ()
    begins, contains = [], []
    for drug in drugs:
        called = [n.lower() for n in names(drug)]
        if any(n.startswith(wanted) for n in called):
            begins.append(drug)
        elif any(wanted in n for n in _spoken(drug)):
            contains.append(drug)
    found = begins + contains
    if len(found) < limit and len(wanted) >= 3:
        found += [d for d in _near(wanted, drugs) if d not in found]
    return tuple(found[:limit])


def surely(text: str, drugs: Sequence[Drug]) -> bool:
    """Whether a drug is called so, or begins with it or contains it: near misses are never chosen by Enter."""
    wanted = utils.default_process(text[:200])
    begins = (name.lower().startswith(wanted) for drug in drugs for name in names(drug))
    return bool(wanted) and (any(begins) or any(wanted in name for drug in drugs for name in _spoken(drug)))


def _spoken(drug: Drug) -> tuple[str, ...]:
    """Generic name and brands: a code is found by its beginning only, or a dose would be taken for one."""
    return tuple(name.lower() for name in (drug.name, *drug.brands))


def _near(wanted: str, drugs: Sequence[Drug]) -> list[Drug]:
    """Drugs one of whose names is close to what was typed, closest first."""
    spelled = {(i, n): n for i, d in enumerate(drugs) for n in names(d)[: 1 + len(d.brands)]}
    hits = process.extract(
        wanted, spelled, scorer=fuzz.WRatio, processor=utils.default_process, limit=_MOST, score_cutoff=_ENOUGH
    )
    return list({key[0]: drugs[key[0]] for _, _, key in hits}.values())


def named(text: str, drugs: Sequence[Drug]) -> Drug | None:
    """The drug whose generic name or brand is exactly this, ignoring case and outer spaces."""
    wanted = text.strip().lower()
    for drug in drugs:
        if wanted == drug.name.lower() or wanted in (b.lower() for b in drug.brands):
            return drug
    return None
