"""The coder against the rules ticked off by hand, on visits made to overlap, repeat, split and break."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.record.encounter import Encounter, Family, Route, Setting

from tests.coding import by_hand
from tests.coding.strange import anything, orderly
from tests.coding.test_properties import books


def plain(visit: Encounter) -> Encounter:
    """The visit as far as the second coder knows the rules: IV, no E/M, no table, no inpatient stay."""
    iv = {Route.IM: Route.IV_PUSH, Route.SC: Route.IV_PUSH, Route.IV_PUSH: Route.IV_PUSH}
    return replace(
        visit,
        setting=Setting.OUTPATIENT_FACILITY if visit.setting is Setting.INPATIENT else visit.setting,
        evaluation_and_management=(),
        administrations=tuple(
            replace(a, route=iv.get(a.route, Route.IV_INFUSION), family=a.family or Family.THERAPEUTIC)
            for a in visit.administrations
        ),
    )


@settings(max_examples=400)
@given(st.one_of(orderly, anything).map(plain), books)
def test_the_coder_agrees_with_the_rules_by_hand(visit: Encounter, rulebook: Rulebook) -> None:
    mine: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for line in code(visit, rulebook).lines:
        if line.code in rulebook.codes:
            mine[line.code, line.modifiers] += line.units
    assert mine == +by_hand.lines(visit, rulebook.settings)
