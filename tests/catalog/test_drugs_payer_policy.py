"""A site's payer policy: by payer, drug and date of service, with the reason for the ticket."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from nursedesk.catalog.drugs import load_drugs
from nursedesk.catalog.payer_policy import COLUMNS, PayerPolicy, by_payer, in_force, load_policies
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.coding.engine import code
from nursedesk.coding.rule_tables import in_force as dated
from nursedesk.record.encounter import Administration, Encounter, Family, Route, Segment, Setting

DRUGS = load_drugs()
HEADER = ",".join(COLUMNS)
OLD = "Blue Ridge PPO,Remicade,therapeutic,its first bulletin,2024-01-01,2025-12-31,bulletin 1"
NEW = "Blue Ridge PPO,infliximab,complex_biologic,complex since its bulletin of 2026,2026-01-01,,bulletin 7"
KEY = ("blue ridge ppo", "infliximab")


def loaded(folder: Path, *lines: str) -> tuple[PayerPolicy, ...]:
    file = folder / "policy.csv"
    file.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return load_policies(DRUGS, file)


def test_the_form_is_empty() -> None:
    assert load_policies(DRUGS) == ()


@pytest.mark.parametrize(
    ("day", "family", "reason"),
    [
        (date(2023, 12, 31), None, None),
        (date(2024, 1, 1), Family.THERAPEUTIC, "its first bulletin"),
        (date(2025, 12, 31), Family.THERAPEUTIC, "its first bulletin"),
        (date(2026, 1, 1), Family.COMPLEX_BIOLOGIC, "complex since its bulletin of 2026"),
        (date(2026, 11, 24), Family.COMPLEX_BIOLOGIC, "complex since its bulletin of 2026"),
    ],
)
def test_a_policy_by_date_of_service(tmp_path: Path, day: date, family: Family | None, reason: str | None) -> None:
    policies = loaded(tmp_path, OLD, NEW)
    found = in_force(policies, day).get(KEY)
    assert (found and found.family, found and found.reason) == (family, reason)
    rule = dated(by_payer(policies)[KEY], day)
    assert (rule and rule.family, rule and rule.reason) == (family, reason)


def test_a_brand_is_taken_as_its_drug(tmp_path: Path) -> None:
    assert [policy.drug for policy in loaded(tmp_path, OLD)] == ["infliximab"]


def test_another_payer_has_its_own_policy(tmp_path: Path) -> None:
    policies = loaded(
        tmp_path, OLD, OLD.replace("Blue Ridge PPO", "Harbor HMO").replace("therapeutic", "chemotherapy")
    )
    assert {key: policy.family for key, policy in in_force(policies, date(2025, 1, 1)).items()} == {
        KEY: Family.THERAPEUTIC,
        ("harbor hmo", "infliximab"): Family.CHEMOTHERAPY,
    }


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            [OLD.replace("Remicade", "aspirin")],
            'policy.csv line 2: drug is "aspirin", which is not in the drug table',
        ),
        ([OLD.replace("its first bulletin", "")], "policy.csv line 2: reason is missing"),
        ([OLD.replace("bulletin 1", "")], "policy.csv line 2: source is missing"),
        ([OLD.replace("Blue Ridge PPO", "")], "policy.csv line 2: payer is missing"),
        ([OLD.replace("2024-01-01", "")], "policy.csv line 2: effective_from is missing"),
        ([OLD.replace("2024-01-01", "soon")], 'policy.csv line 2: effective_from is "soon", not a date'),
        ([OLD.replace("2025-12-31", "2023-12-31")], "policy.csv line 2: effective_to 2023-12-31 is before"),
        ([OLD.replace("therapeutic", "hydration")], 'policy.csv line 2: family is "hydration", not one of'),
        ([OLD.replace("therapeutic", "96413")], 'policy.csv line 2: family is "96413", not one of'),
        (
            [OLD, NEW.replace("2026-01-01", "2025-12-31").replace("Blue Ridge", "BLUE RIDGE")],
            "policy.csv line 3: BLUE RIDGE PPO has two policies for infliximab from 2025-12-31",
        ),
        ([OLD, OLD], "policy.csv line 3: Blue Ridge PPO has two policies for infliximab from 2024-01-01"),
    ],
)
def test_a_wrong_line_is_refused_with_file_line_and_reason(tmp_path: Path, lines: list[str], reason: str) -> None:
    with pytest.raises(BadTable) as refused:
        loaded(tmp_path, *lines)
    assert reason in str(refused.value)


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "policy.csv"
    file.write_text(HEADER + ",note\n", encoding="utf-8")
    with pytest.raises(BadTable, match='line 1: the column "note" is unknown'):
        load_policies(DRUGS, file)


@pytest.mark.parametrize(
    ("payer", "lines"),
    [
        ("Blue Ridge PPO", ["96413"]),
        ("  BLUE RIDGE ppo ", ["96413"]),
        ("Harbor HMO", ["96365"]),
        (None, ["96365"]),
    ],
)
def test_the_ticket_of_a_payer_with_a_policy(tmp_path: Path, payer: str | None, lines: list[str]) -> None:
    start = datetime(2026, 11, 24, 14, tzinfo=UTC)
    bag = Administration(
        id="1",
        drug="Remicade",
        route=Route.IV_INFUSION,
        segments=(Segment(start, start + timedelta(minutes=60)),),
        order_on_file=True,
    )
    visit = Encounter("E", Setting.OUTPATIENT_FACILITY, payer=payer, administrations=(bag,))
    ticket = code(visit, load_rulebook(policies=loaded(tmp_path, NEW)))
    assert [line.code for line in ticket.lines] == lines
    told = [why.params for why in ticket.lines[0].why if why.key == "payer-family"]
    reason = "complex since its bulletin of 2026"
    said = {"drug": "inFLIXimab", "family": "complex_biologic", "payer": payer, "reason": reason}
    assert told == ([said] if lines == ["96413"] else [])
    variable = [f.code for f in ticket.findings if f.code == "family-payer-variable"]
    assert bool(variable) is (lines == ["96365"])


@pytest.mark.parametrize(("day", "lines"), [(date(2025, 12, 31), "96365"), (date(2026, 1, 1), "96413")])
def test_the_policy_of_the_day_the_drug_was_given(tmp_path: Path, day: date, lines: str) -> None:
    start = datetime(day.year, day.month, day.day, 14, tzinfo=UTC)
    bag = Administration("1", "infliximab", Route.IV_INFUSION, (Segment(start, start + timedelta(minutes=60)),))
    visit = Encounter("E", Setting.OFFICE, payer="Blue Ridge PPO", administrations=(bag,))
    book = load_rulebook(policies=loaded(tmp_path, OLD, NEW))
    assert [line.code for line in code(visit, book).lines] == [lines]


def test_the_digest_covers_the_policy(tmp_path: Path) -> None:
    digests = {load_rulebook(policies=loaded(tmp_path, *lines)).digest for lines in ((), (OLD,), (OLD, NEW))}
    assert len(digests) == 3
    assert load_rulebook().digest in digests
