"""Rule books for tests: the project's own rule data, with no drug table unless one is given."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.catalog.rules import Rules, load_rules
from nursedesk.coding.rulebook import Drug, Rulebook

NOTHING: Mapping[str, str] = {}


@lru_cache(maxsize=1)
def rules() -> Rules:
    return load_rules()


def book(profile: str = "cpt", settings: Mapping[str, str] = NOTHING, drugs: Iterable[Drug] = ()) -> Rulebook:
    table = tuple(drugs)
    return replace(
        load_rulebook(profile, settings),
        drugs={d.name.lower(): d for d in table},
        drugs_by_hcpcs={c.hcpcs: d for d in table for c in d.codes},
    )
