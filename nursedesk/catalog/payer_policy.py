"""A site's payer policy (R1.2): which family a payer takes a drug for, from when, and why; refused when wrong.

`resources/drugs/payer_policy.csv` is the form, without a row: what payers want is for each site to find out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nursedesk.catalog.drugs import by_name
from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import Row, read_table, table_in
from nursedesk.coding.rule_tables import PayerFamily
from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Family

COLUMNS = ("payer", "drug", "family", "reason", "effective_from", "effective_to", "source")
FAMILIES = tuple(family.value for family in Family if family is not Family.HYDRATION)
"""Whether a bag is hydration is the nurse's to say, not a payer's (R1.5)."""

Key = tuple[str, str]
"""Payer and drug name, casefolded, as the rule book looks them up."""


@dataclass(frozen=True, slots=True)
class PayerPolicy:
    """A line of a site's policy, in force from `effective_from` to `effective_to`, both included (None: open)."""

    payer: str
    drug: str
    """The drug's name in the drug table, also where the site wrote a brand."""
    family: Family
    reason: str
    """To be printed on the ticket."""
    effective_from: date
    effective_to: date | None
    source: str

    @property
    def key(self) -> Key:
        return self.payer.casefold(), self.drug.casefold()


def load_policies(drugs: Iterable[Drug], *files: Path) -> tuple[PayerPolicy, ...]:
    """The policies of the files, in their order; the empty form when no file is named. Raises `BadTable`."""
    rows = (row for file in files or (path("drugs", "payer_policy.csv"),) for row in read_table(file, COLUMNS))
    return _policies(rows, drugs)


def policies_in(text: str, drugs: Iterable[Drug]) -> tuple[PayerPolicy, ...]:
    """The policies of a table's text, as a site keeps it among its settings; none in an empty one."""
    return _policies(table_in(text, "payer policy", COLUMNS), drugs) if text.strip() else ()


def _policies(rows: Iterable[Row], drugs: Iterable[Drug]) -> tuple[PayerPolicy, ...]:
    known = by_name(drugs)
    policies: list[PayerPolicy] = []
    for row in rows:
        try:
            policy = _policy(row, known)
            _fits(policy, policies)
        except ValueError as wrong:
            raise row.refused(wrong) from None
        policies.append(policy)
    return tuple(policies)


def in_force(policies: Iterable[PayerPolicy], day: date) -> dict[Key, PayerPolicy]:
    """The policy for each payer and drug on a date of service."""
    return {
        policy.key: policy
        for policy in policies
        if policy.effective_from <= day and (policy.effective_to is None or day <= policy.effective_to)
    }


def by_payer(policies: Iterable[PayerPolicy]) -> dict[Key, tuple[PayerFamily, ...]]:
    """The same as the rule book has it: looked up there by payer, drug and date of service."""
    found: dict[Key, tuple[PayerFamily, ...]] = {}
    for policy in policies:
        made = PayerFamily(policy.family, policy.reason, policy.effective_from, policy.effective_to)
        found[policy.key] = (*found.get(policy.key, ()), made)
    return found


def _policy(row: Row, known: Mapping[str, Drug]) -> PayerPolicy:
    row.needed("payer", "drug", "family", "reason", "effective_from", "source")
    drug = known.get(row["drug"].lower())
    if drug is None:
        raise ValueError(f'drug is "{row["drug"]}", which is not in the drug table')
    begins, ends = row.span()
    return PayerPolicy(
        payer=row["payer"],
        drug=drug.name,
        family=Family(row.one_of("family", FAMILIES)),
        reason=row["reason"],
        effective_from=begins or date.min,
        effective_to=ends,
        source=row["source"],
    )


def _fits(policy: PayerPolicy, others: Iterable[PayerPolicy]) -> None:
    for other in others:
        if other.key != policy.key:
            continue
        begins = max(policy.effective_from, other.effective_from)
        if begins <= min(policy.effective_to or date.max, other.effective_to or date.max):
            raise ValueError(f"{policy.payer} has two policies for {policy.drug} from {begins}")
