"""The rule book a site codes by: its profile, its own settings, its charting policy and its payer policy."""

from collections.abc import Mapping

from nursedesk.catalog.payer_policy import PayerPolicy
from nursedesk.catalog.rulebook import NO_OVERRIDES, load_rulebook, payer_policies_in
from nursedesk.coding.charting import ITEMS
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.suite import SuiteFacts

_UNCHANGED = SuiteFacts().charting


def site_rules(
    facts: SuiteFacts,
    changed: Mapping[str, str] = NO_OVERRIDES,
    policies: tuple[PayerPolicy, ...] | None = None,
) -> Rulebook:
    """The rule book these facts ask for; the same arguments give the same object.

    `changed` and `policies` stand in for the site's own for once. A charting policy nobody changed leaves that of
    the profile's file, if it has one. Raises what `load_rulebook` and `payer_policies_in` raise.
    """
    charting = None if facts.charting_policy is None and facts.charting == _UNCHANGED else asked(facts)
    if policies is None:
        policies = payer_policies_in(facts.payer_policy)
    return load_rulebook(facts.profile, {**dict(facts.overrides), **changed}, charting, policies)


def asked(facts: SuiteFacts) -> tuple[str, ...]:
    """What this site wants charted of each administration; items only a later version knows are passed over."""
    if facts.charting_policy is None:
        return facts.charting
    return tuple(item for item, _ in facts.charting_policy if item in ITEMS)


def needed(facts: SuiteFacts) -> tuple[str, ...]:
    """What of it holds back the signature."""
    return tuple(item for item, how in facts.charting_policy or () if how == "block" and item in ITEMS)
